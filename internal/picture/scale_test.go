package picture_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"testing"

	"stadtbote/internal/digest"
	"stadtbote/internal/picture"
)

// pattern returns a picture without any symmetry, of every kind that decoders
// of the standard library return.
func pattern(kind string, width, height int) image.Image {
	rect := image.Rect(3, 5, 3+width, 5+height)
	var m draw.Image
	switch kind {
	case "grey":
		m = image.NewGray(image.Rect(0, 0, width, height))
	case "opaque":
		m = image.NewRGBA(rect)
	case "transparent":
		m = image.NewNRGBA(image.Rect(0, 0, width, height))
	case "deep":
		m = image.NewNRGBA64(rect)
	case "press":
		m = image.NewCMYK(rect)
	case "photo":
		return photo(width, height)
	}
	b := m.Bounds()
	for y := range height {
		for x := range width {
			c := color.NRGBA{uint8(7*x + y*y), uint8(x * y), uint8(13*y + 40), 255}
			if kind == "transparent" {
				c.A = uint8(x * 5)
			}
			m.Set(b.Min.X+x, b.Min.Y+y, c)
		}
	}
	return m
}

func photo(width, height int) *image.YCbCr {
	m := image.NewYCbCr(image.Rect(0, 0, width, height), image.YCbCrSubsampleRatio422)
	for i := range m.Y {
		m.Y[i] = byte(i*i + i/7)
	}
	for i := range m.Cb {
		m.Cb[i], m.Cr[i] = byte(3*i), byte(200-i)
	}
	return m
}

var kinds = []string{"grey", "opaque", "transparent", "deep", "press", "photo"}

func TestOneColourStaysThatColour(t *testing.T) {
	for _, c := range []color.NRGBA{{0, 0, 0, 255}, {255, 255, 255, 255}, {200, 30, 90, 255}, {10, 200, 30, 128}, {0, 0, 0, 0}} {
		m := image.NewNRGBA(image.Rect(0, 0, 97, 61))
		draw.Draw(m, m.Rect, image.NewUniform(c), image.Point{}, draw.Src)
		for _, size := range []image.Point{{96, 60}, {31, 7}, {1, 1}, {97, 61}, {200, 90}} {
			out := picture.Scale(m, size.X, size.Y)
			if out.Bounds().Size() != size {
				t.Fatalf("size %v, want %v", out.Bounds().Size(), size)
			}
			for y := range size.Y {
				for x := range size.X {
					got := out.(*image.NRGBA).NRGBAAt(x, y)
					if near := func(a, b uint8) bool { return a-b+1 <= 2 }; !near(got.R, c.R) || !near(got.G, c.G) || !near(got.B, c.B) || got.A != c.A {
						t.Fatalf("%v became %v at %d, %d of %v", c, got, x, y, size)
					}
				}
			}
		}
	}
}

func TestEveryKindKeepsItsSizeAndIsTheSameOnEveryProcessor(t *testing.T) {
	var all digest.Builder
	for _, kind := range kinds {
		m := pattern(kind, 61, 37)
		for _, size := range []image.Point{{30, 20}, {60, 36}, {7, 37}, {1, 1}, {61, 37}} {
			for orientation := range 10 {
				out := picture.Turn(picture.Scale(m, size.X, size.Y), orientation)
				want := size
				if orientation >= 5 && orientation <= 8 {
					want = image.Pt(size.Y, size.X)
				}
				if out.Bounds() != (image.Rectangle{Max: want}) {
					t.Fatalf("%s: %v, want %v", kind, out.Bounds(), want)
				}
				all.Text(string(raw(out)))
			}
		}
	}
	// The same on amd64, 386 and arm64. It changes with the filter only: then
	// cached pictures have to be made again, see Recipe.
	if got, want := all.Name().Hex(), scaledSum; got != want {
		t.Errorf("the bytes are others: %s", got)
	}
}

const scaledSum = "ee49fe150b681d24c0fc7ce9cf5b855b"

func raw(m image.Image) []byte {
	switch m := m.(type) {
	case *image.Gray:
		return m.Pix
	case *image.NRGBA:
		return m.Pix
	case *image.YCbCr:
		return bytes.Join([][]byte{m.Y, m.Cb, m.Cr}, nil)
	}
	panic(fmt.Sprintf("%T", m))
}

func TestInvisibleColoursDoNotShineThrough(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 40, 40))
	for y := range 40 {
		for x := range 40 {
			c := color.NRGBA{255, 0, 0, 0} // red that nobody sees
			if (x/4+y/4)%2 == 0 {
				c = color.NRGBA{0, 0, 255, 255}
			}
			m.SetNRGBA(x, y, c)
		}
	}
	out := picture.Scale(m, 13, 13).(*image.NRGBA)
	for i := 0; i < len(out.Pix); i += 4 {
		if out.Pix[i] != 0 || out.Pix[i+3] > 0 && out.Pix[i+2] < 250 {
			t.Fatalf("pixel %v", out.Pix[i:i+4])
		}
	}
}

func TestTurnPutsEachCornerWhereItIsSeen(t *testing.T) {
	// Exif 2.32, tag 274: where the stored first row and column are seen.
	corners := map[int]image.Point{1: {0, 0}, 2: {2, 0}, 3: {2, 1}, 4: {0, 1}, 5: {0, 0}, 6: {1, 0}, 7: {1, 2}, 8: {0, 2}}
	seconds := map[int]image.Point{1: {1, 0}, 2: {1, 0}, 3: {1, 1}, 4: {1, 1}, 5: {0, 1}, 6: {1, 1}, 7: {1, 1}, 8: {0, 1}}
	for _, kind := range []string{"grey", "transparent"} {
		m := pattern(kind, 3, 2).(draw.Image)
		m.Set(0, 0, color.White)
		m.Set(1, 0, color.Gray{7})
		for orientation, at := range corners {
			out := picture.Turn(m, orientation)
			if color.GrayModel.Convert(out.At(at.X, at.Y)) != (color.Gray{255}) {
				t.Errorf("%s %d: the first pixel is not at %v", kind, orientation, at)
			}
			if at := seconds[orientation]; color.GrayModel.Convert(out.At(at.X, at.Y)) != (color.Gray{7}) {
				t.Errorf("%s %d: the second pixel is not at %v", kind, orientation, at)
			}
		}
	}
}

func TestFit(t *testing.T) {
	tests := []struct{ width, height, boxWidth, boxHeight, w, h int }{
		{4000, 3000, 1000, 1000, 1000, 750},
		{3000, 4000, 1000, 1000, 750, 1000},
		{800, 600, 1000, 1000, 800, 600},
		{60000, 10, 100, 100, 100, 1},
		{10, 60000, 100, 100, 1, 100},
		{1000, 999, 500, 5000, 500, 500},
		{1, 1, 0, 0, 1, 1},
	}
	for _, test := range tests {
		if w, h := picture.Fit(test.width, test.height, test.boxWidth, test.boxHeight); w != test.w || h != test.h {
			t.Errorf("%+v: %d × %d", test, w, h)
		}
	}
}

func BenchmarkScalePhoto(b *testing.B) {
	m := image.NewYCbCr(image.Rect(0, 0, 6000, 4000), image.YCbCrSubsampleRatio420)
	for b.Loop() {
		picture.Scale(m, 1920, 1280)
	}
}
