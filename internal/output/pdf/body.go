package pdf

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"stadtbote/internal/markdown"
	"stadtbote/internal/typeset/layout"
	"stadtbote/internal/typeset/page"
)

// blocks appends the blocks within a node.
func (c *composer) blocks(out []layout.Block, parent ast.Node) []layout.Block {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		out = c.block(out, n)
	}
	return out
}

func (c *composer) block(out []layout.Block, n ast.Node) []layout.Block {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return c.paragraph(out, n)
	case *ast.Heading:
		c.level = min(n.Level, c.level+1) // none is skipped: ISO 14289-1, 7.4.2
		return append(out, layout.Heading{Level: c.level, Text: c.text(n)})
	case *ast.List:
		return append(out, c.list(n))
	case *ast.Blockquote:
		return append(out, c.quote(n))
	case *markdown.Note:
		return append(out, layout.Box{Label: n.Label, Blocks: c.blocks(nil, n)})
	case *markdown.Figure:
		return c.bodyPicture(out, n.FirstChild().(*ast.Image))
	case *extast.Table:
		return append(out, c.table(n))
	case *ast.CodeBlock:
		return append(out, layout.Code{Text: c.lines(n)})
	case *ast.FencedCodeBlock:
		return append(out, layout.Code{Text: c.lines(n)})
	case *ast.ThematicBreak:
		return append(out, layout.Rule{})
	case *extast.DefinitionList:
		return append(out, c.definitions(n))
	case *extast.FootnoteList:
		c.footnotes(n)
		return out
	case *markdown.HTML:
		if words := strings.TrimSpace(n.Words); words != "" {
			return append(out, layout.Paragraph{Text: plainRun(words)})
		}
		return out
	}
	return c.blocks(out, n)
}

// paragraph appends a paragraph; pictures within its text follow it.
func (c *composer) paragraph(out []layout.Block, n ast.Node) []layout.Block {
	if runs := c.text(n); len(runs) > 0 {
		out = append(out, layout.Paragraph{Text: runs})
	}
	_ = ast.Walk(n, func(inner ast.Node, entering bool) (ast.WalkStatus, error) {
		if image, ok := inner.(*ast.Image); ok && entering {
			out = c.bodyPicture(out, image)
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return out
}

// bodyPicture appends a picture of the text. One that cannot be shown on paper
// leaves its description.
func (c *composer) bodyPicture(out []layout.Block, image *ast.Image) []layout.Block {
	ref, ok := c.refs[image]
	if !ok || ref >= len(c.entry.Targets) {
		return out
	}
	figure := layout.Figure{Alt: c.alts[ref].Alt, Caption: plainRun(string(image.Title))}
	return c.figure(out, c.entry.Targets[ref].Picture, figure)
}

func (c *composer) list(n *ast.List) layout.List {
	list := layout.List{Ordered: n.IsOrdered(), Start: n.Start}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		li := layout.ListItem{Task: task(item), Blocks: c.blocks(nil, item)}
		list.Items = append(list.Items, li)
	}
	return list
}

// task tells whether an item begins with a box to tick.
func task(item ast.Node) layout.Task {
	first := item.FirstChild()
	if first == nil {
		return layout.NoTask
	}
	box, ok := first.FirstChild().(*extast.TaskCheckBox)
	switch {
	case !ok:
		return layout.NoTask
	case box.IsChecked:
		return layout.Done
	}
	return layout.Open
}

func (c *composer) quote(n *ast.Blockquote) layout.Quote {
	var q layout.Quote
	for kid := n.FirstChild(); kid != nil; kid = kid.NextSibling() {
		if kid.Kind() == markdown.KindQuoteSource {
			q.Source = c.text(kid)
			continue
		}
		q.Blocks = c.block(q.Blocks, kid)
	}
	return q
}

func (c *composer) table(n *extast.Table) layout.Table {
	t := layout.Table{RowHeaders: markdown.RowsHaveHeads(n)}
	for _, a := range n.Alignments {
		t.Columns = append(t.Columns, aligned(a))
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		switch row.(type) {
		case *markdown.Caption:
			t.Caption = c.text(row)
		case *extast.TableHeader:
			t.Head = c.cells(row, len(t.Columns))
		case *extast.TableRow:
			t.Rows = append(t.Rows, c.cells(row, len(t.Columns)))
		}
	}
	return t
}

// cells are the cells of a row, as many as there are columns.
func (c *composer) cells(row ast.Node, columns int) []layout.Cell {
	cells := make([]layout.Cell, 0, columns)
	for cell := row.FirstChild(); cell != nil && len(cells) < columns; cell = cell.NextSibling() {
		cells = append(cells, c.text(cell))
	}
	for len(cells) < columns {
		cells = append(cells, nil)
	}
	return cells
}

func aligned(a extast.Alignment) page.Align {
	switch a {
	case extast.AlignRight:
		return page.End
	case extast.AlignCenter:
		return page.Center
	}
	return page.Start
}

// lines is program text, without the line feed at its end.
func (c *composer) lines(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(c.source))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func (c *composer) definitions(n ast.Node) layout.Definitions {
	var d layout.Definitions
	for kid := n.FirstChild(); kid != nil; kid = kid.NextSibling() {
		switch kid.(type) {
		case *extast.DefinitionTerm:
			d.Items = append(d.Items, layout.Definition{Term: c.text(kid)})
		case *extast.DefinitionDescription:
			if len(d.Items) == 0 {
				d.Items = append(d.Items, layout.Definition{})
			}
			last := &d.Items[len(d.Items)-1]
			last.Blocks = c.blocks(last.Blocks, kid)
		}
	}
	return d
}

// footnotes keeps the notes, by their numbers.
func (c *composer) footnotes(list ast.Node) {
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		note, ok := n.(*extast.Footnote)
		if !ok || note.Index < 1 {
			continue
		}
		for len(c.notes) < note.Index {
			c.notes = append(c.notes, layout.Note{})
		}
		c.notes[note.Index-1].Blocks = c.blocks(nil, note)
	}
}
