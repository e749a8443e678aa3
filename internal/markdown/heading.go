package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

const deepest = 6

// heading finishes a heading and returns the block after it.
func (p *pass) heading(n *ast.Heading) ast.Node {
	next := n.NextSibling()
	if n.Attributes() != nil {
		p.settle(n, n.Pos())
	}
	p.inlineBlock(n)
	words := plain(n, p.source)
	if strings.TrimSpace(words) == "" && !holdsImage(n) {
		p.report(n.Pos(), diag.HeadingEmpty)
		n.Parent().RemoveChild(n.Parent(), n)
		return next
	}
	id := attribute(n, "id")
	if id == "" {
		slug := lang.Slug(words)
		if slug == "" {
			slug = p.words.headingID
		}
		id = p.ids.take(slug)
		n.SetAttributeString("id", []byte(id))
	}
	p.headings = append(p.headings, n)
	p.facts.Headings = append(p.facts.Headings, Heading{Level: n.Level, ID: id, Text: words, Pos: p.pos(n.Pos())})
	return next
}

// holdsImage reports whether a picture stands in a block.
func holdsImage(n ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == ast.KindImage || holdsImage(c) {
			return true
		}
	}
	return false
}

// levels moves the headings so that the highest is on level 2, and reports
// where a level is skipped.
func (p *pass) levels() {
	if len(p.headings) == 0 {
		return
	}
	highest := deepest
	for _, n := range p.headings {
		highest = min(highest, n.Level)
	}
	before, told := 1, highest == 2
	for i, n := range p.headings {
		heading := &p.facts.Headings[i]
		if n.Level == highest && !told {
			told = true
			p.diags.Report(p.file, heading.Pos, diag.HeadingsShifted, highest, strings.Repeat("#", highest))
		}
		n.Level += 2 - highest
		if n.Level > deepest {
			p.diags.Report(p.file, heading.Pos, diag.HeadingTooDeep, heading.Text)
			n.Level = deepest
		}
		heading.Level = n.Level
		if n.Level > before+1 {
			p.diags.Report(p.file, heading.Pos, diag.HeadingSkipped, before, n.Level, heading.Text)
		}
		before = n.Level
	}
}
