package layout

import "stadtbote/internal/typeset/page"

// slab is a strip of the galley, as wide as the page: a line of text, a
// picture, a row of a table. A page is a number of slabs below each other.
type slab struct {
	gap     page.Unit // space above, unless the slab begins a page
	height  page.Unit
	after   int32 // how bad it is to end a page below it, 0 to never
	items   span2 // what it shows
	links   span2
	spots   span2
	refs    span2 // the notes that it needs at the foot of its page
	heading bool  // what follows comes near
	head    int32 // 1 + index of the table head that a page beginning with it repeats
}

// span2 is a range of an arena.
type span2 struct{ from, to int32 }

// never forbids a page to end.
const never = 10000

// galleyLink is a link on the galley.
type galleyLink struct {
	linkRef
	rect page.Rect
}

// spot notes where a node of the structure begins, or with figure set, where
// it stands.
type spot struct {
	node   int32
	rect   page.Rect
	figure bool
}

// tableHead is a table's head row, to be repeated.
type tableHead struct {
	items  span2
	height page.Unit
}

// open begins a slab; what hangs beside it is set at once.
func (s *Setter) open(gap page.Unit) slab {
	if n := len(s.slabs); n > 0 && s.slabs[n-1].heading && gap <= paragraphGap {
		gap = headingUnder
	}
	sl := slab{gap: gap, items: s.itemsFrom(), links: s.linksFrom(), spots: s.spotsFrom(), refs: s.refsFrom()}
	s.gap = gap
	if s.hung != nil {
		hang := s.hung
		s.hung = nil
		hang()
	}
	return sl
}

// close ends a slab. after is how bad it is to end a page below it.
func (s *Setter) close(sl slab, height page.Unit, after int32) {
	sl.height, sl.after = height, after
	sl.items.to, sl.links.to = int32(len(s.items)), int32(len(s.links))
	sl.spots.to, sl.refs.to = int32(len(s.spots)), int32(len(s.refs))
	s.overhang = max(0, s.overhang-sl.gap-height)
	s.slabs = append(s.slabs, sl)
}

func (s *Setter) itemsFrom() span2 { return span2{from: int32(len(s.items))} }
func (s *Setter) linksFrom() span2 { return span2{from: int32(len(s.links))} }
func (s *Setter) spotsFrom() span2 { return span2{from: int32(len(s.spots))} }
func (s *Setter) refsFrom() span2  { return span2{from: int32(len(s.refs))} }

// clear makes the gap so large that hung text of the blocks before is past,
// for a slab that itself uses the left column from top on.
func (s *Setter) clear(gap, top page.Unit) page.Unit {
	return max(gap, s.overhang-top)
}

// glue keeps the slab set last with the next one.
func (s *Setter) glue() {
	if n := len(s.slabs); n > 0 {
		s.slabs[n-1].after = never
	}
}

// rule draws a horizontal line on the galley.
func (s *Setter) rule(x, end, y, width page.Unit, c page.Color) {
	s.items = append(s.items, page.Item{Kind: page.Box, X: x, Y: y, W: end - x, H: width, Fill: c})
}

// spot notes where a node begins.
func (s *Setter) spot(node int32, x, y page.Unit) {
	s.spots = append(s.spots, spot{node: node, rect: page.Rect{X: x, Y: y}})
}
