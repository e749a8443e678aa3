package layout

import (
	"stadtbote/internal/typeset/hyphen"
	"stadtbote/internal/typeset/linebreak"
	"stadtbote/internal/typeset/page"
)

// place says where a line is set.
type place struct {
	x, width page.Unit // the line's margins
	y        page.Unit // the baseline, below the top of the slab
	align    page.Align
}

// emitter puts the glyphs of one line onto the galley.
type emitter struct {
	s      *Setter
	x      int64 // where the pen is, millionths of a point
	y      page.Unit
	first  int     // the line's first item in the galley
	owners []int32 // by item of the line: its span
}

// setLine sets a line of a paragraph.
func (s *Setter) setLine(t *text, l *linebreak.Line, at place) {
	e := emitter{s: s, x: int64(at.x) * micro, y: at.y, first: len(s.items), owners: s.owners[:0]}
	slack := max(int64(at.width)*micro-l.Width, 0)
	switch at.align {
	case page.End:
		e.x += slack
	case page.Center:
		e.x += slack / 2
	}
	items, pieces := s.inline.items[t.from:t.to], s.inline.pieces[t.from:t.to]
	extra, spaces := l.Extra, countGlue(items[l.From:l.To])
	for i := l.From; i < l.To; i++ {
		switch items[i].Kind {
		case linebreak.Box:
			e.word(&pieces[i])
		case linebreak.Glue:
			give := extra / spaces
			extra, spaces = extra-give, spaces-1
			e.space(&pieces[i], give)
		}
	}
	if l.To < len(items) {
		e.lineEnd(&pieces[l.To], l.Hyphen)
	}
	e.decorate()
	s.owners = e.owners
}

func countGlue(items []linebreak.Item) int64 {
	n := int64(0)
	for i := range items {
		if items[i].Kind == linebreak.Glue {
			n++
		}
	}
	return n
}

// item is the item that the next glyphs of a span in a face belong to.
func (e *emitter) item(span int32, face uint8) *page.Item {
	s := e.s
	sp := &s.inline.spans[span]
	if n := len(e.owners); n > 0 {
		last := &s.items[len(s.items)-1]
		if owner := e.owners[n-1]; last.Face == face && (owner == span || sameInk(&s.inline.spans[owner], sp)) {
			return last
		}
	}
	at := int32(len(s.doc.Glyphs))
	s.items = append(s.items, page.Item{
		Kind: page.Text, Face: face, Leaf: sp.leaf, X: page.Unit(e.x / micro), Y: e.y - sp.rise,
		Size: sp.look.size, From: at, To: at, Rise: sp.rise, Fill: sp.look.color,
	})
	e.owners = append(e.owners, span)
	return &s.items[len(s.items)-1]
}

// sameInk reports whether two spans can share an item.
func sameInk(a, b *span) bool {
	return a.leaf == b.leaf && a.look.size == b.look.size && a.look.color == b.look.color &&
		a.rise == b.rise && a.link == b.link && a.strike == b.strike && a.mark == b.mark && !a.sigil && !b.sigil
}

// add appends a glyph to an item. The pen moves on by width thousandths of
// the size.
func (e *emitter) add(it *page.Item, g page.Placed, width int32) {
	e.s.doc.Glyphs = append(e.s.doc.Glyphs, g)
	e.move(it, width)
}

func (e *emitter) move(it *page.Item, width int32) {
	e.x += int64(width) * int64(it.Size)
	it.To = int32(len(e.s.doc.Glyphs))
	it.W = page.Unit(e.x/micro) - it.X
}

func (e *emitter) word(p *piece) {
	it := e.item(p.span, p.word.face)
	glyphs := p.word.glyphs[p.from:p.to]
	e.s.doc.Glyphs = append(e.s.doc.Glyphs, glyphs...)
	if len(glyphs) == len(p.word.glyphs) {
		e.move(it, p.word.width)
		return
	}
	face, width := e.s.faces[p.word.face], int32(0)
	for _, g := range glyphs {
		width += face.Advance(g.Glyph) + int32(g.Adjust)
	}
	e.move(it, width)
}

func (e *emitter) space(p *piece, extra int64) {
	face := e.s.inline.spans[p.span].look.face
	it := e.item(p.span, face)
	g := page.Placed{Glyph: e.s.faces[face].Glyph(' '), Adjust: int16(extra / int64(it.Size))}
	e.add(it, g, e.s.faces[face].Advance(g.Glyph)+int32(g.Adjust))
}

// lineEnd sets what ends a line that is not the last: the hyphen of a divided
// word, or a space for those who copy the text.
func (e *emitter) lineEnd(p *piece, hyphenated bool) {
	if len(e.owners) == 0 {
		return
	}
	it := &e.s.items[len(e.s.items)-1]
	last := &e.s.doc.Glyphs[len(e.s.doc.Glyphs)-1]
	before := int32(last.Adjust)
	last.Adjust = 0
	face := e.s.faces[it.Face]
	switch {
	case hyphenated:
		shy := face.Glyph(hyphen.Shy)
		last.Adjust = int16(face.Kern(last.Glyph, shy))
		e.add(it, page.Placed{Glyph: shy}, int32(last.Adjust)-before+face.Advance(shy))
	case p.word != nil:
		e.move(it, -before) // after a hyphen or slash of the word
	default:
		e.trailing(p)
	}
}

// trailing sets a space beyond the end of the line.
func (e *emitter) trailing(p *piece) {
	owners := len(e.owners)
	it := e.item(p.span, e.s.inline.spans[p.span].look.face)
	if len(e.owners) > owners {
		it.W = 0
	}
	e.s.doc.Glyphs = append(e.s.doc.Glyphs, page.Placed{Glyph: e.s.faces[it.Face].Glyph(' ')})
	it.To = int32(len(e.s.doc.Glyphs))
}

// spaceAfter ends the text set last with a space, for those who copy it.
func (s *Setter) spaceAfter() {
	if n := len(s.items); n > 0 && s.items[n-1].Kind == page.Text && int(s.items[n-1].To) == len(s.doc.Glyphs) {
		it := &s.items[n-1]
		space := s.faces[it.Face].Glyph(' ')
		s.doc.Glyphs = append(s.doc.Glyphs, page.Placed{Glyph: space})
		it.To++
		it.W += page.Unit(s.faces[it.Face].Advance(space)) * it.Size / 1000
	}
}

// decorate draws the lines under and through text, the sign that ends a story,
// and notes where links are.
func (e *emitter) decorate() {
	s := e.s
	for i := 0; i < len(e.owners); i++ {
		sp := s.inline.spans[e.owners[i]]
		if sp.link == 0 && !sp.strike && !sp.mark && !sp.sigil {
			continue
		}
		it := s.items[e.first+i]
		for i+1 < len(e.owners) && alike(&sp, &s.inline.spans[e.owners[i+1]]) {
			i++
			next := &s.items[e.first+i]
			it.W = max(it.W, next.X+next.W-it.X)
		}
		if it.W > 0 {
			e.stroke(&sp, &it)
		}
	}
}

// alike reports whether two neighbours have the same lines.
func alike(a, b *span) bool {
	return a.link == b.link && a.strike == b.strike && a.mark == b.mark && !a.sigil && !b.sigil
}

// stroke draws the lines of a stretch of text.
func (e *emitter) stroke(sp *span, it *page.Item) {
	s, size := e.s, it.Size
	width := max(size*50/1000, pt(4))
	bar := func(y page.Unit) {
		s.items = append(s.items, page.Item{Kind: page.Box, X: it.X, Y: y, W: it.W, H: width, Fill: it.Fill})
	}
	if sp.link != 0 {
		ref := &s.inline.links[sp.link-1]
		if sp.note > 0 {
			s.spot(ref.node, it.X, it.Y-size)
		}
		s.links = append(s.links, galleyLink{linkRef: *ref, rect: page.Rect{X: it.X, Y: it.Y - size*9/10, W: it.W, H: size * 12 / 10}})
	}
	if sp.link != 0 && sp.note == 0 && !s.inline.links[sp.link-1].quiet || sp.mark {
		bar(it.Y + size*12/100)
	}
	if sp.strike {
		bar(it.Y - size*26/100)
	}
	if sp.sigil {
		s.items = append(s.items, page.Item{
			Kind: page.Box, X: it.X + it.W + size*35/100, Y: it.Y - size*60/100, W: size, H: size * 64 / 100,
			Stroke: it.Fill, Width: pt(8), Radius: size * 15 / 100,
		})
	}
}
