package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"stadtbote/internal/diag"
)

// inlineBlock finishes a block that holds text: first what stands in it, then
// the typography of the whole.
func (p *pass) inlineBlock(n ast.Node) {
	if n.FirstChild() == nil {
		return
	}
	p.inlines(n, nil)
	p.typeset(n)
}

// inlines finishes the inline nodes within a node. link is the link that all
// this stands in, if any.
func (p *pass) inlines(parent, link ast.Node) {
	p.texts(parent, link)
	open := p.newOpenTags()
	for n := parent.FirstChild(); n != nil; {
		n = p.inline(n, link, open)
	}
	if rest := open.closing(false); rest != nil {
		parent.AppendChild(parent, rest)
	}
}

// inline finishes one inline node and returns the one to go on with.
func (p *pass) inline(n, link ast.Node, open *openTags) ast.Node {
	next := n.NextSibling()
	switch n := n.(type) {
	case *ast.Text, *ast.CodeSpan, *HTML, *extast.TaskCheckBox, *extast.FootnoteBacklink:
	case *ast.Link:
		return p.link(n)
	case *ast.Image:
		p.image(n)
	case *ast.AutoLink:
		p.autoLink(n, link)
	case *ast.RawHTML:
		p.inlineHTML(n, open)
	case *verbatim:
		p.showVerbatim(n)
	case *extast.FootnoteLink:
		if link != nil { // a link within a link is none
			link.Parent().InsertAfter(link.Parent(), link, n)
		}
	case *ast.Emphasis:
		p.facts.HasItalic = p.facts.HasItalic || n.Level == 1
		p.inlines(n, link)
	default:
		p.inlines(n, link)
	}
	return next
}

// texts joins the pieces of text that goldmark left side by side, and finds in
// them what its parsers do not know.
func (p *pass) texts(parent, link ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		t, ok := n.(*ast.Text)
		if !ok {
			continue
		}
		for !t.SoftLineBreak() && !t.HardLineBreak() {
			neighbour, ok := t.NextSibling().(*ast.Text)
			if !ok || !t.Merge(neighbour, p.source) {
				break
			}
			parent.RemoveChild(parent, neighbour)
		}
	}
	if p.hints.brace {
		p.attributesBehind(parent)
		p.bracketed(parent)
	}
	if p.hints.address && link == nil {
		p.bare(parent)
	}
	if (p.hints.caret || p.hints.reference) && !p.involved {
		p.dangling(parent)
	}
}

// attributesBehind gives links, pictures, emphasis and code the attributes
// right behind them.
func (p *pass) attributesBehind(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		t, ok := n.NextSibling().(*ast.Text)
		if !ok {
			continue
		}
		switch n.Kind() {
		case ast.KindLink, ast.KindImage, ast.KindAutoLink, ast.KindEmphasis, ast.KindCodeSpan, extast.KindStrikethrough:
			attributes, length := parseAttributes(t.Segment.Value(p.source))
			if length > 0 && t.Segment.Padding == 0 {
				p.attach(n, attributes, t.Segment.Start)
				t.Segment = t.Segment.WithStart(t.Segment.Start + length)
				if t.Segment.IsEmpty() && !t.SoftLineBreak() && !t.HardLineBreak() {
					parent.RemoveChild(parent, t)
				}
			}
		}
	}
}

// dangling reports footnotes and link targets that are not there.
func (p *pass) dangling(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		t, ok := n.(*ast.Text)
		if !ok || t.Segment.Padding > 0 {
			continue
		}
		value := t.Segment.Value(p.source)
		for i := 0; i+2 < len(value); i++ {
			if value[i] == '\\' {
				i++
				continue
			}
			footnote := value[i] == '[' && value[i+1] == '^'
			if !footnote && (value[i] != ']' || value[i+1] != '[' || bytes.IndexByte(value[:i], '[') < 0) {
				continue
			}
			length := bytes.IndexAny(value[i+2:], "[]\n")
			if length <= 0 || value[i+2+length] != ']' {
				continue
			}
			label := excerpt(value[i+2 : i+2+length])
			if footnote {
				p.report(t.Segment.Start+i, diag.FootnoteUndefined, label)
			} else if label != "" {
				p.report(t.Segment.Start+i+1, diag.ReferenceUndefined, label)
			}
			i += 2 + length
		}
	}
}

// showVerbatim shows as text what means nothing to us.
func (p *pass) showVerbatim(n *verbatim) {
	parent := n.Parent()
	for i, segment := range n.segments {
		segment = segment.TrimRightSpace(p.source)
		t := ast.NewRawTextSegment(segment)
		t.SetSoftLineBreak(i < len(n.segments)-1)
		parent.InsertBefore(parent, n, t)
	}
	parent.RemoveChild(parent, n)
}
