package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"stadtbote/internal/lang"
)

// Typesetting works on the text of a whole block: gather copies it into one
// flat buffer, package lang says what to change there, and apply takes the
// changes back to the nodes. So marks find each other across links and
// emphasis.

// piece is the part of the flat text that one node holds.
type piece struct {
	node       *ast.Text
	start, end int  // in the flat text; a soft line break counts as its last byte
	resolved   bool // differs from what the author wrote: an escape or an entity
}

// protection is a byte that the author has protected from typesetting, by a
// backslash or an entity. In the flat text a neutral byte stands for it.
type protection struct {
	at   int
	byte byte
}

const neutral = 0x01

// typeset sets the text within a node by the rules of its language, and counts
// its words.
func (p *pass) typeset(n ast.Node) {
	p.spans = p.spans[:0]
	p.set(n, p.tongue)
	for i := 0; i < len(p.spans); i++ { // grows while it is read
		p.set(p.spans[i], attribute(p.spans[i], "lang"))
	}
}

// set typesets one flat text.
func (p *pass) set(n ast.Node, language string) {
	p.flat, p.pieces, p.protected = p.flat[:0], p.pieces[:0], p.protected[:0]
	p.gather(n, language)
	p.facts.Words += countWords(p.flat)
	p.facts.BeyondASCI = p.facts.BeyondASCI || beyondLatin(p.flat)
	p.edits = lang.AppendEdits(p.edits[:0], p.flat, language)
	p.apply()
}

// gather appends the text within a node to the flat text.
func (p *pass) gather(n ast.Node, language string) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			p.gatherText(c)
		case *ast.CodeSpan, *ast.Image, *ast.AutoLink:
			p.flat = append(p.flat, lang.Object...)
		case *HTML:
			p.gatherHTML(c)
		case *extast.FootnoteLink, *extast.FootnoteBacklink, *extast.TaskCheckBox:
		default:
			if other := attribute(c, "lang"); other != "" && other != language {
				p.flat = append(p.flat, lang.Object...)
				p.spans = append(p.spans, c)
				continue
			}
			p.gather(c, language)
		}
	}
}

// gatherHTML appends what stands for a piece of HTML: nothing for a tag, save
// for those that end a line.
func (p *pass) gatherHTML(n *HTML) {
	switch {
	case n.Words != "":
		p.flat = append(p.flat, lang.Object...)
	case len(n.Parts) > 0 && bytes.HasPrefix(n.Parts[0].HTML, []byte("<br")):
		p.flat = append(p.flat, '\t')
	}
}

// gatherText appends the text of one node.
func (p *pass) gatherText(t *ast.Text) {
	if t.IsRaw() { // shown as the author wrote it
		p.flat = append(p.flat, lang.Object...)
		if t.SoftLineBreak() || t.HardLineBreak() {
			p.flat = append(p.flat, '\t')
		}
		return
	}
	written := t.Segment.Value(p.source)
	part := piece{node: t, start: len(p.flat), resolved: t.Segment.Padding > 0}
	if bytes.IndexByte(written, '\\') < 0 && bytes.IndexByte(written, '&') < 0 && bytes.IndexByte(written, 0) < 0 {
		p.flat = append(p.flat, written...)
	} else {
		p.flat = appendUnescaped(p.flat, written, &p.protected)
		part.resolved = true
	}
	switch {
	case t.HardLineBreak():
		p.flat = append(p.flat, '\t') // a space that stays what it is
	case t.SoftLineBreak():
		p.flat = append(p.flat, '\n')
	}
	part.end = len(p.flat)
	p.pieces = append(p.pieces, part)
}

// apply takes the edits of the flat text back to its pieces.
func (p *pass) apply() {
	edits, protected := p.edits, p.protected
	for _, part := range p.pieces {
		for len(edits) > 0 && edits[0].At < part.start {
			edits = edits[1:] // of an object
		}
		n := 0
		for n < len(edits) && edits[n].At < part.end {
			n++
		}
		m := 0
		for m < len(protected) && protected[m].at < part.end {
			p.flat[protected[m].at] = protected[m].byte
			m++
		}
		p.noteQuotes(part, edits[:n])
		if n > 0 || part.resolved {
			p.rewrite(part, edits[:n])
		}
		part.node.SetRaw(true)
		edits, protected = edits[n:], protected[m:]
	}
}

// noteQuotes notes the straight quotation marks that typesetting replaces.
func (p *pass) noteQuotes(part piece, edits []lang.Edit) {
	start := part.node.Segment.Start
	if part.resolved || start >= p.body {
		return
	}
	for _, edit := range edits {
		if edit.Len != 1 || p.flat[edit.At] != '"' {
			continue
		}
		at := start + edit.At - part.start
		if p.facts.Quotes++; p.facts.Quotes == 1 {
			p.facts.FirstQuote = p.pos(at)
		}
		p.quotes = append(p.quotes, lang.Edit{At: at, Len: 1, New: edit.New})
	}
}

// rewrite gives a piece its new text, at the end of the source.
func (p *pass) rewrite(part piece, edits []lang.Edit) {
	start, from := len(p.source), part.start
	broken := part.node.SoftLineBreak() || part.node.HardLineBreak()
	for _, edit := range edits {
		p.source = append(p.source, p.flat[from:edit.At]...)
		p.source = append(p.source, edit.New...)
		from = edit.At + edit.Len
	}
	if broken && from < part.end {
		p.source = append(p.source, p.flat[from:part.end-1]...)
	} else {
		p.source = append(p.source, p.flat[from:part.end]...)
		part.node.SetSoftLineBreak(false) // it became a no-break space
	}
	part.node.Segment = text.NewSegment(start, len(p.source))
}

// newText returns a text node that shows just these words.
func (p *pass) newText(words []byte) *ast.Text {
	start := len(p.source)
	p.source = append(p.source, words...)
	return ast.NewRawTextSegment(text.NewSegment(start, len(p.source)))
}

// countWords counts the words of a text: what stands between spaces and holds
// a letter or a digit. E2 begins dashes, quotation marks and symbols.
func countWords(b []byte) int {
	words, within := 0, false
	for _, c := range b {
		switch {
		case c <= ' ':
			within = false
		case !within && (c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c >= 0xc3 && c != 0xe2):
			within = true
			words++
		}
	}
	return words
}

// beyondLatin reports whether a text holds letters that the fonts for Western
// European languages lack.
func beyondLatin(b []byte) bool {
	for i := 0; i < len(b); {
		if b[i] < 0xc4 {
			i++
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		if unicode.IsLetter(r) && r != 'ẞ' && r != 'ı' && r != 'œ' && r != 'Œ' {
			return true
		}
		i += size
	}
	return false
}
