package markdown

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"stadtbote/internal/diag"
)

// Document is a parsed body.
type Document struct {
	root   ast.Node
	source []byte
	facts  Facts
}

// Parse reads a body that begins at the given line of the file.
func Parse(file string, body []byte, line int, o Options) (*Document, diag.List) {
	root := goldmark.New().Parser().Parse(text.NewReader(body))
	return &Document{root: root, source: body}, nil
}

// Facts returns what is known of the body without its text.
func (d *Document) Facts() Facts { return d.facts }

// Fragment returns the finished HTML.
func (d *Document) Fragment() Fragment {
	var buf bytes.Buffer
	if err := goldmark.New().Renderer().Render(&buf, d.source, d.root); err != nil {
		panic("markdown: writing to memory: " + err.Error())
	}
	return Fragment{HTML: buf.Bytes()}
}

// PlainText returns the text without any markup, one block a line.
func (d *Document) PlainText() string { return string(d.source) }

// Tree returns the tree and the source that its texts point into.
func (d *Document) Tree() (ast.Node, []byte) { return d.root, d.source }
