// Package sign draws place signs as pictures: the yellow sign on which a
// headline stands for its article in previews elsewhere, and the small one with
// the site's initial for browsers and telephones.
//
// Nothing is measured or filled but in whole numbers, so that every processor
// makes the same bytes.
package sign

import (
	"sync"

	"stadtbote/internal/pack"
	"stadtbote/internal/palette"
	"stadtbote/internal/typeset/font"
)

// Colors are those of a sign.
type Colors struct{ Ground, Ink palette.Color }

// Painter draws signs. It may be used by many goroutines.
type Painter struct {
	head, bold, regular, spare *font.Face
	table                      *pack.Table
	canvases, presses          sync.Pool
	outlines                   sync.Map // from glyph to [][]font.Point
}

// NewPainter returns a painter who letters in the faces of a family.
func NewPainter(family font.Family) *Painter {
	return &Painter{head: family.Head, bold: family.Bold, regular: family.Regular, spare: family.Spare, table: pack.New(rowCodes)}
}

// canvas returns an empty canvas of that size, and what is to be called when it
// is no longer needed.
func (p *Painter) canvas(width, height int) (c *canvas, done func()) {
	c, _ = p.canvases.Get().(*canvas)
	if c == nil {
		c = &canvas{}
	}
	c.reset(width, height)
	return c, func() { p.canvases.Put(c) }
}
