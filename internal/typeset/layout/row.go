package layout

import (
	"stadtbote/internal/typeset/linebreak"
	"stadtbote/internal/typeset/page"
)

// cell is a text that stands beside others, line by line.
type cell struct {
	text  text
	lines []linebreak.Line
	at    place
}

// row is cells beside each other. All have the same leading, so a row can be
// divided between two pages as a paragraph can.
type row struct {
	cells        []cell
	look         look
	gap          page.Unit
	above, below page.Unit // space between the lines and the rules
	rule         func(y page.Unit)
	ruleBelow    func(y page.Unit)
	head         int32 // see slab
	keep         bool  // with the row that follows
}

// shortRow is how many lines a row may have and still never be divided.
const shortRow = 12

// fill breaks the text of a cell into lines.
func (s *Setter) fill(c *cell) {
	lines := s.breakLines(&c.text, c.at.width)
	from := len(s.kept)
	s.kept = append(s.kept, lines...)
	c.lines = s.kept[from:len(s.kept):len(s.kept)]
}

// setRow sets the lines of a row as slabs.
func (s *Setter) setRow(r *row) {
	count := 1
	for i := range r.cells {
		count = max(count, len(r.cells[i].lines))
	}
	for k := range count {
		gap, above, below := page.Unit(0), page.Unit(0), page.Unit(0)
		if k == 0 {
			gap, above = r.gap, r.above
		}
		if k == count-1 {
			below = r.below
		}
		sl := s.open(gap)
		sl.head = r.head
		if k == 0 && r.rule != nil {
			r.rule(0)
		}
		s.setRowLine(r, k, above)
		height := above + r.look.leading + below
		if k == count-1 && r.ruleBelow != nil {
			r.ruleBelow(height)
		}
		s.close(sl, height, r.after(k, count))
	}
}

// setRowLine sets line k of all cells of a row.
func (s *Setter) setRowLine(r *row, k int, above page.Unit) {
	for i := range r.cells {
		c := &r.cells[i]
		if k < len(c.lines) {
			at := c.at
			at.y = above + s.baseline(r.look)
			s.setLine(&c.text, &c.lines[k], at)
			s.noteRefs(&c.text, &c.lines[k])
		}
	}
}

// after is how bad it is to end a page after line k of a row.
func (r *row) after(k, count int) int32 {
	switch {
	case k == count-1 && !r.keep:
		return 0
	case r.keep, count <= shortRow, k == 0, k == count-2:
		return never
	}
	return 50
}

// natural is the width of a composed text if no line had to end.
func (s *Setter) natural(t text) page.Unit {
	widest, sum := int64(0), int64(0)
	for _, it := range s.inline.items[t.from:t.to] {
		if it.Kind == linebreak.Penalty {
			if it.Penalty == linebreak.Forced {
				widest, sum = max(widest, sum), 0
			}
			continue
		}
		sum += it.Width
	}
	return page.Unit((max(widest, sum) + micro - 1) / micro)
}

// least is the width of the widest part of a composed text that should not be
// broken.
func (s *Setter) least(t text) page.Unit {
	return page.Unit((s.widest(t) + micro - 1) / micro)
}
