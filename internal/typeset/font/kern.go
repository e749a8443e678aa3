package font

import "math/bits"

// kerning finds what to add between two glyphs: the pair adjustments of the
// feature "kern" (OpenType, "GPOS", lookup type 2), or those of the old table
// "kern" where a font has no others. Broken kerning is no kerning.
type kerning struct {
	unitsPerEm int
	gids       []uint16 // by Glyph
	lookups    [][]pairs
	old        table // pairs of the table "kern", six bytes each, sorted
	least      int32 // adjustments below are none
}

// pairs is one subtable of pair adjustments. The first of a lookup that
// knows the left glyph (format 1: the pair) decides.
type pairs struct {
	data   table
	format int
	left   []int32  // by Glyph: place in the coverage, or class; -1 if not covered
	right  []uint16 // by Glyph: class (format 2)
	rights int      // number of right classes (format 2)
	field  int      // where a value record holds the advance; -1 if it does not
	first  int      // size of the first value record
	record int      // size of both
}

// between is the adjustment in thousandths of the em.
func (k *kerning) between(a, b Glyph) int32 {
	units := 0
	for _, lookup := range k.lookups {
		for i := range lookup {
			if v, found := lookup[i].between(a, b, k.gids); found {
				units += v
				break
			}
		}
	}
	if k.old != nil {
		units = oldPair(k.old, k.gids[a], k.gids[b])
	}
	if v := perMille(units, k.unitsPerEm); v >= k.least || v <= -k.least {
		return v
	}
	return 0
}

func (p *pairs) between(a, b Glyph, gids []uint16) (units int, found bool) {
	left := int(p.left[a])
	if left < 0 {
		return 0, false
	}
	if p.format == 2 {
		at := 16 + (left*p.rights+int(p.right[b]))*p.record
		return p.data.i16(at + p.field), true
	}
	set := p.data.from(p.data.u16(10 + 2*left))
	size, want := 2+p.record, int(gids[b])
	lo, hi := 0, set.u16(0)
	for lo < hi {
		mid := (lo + hi) / 2
		if set.u16(2+mid*size) < want {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < set.u16(0) && set.u16(2+lo*size) == want {
		return set.i16(2 + lo*size + 2 + p.field), true
	}
	return 0, false
}

func (k *kerning) read(tables map[string]table, gids []uint16, out *outlines) {
	k.unitsPerEm, k.gids = out.unitsPerEm, gids
	count := out.count
	gpos := tables["GPOS"]
	for _, at := range kernLookups(gpos) {
		if subtables := readPairs(gpos.from(at), gids, count); len(subtables) > 0 {
			k.lookups = append(k.lookups, subtables)
		}
	}
	if len(k.lookups) == 0 {
		k.old = oldPairs(tables["kern"])
	}
}

// kernLookups finds the lookups that kern Latin text, as offsets into GPOS.
func kernLookups(gpos table) []int {
	language := latin(gpos.from(gpos.u16(4)))
	features, lookups := gpos.from(gpos.u16(6)), gpos.from(gpos.u16(8))
	wanted := make([]bool, min(lookups.u16(0), 256))
	for i := range min(language.u16(4), 256) {
		record := features.from(2 + 6*language.u16(6+2*i))
		if !record.has(0, 6) || string(record[:4]) != "kern" {
			continue
		}
		feature := features.from(record.u16(4))
		for j := range min(feature.u16(2), 256) {
			if index := feature.u16(4 + 2*j); index < len(wanted) {
				wanted[index] = true
			}
		}
	}
	var found []int
	for i, want := range wanted {
		if want {
			found = append(found, gpos.u16(8)+lookups.u16(2+2*i))
		}
	}
	return found
}

// latin is the default language system of the script "latn", or else of
// "DFLT", or else of the first.
func latin(scripts table) table {
	best, rank := table(nil), 0
	for i := range min(scripts.u16(0), 256) {
		record := scripts.from(2 + 6*i)
		if !record.has(0, 6) {
			break
		}
		r := 1
		switch string(record[:4]) {
		case "latn":
			r = 3
		case "DFLT":
			r = 2
		}
		script := scripts.from(record.u16(4))
		if offset := script.u16(0); r > rank && offset != 0 {
			best, rank = script.from(offset), r
		}
	}
	return best
}

// The lookup types of GPOS that matter.
const pairLookup, extensionLookup = 2, 9

func readPairs(lookup table, gids []uint16, count int) []pairs {
	var found []pairs
	for i := range min(lookup.u16(4), 256) {
		kind, sub := lookup.u16(0), lookup.from(lookup.u16(6+2*i))
		if kind == extensionLookup {
			kind, sub = sub.u16(2), sub.from(int(sub.u32(4)))
		}
		if kind != pairLookup {
			continue
		}
		if p, ok := readPair(sub, gids, count); ok {
			found = append(found, p)
		}
	}
	return found
}

func readPair(sub table, gids []uint16, count int) (pairs, bool) {
	p := pairs{data: sub, format: sub.u16(0)}
	first, second := sub.u16(4), sub.u16(6)
	p.first = 2 * bits.OnesCount(uint(first))
	p.record = p.first + 2*bits.OnesCount(uint(second))
	p.field = 2 * bits.OnesCount(uint(first&3))
	if first&4 == 0 {
		return p, false
	}
	covered := coverage(sub.from(sub.u16(2)), count)
	p.left = make([]int32, len(gids))
	switch p.format {
	case 1:
		for g, gid := range gids {
			p.left[g] = covered[gid] - 1
		}
	case 2:
		lefts, rights := classes(sub.from(sub.u16(8)), count), classes(sub.from(sub.u16(10)), count)
		p.rights = sub.u16(14)
		p.right = make([]uint16, len(gids))
		for g, gid := range gids {
			p.left[g], p.right[g] = int32(lefts[gid]), rights[gid]
			if covered[gid] == 0 {
				p.left[g] = -1
			}
		}
	default:
		return p, false
	}
	p.left[0] = -1
	return p, true
}

// coverage is the place in a coverage table by outline, from 1.
func coverage(t table, count int) []int32 {
	found := make([]int32, count)
	switch t.u16(0) {
	case 1:
		for i := range t.u16(2) {
			if gid := t.u16(4 + 2*i); gid < count && t.has(4+2*i, 2) {
				found[gid] = int32(i + 1)
			}
		}
	case 2:
		eachRange(t.from(4), t.u16(2), func(gid, start, value int) {
			if gid < count {
				found[gid] = int32(value + gid - start + 1)
			}
		})
	}
	return found
}

// classes is the class by outline; those that the definition leaves out are
// of class 0.
func classes(t table, count int) []uint16 {
	found := make([]uint16, count)
	switch t.u16(0) {
	case 1:
		for i := range t.u16(4) {
			if gid := t.u16(2) + i; gid < count {
				found[gid] = uint16(t.u16(6 + 2*i))
			}
		}
	case 2:
		eachRange(t.from(4), t.u16(2), func(gid, _, value int) {
			if gid < count {
				found[gid] = uint16(value)
			}
		})
	}
	return found
}

// eachRange visits the outlines of n ranges {start, end, value}, which ascend.
func eachRange(t table, n int, visit func(gid, start, value int)) {
	last := -1
	for i := range n {
		start, end, value := t.u16(6*i), t.u16(6*i+2), t.u16(6*i+4)
		if !t.has(6*i, 6) || start <= last || end < start {
			return
		}
		for gid := start; gid <= end; gid++ {
			visit(gid, start, value)
		}
		last = end
	}
}

// oldPairs are the pairs of the first horizontal subtable of format 0.
func oldPairs(t table) table {
	if t.u16(0) != 0 {
		return nil
	}
	at := 4
	for range min(t.u16(2), 64) {
		if coverage := t.u16(at + 4); coverage&1 == 1 && coverage>>8 == 0 {
			n := t.u16(at + 6)
			if t.has(at+14, 6*n) {
				return t[at+14 : at+14+6*n]
			}
		}
		at += t.u16(at + 2)
	}
	return nil
}

func oldPair(t table, left, right uint16) int {
	want := int64(left)<<16 | int64(right)
	lo, hi := 0, len(t)/6
	for lo < hi {
		mid := (lo + hi) / 2
		if t.u32(6*mid) < want {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if 6*lo < len(t) && t.u32(6*lo) == want {
		return t.i16(6*lo + 4)
	}
	return 0
}
