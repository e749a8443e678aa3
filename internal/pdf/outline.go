package pdf

// bookmark is an entry of the outline with its neighbours, as indexes + 1.
type bookmark struct {
	parent, first, last, prev, next int
	kids                            int
}

// writeOutline writes the outline from the document's headings and returns its
// root, 0 if there are none (ISO 32000-1, 12.3.3). A heading belongs to the
// nearest one before it with a lesser level.
func (d *document) writeOutline() ref {
	headings := d.pages.Outline
	if len(headings) == 0 {
		return 0
	}
	marks := make([]bookmark, len(headings)+1) // 0 is the root
	var open []int                             // ancestors of the next heading
	for i, h := range headings {
		for len(open) > 0 && headings[open[len(open)-1]-1].Level >= h.Level {
			open = open[:len(open)-1]
		}
		parent := 0
		if len(open) > 0 {
			parent = open[len(open)-1]
		}
		hang(marks, i+1, parent)
		open = append(open, i+1)
	}
	root := d.ref()
	first := d.refs(len(headings))
	d.object(root)
	b := append(d.packed, "<</Type/Outlines"...)
	b = appendFamily(b, &marks[0], first)
	d.packed = append(appendEntry(b, "/Count ", len(headings)), ">>"...)
	for i, h := range headings {
		m := &marks[i+1]
		d.object(first + ref(i))
		b := appendText(append(d.packed, "<</Title"...), h.Title)
		b = append(b, "/Parent "...)
		if m.parent == 0 {
			b = appendRef(b, root)
		} else {
			b = appendRef(b, first+ref(m.parent-1))
		}
		b = appendFamily(b, m, first)
		if n := descendants(marks, i+1); n > 0 {
			b = appendEntry(b, "/Count ", n)
		}
		b = append(b, "/SE "...)
		b = appendRef(b, d.elements[h.Node])
		d.packed = append(d.appendTarget(b, h.Node), ">>"...)
	}
	return root
}

// hang appends a bookmark to the kids of parent.
func hang(marks []bookmark, i, parent int) {
	p := &marks[parent]
	marks[i].parent, marks[i].prev = parent, p.last
	if p.last == 0 {
		p.first = i
	} else {
		marks[p.last].next = i
	}
	p.last = i
	p.kids++
}

// descendants counts what hangs below: all of it is shown open.
func descendants(marks []bookmark, i int) int {
	n := marks[i].kids
	for k := marks[i].first; k != 0; k = marks[k].next {
		n += descendants(marks, k)
	}
	return n
}

func appendFamily(b []byte, m *bookmark, first ref) []byte {
	for _, e := range [...]struct {
		key string
		to  int
	}{{"/First ", m.first}, {"/Last ", m.last}, {"/Prev ", m.prev}, {"/Next ", m.next}} {
		if e.to != 0 {
			b = appendRef(append(b, e.key...), first+ref(e.to-1))
		}
	}
	return b
}
