package picture_test

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"stadtbote/internal/digest"
	"stadtbote/internal/picture"
)

var pixels = func() image.Image {
	img := image.NewPaletted(image.Rect(0, 0, 30, 20), color.Palette{color.White, color.Black})
	img.SetColorIndex(3, 4, 1)
	return img
}()

func encoded(t testing.TB, kind string) []byte {
	t.Helper()
	var buf bytes.Buffer
	var err error
	switch kind {
	case "jpeg":
		err = jpeg.Encode(&buf, pixels, nil)
	case "png":
		err = png.Encode(&buf, pixels)
	case "gif":
		err = gif.Encode(&buf, pixels, nil)
	case "webp": // 30 × 20, lossless; the standard library cannot write it
		return lossless(30, 20)
	}
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// lossless returns the head of a lossless WebP picture of one colour.
func lossless(width, height uint32) []byte {
	data := []byte{0x2F}
	data = binary.LittleEndian.AppendUint32(data, width-1|(height-1)<<14)
	tail, err := base64.StdEncoding.DecodeString("B9CIiP4HIiIiAgA=")
	if err != nil {
		panic(err)
	}
	data = append(data, tail...)
	if len(data)%2 == 1 {
		data = append(data, 0)
	}
	var b bytes.Buffer
	b.WriteString("RIFF")
	b.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(data)+12)))
	b.WriteString("WEBPVP8L")
	b.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(data))))
	b.Write(data)
	return b.Bytes()
}

// oriented returns a JPEG with that EXIF orientation.
func oriented(t testing.TB, orientation uint16, order binary.AppendByteOrder, mark string) []byte {
	tiff := []byte(mark)
	tiff = order.AppendUint32(tiff, 8)
	tiff = order.AppendUint16(tiff, 2)
	tiff = append(order.AppendUint16(order.AppendUint16(tiff, 0x010F), 2), 0, 0, 0, 0, 0, 0, 0, 0) // maker
	tiff = order.AppendUint16(tiff, 0x0112)
	tiff = order.AppendUint16(tiff, 3)
	tiff = order.AppendUint32(tiff, 1)
	tiff = append(order.AppendUint16(tiff, orientation), 0, 0)
	segment := append([]byte("Exif\x00\x00"), tiff...)
	head := binary.BigEndian.AppendUint16([]byte{0xFF, 0xD8, 0xFF, 0xE1}, uint16(len(segment)+2))
	return append(append(head, segment...), encoded(t, "jpeg")[2:]...)
}

func TestRead(t *testing.T) {
	tests := []struct {
		name, file    string
		content       []byte
		kind          string
		width, height int
	}{
		{"a photo", "a.jpg", encoded(t, "jpeg"), "jpeg", 30, 20},
		{"a photo with a capital ending", "a.JPEG", encoded(t, "jpeg"), "jpeg", 30, 20},
		{"a photo as it is", "a.jpg", oriented(t, 1, binary.LittleEndian, "II*\x00"), "jpeg", 30, 20},
		{"a photo upside down", "a.jpg", oriented(t, 3, binary.BigEndian, "MM\x00*"), "jpeg", 30, 20},
		{"a photo turned left", "a.jpg", oriented(t, 6, binary.BigEndian, "MM\x00*"), "jpeg", 20, 30},
		{"a photo turned right", "a.jpg", oriented(t, 8, binary.LittleEndian, "II*\x00"), "jpeg", 20, 30},
		{"a photo with a thumbnail behind its end", "a.jpg", append(encoded(t, "jpeg"), 1, 2, 3), "jpeg", 30, 20},
		{"a drawing", "a.png", encoded(t, "png"), "png", 30, 20},
		{"an old drawing", "a.gif", encoded(t, "gif"), "gif", 30, 20},
		{"a new drawing", "a.webp", encoded(t, "webp"), "webp", 30, 20},
		{"an SVG with a size", "a.svg", svg(`width="30" height="20px"`), "svg", 30, 20},
		{"an SVG on paper", "a.svg", svg(`width="25.4mm" height="1in"`), "svg", 96, 96},
		{"an SVG with a view box", "a.svg", svg(`viewBox="0 0 300,200"`), "svg", 300, 200},
		{"an SVG with a width and a view box", "a.svg", svg(`width="150" viewBox="0 0 300 200"`), "svg", 150, 100},
		{"an SVG with a height and a view box", "a.svg", svg(`height="100" viewBox="0 0 300 200"`), "svg", 150, 100},
		{"an SVG as wide as its page", "a.svg", svg(`width="100%" height="100%" viewBox="0 0 30 20"`), "svg", 30, 20},
		{"an SVG without a size", "a.svg", svg(``), "svg", 0, 0},
		{"an SVG with an absurd size", "a.svg", svg(`width="1e300" height="NaN" viewBox="0 0 -1 5"`), "svg", 0, 0},
		{
			"an SVG with remarks before it", "a.svg",
			append([]byte("\uFEFF<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!-- x --><!DOCTYPE svg [<!ENTITY a \"b\">]>\n"), svg(`width="3" height="2"`)...), "svg", 3, 2,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			info, err := picture.Read(test.file, bytes.NewReader(test.content))
			if err != nil {
				t.Fatal(err)
			}
			want := picture.Info{Path: test.file, Type: test.kind, Width: test.width, Height: test.height, Digest: digest.Bytes(test.content), Size: len(test.content)}
			info.Traits = 0
			if info != want {
				t.Errorf("\n got %+v\nwant %+v", info, want)
			}
		})
	}
}

func svg(attributes string) []byte {
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" ` + attributes + `><path d="M0 0"/></svg>`)
}

func TestReadRefuses(t *testing.T) {
	half := func(content []byte) []byte { return content[:len(content)*3/4] }
	tests := []struct {
		name, file string
		content    []byte
		err        error
	}{
		{"an empty file", "a.jpg", nil, picture.ErrType},
		{"a text", "a.jpg", []byte("Bild folgt"), picture.ErrType},
		{"a web page", "a.svg", []byte("<html><svg/></html>"), picture.ErrType},
		{"a photo called a drawing", "a.png", encoded(t, "jpeg"), picture.ErrWrongType},
		{"half a photo", "a.jpg", half(encoded(t, "jpeg")), picture.ErrDamaged},
		{"half a drawing", "a.png", half(encoded(t, "png")), picture.ErrDamaged},
		{"half an old drawing", "a.gif", half(encoded(t, "gif")), picture.ErrDamaged},
		{"half a new drawing", "a.webp", half(encoded(t, "webp")), picture.ErrDamaged},
		{"half an SVG", "a.svg", []byte(`<svg width="3" height="2"><path d="M0 0`), picture.ErrDamaged},
		{"a photo of a telephone", "a.heic", []byte("\x00\x00\x00\x20ftypheic\x00\x00\x00\x00"), picture.ErrForeign},
		{"a scan", "a.tif", []byte("II*\x00\x08\x00\x00\x00"), picture.ErrForeign},
		{"a photo of next year", "a.avif", []byte("\x00\x00\x00\x20ftypavif\x00\x00\x00\x00"), picture.ErrForeign},
		{"an SVG with a program", "a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`), picture.ErrScript},
		{"an SVG that listens", "a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" ONLOAD="alert(1)"><g/></svg>`), picture.ErrScript},
		{"an SVG with a page in it", "a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><foreignObject/></svg>`), picture.ErrScript},
		{"an SVG whose style sheet loads from elsewhere", "a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><style>@import url(//x.example/a.css)</style></svg>`), picture.ErrScript},
		{"an SVG whose paint comes from elsewhere", "a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><g style="fill: url( 'https://x.example/a.svg#b')"/></svg>`), picture.ErrScript},
		{"an SVG that animates an address", "a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><a><set attributeName="xlink:href" to="javascript:alert(1)"/></a></svg>`), picture.ErrScript},
		{"an SVG that loads from elsewhere", "a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="x"><image xlink:href="https://x.example/a.png"/></svg>`), picture.ErrScript},
		{"a photo of which only the mark is left", "a.jpg", []byte("\xFF\xD8\xFF"), picture.ErrDamaged},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, err := picture.Read(test.file, bytes.NewReader(test.content)); !errors.Is(err, test.err) {
				t.Errorf("got %v, want %v", err, test.err)
			}
		})
	}
}

// endless never stops to be a picture.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	return copy(p, strings.Repeat("\xFF\xD8", len(p)/2+1)), nil
}

func TestReadRefusesAPictureThatIsTooLarge(t *testing.T) {
	if _, err := picture.Read("a.jpg", endless{}); !errors.Is(err, picture.ErrTooLarge) {
		t.Errorf("got %v, want %v", err, picture.ErrTooLarge)
	}
}

func TestReadPassesOnWhatTheDiskSays(t *testing.T) {
	if _, err := picture.Read("a.jpg", broken{}); !errors.Is(err, errDisk) || errors.Is(err, picture.ErrDamaged) {
		t.Errorf("got %v, want the disk's error only", err)
	}
}

var errDisk = errors.New("disk on fire")

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errDisk }

func TestKnown(t *testing.T) {
	for name, want := range map[string]bool{"a.jpg": true, "b/ä.WebP": true, "a.svg": true, "a.pdf": false, "jpg": false, "": false} {
		if picture.Known(name) != want {
			t.Errorf("%q: got %t", name, !want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, kind := range []string{"jpeg", "png", "gif", "webp"} {
		f.Add(encoded(f, kind))
	}
	f.Add(oriented(f, 6, binary.BigEndian, "MM\x00*"))
	f.Add(svg(`width="30" height="20" viewBox="0 0 3 2"`))
	f.Add([]byte("<!DOCTYPE svg [<!ENTITY a '&a;'>]><svg width='&a;'/>"))
	f.Fuzz(func(t *testing.T, content []byte) {
		info, err := picture.Read("a", bytes.NewReader(content))
		if err == nil && (info.Type == "" || info.Width < 0 || info.Height < 0 || info.Type != "svg" && info.Width*info.Height == 0) {
			t.Errorf("accepts %+v", info)
		}
	})
}
