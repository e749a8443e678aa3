package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"stadtbote/internal/diag"
)

// Attributes stand in curly brackets: {lang=en}, {#name .class title="…"}.
// They belong to
//   - the heading in whose line they stand last,
//   - the block above, where they have a line of their own,
//   - the link, picture, emphasis or code right before them,
//   - the text in square brackets right before them, which becomes a Span.

// attributeLines is the parser of lines that hold nothing but attributes.
type attributeLines struct{}

// Trigger implements parser.BlockParser.
func (attributeLines) Trigger() []byte { return []byte{'{'} }

// Open implements parser.BlockParser.
func (attributeLines) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	start := pc.BlockOffset()
	if start < 0 {
		return nil, parser.NoChildren
	}
	written := bytes.TrimRight(line[start:], " \t\n")
	attributes, length := parseAttributes(written)
	if length == 0 || length != len(written) {
		return nil, parser.NoChildren
	}
	node := &attributeLine{}
	for _, attribute := range attributes {
		node.SetAttribute(attribute.Name, attribute.Value)
	}
	node.Lines().Append(segment.TrimRightSpace(reader.Source()))
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

// Continue implements parser.BlockParser.
func (attributeLines) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}

// Close implements parser.BlockParser.
func (attributeLines) Close(ast.Node, text.Reader, parser.Context) {}

// CanInterruptParagraph implements parser.BlockParser.
func (attributeLines) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements parser.BlockParser.
func (attributeLines) CanAcceptIndentedLine() bool { return false }

// parseAttributes reads attributes at the beginning of b and returns how many
// bytes they take, 0 where there are none.
func parseAttributes(b []byte) (parser.Attributes, int) {
	if len(b) < 3 || b[0] != '{' || b[1] == '{' || b[1] == '%' {
		return nil, 0
	}
	end := bytes.IndexByte(b, '\n')
	if end < 0 {
		end = len(b)
	}
	reader := text.NewReader(b[:end])
	attributes, ok := parser.ParseAttributes(reader)
	if !ok || len(attributes) == 0 {
		return nil, 0
	}
	_, at := reader.Position()
	return attributes, at.Start
}

// attach gives attributes to a node and reports at offset what is wrong with them.
func (p *pass) attach(n ast.Node, attributes parser.Attributes, offset int) {
	for _, attribute := range attributes {
		n.SetAttribute(attribute.Name, attribute.Value)
	}
	p.settle(n, offset)
}

// settle keeps of a node's attributes what may be published. Ids of headings
// are settled with the heading.
func (p *pass) settle(n ast.Node, offset int) {
	written := slices.Clone(n.Attributes())
	n.RemoveAttributes()
	for _, attribute := range written {
		value, ok := attribute.Value.([]byte)
		name := strings.ToLower(string(attribute.Name))
		if !ok || !allowed(name, value) {
			if name == "lang" {
				p.report(offset, diag.LanguageUnknown, excerpt(value))
			} else {
				p.report(offset, diag.AttributeUnknown, name)
			}
			continue
		}
		if name == "id" {
			value = p.anchor(n, string(value), offset)
		}
		n.SetAttributeString(name, value)
	}
}

// allowed reports whether an attribute may be published.
func allowed(name string, value []byte) bool {
	switch name {
	case "class", "title", "id":
		return len(value) > 0
	case "dir":
		return string(value) == "ltr" || string(value) == "rtl" || string(value) == "auto"
	case "lang":
		return isLanguage(value)
	}
	return false
}

// anchor returns the id that a node gets for the one its author gave it.
func (p *pass) anchor(n ast.Node, written string, offset int) []byte {
	id := p.ids.take(written)
	if id != written {
		p.report(offset, diag.IDTaken, written, id)
	}
	if n.Kind() != ast.KindHeading {
		p.facts.Anchors = append(p.facts.Anchors, id)
	}
	return []byte(id)
}

// isLanguage reports whether b looks like a language tag: de, en-GB, sr-Latn.
func isLanguage(b []byte) bool {
	for i, part := range bytes.Split(b, []byte{'-'}) {
		if len(part) < 2 || len(part) > 8 || i == 0 && len(part) > 3 {
			return false
		}
		for _, c := range part {
			if !util.IsAlphaNumeric(c) || i == 0 && util.IsNumeric(c) {
				return false
			}
		}
	}
	return true
}

// attribute returns a node's attribute as text, "" where it has none.
func attribute(n ast.Node, name string) string {
	if n.Attributes() == nil {
		return ""
	}
	value, _ := n.AttributeString(name)
	written, _ := value.([]byte)
	return string(written)
}
