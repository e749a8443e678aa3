package sign

import "math/bits"

// canvas collects what ink covers, by the signed areas that edges leave at
// their right: after Levien's font-rs, in whole numbers. Ink laid twice is ink.
//
// Most of a sign is plain, so the canvas notes where edges are: only there
// anything is reckoned, and only there it has to be wiped.
//
// Lengths are in 1/256 of a pixel, x to the right, y downwards.
type canvas struct {
	width, height int
	areas         []int32  // one row is width+2; a full pixel is one*one
	marks         []uint64 // by row, a bit for each of its areas that may not be zero
	drawn         bool     // there may be such bits
}

// one is a pixel.
const one = 256

// point is a place on a canvas.
type point struct{ x, y int }

func (c *canvas) reset(width, height int) {
	if c.drawn || c.width != width || c.height != height {
		*c = canvas{width: width, height: height, areas: make([]int32, (width+2)*height)}
		c.marks = make([]uint64, c.stride()*height)
	}
	c.drawn = true
}

// stride is how many words of marks a row has.
func (c *canvas) stride() int { return (c.width + 2 + 63) / 64 }

// line adds an edge from one point to another.
func (c *canvas) line(from, to point) {
	direction := 1
	if from.y > to.y {
		from, to, direction = to, from, -1
	}
	if from.y == to.y {
		return
	}
	for row := max(0, from.y/one); row < c.height && row*one < to.y; row++ {
		top, bottom := max(from.y, row*one), min(to.y, (row+1)*one)
		if top >= bottom {
			continue
		}
		c.span(row, between2(from, to, top), between2(from, to, bottom), direction*(bottom-top))
	}
}

// between2 returns the x of a line at a y.
func between2(from, to point, y int) int {
	return from.x + int(int64(to.x-from.x)*int64(y-from.y)/int64(to.y-from.y))
}

// span adds the part of an edge that lies within one row: from x to x, and so
// high, with the sign of its direction.
func (c *canvas) span(row, from, to, height int) {
	if from > to {
		from, to = to, from
	}
	limit := c.width * one
	from, to = min(max(from, 0), limit), min(max(to, 0), limit)
	areas, marks := c.areas[row*(c.width+2):][:c.width+2], c.marks[row*c.stride():][:c.stride()]
	first, last := from/one, to/one
	for column := first; column <= last+1; column++ {
		marks[column/64] |= 1 << (column % 64)
	}
	if first == last {
		c.cell(areas, first, (from+to)/2-first*one, height)
		return
	}
	done, width := 0, to-from
	for column := first; column <= last; column++ {
		left, right := max(from, column*one), min(to, (column+1)*one)
		if left == right {
			continue
		}
		part := height*(right-from)/width - done
		done += part
		c.cell(areas, column, (left+right)/2-column*one, part)
	}
}

// cell adds an edge of that height that crosses a column at x, on average.
func (*canvas) cell(areas []int32, column, x, height int) {
	areas[column] += int32(height * (one - x))
	areas[column+1] += int32(height * x)
}

// quad adds a quadratic curve.
func (c *canvas) quad(from, control, to point) {
	bend := max(abs(from.x-2*control.x+to.x), abs(from.y-2*control.y+to.y))
	steps := 1
	for steps < 16 && bend > steps*steps*one/2 {
		steps++
	}
	at := from
	for i := 1; i <= steps; i++ {
		a, b, t := (steps-i)*(steps-i), 2*i*(steps-i), i*i
		next := point{
			(a*from.x + b*control.x + t*to.x) / (steps * steps),
			(a*from.y + b*control.y + t*to.y) / (steps * steps),
		}
		c.line(at, next)
		at = next
	}
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// box is a rectangle with rounded corners.
type box struct{ left, top, right, bottom, radius int }

// inset returns a box that lies so far within.
func (b box) inset(by int) box {
	return box{b.left + by, b.top + by, b.right - by, b.bottom - by, max(b.radius-by, 0)}
}

// ring fills what lies between a box and one within it.
func (c *canvas) ring(outer, inner box) {
	c.outline(outer.corners())
	within := inner.corners()
	for i, j := 0, len(within)-1; i < j; i, j = i+1, j-1 {
		within[i], within[j] = within[j], within[i]
	}
	c.outline(within)
}

// corners returns a box as points: on the curve and controlling in turn. Each
// corner is two curves, which differ from a circle by less than a thousandth.
func (b box) corners() []point {
	far := b.radius
	near := far - far*29289/100000    // along the diagonal: r·(1 - 1/√2) from the sides
	control := far - far*41421/100000 // r·tan 22.5° from where the curve begins
	offsets := [...]point{{0, far}, {0, control}, {far - near, far - near}, {control, 0}, {far, 0}}
	var all []point
	for corner := range 4 {
		for i := range offsets {
			o := offsets[i]
			if corner%2 == 1 { // the way round it is the other way
				o = offsets[len(offsets)-1-i]
			}
			switch corner {
			case 0:
				all = append(all, point{b.left + o.x, b.top + o.y})
			case 1:
				all = append(all, point{b.right - o.x, b.top + o.y})
			case 2:
				all = append(all, point{b.right - o.x, b.bottom - o.y})
			case 3:
				all = append(all, point{b.left + o.x, b.bottom - o.y})
			}
		}
	}
	return all
}

// outline adds the corners of a box.
func (c *canvas) outline(points []point) {
	for i := 0; i < len(points); i += 5 {
		c.quad(points[i], points[i+1], points[i+2])
		c.quad(points[i+2], points[i+3], points[i+4])
		c.line(points[i+4], points[(i+5)%len(points)])
	}
}

// shade writes how much of each pixel of a row is ink, two pixels a byte, and
// wipes the row. Between two marks all pixels are alike.
func (c *canvas) shade(y int, row []byte) {
	clear(row)
	areas, sum, from := c.areas[y*(c.width+2):][:c.width+2], int32(0), 0
	for i, word := range c.marks[y*c.stride():][:c.stride()] {
		for ; word != 0; word &= word - 1 {
			x := 64*i + bits.TrailingZeros64(word)
			fill(row, from, min(x, c.width), shadeOf(sum))
			sum, from = sum+areas[x], x
			areas[x] = 0
		}
		c.marks[y*c.stride()+i] = 0
	}
	fill(row, from, c.width, shadeOf(sum))
}

// shadeOf is the shade of a pixel of which so much is ink.
func shadeOf(sum int32) byte {
	covered := min(max(sum, -sum), one*one)
	return byte((covered*(shades-1) + one*one/2) / (one * one))
}

// fill writes a shade to some pixels of a row that is empty.
func fill(row []byte, from, to int, shade byte) {
	if shade == 0 || from >= to {
		return
	}
	if from%2 == 1 {
		row[from/2] |= shade
		from++
	}
	for i := from / 2; i < to/2; i++ {
		row[i] = shade<<4 | shade
	}
	if to%2 == 1 && from < to {
		row[to/2] |= shade << 4
	}
}
