// Package frontmatter decodes the block above an article's text: YAML, TOML or
// JSON, into one typed value with the place of each part. It is the only user
// of adrg/frontmatter.
//
// The way of a block: split finds it (adrg/frontmatter), one reader a format
// turns it into a tree of nodes with places, and decode turns the tree into a
// Matter by the tables of keys in keys_*.go. Values are text until a key says
// otherwise: what YAML, TOML and JSON think of "2018" or "ja" does not matter.
// So a title may be a number, and nobody has to know about quoting "no".
//
// YAML is read by a library only where it has to be: plain.go reads the simple
// front matter that nearly all articles have, some thirty times faster. A test
// proves that both read the same.
package frontmatter

import (
	"bytes"
	"time"

	"stadtbote/internal/diag"
)

// Matter is all that a front matter can say.
type Matter struct {
	Title, Kicker, Subtitle, Teaser Value
	Date, Updated, Embargo, Expiry  Date
	Section                         Value
	Tags, Places, Sigils            []Value
	Pictures                        []Picture
	Links                           []Link
	Related, Aliases                []Value
	Corrections                     []Correction
	Slug, Language, Layout, Issuer  Value
	Release                         bool // a press release, by Issuer
	Draft, Withdrawn, Paid          bool
	Easy                            bool // written in Leichte Sprache
	Event                           Event
	Readable                        bool // the block was found and could be taken apart
}

// Value is a text with the place where it was written. The zero Value means
// that the key is missing or has no value.
type Value struct {
	Text string
	Pos  diag.Pos
}

// Date is a moment, or a whole day in Berlin.
type Date struct {
	Time    time.Time
	HasTime bool
	Pos     diag.Pos
}

// Picture is one entry of "bild" or "bilder".
type Picture struct {
	File                          Value
	Alt, Caption                  string
	Credit, Photographer, Licence string
	Decorative                    bool
}

// Link is one entry of "links".
type Link struct {
	URL   Value
	Title string
}

// Correction is one entry of "korrekturen".
type Correction struct {
	Date Date
	Text string
}

// Body is the text below the front matter.
type Body struct {
	Text []byte // the end of the file
	Line int    // the line of the file that Text begins with
}

// Parse reads the front matter of a file. Where that cannot be made out, the
// body is empty, so that nothing is published by accident.
func Parse(file string, text []byte) (Matter, Body, diag.List) {
	r := reader{file: file}
	b, ok := r.split(text)
	if !ok {
		return Matter{}, Body{Text: text[len(text):], Line: b.body.Line}, r.diags
	}
	if tree, ok := r.tree(b); ok {
		r.matter.Readable = true
		if bytes.IndexByte(b.raw, '\\') >= 0 {
			tree.clean()
		}
		r.decode(tree)
	}
	return r.matter, b.body, r.diags
}

// maxKeys is how many keys there may be: a test compares it with the table.
const maxKeys = 64

// reader is one front matter being read.
type reader struct {
	file   string
	matter Matter
	seen   [maxKeys]sighting
	stray  []node // keys that are not known, as nodes for their places
	diags  diag.List
}

func (r *reader) report(pos diag.Pos, code diag.Code, args ...any) {
	r.diags.Report(r.file, pos, code, args...)
}

// tree reads a block by the reader of its format.
func (r *reader) tree(b block) (node, bool) {
	switch b.format {
	case tomlFormat:
		return r.toml(b)
	case jsonFormat:
		return r.json(b)
	}
	if tree, ok := plain(b); ok {
		return tree, true
	}
	return r.yaml(b)
}

// Below returns the text below the front matter, which is not decoded.
func Below(file string, text []byte) Body {
	r := reader{file: file}
	b, _ := r.split(text)
	if b.body.Text == nil {
		b.body.Text = text[len(text):]
	}
	return b.body
}
