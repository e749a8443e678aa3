package picture

import (
	"image"
	"image/draw"
)

// Scale returns src with another size in pixels, at least 1 × 1. A photograph
// decoded from JPEG stays in its colour space (*image.YCbCr, 4:2:0), grey stays
// grey, everything else becomes *image.NRGBA. Of src it needs one row at a time,
// so that large pictures need no second copy.
//
// Samples are mixed as they are stored, by a Catmull-Rom filter as wide as the
// pixels become: an ICC profile that held before holds afterwards. Arithmetic is
// that of integers, so that every processor makes the same bytes.
func Scale(src image.Image, width, height int) image.Image {
	width, height = max(width, 1), max(height, 1)
	switch m := src.(type) {
	case *image.YCbCr:
		return scaleYCbCr(m, width, height)
	case *image.Gray:
		out := image.NewGray(image.Rect(0, 0, width, height))
		b := m.Bounds()
		from := plane{b.Dx(), b.Dy(), 1, func(y int) []byte { return m.Pix[y*m.Stride:][:b.Dx()] }}
		from.scale(width, height, func(y int) []byte { return out.Pix[y*out.Stride:][:width] })
		return out
	}
	return scaleColours(src, width, height)
}

// Fit returns the largest size in which a picture of width × height fits into
// a box; never a larger one than its own, and at least 1 × 1.
func Fit(width, height, boxWidth, boxHeight int) (w, h int) {
	if width <= boxWidth && height <= boxHeight {
		return width, height
	}
	if int64(width)*int64(boxHeight) > int64(height)*int64(boxWidth) {
		return max(boxWidth, 1), rounded(height, boxWidth, width)
	}
	return rounded(width, boxHeight, height), max(boxHeight, 1)
}

// rounded returns a*b/c to the nearest whole number, at least 1.
func rounded(a, b, c int) int {
	return max(1, int((2*int64(a)*int64(b)+int64(c))/(2*int64(c))))
}

// scaleYCbCr scales each component by itself: the conversion from RGB is
// linear, so that the outcome is the same.
func scaleYCbCr(m *image.YCbCr, width, height int) *image.YCbCr {
	b := m.Bounds()
	out := image.NewYCbCr(image.Rect(0, 0, width, height), image.YCbCrSubsampleRatio420)
	luma := plane{b.Dx(), b.Dy(), 1, func(y int) []byte { return m.Y[y*m.YStride:][:b.Dx()] }}
	luma.scale(width, height, func(y int) []byte { return out.Y[y*out.YStride:][:width] })
	columns, rows := chroma(m)
	w, h := (width+1)/2, (height+1)/2
	for _, c := range [...]struct{ from, to []byte }{{m.Cb, out.Cb}, {m.Cr, out.Cr}} {
		from := plane{columns, rows, 1, func(y int) []byte { return c.from[y*m.CStride:][:columns] }}
		from.scale(w, h, func(y int) []byte { return c.to[y*out.CStride:][:w] })
	}
	return out
}

// chroma returns the size of a picture's colour components.
func chroma(m *image.YCbCr) (columns, rows int) {
	b := m.Bounds()
	last := m.COffset(b.Max.X-1, b.Max.Y-1) - m.COffset(b.Min.X, b.Min.Y)
	return last%m.CStride + 1, last/m.CStride + 1
}

// scaleColours scales a picture of any kind. Colours are weighted by their
// opacity, or what nobody sees would shine through.
func scaleColours(src image.Image, width, height int) *image.NRGBA {
	b := src.Bounds()
	row := image.NewRGBA(image.Rect(0, 0, b.Dx(), 1))
	from := plane{b.Dx(), b.Dy(), 4, func(y int) []byte {
		draw.Draw(row, row.Rect, src, image.Pt(b.Min.X, b.Min.Y+y), draw.Src)
		return row.Pix
	}}
	out := image.NewNRGBA(image.Rect(0, 0, width, height))
	line := make([]byte, 4*width)
	at := 0
	from.scaleRows(width, height, func() []byte { return line }, func() {
		divideByOpacity(out.Pix[at:at+4*width], line)
		at += 4 * width
	})
	return out
}

// divideByOpacity undoes the weighting of colours. Overshoot of the filter may
// have made a colour larger than its opacity.
func divideByOpacity(to, from []byte) {
	for i := 0; i+4 <= len(from); i += 4 {
		a := uint32(from[i+3])
		if a == 0 {
			continue
		}
		for c := range 3 {
			to[i+c] = byte(min(255, (uint32(from[i+c])*255+a/2)/a))
		}
		to[i+3] = byte(a)
	}
}

// plane is a rectangle of samples, read row by row from above. A pixel has one
// sample in each of the channels.
type plane struct {
	width, height int // pixels
	channels      int
	row           func(y int) []byte // valid until the next call
}

// scale writes the plane in another size into rows.
func (p plane) scale(width, height int, row func(y int) []byte) {
	y := 0
	p.scaleRows(width, height, func() []byte { return row(y) }, func() { y++ })
}

// scaleRows asks for room for each row in turn and says when it is filled.
func (p plane) scaleRows(width, height int, room func() []byte, filled func()) {
	across, down := weigh(p.width, width), weigh(p.height, height)
	kept := make([][]int16, down.most) // the last rows of p, already as wide as the outcome
	for i := range kept {
		kept[i] = make([]int16, width*p.channels)
	}
	sums := make([]int32, width*p.channels)
	next := 0
	for y := range height {
		first, weights := down.of(y)
		for ; next < first+len(weights); next++ {
			if next >= first {
				across.apply(kept[next%len(kept)], p.row(next), p.channels)
			}
		}
		clear(sums)
		for k, weight := range weights {
			for i, v := range kept[(first+k)%len(kept)] {
				sums[i] += int32(weight) * int32(v)
			}
		}
		out := room()
		for i, sum := range sums {
			out[i] = clamp((sum + 1<<(weightBits+fraction-1)) >> (weightBits + fraction))
		}
		filled()
	}
}

// fraction is how many binary places samples between the two passes have.
const fraction = 6

func clamp(v int32) byte {
	if uint32(v) <= 255 {
		return byte(v)
	}
	if v < 0 {
		return 0
	}
	return 255
}
