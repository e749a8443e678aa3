package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// Kinds of nodes that the finished tree has beside goldmark's.
var (
	KindNote        = ast.NewNodeKind("Note")
	KindQuoteSource = ast.NewNodeKind("QuoteSource")
	KindFigure      = ast.NewNodeKind("Figure")
	KindCaption     = ast.NewNodeKind("Caption")
	KindSpan        = ast.NewNodeKind("Span")
	KindHTML        = ast.NewNodeKind("HTML")
)

// Kinds that exist only while goldmark parses.
var (
	kindAttributeLine = ast.NewNodeKind("AttributeLine")
	kindVerbatim      = ast.NewNodeKind("Verbatim")
)

// Note is a box beside the text: a quotation that begins with "[!HINWEIS]".
// Its children are blocks.
type Note struct {
	ast.BaseBlock
	Style string // "note", "tip", "important", "warning" or "caution"
	Label string // in the language of the text: "HINWEIS"
	ID    string // of the label
}

// Kind implements ast.Node.
func (*Note) Kind() ast.NodeKind { return KindNote }

// Dump implements ast.Node.
func (n *Note) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Style": n.Style, "Label": n.Label}, nil)
}

// QuoteSource is the last child of a quotation whose author is named, without
// the dash before the name. Its children are inline.
type QuoteSource struct{ ast.BaseBlock }

// Kind implements ast.Node.
func (*QuoteSource) Kind() ast.NodeKind { return KindQuoteSource }

// Dump implements ast.Node.
func (n *QuoteSource) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// Figure is a picture that stands alone in its paragraph. Its only child is
// the *ast.Image; its caption is the image's title.
type Figure struct{ ast.BaseBlock }

// Kind implements ast.Node.
func (*Figure) Kind() ast.NodeKind { return KindFigure }

// Dump implements ast.Node.
func (n *Figure) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// Caption is the first child of a table that has one. Its children are inline.
type Caption struct {
	ast.BaseBlock
	ID string
}

// Kind implements ast.Node.
func (*Caption) Kind() ast.NodeKind { return KindCaption }

// Dump implements ast.Node.
func (n *Caption) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// Span is text in square brackets with attributes behind it:
// [An English sentence.]{lang=en}
type Span struct{ ast.BaseInline }

// Kind implements ast.Node.
func (*Span) Kind() ast.NodeKind { return KindSpan }

// Dump implements ast.Node.
func (n *Span) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// HTML is raw HTML after cleaning, where the site allows it: tags and the text
// between them, inline or as a block. What it opens it need not close: a later
// HTML node of the same parent does.
type HTML struct {
	ast.BaseInline
	Block bool
	Parts []HTMLPart
	Words string // its text, without tags
}

// HTMLPart is a piece of cleaned HTML. Where Ref is not negative, the hole of
// that reference follows it.
type HTMLPart struct {
	HTML []byte
	Ref  int
}

// Kind implements ast.Node.
func (*HTML) Kind() ast.NodeKind { return KindHTML }

// Type implements ast.Node.
func (n *HTML) Type() ast.NodeType {
	if n.Block {
		return ast.TypeBlock
	}
	return ast.TypeInline
}

// Dump implements ast.Node.
func (n *HTML) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Parts": strconv.Itoa(len(n.Parts))}, nil)
}

// Lines implements ast.Node: a piece of HTML has none.
func (*HTML) Lines() *text.Segments { return text.NewSegments() }

// HasBlankPreviousLines implements ast.Node.
func (*HTML) HasBlankPreviousLines() bool { return false }

// attributeLine is a line of its own that gives attributes to the block above.
type attributeLine struct{ ast.BaseBlock }

func (*attributeLine) Kind() ast.NodeKind { return kindAttributeLine }

// IsRaw keeps goldmark from looking for inline markup in the line.
func (*attributeLine) IsRaw() bool { return true }

func (n *attributeLine) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, nil, nil)
}

// verbatim is text that means nothing to us and is shown as it is.
type verbatim struct {
	ast.BaseInline
	segments []text.Segment // one a line
}

func (*verbatim) Kind() ast.NodeKind { return kindVerbatim }

func (n *verbatim) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }
