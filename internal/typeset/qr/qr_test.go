package qr

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestCodesCanBeRead has another program read the codes.
func TestCodesCanBeRead(t *testing.T) {
	zbar, err := exec.LookPath("zbarimg")
	if err != nil {
		t.Skip("zbarimg (Debian package zbar-tools) is not installed")
	}
	for _, n := range []int{1, 14, 15, 40, 63, 90, 120, 150, 200, 251, 300, 400, 500, 666} {
		text := ("https://kraehwinkel.example/" + strings.Repeat("meldung-mit-langem-namen/", 30))[:n]
		c, err := Encode(text)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(t.TempDir(), "code.png")
		if err := os.WriteFile(name, draw(c), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(zbar, "--quiet", "--raw", name).Output()
		if got := strings.TrimSuffix(string(out), "\n"); err != nil || got != text {
			t.Errorf("%d bytes, %d modules: %v, read %q", n, c.Size, err, got)
		}
	}
}

// draw is a code as a picture, four dots a module.
func draw(c *Code) []byte {
	const dot = 4
	side := (c.Size + 2*Quiet) * dot
	m := image.NewGray(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			if !c.Dark(x/dot-Quiet, y/dot-Quiet) {
				m.SetGray(x, y, color.Gray{Y: 255})
			}
		}
	}
	var b bytes.Buffer
	_ = png.Encode(&b, m)
	return b.Bytes()
}

func TestTextsTooLongAreRefused(t *testing.T) {
	if _, err := Encode(strings.Repeat("x", 667)); err == nil {
		t.Error("667 bytes are taken")
	}
	c, err := Encode("")
	if err != nil || c.Size != 21 {
		t.Errorf("the empty text: %v, %v", c, err)
	}
}

// TestKnownCode compares with the code that zbarimg and phones read.
func TestKnownCode(t *testing.T) {
	c, err := Encode("https://a.example/")
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for y := range c.Size {
		var row strings.Builder
		for x := range c.Size {
			row.WriteString(map[bool]string{true: "#", false: "."}[c.Dark(x, y)])
		}
		rows = append(rows, row.String())
	}
	got := strings.Join(rows, "\n")
	want, err := os.ReadFile("testdata/known.txt")
	if err != nil || strings.TrimSpace(string(want)) != got {
		t.Errorf("%v\n%s", err, got)
	}
}

func BenchmarkEncode(b *testing.B) {
	for b.Loop() {
		if _, err := Encode("https://kraehwinkel.example/2031/05/laterne-leuchtet-mit-verstand/"); err != nil {
			b.Fatal(err)
		}
	}
}
