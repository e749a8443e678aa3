package site

import (
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/markdown"
	"stadtbote/internal/picture"
	"stadtbote/internal/picture/metadata"
)

// pictures are the pictures and files of articles that are published because
// an article shows or links them.
type pictures struct {
	infos    map[string]*picture.Info // by path: one value for all that show it
	shown    map[shownAs]*Shown
	named    map[string]*Shown // by Name
	copies   map[copyOf]string // address of the copy, "" if there can be none
	composed map[string]string // paths on disk by their NFC form, where it differs
}

// copyOf is a file with the article under whose address a copy of it lies.
type copyOf struct {
	entry int32
	file  string
}

func (p *pictures) url(e *Entry, file string) string { return p.copies[copyOf{e.index, file}] }

// files finds every picture and every linked file of articles, and gives it an
// address below the article's own.
func (a *assembly) files() {
	a.shown.infos = map[string]*picture.Info{}
	a.shown.copies = map[copyOf]string{}
	a.shown.shown, a.shown.named = map[shownAs]*Shown{}, map[string]*Shown{}
	for i := range a.entries {
		a.filesOf(&a.entries[i])
	}
	slices.SortFunc(a.site.Linked, func(x, y Published) int { return strings.Compare(x.URL, y.URL) })
	slices.SortFunc(a.site.Pictures, func(x, y *Shown) int { return strings.Compare(x.Name, y.Name) })
}

// filesOf finds the pictures and files of one entry.
func (a *assembly) filesOf(e *Entry) {
	e.Images, e.Targets = nil, nil
	if e.Withdrawn {
		return
	}
	if n := len(e.Article.Pictures); n > 0 {
		e.Images = make([]Target, n)
	}
	for j, p := range e.Article.Pictures {
		e.Images[j] = a.picture(e, p.File, notesOf(p))
		a.tellSource(e, p, e.Images[j])
	}
	a.lead(e)
	if n := len(e.Facts.Refs); n > 0 {
		e.Targets = make([]Target, n)
	}
	for j, ref := range e.Facts.Refs {
		if ref.Kind == markdown.Image {
			e.Targets[j] = a.picture(e, article.Value{Text: ref.Dest, Pos: ref.Pos}, a.notesOfRef(e, ref))
		} else {
			a.attach(e, ref)
		}
	}
}

// picture returns where a picture is published, with its size.
func (a *assembly) picture(e *Entry, dest article.Value, notes metadata.Notes) Target {
	text := a.local(dest.Text)
	if foreign(text) {
		a.ds.Report(e.Path, dest.Pos, diag.PictureRemote, dest.Text)
		return Target{}
	}
	name := referenceOf(text).path
	for _, file := range candidates(e, name) {
		file, info, known := a.info(file)
		if !known {
			continue
		}
		if info.Type == "" {
			a.ds.Report(e.Path, dest.Pos, diag.PictureUnreadable, file)
			return Target{}
		}
		if info.Has(picture.Press) {
			a.ds.Report(e.Path, dest.Pos, diag.PicturePress, file)
		}
		shown := a.show(info, notes)
		return Target{URL: shown.URL, Picture: info, Shown: shown}
	}
	a.missing(e, dest, name)
	return Target{}
}

// missing says why there is no picture of that name.
func (a *assembly) missing(e *Entry, dest article.Value, name string) {
	for _, file := range candidates(e, name) {
		_, other := a.in.Files[file]
		_, asset := a.in.Assets[strings.TrimPrefix(file, "static/")]
		if other || asset && strings.HasPrefix(file, "static/") {
			a.ds.Report(e.Path, dest.Pos, diag.PictureUnreadable, file)
			return
		}
	}
	if !strings.HasPrefix(name, "/") && strings.HasPrefix(path.Join(path.Dir(e.Path), name), "../") {
		a.ds.Report(e.Path, dest.Pos, diag.PathLeaves, dest.Text)
		return
	}
	a.ds.Report(e.Path, dest.Pos, diag.PictureMissing, dest.Text, a.nearestPicture(e, name))
}

// candidates returns the paths at which a picture may lie, the likeliest first.
func candidates(e *Entry, name string) []string {
	if inside, absolute := strings.CutPrefix(path.Clean(name), "/"); absolute {
		return []string{path.Join("static", inside), path.Join("content", inside), inside}
	}
	return []string{path.Join(path.Dir(e.Path), name), path.Join("static", name), path.Clean(name)}
}

// info returns what is known of a picture file, also if the disk spells its
// name with combining letters, as macOS does.
func (a *assembly) info(file string) (string, *picture.Info, bool) {
	if _, known := a.in.Pictures[file]; !known {
		if a.shown.composed == nil {
			a.indexComposed()
		}
		file = a.shown.composed[file]
	}
	if info := a.shown.infos[file]; info != nil {
		return file, info, true
	}
	info, known := a.in.Pictures[file]
	if !known {
		return "", nil, false
	}
	kept := &info
	a.shown.infos[file] = kept
	return file, kept, true
}

func (a *assembly) indexComposed() {
	a.shown.composed = map[string]string{}
	for file := range a.in.Pictures {
		if composed := norm.NFC.String(file); composed != file {
			a.shown.composed[composed] = file
		}
	}
}

// attach publishes a file that an article links: a form, a plan, a large
// picture. Files of static/ are published anyway.
func (a *assembly) attach(e *Entry, ref markdown.Ref) {
	text := a.local(ref.Dest)
	if foreign(text) || strings.HasPrefix(text, "/") || strings.HasPrefix(text, "#") {
		return
	}
	file := path.Join(path.Dir(e.Path), referenceOf(text).path)
	if !strings.HasPrefix(file, "content/") {
		return
	}
	sum, known := a.in.Files[file]
	if !known {
		info, picture := a.in.Pictures[file]
		if !picture {
			return
		}
		sum = info.Digest
	}
	a.publish(e, file, sum, ref.Pos)
}

// publish notes that a file is copied to the article's address, and returns
// where.
func (a *assembly) publish(e *Entry, file string, sum digest.Sum, pos diag.Pos) string {
	key := copyOf{e.index, file}
	if address, done := a.shown.copies[key]; done {
		return address
	}
	name := path.Base(file)
	if e.Bundle != "" {
		if inside, below := strings.CutPrefix(file, e.Bundle+"/"); below {
			name = inside
		}
	}
	address := below(e.URL, escaped(name))
	if part, found := forbidden(name); found {
		a.ds.Report(e.Path, pos, diag.AddressForbidden, address, part)
	}
	a.shown.copies[key] = address
	if e.URL == "" {
		return address
	}
	switch holder, free := a.claims.take(claim{url: address, origin: file}); {
	case free:
		a.site.Linked = append(a.site.Linked, Published{file, address, sum})
	case holder.origin != file:
		a.ds.Report(e.Path, pos, diag.AddressTaken, address, holder.origin)
	}
	return address
}
