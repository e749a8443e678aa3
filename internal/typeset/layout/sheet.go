package layout

import "stadtbote/internal/typeset/page"

// This file holds all measures of the page.

// mm is a length in hundredths of a millimetre.
func mm(hundredths int64) page.Unit { return page.Millimetres(hundredths) }

// pt is a length in tenths of a point.
func pt(tenths int64) page.Unit { return page.Unit(tenths) * 100 }

// The sheet, from its left and upper edge.
var (
	leftEdge  = mm(2000)  // where signs, rules and hung text begin
	hungEnd   = mm(5950)  // where hung text ends
	axis      = mm(6350)  // where all text begins
	textEnd   = mm(17650) // where text ends: 113 mm, about 70 characters
	rightEdge = mm(19000) // where rules and pictures end

	firstTop   = mm(3800)  // where the first page begins
	laterTop   = mm(2700)  // … and the others
	bottom     = mm(27600) // where all pages end
	topLine    = mm(1200)  // upper edge of the line at the top
	footerRule = mm(28080)
	footerBase = mm(28500) // baseline of the footer

	tallestPicture = mm(8000)
)

// The colours.
var (
	ink    = page.RGB(0x15181c)
	soft   = page.RGB(0x454c55)
	blue   = page.RGB(0x0e3c8f) // links
	enamel = page.RGB(0x123f94) // street signs
	white  = page.RGB(0xffffff)
	yellow = page.RGB(0xfdc600) // place signs
	red    = page.RGB(0xc2131b) // the stroke through a withdrawn sign
	grey   = page.RGB(0xc9ced4) // hairlines
)

// hairline is the width of thin rules, thick that of strong ones.
var (
	hairline = pt(5)
	thick    = pt(10)
)

// look is how text looks.
type look struct {
	face    uint8
	size    page.Unit
	leading page.Unit
	color   page.Color
	divide  bool // words may be divided
	justify bool // if the story wants it
}

// The looks.
var (
	signLook       = look{face: head, size: pt(190), leading: pt(210), color: ink}
	signSmall      = look{face: regular, size: pt(80), leading: pt(100), color: ink}
	plateLook      = look{face: head, size: pt(110), leading: pt(120), color: white}
	nameLook       = look{face: head, size: pt(120), leading: pt(120), color: white}
	dateLook       = look{face: regular, size: pt(90), leading: pt(120), color: soft}
	flagLook       = look{face: bold, size: pt(90), leading: pt(120), color: ink}
	kickerLook     = look{face: bold, size: pt(110), leading: pt(140), color: ink}
	headlineLook   = look{face: head, size: pt(280), leading: pt(290), color: ink}
	headlineTall   = look{face: head, size: pt(220), leading: pt(230), color: ink} // over three lines
	subtitleLook   = look{face: head, size: pt(150), leading: pt(170), color: ink}
	teaserLook     = look{face: regular, size: pt(130), leading: pt(185), color: ink, divide: true}
	bodyLook       = look{face: regular, size: pt(105), leading: pt(150), color: ink, divide: true, justify: true}
	h2Look         = look{face: head, size: pt(150), leading: pt(170), color: ink}
	h3Look         = look{face: head, size: pt(125), leading: pt(150), color: ink}
	h4Look         = look{face: bold, size: pt(105), leading: pt(150), color: ink}
	quoteLook      = look{face: head, size: pt(140), leading: pt(170), color: ink}
	tableLook      = look{face: regular, size: pt(90), leading: pt(120), color: ink, divide: true}
	smallTableLook = look{face: regular, size: pt(65), leading: pt(85), color: ink, divide: true}
	captionLook    = look{face: regular, size: pt(85), leading: pt(115), color: soft, divide: true}
	noteLook       = look{face: regular, size: pt(85), leading: pt(115), color: ink, divide: true}
	labelLook      = look{face: bold, size: pt(90), leading: pt(120), color: ink}
	codeLook       = look{face: mono, size: pt(80), leading: pt(115), color: ink}
	runningLook    = look{face: regular, size: pt(85), leading: pt(115), color: soft}
	footerLook     = look{face: regular, size: pt(80), leading: pt(110), color: soft}
)

// Distances between blocks.
var (
	paragraphGap = pt(75)  // between paragraphs
	headingGap   = pt(120) // above a heading
	headingUnder = pt(30)  // below it
	blockGap     = pt(120) // around figures, tables, quotations
	itemGap      = pt(35)  // between the items of a list
	indent       = pt(160) // of lists and quotations
)

// headingLook is how a heading of a level looks.
func headingLook(level int) look {
	switch {
	case level <= 2:
		return h2Look
	case level == 3:
		return h3Look
	}
	return h4Look
}

// baseline is how far below the upper edge of its line text of this look
// stands: ascent and descent in the middle of the leading.
func (l look) baseline(f faceHeight) page.Unit {
	height := page.Unit(f.ascent-f.descent) * l.size / 1000
	return (l.leading-height)/2 + page.Unit(f.ascent)*l.size/1000
}

// faceHeight is the ascent and descent of a face, thousandths of the em.
type faceHeight struct{ ascent, descent int32 }
