package pdftest

import (
	"testing"

	"stadtbote/internal/typeset/page"
)

// Rich is a document with every kind of element, on two pages. It shows one
// picture.
func Rich(t testing.TB) *page.Document {
	s := set(t)
	art := s.Add(0, page.Article)
	s.heading(art, page.Title, 1, "Krähwinkel baut „schnell“")
	s.tagline(art)
	note := s.paragraph(art)
	s.heading(art, page.H2, 2, "Was geplant ist")
	s.list(art)
	s.quote(art)
	s.heading(art, page.H3, 3, "Zahlen")
	s.table(art)
	s.sheet()
	s.figure(art)
	s.footnote(note)
	s.heading(art, page.H2, 2, "Wie es weitergeht")
	s.aside(art)
	s.block(art, page.Paragraph, spare, "Λαμία, Λάρισα") // no case holds Greek: a composite font
	return s.Document
}

// tagline has what is spoken otherwise than it is drawn: a sign of two boxes
// and text, and a word in another language.
func (s *setter) tagline(art int32) {
	s.draw(page.Item{
		Kind: page.Box, X: left, Y: s.y - size, W: 90 * page.Point, H: 14 * page.Point,
		Fill: page.RGB(0xfdc600), Stroke: ink, Width: 500, Radius: 3000, Artifact: page.Background,
	})
	p := s.Add(art, page.Paragraph)
	sign := s.Add(p, page.Span)
	s.Attr(sign).Actual = "Ort: Krähwinkel"
	s.leaf(sign, bold, left+4*page.Point, "Krähwinkel ")
	english := s.Add(p, page.Span)
	s.Attr(english).Lang = "en"
	s.leaf(english, italic, left+100*page.Point, "fibre to the home")
	s.y += 2 * lead
}

// paragraph has emphasis, a link over two lines, and the reference of a note,
// whose element it returns.
func (s *setter) paragraph(art int32) int32 {
	p := s.Add(art, page.Paragraph)
	s.leaf(p, regular, left, "Die ")
	strong := s.Add(p, page.Strong)
	s.leaf(strong, bold, left+20*page.Point, "Stadt ")
	em := s.Add(p, page.Emphasis)
	s.leaf(em, italic, left+60*page.Point, "hofft: ")
	link := s.Add(p, page.Anchor)
	words := s.Add(link, page.Content)
	first := page.Rect{X: left + 100*page.Point, Y: s.y - size, H: lead}
	first.W = s.run(words, regular, size, first.X, s.y, "Bericht der ")
	s.y += lead
	second := page.Rect{X: left, Y: s.y - size, H: lead}
	second.W = s.run(words, regular, size, left, s.y, "Kämmerei")
	s.link(page.Link{Node: link, Rects: []page.Rect{first, second}, URL: "https://krähwinkel.example/(a)", Contents: "Bericht der Kämmerei"})
	struck := s.Add(p, page.Span)
	s.Attr(struck).Decor = page.LineThrough
	s.leaf(struck, regular, left+100*page.Point, "gestern")

	reference := s.Add(p, page.Reference)
	*s.Attr(reference) = page.Attr{Page: 0, X: left, Y: s.y - size}
	label := s.Add(reference, page.Label)
	s.Attr(label).Rise = 3500
	jump := s.Add(label, page.Anchor)
	s.y -= 3500
	at := s.leaf(jump, regular, left+160*page.Point, "1")
	s.y += 3500 + 2*lead
	note := s.Add(p, page.Note)
	s.link(page.Link{Node: jump, Rects: []page.Rect{at}, Dest: note, Contents: "Fußnote 1"})
	back := s.Add(s.Add(note, page.Label), page.Anchor)
	s.Attr(back).Rise = 3500
	s.backlinks = append(s.backlinks, backlink{note, back, reference})
	return note
}

// footnote draws the note at the foot of the page.
func (s *setter) footnote(note int32) {
	y := s.y
	s.y = 780 * page.Point
	*s.Attr(note) = page.Attr{Page: int32(len(s.Pages) - 1), X: left, Y: s.y - size}
	for _, b := range s.backlinks {
		at := s.leaf(b.link, regular, left, "1")
		s.link(page.Link{Node: b.link, Rects: []page.Rect{at}, Dest: b.reference, Contents: "Zurück zum Text"})
	}
	s.leaf(note, regular, left+indent, "Stand vom November.")
	s.y = y
}

func (s *setter) link(l page.Link) { s.last().Links = append(s.last().Links, l) }

func (s *setter) list(art int32) {
	list := s.Add(art, page.List)
	s.Attr(list).Numbering = page.Decimal
	for _, text := range []string{"Trassen", "Rohre"} {
		item := s.Add(list, page.ListItem)
		s.leaf(s.Add(item, page.Label), regular, left, "1. ")
		body := s.Add(item, page.Body)
		s.leaf(s.Add(body, page.Paragraph), regular, left+indent, text)
		s.y += lead
		inner := s.Add(body, page.List)
		s.Attr(inner).Numbering = page.Unordered
		deep := s.Add(inner, page.ListItem)
		s.leaf(s.Add(deep, page.Label), regular, left+indent, "• ")
		s.leaf(s.Add(deep, page.Body), regular, left+2*indent, "auch hier")
		s.y += lead
	}
}

func (s *setter) quote(art int32) {
	quote := s.Add(art, page.BlockQuote)
	s.block(quote, page.Paragraph, italic, "Es geht voran.")
	code := s.Add(s.Add(art, page.Paragraph), page.Code)
	s.leaf(code, regular, left, "make all")
	s.y += 2 * lead
}

// table has a caption, a header row, and a header cell in each row.
func (s *setter) table(art int32) {
	table := s.Add(art, page.Table)
	*s.Attr(table) = page.Attr{Page: int32(len(s.Pages) - 1), Place: page.Rect{X: left, Y: s.y, W: 200 * page.Point, H: 80 * page.Point}}
	s.block(table, page.Caption, bold, "Ausbau nach Ortsteilen")
	row := s.Add(s.Add(table, page.TableHead), page.Row)
	var columns []int32
	for i, text := range []string{"Ortsteil", "Häuser"} {
		cell := s.Add(row, page.HeaderCell)
		s.Attr(cell).Scope = page.Column
		s.leaf(cell, bold, left+page.Unit(i)*100*page.Point, text)
		columns = append(columns, cell)
	}
	s.y += lead
	body := s.Add(table, page.TableBody)
	for _, texts := range [][2]string{{"Nord", "12"}, {"Süd", "7"}} {
		row := s.Add(body, page.Row)
		name := s.Add(row, page.HeaderCell)
		*s.Attr(name) = page.Attr{Scope: page.RowScope, Headers: columns[:1]}
		s.leaf(name, regular, left, texts[0])
		value := s.Add(row, page.DataCell)
		*s.Attr(value) = page.Attr{Headers: []int32{columns[1], name}, Align: page.End}
		s.leaf(value, regular, left+100*page.Point, texts[1])
		s.y += lead
	}
	s.y += lead
}

// figure shows picture 0 with its caption.
func (s *setter) figure(art int32) {
	figure := s.Add(art, page.Figure)
	box := page.Rect{X: left, Y: s.y, W: 120 * page.Point, H: 80 * page.Point}
	*s.Attr(figure) = page.Attr{Alt: "Ein Bagger vor dem Rathaus", Page: int32(len(s.Pages) - 1), Place: box}
	s.draw(page.Item{Kind: page.Image, Leaf: s.Add(figure, page.Content), X: box.X, Y: box.Y, W: box.W, H: box.H})
	s.y += 100 * page.Point
	s.block(figure, page.Caption, regular, "Der Bagger. Foto: E. Mustermann")
}

// aside is a box with text and a pattern of many rectangles.
func (s *setter) aside(art int32) {
	sect := s.Add(art, page.Section)
	s.block(sect, page.Paragraph, regular, "Hinweis: Die Straße ist gesperrt.")
	figure := s.Add(sect, page.Figure)
	*s.Attr(figure) = page.Attr{Alt: "Muster", Page: int32(len(s.Pages) - 1), Place: page.Rect{X: left, Y: s.y, W: 40 * page.Point, H: 40 * page.Point}}
	leaf := s.Add(figure, page.Content)
	for i := range page.Unit(8) {
		s.draw(page.Item{Kind: page.Box, Leaf: leaf, X: left + i*5*page.Point, Y: s.y + i*5*page.Point, W: 5 * page.Point, H: 5 * page.Point, Fill: page.RGB(0)})
	}
	s.y += 60 * page.Point
}
