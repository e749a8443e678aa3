package layout

import "stadtbote/internal/typeset/page"

// fewRecords is how many rows stay on one page; a single row is never alone
// on one.
const fewRecords = 15

// recordsApart is how bad it is if the rows begin a page.
const recordsApart = 100

// recordsGap is the space above the rows at the end.
var recordsGap = pt(240)

// setRecords sets the rows at the end of the story: labels left of the axis,
// texts right of it. They stay together.
func (s *Setter) setRecords() {
	records := s.story.Records
	if len(records) == 0 {
		return
	}
	if n := len(s.slabs); n > 0 {
		s.slabs[n-1].after = recordsApart
		if len(records) == 1 {
			s.glue()
		}
	}
	list := s.doc.Add(s.root, page.List)
	strong := tableLook
	strong.face = bold
	for i, r := range records {
		mark := s.inline.mark()
		li := s.doc.Add(list, page.ListItem)
		label := cell{text: s.compose(s.doc.Add(li, page.Label), []Run{{Text: r.Label}}, strong)}
		label.at = place{x: leftEdge, width: hungEnd - leftEdge}
		body := cell{text: s.compose(s.doc.Add(li, page.Body), r.Text, tableLook)}
		body.at = place{x: axis, width: rightEdge - axis}
		s.fill(&label)
		s.fill(&body)
		line := row{
			cells: []cell{label, body}, look: tableLook, above: rowAbove, below: rowBelow,
			keep: i < len(records)-1 && (len(records) <= fewRecords || i == 0),
			rule: func(y page.Unit) { s.rule(leftEdge, rightEdge, y, hairline, grey) },
		}
		if i == 0 {
			line.gap = s.clear(recordsGap, 0)
		}
		s.setRow(&line)
		s.kept = s.kept[:0]
		s.inline.release(mark)
	}
}
