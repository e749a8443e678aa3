package sign

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"unicode"

	"stadtbote/internal/typeset/font"
)

// Initial returns the letter that stands for a site's name.
func Initial(name string) string {
	for _, r := range name {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return string(unicode.ToUpper(r))
		}
	}
	return "•"
}

// The measures of an icon, for one of 32 pixels, in 1/256 of them.
const (
	iconSide   = 32
	iconInset  = 3 * one / 2
	iconBorder = 5 * one / 2
	iconRadius = 6 * one
	iconLetter = 17 * one // height of a capital
)

// Icon writes a square sign of so many pixels as PNG. Its ground fills it to the
// edges, because telephones round corners themselves.
func (p *Painter) Icon(w io.Writer, initial string, size int, colors Colors) error {
	c, done := p.canvas(size, size)
	defer done()
	scale := func(n int) int { return n * size / iconSide }
	edge := box{scale(iconInset), scale(iconInset), size*one - scale(iconInset), size*one - scale(iconInset), scale(iconRadius)}
	c.ring(edge, edge.inset(scale(iconBorder)))
	for _, g := range p.glyphs(initial, p.head) {
		put := p.centred(g, size*one, scale(iconLetter))
		for _, contour := range g.face.Outline(g.Glyph) {
			c.contour(contour, put)
		}
	}
	return p.encode(w, c, colors)
}

// centred puts a letter into the middle of a square, so that capitals have that
// height, and those with dots above them are not much higher.
func (p *Painter) centred(g glyph, side, height int) scaled {
	low, high := font.Point{X: 1 << 20, Y: 0}, font.Point{X: -1 << 20, Y: 1}
	for _, contour := range g.face.Outline(g.Glyph) {
		for _, point := range contour {
			low.X, high.X = min(low.X, point.X), max(high.X, point.X)
			low.Y, high.Y = min(low.Y, point.Y), max(high.Y, point.Y)
		}
	}
	em := g.face.UnitsPerEm()
	size := height * 1000 / int(g.face.Metrics().CapHeight)
	most := height * 10 / 9
	if tall := (high.Y - low.Y) * size / em; tall > most {
		size = size * most / tall
	}
	return scaled{at: point{(side - (low.X+high.X)*size/em) / 2, (side + (low.Y+high.Y)*size/em) / 2}, size: size, em: em}
}

// SVG writes the same sign as a drawing, with round corners.
func (p *Painter) SVG(w io.Writer, initial string, colors Colors) error {
	var path strings.Builder
	for _, g := range p.glyphs(initial, p.head) {
		put := p.centred(g, iconSide*one, iconLetter)
		for _, contour := range g.face.Outline(g.Glyph) {
			appendPath(&path, contour, put)
		}
	}
	const middle = iconInset + iconBorder/2
	_, err := fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="%[1]s"/>`+
		`<rect x="%[3]s" y="%[3]s" width="%[4]s" height="%[4]s" rx="%[5]s" fill="none" stroke="%[2]s" stroke-width="%[6]s"/><path fill="%[2]s" d="%[7]s"/></svg>`+"\n",
		colors.Ground, colors.Ink, decimal(middle), decimal(iconSide*one-2*middle), decimal(iconRadius-iconBorder/2), decimal(iconBorder), path.String())
	return err
}

// appendPath appends a contour as the data of an SVG path.
func appendPath(to *strings.Builder, points []font.Point, s scaled) {
	begun := false
	write := func(command string, places ...font.Point) {
		to.WriteString(command)
		for i, place := range places {
			if i > 0 {
				to.WriteByte(' ')
			}
			at := s.point(place)
			to.WriteString(decimal(at.x) + " " + decimal(at.y))
		}
	}
	curves(points, func(from, control, end font.Point) {
		if !begun {
			write("M", from)
			begun = true
		}
		if control == end {
			write("L", end)
		} else {
			write("Q", control, end)
		}
	})
	if begun {
		to.WriteByte('Z')
	}
}

// decimal writes a length in 1/256 with two decimal places at most.
func decimal(n int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	hundredths := (n*100 + one/2) / one
	text := fmt.Sprintf("%d.%02d", hundredths/100, hundredths%100)
	return sign + strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

// icoSizes are the sizes within favicon.ico.
var icoSizes = [...]int{16, 32, 48}

// ICO writes the sign in the sizes that tabs and desktops ask for, each a PNG
// in the old container of Windows.
func (p *Painter) ICO(w io.Writer, initial string, colors Colors) error {
	var entries, pictures bytes.Buffer
	at := 6 + 16*len(icoSizes)
	for _, size := range icoSizes {
		from := pictures.Len()
		if err := p.Icon(&pictures, initial, size, colors); err != nil {
			return err
		}
		length := pictures.Len() - from
		entries.Write([]byte{byte(size), byte(size), shades, 0, 1, 0, 4, 0})
		entries.Write(binary.LittleEndian.AppendUint32(nil, uint32(length)))
		entries.Write(binary.LittleEndian.AppendUint32(nil, uint32(at+from)))
	}
	for _, part := range [][]byte{{0, 0, 1, 0, byte(len(icoSizes)), 0}, entries.Bytes(), pictures.Bytes()} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}
