package markdown

import (
	"github.com/yuin/goldmark/ast"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// Document is a parsed body. It never changes.
type Document struct {
	root    ast.Node
	source  []byte
	facts   Facts
	refs    []ast.Node
	options Options
	words   *words
	quotes  []lang.Edit
}

// Parse reads a body that begins at the given line of the file. Findings name
// lines and columns of the whole file. Any bytes are a body: what is wrong
// with it is told, and the rest is there.
func Parse(file string, body []byte, line int, o Options) (*Document, diag.List) {
	p := newPass(file, body, line, o)
	root := p.parse()
	p.walk(root)
	return &Document{
		root: root, source: p.source, facts: p.facts, refs: p.refs, options: o, words: p.words, quotes: p.quotes,
	}, p.findings()
}

// Facts returns what is known of the body without its text.
func (d *Document) Facts() Facts { return d.facts }

// Quotes returns what the straight quotation marks of the body are replaced by,
// in no particular order; places count bytes of the body.
func (d *Document) Quotes() []lang.Edit { return d.quotes }

// Tree returns the finished tree and the source that its segments point into;
// the package's documentation says what is in it.
func (d *Document) Tree() (ast.Node, []byte) { return d.root, d.source }

// RefNodes returns the node of each of Facts.Refs: a link, an image, a bare
// address, or a piece of HTML.
func (d *Document) RefNodes() []ast.Node { return d.refs }
