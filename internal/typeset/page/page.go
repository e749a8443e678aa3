// Package page holds finished pages: what stands where, and what it means.
//
// A Document is what layout makes and what a writer of files (package pdf)
// turns into bytes. It has two halves that point at each other:
//
//   - Pages hold Items in drawing order: runs of glyphs, boxes, lines,
//     pictures, each at its place on the sheet.
//   - Nodes hold the logical structure in reading order, as a screen reader
//     walks it: headings, paragraphs, lists, tables, notes.
//
// An Item names the Content leaf of the structure that it draws (Item.Leaf).
// One leaf may be drawn by many items, on many lines and pages; a leaf's place
// in the tree says when it is read, wherever it is drawn. A footnote, for
// instance, follows its reference in the tree and stands at the foot of the
// page. An item with leaf 0 draws an artifact: decoration, or what repeats on
// each page.
//
// All lengths are whole milli-points, because floating point sums differ
// between processors. The origin is the top left corner, y grows downwards.
package page

import "stadtbote/internal/typeset/font"

// Unit is a length in milli-points, 1/72000 inch.
type Unit int64

// Lengths in units.
const (
	Point Unit = 1000
	Inch  Unit = 72000
)

// A4, ISO 216, rounded to the nearest milli-point.
const (
	A4Width  Unit = 595276
	A4Height Unit = 841890
)

// Millimetres is n hundredths of a millimetre as a Unit: Millimetres(6350) is
// 63.5 mm.
func Millimetres(n int64) Unit {
	p := n * 72000
	if p < 0 {
		return Unit((p - 1270) / 2540)
	}
	return Unit((p + 1270) / 2540)
}

// Document is a set of finished pages with their logical structure.
type Document struct {
	Lang    string       // natural language of the whole, BCP 47
	Faces   []*font.Face // Item.Face indexes it
	Pages   []Page
	Nodes   []Node    // Nodes[0] is the root, a Document element
	Attrs   []Attr    // what few nodes have; Attrs[0] stands for nothing
	Glyphs  []Placed  // the glyphs of all text items, each item has a range
	Outline []Heading // the headings, in reading order
}

// Page is one sheet.
type Page struct {
	Width, Height Unit
	Items         []Item // in drawing order
	Links         []Link // what can be followed on this page, in reading order
}

// Kind says what an Item draws.
type Kind uint8

// The kinds of items.
const (
	Text  Kind = iota + 1 // glyphs from a point on a baseline
	Box                   // a rectangle, filled or stroked or both
	Line                  // a straight line from X, Y to X+W, Y+H
	Image                 // a picture scaled into a rectangle
)

// Artifact says why an item is no part of the text (ISO 32000-1, 14.8.2.2).
type Artifact uint8

// The kinds of artifacts.
const (
	Layout     Artifact = iota // rules, underlines, decoration
	Background                 // what lies under text
	Header                     // pagination: the running header
	Footer                     // pagination: the running footer
	Repeated                   // pagination: the head of a table on its later pages
)

// Item is one thing drawn on a page.
type Item struct {
	Kind     Kind
	Artifact Artifact // if Leaf is 0
	Face     uint8    // Text: index into Document.Faces
	Leaf     int32    // the Content node that is drawn; 0 for an artifact

	// X and Y are the start of the baseline of a Text, the start of a Line,
	// and the top left corner of the others. W of a Text is its advance.
	X, Y, W, H Unit

	Size     Unit  // Text: the size of the font
	From, To int32 // Text: Document.Glyphs[From:To]
	Rise     Unit  // Text: how far a superior stands above the line's baseline; already in Y

	Fill   Color // Text, Box
	Stroke Color // Box, Line
	Width  Unit  // Box, Line: width of the stroke; it is centred on the edge
	Radius Unit  // Box: radius of the corners

	Picture int32 // Image: index into the caller's pictures
}

// Placed is a glyph and what is added to its advance, in thousandths of the
// size of the font: kerning, and the stretch of a space.
type Placed struct {
	Glyph  font.Glyph
	Adjust int16
}

// Color is an opaque sRGB colour; the zero Color draws nothing.
type Color uint32

// RGB is the colour 0xRRGGBB.
func RGB(hex uint32) Color { return Color(hex&0xffffff | 1<<24) }

// Components are red, green and blue, 0 to 255.
func (c Color) Components() (r, g, b uint8) { return uint8(c >> 16), uint8(c >> 8), uint8(c) }

// Rect is a rectangle, X and Y its top left corner.
type Rect struct{ X, Y, W, H Unit }

// Link is a place on a page that leads somewhere. A link whose text runs over
// two pages has a Link on each.
type Link struct {
	Node     int32  // the element with Role Link (or Reference) it belongs to
	Rects    []Rect // one a line, in reading order
	URL      string // where it leads outside the document
	Dest     int32  // or the node it leads to, if URL is empty
	Contents string // what it says, in words
}

// Heading is an entry of the outline.
type Heading struct {
	Level int // 1 to 6
	Title string
	Node  int32
}
