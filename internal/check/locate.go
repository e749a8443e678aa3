package check

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/markdown"
	"stadtbote/internal/site"
	"stadtbote/internal/source"
)

// locate returns where something on a page was written: in the article that
// the page is made from, in a template of the site's own, or in stadtbote.yaml.
func (c *Checker) locate(origin string, h hint) place {
	if e := c.entries()[origin]; e != nil {
		if pos, found := inArticle(e, h); found {
			return place{origin, pos, true}
		}
		if h.text != "" {
			if pos, found := c.inText(origin, h.text); found {
				return place{origin, pos, true}
			}
		}
	}
	if at := c.home(h); at.sure {
		return at
	}
	return place{file: origin}
}

// inArticle looks for a reference or a heading of an article.
func inArticle(e *site.Entry, h hint) (diag.Pos, bool) {
	switch {
	case h.href != "":
		for i, ref := range e.Facts.Refs {
			if ref.Kind == markdown.Link && (ref.Dest == h.href || i < len(e.Targets) && e.Targets[i].URL == h.href) {
				return ref.Pos, true
			}
		}
		for _, l := range e.Article.Links {
			if l.URL.Text == h.href {
				return l.URL.Pos, true
			}
		}
	case h.src != "":
		return pictureIn(e, h)
	case h.text != "":
		for _, heading := range e.Facts.Headings {
			if squeeze(heading.Text) == squeeze(h.text) {
				return heading.Pos, true
			}
		}
	}
	return diag.Pos{}, false
}

// pictureIn looks for a picture by its address, or by its description: what is
// published may be a smaller copy.
func pictureIn(e *site.Entry, h hint) (diag.Pos, bool) {
	for i := range e.Article.Pictures {
		p := &e.Article.Pictures[i]
		if i < len(e.Images) && e.Images[i].URL == h.src || h.alt != "" && p.Alt == h.alt {
			return p.File.Pos, true
		}
	}
	for i, ref := range e.Facts.Refs {
		if ref.Kind == markdown.Image && (i < len(e.Targets) && e.Targets[i].URL == h.src || h.alt != "" && ref.Alt == h.alt) {
			return ref.Pos, true
		}
	}
	return diag.Pos{}, false
}

// inText looks for words in the text of an article.
func (c *Checker) inText(file, words string) (diag.Pos, bool) {
	text, _, err := source.Read(c.subject.Folder, file)
	if err != nil || text == nil {
		return diag.Pos{}, false
	}
	return position(string(text), words)
}

// position returns where words stand in a text for the first time.
func position(text, words string) (diag.Pos, bool) {
	at := strings.Index(text, words)
	if at < 0 || words == "" {
		return diag.Pos{}, false
	}
	start := strings.LastIndexByte(text[:at], '\n') + 1
	return diag.Pos{Line: strings.Count(text[:at], "\n") + 1, Col: utf8.RuneCountInString(text[start:at]) + 1}, true
}

// ownFile is a template of the site's own, or its configuration.
type ownFile struct{ path, text string }

// ownFiles returns the templates and the configuration, in that order.
func (c *Checker) ownFiles() []ownFile {
	var files []ownFile
	folder := c.subject.Folder
	if folder == nil {
		return nil
	}
	_ = fs.WalkDir(folder, "templates", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".html" {
			return nil //nolint:nilerr // what cannot be read has been reported by the build
		}
		if text, err := fs.ReadFile(folder, name); err == nil {
			files = append(files, ownFile{name, string(text)})
		}
		return nil
	})
	if text, err := fs.ReadFile(folder, config.File); err == nil {
		files = append(files, ownFile{config.File, string(text)})
	}
	return files
}

// home returns what inOwnFiles does. What stands on every page is looked for
// once.
func (c *Checker) home(h hint) place {
	key := [2]string{h.written, h.href}
	if at, known := c.homes.Load(key); known {
		return at.(place)
	}
	at, _ := c.inOwnFiles(h)
	c.homes.Store([2]string{strings.Clone(h.written), strings.Clone(h.href)}, at)
	return at
}

// inOwnFiles looks for what stands on a page in the files that pages are made
// by: the whole tag, then what is before its first value that a template may
// fill in. An address is looked for in the configuration as well.
func (c *Checker) inOwnFiles(h hint) (place, bool) {
	needles := []string{h.written}
	if name, rest, found := strings.Cut(h.written, "="); found && strings.Contains(name, " ") {
		needles = append(needles, name+"=")
		if value, _, found := strings.Cut(strings.TrimPrefix(rest, `"`), `"`); found {
			needles = append(needles, name+`="`+value+`"`)
		}
	}
	slices.SortFunc(needles, func(a, b string) int { return len(b) - len(a) })
	for _, file := range c.own() {
		if file.path == config.File {
			needles = []string{strings.TrimPrefix(h.href, strings.TrimSuffix(c.base, "/"))}
		}
		for _, needle := range needles {
			if len(needle) < 3 {
				continue
			}
			if pos, found := position(file.text, needle); found && (needle == h.written || c.once(needle)) {
				return place{file.path, pos, true}, true
			}
		}
	}
	return place{}, false
}

// once reports whether words stand in one place only of the site's own files.
func (c *Checker) once(words string) bool {
	n := 0
	for _, file := range c.own() {
		n += strings.Count(file.text, words)
	}
	return n == 1
}
