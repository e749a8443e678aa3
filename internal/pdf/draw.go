package pdf

import "stadtbote/internal/typeset/page"

// setFill sets the colour of text and areas.
func (c *content) setFill(color page.Color) {
	if color == c.fill || color == 0 {
		return
	}
	c.endPath()
	c.fill = color
	c.b = appendColor(c.b, color, " g\n", " rg\n")
}

// setLine sets colour and width of lines.
func (c *content) setLine(color page.Color, width page.Unit) {
	c.endPath()
	if color != c.line {
		c.line = color
		c.b = appendColor(c.b, color, " G\n", " RG\n")
	}
	if width != c.width {
		c.width = width
		c.numbers(width)
		c.b = append(c.b, " w\n"...)
	}
}

// appendColor writes a grey with one number, any other colour with three. Both
// mean sRGB by the output intent (ISO 19005-2, 6.2.4.3).
func appendColor(b []byte, color page.Color, grey, rgb string) []byte {
	r, g, bl := color.Components()
	b = appendUnit(b, component(r))
	if r == g && g == bl {
		return append(b, grey...)
	}
	b = append(b, ' ')
	b = append(appendUnit(b, component(g)), ' ')
	return append(appendUnit(b, component(bl)), rgb...)
}

// component is n/255 in thousandths.
func component(n uint8) page.Unit { return (page.Unit(n)*1000 + 127) / 255 }

// drawBox fills or strokes a rectangle. Plain filled ones in a row become one
// path: a QR code is hundreds of them.
func (c *content) drawBox(it *page.Item) {
	if it.Fill != 0 && it.Stroke == 0 && it.Radius == 0 {
		c.setFill(it.Fill)
		c.rectangle(it)
		c.path = true
		return
	}
	c.endPath()
	c.setFill(it.Fill)
	operator := "f\n"
	if it.Stroke != 0 {
		c.setLine(it.Stroke, it.Width)
		operator = "S\n"
		if it.Fill != 0 {
			operator = "B\n"
		}
	} else if it.Fill == 0 {
		return
	}
	if it.Radius > 0 {
		c.roundRectangle(it)
	} else {
		c.rectangle(it)
	}
	c.b = append(c.b, operator...)
}

func (c *content) rectangle(it *page.Item) {
	if isThin(it) { // a twentieth of a point is not seen, nor is a whole at the ends
		c.numbers(tenths(it.X), tenths(c.height-it.Y-it.H), tenths(it.W), it.H)
	} else {
		c.numbers(it.X, c.height-it.Y-it.H, it.W, it.H)
	}
	c.b = append(c.b, " re\n"...)
}

// tenths rounds to 1/10 point.
func tenths(u page.Unit) page.Unit { return (u + 50) / 100 * 100 }

// endPath fills the rectangles that wait for it.
func (c *content) endPath() {
	if c.path {
		c.b = append(c.b, "f\n"...)
		c.path = false
	}
}

// roundRectangle draws the outline counter-clockwise from the lower left. A
// quarter of a circle is a Bézier curve whose control points lie 0.5523 of the
// radius from its ends.
func (c *content) roundRectangle(it *page.Item) {
	r := min(it.Radius, it.W/2, it.H/2)
	k := r - r*5523/10000
	x0, x1 := it.X, it.X+it.W
	y0, y1 := c.height-it.Y-it.H, c.height-it.Y
	c.operator(" m\n", x0+r, y0)
	c.operator(" l\n", x1-r, y0)
	c.operator(" c\n", x1-k, y0, x1, y0+k, x1, y0+r)
	c.operator(" l\n", x1, y1-r)
	c.operator(" c\n", x1, y1-k, x1-k, y1, x1-r, y1)
	c.operator(" l\n", x0+r, y1)
	c.operator(" c\n", x0+k, y1, x0, y1-k, x0, y1-r)
	c.operator(" l\n", x0, y0+r)
	c.operator(" c\nh\n", x0, y0+k, x0+k, y0, x0+r, y0)
}

func (c *content) operator(name string, operands ...page.Unit) {
	c.numbers(operands...)
	c.b = append(c.b, name...)
}

func (c *content) drawLine(it *page.Item) {
	c.setLine(it.Stroke, it.Width)
	c.operator(" m\n", it.X, c.height-it.Y)
	c.operator(" l\nS\n", it.X+it.W, c.height-it.Y-it.H)
}

// drawImage scales the unit square of a picture to its rectangle.
func (c *content) drawImage(it *page.Item) {
	c.endPath()
	c.b = append(c.b, "q "...)
	m := c.doc.pictures[it.Picture].turn.matrix(it.X, c.height-it.Y-it.H, it.W, it.H)
	c.numbers(m[:]...)
	c.b = append(c.b, " cm/I"...)
	c.b = appendInt(c.b, int(it.Picture))
	c.b = append(c.b, " Do Q\n"...)
}
