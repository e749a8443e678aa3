package font

import "fmt"

// outlines are the drawings of a font and their advances, by index in the
// file (OpenType, "glyf", "loca", "hmtx").
type outlines struct {
	unitsPerEm int
	count      int // number of outlines
	wide       int // outlines with an advance of their own; the rest share the last
	long       bool
	glyf       table
	loca       table
	hmtx       table
	head       table
	hhea       table
	maxp       table
}

// deepest is how far composite glyphs may nest.
const deepest = 8

// needed are the tables without which there is no font, and their least size.
var needed = []struct {
	name string
	size int
}{{"head", 54}, {"hhea", 36}, {"maxp", 32}, {"hmtx", 4}, {"loca", 2}, {"cmap", 4}}

func (o *outlines) read(tables map[string]table) error {
	for _, need := range needed {
		if !tables[need.name].has(0, need.size) {
			return fmt.Errorf("table %s: %w", need.name, errBroken)
		}
	}
	o.head, o.hhea, o.maxp = tables["head"][:54], tables["hhea"][:36], tables["maxp"][:32]
	o.glyf, o.loca, o.hmtx = tables["glyf"], tables["loca"], tables["hmtx"]
	o.unitsPerEm, o.count, o.wide = o.head.u16(18), o.maxp.u16(4), o.hhea.u16(34)
	if o.unitsPerEm < 16 || o.unitsPerEm > 16384 {
		return fmt.Errorf("table head: %d units per em", o.unitsPerEm)
	}
	if o.wide == 0 || o.wide > o.count || !o.hmtx.has(0, 4*o.wide+2*(o.count-o.wide)) {
		return fmt.Errorf("table hmtx: %w", errBroken)
	}
	o.long = o.head.u16(50) != 0
	return o.check()
}

// check makes sure that every outline can be read, so that making a subset
// cannot fail.
func (o *outlines) check() error {
	entry := 2
	if o.long {
		entry = 4
	}
	if !o.loca.has(0, entry*(o.count+1)) {
		return fmt.Errorf("table loca: %w", errBroken)
	}
	depth := make([]int8, o.count)
	for gid := range o.count {
		if o.depth(gid, depth, 0) < 0 {
			return fmt.Errorf("table glyf: glyph %d: %w", gid, errBroken)
		}
	}
	return nil
}

// depth is how deep the parts of an outline nest, from 1; -1 if it is broken
// or contains itself. known remembers it by outline.
func (o *outlines) depth(gid int, known []int8, above int) int8 {
	if gid >= o.count || above > deepest {
		return -1
	}
	if known[gid] != 0 {
		return known[gid]
	}
	data, ok := o.data(gid)
	if !ok {
		return -1
	}
	d := int8(1)
	if len(data) > 0 && data.i16(0) >= 0 {
		if _, ok := simple(data); !ok {
			return -1
		}
	} else if len(data) > 0 {
		ok := parts(data, func(_, part int) {
			below := o.depth(part, known, above+1)
			if below < 0 || below >= deepest {
				d = -1
			} else if d >= 0 {
				d = max(d, below+1)
			}
		})
		if !ok {
			return -1
		}
	}
	known[gid] = d
	return d
}

// data is the drawing of an outline, empty for a blank.
func (o *outlines) data(gid int) (table, bool) {
	var from, to int64
	if o.long {
		from, to = o.loca.u32(4*gid), o.loca.u32(4*gid+4)
	} else {
		from, to = 2*int64(o.loca.u16(2*gid)), 2*int64(o.loca.u16(2*gid+2))
	}
	if from == to {
		return nil, true
	}
	if from > to || to > int64(len(o.glyf)) || to-from < 10 {
		return nil, false
	}
	return o.glyf[from:to:to], true
}

// units is the advance of an outline and its left side bearing, in units of
// the font.
func (o *outlines) units(gid int) (advance, bearing int) {
	if gid < o.wide {
		return o.hmtx.u16(4 * gid), o.hmtx.i16(4*gid + 2)
	}
	return o.hmtx.u16(4 * (o.wide - 1)), o.hmtx.i16(4*o.wide + 2*(gid-o.wide))
}

// advance is the advance of an outline in thousandths of the em.
func (o *outlines) advance(gid uint16) int32 {
	units, _ := o.units(int(gid))
	return perMille(units, o.unitsPerEm)
}

// The flags of a simple glyph's points.
const (
	xShort, yShort, repeats, xSame, ySame = 2, 4, 8, 16, 32
)

// span says where the pieces of a simple glyph end: contour ends, hints,
// points. All are 0 for a glyph without contours.
type span struct{ contours, hints, points int }

// simple finds the pieces of a simple glyph.
func simple(g table) (span, bool) {
	contours := g.i16(0)
	if contours == 0 {
		return span{}, true
	}
	s := span{contours: 10 + 2*contours}
	if !g.has(s.contours, 2) {
		return s, false
	}
	s.hints = s.contours + 2 + g.u16(s.contours)
	points, last := 0, -1
	for i := range contours {
		end := g.u16(10 + 2*i)
		if end < last {
			return s, false
		}
		last, points = end, end+1
	}
	at, size := s.hints, 0
	for n := 0; n < points; {
		if !g.has(at, 1) {
			return s, false
		}
		flag := g.u8(at)
		at++
		times := 1
		if flag&repeats != 0 {
			times += g.u8(at)
			at++
		}
		n += times
		if n > points {
			return s, false
		}
		size += times * (coordinate(flag, xShort, xSame) + coordinate(flag, yShort, ySame))
	}
	s.points = at + size
	return s, g.has(0, s.points)
}

// coordinate is how many bytes one coordinate of a point takes.
func coordinate(flag, short, same int) int {
	switch {
	case flag&short != 0:
		return 1
	case flag&same != 0:
		return 0
	}
	return 2
}

// The flags of a composite glyph's parts.
const (
	wideArguments, hasScale, moreParts, hasXYScale, hasMatrix, hasHints = 1, 8, 0x20, 0x40, 0x80, 0x100
)

// parts calls visit for each part of a composite glyph with the place of its
// flags and its outline, and reports whether the glyph is whole.
func parts(g table, visit func(at, gid int)) bool {
	end := eachPart(g, visit)
	return end > 0
}

// eachPart is like parts and returns where the last part ends, 0 if it is
// broken off.
func eachPart(g table, visit func(at, gid int)) int {
	at := 10
	for {
		if !g.has(at, 4) {
			return 0
		}
		flags := g.u16(at)
		visit(at, g.u16(at+2))
		at += 6
		if flags&wideArguments != 0 {
			at += 2
		}
		switch {
		case flags&hasScale != 0:
			at += 2
		case flags&hasXYScale != 0:
			at += 4
		case flags&hasMatrix != 0:
			at += 8
		}
		if !g.has(0, at) {
			return 0
		}
		if flags&moreParts == 0 {
			return at
		}
	}
}

// eachPart calls visit for the outlines that a composite one names.
func (o *outlines) eachPart(gid int, visit func(part int)) {
	if g, _ := o.data(gid); len(g) > 0 && g.i16(0) < 0 {
		eachPart(g, func(_, part int) { visit(part) })
	}
}

// appendBare appends an outline without its hints, to an even length.
func (o *outlines) appendBare(b []byte, gid int) []byte {
	g, _ := o.data(gid)
	switch {
	case len(g) == 0:
		return b
	case g.i16(0) >= 0:
		s, _ := simple(g)
		if s.points == 0 {
			return b
		}
		b = append(b, g[:s.contours]...)
		b = append(b, 0, 0)
		b = append(b, g[s.hints:s.points]...)
	default:
		from := len(b)
		b = append(b, g[:eachPart(g, func(int, int) {})]...)
		eachPart(table(b[from:]), func(at, _ int) {
			b[from+at] &^= hasHints >> 8
		})
	}
	if len(b)%2 == 1 {
		b = append(b, 0)
	}
	return b
}
