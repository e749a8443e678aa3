package layout

import (
	"stadtbote/internal/typeset/page"
	"stadtbote/internal/typeset/qr"
)

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
	for i := range records {
		keep := i < len(records)-1 && (len(records) <= fewRecords || i == 0)
		gap := page.Unit(0)
		if i == 0 {
			gap = s.clear(recordsGap, 0)
		}
		s.setRecord(s.doc.Add(list, page.ListItem), &records[i], gap, keep)
	}
}

// setRecord sets a row.
func (s *Setter) setRecord(li int32, r *Record, gap page.Unit, keep bool) {
	mark := s.inline.mark()
	strong := tableLook
	strong.face = bold
	label := cell{text: s.compose(s.doc.Add(li, page.Label), []Run{{Text: r.Label}}, strong)}
	label.at = place{x: leftEdge, width: hungEnd - leftEdge}
	node := s.doc.Add(li, page.Body)
	body := cell{text: s.compose(node, r.Text, tableLook)}
	body.at = place{x: axis, width: rightEdge - axis}
	s.fill(&label)
	s.fill(&body)
	s.setRow(&row{
		cells: []cell{label, body}, look: tableLook, gap: gap, above: rowAbove, below: rowBelow, keep: keep || r.Code != nil,
		rule: func(y page.Unit) { s.rule(leftEdge, rightEdge, y, hairline, grey) },
	})
	if r.Code != nil {
		s.setCodeOf(node, r, keep)
	}
	s.kept = s.kept[:0]
	s.inline.release(mark)
}

// codeWidth is the width of a QR code without its quiet zone, about.
var codeWidth = mm(2200)

// setCodeOf sets the QR code of a record.
func (s *Setter) setCodeOf(parent int32, r *Record, keep bool) {
	module := codeWidth / page.Unit(r.Code.Size)
	side, quiet := module*page.Unit(r.Code.Size), module*qr.Quiet
	sl := s.open(0)
	node := s.doc.Add(parent, page.Figure)
	s.doc.Attr(node).Alt = r.Alt
	leaf := s.doc.Add(node, page.Content)
	s.spots = append(s.spots, spot{node: node, rect: page.Rect{X: axis, Y: quiet, W: side, H: side}, figure: true})
	for y := range r.Code.Size {
		for x := 0; x < r.Code.Size; x++ {
			from := x
			for r.Code.Dark(x, y) {
				x++
			}
			if x > from {
				s.items = append(s.items, page.Item{
					Kind: page.Box, Leaf: leaf, X: axis + module*page.Unit(from), Y: quiet + module*page.Unit(y),
					W: module * page.Unit(x-from), H: module, Fill: ink,
				})
			}
		}
	}
	after := int32(0)
	if keep {
		after = never
	}
	s.close(sl, side+2*quiet, after)
}
