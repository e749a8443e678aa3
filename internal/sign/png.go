package sign

import (
	"encoding/binary"
	"hash/crc32"
	"io"

	"stadtbote/internal/pack"
)

// shades is how many steps lie between ground and ink: enough for smooth edges,
// and few enough for four bits a pixel.
const shades = 16

// press is what one picture needs while it is written.
type press struct {
	encoder pack.Encoder
	rows    []byte
	packed  []byte
}

// encode writes a canvas as PNG with four bits a pixel. Package image/png asks
// for each pixel by itself, which takes longer than drawing it.
func (p *Painter) encode(w io.Writer, c *canvas, colors Colors) error {
	s, _ := p.presses.Get().(*press)
	if s == nil {
		s = &press{}
	}
	defer p.presses.Put(s)
	s.pack(c, p.table)
	head := binary.BigEndian.AppendUint32(nil, uint32(c.width))
	head = binary.BigEndian.AppendUint32(head, uint32(c.height))
	head = append(head, 4, 3, 0, 0, 0) // bits, palette, deflate, adaptive filters, not interlaced
	file := []byte("\x89PNG\r\n\x1a\n")
	for _, chunk := range []struct {
		name string
		body []byte
	}{{"IHDR", head}, {"PLTE", between(colors)}, {"IDAT", s.packed}, {"IEND", nil}} {
		file = binary.BigEndian.AppendUint32(file, uint32(len(chunk.body)))
		from := len(file)
		file = append(append(file, chunk.name...), chunk.body...)
		file = binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(file[from:]))
	}
	_, err := w.Write(file)
	return err
}

// pack deflates the rows of a canvas, each behind the number of its filter, and
// leaves it empty.
func (s *press) pack(c *canvas, t *pack.Table) {
	width := 1 + (c.width+1)/2
	if size := width * c.height; len(s.rows) != size {
		s.rows = make([]byte, size)
	}
	for y := range c.height {
		c.shade(y, s.rows[y*width+1:(y+1)*width])
	}
	c.drawn = false
	s.encoder.Begin(s.packed[:0], t)
	s.encoder.AddRows(s.rows, width)
	s.packed = s.encoder.End()
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
