package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// A paragraph right before or right behind a table that begins with
// "Tabelle:" (or "Table:") is its caption.

// isCaption reports whether a paragraph is one.
func (p *pass) isCaption(n *ast.Paragraph) bool { return p.captionPrefix(n) > 0 }

// captionPrefix returns the offset behind "Tabelle:", 0 where a paragraph does
// not begin with it.
func (p *pass) captionPrefix(n *ast.Paragraph) int {
	line := n.Lines().At(0)
	for _, prefix := range p.words.tablePrefix {
		rest, found := bytes.CutPrefix(p.source[line.Start:line.Stop], []byte(prefix))
		if found && len(bytes.TrimSpace(rest)) > 0 {
			return line.Start + len(prefix)
		}
	}
	return 0
}

// captionBelow looks for the caption behind a table that has none yet.
func (p *pass) captionBelow(table *extast.Table) {
	if table.FirstChild().Kind() == KindCaption {
		return
	}
	if n, ok := table.NextSibling().(*ast.Paragraph); ok && p.isCaption(n) {
		if _, another := n.NextSibling().(*extast.Table); !another {
			p.caption(table, n)
		}
	}
}

// caption makes a paragraph the caption of a table.
func (p *pass) caption(table *extast.Table, n *ast.Paragraph) {
	p.cutText(n, p.captionPrefix(n))
	p.tables++
	caption := &Caption{ID: p.ids.take(p.options.IDPrefix + p.words.tableID + strconv.Itoa(p.tables))}
	caption.SetPos(n.Pos())
	adopt(caption, n.FirstChild())
	n.Parent().RemoveChild(n.Parent(), n)
	table.InsertBefore(table, table.FirstChild(), caption)
}

// RowsHaveHeads reports whether the first column of a table names its rows:
// there are others, it is not aligned like numbers, and no field of it is empty.
func RowsHaveHeads(table *extast.Table) bool {
	if len(table.Alignments) < 2 || table.Alignments[0] == extast.AlignRight || table.Alignments[0] == extast.AlignCenter {
		return false
	}
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		if row.Kind() == extast.KindTableRow && (row.FirstChild() == nil || !row.FirstChild().HasChildren()) {
			return false
		}
	}
	return true
}
