package layout

import (
	"strconv"
	"strings"

	"stadtbote/internal/typeset/page"
)

// running sets what stands on each page beside the text: artifacts, for who
// hears the document should not hear them on each page.
func (s *Setter) running(w Words) {
	s.items = s.items[:0]
	for i, sh := range s.sheets {
		s.story = sh.story
		if sh.first {
			s.firstHeader()
		} else {
			s.laterHeader()
		}
		middle := len(s.items)
		s.footer(w.Page + " " + strconv.Itoa(i+1) + " " + w.Of + " " + strconv.Itoa(len(s.sheets)))
		for n := range s.items {
			s.items[n].Artifact = page.Header
			if n >= middle {
				s.items[n].Artifact = page.Footer
			}
		}
		p := &s.doc.Pages[i]
		p.Items = append(p.Items, s.items...)
		s.items = s.items[:0]
	}
}

// Measures of header and footer.
var (
	enamelLine = mm(160) // on the first page
	laterLine  = mm(35)
	namePadX   = pt(90)
	namePadY   = pt(60)
)

// firstHeader draws the line of enamel and the plate with the publisher's
// name that hangs from it.
func (s *Setter) firstHeader() {
	s.rule(leftEdge, rightEdge, topLine, enamelLine, enamel)
	if s.story.Frame.Name == "" {
		return
	}
	board := len(s.items)
	s.items = append(s.items, page.Item{}, page.Item{})
	m := s.even(s.story.Frame.Name, nameLook, margins{leftEdge + namePadX, hungEnd - namePadX})
	first := len(s.items)
	end := s.setBeside(0, []Run{{Text: s.story.Frame.Name}}, nameLook, m, topLine+namePadY)
	width := page.Unit(0)
	for _, it := range s.items[first:] {
		width = max(width, it.X+it.W-leftEdge+namePadX)
	}
	s.plate(board, page.Rect{X: leftEdge, Y: topLine, W: width, H: end + namePadY - topLine}, page.Header)
}

// even are the narrowest margins in which a text takes no more lines: its
// lines are then about equally long.
func (s *Setter) even(text string, l look, m margins) margins {
	mark := s.inline.mark()
	defer s.inline.release(mark)
	t := s.compose(0, []Run{{Text: text}}, l)
	lines := len(s.breakLines(&t, m.width()))
	least := min(s.least(t), m.width())
	for m.width()-least > page.Point {
		middle := (m.width() + least) / 2
		if len(s.breakLines(&t, middle)) > lines {
			least = middle
		} else {
			m.end = m.x + middle
		}
	}
	return m
}

// laterHeader sets the publisher's name and the headline.
func (s *Setter) laterHeader() {
	s.rule(leftEdge, rightEdge, topLine, laterLine, enamel)
	y := topLine + pt(50)
	s.setBeside(0, []Run{{Text: s.story.Frame.Name, Style: Strong}}, runningLook, margins{leftEdge, axis + mm(4000)}, y)
	room := rightEdge - axis - mm(4200)
	s.setRight(s.shorten(s.story.Frame.Title, runningLook, room), runningLook, rightEdge, y)
}

// footer sets publisher and address, and the number of the page.
func (s *Setter) footer(numbers string) {
	s.rule(leftEdge, rightEdge, footerRule, hairline, grey)
	y := footerBase - s.baseline(footerLook)
	width := s.setRight(numbers, footerLook, rightEdge, y)
	text := s.shorten(s.story.Frame.Footer, footerLook, rightEdge-leftEdge-width-pt(200))
	s.setBeside(0, []Run{{Text: text}}, footerLook, margins{leftEdge, rightEdge - width}, y)
}

// setRight sets a line that ends at an edge and returns its width.
func (s *Setter) setRight(text string, l look, edge, y page.Unit) page.Unit {
	width := s.textWidth(text, l)
	s.setBeside(0, []Run{{Text: text}}, l, margins{edge - width, edge + page.Point}, y)
	return width
}

// shorten takes words off the end of a text until it fits.
func (s *Setter) shorten(text string, l look, room page.Unit) string {
	if s.textWidth(text, l) <= room {
		return text
	}
	for text != "" {
		n := strings.LastIndexByte(text, ' ')
		if n < 0 {
			n = len(text) * 9 / 10
		}
		text = strings.TrimRight(strings.ToValidUTF8(text[:n], ""), " ,;:–-·")
		if s.textWidth(text+" …", l) <= room {
			return text + " …"
		}
	}
	return ""
}
