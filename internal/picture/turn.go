package picture

import "image"

// Turn returns a picture as it is to be seen, given its EXIF orientation, 1 to
// 8; any other number means 1. It may return src itself. Kinds of pictures that
// Scale does not return are scaled to themselves first.
func Turn(src image.Image, orientation int) image.Image {
	if orientation < 2 || orientation > 8 {
		return src
	}
	switch m := src.(type) {
	case *image.YCbCr:
		if m.SubsampleRatio == image.YCbCrSubsampleRatio420 && m.Rect.Min == (image.Point{}) {
			return turnYCbCr(m, orientation)
		}
	case *image.Gray:
		size := turnedSize(m.Rect.Dx(), m.Rect.Dy(), orientation)
		out := image.NewGray(image.Rectangle{Max: size})
		turnSamples(samples{out.Pix, out.Stride, 1}, samples{m.Pix, m.Stride, 1}, size, orientation)
		return out
	case *image.NRGBA:
		size := turnedSize(m.Rect.Dx(), m.Rect.Dy(), orientation)
		out := image.NewNRGBA(image.Rectangle{Max: size})
		turnSamples(samples{out.Pix, out.Stride, 4}, samples{m.Pix, m.Stride, 4}, size, orientation)
		return out
	}
	b := src.Bounds()
	return Turn(Scale(src, b.Dx(), b.Dy()), orientation)
}

func turnYCbCr(m *image.YCbCr, orientation int) *image.YCbCr {
	size := turnedSize(m.Rect.Dx(), m.Rect.Dy(), orientation)
	out := image.NewYCbCr(image.Rectangle{Max: size}, image.YCbCrSubsampleRatio420)
	turnSamples(samples{out.Y, out.YStride, 1}, samples{m.Y, m.YStride, 1}, size, orientation)
	half := image.Pt((size.X+1)/2, (size.Y+1)/2)
	turnSamples(samples{out.Cb, out.CStride, 1}, samples{m.Cb, m.CStride, 1}, half, orientation)
	turnSamples(samples{out.Cr, out.CStride, 1}, samples{m.Cr, m.CStride, 1}, half, orientation)
	return out
}

// turnedSize returns the size of a picture once it is turned.
func turnedSize(width, height, orientation int) image.Point {
	if orientation >= 5 {
		return image.Pt(height, width)
	}
	return image.Pt(width, height)
}

// samples are rows of pixels of so many bytes each.
type samples struct {
	pix          []byte
	stride, step int
}

// turnSamples fills to, which has that size, from the stored rows.
func turnSamples(to, from samples, size image.Point, orientation int) {
	for y := range size.Y {
		out := to.pix[y*to.stride:]
		for x := range size.X {
			column, row := stored(x, y, size, orientation)
			copy(out[x*to.step:][:to.step], from.pix[row*from.stride+column*from.step:])
		}
	}
}

// stored returns where the pixel is stored that is seen at x, y in a picture of
// that size (Exif 2.32, 4.6.4, tag 274).
func stored(x, y int, size image.Point, orientation int) (column, row int) {
	right, bottom := size.X-1-x, size.Y-1-y
	switch orientation {
	case 2: // mirrored left to right
		return right, y
	case 3: // upside down
		return right, bottom
	case 4: // mirrored top to bottom
		return x, bottom
	case 5: // mirrored on the falling diagonal
		return y, x
	case 6: // to be turned clockwise
		return y, right
	case 7: // mirrored on the rising diagonal
		return bottom, right
	case 8: // to be turned counter-clockwise
		return bottom, x
	}
	return x, y
}
