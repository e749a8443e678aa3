package pdf_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"strings"
	"testing"

	"stadtbote/internal/output/pdf"
	"stadtbote/internal/pdf/pdftest"
	"stadtbote/internal/picture"
)

// sized changes the size that a PNG file states.
func sized(data []byte, width, height uint32) []byte {
	out := bytes.Clone(data)
	binary.BigEndian.PutUint32(out[16:], width)
	binary.BigEndian.PutUint32(out[20:], height)
	binary.BigEndian.PutUint32(out[29:], crc32.ChecksumIEEE(out[12:29]))
	return out
}

// TestPicturesThatPaperCannotShowLeaveTheirDescription sets pictures that
// browsers might still show.
func TestPicturesThatPaperCannotShowLeaveTheirDescription(t *testing.T) {
	graphic := photograph(t, "png")
	n := newNewsroom()
	var text strings.Builder
	for name, data := range map[string][]byte{
		"gross.png": sized(graphic, 10000, 10000), "wenig.png": sized(graphic, 90, 61),
	} {
		n.add("content/meldungen/"+name, data)
		text.WriteString("![Bild von " + name + "](" + name + ")\n\n")
	}
	n.report("bilder", text.String())
	data := n.made(t)["bilder"]
	read := pdftest.Text(t, data)
	for _, name := range []string{"gross", "wenig"} {
		if !strings.Contains(read, "Bild: Bild von "+name) {
			t.Errorf("the description of %s is lost in %q", name, read)
		}
	}
	if verdict := pdftest.VeraPDF(t, map[string][]byte{"": data})[""].String(); verdict != "2a ua1" {
		t.Errorf("judged %s", verdict)
	}
}

// stated is what the head of a picture says, whatever follows it.
func stated(data []byte) *picture.Info {
	info := &picture.Info{Path: "a", Type: picture.Type(data)}
	if config, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil {
		info.Width, info.Height = config.Width, config.Height
	}
	return info
}

func TestFlawsOfPicturesAreTold(t *testing.T) {
	graphic := photograph(t, "png")
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"a good one":         {graphic, ""},
		"100 megapixels":     {sized(graphic, 10000, 10000), "10000 × 10000 > 67 Megapixel"},
		"too few pixels":     {sized(graphic, 90, 61), "PNG…"},
		"a drawing of lines": {[]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`), ""},
		"a photograph":       {photograph(t, "jpg"), ""},
	} {
		if got := pdf.Flaw(stated(c.data), c.data); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}
