package layout

import "stadtbote/internal/typeset/page"

// footHeight is the height of slabs of notes with the rule above them.
func (s *Setter) footHeight(slabs []int32) page.Unit {
	if len(slabs) == 0 {
		return 0
	}
	h := noteRuleAbove + hairline + noteRuleBelow
	for i, n := range slabs {
		sl := &s.slabs[n]
		h += sl.height
		if i > 0 {
			h += sl.gap
		}
	}
	return h
}

// place puts the slabs up to end onto the page.
func (k *maker) place(end int) {
	y := k.top()
	for n := k.next; n < end; n++ {
		sl := &k.s.slabs[n]
		switch {
		case n > k.next:
			y += sl.gap
		case sl.head > 0:
			h := &k.s.heads[sl.head-1]
			k.putItems(h.items, y)
			y += h.height
		}
		k.put(sl, y)
		k.tops = append(k.tops, y)
		y += sl.height
	}
	k.frame(end)
	k.tops = k.tops[:0]
}

// frame draws the boxes around the slabs up to end, as far as they are on
// this page.
func (k *maker) frame(end int) {
	p := &k.s.doc.Pages[k.number]
	for _, f := range k.s.frames {
		from, to := max(f.from, k.next), min(f.to, end)
		if from >= to {
			continue
		}
		top, last := k.tops[from-k.next], to-1
		p.Items = append(p.Items, page.Item{
			Kind: page.Box, X: f.x, Y: top, W: f.width(), H: k.tops[last-k.next] + k.s.slabs[last].height - top,
			Stroke: ink, Width: hairline,
		})
	}
}

// foot puts slabs of notes at the foot of the page.
func (k *maker) foot(slabs []int32) {
	if len(slabs) == 0 {
		return
	}
	s := k.s
	y := bottom - s.footHeight(slabs) + noteRuleAbove
	p := &s.doc.Pages[k.number]
	p.Items = append(p.Items, page.Item{Kind: page.Box, X: axis, Y: y, W: noteRuleWidth, H: hairline, Fill: soft})
	y += hairline + noteRuleBelow
	for i, n := range slabs {
		sl := &s.slabs[n]
		if i > 0 {
			y += sl.gap
		}
		k.put(sl, y)
		y += sl.height
	}
}

// put puts a slab onto the page.
func (k *maker) put(sl *slab, y page.Unit) {
	s := k.s
	k.putItems(sl.items, y)
	for _, sp := range s.spots[sl.spots.from:sl.spots.to] {
		a := s.doc.Attr(sp.node)
		a.Page, a.X, a.Y = int32(k.number), sp.rect.X, sp.rect.Y+y
		if sp.figure {
			a.Place = sp.rect
			a.Place.Y += y
		}
	}
	p := &s.doc.Pages[k.number]
	for i := sl.links.from; i < sl.links.to; i++ {
		l := &s.links[i]
		r := l.rect
		r.Y += y
		addLink(p, l, r)
	}
}

// putItems puts a range of the galley's items onto the page.
func (k *maker) putItems(r span2, y page.Unit) {
	p := &k.s.doc.Pages[k.number]
	n := len(p.Items)
	p.Items = append(p.Items, k.s.items[r.from:r.to]...)
	for i := n; i < len(p.Items); i++ {
		p.Items[i].Y += y
	}
}

// addLink adds a rectangle to the page's link of a node.
func addLink(p *page.Page, l *galleyLink, r page.Rect) {
	for i := len(p.Links) - 1; i >= 0 && i >= len(p.Links)-3; i-- {
		if p.Links[i].Node == l.node {
			p.Links[i].Rects = append(p.Links[i].Rects, r)
			return
		}
	}
	p.Links = append(p.Links, page.Link{Node: l.node, Rects: []page.Rect{r}, URL: l.url, Dest: l.dest, Contents: l.contents})
}
