package layout

import (
	"strconv"

	"stadtbote/internal/typeset/page"
)

// note is a footnote of the story.
type note struct {
	node   int32 // its element, a kid of the paragraph with its first mark; 0 if no mark was met
	anchor int32 // the link of that mark
	slabs  span2
}

// Measures of the notes at the foot of a page.
var (
	noteRuleAbove = pt(100) // from the text to the rule
	noteRuleBelow = pt(50)  // from the rule to the first note
	noteRuleWidth = mm(3000)
	noteIndent    = pt(140)
	noteGap       = pt(20)
)

// noteNode is the element of a footnote, made where its first mark is met.
func (s *Setter) noteNode(number int, parent, anchor int32) int32 {
	if number > len(s.notes) {
		return 0
	}
	n := &s.notes[number-1]
	if n.node == 0 {
		n.node, n.anchor = s.doc.Add(parent, page.Note), anchor
	}
	return n.node
}

// setNotes sets the footnotes that have marks. Notes may have marks of other
// notes, if those come later.
func (s *Setter) setNotes() {
	s.body = noteLook
	for i := range s.notes {
		if s.notes[i].node == 0 {
			continue
		}
		from := len(s.slabs)
		s.setNote(i)
		s.slabs[from].gap = noteGap
		s.notes[i].slabs = span2{int32(from), int32(len(s.slabs))}
	}
}

// setNote sets a footnote: its number, which leads back to the mark, and its
// blocks.
func (s *Setter) setNote(i int) {
	n := &s.notes[i]
	number := i + 1
	label := s.doc.Add(n.node, page.Label)
	m := margins{axis + noteIndent, textEnd}
	s.hung = func() {
		s.spot(n.node, axis, 0)
		s.setBackLink(label, number, n.anchor)
	}
	s.setBlocks(n.node, s.story.Notes[i].Blocks, m)
	if s.hung != nil {
		s.close(s.open(0), s.body.leading, 0)
	}
}

// setBackLink sets the number before a note.
func (s *Setter) setBackLink(label int32, number int, dest int32) {
	mark := s.inline.mark()
	anchor := s.doc.Add(label, page.Anchor)
	in := &s.inline
	in.links = append(in.links, linkRef{node: anchor, dest: dest, contents: s.story.Words.Back})
	sp := span{look: s.body, leaf: s.doc.Add(anchor, page.Content), link: int32(len(in.links))}
	sp.look.color = blue
	in.spans = append(in.spans, sp)
	t := text{from: len(in.items), look: s.body}
	c := composer{s: s, start: t.from, span: int32(len(in.spans) - 1)}
	c.words(strconv.Itoa(number))
	t.to = len(in.items)
	lines := s.breakLines(&t, noteIndent)
	if len(lines) > 0 {
		s.setLine(&t, &lines[0], place{x: axis, width: noteIndent, y: s.baseline(s.body)})
	}
	in.release(mark)
}
