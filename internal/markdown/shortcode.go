package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"stadtbote/internal/diag"
)

// shortcodeMarks are how instructions for Hugo, Jekyll and others begin and
// end. The longer ones come first.
var shortcodeMarks = [...]struct{ open, close []byte }{
	{[]byte("{{<"), []byte(">}}")},
	{[]byte("{{%"), []byte("%}}")},
	{[]byte("{{"), []byte("}}")},
	{[]byte("{%"), []byte("%}")},
}

// shortcodes is the parser of instructions for other generators: they are
// reported and shown as text, HTML within them included.
type shortcodes struct{}

// Trigger implements parser.InlineParser.
func (shortcodes) Trigger() []byte { return []byte{'{'} }

// Parse implements parser.InlineParser.
func (shortcodes) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	p := passOf(pc)
	if p == nil || !p.options.Shortcodes {
		return nil
	}
	line, _ := block.PeekLine()
	for i := range shortcodeMarks {
		if bytes.HasPrefix(line, shortcodeMarks[i].open) {
			return p.shortcode(block, i)
		}
	}
	return nil
}

// shortcode reads on to the end of a shortcode, over several lines if need be.
func (p *pass) shortcode(block text.Reader, kind int) ast.Node {
	line, segment := block.PeekLine()
	if segment.Start < p.openCodes[kind] {
		return nil // it was looked for already, from farther left
	}
	begin, begun := block.Position()
	start, skip := segment.Start, len(shortcodeMarks[kind].open)
	node := &verbatim{}
	for line != nil {
		if end := bytes.Index(line[skip:], shortcodeMarks[kind].close); end >= 0 {
			end += skip + len(shortcodeMarks[kind].close)
			node.segments = append(node.segments, segment.WithStop(segment.Start+end))
			block.Advance(end)
			p.report(start, diag.Shortcode, excerpt(p.source[start:segment.Start+end]))
			return node
		}
		node.segments = append(node.segments, segment)
		p.openCodes[kind] = segment.Stop
		block.AdvanceLine()
		line, segment = block.PeekLine()
		skip = 0
	}
	block.SetPosition(begin, begun)
	return nil
}

// isShortcode reports whether an address is one for another generator to make.
func isShortcode(address []byte) bool {
	return bytes.Contains(address, []byte("{{")) || bytes.Contains(address, []byte("{%"))
}
