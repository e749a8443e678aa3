package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"

	"github.com/HugoSmits86/nativewebp"
)

// sampleWidth is how wide the sample is by which formats are compared.
const sampleWidth = 480

// judge finds the traits of decoded pixels.
func (i *Info) judge(m image.Image) {
	if m.ColorModel() == color.CMYKModel {
		i.Traits |= Press
	}
	if o, can := m.(interface{ Opaque() bool }); !can || o.Opaque() {
		i.Traits |= Opaque
	}
	if i.Type != "png" {
		return
	}
	b := m.Bounds()
	width, height := Fit(b.Dx(), b.Dy(), sampleWidth, 4*sampleWidth)
	sample := likeSource(Scale(m, width, height), m)
	drawn, crisp := length(sample, encodePNG), length(sample, encodeWebP)
	switch {
	case i.Has(Opaque) && 3*length(sample, func(w io.Writer, m image.Image) error { return encodeJPEG(w, m, 80) }) < min(drawn, crisp):
		i.Traits |= Photo
	case 10*crisp < 9*drawn:
		i.Traits |= Crisp
	}
}

// length returns how many bytes a picture is encoded.
func length(m image.Image, encode func(io.Writer, image.Image) error) int {
	var b bytes.Buffer
	if encode(&b, m) != nil {
		return MaxSize // it can be no other error than one of this format
	}
	return b.Len()
}

func encodePNG(w io.Writer, m image.Image) error { return png.Encode(w, m) }

// encodeWebP writes lossless WebP.
func encodeWebP(w io.Writer, m image.Image) error { return nativewebp.Encode(w, m, nil) }

// encodeJPEG writes a photograph. What is transparent becomes white.
func encodeJPEG(w io.Writer, m image.Image, quality int) error {
	if drawn, is := m.(*image.NRGBA); is {
		m = onWhite(drawn)
	}
	return jpeg.Encode(w, m, &jpeg.Options{Quality: quality})
}

// onWhite returns a picture laid on white paper.
func onWhite(m *image.NRGBA) *image.RGBA {
	out := image.NewRGBA(m.Rect)
	for i := 0; i+4 <= len(m.Pix); i += 4 {
		a := uint32(m.Pix[i+3])
		for c := range 3 {
			out.Pix[i+c] = byte((uint32(m.Pix[i+c])*a + 255*(255-a) + 127) / 255)
		}
		out.Pix[i+3] = 255
	}
	return out
}

// likeSource returns a scaled picture with the palette of its source, if that
// has one: between its shades there is room for none that matters, and with
// more of them a small picture would need more bytes than the large one.
func likeSource(scaled, source image.Image) image.Image {
	from, paletted := source.(*image.Paletted)
	m, coloured := scaled.(*image.NRGBA)
	if !paletted || !coloured || len(from.Palette) == 0 {
		return scaled
	}
	out := image.NewPaletted(m.Rect, from.Palette)
	nearest := make(map[color.NRGBA]uint8)
	for at := range out.Pix {
		c := color.NRGBA{m.Pix[4*at], m.Pix[4*at+1], m.Pix[4*at+2], m.Pix[4*at+3]}
		index, known := nearest[c]
		if !known {
			index = uint8(from.Palette.Index(c))
			nearest[c] = index
		}
		out.Pix[at] = index
	}
	return out
}
