package layout

import (
	"strings"

	"stadtbote/internal/typeset/linebreak"
	"stadtbote/internal/typeset/page"
)

// setCode sets program text, line by line; its spaces are kept.
func (s *Setter) setCode(parent int32, code Code, m margins) {
	lines := strings.Split(strings.TrimRight(strings.ReplaceAll(code.Text, "\t", "    "), "\n"), "\n")
	p := s.doc.Add(parent, page.Paragraph)
	node := s.doc.Add(p, page.Code)
	for i, line := range lines {
		gap := page.Unit(0)
		if i == 0 {
			gap = paragraphGap
		}
		s.setCodeLine(node, line, code.Source, m, gap)
		if n := len(s.slabs); i == 0 && len(lines) > 1 || i == len(lines)-2 {
			s.slabs[n-1].after = never
		}
	}
}

// codeBreak is the price of ending a line of program text.
const codeBreak = 50

// setCodeLine sets a line of program text, on several lines if need be.
func (s *Setter) setCodeLine(node int32, line string, source int, m margins, gap page.Unit) {
	sl := s.open(gap)
	mark := s.inline.mark()
	t := text{from: len(s.inline.items), look: codeLook}
	tags := tagger{s: s, parent: node}
	c := composer{s: s, start: t.from, span: tags.span(&Run{Source: source}, codeLook)}
	for line != "" {
		n := len(line) - len(strings.TrimLeft(line, " "))
		if n == 0 {
			if n = strings.IndexByte(line, ' '); n < 0 {
				n = len(line)
			}
		}
		w := c.chars(line[:n])
		if line = line[n:]; line != "" {
			c.item(linebreak.Item{Kind: linebreak.Penalty, Penalty: codeBreak}, piece{word: w})
		}
	}
	t.to = len(s.inline.items)
	lines := s.breakLines(&t, m.width())
	for i := range lines {
		if i > 0 {
			sl = s.open(0)
		}
		s.setLine(&t, &lines[i], place{x: m.x, width: m.width(), y: s.baseline(codeLook)})
		if i == len(lines)-1 {
			s.spaceAfter()
		}
		s.close(sl, codeLook.leading, 0)
	}
	if len(lines) == 0 {
		s.close(sl, codeLook.leading, 0)
	}
	s.inline.release(mark)
}

// chars appends program text that may be broken anywhere, at a price, and
// returns its last word.
func (c *composer) chars(text string) (w *word) {
	sp := c.s.inline.spans[c.span]
	for len(text) > 0 {
		w = c.s.word(text, sp.look.face, nil)
		for _, r := range w.missing {
			c.s.report(NoGlyph, string(r), sp.source)
		}
		c.splitGlyphs(piece{word: w, to: int32(len(w.glyphs))})
		text = text[w.size:]
	}
	return w
}
