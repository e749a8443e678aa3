package sign

import "stadtbote/internal/typeset/font"

// style is how a line of text is lettered.
type style struct {
	face *font.Face
	size int // of the em, in pixels
}

// glyph is a character as one of two faces draws it.
type glyph struct {
	face *font.Face
	font.Glyph
}

// glyphs returns the characters of a text that can be drawn. What the face
// lacks, the spare one may have; what neither has is left out.
func (p *Painter) glyphs(text string, face *font.Face) []glyph {
	all := make([]glyph, 0, len(text))
	for _, r := range text {
		if g := face.Glyph(r); g != 0 {
			all = append(all, glyph{face, g})
		} else if g := p.spare.Glyph(r); g != 0 {
			all = append(all, glyph{p.spare, g})
		}
	}
	return all
}

// outline returns the contours of a glyph, which are read from the font once.
func (p *Painter) outline(g glyph) [][]font.Point {
	if known, ok := p.outlines.Load(g); ok {
		return known.([][]font.Point)
	}
	contours := g.face.Outline(g.Glyph)
	p.outlines.Store(g, contours)
	return contours
}

// step returns how far the i-th glyph moves on, in thousandths of the em.
func step(all []glyph, i int) int {
	width := int(all[i].face.Advance(all[i].Glyph))
	if i+1 < len(all) && all[i+1].face == all[i].face {
		width += int(all[i].face.Kern(all[i].Glyph, all[i+1].Glyph))
	}
	return width
}

// width returns the width of a text, in 1/256 of a pixel.
func (p *Painter) width(text string, s style) int {
	all := p.glyphs(text, s.face)
	sum := 0
	for i := range all {
		sum += step(all, i)
	}
	return sum * s.size * one / 1000
}

// letter draws a text whose baseline begins at a point.
func (p *Painter) letter(c *canvas, text string, s style, at point) {
	all := p.glyphs(text, s.face)
	sum := 0
	for i, g := range all {
		scale := scaled{at: point{at.x + sum*s.size*one/1000, at.y}, size: s.size * one, em: g.face.UnitsPerEm()}
		for _, contour := range p.outline(g) {
			c.contour(contour, scale)
		}
		sum += step(all, i)
	}
}

// scaled puts the points of an outline onto a canvas.
type scaled struct {
	at   point
	size int // of the em, in 1/256 of a pixel
	em   int // units of the font
}

func (s scaled) point(p font.Point) point {
	return point{s.at.x + p.X*s.size/s.em, s.at.y - p.Y*s.size/s.em}
}

// contour adds a closed contour. Between two controlling points lies one on
// the curve that is not written down (OpenType, "glyf").
func (c *canvas) contour(points []font.Point, s scaled) {
	curves(points, func(from, control, to font.Point) {
		if control == to {
			c.line(s.point(from), s.point(to))
			return
		}
		c.quad(s.point(from), s.point(control), s.point(to))
	})
}

// curves calls draw for each piece of a contour; a straight one is controlled
// by its end.
func curves(points []font.Point, draw func(from, control, to font.Point)) {
	if len(points) < 2 {
		return
	}
	start := points[len(points)-1]
	if !start.On {
		if start = points[0]; !start.On {
			start = middle(points[len(points)-1], points[0])
		}
	}
	from := start
	for i, p := range points {
		if p.On {
			if p != from {
				draw(from, p, p)
			}
			from = p
			continue
		}
		to := start
		if i+1 < len(points) {
			if to = points[i+1]; !to.On {
				to = middle(p, to)
			}
		}
		draw(from, p, to)
		from = to
	}
	if from != start {
		draw(from, start, start)
	}
}

func middle(a, b font.Point) font.Point {
	return font.Point{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2, On: true}
}
