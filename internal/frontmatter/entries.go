package frontmatter

import (
	"slices"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// entries returns the entries of a key that takes a list: a single one may
// stand alone.
func (r *reader) entries(p pair) []node {
	switch p.value.kind {
	case null:
		return nil
	case list:
		return p.value.items
	}
	return []node{p.value}
}

// field is one key within an entry, by all its names.
type field struct {
	names []string
	set   func(v node)
}

// fields lays a table over fields and reports the keys that none of them has.
func (r *reader) fields(of string, n node, fields []field) {
	for i, p := range n.pairs {
		if earlier := sameName(n.pairs[:i], p.key); earlier >= 0 {
			r.report(p.pos, diag.KeyTwice, p.key, n.pairs[earlier].pos.Line, p.pos.Line)
			continue
		}
		at := slices.IndexFunc(fields, func(f field) bool { return slices.Contains(f.names, fold(p.key)) })
		if at < 0 {
			r.unknownField(of, p, fields)
			continue
		}
		if p.value.kind == list || p.value.kind == table {
			r.report(p.value.pos, diag.WrongType, p.key, example(p.key), p.value.shown())
			continue
		}
		fields[at].set(p.value)
	}
}

func (r *reader) unknownField(of string, p pair, fields []field) {
	var known []string
	for _, f := range fields {
		known = append(known, f.names[0])
	}
	if near, found := lang.Nearest(p.key, known); found {
		r.report(p.pos, diag.UnknownKeyNear, p.key, near)
		return
	}
	r.report(p.pos, diag.UnknownField, of, p.key, strings.Join(known, ", "))
}

func into(target *string) func(node) {
	return func(v node) { *target = strings.TrimSpace(v.text) }
}

func intoValue(target *Value) func(node) {
	return func(v node) { *target = Value{strings.TrimSpace(v.text), v.pos} }
}

func (r *reader) pictures(p pair) []Picture {
	var pictures []Picture
	for _, n := range r.entries(p) {
		if picture := r.picture(p.key, n); picture.File.Text != "" {
			pictures = append(pictures, picture)
		}
	}
	return pictures
}

func (r *reader) picture(key string, n node) Picture {
	var pic Picture
	switch n.kind {
	case scalar:
		pic.File = Value{strings.TrimSpace(n.text), n.pos}
	case table:
		r.fields(key, n, []field{
			{[]string{"datei", "file", "src", "url", "path"}, intoValue(&pic.File)},
			{[]string{"alt"}, into(&pic.Alt)},
			{[]string{"dekorativ", "decorative"}, func(v node) {
				pic.Decorative = r.claim(pair{key: "dekorativ", value: v}, false)
			}},
			{[]string{"unterschrift", "caption", "title"}, into(&pic.Caption)},
			{[]string{"quelle", "credit", "source"}, into(&pic.Credit)},
			{[]string{"fotograf", "fotografin", "photographer"}, into(&pic.Photographer)},
			{[]string{"lizenz", "license", "licence"}, into(&pic.Licence)},
		})
	case list:
		r.report(n.pos, diag.WrongType, key, "{datei: foto.jpg, alt: \"…\"}", n.shown())
		return pic
	}
	if pic.File.Text == "" {
		r.report(n.pos, diag.PictureWithoutFile, key)
	}
	return pic
}

func (r *reader) links(p pair) []Link {
	var links []Link
	for _, n := range r.entries(p) {
		var link Link
		switch n.kind {
		case scalar:
			link.URL = Value{strings.TrimSpace(n.text), n.pos}
		case table:
			r.fields(p.key, n, []field{
				{[]string{"url", "adresse", "href", "link"}, intoValue(&link.URL)},
				{[]string{"titel", "title", "name", "text"}, into(&link.Title)},
			})
		}
		if link.URL.Text == "" {
			r.report(n.pos, diag.LinkWithoutURL, p.key)
			continue
		}
		links = append(links, link)
	}
	return links
}

func (r *reader) corrections(p pair) []Correction {
	var all []Correction
	for _, n := range r.entries(p) {
		var c Correction
		r.fields(p.key, n, []field{
			{[]string{"datum", "date"}, func(v node) { c.Date = r.date(pair{key: "datum", value: v}) }},
			{[]string{"text"}, into(&c.Text)},
		})
		if c.Text == "" || c.Date.Time.IsZero() {
			r.report(n.pos, diag.CorrectionIncomplete, p.key)
			continue
		}
		all = append(all, c)
	}
	return all
}
