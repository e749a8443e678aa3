package layout

import (
	"slices"

	"stadtbote/internal/typeset/page"
)

// Measures of tables.
var (
	columnGap = pt(100)
	rowAbove  = pt(35)
	rowBelow  = pt(40)
	smallest  = pt(70) // the least width of a column
)

// manyColumns is from how many columns on a table is set small.
const manyColumns = 9

// grid is a table while it is set.
type grid struct {
	table   *Table
	look    look
	cells   []text // row by row, the head first
	least   []page.Unit
	natural []page.Unit
	columns []margins
	gap     page.Unit // between columns
	ends    margins   // of the whole table
}

// setTable sets a table: caption, head, rows. The head is repeated on each
// page that the table reaches.
func (s *Setter) setTable(parent int32, table Table, m margins) {
	if len(table.Columns) == 0 || len(table.Head) == 0 && len(table.Rows) == 0 {
		return
	}
	node := s.doc.Add(parent, page.Table)
	gap := blockGap
	if len(table.Caption) > 0 {
		s.setParagraph(node, table.Caption, m, paragraph{look: labelLook, role: page.Caption, gap: gap, keep: true})
		gap = pt(40)
	}
	mark := s.inline.mark()
	kept := len(s.kept)
	g := &grid{table: &table, look: tableLook, gap: columnGap, ends: m}
	if n := len(table.Columns); n >= manyColumns {
		g.look = smallTableLook
		g.gap = columnGap * manyColumns / 2 / page.Unit(n)
	}
	s.composeGrid(g, s.gridNodes(node, &table))
	s.divideGrid(g)
	s.setGrid(g, gap)
	s.kept = s.kept[:kept]
	s.inline.release(mark)
}

// gridNodes makes the structure of a table and returns the elements of its
// cells, row by row.
func (s *Setter) gridNodes(table int32, t *Table) []int32 {
	var nodes []int32
	var heads []int32
	if len(t.Head) > 0 {
		tr := s.doc.Add(s.doc.Add(table, page.TableHead), page.Row)
		for _, align := range t.Columns {
			th := s.doc.Add(tr, page.HeaderCell)
			a := s.doc.Attr(th)
			a.Scope, a.Align = page.Column, align
			nodes, heads = append(nodes, th), append(heads, th)
		}
	}
	if len(t.Rows) == 0 {
		return nodes
	}
	body := s.doc.Add(table, page.TableBody)
	for range t.Rows {
		tr := s.doc.Add(body, page.Row)
		rowHead := int32(0)
		for c, align := range t.Columns {
			isHead := c == 0 && t.RowHeaders
			cell := s.doc.Add(tr, cellRole(isHead))
			a := s.doc.Attr(cell)
			a.Align = align
			if isHead {
				a.Scope, rowHead = page.RowScope, cell
			}
			if len(heads) > 0 {
				a.Headers = append(a.Headers, heads[c])
			}
			if rowHead != 0 && !isHead {
				a.Headers = append(a.Headers, rowHead)
			}
			nodes = append(nodes, cell)
		}
	}
	return nodes
}

func cellRole(head bool) page.Role {
	if head {
		return page.HeaderCell
	}
	return page.DataCell
}

// composeGrid composes all cells and measures the columns.
func (s *Setter) composeGrid(g *grid, nodes []int32) {
	n := len(g.table.Columns)
	g.least, g.natural = make([]page.Unit, n), make([]page.Unit, n)
	strong := g.look
	strong.face = bold
	row := func(cells []Cell, isHead bool) {
		for c := range n {
			var runs []Run
			if c < len(cells) {
				runs = cells[c]
			}
			l := g.look
			if isHead || c == 0 && g.table.RowHeaders {
				l = strong
			}
			t := s.compose(nodes[len(g.cells)], runs, l)
			g.cells = append(g.cells, t)
			g.least[c] = max(g.least[c], s.least(t))
			g.natural[c] = max(g.natural[c], s.natural(t))
		}
	}
	if len(g.table.Head) > 0 {
		row(g.table.Head, true)
	}
	for _, cells := range g.table.Rows {
		row(cells, false)
	}
}

// divideGrid gives each column its width: what its text needs, if there is
// room; else its longest syllable and a share of the rest, in proportion to
// what it lacks. A wide table may use the margin of pictures, then the left
// column too; at last its words are broken anywhere.
func (s *Setter) divideGrid(g *grid) {
	gaps := g.gap * page.Unit(len(g.natural)-1)
	need, least := sum(g.natural)+gaps, sum(g.least)+gaps
	if need > g.ends.width() && g.ends.end == textEnd {
		g.ends.end = min(rightEdge, max(textEnd, g.ends.x+need))
	}
	if least > g.ends.width() {
		g.ends = margins{leftEdge, rightEdge}
	}
	width := g.ends.width() - gaps
	if least > g.ends.width() {
		s.report(TableTooWide, plain(g.table.Caption), source(g.table))
		share(g.least, max(width, 0))
	} else {
		spread(g.least, g.natural, width)
	}
	x := g.ends.x
	for _, w := range g.least {
		g.columns = append(g.columns, margins{x, x + w})
		x += w + g.gap
	}
	g.ends.end = max(x-g.gap, g.ends.x)
}

// share makes widths add up to the given width, in proportion.
func share(widths []page.Unit, width page.Unit) {
	total := max(sum(widths), 1)
	for i := range widths {
		widths[i] = max(widths[i]*(width-smallest*page.Unit(len(widths)))/total, 0) + smallest
	}
}

// spread raises least towards natural as far as width allows: the columns that
// need little get what they need, the others equal shares of what remains. If
// there is room for all, it is shared out in proportion.
func spread(least, natural []page.Unit, width page.Unit) {
	if need := sum(natural); need <= width {
		for i := range least {
			least[i] = natural[i] + (width-need)*natural[i]/max(need, 1)
		}
		return
	}
	level := page.Unit(0) // no column gets more, unless its longest syllable needs it
	for step := width; step > 0; step /= 2 {
		total := page.Unit(0)
		for i := range least {
			total += max(least[i], min(natural[i], level+step))
		}
		if total <= width {
			level += step
		}
	}
	for i := range least {
		least[i] = max(least[i], min(natural[i], level))
	}
}

func sum(widths []page.Unit) page.Unit {
	total := page.Unit(0)
	for _, w := range widths {
		total += w
	}
	return total
}

// source is the place of the first text of a table.
func source(t *Table) int {
	for _, row := range slices.Concat([][]Cell{t.Head}, t.Rows) {
		for _, c := range row {
			if len(c) > 0 {
				return c[0].Source
			}
		}
	}
	return 0
}

// setGrid sets the rows of a table.
func (s *Setter) setGrid(g *grid, gap page.Unit) {
	n := len(g.table.Columns)
	rule := func(width page.Unit, c page.Color) func(page.Unit) {
		return func(y page.Unit) { s.rule(g.ends.x, g.ends.end, y, width, c) }
	}
	rows := len(g.cells) / n
	head := int32(0)
	for r := range rows {
		line := row{look: g.look, above: rowAbove, below: rowBelow, head: head, rule: rule(hairline, grey)}
		for c := range n {
			cl := cell{text: g.cells[r*n+c], at: place{x: g.columns[c].x, width: g.columns[c].width(), align: g.table.Columns[c]}}
			s.fill(&cl)
			line.cells = append(line.cells, cl)
		}
		isHead := r == 0 && len(g.table.Head) > 0
		if r == 0 {
			line.gap, line.rule = gap, rule(hairline, ink)
		}
		if r == 1 && len(g.table.Head) > 0 {
			line.rule = rule(hairline, ink)
		}
		if r == rows-1 {
			line.ruleBelow = rule(thick, ink)
		}
		line.keep = isHead || r == rows-2 && len(line.cells[0].lines) == 1
		from := len(s.slabs)
		s.setRow(&line)
		if isHead {
			head = s.repeatable(from)
		}
		s.kept = s.kept[:0]
	}
}

// repeatable makes the slabs from an index on, a head row, a table head that
// pages can repeat.
func (s *Setter) repeatable(from int) int32 {
	h := tableHead{items: span2{from: int32(len(s.items))}}
	for _, sl := range s.slabs[from:] {
		for i := sl.items.from; i < sl.items.to; i++ {
			it := s.items[i]
			it.Y += h.height
			it.Leaf, it.Artifact = 0, page.Repeated
			s.items = append(s.items, it)
		}
		h.height += sl.height
	}
	h.items.to = int32(len(s.items))
	s.heads = append(s.heads, h)
	return int32(len(s.heads))
}
