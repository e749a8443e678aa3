package layout

import (
	"strconv"

	"stadtbote/internal/typeset/page"
)

// labelGap is the least space between a label and its item.
var labelGap = pt(50)

// setList sets a list; its labels hang left of the items.
func (s *Setter) setList(parent int32, list List, m margins) {
	node := s.doc.Add(parent, page.List)
	s.doc.Attr(node).Numbering = numbering(list)
	start := list.Start
	if start == 0 && list.Ordered {
		start = 1
	}
	width := indent
	if list.Ordered {
		widest := s.textWidth(strconv.Itoa(start+len(list.Items)-1)+".", s.body)
		width = max(width, widest+labelGap)
	}
	inner := m.indented(width)
	for i, item := range list.Items {
		li := s.doc.Add(node, page.ListItem)
		s.setItem(li, label(list, item, start+i), item.Blocks, margins{m.x, inner.x}, inner)
	}
}

// numbering is how the labels of a list look.
func numbering(list List) page.Numbering {
	if list.Ordered {
		return page.Decimal
	}
	return page.Unordered
}

// label is what stands before an item.
func label(list List, item ListItem, number int) string {
	switch {
	case item.Task == Done:
		return "☑"
	case item.Task == Open:
		return "☐"
	case list.Ordered:
		return strconv.Itoa(number) + "."
	}
	return "–"
}

// setItem sets a label and, beside it, blocks.
func (s *Setter) setItem(li int32, label string, blocks []Block, at, m margins) {
	lbl := s.doc.Add(li, page.Label)
	body := s.doc.Add(li, page.Body)
	from := len(s.slabs)
	s.hang(lbl, []Run{{Text: label}}, s.body, s.body, at)
	s.setBlocks(body, blocks, m)
	if s.hung != nil {
		s.close(s.open(itemGap), s.body.leading, 0) // an item without text
	}
	if from < len(s.slabs) {
		s.slabs[from].gap = min(s.slabs[from].gap, itemGap)
	}
}

// hang sets a short text beside the next slab, on the first baseline of text
// with the look on.
func (s *Setter) hang(node int32, runs []Run, l, on look, m margins) {
	before := s.hung
	s.hung = func() {
		if before != nil {
			before()
		}
		end := s.setBeside(node, runs, l, m, s.baseline(on)-s.baseline(l))
		s.overhang = max(s.overhang, s.gap+end)
	}
}

// setBeside sets runs into the slab that is open, from y on, and returns
// where they end.
func (s *Setter) setBeside(node int32, runs []Run, l look, m margins, y page.Unit) page.Unit {
	mark := s.inline.mark()
	t := s.compose(node, runs, l)
	lines := s.breakLines(&t, m.width())
	for i := range lines {
		s.setLine(&t, &lines[i], place{x: m.x, width: m.width(), y: y + s.baseline(l)})
		s.noteRefs(&t, &lines[i])
		y += l.leading
	}
	s.inline.release(mark)
	return y
}

// textWidth is the width of a text on one line.
func (s *Setter) textWidth(text string, l look) page.Unit {
	mark := s.inline.mark()
	t := s.compose(0, []Run{{Text: text}}, l)
	width := s.natural(t)
	s.inline.release(mark)
	return width
}

// setDefinitions sets terms, and what they mean below them.
func (s *Setter) setDefinitions(parent int32, d Definitions, m margins) {
	node := s.doc.Add(parent, page.List)
	for _, item := range d.Items {
		li := s.doc.Add(node, page.ListItem)
		l := s.body
		l.face = bold
		s.setParagraph(li, item.Term, m, paragraph{look: l, role: page.Label, gap: s.paragraphGap(), keep: true})
		body := s.doc.Add(li, page.Body)
		from := len(s.slabs)
		s.setBlocks(body, item.Blocks, m.indented(indent))
		if from < len(s.slabs) {
			s.slabs[from].gap = 0
		}
	}
}
