package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// plain returns the text within a node, as one line.
func plain(n ast.Node, source []byte) string {
	var b strings.Builder
	writePlain(&b, n, source)
	return b.String()
}

// writePlain writes the text within a node, pictures by their description.
func writePlain(b *strings.Builder, n ast.Node, source []byte) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.Write(c.Segment.Value(source))
			if c.SoftLineBreak() || c.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.CodeSpan:
			b.Write(codeText(c, source))
		case *ast.AutoLink:
			b.Write(c.Label(source))
		case *HTML:
			b.WriteString(c.Words)
		case *extast.FootnoteLink, *extast.FootnoteBacklink:
		default:
			writePlain(b, c, source)
		}
	}
}

// codeText returns the text of a piece of code, as one line.
func codeText(n *ast.CodeSpan, source []byte) []byte {
	var code []byte
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			code = append(code, t.Segment.Value(source)...)
		}
	}
	for i, c := range code {
		if c == '\n' {
			code[i] = ' '
		}
	}
	return code
}

// PlainText returns the text without any markup, a line for each paragraph,
// heading, list item, table cell or line of code. Footnotes come last.
func (d *Document) PlainText() string {
	var b strings.Builder
	d.plainBlocks(&b, d.root)
	return b.String()
}

func (d *Document) plainBlocks(b *strings.Builder, parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			for i := range n.Lines().Len() {
				line := n.Lines().At(i)
				b.Write(line.Value(d.source))
			}
		case *Figure:
			d.plainLine(b, n)
			if title := n.FirstChild().(*ast.Image).Title; len(title) > 0 {
				b.Write(title)
				b.WriteByte('\n')
			}
		case *HTML:
			if n.Words != "" {
				b.WriteString(n.Words)
				b.WriteByte('\n')
			}
		case *Note:
			b.WriteString(n.Label)
			b.WriteByte('\n')
			d.plainBlocks(b, n)
		default:
			if n.Type() == ast.TypeBlock && n.HasChildren() && n.FirstChild().Type() == ast.TypeInline {
				d.plainLine(b, n)
			} else {
				d.plainBlocks(b, n)
			}
		}
	}
}

// plainLine writes the text of one block and ends the line.
func (d *Document) plainLine(b *strings.Builder, n ast.Node) {
	before := b.Len()
	writePlain(b, n, d.source)
	if b.Len() > before {
		b.WriteByte('\n')
	}
}
