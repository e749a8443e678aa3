package sign

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"io"
)

// shades is how many steps lie between ground and ink: enough for smooth edges,
// and few enough for four bits a pixel.
const shades = 16

// press is what one picture needs while it is written.
type press struct {
	packed bytes.Buffer
	zip    *zlib.Writer
	row    []byte
}

// encode writes a canvas as PNG with four bits a pixel. Package image/png asks
// for each pixel by itself, which takes longer than drawing it.
func (p *Painter) encode(w io.Writer, c *canvas, colors Colors) error {
	s, _ := p.presses.Get().(*press)
	if s == nil {
		s = &press{}
		s.zip, _ = zlib.NewWriterLevel(&s.packed, zlib.BestSpeed) // fails for other levels only
	}
	defer p.presses.Put(s)
	s.pack(c)
	head := binary.BigEndian.AppendUint32(nil, uint32(c.width))
	head = binary.BigEndian.AppendUint32(head, uint32(c.height))
	head = append(head, 4, 3, 0, 0, 0) // bits, palette, deflate, adaptive filters, not interlaced
	file := []byte("\x89PNG\r\n\x1a\n")
	for _, chunk := range []struct {
		name string
		body []byte
	}{{"IHDR", head}, {"PLTE", between(colors)}, {"IDAT", s.packed.Bytes()}, {"IEND", nil}} {
		file = binary.BigEndian.AppendUint32(file, uint32(len(chunk.body)))
		from := len(file)
		file = append(append(file, chunk.name...), chunk.body...)
		file = binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(file[from:]))
	}
	_, err := w.Write(file)
	return err
}

// pack deflates the rows of a canvas, each behind the number of its filter.
func (s *press) pack(c *canvas) {
	s.packed.Reset()
	s.zip.Reset(&s.packed)
	size := 1 + (c.width+1)/2
	if len(s.row) != size {
		s.row = make([]byte, size)
	}
	for y := range c.height {
		c.shade(y, s.row[1:])
		_, _ = s.zip.Write(s.row) // memory takes everything
	}
	_ = s.zip.Close()
}

// between returns the palette from ground to ink.
func between(c Colors) []byte {
	mixed := func(ground, ink uint8, part int) byte {
		return byte((int(ground)*(shades-1-part) + int(ink)*part + (shades-1)/2) / (shades - 1))
	}
	var all []byte
	for i := range shades {
		all = append(all, mixed(c.Ground.R, c.Ink.R, i), mixed(c.Ground.G, c.Ink.G, i), mixed(c.Ground.B, c.Ink.B, i))
	}
	return all
}
