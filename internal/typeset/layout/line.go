package layout

import (
	"stadtbote/internal/typeset/linebreak"
	"stadtbote/internal/typeset/page"
)

// micro is how many of the line breaker's units make one of the page's.
const micro = 1000

// breakLines divides a composed paragraph into lines of the given widths; their
// indexes count from t.from. A word that is wider than its line is divided
// by the language's rules even if the look forbids it, else anywhere.
func (s *Setter) breakLines(t *text, widths ...page.Unit) []linebreak.Line {
	least := widths[0]
	s.widths = s.widths[:0]
	for _, w := range widths {
		least = min(least, w)
		s.widths = append(s.widths, int64(w)*micro)
	}
	if s.widest(*t) > int64(least)*micro {
		*t = s.split(*t, least)
	}
	return s.breaker.Break(s.inline.items[t.from:t.to], s.style(t.look, least))
}

// style is how good lines of a look are judged.
func (s *Setter) style(l look, width page.Unit) linebreak.Style {
	em := int64(l.size) * micro
	style := linebreak.Style{Widths: s.widths, Runt: 3 * em, RuntDemerits: 4000}
	switch {
	case l.justify && s.story.Justify:
		style.Tolerance = 400
	case l.divide:
		style.Ragged, style.Tolerance = int64(width)*micro/9+2*em, 300
	default:
		style.Ragged = int64(width) * micro / 2
	}
	return style
}

// widest is the width of the widest piece that cannot be broken.
func (s *Setter) widest(t text) int64 {
	widest, sum := int64(0), int64(0)
	for _, it := range s.inline.items[t.from:t.to] {
		switch {
		case it.Kind == linebreak.Box:
			sum += it.Width
		case it.Kind == linebreak.Penalty:
			widest = max(widest, sum+it.Width)
			sum = 0
		default:
			widest = max(widest, sum)
			sum = 0
		}
	}
	return max(widest, sum)
}

// split is the paragraph with its too wide words made breakable.
func (s *Setter) split(t text, width page.Unit) text {
	in := &s.inline
	limit := int64(width) * micro
	c := composer{s: s, start: len(in.items)}
	for i := t.from; i < t.to; {
		end, sum := i, int64(0)
		for end < t.to && in.items[end].Kind == linebreak.Box {
			sum += in.items[end].Width
			end++
		}
		whole := end == i+1
		for ; i < end; i++ {
			it, p := in.items[i], in.pieces[i]
			c.span = p.span
			switch {
			case sum <= limit:
				c.item(it, p)
			case !whole || !c.divide(p, limit):
				c.s.report(WordTooWide, p.word.text, in.spans[p.span].source)
				c.splitGlyphs(p)
			}
		}
		if i < t.to {
			it, p := in.items[i], in.pieces[i]
			c.span = p.span
			c.item(it, p)
			i++
		}
	}
	return text{from: c.start, to: len(in.items), look: t.look}
}

// divide appends a word that is too wide, divided by the rules of the
// language, if that helps.
func (c *composer) divide(p piece, limit int64) bool {
	sp := &c.s.inline.spans[c.span]
	by := c.s.hyphenators[c.s.story.Lang]
	if sp.by != nil || by == nil || sp.look.face == mono || int(p.to-p.from) < len(p.word.glyphs) {
		return false
	}
	w := c.s.word(p.word.text, sp.look.face, by)
	if w.size < len(p.word.text) || int64(widestPart(w))*int64(sp.look.size) > limit {
		return false
	}
	c.word(w, sp.look.size)
	return true
}

// splitGlyphs appends a part of a word glyph by glyph.
func (c *composer) splitGlyphs(p piece) {
	sp := &c.s.inline.spans[c.span]
	face := c.s.faces[p.word.face]
	for g := p.from; g < p.to; g++ {
		placed := p.word.glyphs[g]
		width := int64(face.Advance(placed.Glyph)) + int64(placed.Adjust)
		if g > p.from {
			c.item(linebreak.Item{Kind: linebreak.Penalty, Penalty: anywhereBreak}, piece{word: p.word, from: g, to: g})
		}
		c.box(p.word, g, g+1, width*int64(sp.look.size))
	}
}

// widestPart is the width of the widest part of a word between its breaks.
func widestPart(w *word) int32 {
	widest, from := int32(0), int32(0)
	for _, b := range w.breaks {
		widest = max(widest, b.before+b.adds-from)
		from = b.before
	}
	return max(widest, w.width-from)
}
