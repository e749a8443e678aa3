// Package markdown turns an article's body into HTML, plain text, headings
// and references. It is the only user of goldmark.
//
// Parse reads a body once. What later stages need without the text is Facts;
// the finished HTML is a Fragment, in which the addresses of links and
// pictures are still holes: only the site knows them. The tree itself also
// feeds the PDF.
//
// # How a body is read
//
// goldmark parses CommonMark with tables, strikethrough, task lists, footnotes,
// definition lists and bare addresses (parser.go); parsers of our own read
// {attributes}, shortcodes of other generators, and keep goldmark from what
// would take it too long (bound.go). Then one walk over the tree (walk.go)
// finishes it: it gives headings their ids and levels, makes boxes, figures,
// captions and spans, judges links and raw HTML, and typesets each block as a
// whole, so that a quotation may begin in a link and end in emphasis. Last,
// render.go writes HTML, straight from the finished tree into one buffer.
//
// # The finished tree
//
// Tree returns it with the source that its segments point into: the author's
// bytes, followed by every text that typesetting changed. In it
//   - every *ast.Text is raw: its segment holds the very words to be shown,
//     without backslashes or entities;
//   - Destination and Title of *ast.Link and *ast.Image are unescaped, titles
//     are typeset, and the only child of an image is its description;
//   - links that are refused, empty headings, comments, definitions of link
//     targets and unused footnotes are gone; refused HTML and shortcodes are
//     text;
//   - levels of *ast.Heading begin at 2, and their attribute "id" is final;
//   - attributes are only id, class, lang, dir and title, each a []byte;
//   - beside goldmark's kinds there are Note, QuoteSource, Figure, Caption,
//     Span and HTML: see there.
package markdown

import "stadtbote/internal/diag"

// Options are what the site says about Markdown.
type Options struct {
	Language   string // "de" or "en": typography, words of footnotes and boxes
	Sanitize   bool   // raw HTML is cleaned by an allow-list instead of refused
	IDPrefix   string // begins the ids of footnotes, boxes and captions, so that several bodies can share a page
	Shortcodes bool   // whether shortcodes of other generators are looked for
}

// Facts are what is known of a body without its text. They are small, never
// change, and are kept from build to build.
type Facts struct {
	Refs       []Ref
	Headings   []Heading
	Words      int
	Footnotes  int
	HasItalic  bool // an italic face is needed
	HasTable   bool
	BeyondASCI bool // letters outside Latin-1 occur: the extended font files are needed
	// Anchors are the ids that the author gave to other things than headings:
	// links may name them.
	Anchors []string
	// Quotes is how many straight quotation marks typesetting replaced.
	Quotes     int
	FirstQuote diag.Pos
}

// RefKind tells what a reference is.
type RefKind uint8

// The kinds of references.
const (
	Link RefKind = iota
	Image
)

// Ref is one link or picture that the author wrote. Fragment.Holes name it by
// its index in Facts.Refs.
type Ref struct {
	Kind  RefKind
	Dest  string // as written, unescaped
	Title string // caption of a picture
	Alt   string // plain text
	Pos   diag.Pos
	First bool // the first picture of the body: loaded at once, not lazily
}

// Heading is one heading of the body, after shifting (h2 is the highest).
type Heading struct {
	Level int
	ID    string
	Text  string
	Pos   diag.Pos
}

// Fragment is a finished body without its addresses.
type Fragment struct {
	HTML  []byte
	Holes []Hole // ordered by At
}

// Hole is a place in Fragment.HTML where text belongs that only the site
// knows: for a link the escaped value of href, for a picture its attributes
// src, width, height (and srcset, sizes), each with a leading space. Before the
// hole of a picture stands "<img", and the next ">" ends the element.
type Hole struct {
	At  int // byte offset
	Ref int // index in Facts.Refs
}

// Fill returns the HTML with its holes filled by what fill returns for the
// reference of that index.
func (f Fragment) Fill(fill func(ref int) string) []byte {
	if len(f.Holes) == 0 {
		return f.HTML
	}
	out := make([]byte, 0, len(f.HTML)+64*len(f.Holes))
	from := 0
	for _, hole := range f.Holes {
		out = append(out, f.HTML[from:hole.At]...)
		out = append(out, fill(hole.Ref)...)
		from = hole.At
	}
	return append(out, f.HTML[from:]...)
}
