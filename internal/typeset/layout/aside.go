package layout

import "stadtbote/internal/typeset/page"

// This file sets what stands between rules: quotations with a source, notes
// to the reader, advertisements.

// Measures of what stands between rules.
var (
	ruleUnder = pt(70) // from a rule to the text below
	ruleOver  = pt(80) // from the text to the rule below
	framePad  = pt(80)
)

// hungColumn is the column left of the axis.
func hungColumn() margins { return margins{leftEdge, hungEnd} }

// setQuote sets a quotation: one with a source large between two rules, the
// source left of the axis; any other moved in.
func (s *Setter) setQuote(parent int32, q Quote, m margins) {
	node := s.doc.Add(parent, page.BlockQuote)
	inner := m.indented(indent)
	switch {
	case len(q.Source) == 0:
		s.setBlocks(node, q.Blocks, inner)
	case m.x != axis:
		s.setBlocks(node, q.Blocks, inner)
		s.setParagraph(node, q.Source, inner, paragraph{look: captionLook, role: page.Paragraph})
	default:
		source := s.doc.New(page.Paragraph)
		s.ruled(func() {
			s.hang(source, q.Source, captionLook, quoteLook, hungColumn())
			s.quoteBlocks(node, q.Blocks)
		})
		s.doc.Attach(node, source) // it is read after what it is the source of
	}
}

// quoteBlocks sets the paragraphs of a large quotation.
func (s *Setter) quoteBlocks(node int32, blocks []Block) {
	for _, b := range blocks {
		if p, ok := b.(Paragraph); ok {
			s.setParagraph(node, p.Text, margins{axis, rightEdge}, paragraph{look: quoteLook, role: page.Paragraph, gap: paragraphGap})
			continue
		}
		s.setBlock(node, b, column())
	}
}

// setBox sets a note between two rules, its label left of the axis, or a
// foreign body in a frame.
func (s *Setter) setBox(parent int32, b Box, m margins) {
	node := s.doc.Add(parent, page.Aside)
	if m.x != axis || b.Framed {
		s.framed(node, b, m)
		return
	}
	s.ruled(func() {
		if b.Label != "" {
			label := s.doc.Add(node, page.Paragraph)
			s.hang(label, []Run{{Text: b.Label}}, labelLook, s.body, hungColumn())
		}
		s.setBlocks(node, b.Blocks, m)
	})
}

// ruled sets blocks between two rules over the whole width. No page ends
// beside a rule, on the side of the text.
func (s *Setter) ruled(set func()) {
	sl := s.open(s.clear(blockGap, 0))
	s.rule(leftEdge, rightEdge, 0, hairline, ink)
	s.close(sl, ruleUnder, never)
	from := len(s.slabs)
	set()
	if s.hung != nil || from == len(s.slabs) {
		s.close(s.open(0), s.body.leading, never) // a label and no text
	}
	s.slabs[from].gap = 0
	s.glue()
	sl = s.open(0)
	y := s.clear(ruleOver, 0)
	s.rule(leftEdge, rightEdge, y, hairline, ink)
	s.close(sl, y+paragraphGap, 0)
}

// frame is a box drawn around slabs, on each page that they reach.
type frame struct {
	from, to int // slabs
	margins
}

// tallestFrame is how tall a box in a frame may be to stay on one page.
var tallestFrame = mm(15000)

// framed sets blocks in a frame.
func (s *Setter) framed(node int32, b Box, m margins) {
	first := len(s.slabs)
	s.close(s.open(blockGap), framePad, never)
	from := len(s.slabs)
	inner := margins{m.x + framePad, m.end - framePad}
	if b.Label != "" {
		s.setParagraph(node, []Run{{Text: b.Label}}, inner, paragraph{look: labelLook, role: page.Paragraph, keep: true})
	}
	s.setBlocks(node, b.Blocks, inner)
	if from < len(s.slabs) {
		s.slabs[from].gap = 0
	}
	s.glue()
	s.close(s.open(0), framePad, 0)
	height := page.Unit(0)
	for _, sl := range s.slabs[first:] {
		height += sl.gap + sl.height
	}
	for i := first; i < len(s.slabs)-1 && height <= tallestFrame; i++ {
		s.slabs[i].after = never
	}
	s.frames = append(s.frames, frame{first, len(s.slabs), m})
	s.close(s.open(0), paragraphGap, 0)
}
