package layout

import (
	"strings"

	"stadtbote/internal/typeset/linebreak"
	"stadtbote/internal/typeset/page"
)

// margins are where blocks begin and end.
type margins struct{ x, end page.Unit }

func (m margins) width() page.Unit { return m.end - m.x }

// column is that of the story.
func column() margins { return margins{axis, textEnd} }

// narrowest is how narrow nested blocks become.
var narrowest = mm(5000)

// indented are margins moved in, as long as there is room.
func (m margins) indented(by page.Unit) margins {
	if m.width()-by >= narrowest {
		m.x += by
	}
	return m
}

// setBlocks sets blocks below each other.
func (s *Setter) setBlocks(parent int32, blocks []Block, m margins) {
	for _, b := range blocks {
		s.setBlock(parent, b, m)
	}
}

func (s *Setter) setBlock(parent int32, b Block, m margins) {
	switch b := b.(type) {
	case Paragraph:
		s.setParagraph(parent, b.Text, m, paragraph{look: s.body, gap: s.paragraphGap(), role: page.Paragraph})
	case Heading:
		s.setHeading(parent, b, m)
	case List:
		s.setList(parent, b, m)
	case Definitions:
		s.setDefinitions(parent, b, m)
	case Quote:
		s.setQuote(parent, b, m)
	case Box:
		s.setBox(parent, b, m)
	case Figure:
		s.setFigure(parent, b, m)
	case Table:
		s.setTable(parent, b, m)
	case Code:
		s.setCode(parent, b, m)
	case Rule:
		sl := s.open(blockGap)
		s.rule(m.x, m.end, 0, hairline, soft)
		s.close(sl, hairline+paragraphGap, 0)
	}
}

// paragraphGap is the space between paragraphs: half a line.
func (s *Setter) paragraphGap() page.Unit { return s.body.leading / 2 }

// paragraph is how a paragraph is set.
type paragraph struct {
	look  look
	role  page.Role // of its element; 0 if parent is its element
	gap   page.Unit
	align page.Align
	keep  bool // with what follows
	spot  bool // its place is noted: something leads there
}

// setParagraph sets runs as a paragraph and returns its element. No page ends
// after its first line or before its last.
func (s *Setter) setParagraph(parent int32, runs []Run, m margins, p paragraph) int32 {
	node := parent
	if p.role != 0 {
		node = s.doc.Add(parent, p.role)
	}
	sl := s.open(p.gap) // before the lines are broken, for what hangs here is broken too
	if p.spot {
		s.spot(node, m.x, 0)
	}
	mark := s.inline.mark()
	t := s.compose(node, runs, p.look)
	lines := s.breakLines(&t, m.width())
	if len(lines) == 0 {
		s.close(sl, 0, 0)
	}
	for i := range lines {
		if i > 0 {
			sl = s.open(0)
		}
		s.setLine(&t, &lines[i], place{x: m.x, width: m.width(), y: s.baseline(p.look), align: p.align})
		s.noteRefs(&t, &lines[i])
		s.close(sl, p.look.leading, s.afterLine(lines, i, p.keep))
	}
	s.inline.release(mark)
	return node
}

// hyphenAfter is how bad a page is that ends in a divided word.
const hyphenAfter = 80

// afterLine is how bad it is to end a page after line i of a paragraph.
func (s *Setter) afterLine(lines []linebreak.Line, i int, keep bool) int32 {
	switch {
	case i == len(lines)-1 && !keep:
		return 0
	case keep, i == 0, i == len(lines)-2:
		return never
	case lines[i].Hyphen:
		return hyphenAfter
	}
	return 0
}

// baseline is that of a line of a look, below its upper edge.
func (s *Setter) baseline(l look) page.Unit {
	m := s.faces[l.face].Metrics()
	return l.baseline(faceHeight{m.Ascent, m.Descent})
}

// noteRefs lists the notes whose marks a line has.
func (s *Setter) noteRefs(t *text, l *linebreak.Line) {
	if len(s.story.Notes) == 0 {
		return
	}
	for _, p := range s.inline.pieces[t.from+l.From : t.from+l.To] {
		if n := s.inline.spans[p.span].note; n > 0 {
			s.refs = append(s.refs, int32(n))
		}
	}
}

// setHeading sets a heading, which stays with two lines of what follows.
func (s *Setter) setHeading(parent int32, h Heading, m margins) {
	level := min(max(h.Level, 2), 6)
	l := headingLook(level)
	node := s.setParagraph(parent, h.Text, m, paragraph{
		look: l, role: page.H1 + page.Role(level-1), gap: headingGap, keep: true, spot: true,
	})
	s.outline(node, level, h.Text)
	s.slabs[len(s.slabs)-1].heading = true
}

// outline enters a heading.
func (s *Setter) outline(node int32, level int, runs []Run) {
	title := plain(runs)
	s.doc.Attr(node).Title = title
	s.doc.Outline = append(s.doc.Outline, page.Heading{Level: level, Title: title, Node: node})
}

// plain is the text of runs without soft hyphens, white space made single.
func plain(runs []Run) string {
	var text strings.Builder
	for i := range runs {
		text.WriteString(runs[i].Text)
	}
	words := strings.Fields(strings.ReplaceAll(text.String(), "\u00ad", ""))
	return strings.Join(words, " ")
}
