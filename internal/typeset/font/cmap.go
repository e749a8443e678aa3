package font

import (
	"cmp"
	"errors"
	"slices"
)

// mapping is a character and its outline.
type mapping struct {
	char  rune
	gid   uint16
	width int32 // of a stand-in, in thousandths of the em; 0 means as its outline
}

// readCmap lists the characters of a font in ascending order, without those
// that have no outline (OpenType, "cmap"). Formats 4 and 12 are what fonts
// with Unicode have.
func readCmap(t table, glyphs int) ([]mapping, error) {
	best, rank := table(nil), 0
	for i := range min(t.u16(2), 64) {
		at := 4 + 8*i
		sub := t.from(int(t.u32(at + 4)))
		if r := cmapRank(t.u16(at), t.u16(at+2), sub.u16(0)); r > rank {
			best, rank = sub, r
		}
	}
	if rank == 0 {
		return nil, errors.New("no Unicode character map of format 4 or 12")
	}
	var found []mapping
	var err error
	if best.u16(0) == 12 {
		found, err = cmap12(best, glyphs)
	} else {
		found, err = cmap4(best, glyphs)
	}
	slices.SortStableFunc(found, func(a, b mapping) int { return cmp.Compare(a.char, b.char) })
	found = slices.CompactFunc(found, func(a, b mapping) bool { return a.char == b.char })
	return found, err
}

// cmapRank prefers the maps that know more; 0 cannot be used.
func cmapRank(platform, encoding, format int) int {
	unicode := platform == 0 && encoding != 5 || platform == 3 && (encoding == 1 || encoding == 10)
	switch {
	case unicode && format == 12:
		return 2
	case unicode && format == 4:
		return 1
	}
	return 0
}

func cmap4(t table, glyphs int) ([]mapping, error) {
	segments := t.u16(6) / 2
	if !t.has(14, 8*segments+2) {
		return nil, errBroken
	}
	ends, starts := 14, 16+2*segments
	deltas, offsets := starts+2*segments, starts+4*segments
	var found []mapping
	last := -1
	for s := range segments {
		start, end := t.u16(starts+2*s), t.u16(ends+2*s)
		if start > end || start <= last {
			return nil, errBroken
		}
		last = end
		for c := start; c <= end && c != 0xffff; c++ {
			gid := c
			if at := offsets + 2*s; t.u16(at) != 0 {
				if gid = t.u16(at + t.u16(at) + 2*(c-start)); gid == 0 {
					continue
				}
			}
			gid = (gid + t.u16(deltas+2*s)) & 0xffff
			if gid != 0 && gid < glyphs {
				found = append(found, mapping{char: rune(c), gid: uint16(gid)})
			}
		}
	}
	return found, nil
}

func cmap12(t table, glyphs int) ([]mapping, error) {
	groups := t.u32(12)
	if groups > int64(len(t))/12 || !t.has(16, int(12*groups)) {
		return nil, errBroken
	}
	var found []mapping
	last := int64(-1)
	for i := range int(groups) {
		start, end, gid := t.u32(16+12*i), t.u32(20+12*i), t.u32(24+12*i)
		if start > end || start <= last || end > 0x10ffff || len(found) > 1<<17 {
			return nil, errBroken
		}
		last = end
		for c := start; c <= end && gid < int64(glyphs); c, gid = c+1, gid+1 {
			if gid != 0 {
				found = append(found, mapping{char: rune(c), gid: uint16(gid)})
			}
		}
	}
	return found, nil
}

// standIns are characters that many fonts lack although they hold the
// outline: hyphens that differ only in behaviour, and spaces. Widths are in
// thousandths of the em; 0 means that of the outline.
var standIns = []struct {
	char, like rune
	width      int32
}{
	{0x00a0, ' ', 0},   // no-break space
	{0x00ad, '-', 0},   // soft hyphen, drawn only where a word is divided
	{0x2009, ' ', 200}, // thin space
	{0x2010, '-', 0},   // hyphen
	{0x2011, '-', 0},   // no-break hyphen
	{0x2012, '–', 0},   // figure dash
	{0x2015, '—', 0},   // horizontal bar
	{0x202f, ' ', 200}, // narrow no-break space
	{0x2212, '–', 0},   // minus sign
	{0x02bc, '’', 0},   // modifier apostrophe
}

// withStandIns adds the characters that borrow an outline. The soft hyphen
// always borrows that of the hyphen: some fonts leave it blank.
func withStandIns(found []mapping) []mapping {
	added := slices.Clone(found)
	for _, s := range standIns {
		like, ok := find(found, s.like)
		if !ok {
			continue
		}
		m := mapping{char: s.char, gid: found[like].gid, width: s.width}
		if at, known := find(added, s.char); !known {
			added = slices.Insert(added, at, m)
		} else if s.char == 0x00ad {
			added[at] = m
		}
	}
	return added
}

func find(in []mapping, char rune) (int, bool) {
	return slices.BinarySearchFunc(in, char, func(m mapping, c rune) int { return cmp.Compare(m.char, c) })
}
