package moving

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
	"stadtbote/internal/frontmatter"
	"stadtbote/internal/lang"
)

// matter is a front matter being written.
type matter struct {
	*page
	m      *move
	values map[string]frontmatter.Node // by the first name of the key
	rank   map[string]int              // of the name that gave the value
	left   []frontmatter.Entry         // without an equivalent
}

// finish writes a page.
func (m *move) finish(p *page) {
	body := m.text(p)
	w := matter{page: p, m: m, values: map[string]frontmatter.Node{}, rank: map[string]int{}}
	w.take()
	w.complete()
	if p.links > 0 {
		p.note(diag.Pos{}, diag.MoveLinks, p.links)
	}
	data := append(w.bytes(), strings.TrimLeft(body, "\n")...)
	m.written = append(m.written, File{Path: p.to, From: p.from, Data: data})
	m.account(p.from, Taken, p.diags, p.to)
}

// take sorts the entries: those that mean something here, and the rest.
func (w *matter) take() {
	for _, e := range w.flat() {
		if !w.takeEntry(e) {
			w.left = append(w.left, e)
		}
	}
	w.takeInherited()
}

// pictureKeys are what themes call the picture of an article.
var pictureKeys = []string{"cover", "featured_image", "featuredimage", "thumbnail", "header_image", "og_image", "hero", "banner"}

func (w *matter) takeEntry(e frontmatter.Entry) bool {
	name := strings.ToLower(e.Key)
	switch {
	case e.Value.Form == frontmatter.Nothing:
		return true
	case name == "url" || name == "permalink":
		return strings.TrimSpace(e.Value.Text) == w.old // it became an alias
	case slices.Contains(pictureKeys, name):
		return w.values["bild"].Form == frontmatter.Nothing && w.takePicture(e, "bild")
	}
	key, known := frontmatter.Find(e.Key)
	if !known || key.Uses&w.use() == 0 {
		return false
	}
	target := key.Name("de")
	switch {
	case key.Is("bild"):
		return w.takePicture(e, target)
	case key.Is("weiterleitungen"):
		return w.takeAliases(e.Value)
	case key.Is("rubrik"):
		return w.takeSection(e.Value)
	case key.Is("stichwörter"):
		e.Value = w.tags(e.Value)
		if len(e.Value.Items) == 0 {
			return true
		}
	}
	if !w.understood(target, e.Value) {
		return false
	}
	before, there := w.values[target]
	switch rank := key.Rank(e.Key); {
	case there && key.Joins():
		before.Items = append(before.Items, e.Value.Items...)
		w.values[target] = before
	case there && rank > w.rank[target]:
		return false
	case there:
		w.left = append(w.left, frontmatter.Entry{Key: key.Name("en"), Value: before})
		fallthrough
	default:
		w.values[target], w.rank[target] = e.Value, rank
	}
	return true
}

func (p *page) use() frontmatter.Uses {
	if p.report {
		return frontmatter.Reports
	}
	return frontmatter.Pages
}

// understood reports whether the parser has nothing to say about a value: what
// it would warn of is not taken over.
func (w *matter) understood(key string, value frontmatter.Node) bool {
	text := "---\n" + key + ": " + value.YAML() + "\n---\n"
	a := article.Parse(w.to, []byte(text), article.Rules{Language: w.m.Language})
	return !slices.ContainsFunc(a.Diags, func(d diag.Diagnostic) bool { return d.Pos.Line == 2 })
}

// takePicture takes a picture that the old site has.
func (w *matter) takePicture(e frontmatter.Entry, target string) bool {
	nodes := []frontmatter.Node{e.Value}
	if e.Value.Form == frontmatter.Items {
		nodes = e.Value.Items
	}
	var pictures []frontmatter.Node
	for _, node := range nodes {
		picture, file := pictureOf(node)
		if file == "" {
			return false
		}
		at, ok := w.m.file(w.page, file)
		if !ok {
			if !strings.Contains(file, "://") {
				w.note(e.Pos, diag.MovePicture, file)
			}
			return false
		}
		picture.Table[0].Value.Text = at
		if !w.understood(target, picture) {
			return false
		}
		pictures = append(pictures, picture)
	}
	before := w.values[target]
	w.values[target] = frontmatter.Node{Form: frontmatter.Items, Items: append(before.Items, pictures...)}
	return true
}

// pictureOf returns a picture as a table whose first entry is its file.
func pictureOf(node frontmatter.Node) (picture frontmatter.Node, file string) {
	picture = frontmatter.Node{Form: frontmatter.Entries, Table: []frontmatter.Entry{{Key: "datei", Value: frontmatter.Node{Form: frontmatter.Text}}}}
	if node.Form == frontmatter.Text {
		return picture, node.Text
	}
	key, _ := frontmatter.Find("bild")
	for _, e := range node.Table {
		name := strings.ToLower(e.Key)
		at := slices.IndexFunc(key.Fields, func(f frontmatter.Field) bool {
			return slices.Contains(f.Names, name) || slices.Contains(f.Others, name)
		})
		switch {
		case at == 0 || at < 0 && (name == "image" || name == "imgname"):
			file = e.Value.Text
		case at > 0 && e.Value.Form == frontmatter.Text:
			picture.Table = append(picture.Table, frontmatter.Entry{Key: key.Fields[at].Names[0], Value: e.Value})
		}
	}
	return picture, file
}

// file returns what a front matter calls a picture of the old site.
func (m *move) file(p *page, name string) (string, bool) {
	if base := m.config.baseURL; base != "" {
		name = strings.TrimPrefix(name, strings.TrimSuffix(base, "/"))
	}
	if link, ok := m.beside(p, name); ok {
		return link, true
	}
	if to, ok := m.publicFile(name); ok {
		if below, static := strings.CutPrefix(to, "static/"); static {
			return "/" + below, true
		}
		return relative(p.to, to), true
	}
	return "", false
}

// takeAliases takes former addresses; Hugo's may be relative to the page's.
func (w *matter) takeAliases(value frontmatter.Node) bool {
	for _, alias := range value.Texts() {
		if !strings.HasPrefix(alias, "/") && !strings.Contains(alias, "://") {
			slash := alias[len(strings.TrimSuffix(alias, "/")):]
			alias = path.Join(path.Dir(strings.TrimSuffix(w.old, "/")), alias) + slash
		}
		w.alias(alias)
	}
	return true
}

// alias adds a former address, if nothing else stands there.
func (w *matter) alias(address string) bool {
	if base := w.m.config.baseURL; base != "" {
		address = strings.TrimPrefix(address, strings.TrimSuffix(base, "/"))
	}
	key := "alias:" + strings.Trim(address, "/")
	if !strings.HasPrefix(address, "/") || clean(address) == "" || same(address, w.new) || strings.ContainsAny(address, "?#{:") ||
		w.m.taken[key] != "" || w.m.isNew(address) {
		return false
	}
	w.m.taken[key] = w.from
	node := w.values["weiterleitungen"]
	node.Form = frontmatter.Items
	node.Items = append(node.Items, frontmatter.Node{Form: frontmatter.Text, Text: address})
	w.values["weiterleitungen"] = node
	return true
}

// isNew reports whether an address of the new site is that of a page.
func (m *move) isNew(address string) bool {
	return slices.ContainsFunc(m.pages, func(p *page) bool { return same(p.new, address) })
}

// same reports whether two addresses are those of one page.
func same(a, b string) bool { return strings.Trim(a, "/") == strings.Trim(b, "/") }

// takeSection takes the first category as the section, the others as tags.
func (w *matter) takeSection(value frontmatter.Node) bool {
	all := value.Texts()
	if len(all) == 0 {
		return true
	}
	if w.values["rubrik"].Text == "" {
		w.section(all[0])
		all = all[1:]
	}
	if len(all) > 0 {
		tags := w.values["stichwörter"]
		tags.Form = frontmatter.Items
		for _, text := range all {
			tags.Items = append(tags.Items, frontmatter.Node{Form: frontmatter.Text, Text: text})
		}
		w.values["stichwörter"] = tags
	}
	return true
}

// section sets the section. Spellings that differ in case alone are one.
func (w *matter) section(name string) {
	at := slices.IndexFunc(w.m.sections, func(s string) bool { return lang.Slug(s) == lang.Slug(name) })
	if at < 0 {
		at = len(w.m.sections)
		w.m.sections = append(w.m.sections, name)
	}
	w.values["rubrik"] = frontmatter.Node{Form: frontmatter.Text, Text: w.m.sections[at]}
}

// sectionOf returns the section of articles in a folder that name none.
func (m *move) sectionOf(folder string) string {
	if folder == "post" || folder == "posts" || folder == "_posts" {
		return m.say("Aktuelles", "News")
	}
	first, size := utf8.DecodeRuneInString(folder)
	return string(unicode.ToUpper(first)) + folder[size:]
}

// tags returns the tags without those that only sort pages in Eleventy.
func (w *matter) tags(value frontmatter.Node) frontmatter.Node {
	list := frontmatter.Node{Form: frontmatter.Items}
	for _, text := range value.Texts() {
		if _, own := w.m.generator.(eleventy); own && slices.Contains([]string{"post", "posts", "page", "pages", "all", "nav", "blog"}, text) {
			continue
		}
		list.Items = append(list.Items, frontmatter.Node{Form: frontmatter.Text, Text: text})
	}
	return list
}

// complete adds what the place of the old file says, and its old address.
func (w *matter) complete() {
	if w.values["titel"].Text == "" {
		_, title := dated(path.Base(strings.TrimSuffix(strings.TrimSuffix(w.to, ".md"), "/index")))
		title = strings.TrimSpace(strings.NewReplacer("-", " ", "_", " ").Replace(title))
		w.values["titel"] = frontmatter.Node{Form: frontmatter.Text, Text: title}
		w.note(diag.Pos{Line: 1, Col: 1}, diag.MoveNoTitle, title)
	}
	if w.report {
		if w.values["datum"].Text == "" {
			w.values["datum"] = frontmatter.Node{Form: frontmatter.Text, Text: w.on.In(lang.Berlin()).Format("2006-01-02")}
		}
		if folder, _, _ := strings.Cut(w.plain(), "/"); w.values["rubrik"].Text == "" {
			w.section(w.m.sectionOf(folder))
		}
		if text := w.teaser(); text != "" && w.values["teaser"].Text == "" {
			w.values["teaser"] = frontmatter.Node{Form: frontmatter.Text, Text: text}
		}
	}
	if w.language != "" && w.values["sprache"].Text == "" {
		w.values["sprache"] = frontmatter.Node{Form: frontmatter.Text, Text: w.language}
	}
	if w.slug != "" {
		w.values["slug"] = frontmatter.Node{Form: frontmatter.Text, Text: w.slug}
	}
	if w.draft {
		w.values["entwurf"] = frontmatter.Node{Form: frontmatter.Text, Text: "true"}
	}
	if !w.draft && w.alias(w.old) {
		w.note(diag.Pos{}, diag.MoveAddress, w.old, w.new)
	}
}

// bytes writes the front matter, fence included.
func (w *matter) bytes() []byte {
	var b bytes.Buffer
	b.WriteString("---\n")
	for _, key := range frontmatter.Keys() {
		value, there := w.values[key.Name("de")]
		if !there || value.Form == frontmatter.Items && len(value.Items) == 0 {
			continue
		}
		name := key.Name(w.m.Language)
		if key.Is("bild") {
			fmt.Fprintf(&b, "%s:\n", name)
			for _, picture := range value.Items {
				writePicture(&b, picture)
			}
			continue
		}
		text := value.YAML()
		if key.Kind == frontmatter.Claim {
			text = value.Text
		}
		fmt.Fprintf(&b, "%s: %s\n", name, text)
	}
	if len(w.left) > 0 {
		var names []string
		b.WriteString(w.m.say("# Aus dem alten Kopf, hier ohne Entsprechung:\n", "# From the old front matter, without an equivalent here:\n"))
		for _, e := range w.left {
			names = append(names, e.Key)
			fmt.Fprintf(&b, "# %s: %s\n", strings.ReplaceAll(e.Key, "\n", " "), e.Value.YAML())
		}
		w.note(w.left[0].Pos, diag.MoveKeys, strings.Join(names, ", "))
	}
	b.WriteString("---\n\n")
	return b.Bytes()
}

func writePicture(b *bytes.Buffer, picture frontmatter.Node) {
	for i, e := range picture.Table {
		indent := "    "
		if i == 0 {
			indent = "  - "
		}
		fmt.Fprintf(b, "%s%s: %s\n", indent, e.Key, e.Value.YAML())
	}
}
