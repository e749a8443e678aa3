package pdf

import (
	"image"
	"image/color"
)

// Raster makes an Image of decoded pixels, whatever format they came from.
// Pixels that are not opaque become a soft mask (ISO 32000-1, 11.6.5.3).
func Raster(src image.Image) (*Image, error) {
	size := src.Bounds().Size()
	if err := checkSize(size.X, size.Y); err != nil {
		return nil, err
	}
	colors, alpha := planes(src)
	m := plane(colors, size.X, size.Y, len(colors)/(size.X*size.Y))
	if alpha != nil {
		m.mask = plane(alpha, size.X, size.Y, 1)
	}
	return m, nil
}

// planes splits a picture into its colours, one or three bytes a pixel, and
// its opacity, which is nil if every pixel is opaque. Colours are not
// multiplied by opacity.
func planes(src image.Image) (colors, alpha []byte) {
	b := src.Bounds()
	count := b.Dx() * b.Dy()
	rgb := make([]byte, 0, 3*count)
	alpha = make([]byte, 0, count)
	grey, opaque := true, true
	at := pixels(src)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := at(x, y)
			if c.A == 0 {
				c = color.NRGBA{R: 0xff, G: 0xff, B: 0xff} // what nobody sees compresses best
			}
			rgb = append(rgb, c.R, c.G, c.B)
			alpha = append(alpha, c.A)
			grey = grey && c.R == c.G && c.G == c.B
			opaque = opaque && c.A == 0xff
		}
	}
	if opaque {
		alpha = nil
	}
	if grey {
		for i := range count {
			rgb[i] = rgb[3*i]
		}
		rgb = rgb[:count]
	}
	return rgb, alpha
}

// pixels reads a pixel, without an allocation for the common kinds.
func pixels(src image.Image) func(x, y int) color.NRGBA {
	switch m := src.(type) {
	case *image.NRGBA:
		return m.NRGBAAt
	case *image.NRGBA64:
		return func(x, y int) color.NRGBA {
			c := m.NRGBA64At(x, y)
			return color.NRGBA{R: uint8(c.R >> 8), G: uint8(c.G >> 8), B: uint8(c.B >> 8), A: uint8(c.A >> 8)}
		}
	case *image.Gray:
		return func(x, y int) color.NRGBA {
			v := m.GrayAt(x, y).Y
			return color.NRGBA{R: v, G: v, B: v, A: 0xff}
		}
	}
	return func(x, y int) color.NRGBA {
		return color.NRGBAModel.Convert(src.At(x, y)).(color.NRGBA)
	}
}

// plane compresses samples of 8 bits.
func plane(samples []byte, width, height, colors int) *Image {
	var press Press
	m := &Image{
		Width: width, Height: height, space: "/DeviceGray",
		dict: dimensions(width, height, 8) + string(predictor(width, colors, 8)),
		data: press.deflate(nil, filterRows(samples, width*colors, colors)),
	}
	if colors == 3 {
		m.space = "/DeviceRGB"
	}
	return m
}

// filterRows prepares rows for compression as PNG does: each is stored as it
// is, or as differences to the pixel at its left or above, whichever has the
// smallest sum of differences.
func filterRows(samples []byte, width, step int) []byte {
	out := make([]byte, 0, len(samples)+len(samples)/width)
	above := make([]byte, width)
	for ; len(samples) > 0; samples = samples[width:] {
		row := samples[:width]
		var sums [3]int
		for i, v := range row {
			sums[0] += distance(v)
			sums[1] += distance(v - left(row, i, step))
			sums[2] += distance(v - above[i])
		}
		best := 0
		for k, sum := range sums {
			if sum < sums[best] {
				best = k
			}
		}
		out = append(out, byte(best))
		for i, v := range row {
			switch best {
			case 1:
				v -= left(row, i, step)
			case 2:
				v -= above[i]
			}
			out = append(out, v)
		}
		above = row
	}
	return out
}

// left is the sample of the pixel before.
func left(row []byte, i, step int) byte {
	if i < step {
		return 0
	}
	return row[i-step]
}

// distance is the size of a difference of bytes, from -128 to 127.
func distance(v byte) int {
	if v < 128 {
		return int(v)
	}
	return 256 - int(v)
}
