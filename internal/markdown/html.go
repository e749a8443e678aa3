package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"stadtbote/internal/diag"
)

// Raw HTML is refused and shown as text, or cleaned where the site says so
// (sanitize.go). Comments mean nothing to readers and are dropped.

var (
	commentStart = []byte("<!--")
	commentEnd   = []byte("-->")
)

// htmlBlock finishes a block of raw HTML.
func (p *pass) htmlBlock(n *ast.HTMLBlock, open *openTags) {
	var raw []byte
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		raw = append(raw, line.Value(p.source)...)
	}
	if n.HasClosure() {
		raw = append(raw, n.ClosureLine.Value(p.source)...)
	}
	rest, commented, closed := withoutComments(raw)
	rest = bytes.TrimSpace(rest)
	switch {
	case !closed:
		p.report(n.Pos(), diag.HTMLRefused, excerpt(raw))
		p.showBlock(n, bytes.TrimSpace(raw))
	case len(rest) == 0:
		n.Parent().RemoveChild(n.Parent(), n)
	case commented && bytes.IndexByte(rest, '<') < 0:
		p.report(n.Pos(), diag.CommentTail, excerpt(rest))
		p.showBlock(n, rest)
	case p.options.Sanitize:
		replace(n, p.clean(n, rest, htmlPlace{block: true, open: open}))
	default:
		p.refuse(n.Pos(), rest)
		p.showBlock(n, rest)
	}
}

// withoutComments returns HTML without comments, whether there were any, and
// whether each of them ends.
func withoutComments(raw []byte) (rest []byte, commented, closed bool) {
	for {
		start := bytes.Index(raw, commentStart)
		if start < 0 {
			return append(rest, raw...), commented, true
		}
		rest = append(rest, raw[:start]...)
		// A comment may be as short as "<!-->".
		end := bytes.Index(raw[start+2:], commentEnd)
		if end < 0 {
			return rest, true, false
		}
		commented = true
		raw = raw[start+2+end+len(commentEnd):]
	}
}

// showBlock shows text in the place of a block.
func (p *pass) showBlock(n ast.Node, words []byte) {
	paragraph := ast.NewParagraph()
	lines := bytes.Split(words, []byte{'\n'})
	for i, line := range lines {
		t := p.newText(bytes.TrimSpace(line))
		t.SetSoftLineBreak(i < len(lines)-1)
		paragraph.AppendChild(paragraph, t)
	}
	replace(n, paragraph)
}

// inlineHTML finishes a tag, or something like one, in running text.
func (p *pass) inlineHTML(n *ast.RawHTML, open *openTags) {
	raw := n.Segments.Value(p.source)
	switch {
	case bytes.HasPrefix(raw, commentStart):
		n.Parent().RemoveChild(n.Parent(), n)
	case p.options.Sanitize:
		replace(n, p.clean(n, raw, htmlPlace{open: open}))
	default:
		p.refuse(n.Pos(), raw)
		shown := &verbatim{}
		for i := range n.Segments.Len() {
			shown.segments = append(shown.segments, n.Segments.At(i))
		}
		replace(n, shown)
		p.showVerbatim(shown)
	}
}

// refuse reports raw HTML: an element once, by its first tag.
func (p *pass) refuse(offset int, raw []byte) {
	name, closing := tagName(raw)
	if closing && p.shown[name] {
		return
	}
	if p.shown == nil {
		p.shown = make(map[string]bool)
	}
	p.shown[name] = true
	p.report(offset, diag.HTMLRefused, excerpt(raw))
}

// tagName returns the name of the tag that raw begins with, "" where it is none.
func tagName(raw []byte) (name string, closing bool) {
	start := 1
	if len(raw) > 1 && raw[1] == '/' {
		start, closing = 2, true
	}
	end := start
	for end < len(raw) && util.IsAlphaNumeric(raw[end]) {
		end++
	}
	if start >= len(raw) {
		return "", false
	}
	return string(bytes.ToLower(raw[start:end])), closing
}
