package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"os"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"stadtbote/internal/diag"
)

// contentOf returns what a file of a story holds: its text, or what the text
// says in parentheses.
func contentOf(t *testing.T, sample diag.Sample) []byte {
	t.Helper()
	text := strings.TrimSpace(sample.Text)
	var width, height int
	if n, _ := fmt.Sscanf(text, "(picture %dx%d", &width, &height); n == 2 {
		return pictureOf(t, sample, width, height)
	}
	if text == "(picture for the press)" {
		data, err := os.ReadFile(cmyk)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	if kind, ok := strings.CutPrefix(text, "(font "); ok {
		return fontOf(strings.TrimSuffix(kind, ")"))
	}
	if quoted, ok := strings.CutPrefix(text, "(bytes "); ok {
		data, err := strconv.Unquote(strings.TrimSuffix(quoted, ")"))
		if err != nil {
			t.Fatalf("%s: %v", sample.File, err)
		}
		return []byte(data)
	}
	return repeated.ReplaceAllFunc([]byte(sample.Text), func(line []byte) []byte {
		parts := repeated.FindSubmatch(line)
		times, _ := strconv.Atoi(string(parts[1])) // digits, says the expression
		return bytes.ReplaceAll(bytes.Repeat(parts[2], times), []byte(`\n`), []byte("\n"))
	})
}

// repeated is a line that stands for a text many times; \n in it ends a line.
var repeated = regexp.MustCompile(`(?m)^\(repeat (\d+): (.*)\)$`)

// pictureOf returns a picture; its file may say whose it is. What is larger
// than anybody would paint has that size in its header alone.
func pictureOf(t *testing.T, sample diag.Sample, width, height int) []byte {
	t.Helper()
	p := painting{size: image.Pt(width, height)}
	if _, credit, ok := strings.Cut(strings.TrimSpace(sample.Text), " credit="); ok {
		p.said.Credit = strings.TrimSuffix(credit, ")")
	}
	torn := strings.HasSuffix(strings.TrimSpace(sample.Text), " torn)")
	huge := width*height > 5e7
	if huge {
		p.size = image.Pt(1, 1)
	}
	data, err := p.encode(path.Ext(sample.File))
	if err != nil {
		t.Fatal(err)
	}
	if torn { // GIF: a frame's descriptor, its two colours, the size of its codes, the length of its first block
		at := bytes.IndexByte(data, ',') + 1 + 9 + 2*3 + 1 + 1
		copy(data[at:], bytes.Repeat([]byte{0xff}, int(data[at-1])))
	}
	if huge { // PNG: signature, length, "IHDR", width, height, five bytes, checksum
		binary.BigEndian.PutUint32(data[16:], uint32(width))
		binary.BigEndian.PutUint32(data[20:], uint32(height))
		binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	}
	return data
}

// fontOf returns a font as a story needs it: "whole", "locked" (nobody may
// embed it) or "without €".
func fontOf(kind string) []byte {
	data := bytes.Clone(goregular.TTF)
	table := func(name string) uint32 {
		return binary.BigEndian.Uint32(data[bytes.Index(data, []byte(name))+8:])
	}
	switch kind {
	case "locked":
		binary.BigEndian.PutUint16(data[table("OS/2")+8:], 2)
	case "without €":
		for at := table("cmap"); at < table("cmap")+4096; at += 2 {
			if binary.BigEndian.Uint16(data[at:]) == 0x20ac {
				binary.BigEndian.PutUint16(data[at:], 0x20ad)
			}
		}
	}
	return data
}
