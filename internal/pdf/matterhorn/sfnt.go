package matterhorn

import "encoding/binary"

// sfnt is what matters of a TrueType font. It reads on its own: what judges
// fonts should not share the mistakes of what makes them.
type sfnt struct {
	glyphs     int // how many there are
	unitsPerEm int
	long       int    // how many glyphs have an advance of their own
	hmtx       []byte // their advances
	cmaps      []cmap
}

// cmap is one character map of a font.
type cmap struct {
	platform, encoding int
	data               []byte
}

func u16(b []byte, at int) int {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return int(binary.BigEndian.Uint16(b[at:]))
}

func u32(b []byte, at int) int64 {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return int64(binary.BigEndian.Uint32(b[at:]))
}

// readSFNT reads a font file; nil if it is no TrueType font, or damaged.
func readSFNT(data []byte) *sfnt {
	tables := map[string][]byte{}
	for i := range min(u16(data, 4), 100) {
		at := 12 + 16*i
		if at+16 > len(data) {
			return nil
		}
		from, length := u32(data, at+8), u32(data, at+12)
		if from+length > int64(len(data)) {
			return nil
		}
		tables[string(data[at:at+4])] = data[from : from+length]
	}
	f := &sfnt{
		glyphs:     u16(tables["maxp"], 4),
		unitsPerEm: u16(tables["head"], 18),
		long:       u16(tables["hhea"], 34),
		hmtx:       tables["hmtx"],
	}
	if f.glyphs == 0 || f.unitsPerEm == 0 || f.long == 0 || len(f.hmtx) < 4*f.long || tables["glyf"] == nil {
		return nil
	}
	table := tables["cmap"]
	for i := range min(u16(table, 2), 64) {
		at := 4 + 8*i
		if from := u32(table, at+4); from < int64(len(table)) {
			f.cmaps = append(f.cmaps, cmap{u16(table, at), u16(table, at+2), table[from:]})
		}
	}
	return f
}

// width is the advance of a glyph in thousandths.
func (f *sfnt) width(glyph int) int {
	units := u16(f.hmtx, 4*min(glyph, f.long-1))
	return (units*1000 + f.unitsPerEm/2) / f.unitsPerEm
}

// cmap finds a character map by platform and encoding.
func (f *sfnt) cmap(platform, encoding int) *cmap {
	for i := range f.cmaps {
		if f.cmaps[i].platform == platform && f.cmaps[i].encoding == encoding {
			return &f.cmaps[i]
		}
	}
	return nil
}

// glyph is the glyph of a character, 0 if the map has none. It knows the
// formats 0, 4 and 6, which fonts in PDF have.
func (m *cmap) glyph(char int) int {
	switch u16(m.data, 0) {
	case 0:
		if char < 256 && 6+char < len(m.data) {
			return int(m.data[6+char])
		}
	case 4:
		return m.segment(char)
	case 6:
		if i := char - u16(m.data, 6); i >= 0 && i < u16(m.data, 8) {
			return u16(m.data, 10+2*i)
		}
	}
	return 0
}

// segment looks a character up in a map of format 4.
func (m *cmap) segment(char int) int {
	if char > 0xffff {
		return 0
	}
	n := u16(m.data, 6) / 2
	for i := range n {
		if char > u16(m.data, 14+2*i) {
			continue
		}
		start := u16(m.data, 16+2*n+2*i)
		if char < start {
			return 0
		}
		delta, at := u16(m.data, 16+4*n+2*i), 16+6*n+2*i
		offset := u16(m.data, at)
		if offset == 0 {
			return (char + delta) & 0xffff
		}
		if g := u16(m.data, at+offset+2*(char-start)); g != 0 {
			return (g + delta) & 0xffff
		}
		return 0
	}
	return 0
}
