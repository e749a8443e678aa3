package layout

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"stadtbote/internal/typeset/hyphen"
	"stadtbote/internal/typeset/linebreak"
	"stadtbote/internal/typeset/page"
)

// span is a run as it is set: a look, and the leaf of the structure to which
// its glyphs belong.
type span struct {
	look   look
	rise   page.Unit
	leaf   int32
	link   int32 // 1 + index into inline.links; 0 if it leads nowhere
	strike bool
	mark   bool
	sigil  bool
	by     *hyphen.Hyphenator
	note   int // the footnote of which it is the mark
	source int
}

// piece is what one item of the paragraph shows: a part of a word, or a
// space.
type piece struct {
	word     *word // nil for a space or a forced break
	from, to int32 // glyphs of it
	span     int32
}

// linkRef is where spans lead.
type linkRef struct {
	node     int32
	url      string
	dest     int32
	contents string
	quiet    bool // not underlined
}

// inline holds paragraphs on their way to lines: items for the line breaker,
// and what each shows. Widths are millionths of a point, so that nothing is
// rounded before a line is done.
type inline struct {
	spans  []span
	items  []linebreak.Item
	pieces []piece
	links  []linkRef
}

// text is a composed paragraph: a range of inline.
type text struct {
	from, to int
	look     look
}

// mark and release give the memory of paragraphs back that are done.
func (in *inline) mark() [3]int { return [3]int{len(in.spans), len(in.items), len(in.links)} }

func (in *inline) release(m [3]int) {
	in.spans, in.items, in.pieces, in.links = in.spans[:m[0]], in.items[:m[1]], in.pieces[:m[1]], in.links[:m[2]]
}

// compose turns runs into items. Their structure becomes kids of the node
// parent; parent 0 is for artifacts.
func (s *Setter) compose(parent int32, runs []Run, l look) text {
	return s.composeIn(tagger{s: s, parent: parent}, runs, l)
}

// composeIn composes runs whose elements a tagger makes.
func (s *Setter) composeIn(tags tagger, runs []Run, l look) text {
	in := &s.inline
	t := text{from: len(in.items), look: l}
	c := composer{s: s, start: t.from}
	for i := range runs {
		if runs[i].Note > 0 {
			c.noteMark(&tags, runs[i], l)
			continue
		}
		lead, body, trail := edges(&runs[i])
		if lead && i > 0 {
			c.spaceBetween(&tags, &runs[i-1], &runs[i], l)
		}
		if body != "" {
			run := runs[i]
			run.Text = body
			c.span = tags.span(&run, l)
			c.add(body)
		}
		if trail && i+1 < len(runs) {
			c.spaceBetween(&tags, &runs[i], &runs[i+1], l)
		}
	}
	c.trim()
	t.to = len(in.items)
	return t
}

// edges takes the white space off the edges of a styled run: it lies outside
// the link or emphasis.
func edges(r *Run) (lead bool, body string, trail bool) {
	if r.Style == 0 && r.URL == "" && r.dest == 0 && r.Lang == "" && r.Expand == "" {
		return false, r.Text, false
	}
	body = strings.TrimLeft(r.Text, " \t\r\n")
	lead = len(body) < len(r.Text)
	n := len(body)
	body = strings.TrimRight(body, " \t\r\n")
	return lead, body, len(body) < n
}

// composer appends the items of one paragraph.
type composer struct {
	s     *Setter
	start int
	span  int32
}

// spaceBetween adds a space that belongs to what two runs have in common.
func (c *composer) spaceBetween(tags *tagger, a, b *Run, l look) {
	common := Run{Text: " ", Style: a.Style & b.Style, Source: a.Source}
	if a.URL == b.URL && a.dest == b.dest {
		common.URL, common.dest = a.URL, a.dest
	}
	if a.Lang == b.Lang {
		common.Lang = a.Lang
	}
	c.span = tags.span(&common, l)
	c.space()
}

// add appends the words and spaces of a text.
func (c *composer) add(text string) {
	if strings.IndexByte(text, 0xcc) >= 0 || strings.IndexByte(text, 0xcd) >= 0 {
		text = norm.NFC.String(text) // combining marks
	}
	for len(text) > 0 {
		n := strings.IndexAny(text, " \n\t\r")
		if n < 0 {
			n = len(text)
		}
		c.words(text[:n])
		text = text[n:]
		for len(text) > 0 && text[0] <= ' ' {
			if text[0] == '\n' {
				c.lineFeed()
			} else {
				c.space()
			}
			text = text[1:]
		}
	}
}

// words appends what stands between two spaces.
func (c *composer) words(text string) {
	sp := &c.s.inline.spans[c.span]
	for len(text) > 0 {
		w := c.s.word(text, sp.look.face, sp.by)
		if w.missing != "" {
			for _, r := range w.missing {
				c.s.report(NoGlyph, string(r), sp.source)
			}
		}
		c.word(w, sp.look.size)
		text = text[w.size:]
	}
}

// word appends the parts of a word and the places between them.
func (c *composer) word(w *word, size page.Unit) {
	from, width := int32(0), int32(0)
	for i := range w.breaks {
		b := &w.breaks[i]
		c.box(w, from, b.at, int64(b.before-width)*int64(size))
		c.item(linebreak.Item{
			Kind: linebreak.Penalty, Penalty: b.penalty, Flagged: b.hyphen, Width: int64(b.adds) * int64(size),
		}, piece{word: w, from: b.at, to: b.at})
		from, width = b.at, b.before
	}
	c.box(w, from, int32(len(w.glyphs)), int64(w.width-width)*int64(size))
}

func (c *composer) box(w *word, from, to int32, width int64) {
	if to > from {
		c.item(linebreak.Item{Kind: linebreak.Box, Width: width}, piece{word: w, from: from, to: to})
	}
}

func (c *composer) item(it linebreak.Item, p piece) {
	p.span = c.span
	in := &c.s.inline
	in.items, in.pieces = append(in.items, it), append(in.pieces, p)
}

// space appends a space, unless there is one.
func (c *composer) space() {
	in := &c.s.inline
	if n := len(in.items); n == c.start || in.items[n-1].Kind == linebreak.Glue || c.atLineFeed() {
		return
	}
	sp := &in.spans[c.span]
	face := c.s.faces[sp.look.face]
	width := int64(face.Advance(face.Glyph(' '))) * int64(sp.look.size)
	it := linebreak.Item{Kind: linebreak.Glue, Width: width}
	if sp.look.justify && c.s.story.Justify {
		it.Stretch, it.Shrink = int32(width/2), int32(width/3)
	}
	c.item(it, piece{})
}

// atLineFeed reports whether the last item is a forced break.
func (c *composer) atLineFeed() bool {
	in := &c.s.inline
	n := len(in.items)
	return n > c.start && in.items[n-1].Kind == linebreak.Penalty && in.items[n-1].Penalty == linebreak.Forced
}

// lineFeed ends the line.
func (c *composer) lineFeed() {
	c.trim()
	if len(c.s.inline.items) > c.start {
		c.item(linebreak.Item{Kind: linebreak.Penalty, Penalty: linebreak.Forced}, piece{})
	}
}

// trim takes spaces and forced breaks off the end.
func (c *composer) trim() {
	in := &c.s.inline
	n := len(in.items)
	for n > c.start && (in.items[n-1].Kind == linebreak.Glue || c.atLineFeed()) {
		n--
		in.items, in.pieces = in.items[:n], in.pieces[:n]
	}
}

// noteMark appends the mark of a footnote.
func (c *composer) noteMark(tags *tagger, r Run, l look) {
	number := strconv.Itoa(r.Note)
	c.span = tags.noteMark(r, l)
	c.words(number)
}
