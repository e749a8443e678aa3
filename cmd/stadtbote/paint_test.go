package main

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"path"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"stadtbote/internal/picture/metadata"
)

// paint FILE WIDTH HEIGHT [turned] [grey] [clear] [private] [credit=NAME] : FILE
// is a picture of that size, by its ending JPEG, PNG or GIF. Its left half is
// dark, its right half bright, or the upper and the lower if it is turned, as a
// camera on its side stores it. It can be grey, let the ground shine through,
// say where it was taken, and say whose it is. A GIF moves.
func paint(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: paint FILE WIDTH HEIGHT [turned] [grey] [clear] [private] [credit=NAME]")
	}
	width, err := strconv.Atoi(args[1])
	ts.Check(err)
	height, err := strconv.Atoi(args[2])
	ts.Check(err)
	p := painting{size: image.Pt(width, height)}
	for _, word := range args[3:] {
		switch name, isCredit := strings.CutPrefix(word, "credit="); {
		case isCredit:
			p.said.Credit = name
		case word == "turned":
			p.said.Orientation = 6
		default:
			p.words = append(p.words, word)
		}
	}
	data, err := p.encode(path.Ext(args[0]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o666))
}

type painting struct {
	size  image.Point
	words []string
	said  metadata.Data
}

func (p *painting) has(word string) bool { return strings.Contains(strings.Join(p.words, " "), word) }

func (p *painting) encode(ending string) ([]byte, error) {
	var b bytes.Buffer
	var err error
	switch ending {
	case ".gif":
		frame := image.NewPaletted(image.Rectangle{Max: p.size}, color.Palette{color.Black, color.White})
		err = gif.EncodeAll(&b, &gif.GIF{Image: []*image.Paletted{frame, frame}, Delay: []int{5, 5}})
		return b.Bytes(), err
	case ".png":
		err = png.Encode(&b, p.pixels())
	default:
		err = jpeg.Encode(&b, p.pixels(), nil)
	}
	if err != nil {
		return nil, err
	}
	data, err := metadata.Write(b.Bytes(), p.said)
	if err == nil && p.has("private") { // a comment, and data behind the end, as some telephones write them
		data = append(append([]byte("\xFF\xD8\xFF\xFE\x00\x0CGPS 52.28N"), data[2:]...), "GPS 11.41E"...)
	}
	return data, err
}

func (p *painting) pixels() image.Image {
	if p.has("grey") {
		m := image.NewGray(image.Rectangle{Max: p.size})
		for i := range m.Pix {
			m.Pix[i] = p.brightness(i)
		}
		return m
	}
	m := image.NewNRGBA(image.Rectangle{Max: p.size})
	for i := range len(m.Pix) / 4 {
		v := p.brightness(i)
		copy(m.Pix[4*i:], []byte{v, v / 2, 200 - v/2, 255})
		if p.has("clear") && i%7 == 0 {
			m.Pix[4*i+3] = 90
		}
	}
	return m
}

// brightness is that of the i-th stored pixel.
func (p *painting) brightness(i int) byte {
	half := i%p.size.X < p.size.X/2
	if p.said.Orientation == 6 {
		half = i/p.size.X >= p.size.Y/2
	}
	if half {
		return 20
	}
	return byte(180 + i%40)
}
