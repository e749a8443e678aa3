package markdown

import (
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// bodyParser parses all bodies. It keeps nothing from one to the next, so any
// number of goroutines may use it.
var bodyParser = sync.OnceValue(newParser)

// passKey is where goldmark's parsers find the pass they work for.
var passKey = parser.NewContextKey()

// passOf returns the pass that a parser works for. Without one the parser is
// goldmark's as CommonMark wants it: bare addresses are text.
func passOf(pc parser.Context) *pass {
	p, _ := pc.Get(passKey).(*pass)
	return p
}

// newParser returns goldmark's parser with its extensions and ours. The
// numbers are priorities: the lowest is asked first.
func newParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(attributeLines{}, 50),
			util.Prioritized(parser.NewSetextHeadingParser(parser.WithHeadingAttribute()), 100),
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(nested{parser.NewListParser()}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(parser.WithHeadingAttribute()), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(nested{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(footnotes{nested{extension.NewFootnoteBlockParser()}}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(shortcodes{}, 50),
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(counted{extension.NewFootnoteParser()}, 101),
			util.Prioritized(links{counted{parser.NewLinkParser()}}, 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(counted{parser.NewRawHTMLParser()}, 400),
			util.Prioritized(counted{parser.NewEmphasisParser()}, 500),
			util.Prioritized(counted{extension.NewStrikethroughParser()}, 501),
			util.Prioritized(counted{bareAddresses{}}, 999),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(definitions{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(tables{extension.NewTableParagraphTransformer()}, 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)
}

// noIDs is goldmark's collection of ids, which we do not use: headings get
// theirs when their text is known.
type noIDs struct{}

func (noIDs) Generate([]byte, ast.NodeKind) []byte { return nil }

func (noIDs) Put([]byte) {}
