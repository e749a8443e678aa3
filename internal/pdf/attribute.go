package pdf

import "stadtbote/internal/typeset/page"

// attributes gathers attribute objects (ISO 32000-1, 14.7.5): one dictionary
// an owner, several of them in an array.
type attributes struct {
	b      []byte
	owner  string
	owners int
}

// set adds "/Key value" to the object of owner. Owners come in groups.
func (a *attributes) set(owner, entry string) {
	if a.owner != owner {
		a.close()
		a.b = append(a.b, "<</O/"...)
		a.b = append(a.b, owner...)
		a.owner = owner
		a.owners++
	}
	a.b = append(a.b, entry...)
}

func (a *attributes) close() {
	if a.owner != "" {
		a.b = append(a.b, ">>"...)
		a.owner = ""
	}
}

// appendAttributes writes /A of an element, if it has attributes.
func (d *document) appendAttributes(b []byte, node int32) []byte {
	n, a := &d.pages.Nodes[node], d.attr(node)
	if n.Attr == 0 && n.Role != page.Note && n.Role != page.Table && n.Role != page.List {
		return b
	}
	from := len(b)
	out := attributes{b: append(b, "/A["...)}
	switch n.Role {
	case page.List:
		out.set("List", "/ListNumbering/"+d.numbering(node, a.Numbering))
	case page.HeaderCell, page.DataCell:
		d.setCell(&out, a)
	case page.Note:
		if d.info.Profile == UA2 {
			out.set("FENote", "/NoteType/Footnote")
		}
	}
	d.setLayout(&out, node, a)
	out.close()
	switch out.owners {
	case 0:
		return out.b[:from]
	case 1:
		out.b = append(out.b[:from+2], out.b[from+3:]...)
		return out.b
	}
	return append(out.b, ']')
}

// numberings are the values of ListNumbering (ISO 32000-1, Table 347).
var numberings = [...]string{
	page.NoLabels:   "None",
	page.Disc:       "Disc",
	page.Decimal:    "Decimal",
	page.LowerAlpha: "LowerAlpha",
	page.UpperAlpha: "UpperAlpha",
	page.LowerRoman: "LowerRoman",
	page.UpperRoman: "UpperRoman",
	page.Unordered:  "Unordered",
}

// numbering is the value for a list. PDF 1.7 knows no Unordered, and no name
// for a list whose labels are terms; PDF/UA-2, 8.2.5.25, wants it.
func (d *document) numbering(list int32, n page.Numbering) string {
	switch {
	case n == page.Unordered && d.info.Profile == UA1:
		return "Disc"
	case n == page.NoLabels && d.info.Profile == UA2 && d.hasLabels(list):
		return "Description"
	}
	return numberings[n]
}

// hasLabels reports whether an item of a list has a label.
func (d *document) hasLabels(list int32) bool {
	nodes := d.pages.Nodes
	for item := nodes[list].First; item != 0; item = nodes[item].Next {
		for part := nodes[item].First; part != 0; part = nodes[part].Next {
			if nodes[part].Role == page.Label {
				return true
			}
		}
	}
	return false
}

var scopes = [...]string{page.Column: "Column", page.RowScope: "Row", page.Both: "Both"}

// setCell adds what tells the headers of a cell (ISO 32000-1, Table 349).
func (d *document) setCell(out *attributes, a *page.Attr) {
	if a.Scope != page.NoScope {
		out.set("Table", "/Scope/"+scopes[a.Scope])
	}
	if len(a.Headers) > 0 {
		list := []byte("/Headers[")
		for _, h := range a.Headers {
			list = appendBytes(list, d.idOf(h))
		}
		out.set("Table", string(append(list, ']')))
	}
	if a.ColSpan > 1 {
		out.set("Table", string(appendEntry(nil, "/ColSpan ", int(a.ColSpan))))
	}
	if a.RowSpan > 1 {
		out.set("Table", string(appendEntry(nil, "/RowSpan ", int(a.RowSpan))))
	}
}

var (
	aligns = [...]string{page.End: "/TextAlign/End", page.Center: "/TextAlign/Center", page.Justify: "/TextAlign/Justify"}
	decors = [...]string{page.Underline: "/TextDecorationType/Underline", page.LineThrough: "/TextDecorationType/LineThrough"}
)

// setLayout adds what tells how an element looks (ISO 32000-1, Table 343).
func (d *document) setLayout(out *attributes, node int32, a *page.Attr) {
	if a.Place.W > 0 {
		height := d.pages.Pages[a.Page].Height
		out.set("Layout", string(appendRect([]byte("/BBox"), a.Place, height)))
	}
	if d.kind(node).block {
		out.set("Layout", "/Placement/Block")
	}
	if a.Align != page.Start {
		out.set("Layout", aligns[a.Align])
	}
	if a.Rise != 0 {
		out.set("Layout", string(appendUnit([]byte("/BaselineShift "), a.Rise)))
	}
	if a.Decor != page.Plain {
		out.set("Layout", decors[a.Decor])
	}
}
