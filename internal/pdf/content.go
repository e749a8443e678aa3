package pdf

import (
	"slices"

	"stadtbote/internal/typeset/page"
)

// content writes the operators of one page (ISO 32000-1, 8 and 9). It knows
// what the viewer knows: an operator that would change nothing is left out.
//
// Marked content is opened inside the text object or outside of it, and closed
// before the text object begins or ends, so that both nest (14.6.1).
type content struct {
	doc    *document
	number int       // index of the page
	height page.Unit // y is flipped with it
	b      []byte

	leaf     int32 // the leaf of the open marked content, 0 for an artifact
	artifact page.Artifact
	marked   bool // marked content is open
	text     bool // a text object is open
	path     bool // rectangles wait to be filled

	x, y       page.Unit // start of the current line of text
	pen        page.Rect // X and Y: where the text shown last ends; nothing is shown if W is 0
	face       int
	size       page.Unit
	fill, line page.Color
	width      page.Unit
	elements   []int32 // by MCID: the node of its element
}

// black is the colour that a page begins with.
const black = page.Color(1 << 24)

func (c *content) write(p *page.Page) {
	c.height = p.Height
	c.face, c.size, c.width = -1, 0, page.Point
	c.fill, c.line = black, black
	thin := false
	for i := range p.Items {
		if isThin(&p.Items[i]) {
			thin = true
		} else {
			c.item(&p.Items[i])
		}
	}
	for i := range p.Items {
		if thin && isThin(&p.Items[i]) {
			c.item(&p.Items[i])
		}
	}
	c.endMark()
	c.endText()
}

// isThin reports whether an item is a rule or the line under a link. Nothing is
// hidden by it; it is drawn last with all others, so that the text is not
// interrupted.
func isThin(it *page.Item) bool {
	const most = 3 * page.Point / 2
	return it.Kind == page.Box && it.Leaf == 0 && it.Artifact == page.Layout && it.Stroke == 0 && min(it.W, it.H) <= most
}

func (c *content) item(it *page.Item) {
	if it.Kind == page.Text && it.From == it.To {
		return
	}
	c.mark(it)
	switch it.Kind {
	case page.Text:
		c.showText(it)
	case page.Box:
		c.drawBox(it)
	case page.Line:
		c.drawLine(it)
	case page.Image:
		c.drawImage(it)
	}
}

// mark opens the marked content that the item belongs to, if it is not open.
func (c *content) mark(it *page.Item) {
	isText := it.Kind == page.Text
	same := c.marked && c.leaf == it.Leaf && (it.Leaf != 0 || c.artifact == it.Artifact)
	if same && isText == c.text {
		return
	}
	c.endMark()
	if isText && !c.text {
		c.b = append(c.b, "BT\n"...)
		c.text, c.x, c.y, c.pen = true, 0, 0, page.Rect{}
	} else if !isText {
		c.endText()
	}
	c.leaf, c.artifact, c.marked = it.Leaf, it.Artifact, true
	if it.Leaf == 0 {
		c.b = append(c.b, artifactTags[it.Artifact]...)
		return
	}
	element := c.doc.pages.Nodes[it.Leaf].Parent
	c.b = append(c.b, '/')
	c.b = append(c.b, c.doc.kind(element).name...)
	c.b = append(c.b, "<</MCID "...)
	c.b = appendInt(c.b, len(c.elements))
	c.b = append(c.b, ">>BDC\n"...)
	c.doc.mark(it.Leaf, c.number, len(c.elements))
	c.elements = append(c.elements, element)
}

// artifactTags open an artifact (ISO 32000-1, 14.8.2.2, Table 330).
var artifactTags = [...]string{
	page.Layout:     "/Artifact<</Type/Layout>>BDC\n",
	page.Background: "/Artifact<</Type/Background>>BDC\n",
	page.Header:     "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n",
	page.Footer:     "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n",
	page.Repeated:   "/Artifact<</Type/Pagination>>BDC\n",
}

func (c *content) endMark() {
	c.endPath()
	if c.marked {
		c.b = append(c.b, "EMC\n"...)
		c.marked = false
	}
}

func (c *content) endText() {
	if c.text {
		c.b = append(c.b, "ET\n"...)
		c.text = false
	}
}

// showText writes one run of glyphs (ISO 32000-1, 9.4.3).
func (c *content) showText(it *page.Item) {
	if int(it.Face) != c.face || it.Size != c.size {
		c.face, c.size = int(it.Face), it.Size
		c.b = append(c.b, "/F"...)
		c.b = append(appendInt(c.b, c.face), ' ')
		c.b = append(appendUnit(c.b, it.Size), " Tf\n"...)
	}
	c.setFill(it.Fill)
	c.moveTo(it)
	t := &c.doc.faces[it.Face]
	c.b = appendGlyphs(c.b, c.doc.pages.Glyphs[it.From:it.To], t.codes, t.wide)
}

// moveTo puts the pen where a run begins, unless it is there already: behind
// the run before.
func (c *content) moveTo(it *page.Item) {
	if c.pen.W == 0 || it.Y != c.pen.Y || it.X != c.pen.X {
		x, y := hundredths(it.X), hundredths(c.height-it.Y)
		if x != c.x || y != c.y {
			c.numbers(x-c.x, y-c.y)
			c.b = append(c.b, " Td\n"...)
			c.x, c.y = x, y
		}
	}
	c.pen = page.Rect{X: it.X + it.W, Y: it.Y, W: it.W}
}

// appendGlyphs writes the strings and shifts of a run and the operator that
// shows them. A shift moves left, so kerning that closes up is positive.
func appendGlyphs(b []byte, glyphs []page.Placed, cid []uint16, wide bool) []byte {
	array := slices.ContainsFunc(glyphs, func(g page.Placed) bool { return g.Adjust != 0 })
	if array {
		b = append(b, '[')
	}
	b = append(b, '(')
	open := true
	for _, g := range glyphs {
		if !open {
			b = append(b, '(')
			open = true
		}
		code := cid[g.Glyph]
		if wide {
			b = appendByte(b, byte(code>>8))
		}
		b = appendByte(b, byte(code))
		if g.Adjust != 0 {
			b = append(b, ')')
			b = appendInt(b, -int(g.Adjust))
			open = false
		}
	}
	if open {
		b = append(b, ')')
	}
	if array {
		return append(b, "]TJ\n"...)
	}
	return append(b, "Tj\n"...)
}

// numbers writes operands, rounded to 1/100 point.
func (c *content) numbers(values ...page.Unit) {
	for i, v := range values {
		if i > 0 {
			c.b = append(c.b, ' ')
		}
		c.b = appendUnit(c.b, hundredths(v))
	}
}
