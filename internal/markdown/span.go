package markdown

import (
	"github.com/yuin/goldmark/ast"
)

// bracket is an opening square bracket in some text.
type bracket struct {
	text *ast.Text
	at   int // offset in the source
}

// bracketed makes spans of text in square brackets with attributes behind it.
// Brackets that goldmark has left are text, so this looks for them there,
// among the children of one node; it reads each text once.
func (p *pass) bracketed(parent ast.Node) {
	var open []bracket
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		t, ok := n.(*ast.Text)
		if !ok || t.IsRaw() || t.Segment.Padding > 0 {
			continue
		}
		for i := t.Segment.Start; i < t.Segment.Stop; i++ {
			switch p.source[i] {
			case '\\':
				i++
			case '[':
				open = append(open, bracket{t, i})
			case ']':
				if len(open) == 0 {
					continue
				}
				last := open[len(open)-1]
				open = open[:len(open)-1]
				attributes, length := parseAttributes(p.source[i+1 : t.Segment.Stop])
				if length == 0 {
					continue
				}
				span := &Span{}
				span.SetPos(last.at)
				t = p.wrap(parent, span, last, bracket{t, i}, i+1+length)
				n = t
				i = t.Segment.Start - 1
				p.attach(span, attributes, last.at)
			}
		}
	}
}

// wrap moves what stands between two brackets into a span. The text goes on at
// the offset rest, in the node that wrap returns.
func (p *pass) wrap(parent ast.Node, span *Span, from, to bracket, rest int) *ast.Text {
	after := ast.NewTextSegment(to.text.Segment.WithStart(rest))
	after.SetSoftLineBreak(to.text.SoftLineBreak())
	after.SetHardLineBreak(to.text.HardLineBreak())
	to.text.SetSoftLineBreak(false)
	to.text.SetHardLineBreak(false)
	to.text.Segment = to.text.Segment.WithStop(to.at)
	head := ast.NewTextSegment(from.text.Segment.WithStart(from.at + 1))
	head.SetSoftLineBreak(from.text.SoftLineBreak())
	head.SetHardLineBreak(from.text.HardLineBreak())
	from.text.SetSoftLineBreak(false)
	from.text.SetHardLineBreak(false)
	from.text.Segment = from.text.Segment.WithStop(from.at)

	parent.InsertAfter(parent, to.text, after)
	span.AppendChild(span, head)
	for n := from.text.NextSibling(); n != ast.Node(after); {
		next := n.NextSibling()
		span.AppendChild(span, n)
		n = next
	}
	parent.InsertBefore(parent, after, span)
	return after
}
