package markdown

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// table writes a table in a box that can be scrolled, by the keyboard too.
func (r *writer) table(n *extast.Table) {
	caption, captioned := n.FirstChild().(*Caption)
	r.write(`<div class="scroll" role="group" tabindex="0" `)
	if captioned {
		r.write(`aria-labelledby="`)
		r.out = appendEscaped(r.out, []byte(caption.ID))
	} else {
		r.write(`aria-label="`)
		r.write(r.words.table)
	}
	r.write("\">\n")
	r.open("table", n)
	r.write("\n")
	rowHeads, within := RowsHaveHeads(n), false
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		switch row := row.(type) {
		case *Caption:
			r.write("<caption")
			r.attribute("id", []byte(row.ID))
			r.write(">")
			r.inlines(row)
			r.write("</caption>\n")
		case *extast.TableHeader:
			r.write("<thead>\n")
			r.row(row, "col", "col")
			r.write("</thead>\n")
		case *extast.TableRow:
			if !within {
				r.write("<tbody>\n")
				within = true
			}
			if rowHeads {
				r.row(row, "row", "")
			} else {
				r.row(row, "", "")
			}
		}
	}
	if within {
		r.write("</tbody>\n")
	}
	r.write("</table>\n</div>\n")
}

// row writes a row. The first cell, and the others, are heads of that scope,
// or ordinary cells where there is none.
func (r *writer) row(n ast.Node, first, others string) {
	r.write("<tr>")
	scope := first
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if cell, ok := c.(*extast.TableCell); ok {
			r.cell(cell, scope)
		}
		scope = others
	}
	r.write("</tr>\n")
}

// cell writes a cell. An empty one is never a head.
func (r *writer) cell(n *extast.TableCell, scope string) {
	tag := "td"
	if scope != "" && n.HasChildren() {
		tag = "th"
	}
	r.write("<")
	r.write(tag)
	if tag == "th" {
		r.attribute("scope", []byte(scope))
	}
	switch n.Alignment {
	case extast.AlignRight:
		r.write(` class="num"`)
	case extast.AlignCenter:
		r.write(` class="center"`)
	}
	r.write(">")
	r.inlines(n)
	r.close(tag)
}
