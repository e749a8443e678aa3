package markdown

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"stadtbote/internal/diag"
)

// walk finishes the tree that goldmark made.
func (p *pass) walk(root ast.Node) {
	p.blocks(root)
	p.levels()
	p.unusedFootnotes()
}

// blocks finishes the blocks within a block.
func (p *pass) blocks(parent ast.Node) {
	open := p.newOpenTags()
	for n := parent.FirstChild(); n != nil; {
		p.attributesBelow(n)
		tongue := p.tongue
		if language := attribute(n, "lang"); language != "" {
			p.tongue = language
		}
		next := p.block(n, open)
		p.tongue = tongue
		n = next
	}
	if rest := open.closing(true); rest != nil {
		parent.AppendChild(parent, rest)
	}
}

// attributesBelow gives a block the attributes on the line below it.
func (p *pass) attributesBelow(n ast.Node) {
	line, ok := n.NextSibling().(*attributeLine)
	if !ok || line.HasBlankPreviousLines() || n.Kind() == kindAttributeLine {
		return
	}
	moveAttributes(n, line)
	if n.Kind() != ast.KindHeading { // settles them itself
		p.settle(n, line.Lines().At(0).Start)
	}
	line.Parent().RemoveChild(line.Parent(), line)
}

// block finishes one block and returns the one to go on with.
func (p *pass) block(n ast.Node, open *openTags) ast.Node {
	next := n.NextSibling()
	switch n := n.(type) {
	case *ast.Heading:
		return p.heading(n)
	case *ast.Paragraph:
		return p.paragraph(n)
	case *ast.Blockquote:
		return p.quote(n)
	case *extast.Table:
		p.facts.HasTable = true
		p.captionBelow(n)
		next = n.NextSibling()
		p.blocks(n)
	case *ast.TextBlock, *extast.TableCell, *extast.DefinitionTerm, *Caption, *QuoteSource:
		p.inlineBlock(n)
	case *ast.HTMLBlock:
		p.htmlBlock(n, open)
	case *attributeLine:
		p.lostAttributes(n)
	case *ast.LinkReferenceDefinition:
		n.Parent().RemoveChild(n.Parent(), n)
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.ThematicBreak, *HTML:
	case *extast.Footnote:
		p.facts.Footnotes++
		p.blocks(n)
	default:
		p.blocks(n)
	}
	return next
}

// paragraph finishes a paragraph, which may turn out to be something else.
func (p *pass) paragraph(n *ast.Paragraph) ast.Node {
	next := n.NextSibling()
	if table, ok := next.(*extast.Table); ok && p.isCaption(n) {
		p.caption(table, n)
		return table
	}
	p.inlineBlock(n)
	if image, ok := n.FirstChild().(*ast.Image); ok && image.NextSibling() == nil {
		figure := &Figure{}
		figure.SetBlankPreviousLines(n.HasBlankPreviousLines())
		figure.SetPos(n.Pos())
		moveAttributes(figure, n)
		replace(n, figure)
		figure.AppendChild(figure, image)
	}
	return next
}

// lostAttributes shows as text the attributes that belong to nothing.
func (p *pass) lostAttributes(n *attributeLine) {
	line := n.Lines().At(0)
	p.report(line.Start, diag.AttributeLost, excerpt(line.Value(p.source)))
	paragraph := ast.NewParagraph()
	paragraph.Lines().Append(line)
	paragraph.AppendChild(paragraph, ast.NewRawTextSegment(line))
	replace(n, paragraph)
}

// replace puts a node into the place of another one.
func replace(old, insertee ast.Node) {
	parent := old.Parent()
	parent.InsertBefore(parent, old, insertee)
	parent.RemoveChild(parent, old)
}

// adopt appends a node and all its later siblings to another parent.
func adopt(parent, first ast.Node) {
	for n := first; n != nil; {
		next := n.NextSibling()
		parent.AppendChild(parent, n)
		n = next
	}
}

// moveAttributes gives one node the attributes of another.
func moveAttributes(to, from ast.Node) {
	for _, attribute := range from.Attributes() {
		to.SetAttribute(attribute.Name, attribute.Value)
	}
}
