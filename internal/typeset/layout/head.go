package layout

import "stadtbote/internal/typeset/page"

// Measures of signs.
var (
	signPadX   = pt(90)
	signPadY   = pt(65)
	signRadius = pt(80)
	signInset  = pt(22) // from the edge of the sign to its line
	signLine   = pt(12)

	platePadX   = pt(60)
	platePadY   = pt(25)
	plateRadius = pt(20)
	plateInset  = pt(15)
	plateLine   = mm(25)

	signGap = pt(55)
)

// setHead sets the top of the story: left of the axis where and when, right
// of it what. That is also the order in which it is read.
func (s *Setter) setHead() {
	h := &s.story.Head
	s.hangSigns(h)
	m := margins{axis, rightEdge}
	if h.Flag != "" {
		s.setParagraph(s.root, []Run{{Text: h.Flag}}, m, paragraph{look: flagLook, role: page.Paragraph, keep: true})
	}
	if len(h.Kicker) > 0 {
		s.setParagraph(s.root, h.Kicker, m, paragraph{look: kickerLook, role: page.Paragraph, keep: true})
	}
	if len(h.Headline) > 0 {
		node := s.setParagraph(s.root, h.Headline, m, paragraph{look: s.headlineLook(h, m), role: s.headline, gap: pt(20), keep: true, spot: true})
		s.outline(node, 1, h.Headline)
	}
	if len(h.Subtitle) > 0 {
		s.setParagraph(s.root, h.Subtitle, m, paragraph{look: subtitleLook, role: page.Paragraph, gap: pt(40), keep: true})
	}
	if len(h.Teaser) > 0 {
		s.setParagraph(s.root, h.Teaser, m, paragraph{look: teaserLook, role: page.Paragraph, gap: pt(60), keep: true})
	}
	if n := len(s.slabs); n > 0 {
		s.slabs[n-1].height += pt(45)
	} else if s.hung != nil {
		s.close(s.open(0), 0, never)
	}
}

// mostHeadlines is how many lines a headline may have before it is set
// smaller.
const mostHeadlines = 3

// headlineLook is large, if the headline then has at most three lines.
func (s *Setter) headlineLook(h *Head, m margins) look {
	mark := s.inline.mark()
	defer s.inline.release(mark)
	t := s.compose(0, []Run{{Text: plain(h.Headline)}}, headlineLook)
	if s.least(t) > m.width() || len(s.breakLines(&t, m.width())) > mostHeadlines {
		return headlineTall
	}
	return headlineLook
}

// hangSigns hangs the place sign, the street sign and the date beside the
// first slab.
func (s *Setter) hangSigns(h *Head) {
	var place, places, plate, date int32
	add := func(text string) int32 {
		if text == "" {
			return 0
		}
		return s.doc.Add(s.root, page.Paragraph)
	}
	place, plate, date = add(h.Place), 0, 0
	if len(h.MorePlaces) > 0 {
		places = s.doc.Add(s.root, page.Paragraph)
	}
	plate = add(h.Plate)
	date = add(h.Date)
	s.hung = func() {
		y := page.Unit(0)
		if place != 0 {
			y = s.setSign(place, h, y) + signGap
		}
		for i, name := range h.MorePlaces {
			if i > 0 {
				s.spaceAfter()
			}
			y = s.setBeside(places, []Run{{Text: name}}, labelLook, hungColumn(), y)
		}
		if plate != 0 {
			y = s.setPlate(plate, h.Plate, y) + signGap
		}
		if date != 0 {
			y = s.setBeside(date, []Run{{Text: h.Date}}, dateLook, hungColumn(), y)
		}
		s.overhang = max(s.overhang, s.gap+y)
	}
}

// setSign sets the place sign and returns where it ends. (The German place
// sign, Zeichen 310: black on yellow with a black line near the edge.)
func (s *Setter) setSign(node int32, h *Head, y page.Unit) page.Unit {
	width := hungEnd - leftEdge
	board := len(s.items)
	s.items = append(s.items, page.Item{}, page.Item{})
	m := margins{leftEdge + signPadX, hungEnd - signPadX}
	end := s.setBeside(node, []Run{{Text: h.Place}}, signLook, m, y+signPadY)
	if h.PlaceDetail != "" {
		s.spaceAfter()
		end = s.setBeside(node, []Run{{Text: h.PlaceDetail}}, signSmall, m, end)
	}
	end += signPadY
	height := end - y
	s.items[board] = page.Item{
		Kind: page.Box, Artifact: page.Background, X: leftEdge, Y: y, W: width, H: height, Fill: yellow, Radius: signRadius,
	}
	s.items[board+1] = page.Item{
		Kind: page.Box, Artifact: page.Background, X: leftEdge + signInset, Y: y + signInset,
		W: width - 2*signInset, H: height - 2*signInset, Stroke: ink, Width: signLine, Radius: signRadius - signInset,
	}
	if h.Withdrawn {
		s.items = append(s.items, page.Item{
			Kind: page.Line, X: leftEdge + signInset, Y: end - signInset, W: width - 2*signInset, H: 2*signInset - height, Stroke: red, Width: pt(25),
		})
	}
	return end
}

// setPlate sets a street sign and returns where it ends.
func (s *Setter) setPlate(node int32, name string, y page.Unit) page.Unit {
	m := margins{leftEdge + platePadX, hungEnd - platePadX}
	board := len(s.items)
	s.items = append(s.items, page.Item{}, page.Item{})
	width := min(s.textWidth(name, plateLook), m.width()) + 2*platePadX
	end := s.setBeside(node, []Run{{Text: name}}, plateLook, m, y+platePadY) + platePadY
	s.plate(board, page.Rect{X: leftEdge, Y: y, W: width, H: end - y}, page.Background)
	return end
}

// plate draws the board of a street sign as two items: enamel, and a white
// line within.
func (s *Setter) plate(at int, r page.Rect, why page.Artifact) {
	s.items[at] = page.Item{Kind: page.Box, Artifact: why, X: r.X, Y: r.Y, W: r.W, H: r.H, Fill: enamel, Radius: plateRadius}
	s.items[at+1] = page.Item{
		Kind: page.Box, Artifact: why, X: r.X + plateInset, Y: r.Y + plateInset, W: r.W - 2*plateInset, H: r.H - 2*plateInset,
		Stroke: white, Width: plateLine, Radius: plateRadius - plateInset/2,
	}
}
