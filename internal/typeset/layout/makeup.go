package layout

import "slices"

import "stadtbote/internal/typeset/page"

// sheet says whose a page is.
type sheet struct {
	story *Story
	first bool // the first page of the story
}

// maker divides the galley into pages.
type maker struct {
	s      *Setter
	next   int         // the first slab that is on no page yet
	shown  []bool      // by note: it is on a page or waits for one
	carry  []int32     // slabs of notes that found no room on the page of their mark
	number int         // of the page being made, from 0
	first  int         // of the first page of the galley
	tops   []page.Unit // of the slabs on the page
}

// makeUp makes pages of all slabs, from page first on; they may be reserved
// already.
func (s *Setter) makeUp(first int) {
	k := maker{s: s, shown: make([]bool, len(s.notes)), first: first, number: first}
	for k.next < s.mainEnd || len(k.carry) > 0 || k.number == first {
		k.page()
		k.number++
	}
}

// top is where the slabs of a page begin.
func (k *maker) top() page.Unit {
	if k.number == k.first {
		return firstTop
	}
	return laterTop
}

// page makes one page.
func (k *maker) page() {
	s := k.s
	if k.number == len(s.doc.Pages) {
		s.addPage()
	}
	s.sheets[k.number] = sheet{story: s.story, first: k.number == k.first}
	room := bottom - k.top()
	feet := k.carried(room)
	end, fresh := k.choose(room - s.footHeight(feet))
	left := room - k.height(k.next, end)
	k.place(end)
	for i, n := range fresh {
		if len(k.carry) > 0 || s.footHeight(append(feet, n)) > left {
			k.carry = append(k.carry, fresh[i:]...)
			break
		}
		feet = append(feet, n)
	}
	k.foot(feet)
	k.next = end
}

// carried takes slabs of notes that wait for a page: what fits into a part of
// it, so that the text goes on too.
func (k *maker) carried(room page.Unit) []int32 {
	if k.next < k.s.mainEnd {
		room = room * 7 / 10
	}
	n := 0
	for n < len(k.carry) && (n == 0 || k.s.footHeight(k.carry[:n+1]) <= room) {
		n++
	}
	feet := k.carry[:n:n]
	k.carry = k.carry[n:]
	return feet
}

// height is that of the slabs from i to j-1 if a page begins with i.
func (k *maker) height(i, j int) page.Unit {
	h := page.Unit(0)
	for n := i; n < j; n++ {
		h += k.step(n, i)
	}
	return h
}

// step is what slab n adds to the height of a page that begins with slab
// first.
func (k *maker) step(n, first int) page.Unit {
	sl := &k.s.slabs[n]
	if n > first {
		return sl.gap + sl.height
	}
	if sl.head > 0 {
		return k.s.heads[sl.head-1].height + sl.height
	}
	return sl.height
}

// choice is a way to end a page: before slab end, with so many slabs of new
// notes.
type choice struct {
	end, notes int
	height     page.Unit // of text and notes
	cost       int64
}

// emptiness is the cost of an empty page; it grows with the square of what is
// empty.
const emptiness = 400

// choose finds the slab before which the page that begins with the next slab
// ends, if text and new notes have the given room, and returns the slabs of
// the new notes.
func (k *maker) choose(room page.Unit) (end int, fresh []int32) {
	best, used := choice{end: -1}, page.Unit(0)
	for j := k.next; j < k.s.mainEnd; j++ {
		used += k.step(j, k.next)
		before := len(fresh)
		fresh = k.newNotes(j, fresh)
		height := used
		if len(k.carry) == 0 {
			height += k.s.footHeight(fresh)
		}
		if height > room {
			return k.overflow(best, j, used, room, fresh, before)
		}
		if after := k.s.slabs[j].after; after < never {
			free := int64(room-height) * 1000 / int64(room)
			if cost := int64(after) + emptiness*free*free/1_000_000; best.end < 0 || cost <= best.cost {
				best = choice{end: j + 1, notes: len(fresh), height: height, cost: cost}
			}
		}
	}
	k.show(fresh)
	return k.s.mainEnd, fresh
}

// overflow decides where a page ends that has no room for slab j with its
// notes.
func (k *maker) overflow(best choice, j int, used, room page.Unit, fresh []int32, before int) (int, []int32) {
	hasNotes := len(fresh) > before
	switch {
	case best.end >= 0 && (best.height >= room/2 || !hasNotes):
		fresh = fresh[:best.notes]
		k.show(fresh)
		return best.end, fresh
	case hasNotes && used <= room*9/10:
		k.show(fresh) // the notes go on on the next page
		return j + 1, fresh
	case best.end >= 0:
		fresh = fresh[:best.notes]
		k.show(fresh)
		return best.end, fresh
	case j > k.next:
		k.show(fresh[:before]) // everything wants to stay together
		return j, fresh[:before]
	case k.waiting(room):
		return j, nil // only notes on this page
	}
	k.show(fresh) // taller than any page
	return j + 1, fresh
}

// waiting reports whether a page has less room than a page without carried
// notes has.
func (k *maker) waiting(room page.Unit) bool { return room < bottom-k.top() }

// newNotes appends the slabs of the notes that slab j needs and no page has.
func (k *maker) newNotes(j int, fresh []int32) []int32 {
	sl := &k.s.slabs[j]
	for _, number := range k.s.refs[sl.refs.from:sl.refs.to] {
		n := &k.s.notes[number-1]
		if k.shown[number-1] || n.slabs.to == n.slabs.from || hasSlab(fresh, n.slabs.from) {
			continue
		}
		for i := n.slabs.from; i < n.slabs.to; i++ {
			fresh = append(fresh, i)
		}
	}
	return fresh
}

func hasSlab(in []int32, slab int32) bool {
	return slices.Contains(in, slab)
}

// show remembers the notes whose slabs are taken.
func (k *maker) show(fresh []int32) {
	for _, slab := range fresh {
		for i := range k.s.notes {
			if n := k.s.notes[i].slabs; slab >= n.from && slab < n.to {
				k.shown[i] = true
			}
		}
	}
}

// addPage begins a page, in the memory of one that was before.
func (s *Setter) addPage() {
	n := len(s.doc.Pages)
	if n < cap(s.doc.Pages) {
		s.doc.Pages = s.doc.Pages[:n+1]
	} else {
		s.doc.Pages = append(s.doc.Pages, page.Page{})
	}
	p := &s.doc.Pages[n]
	s.sheets = append(s.sheets, sheet{})
	*p = page.Page{Width: page.A4Width, Height: page.A4Height, Items: p.Items[:0], Links: p.Links[:0]}
}
