package layout

import "stadtbote/internal/typeset/page"

// dot is how large a pixel is set at most: 110 to the inch. Small pictures
// are not blown up.
const dot = page.Inch / 110

// setFigure sets a picture from the axis to the right edge, its caption left
// of the axis at the picture's foot.
func (s *Setter) setFigure(parent int32, f Figure, m margins) {
	if f.Width <= 0 || f.Height <= 0 {
		return
	}
	group := s.figureGroup(parent, &f)
	node := int32(0)
	if f.Alt != "" {
		node = s.doc.Add(group, page.Figure)
		s.doc.Attr(node).Alt = f.Alt
	}
	if m.x == axis {
		m.end = rightEdge
	}
	width, height := fit(f, m.width())
	if m.x != axis {
		s.setPicture(node, f, page.Rect{X: m.x, W: width, H: height}, height, blockGap)
		s.captionBelow(group, f, m)
		return
	}
	s.captionBeside(group, node, f, page.Rect{X: m.x, W: width, H: height})
}

// figureGroup is the element around a picture and its caption. The caption is
// no kid of the figure: what replaces the figure for the blind would replace
// it too. A Div would not do, for it counts as absent, and a caption must be
// the first or last kid of its element (ISO 14289-2, 8.2.5.27).
func (s *Setter) figureGroup(parent int32, f *Figure) int32 {
	if len(f.Caption)+len(f.Credit) == 0 {
		return parent
	}
	return s.doc.Add(parent, page.Section)
}

// fit is the size of a picture on the page, its proportions kept.
func fit(f Figure, room page.Unit) (width, height page.Unit) {
	w, h := page.Unit(f.Width), page.Unit(f.Height)
	width = min(room, w*dot)
	height = width * h / w
	if height > tallestPicture {
		height = tallestPicture
		width = height * w / h
	}
	return max(width, page.Point), max(height, page.Point)
}

// caption are the runs below or beside a picture.
func caption(f Figure) []Run {
	var runs []Run
	runs = append(runs, f.Caption...)
	if len(f.Caption) > 0 && len(f.Credit) > 0 {
		runs = append(runs, Run{Text: " "})
	}
	return append(runs, f.Credit...)
}

// captionBeside sets a picture with its caption in the left column, the last
// lines of both level.
func (s *Setter) captionBeside(group, node int32, f Figure, r page.Rect) {
	runs := caption(f)
	if len(runs) == 0 {
		s.setPicture(node, f, r, r.H, blockGap)
		return
	}
	mark := s.inline.mark()
	c := cell{text: s.compose(s.doc.Add(group, page.Caption), runs, captionLook)}
	c.at = place{x: leftEdge, width: hungEnd - leftEdge}
	kept := len(s.kept)
	s.fill(&c)
	height := captionLook.leading * page.Unit(len(c.lines))
	slabHeight := max(r.H, height)
	r.Y = slabHeight - r.H
	sl := s.open(s.clear(blockGap, slabHeight-height-captionLook.leading))
	for i := range c.lines {
		at := c.at
		at.y = slabHeight - height + captionLook.leading*page.Unit(i) + s.baseline(captionLook)
		s.setLine(&c.text, &c.lines[i], at)
		s.noteRefs(&c.text, &c.lines[i])
	}
	s.picture(node, f, r)
	s.close(sl, slabHeight+blockGap-paragraphGap, 0)
	s.kept = s.kept[:kept]
	s.inline.release(mark)
}

// captionBelow sets a caption under its picture.
func (s *Setter) captionBelow(group int32, f Figure, m margins) {
	if runs := caption(f); len(runs) > 0 {
		s.glue()
		s.setParagraph(group, runs, m, paragraph{look: captionLook, role: page.Caption, gap: pt(20)})
	}
}

// setPicture sets a picture as a slab of its own.
func (s *Setter) setPicture(node int32, f Figure, r page.Rect, height, gap page.Unit) {
	sl := s.open(gap)
	s.picture(node, f, r)
	s.close(sl, height+pt(40), 0)
}

// picture puts a picture onto the slab that is open.
func (s *Setter) picture(node int32, f Figure, r page.Rect) {
	it := page.Item{Kind: page.Image, X: r.X, Y: r.Y, W: r.W, H: r.H, Picture: int32(f.Picture)}
	if node != 0 {
		it.Leaf = s.doc.Add(node, page.Content)
		s.spots = append(s.spots, spot{node: node, rect: r, figure: true})
	}
	s.items = append(s.items, it)
}
