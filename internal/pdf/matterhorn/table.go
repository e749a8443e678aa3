package matterhorn

import "stadtbote/internal/pdf/cos"

// maxSpan bounds how many rows or columns a cell is believed to cover.
const maxSpan = 1000

// rows are the rows of a table, also those in its head, body and foot.
func rows(table *element) []*element {
	var list []*element
	for _, kid := range table.kids {
		switch kid.kind {
		case "TR":
			list = append(list, kid)
		case "THead", "TBody", "TFoot":
			for _, row := range kid.kids {
				if row.kind == "TR" {
					list = append(list, row)
				}
			}
		}
	}
	return list
}

// checkGrid demands that the cells, with what they cover, make a rectangle.
func (c *checker) checkGrid(table *element) {
	width := -1
	var below []int // by column: how many rows a cell still covers
	for _, row := range rows(table) {
		below = c.placeCells(row, below)
		covered := 0
		for i, rest := range below {
			if rest > 0 {
				covered++
				below[i]--
			}
		}
		if width >= 0 && covered != width {
			c.fail("09-004", "rows of different length")
			return
		}
		width = covered
	}
}

// placeCells puts the cells of a row into the columns that are free.
func (c *checker) placeCells(row *element, below []int) []int {
	column := 0
	for _, cell := range row.kids {
		if cell.kind != "TH" && cell.kind != "TD" {
			continue
		}
		for column < len(below) && below[column] > 0 {
			column++
		}
		down := c.span(cell, "RowSpan")
		for range c.span(cell, "ColSpan") {
			if column == len(below) {
				below = append(below, 0)
			}
			below[column] = max(below[column], down)
			column++
		}
	}
	return below
}

func (c *checker) span(cell *element, key cos.Name) int {
	n, ok := c.file.Integer(c.attribute(cell, "Table", key))
	if !ok {
		return 1
	}
	return max(1, min(n, maxSpan))
}

// attribute is the value of an attribute of an owner, nil if it is not set
// (ISO 32000-1, 14.7.5).
func (c *checker) attribute(e *element, owner, key cos.Name) cos.Object {
	if v := c.attributeIn(e.dict["A"], owner, key); v != nil {
		return v
	}
	classes := c.file.Dict(c.root.dict["ClassMap"])
	names := c.file.Array(e.dict["C"])
	if n := c.file.Name(e.dict["C"]); n != "" {
		names = cos.Array{n}
	}
	for _, n := range names {
		if v := c.attributeIn(classes[c.file.Name(n)], owner, key); v != nil {
			return v
		}
	}
	return nil
}

func (c *checker) attributeIn(a cos.Object, owner, key cos.Name) cos.Object {
	list, ok := c.file.Resolve(a).(cos.Array)
	if !ok {
		list = cos.Array{a}
	}
	for _, o := range list {
		if d := c.file.Dict(o); c.file.Name(d["O"]) == owner && d[key] != nil {
			return c.file.Resolve(d[key])
		}
	}
	return nil
}

// checkHeaders demands that the headers of each data cell can be told: from
// its Headers, else from the Scope of header cells (ISO 14289-1, 7.5).
func (c *checker) checkHeaders(table *element) {
	ids := map[string]bool{}
	var heads, data []*element
	for _, row := range rows(table) {
		for _, cell := range row.kids {
			switch cell.kind {
			case "TH":
				heads = append(heads, cell)
				if id, ok := c.file.Resolve(cell.dict["ID"]).(cos.String); ok {
					ids[string(id)] = true
				}
			case "TD":
				data = append(data, cell)
			}
		}
	}
	organized := len(data) > 0
	for _, cell := range data {
		if !c.named(cell, ids) {
			organized = false
			break
		}
	}
	if organized {
		return
	}
	for _, head := range heads {
		if c.attribute(head, "Table", "Scope") == nil {
			c.fail("15-003", c.words(head))
		}
	}
}

// named reports whether a cell names its headers, and all of them exist.
func (c *checker) named(cell *element, ids map[string]bool) bool {
	list, _ := c.attribute(cell, "Table", "Headers").(cos.Array)
	for _, o := range list {
		if id, ok := c.file.Resolve(o).(cos.String); !ok || !ids[string(id)] {
			return false
		}
	}
	return len(list) > 0
}

// words are what tells a reader of the report which element is meant.
func (c *checker) words(e *element) string {
	for _, key := range []cos.Name{"T", "Alt", "ActualText"} {
		if text, _ := c.file.Text(e.dict[key]); text != "" {
			return e.kind + " „" + text + "“"
		}
	}
	return e.kind
}
