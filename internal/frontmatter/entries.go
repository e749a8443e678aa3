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

// part is one key within an entry, and how it is read into the entry's value.
type part[T any] struct {
	Field

	read func(r *reader, to *T, v node)
}

// fieldsOf returns what a table of parts says to others.
func fieldsOf[T any](parts []part[T]) []Field {
	fields := make([]Field, len(parts))
	for i, p := range parts {
		fields[i] = p.Field
	}
	return fields
}

// entry reads the parts of one entry, and reports the keys that none of them
// has.
func entry[T any](r *reader, of string, n node, parts []part[T]) (to T) {
	for i, p := range n.pairs {
		if earlier := sameName(n.pairs[:i], p.key); earlier >= 0 {
			r.report(p.pos, diag.KeyTwice, p.key, n.pairs[earlier].pos.Line, p.pos.Line)
			continue
		}
		at := slices.IndexFunc(parts, func(f part[T]) bool {
			return slices.Contains(f.Names, fold(p.key)) || slices.Contains(f.Others, fold(p.key))
		})
		if at < 0 {
			r.unknownField(of, p, fieldsOf(parts))
			continue
		}
		if p.value.kind == list || p.value.kind == table {
			r.report(p.value.pos, diag.WrongType, p.key, example(p.key), p.value.shown())
			continue
		}
		parts[at].read(r, &to, p.value)
	}
	return to
}

func (r *reader) unknownField(of string, p pair, fields []Field) {
	var known []string
	for _, f := range fields {
		known = append(known, f.Names[0])
	}
	if near, found := lang.Nearest(p.key, known); found {
		r.report(p.pos, diag.UnknownKeyNear, p.key, near)
		return
	}
	r.report(p.pos, diag.UnknownField, of, p.key, strings.Join(known, ", "))
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
		pic.File = n.value()
	case table:
		pic = entry(r, key, n, pictureParts)
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
			link.URL = n.value()
		case table:
			link = entry(r, p.key, n, linkParts)
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
		c := entry(r, p.key, n, correctionParts)
		if c.Text == "" || c.Date.Time.IsZero() {
			r.report(n.pos, diag.CorrectionIncomplete, p.key)
			continue
		}
		all = append(all, c)
	}
	return all
}
