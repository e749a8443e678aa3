package font

import "encoding/binary"

// Casting is a font file with the glyphs of a Set out of a Case: Front, the
// outlines named by Sorts, then Back. It can be used again.
type Casting struct {
	Front  []byte
	Sorts  []int   // numbers of outlines of the case
	Back   []byte  // from the byte behind the last outline on
	Size   int     // of the whole file
	Tag    string  // six capitals named after the set, for the font's name
	Widths []int32 // by code from FirstCode on, thousandths of the em; 0 for those not in the set

	used       []bool // by number
	hmtx, loca []byte
}

// Cast makes the font of the glyphs in set, all of which the case holds. Equal
// sets give equal bytes.
func (c *Case) Cast(set *Set, k *Casting) {
	k.Tag = tag(set, c.face.metrics.Name)
	count := c.choose(set, k)
	glyf := c.measure(k, count)
	head, hhea, maxp := c.face.out.headers(count)
	cmap := symbolMap(c.first, FirstCode+len(k.Widths)-1)
	entries := [...]entry{
		{"cmap", checksum(cmap), len(cmap)},
		glyf,
		{"head", checksum(head), len(head)},
		{"hhea", checksum(hhea), len(hhea)},
		{"hmtx", checksum(k.hmtx), len(k.hmtx)},
		{"loca", checksum(k.loca), len(k.loca)},
		{"maxp", checksum(maxp), len(maxp)},
	}
	k.Front = appendDirectory(k.Front[:0], entries[:])
	put32(head[8:], adjustment(k.Front, entries[:]))
	k.Front = pad(append(k.Front, cmap...))
	k.Back = append(k.Back[:0], 0, 0)[:padded(glyf.size)-glyf.size] // outlines have even sizes
	for _, t := range [...][]byte{head, hhea, k.hmtx, k.loca, maxp} {
		k.Back = append(k.Back, t...)
		for (len(k.Back)+glyf.size)%4 != 0 {
			k.Back = append(k.Back, 0)
		}
	}
	k.Size = len(k.Front) + glyf.size + len(k.Back)
}

// choose marks the sorts that a set needs and returns how many outlines the
// file has.
func (c *Case) choose(set *Set, k *Casting) int {
	k.used = append(k.used[:0], make([]bool, len(c.sorts))...)
	k.Widths = k.Widths[:0]
	last := 0
	for g := range set.All() {
		code := int(c.codes[g]) - FirstCode
		for len(k.Widths) <= code {
			k.Widths = append(k.Widths, 0)
		}
		k.Widths[code] = c.face.advances[g]
		last = max(last, c.use(k, c.first+place(code)))
	}
	return last + 1
}

// use marks a sort and its parts, and returns the greatest number of them.
func (c *Case) use(k *Casting, number int) int {
	last := number
	if !k.used[number] {
		k.used[number] = true
		for _, part := range c.sorts[number].parts {
			last = max(last, c.use(k, part))
		}
	}
	return last
}

// measure lists the sorts and makes the tables of their places and metrics. It
// returns the entry of the outlines themselves.
func (c *Case) measure(k *Casting, count int) entry {
	k.Sorts, k.hmtx, k.loca = k.Sorts[:0], k.hmtx[:0], k.loca[:0]
	glyf := entry{name: "glyf"}
	k.loca = append(k.loca, 0, 0)
	for n := range count {
		if !k.used[n] {
			k.hmtx = append(k.hmtx, 0, 0, 0, 0)
		} else {
			s := &c.sorts[n]
			if len(s.outline) > 0 {
				k.Sorts = append(k.Sorts, n)
			}
			if glyf.size%4 == 0 {
				glyf.sum += s.even<<16 + s.odd
			} else {
				glyf.sum += s.odd<<16 + s.even
			}
			glyf.size += len(s.outline)
			k.hmtx = append(k.hmtx, byte(s.advance>>8), byte(s.advance), byte(s.bearing>>8), byte(s.bearing))
		}
		k.loca = binary.BigEndian.AppendUint16(k.loca, uint16(glyf.size/2))
	}
	return glyf
}
