package pdf

import (
	"slices"
	"strings"

	"stadtbote/internal/typeset/page"
)

// id is an entry of the IDTree.
type id struct {
	name string
	node int32
}

// namespaceUA2 is the standard structure namespace of PDF 2.0 (ISO 32000-2,
// 14.8.6).
const namespaceUA2 = "<</Type/Namespace/NS(http://iso.org/pdf2/ssn)>>"

// writeStructure writes the structure tree and returns its root (ISO 32000-1,
// 14.7.2).
func (d *document) writeStructure() ref {
	namespace := ref(0)
	if d.info.Profile == UA2 {
		namespace = d.add(namespaceUA2)
	}
	d.nameElements()
	root := d.ref()
	for i, r := range d.elements {
		if r != 0 {
			d.object(r)
			d.packed = d.appendElement(d.packed, int32(i), root, namespace)
		}
	}
	parents := d.writeParentTree()
	d.object(root)
	b := append(d.packed, "<</Type/StructTreeRoot/K["...)
	b = append(appendRef(b, d.elements[0]), "]/ParentTree "...)
	b = appendRef(b, parents)
	b = appendEntry(b, "/ParentTreeNextKey ", len(d.pageRefs)+len(d.anchors))
	if namespace != 0 {
		b = append(b, "/Namespaces["...)
		b = append(appendRef(b, namespace), ']')
	} else {
		b = append(b, roleMap...)
	}
	d.packed = append(d.appendIDTree(b), ">>"...)
	return root
}

// nameElements gives an ID to each note (ISO 14289-1, 7.9) and header cell
// that has none.
func (d *document) nameElements() {
	for i := range d.pages.Nodes {
		node := int32(i)
		if role := d.pages.Nodes[i].Role; d.attr(node).ID != "" || role == page.Note || role == page.HeaderCell {
			d.ids = append(d.ids, id{d.idOf(node), node})
		}
	}
	slices.SortFunc(d.ids, func(a, b id) int { return strings.Compare(a.name, b.name) })
}

// idOf is the node's own ID, or one made from its number.
func (d *document) idOf(node int32) string {
	if own := d.attr(node).ID; own != "" {
		return own
	}
	return string(appendInt([]byte("e"), int(node)))
}

// appendIDTree writes the tree that finds elements by ID: one node, sorted.
func (d *document) appendIDTree(b []byte) []byte {
	if len(d.ids) == 0 {
		return b
	}
	b = append(b, "/IDTree<</Names["...)
	for _, e := range d.ids {
		b = appendBytes(b, e.name)
		b = append(appendRef(b, d.elements[e.node]), ' ')
	}
	b[len(b)-1] = ']'
	return append(b, ">>"...)
}

// writeParentTree finds the element of marked content, by page, and of
// annotations, each by its key (ISO 32000-1, 14.7.4.4).
func (d *document) writeParentTree() ref {
	arrays := d.refs(len(d.owners))
	for i, nodes := range d.owners {
		d.object(arrays + ref(i))
		b := append(d.packed, '[')
		for j, n := range nodes {
			if j > 0 {
				b = append(b, ' ')
			}
			b = appendRef(b, d.elements[n])
		}
		d.packed = append(b, ']')
	}
	tree := d.ref()
	d.object(tree)
	b := append(d.packed, "<</Nums["...)
	for i := range d.owners {
		b = append(appendInt(b, i), ' ')
		b = append(appendRef(b, arrays+ref(i)), ' ')
	}
	for i := range d.anchors {
		b = append(appendInt(b, len(d.owners)+i), ' ')
		b = append(appendRef(b, d.elements[d.anchors[i].link.Node]), ' ')
	}
	b[len(b)-1] = ']'
	d.packed = append(b, ">>"...)
	return tree
}

// appendElement writes one structure element (ISO 32000-1, Table 323).
func (d *document) appendElement(b []byte, node int32, root, namespace ref) []byte {
	n, k, a := &d.pages.Nodes[node], d.kind(node), d.attr(node)
	b = append(b, "<</S/"...)
	b = append(append(b, k.name...), "/P "...)
	if node == 0 {
		b = appendRef(b, root)
	} else {
		b = appendRef(b, d.elements[n.Parent])
	}
	if namespace != 0 && !k.old {
		b = append(b, "/NS "...)
		b = appendRef(b, namespace)
	}
	b = d.appendKids(b, node)
	b = appendTextEntry(b, "/T", a.Title)
	b = appendTextEntry(b, "/Alt", a.Alt)
	b = appendTextEntry(b, "/ActualText", a.Actual)
	b = appendTextEntry(b, "/E", a.Expand)
	b = appendTextEntry(b, "/Lang", a.Lang)
	if a.ID != "" || n.Role == page.Note || n.Role == page.HeaderCell {
		b = append(b, "/ID"...)
		b = appendBytes(b, d.idOf(node))
	}
	b = d.appendRefEntry(b, node)
	b = d.appendAttributes(b, node)
	return append(b, ">>"...)
}

func appendTextEntry(b []byte, key, text string) []byte {
	if text == "" {
		return b
	}
	return appendText(append(b, key...), text)
}

// appendKids writes what an element holds, in reading order: elements, marked
// content, and the annotations of a link (ISO 32000-1, 14.7.4).
func (d *document) appendKids(b []byte, node int32) []byte {
	home := d.homePage(node)
	if home >= 0 {
		b = append(b, "/Pg "...)
		b = appendRef(b, d.pageRefs[home])
	}
	b = append(b, "/K"...)
	from := len(b)
	b = append(b, '[')
	count := 0
	for kid := d.pages.Nodes[node].First; kid != 0; kid = d.pages.Nodes[kid].Next {
		if r := d.elements[kid]; r != 0 {
			b = append(appendRef(b, r), ' ')
			count++
			continue
		}
		for m := d.leaves[kid].first; m != 0; m = d.marks[m-1].next {
			b = append(d.appendMark(b, d.marks[m-1], home), ' ')
			count++
		}
	}
	for a := d.firsts[node]; a != 0; a = d.anchors[a-1].next {
		b = append(d.appendObject(b, &d.anchors[a-1], home), ' ')
		count++
	}
	switch count {
	case 0:
		return b[:from-len("/K")]
	case 1:
		if b[from+1] != '<' {
			b[from] = ' '
			return b[:len(b)-1]
		}
	}
	b[len(b)-1] = ']'
	return b
}

// homePage is the page of an element's first content, -1 if it has none.
func (d *document) homePage(node int32) int32 {
	for kid := d.pages.Nodes[node].First; kid != 0; kid = d.pages.Nodes[kid].Next {
		if first := d.leaves[kid].first; first != 0 {
			return d.marks[first-1].page
		}
	}
	if a := d.firsts[node]; a != 0 {
		return d.anchors[a-1].page
	}
	return -1
}

// appendMark writes a reference to marked content; on the element's own page
// the number suffices.
func (d *document) appendMark(b []byte, m mark, home int32) []byte {
	if m.page == home {
		return appendInt(b, int(m.mcid))
	}
	b = append(b, "<</Type/MCR/Pg "...)
	b = appendRef(b, d.pageRefs[m.page])
	b = appendEntry(b, "/MCID ", int(m.mcid))
	return append(b, ">>"...)
}

// appendObject writes a reference to an annotation.
func (d *document) appendObject(b []byte, a *anchor, home int32) []byte {
	b = append(b, "<</Type/OBJR/Obj "...)
	b = appendRef(b, a.ref)
	if a.page != home {
		b = append(b, "/Pg "...)
		b = appendRef(b, d.pageRefs[a.page])
	}
	return append(b, ">>"...)
}
