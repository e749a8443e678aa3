package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"stadtbote/internal/diag"
)

// quote finishes a quotation, which may be a box, and returns the block after it.
func (p *pass) quote(n *ast.Blockquote) ast.Node {
	next := n.NextSibling()
	if note := p.note(n); note != nil {
		p.blocks(note)
		return next
	}
	p.quoteSource(n)
	p.blocks(n)
	return next
}

// note makes a box of a quotation that begins with "[!HINWEIS]"; it returns
// nil where it does not.
func (p *pass) note(n *ast.Blockquote) *Note {
	first, ok := n.FirstChild().(*ast.Paragraph)
	if !ok {
		return nil
	}
	name, end := p.noteName(first)
	if name == "" || !p.cutText(first, end) {
		return nil
	}
	style, _ := noteStyle(name)
	note := &Note{Style: style, Label: p.words.labels[style]}
	note.SetPos(n.Pos())
	note.SetBlankPreviousLines(n.HasBlankPreviousLines())
	p.notes++
	note.ID = p.ids.take(p.options.IDPrefix + p.words.noteID + strconv.Itoa(p.notes))
	moveAttributes(note, n)
	if !first.HasChildren() {
		n.RemoveChild(n, first)
	}
	adopt(note, n.FirstChild())
	replace(n, note)
	return note
}

// noteName returns the word in "[!WORD]" at the beginning of a paragraph and
// the offset behind the bracket. A word that names no box is reported.
func (p *pass) noteName(first *ast.Paragraph) (name string, end int) {
	line := first.Lines().At(0)
	written := p.source[line.Start:line.Stop]
	if len(written) < 4 || written[0] != '[' || written[1] != '!' {
		return "", 0
	}
	closing := bytes.IndexByte(written, ']')
	if closing < 3 {
		return "", 0
	}
	word := written[2:closing]
	for _, c := range word {
		if !util.IsAlphaNumeric(c) && c < 0x80 {
			return "", 0
		}
	}
	if _, known := noteStyle(string(word)); !known {
		p.report(line.Start, diag.NoteUnknown, excerpt(word), p.words.nearestNote(string(word)))
		return "", 0
	}
	return string(word), line.Start + closing + 1
}

// cutText removes the text of a paragraph before an offset of the source. It
// reports false, and removes nothing, where other things than text stand there.
func (p *pass) cutText(n ast.Node, end int) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			return false
		}
		if t.Segment.Stop >= end {
			break
		}
	}
	for c := n.FirstChild(); c != nil; c = n.FirstChild() {
		t, ok := c.(*ast.Text)
		if !ok || t.Segment.Start >= end {
			break
		}
		if t.Segment.Stop > end {
			t.Segment = t.Segment.WithStart(end)
			t.Segment = t.Segment.TrimLeftSpace(p.source)
			if t.Segment.Len() > 0 {
				break
			}
		}
		n.RemoveChild(n, t)
	}
	return true
}

// quoteSource makes the last paragraph of a quotation, or its last line, a
// QuoteSource where it begins with a dash.
func (p *pass) quoteSource(n *ast.Blockquote) {
	last, ok := n.LastChild().(*ast.Paragraph)
	if !ok {
		return
	}
	first, broken := lastLine(last)
	if first == nil || broken == nil && last.PreviousSibling() == nil {
		return
	}
	length := dashLength(first.Segment.Value(p.source))
	if length == 0 || first.Segment.Padding > 0 {
		return
	}
	first.Segment = first.Segment.WithStart(first.Segment.Start + length)
	source := &QuoteSource{}
	source.SetPos(first.Segment.Start)
	adopt(source, first)
	if broken == nil {
		moveAttributes(source, last)
		replace(last, source)
		return
	}
	broken.SetSoftLineBreak(false)
	broken.SetHardLineBreak(false)
	n.InsertAfter(n, last, source)
}

// lastLine returns the text that begins the last line of a paragraph, and the
// text that ends the line before it, nil where there is only one line.
func lastLine(n ast.Node) (first, broken *ast.Text) {
	for c := n.LastChild(); c != nil; c = c.PreviousSibling() {
		before, ok := c.PreviousSibling().(*ast.Text)
		if ok && (before.SoftLineBreak() || before.HardLineBreak()) || c.PreviousSibling() == nil {
			first, _ = c.(*ast.Text)
			return first, before
		}
	}
	return nil, nil
}

// dashLength returns the length of a dash and the spaces behind it at the
// beginning of b, 0 where there is none.
func dashLength(b []byte) int {
	for _, dash := range []string{"—", "–", "---", "--"} {
		rest, found := bytes.CutPrefix(b, []byte(dash))
		if words := bytes.TrimLeft(rest, " "); found && len(words) < len(rest) && len(words) > 0 {
			return len(b) - len(words)
		}
	}
	return 0
}
