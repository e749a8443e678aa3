package font

import "math/bits"

// Case holds the sorts of one face: the outlines of the characters that one
// byte can name, each ready to be put into a font file. A Subset numbers its
// glyphs anew for each file; in a Case every character has its code and every
// outline its number once and for all, so that a file is put together from
// finished pieces, and all files share one ToUnicode.
//
// The font files are made for symbolic simple fonts (ISO 32000-1, 9.6.6.4):
// their character map is of Microsoft's symbol encoding and leads from a code
// to its outline. There are no hints and no names.
type Case struct {
	face  *Face
	codes []uint16 // by Glyph; 0 for what the case does not hold
	sorts []sort   // by number in the file; 0 is the blank .notdef
	first int      // the number of the outline of FirstCode
}

// sort is one outline. Its parts are numbered as in this case.
type sort struct {
	outline          []byte // of even length
	even, odd        uint32 // sums of its 16-bit words, for checksums
	advance, bearing int
	parts            []int // the sorts that it is composed of
}

// FirstCode is the lowest code of a case.
const FirstCode = ' '

// caseChars are the characters of every case by code. What German texts need
// comes first: a file ends behind its last outline.
const caseChars = ` !"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_` + "`abcdefghijklmnopqrstuvwxyz{|}~" +
	"äöüÄÖÜß„“–\u00ad\u00a0…‚‘’§€·«»›‹†•é—”°²³½×" +
	"àáâãåæçèêëìíîïðñòóôõøùúûýþÿÀÁÂÃÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕØÙÚÛÝÞ" +
	"¡¢£¤¥¦¨©ª¬®¯±´µ¶¸¹º¼¾¿÷‡‰ŒœŠšŽžŸƒ™łŁő"

// CaseRunes are the characters of every case by code, from FirstCode on.
func CaseRunes() []rune { return []rune(caseChars) }

// longest is the size of all outlines from which a font file needs wide
// offsets; a face that large gets an empty case.
const longest = 1 << 17

// NewCase fills the case of a face.
func NewCase(f *Face) *Case {
	c := &Case{face: f, codes: make([]uint16, f.Len())}
	var glyphs []Glyph // by code
	for _, r := range CaseRunes() {
		glyphs = append(glyphs, f.Glyph(r))
	}
	numbers, parts := f.numbers(glyphs)
	c.first = 1 + len(parts)
	c.sorts = make([]sort, c.first+len(glyphs))
	for i, gid := range parts {
		c.sorts[1+i] = f.sort(gid, numbers)
		c.sorts[1+i].advance, c.sorts[1+i].bearing = f.out.units(gid)
	}
	size := 0
	for i, g := range glyphs {
		if g == 0 {
			continue
		}
		s := f.sort(int(f.gids[g]), numbers)
		s.advance, s.bearing = f.units(g)
		c.codes[g], c.sorts[c.first+place(i)] = uint16(FirstCode+i), s
		size += len(s.outline)
	}
	if size >= longest {
		return &Case{face: f, codes: make([]uint16, f.Len())}
	}
	return c
}

// small is where the small letters stand among the characters of a case.
const small, smalls = 'a' - FirstCode, 26

// place is where the outline of a character of the case stands: small letters
// come first, so that all others can repeat what they are made of (Common).
func place(index int) int {
	switch {
	case index < small:
		return smalls + index
	case index < small+smalls:
		return index - small
	}
	return index
}

// Common are the numbers of the outlines that most files have, ascending: the
// small letters.
func (c *Case) Common() []int {
	var list []int
	for n := c.first; n < c.first+smalls+small && n < len(c.sorts); n++ {
		list = append(list, n)
	}
	return list
}

// numbers gives each outline of the glyphs, and of what they are composed of,
// its number in a case; parts are those of no glyph.
func (f *Face) numbers(glyphs []Glyph) (numbers map[int]int, parts []int) {
	numbers = map[int]int{}
	var open []int
	for i, g := range glyphs {
		gid := int(f.gids[g])
		if _, known := numbers[gid]; !known && g != 0 {
			numbers[gid] = i
			open = append(open, gid)
		}
	}
	for len(open) > 0 {
		gid := open[0]
		open = open[1:]
		f.out.eachPart(gid, func(part int) {
			if _, known := numbers[part]; !known {
				parts = append(parts, part)
				numbers[part] = -len(parts)
				open = append(open, part)
			}
		})
	}
	for gid, n := range numbers {
		if n < 0 {
			numbers[gid] = -n
		} else {
			numbers[gid] = 1 + len(parts) + place(n)
		}
	}
	return numbers, parts
}

// sort is the outline gid without its metrics.
func (f *Face) sort(gid int, numbers map[int]int) sort {
	var s sort
	s.outline = f.out.appendBare(nil, gid)
	if g := table(s.outline); len(g) > 0 && g.i16(0) < 0 {
		eachPart(g, func(at, part int) {
			n := numbers[part]
			put16(s.outline[at+2:], n)
			s.parts = append(s.parts, n)
		})
	}
	for i := 0; i+3 < len(s.outline); i += 4 {
		s.even += uint32(s.outline[i])<<8 | uint32(s.outline[i+1])
		s.odd += uint32(s.outline[i+2])<<8 | uint32(s.outline[i+3])
	}
	if n := len(s.outline); n%4 != 0 {
		s.even += uint32(s.outline[n-2])<<8 | uint32(s.outline[n-1])
	}
	return s
}

// Holds reports whether the case has a code for every glyph of a set.
func (c *Case) Holds(set *Set) bool {
	for g := range set.All() {
		if int(g) >= len(c.codes) || c.codes[g] == 0 {
			return false
		}
	}
	return true
}

// Codes are the codes of the glyphs, 0 for those that the case does not hold.
// The caller must not change them.
func (c *Case) Codes() []uint16 { return c.codes }

// Outlines are the drawings of all sorts by number, some of them empty.
func (c *Case) Outlines() [][]byte {
	list := make([][]byte, len(c.sorts))
	for i := range c.sorts {
		list[i] = c.sorts[i].outline
	}
	return list
}

// symbolMap is a table "cmap" with one encoding, Microsoft's for symbols: the
// codes from FirstCode to last, put into the private use area, lead to the
// outlines from first on (OpenType, "cmap", format 4).
func symbolMap(first, last int) []byte {
	const private = 0xf000
	segments := [...]struct{ from, to int }{
		{FirstCode, 'a' - 1}, {'a', 'z'}, {'z' + 1, last},
	}
	n := 1
	for n < len(segments) && segments[n].from <= last {
		n++
	}
	var ends, starts, deltas []int
	for _, s := range segments[:n] {
		ends = append(ends, private+min(s.to, last))
		starts = append(starts, private+s.from)
		deltas = append(deltas, first+place(s.from-FirstCode)-private-s.from)
	}
	n++ // the segment that ends the table
	power := bits.Len(uint(n)) - 1
	words := []int{0, 1, 3, 0, 0, 12, 4, 16 + 8*n, 0, 2 * n, 2 << power, power, 2*n - 2<<power}
	words = append(append(words, ends...), 0xffff, 0)
	words = append(append(words, starts...), 0xffff)
	words = append(append(words, deltas...), 1)
	words = append(words, make([]int, n)...)
	b := make([]byte, 2*len(words))
	for i, w := range words {
		put16(b[2*i:], w)
	}
	return b
}
