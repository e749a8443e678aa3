package pdf_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/color/palette"
	"image/draw"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"stadtbote/internal/pdf"
	"stadtbote/internal/pdf/pdftest"
)

// fields is a picture of six fields, two rows of three, each of one colour.
func fields(colors [6]color.Color) *image.NRGBA64 {
	m := image.NewNRGBA64(image.Rect(0, 0, 96, 64))
	for i, c := range colors {
		at := image.Rect(i%3*32, i/3*32, i%3*32+32, i/3*32+32)
		draw.Draw(m, at, image.NewUniform(c), image.Point{}, draw.Src)
	}
	return m
}

var (
	colorful = [6]color.Color{
		color.NRGBA{200, 30, 30, 255},
		color.NRGBA{30, 160, 30, 255},
		color.NRGBA{30, 30, 200, 255},
		color.NRGBA{250, 200, 0, 255},
		color.NRGBA{20, 20, 20, 255},
		color.NRGBA{240, 240, 240, 255},
	}
	greys = [6]color.Color{
		color.Gray{0}, color.Gray{51}, color.Gray{102}, color.Gray{153}, color.Gray{204}, color.Gray{255},
	}
	glassy = [6]color.Color{
		color.NRGBA{200, 30, 30, 255},
		color.NRGBA{30, 160, 30, 128},
		color.NRGBA{30, 30, 200, 64},
		color.NRGBA{0, 0, 0, 0},
		color.NRGBA{20, 20, 20, 200},
		color.NRGBA{240, 240, 240, 255},
	}
)

// as converts to another kind of picture.
func as(to draw.Image, m image.Image) image.Image {
	draw.Draw(to, to.Bounds(), m, image.Point{}, draw.Src)
	return to
}

func asJPEG(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
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

// withExif puts an Exif segment with an orientation into a JPEG file.
func withExif(data []byte, orientation byte) []byte {
	exif := "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" +
		string(orientation) + "\x00\x00\x00\x00\x00\x00"
	segment := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(exif)+2))
	return bytes.Join([][]byte{data[:2], append(segment, exif...), data[2:]}, nil)
}

// cmyk makes a JPEG file of one colour, as Adobe's programs do: inverted.
func cmyk(c, m, y, k byte, adobe bool) []byte {
	b := []byte("\xff\xd8")
	segment := func(marker byte, body string) {
		b = append(b, 0xff, marker)
		b = binary.BigEndian.AppendUint16(b, uint16(len(body)+2))
		b = append(b, body...)
	}
	if adobe {
		segment(0xee, "Adobe\x00\x64\x00\x00\x00\x00\x00")
	}
	segment(0xdb, "\x00"+strings.Repeat("\x08", 64))
	segment(0xc0, "\x08\x00\x08\x00\x08\x04\x01\x11\x00\x02\x11\x00\x03\x11\x00\x04\x11\x00")
	segment(0xc4, "\x00\x00\x00\x00\x09\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x02\x03\x04\x05\x06\x07\x08")
	segment(0xc4, "\x10\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00")
	segment(0xda, "\x04\x01\x00\x02\x00\x03\x00\x04\x00\x00\x3f\x00")
	bits, n := uint64(0), 0
	put := func(v, count int) { bits, n = bits<<count|uint64(v), n+count }
	for _, v := range []byte{c, m, y, k} {
		d := int(v) - 128
		if adobe {
			d = 127 - int(v)
		}
		size := 0
		for max(d, -d)>>size != 0 {
			size++
		}
		put(size, 4)
		if d < 0 {
			d += 1<<size - 1
		}
		put(d, size)
		put(0, 1) // end of block
	}
	for n%8 != 0 {
		put(1, 1)
	}
	for ; n > 0; n -= 8 {
		b = append(b, byte(bits>>(n-8)))
		if b[len(b)-1] == 0xff {
			b = append(b, 0)
		}
	}
	return append(b, 0xff, 0xd9)
}

// sixFields are pictures of all kinds and the colours of their fields.
func sixFields(t testing.TB) map[string]struct {
	data []byte
	want [6]color.Color
} {
	turned := [6]color.Color{colorful[5], colorful[4], colorful[3], colorful[2], colorful[1], colorful[0]}
	bounds := image.Rect(0, 0, 96, 64)
	return map[string]struct {
		data []byte
		want [6]color.Color
	}{
		"JPEG":                     {asJPEG(t, fields(colorful)), colorful},
		"grey JPEG":                {asJPEG(t, as(image.NewGray(bounds), fields(greys))), greys},
		"JPEG upside down":         {withExif(asJPEG(t, fields(colorful)), 3), turned},
		"PNG of 16 bits":           {asPNG(t, as(image.NewRGBA64(bounds), opaque{fields(colorful)})), colorful},
		"PNG of 8 bits":            {asPNG(t, as(image.NewRGBA(bounds), fields(colorful))), colorful},
		"grey PNG":                 {asPNG(t, as(image.NewGray(bounds), fields(greys))), greys},
		"grey PNG of 16 bits":      {asPNG(t, as(image.NewGray16(bounds), fields(greys))), greys},
		"PNG with palette":         {asPNG(t, as(image.NewPaletted(bounds, palette.WebSafe), fields(greys))), greys},
		"PNG with opacity":         {asPNG(t, as(image.NewNRGBA(bounds), fields(glassy))), onWhite(glassy)},
		"16-bit PNG with opacity":  {asPNG(t, fields(glassy)), onWhite(glassy)},
		"palette with transparent": {asPNG(t, as(image.NewPaletted(bounds, glassPalette()), fields(glassy))), onWhite(glassy)},
	}
}

// pictures are pictures of all kinds.
func pictures(t testing.TB) map[string][]byte {
	all := map[string][]byte{"CMYK JPEG": cmyk(10, 20, 30, 40, false), "CMYK JPEG of Adobe": cmyk(10, 20, 30, 40, true)}
	for name, c := range sixFields(t) {
		all[name] = c.data
	}
	return all
}

// TestPicturesLookAsBefore draws each kind of picture with poppler and compares
// the middle of each of its six fields.
func TestPicturesLookAsBefore(t *testing.T) {
	for name, c := range sixFields(t) {
		t.Run(name, func(t *testing.T) {
			m, err := pdf.NewImage(c.data)
			if err != nil {
				t.Fatal(err)
			}
			if m.Width != 96 || m.Height != 64 {
				t.Errorf("size is %d × %d", m.Width, m.Height)
			}
			seen := pdftest.Render(t, pdftest.Write(t, pdftest.Show(t), pdftest.Describe(), m))
			for i, want := range c.want {
				x, y := 150+i%3*100, 150+i/3*100
				if got := seen.At(x, y); distance(got, want) > 10 {
					t.Errorf("field %d is %v, not %v", i, got, want)
				}
			}
		})
	}
}

// opaque hides that a picture could be transparent, so that it is stored
// without.
type opaque struct{ image.Image }

func glassPalette() color.Palette {
	p := color.Palette{}
	for _, c := range glassy {
		p = append(p, c)
	}
	return p
}

// onWhite is what colours look like on paper.
func onWhite(colors [6]color.Color) (seen [6]color.Color) {
	for i, c := range colors {
		n := color.NRGBAModel.Convert(c).(color.NRGBA)
		mix := func(v uint8) uint8 { return uint8((int(v)*int(n.A) + 255*(255-int(n.A))) / 255) }
		seen[i] = color.NRGBA{mix(n.R), mix(n.G), mix(n.B), 255}
	}
	return seen
}

// distance is the largest difference of a channel, of 255.
func distance(a, b color.Color) int {
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	d := 0
	for _, p := range [][2]uint32{{r1, r2}, {g1, g2}, {b1, b2}} {
		d = max(d, int(p[0]>>8)-int(p[1]>>8), int(p[1]>>8)-int(p[0]>>8))
	}
	return d
}

// TestCMYKLooksLikePrint: not equal to any screen colour, but near to what ink
// on coated paper gives; with and without the inversion of Adobe's files.
func TestCMYKLooksLikePrint(t *testing.T) {
	for name, c := range map[string]struct {
		ink  [4]byte
		want color.Color
	}{
		"paper":   {[4]byte{0, 0, 0, 0}, color.NRGBA{255, 255, 255, 255}},
		"cyan":    {[4]byte{255, 0, 0, 0}, color.NRGBA{0, 158, 224, 255}},
		"magenta": {[4]byte{0, 255, 0, 0}, color.NRGBA{230, 0, 126, 255}},
		"yellow":  {[4]byte{0, 0, 255, 0}, color.NRGBA{255, 237, 0, 255}},
		"black":   {[4]byte{0, 0, 0, 255}, color.NRGBA{29, 29, 27, 255}},
	} {
		for _, adobe := range []bool{false, true} {
			m, err := pdf.NewImage(cmyk(c.ink[0], c.ink[1], c.ink[2], c.ink[3], adobe))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			seen := pdftest.Render(t, pdftest.Write(t, pdftest.Show(t), pdftest.Describe(), m))
			if got := seen.At(250, 200); distance(got, c.want) > 45 {
				t.Errorf("%s, Adobe %v: is %v, not about %v", name, adobe, got, c.want)
			}
		}
	}
}

func TestBadPicturesAreRefused(t *testing.T) {
	photo, graphic := asJPEG(t, fields(colorful)), asPNG(t, as(image.NewRGBA(image.Rect(0, 0, 96, 64)), fields(colorful)))
	edit := func(data []byte, at int, to string) []byte {
		out := bytes.Clone(data)
		copy(out[at:], to)
		return out
	}
	frame := bytes.Index(photo, []byte("\xff\xc0"))
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"nothing":                      {nil, pdf.ErrTruncated},
		"a text":                       {[]byte("kein Bild"), pdf.ErrFormat},
		"the head of a JPEG":           {photo[:20], pdf.ErrTruncated},
		"half a JPEG":                  {photo[:len(photo)/2], pdf.ErrTruncated},
		"a JPEG without its end":       {photo[:len(photo)-2], pdf.ErrTruncated},
		"a JPEG of 100 megapixels":     {edit(photo, frame+5, "\x27\x10\x27\x10"), pdf.ErrTooLarge},
		"a JPEG without height":        {edit(photo, frame+5, "\x00\x00"), pdf.ErrEmpty},
		"a JPEG of 12 bits":            {edit(photo, frame+4, "\x0c"), pdf.ErrFormat},
		"a lossless JPEG":              {edit(photo, frame+1, "\xc3"), pdf.ErrFormat},
		"a JPEG with rubbish between":  {edit(photo, 2, "xx"), pdf.ErrBroken},
		"the head of a PNG":            {graphic[:20], pdf.ErrTruncated},
		"half a PNG":                   {graphic[:len(graphic)/2], pdf.ErrTruncated},
		"a PNG with a wrong checksum":  {edit(graphic, len(graphic)-20, "\x00\x01\x02"), pdf.ErrBroken},
		"a PNG of 100 megapixels":      {sized(graphic, 10000, 10000), pdf.ErrTooLarge},
		"a PNG without width":          {sized(graphic, 0, 64), pdf.ErrEmpty},
		"a PNG with too few pixels":    {sized(graphic, 96, 65), pdf.ErrTruncated},
		"a PNG with too many pixels":   {sized(graphic, 96, 63), pdf.ErrBroken},
		"a PNG of billions of columns": {sized(graphic, 1<<31, 1), pdf.ErrTooLarge},
	} {
		if _, err := pdf.NewImage(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: error is %v, not %v", name, err, c.want)
		}
	}
}

// sized changes the size that a PNG file states.
func sized(data []byte, width, height uint32) []byte {
	out := bytes.Clone(data)
	binary.BigEndian.PutUint32(out[16:], width)
	binary.BigEndian.PutUint32(out[20:], height)
	binary.BigEndian.PutUint32(out[29:], crc32.ChecksumIEEE(out[12:29]))
	return out
}

func TestPrivateDataOfPhotographsIsLeftOut(t *testing.T) {
	data := withExif(asJPEG(t, fields(colorful)), 1)
	m, err := pdf.NewImage(data)
	if err != nil {
		t.Fatal(err)
	}
	if file := pdftest.Write(t, pdftest.Show(t), pdftest.Describe(), m); bytes.Contains(file, []byte("Exif")) {
		t.Error("the file holds the photograph's Exif data")
	}
}

func FuzzImage(f *testing.F) {
	small := image.NewNRGBA(image.Rect(0, 0, 3, 2))
	f.Add(asJPEG(f, small))
	f.Add(asPNG(f, small))
	f.Add(withExif(asJPEG(f, small), 6))
	f.Add(cmyk(1, 2, 3, 4, true))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := pdf.NewImage(data); err == nil && (m.Width < 1 || m.Height < 1) {
			t.Errorf("size is %d × %d", m.Width, m.Height)
		}
	})
}
