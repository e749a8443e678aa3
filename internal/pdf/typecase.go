package pdf

import (
	"stadtbote/internal/pack"
	"stadtbote/internal/typeset/font"
)

// typecase is a font's case with its outlines deflated beforehand.
type typecase struct {
	*font.Case
	book *pack.Book // the outlines by number
}

// typecase is the case of a face; it is filled once.
func (p *Press) typecase(f *font.Face) *typecase {
	if c, ok := p.cases.Load(f); ok {
		return c.(*typecase)
	}
	c := &typecase{Case: font.NewCase(f)}
	c.book = p.parts().glyphs.Book(c.Outlines(), c.Common())
	kept, _ := p.cases.LoadOrStore(f, c)
	return kept.(*typecase)
}

// writeSimple writes a symbolic TrueType font (ISO 32000-1, 9.6.6.4). Nothing
// of it but the widths and the choice of outlines is made for this document.
func (d *document) writeSimple(t *typeface, c *typecase) {
	k := &d.casting
	c.Cast(&t.glyphs, k)
	t.codes = c.Codes()
	m := t.face.Metrics()
	name := k.Tag + "+" + m.Name
	program, descriptor := d.ref(), d.ref()
	t.ref = d.ref()
	d.writeCasting(program, c)

	d.object(descriptor)
	d.packed = appendDescriptor(d.packed, name, m, program)

	d.object(t.ref)
	b := append(d.packed, "<</Type/Font/Subtype/TrueType/BaseFont"...)
	b = appendName(b, name)
	b = appendEntry(b, "/FirstChar ", font.FirstCode)
	b = appendEntry(b, "/LastChar ", font.FirstCode+len(k.Widths)-1)
	b = append(b, "/Widths["...)
	for i, w := range k.Widths {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendInt(b, int(w))
	}
	b = append(b, "]/FontDescriptor "...)
	b = append(appendRef(b, descriptor), "/ToUnicode "...)
	d.packed = append(appendRef(b, d.caseMap()), ">>"...)
}

// writeCasting embeds the font that was cast last.
func (d *document) writeCasting(r ref, c *typecase) {
	k, e := &d.casting, d.encoder
	e.Begin(d.scratch[:0], d.glyphs)
	e.Add(k.Front)
	for _, n := range k.Sorts {
		e.AddText(c.book, n)
	}
	e.Add(k.Back)
	d.scratch = e.End()
	dict := appendEntry(append(d.buffer[:0], "/Filter/FlateDecode"...), "/Length1 ", k.Size)
	d.buffer = dict
	d.raw(r, string(dict), d.scratch)
}

// caseMap is the ToUnicode of all simple fonts.
func (d *document) caseMap() ref {
	if d.unicode == 0 {
		d.unicode = d.ref()
		d.raw(d.unicode, "/Filter/FlateDecode", d.caseUnicode)
	}
	return d.unicode
}
