package pdf_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"
)

// gradient is a picture with every value of its channels.
func gradient(w, h int, at func(x, y uint8) color.Color) image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.Set(x, y, at(uint8(x*255/w), uint8(y*255/h)))
		}
	}
	return m
}

func rgb(x, y uint8) color.Color  { return color.NRGBA{x, y, 128, 255} }
func rgba(x, y uint8) color.Color { return color.NRGBA{x, y, 128, y} }

func asJPEG(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
