package sign_test

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"strings"
	"testing"

	"stadtbote/internal/digest"
	"stadtbote/internal/palette"
	"stadtbote/internal/sign"
	"stadtbote/internal/typeset/font"
)

var look = flag.String("look", "", "folder to write the pictures to, for looking at them")

var colors = sign.Colors{Ground: palette.Light()[palette.Sign], Ink: palette.Light()[palette.OnSign]}

func painter(t testing.TB) *sign.Painter {
	t.Helper()
	family, err := font.Sofia()
	if err != nil {
		t.Fatal(err)
	}
	return sign.NewPainter(family)
}

var posters = map[string]sign.Poster{
	"seed":        {"DStGB / Deutsche Telekom:", "Initiative geht in die Fortsetzung", "Digitale Städte und Regionen", "[9.11.2018]"},
	"short":       {"", "Licht!", "Krähwinkel", "[1.2.2026]"},
	"long":        {"Krähwinkel:", "Der Rat beschließt nach langer Aussprache den Haushalt, den Nachtrag zum Haushalt und die Satzung über Gebühren für das Abstellen von Rollern, sagt aber nicht, wann diese Gebühren zum ersten Mal erhoben werden sollen", "Krähwinkel", "[31.12.2026]"},
	"word":        {"", "Rindfleisch\u00ADetikettierungs\u00ADüberwachungs\u00ADaufgaben\u00ADübertragungs\u00ADgesetz", "Krähwinkel", ""},
	"endless":     {"", strings.Repeat("Straßenbahn", 12), "Krähwinkel", ""},
	"site":        {"", "Digitale Städte und Regionen", "digitale-staedte.example", ""},
	"long name":   {strings.Repeat("Krähwinkel und Umgebung ", 5), "Kurz", strings.Repeat("Nachrichten aus der Stadt ", 6), "[31.12.2026]"},
	"other signs": {"", "Żółć → „ŁÓDŹ“ – 50 % ≤ 3 € ☃ 日本", "Krähwinkel", ""},
	"nothing":     {},
}

func TestPosters(t *testing.T) {
	p := painter(t)
	for name, poster := range posters {
		var b bytes.Buffer
		if err := p.Poster(&b, poster, colors); err != nil {
			t.Fatal(err)
		}
		keep(t, name+".png", b.Bytes())
		m, err := png.Decode(bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if m.Bounds().Size() != image.Pt(1200, 630) || b.Len() > 40_000 {
			t.Errorf("%s: %v, %d bytes", name, m.Bounds(), b.Len())
		}
		picture := m.(*image.Paletted)
		for _, edge := range []image.Rectangle{image.Rect(36, 80, 98, 550), image.Rect(1103, 60, 1164, 570), image.Rect(60, 560, 1100, 590), image.Rect(60, 40, 1100, 84)} {
			if ink := inkIn(picture, edge); ink > 0 {
				t.Errorf("%s: %d pixels of text in the margin %v", name, ink, edge)
			}
		}
		if inkIn(picture, image.Rect(0, 0, 1200, 20)) > 0 || inkIn(picture, image.Rect(24, 100, 34, 500)) != 4000 {
			t.Errorf("%s: the border is not where it belongs", name)
		}
	}
}

// inkIn counts the pixels that are not all ground.
func inkIn(m *image.Paletted, part image.Rectangle) (count int) {
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if m.ColorIndexAt(x, y) > 0 {
				count++
			}
		}
	}
	return count
}

func keep(t *testing.T, name string, data []byte) {
	t.Helper()
	if *look != "" {
		if err := os.WriteFile(*look+"/"+name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// The same on amd64, 386 and arm64.
func TestPostersAreTheSameOnEveryProcessor(t *testing.T) {
	var b bytes.Buffer
	if err := painter(t).Poster(&b, posters["seed"], colors); err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if got := digest.Bytes(m.(*image.Paletted).Pix).Hex(); got != "295fccddc5cc8a2cfc5abda14a75d8df" {
		t.Errorf("the pixels are others: %s", got)
	}
}

func TestIcons(t *testing.T) {
	p := painter(t)
	for _, name := range []string{"Digitale Städte", "Übersee", "„Wir“", "42", "Žilina", "…"} {
		initial := sign.Initial(name)
		for _, size := range []int{16, 32, 48, 180} {
			var b bytes.Buffer
			if err := p.Icon(&b, initial, size, colors); err != nil {
				t.Fatal(err)
			}
			m, err := png.Decode(bytes.NewReader(b.Bytes()))
			if err != nil || m.Bounds().Size() != image.Pt(size, size) {
				t.Fatalf("%s %d: %v", name, size, err)
			}
			if size == 180 {
				keep(t, "icon-"+initial+".png", b.Bytes())
			}
		}
		var svg, ico bytes.Buffer
		if err := p.SVG(&svg, initial, colors); err != nil {
			t.Fatal(err)
		}
		keep(t, "icon-"+initial+".svg", svg.Bytes())
		if !strings.Contains(svg.String(), `fill="#fdc600"`) || !strings.Contains(svg.String(), `d="M`) {
			t.Errorf("%s: %s", name, svg.String())
		}
		if err := p.ICO(&ico, initial, colors); err != nil {
			t.Fatal(err)
		}
		data := ico.Bytes()
		for i, size := range []byte{16, 32, 48} {
			entry := data[6+16*i:]
			at := int(entry[12]) | int(entry[13])<<8
			if entry[0] != size || !bytes.HasPrefix(data[at:], []byte("\x89PNG")) {
				t.Errorf("%s: entry %d of the ICO is wrong", name, i)
			}
		}
	}
}

func BenchmarkPoster(b *testing.B) {
	p := painter(b)
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := p.Poster(&out, posters["long"], colors); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(out.Len()), "bytes")
}
