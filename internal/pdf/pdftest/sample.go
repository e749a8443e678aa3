package pdftest

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"testing"
	"time"

	"stadtbote/internal/pdf"
	"stadtbote/internal/typeset/font"
	"stadtbote/internal/typeset/page"
)

// The faces of a sample.
const (
	regular = iota
	italic
	bold
	head
	spare
)

const (
	left   = 63500 * page.Unit(1)
	indent = 14 * page.Point
	size   = 10500 * page.Unit(1)
	lead   = 15 * page.Point
)

var ink = page.RGB(0x15181c)

// setter sets a document by hand, one line at a time, as layout would.
type setter struct {
	*page.Document
	y         page.Unit
	backlinks []backlink
}

// backlink is the way from a note, drawn later, to its reference.
type backlink struct{ note, link, reference int32 }

// set starts a document of one page.
func set(t testing.TB) *setter {
	t.Helper()
	family, err := font.Sofia()
	if err != nil {
		t.Fatal(err)
	}
	s := &setter{Document: &page.Document{
		Lang:  "de-DE",
		Faces: []*font.Face{family.Regular, family.Italic, family.Bold, family.Head, family.Spare},
	}}
	s.Add(0, page.Root)
	s.sheet()
	return s
}

// sheet starts a page with its furniture.
func (s *setter) sheet() *page.Page {
	s.Pages = append(s.Pages, page.Page{Width: page.A4Width, Height: page.A4Height})
	s.y = 100 * page.Point
	s.draw(page.Item{
		Kind: page.Line, X: 20 * page.Point, Y: 34 * page.Point, W: 500 * page.Point,
		Stroke: page.RGB(0x123f94), Width: 1600, Artifact: page.Header,
	})
	s.run(0, regular, 8*page.Point, left, 810*page.Point, "Musterstadt · Seite 1")
	s.items()[len(s.items())-1].Artifact = page.Footer
	return s.last()
}

func (s *setter) last() *page.Page   { return &s.Pages[len(s.Pages)-1] }
func (s *setter) items() []page.Item { return s.last().Items }

func (s *setter) draw(it page.Item) { s.last().Items = append(s.last().Items, it) }

// run draws text at a place and returns its width.
func (s *setter) run(leaf int32, face uint8, size, x, y page.Unit, text string) page.Unit {
	from := int32(len(s.Glyphs))
	f := s.Faces[face]
	var width page.Unit
	var before font.Glyph
	for _, r := range text {
		g := f.Glyph(r)
		if k := f.Kern(before, g); k != 0 {
			s.Glyphs[len(s.Glyphs)-1].Adjust = int16(k)
			width += page.Unit(k) * size / 1000
		}
		s.Glyphs = append(s.Glyphs, page.Placed{Glyph: g})
		width += page.Unit(f.Advance(g)) * size / 1000
		before = g
	}
	s.draw(page.Item{
		Kind: page.Text, Face: face, Leaf: leaf, Size: size, X: x, Y: y, W: width,
		From: from, To: int32(len(s.Glyphs)), Fill: ink,
	})
	return width
}

// leaf adds a line of text as content of parent.
func (s *setter) leaf(parent int32, face uint8, x page.Unit, text string) page.Rect {
	w := s.run(s.Add(parent, page.Content), face, size, x, s.y, text)
	return page.Rect{X: x, Y: s.y - size, W: w, H: lead}
}

// block adds an element of one line.
func (s *setter) block(parent int32, role page.Role, face uint8, text string) int32 {
	n := s.Add(parent, role)
	s.leaf(n, face, left, text)
	s.y += lead
	return n
}

// heading adds a heading with its entry in the outline.
func (s *setter) heading(parent int32, role page.Role, level int, text string) int32 {
	n := s.Add(parent, role)
	*s.Attr(n) = page.Attr{Title: text, Page: int32(len(s.Pages) - 1), X: left, Y: s.y - size}
	s.leaf(n, head, left, text)
	s.y += 2 * lead
	s.Outline = append(s.Outline, page.Heading{Level: level, Title: text, Node: n})
	return n
}

// Describe describes the samples, for the first generation.
func Describe() *pdf.Info {
	day := time.Date(2018, 11, 9, 12, 0, 0, 0, time.FixedZone("CET", 3600))
	return &pdf.Info{
		Title: "Krähwinkel baut „schnell“", Language: "de-DE", Authors: []string{"Erika Mustermann"},
		Publisher: "Stadt Krähwinkel", Description: "Ein Versuch", Keywords: []string{"Glasfaser", "Łódź & Umland"},
		Address: "https://krähwinkel.example/2018/11/versuch/", Creator: "Stadtbote", Created: day, ID: [16]byte{1, 2, 3},
	}
}

// DescribeUA2 describes the samples for the second generation.
func DescribeUA2() *pdf.Info {
	i := WithSource(Describe())
	i.Profile = pdf.UA2
	return i
}

// WithSource attaches a source.
func WithSource(i *pdf.Info) *pdf.Info {
	i.Source = source()
	return i
}

func source() *pdf.Embedding {
	return &pdf.Embedding{
		Name: "versuch.md", Type: "text/markdown", Description: "Quelltext",
		Data: []byte("# Versuch\n\nText.\n"), Modified: time.Date(2018, 11, 9, 12, 0, 0, 0, time.UTC),
	}
}

// Plain is the thinnest document: a headline and a paragraph.
func Plain(t testing.TB) *page.Document {
	s := set(t)
	art := s.Add(0, page.Article)
	s.heading(art, page.Title, 1, "Krähwinkel baut „schnell“")
	s.block(art, page.Paragraph, regular, "Die Stadt (Łódź) verlegt Glasfaser \\ und Kabel.")
	return s.Document
}

// Write makes the bytes of a document.
func Write(t testing.TB, doc *page.Document, info *pdf.Info, pictures ...*pdf.Image) []byte {
	t.Helper()
	var press pdf.Press
	var out bytes.Buffer
	if err := press.Write(&out, doc, info, pictures); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Picture is a small photograph.
func Picture(t testing.TB) *pdf.Image {
	t.Helper()
	m := image.NewNRGBA(image.Rect(0, 0, 120, 80))
	for y := range 80 {
		for x := range 120 {
			m.Set(x, y, color.NRGBA{uint8(2 * x), uint8(3 * y), 128, 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	picture, err := pdf.NewImage(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

// Show is a document of one picture, 300 by 200 points, in its upper left
// corner at 100, 100.
func Show(t testing.TB) *page.Document {
	s := set(t)
	art := s.Add(0, page.Article)
	s.heading(art, page.Title, 1, "Ein Bild")
	figure := s.Add(art, page.Figure)
	box := page.Rect{X: 100 * page.Point, Y: 100 * page.Point, W: 300 * page.Point, H: 200 * page.Point}
	*s.Attr(figure) = page.Attr{Alt: "Ein Bild", Place: box}
	s.draw(page.Item{Kind: page.Image, Leaf: s.Add(figure, page.Content), X: box.X, Y: box.Y, W: box.W, H: box.H})
	return s.Document
}
