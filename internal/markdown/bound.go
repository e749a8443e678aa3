package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"stadtbote/internal/diag"
)

// What goldmark does takes time in proportion to the text, save in a few
// cases, which no author meets and which would stop a build: there it is
// quadratic. Beyond these bounds its parsers are not asked, and the author is
// told. The numbers leave a body of any size that a person wrote alone.
const (
	mostNested = 100    // lists and quotations within each other
	mostMarks  = 3_000  // marks in one paragraph: stars, brackets, tags
	mostCells  = 50_000 // cells of one table
	mostLines  = 5_000  // lines of one paragraph that may define link targets
)

// nested is a parser of blocks that contain blocks.
type nested struct{ parser.BlockParser }

// Open implements parser.BlockParser.
func (b nested) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if len(pc.OpenedBlocks()) >= 2*mostNested { // a list and its item are two
		if p := passOf(pc); p != nil && !p.tooDeep {
			p.tooDeep = true
			_, at := reader.Position()
			p.report(at.Start, diag.NestedTooDeep, mostNested)
		}
		return nil, parser.NoChildren
	}
	return b.BlockParser.Open(parent, reader, pc)
}

// counted is a parser of inline marks.
type counted struct{ parser.InlineParser }

// Parse implements parser.InlineParser.
func (i counted) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if p := passOf(pc); p != nil && p.tooMany(parent, block) {
		return nil
	}
	return i.InlineParser.Parse(parent, block, pc)
}

// tooMany counts the marks of one block and tells when there are too many.
func (p *pass) tooMany(parent ast.Node, block text.Reader) bool {
	if p.marked != parent {
		p.marked, p.marks = parent, 0
	}
	p.marks++
	if p.marks == mostMarks+1 {
		p.involved = true
		_, at := block.Position()
		p.report(at.Start, diag.ParagraphTooInvolved, mostMarks)
	}
	return p.marks > mostMarks
}

// links is the parser of links, which also wants to know when a block ends.
type links struct{ counted }

// CloseBlock implements parser.CloseBlocker.
func (l links) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	l.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}

// footnotes remembers every footnote that is opened, to tell of those that
// nobody refers to.
type footnotes struct{ nested }

// Open implements parser.BlockParser.
func (f footnotes) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	node, state := f.nested.Open(parent, reader, pc)
	if note, ok := node.(*extast.Footnote); ok {
		if p := passOf(pc); p != nil {
			p.footnotes = append(p.footnotes, note)
		}
	}
	return node, state
}

// definitions finds the targets of links at the head of a paragraph.
type definitions struct{ parser.ParagraphTransformer }

// Transform implements parser.ParagraphTransformer.
func (d definitions) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	first := lines.At(0)
	if line := bytes.TrimLeft(reader.Source()[first.Start:first.Stop], " \t"); len(line) == 0 || line[0] != '[' {
		return // spares a reader and two slices for every paragraph
	}
	if lines.Len() > mostLines {
		if p := passOf(pc); p != nil {
			p.report(first.Start, diag.ParagraphTooInvolved, mostLines)
		}
		return
	}
	d.ParagraphTransformer.Transform(node, reader, pc)
}

// tables makes tables of paragraphs that look like one. A row may leave out
// its cells, and goldmark fills them in: a few bytes would make millions.
type tables struct{ parser.ParagraphTransformer }

// Transform implements parser.ParagraphTransformer.
func (t tables) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	columns := 0
	for i := 1; i < lines.Len() && columns == 0; i++ {
		line := lines.At(i)
		columns = tableColumns(reader.Source()[line.Start:line.Stop])
	}
	if columns == 0 {
		return
	}
	if columns*lines.Len() > mostCells {
		if p := passOf(pc); p != nil {
			p.report(lines.At(0).Start, diag.TableTooLarge, mostCells)
		}
		return
	}
	t.ParagraphTransformer.Transform(node, reader, pc)
}

// tableColumns returns how many columns the line below a table's head makes,
// 0 where it is no such line.
func tableColumns(line []byte) int {
	for _, c := range line {
		switch c {
		case '-', ':', '|', ' ', '\t', '\n':
		default:
			return 0
		}
	}
	return bytes.Count(line, []byte{'|'}) + 1
}
