package font

// Point is a point of an outline, in units of the font, y upwards.
type Point struct {
	X, Y int
	On   bool // on the curve; else it controls a quadratic one
}

// UnitsPerEm is how many units of the font an em has.
func (f *Face) UnitsPerEm() int { return f.out.unitsPerEm }

// Outline returns the closed contours that draw a glyph; none for a blank.
func (f *Face) Outline(g Glyph) [][]Point { return f.out.contours(int(f.gids[g]), 0) }

// contours returns the drawing of an outline, its parts put together.
func (o *outlines) contours(gid, depth int) [][]Point {
	g, whole := o.data(gid)
	if !whole || len(g) == 0 || depth > deepest {
		return nil
	}
	if g.i16(0) >= 0 {
		return points(g)
	}
	var all [][]Point
	eachPart(g, func(at, gid int) {
		move := placed(g, at)
		for _, contour := range o.contours(gid, depth+1) {
			for i, p := range contour {
				contour[i] = move(p)
			}
			all = append(all, contour)
		}
	})
	return all
}

// fixed is the 1 of the numbers with 14 binary places that scale parts.
const fixed = 1 << 14

// placed returns what puts a part of a composite glyph into its place. Parts
// that are placed by matching points stay where they are: no font that is
// looked at has any.
func placed(g table, at int) func(Point) Point {
	const offsets = 2
	flags := g.u16(at)
	var dx, dy int
	at += 4
	if flags&wideArguments != 0 {
		dx, dy = g.i16(at), g.i16(at+2)
		at += 4
	} else {
		dx, dy = int(int8(g.u8(at))), int(int8(g.u8(at+1)))
		at += 2
	}
	if flags&offsets == 0 {
		dx, dy = 0, 0
	}
	xx, xy, yx, yy := fixed, 0, 0, fixed
	switch {
	case flags&hasScale != 0:
		xx, yy = g.i16(at), g.i16(at)
	case flags&hasXYScale != 0:
		xx, yy = g.i16(at), g.i16(at+2)
	case flags&hasMatrix != 0:
		xx, xy, yx, yy = g.i16(at), g.i16(at+2), g.i16(at+4), g.i16(at+6)
	}
	return func(p Point) Point {
		return Point{(p.X*xx+p.Y*yx)/fixed + dx, (p.X*xy+p.Y*yy)/fixed + dy, p.On}
	}
}

// points returns the contours of a simple glyph.
func points(g table) [][]Point {
	s, whole := simple(g)
	if !whole || s == (span{}) {
		return nil
	}
	count := g.u16(s.contours-2) + 1
	flags := make([]int, 0, count)
	at := s.hints
	for len(flags) < count {
		flag := g.u8(at)
		at++
		flags = append(flags, flag)
		if flag&repeats != 0 {
			for range min(g.u8(at), count-len(flags)) {
				flags = append(flags, flag)
			}
			at++
		}
	}
	all := make([]Point, count)
	at = read(g, at, flags, xShort, xSame, func(i, v int) { all[i].X, all[i].On = v, flags[i]&1 != 0 })
	read(g, at, flags, yShort, ySame, func(i, v int) { all[i].Y = v })
	contours := make([][]Point, g.i16(0))
	from := 0
	for i := range contours {
		end := g.u16(10+2*i) + 1
		contours[i] = all[from:end:end]
		from = end
	}
	return contours
}

// read reads one coordinate of all points, each a difference to the one
// before, and returns where the next begin.
func read(g table, at int, flags []int, short, same int, set func(i, v int)) int {
	v := 0
	for i, flag := range flags {
		switch coordinate(flag, short, same) {
		case 1:
			if flag&same != 0 {
				v += g.u8(at)
			} else {
				v -= g.u8(at)
			}
			at++
		case 2:
			v += g.i16(at)
			at += 2
		}
		set(i, v)
	}
	return at
}
