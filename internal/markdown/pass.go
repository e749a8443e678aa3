package markdown

import (
	"bytes"
	"slices"
	"sort"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// pass is one reading of one body: what its parsers and its walk share.
type pass struct {
	file    string
	line    int // of the file, where the body begins
	options Options
	words   *words
	tongue  string // language of the block being walked

	source []byte // the body, then what typesetting changed
	body   int    // its length
	starts []int  // where the body's lines begin; made when first needed
	last   place  // that was asked for
	hints  hints
	diags  diag.List
	facts  Facts
	ids    idSet

	refs      []ast.Node // of each of facts.Refs
	headings  []*ast.Heading
	footnotes []*extast.Footnote
	notes     int  // boxes so far
	tables    int  // captions so far
	pictured  bool // the first picture has been met

	tooDeep   bool
	involved  bool     // some paragraph has too many marks
	marked    ast.Node // the block whose marks are being counted
	marks     int
	openCodes [len(shortcodeMarks)]int // up to where no end of a shortcode was found
	shown     map[string]bool          // HTML elements that were reported

	flat      []byte // the text of the block being typeset
	pieces    []piece
	protected []protection
	quotes    []lang.Edit // straight marks, by place in the body
	edits     []lang.Edit
	spans     []ast.Node // with another language, to be typeset later
}

// place is an offset of the body with its line and column.
type place struct {
	offset int
	diag.Pos
}

// hints are cheap signs that something may occur in a body at all.
type hints struct{ brace, address, caret, reference bool }

func hintsOf(body []byte) hints {
	return hints{
		brace:     bytes.IndexByte(body, '{') >= 0,
		address:   bytes.IndexByte(body, '@') >= 0 || bytes.Contains(body, www) || bytes.Contains(body, schemeMark),
		caret:     bytes.Contains(body, []byte("[^")),
		reference: bytes.Contains(body, []byte("][")),
	}
}

// newPass returns a pass over a body. The source keeps room behind the body
// for what typesetting will add.
func newPass(file string, body []byte, line int, o Options) *pass {
	source := make([]byte, len(body), len(body)+len(body)/4+128)
	copy(source, body)
	return &pass{
		file: file, line: line, options: o, words: wordsIn(o.Language), tongue: o.Language,
		source: source, body: len(body), hints: hintsOf(body),
	}
}

// parse runs goldmark.
func (p *pass) parse() ast.Node {
	context := parser.NewContext(parser.WithIDs(noIDs{}))
	context.Set(passKey, p)
	return bodyParser().Parse(text.NewReader(p.source), parser.WithContext(context))
}

// report records a finding at an offset of the body.
func (p *pass) report(offset int, code diag.Code, args ...any) {
	p.diags.Report(p.file, p.pos(offset), code, args...)
}

// pos returns the place of an offset of the body.
func (p *pass) pos(offset int) diag.Pos {
	if p.starts == nil {
		p.starts = append(p.starts, 0)
		for i, c := range p.source[:p.body] {
			if c == '\n' {
				p.starts = append(p.starts, i+1)
			}
		}
	}
	offset = min(max(offset, 0), p.body)
	line := sort.Search(len(p.starts), func(i int) bool { return p.starts[i] > offset }) - 1
	from := place{offset: p.starts[line], Pos: diag.Pos{Line: p.line + line, Col: 1}}
	if last := p.last; last.Line == from.Line && last.offset <= offset {
		from = last // lines may be long, and findings many
	}
	from.Col += utf8.RuneCount(p.source[from.offset:offset])
	from.offset = offset
	p.last = from
	return from.Pos
}

// findings returns what was found, in the order of the file.
func (p *pass) findings() diag.List {
	slices.SortStableFunc(p.diags, func(a, b diag.Diagnostic) int {
		if a.Pos.Line != b.Pos.Line {
			return a.Pos.Line - b.Pos.Line
		}
		return a.Pos.Col - b.Pos.Col
	})
	return p.diags
}

// excerpt returns text for a message: one line, not too long.
func excerpt(b []byte) string {
	const most = 60 // characters
	words := bytes.Join(bytes.Fields(b), []byte{' '})
	if utf8.RuneCount(words) > most {
		return string([]rune(string(words))[:most]) + "…"
	}
	return string(words)
}
