package sign

import (
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"stadtbote/internal/typeset/linebreak"
)

// The size of a poster in pixels: what networks show without cutting it.
const (
	PosterWidth  = 1200
	PosterHeight = 630
)

// Poster is a sign that stands for a page: a headline, what stands above it,
// and at the foot the site's name and a date. Soft hyphens in the headline are
// places where a word may be divided that is wider than the sign.
type Poster struct {
	Kicker, Headline, Name, Date string
}

// The measures of a poster in pixels.
const (
	posterInset  = 22
	posterBorder = 13
	posterRadius = 46
	posterSide   = 100 // from the edge to the text
	posterTop    = 93
	posterFoot   = 544 // baseline
	footHeight   = 60  // above that baseline is no headline
	measure      = PosterWidth - 2*posterSide
	smallSize    = 34
	mostLines    = 4
)

// headSizes are those that are tried until a headline fits.
var headSizes = [...]int{104, 96, 88, 80, 72}

// Poster writes a poster as PNG.
func (p *Painter) Poster(w io.Writer, poster Poster, colors Colors) error {
	c, done := p.canvas(PosterWidth, PosterHeight)
	defer done()
	edge := box{posterInset * one, posterInset * one, (PosterWidth - posterInset) * one, (PosterHeight - posterInset) * one, posterRadius * one}
	c.ring(edge, edge.inset(posterBorder*one))
	top := posterTop
	if poster.Kicker != "" {
		s := style{p.bold, smallSize}
		p.letter(c, p.cut(poster.Kicker, s, measure), s, point{posterSide * one, (top + 24) * one})
		top += 46
	}
	lines, s := p.headline(poster.Headline, posterFoot-footHeight-top)
	for i, line := range lines {
		baseline := top + s.size*8/10 + i*s.size
		p.letter(c, line, s, point{posterSide * one, baseline * one})
	}
	p.foot(c, poster)
	return p.encode(w, c, colors)
}

// foot letters the name at the left and the date at the right.
func (p *Painter) foot(c *canvas, poster Poster) {
	date := style{p.regular, smallSize}
	width := p.width(poster.Date, date)
	name := style{p.head, smallSize}
	room := measure - (width+one-1)/one
	if poster.Date != "" {
		room -= smallSize
	}
	p.letter(c, p.cut(poster.Name, name, room), name, point{posterSide * one, posterFoot * one})
	p.letter(c, poster.Date, date, point{(PosterWidth-posterSide)*one - width, posterFoot * one})
}

// headline returns the lines of a headline and how they are lettered: as large
// as they fit into that height.
func (p *Painter) headline(text string, height int) ([]string, style) {
	var lines []string
	s := style{face: p.head}
	for _, s.size = range headSizes {
		lines = p.lines(text, s)
		if len(lines) <= mostLines && len(lines)*s.size <= height {
			return lines, s
		}
	}
	if most := min(mostLines, height/s.size); len(lines) > most {
		last := lines[most-1] + " " + lines[most]
		last = p.cut(last, s, measure)
		if at := strings.LastIndexByte(last, ' '); at > 2*len(last)/3 {
			last = strings.TrimRight(last[:at], " ,.:;–-") + "…"
		}
		lines = append(lines[:most-1], last)
	}
	return lines, s
}

// cut returns a text that is no wider than so many pixels, with dots where
// something is left out.
func (p *Painter) cut(text string, s style, room int) string {
	if p.width(text, s) <= room*one {
		return text
	}
	for text != "" {
		_, size := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-size]
		if shorter := strings.TrimRight(text, " ,.:;–-\u00A0") + "…"; p.width(shorter, s) <= room*one {
			return shorter
		}
	}
	return ""
}

// lines divides a headline, all its lines at once, into lines that are as
// nearly equal as that number of them can be.
func (p *Painter) lines(text string, s style) []string {
	pieces, items := p.pieces(text, s)
	var breaker linebreak.Breaker
	broken := slices.Clone(breaker.Break(items, ragged(measure)))
	for low, high := measure/max(len(broken), 1), measure; len(broken) > 1 && high-low > 8; {
		middle := (low + high) / 2
		if narrower := breaker.Break(items, ragged(middle)); len(narrower) == len(broken) && widest(narrower) <= int64(middle)*one {
			broken, high = slices.Clone(narrower), middle
		} else {
			low = middle
		}
	}
	lines := make([]string, 0, len(broken))
	for _, line := range broken {
		text := strings.Join(pieces[line.From:line.To], "")
		if line.Hyphen {
			text += "-"
		}
		if text = strings.TrimSpace(text); text != "" {
			lines = append(lines, text)
		}
	}
	return lines
}

func ragged(width int) linebreak.Style {
	return linebreak.Style{Widths: []int64{int64(width) * one}, Ragged: int64(width) * one / 3, Tolerance: 5000, LinePenalty: 200}
}

func widest(lines []linebreak.Line) (width int64) {
	for _, line := range lines {
		width = max(width, line.Width)
	}
	return width
}

// pieces returns a headline as line breaking sees it, with the text of each
// item. Words are divided only where they are wider than a line.
func (p *Painter) pieces(text string, s style) (pieces []string, items []linebreak.Item) {
	add := func(piece string, item linebreak.Item) {
		pieces, items = append(pieces, piece), append(items, item)
	}
	space := linebreak.Item{Kind: linebreak.Glue, Width: int64(p.width(" ", s))}
	hyphen := linebreak.Item{Kind: linebreak.Penalty, Penalty: 200, Width: int64(p.width("-", s)), Flagged: true}
	for n, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }) {
		if n > 0 {
			add(" ", space)
		}
		whole := strings.ReplaceAll(word, "\u00AD", "")
		if width := p.width(whole, s); width <= measure*one {
			add(whole, linebreak.Item{Width: int64(width)})
			continue
		}
		for i, part := range p.parts(word, s) {
			if i > 0 {
				add("", hyphen)
			}
			add(part, linebreak.Item{Width: int64(p.width(part, s))})
		}
	}
	return pieces, items
}

// parts divides a word at its soft hyphens, and what is still too wide for half
// a line anywhere.
func (p *Painter) parts(word string, s style) []string {
	var parts []string
	for part := range strings.SplitSeq(word, "\u00AD") {
		for p.width(part, s) > measure*one/2 {
			at := 0
			for at < len(part) && p.width(part[:at], s) < measure*one/3 {
				_, size := utf8.DecodeRuneInString(part[at:])
				at += size
			}
			parts, part = append(parts, part[:at]), part[at:]
		}
		if part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}
