package pack

import (
	"bytes"
	"flag"
	"fmt"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var pictures = flag.String("learn-pictures", "", "a `folder` of signs (PNG) from which the codes of package sign are learned anew")

// TestLearnPictures writes the constant by which package sign deflates.
func TestLearnPictures(t *testing.T) {
	if *pictures == "" {
		t.Skip("run with -learn-pictures FOLDER to write the codes anew")
	}
	var c counts
	files, err := filepath.Glob(filepath.Join(*pictures, "*.png"))
	if err != nil || len(files) == 0 {
		t.Fatal(len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		head, err := png.DecodeConfig(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		from, to := bytes.Index(data, []byte("IDAT"))+4, bytes.Index(data, []byte("IEND"))
		c.count(rows(nil, inflate(t, data[from:to]), 1+(head.Width+1)/2))
	}
	var b strings.Builder
	b.WriteString("package sign\n\n// Codes for package pack. Made by:\n" +
		"// go test ./internal/pack -run LearnPictures -learn-pictures FOLDER\nconst rowCodes = \"\"")
	for letters := c.learn(); letters != ""; letters = letters[min(79, len(letters)):] {
		fmt.Fprintf(&b, " +\n\t%q", letters[:min(79, len(letters))])
	}
	b.WriteString("\n")
	if err := os.WriteFile("../sign/codes.go", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestPicturesComeBack codes rows of random runs, some like the row above.
func TestPicturesComeBack(t *testing.T) {
	tab := table()
	rapid.Check(t, func(t *rapid.T) {
		width, height := rapid.IntRange(1, 700).Draw(t, "width"), rapid.IntRange(0, 300).Draw(t, "height")
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		var data []byte
		for range height {
			row := make([]byte, width)
			if len(data) > 0 && rng.IntN(3) > 0 {
				copy(row, data[len(data)-width:])
			}
			for range rng.IntN(9) {
				from, value := rng.IntN(width), byte(rng.Uint32())
				for i := from; i < min(width, from+rng.IntN(40)); i++ {
					row[i] = value
				}
			}
			data = append(data, row...)
		}
		var e Encoder
		e.Begin(nil, tab)
		e.AddRows(data, width)
		if !bytes.Equal(inflate(t, e.End()), data) {
			t.Fatal("other bytes came back")
		}
	})
}
