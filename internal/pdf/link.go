package pdf

import (
	"slices"

	"stadtbote/internal/typeset/page"
)

// anchor is a link annotation: one for each page that a link's text touches.
type anchor struct {
	link *page.Link
	page int32
	ref  ref
	next int32 // of the same element, index in anchors + 1
}

// collectAnchors numbers the annotations of all pages and lists them by
// element.
func (d *document) collectAnchors() {
	for p := range d.pages.Pages {
		links := d.pages.Pages[p].Links
		for i := range links {
			d.anchors = append(d.anchors, anchor{link: &links[i], page: int32(p), ref: d.ref()})
			n := int32(len(d.anchors))
			last := &d.firsts[links[i].Node]
			for *last != 0 {
				last = &d.anchors[*last-1].next
			}
			*last = n
		}
	}
	if d.info.Profile == UA2 {
		d.collectCitations()
	}
}

// collectCitations finds what a UA2 file must state in Ref: a link to a note
// and the note name each other (ISO 14289-2, 8.2.5.14), an item of a table of
// contents names its target (8.2.5.8).
func (d *document) collectCitations() {
	d.cites = make(map[int32][]int32)
	for i := range d.anchors {
		link, dest := d.anchors[i].link.Node, d.anchors[i].link.Dest
		if dest == 0 {
			continue
		}
		if d.pages.Nodes[dest].Role == page.Note {
			d.cite(link, dest)
			d.cite(dest, link)
		}
		for n := link; n != 0; n = d.pages.Nodes[n].Parent {
			if d.pages.Nodes[n].Role == page.TOCItem {
				d.cite(n, dest)
				break
			}
		}
	}
}

func (d *document) cite(from, to int32) {
	if !slices.Contains(d.cites[from], to) {
		d.cites[from] = append(d.cites[from], to)
	}
}

// appendRefEntry writes /Ref of an element.
func (d *document) appendRefEntry(b []byte, node int32) []byte {
	targets := d.cites[node]
	if len(targets) == 0 {
		return b
	}
	b = append(b, "/Ref["...)
	for i, t := range targets {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendRef(b, d.elements[t])
	}
	return append(b, ']')
}

// appendAnnots writes the entry /Annots of a page.
func (d *document) appendAnnots(b []byte, number int) []byte {
	var refs []ref
	for i := range d.anchors {
		if int(d.anchors[i].page) == number {
			refs = append(refs, d.anchors[i].ref)
		}
	}
	if len(refs) == 0 {
		return b
	}
	return appendRefs(append(b, "/Annots"...), refs)
}

// writeAnchors writes the annotations. They are printed (flag 4: ISO 19005-2,
// 6.3.2), have no border, and say in words where they lead (ISO 14289-1,
// 7.18.5).
func (d *document) writeAnchors() {
	for i := range d.anchors {
		a := &d.anchors[i]
		height := d.pages.Pages[a.page].Height
		d.object(a.ref)
		b := append(d.packed, "<</Subtype/Link/F 4/Border[0 0 0]/Rect"...)
		b = appendRect(b, outward(bounds(a.link.Rects), height), height)
		b = appendQuads(b, a.link.Rects, height)
		b = appendEntry(b, "/StructParent ", len(d.pageRefs)+i)
		b = appendTextEntry(b, "/Contents", a.link.Contents)
		if a.link.URL != "" {
			b = append(b, "/A<</S/URI/URI"...)
			b = append(appendURL(b, a.link.URL), ">>"...)
		} else {
			b = d.appendTarget(b, a.link.Dest)
		}
		d.packed = append(b, ">>"...)
	}
}

// bounds is the smallest rectangle around all.
func bounds(rects []page.Rect) page.Rect {
	r := rects[0]
	x1, y1 := r.X+r.W, r.Y+r.H
	for _, o := range rects[1:] {
		r.X, r.Y = min(r.X, o.X), min(r.Y, o.Y)
		x1, y1 = max(x1, o.X+o.W), max(y1, o.Y+o.H)
	}
	r.W, r.H = x1-r.X, y1-r.Y
	return r
}

// outward is a rectangle whose edges are moved outward to whole points from the
// foot of the page: what can be clicked need not be exact, and whole numbers
// are short.
func outward(r page.Rect, height page.Unit) page.Rect {
	x0, x1 := r.X/page.Point*page.Point, (r.X+r.W+page.Point-1)/page.Point*page.Point
	y0 := height - (height-r.Y+page.Point-1)/page.Point*page.Point
	y1 := height - (height-r.Y-r.H)/page.Point*page.Point
	return page.Rect{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}
}

// appendQuads writes /QuadPoints, a quadrilateral for each line of the link,
// counter-clockwise from its lower left (ISO 32000-1, Table 173). One alone
// would repeat Rect.
func appendQuads(b []byte, rects []page.Rect, height page.Unit) []byte {
	if len(rects) < 2 {
		return b
	}
	b = append(b, "/QuadPoints["...)
	for _, r := range rects {
		r = outward(r, height)
		x0, x1 := r.X, r.X+r.W
		y0, y1 := height-r.Y-r.H, height-r.Y
		for _, v := range [...]page.Unit{x0, y0, x1, y0, x1, y1, x0, y1} {
			b = append(appendUnit(b, v), ' ')
		}
	}
	b[len(b)-1] = ']'
	return b
}

// appendTarget writes where a link or an entry of the outline leads within the
// file. PDF/UA-2, 8.8, wants the element named besides the place.
func (d *document) appendTarget(b []byte, node int32) []byte {
	a := d.attr(node)
	height := d.pages.Pages[a.Page].Height
	place := append([]byte("/XYZ "), ' ')
	place = append(appendUnit(place[:5], hundredths(a.X)), ' ')
	place = append(appendUnit(place, hundredths(height-a.Y)), " null]"...)
	if d.info.Profile == UA1 {
		b = append(b, "/Dest["...)
		return append(appendRef(b, d.pageRefs[a.Page]), place...)
	}
	b = append(b, "/A<</S/GoTo/D["...)
	b = append(appendRef(b, d.pageRefs[a.Page]), place...)
	b = append(b, "/SD["...)
	b = append(appendRef(b, d.elements[node]), place...)
	return append(b, ">>"...)
}

// appendURL writes an address as the 7-bit ASCII that a URI action needs (ISO
// 32000-1, 12.6.4.7): other bytes are percent-encoded.
func appendURL(b []byte, url string) []byte {
	const hex = "0123456789ABCDEF"
	b = append(b, '(')
	for i := 0; i < len(url); i++ {
		if c := url[i]; c > ' ' && c < 0x7f {
			b = appendByte(b, c)
		} else {
			b = append(b, '%', hex[c>>4], hex[c&15])
		}
	}
	return append(b, ')')
}
