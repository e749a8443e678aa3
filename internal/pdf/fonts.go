package pdf

import (
	"strconv"

	"stadtbote/internal/typeset/font"
	"stadtbote/internal/typeset/page"
)

// typeface is a face as one document uses it. Where a case holds all that the
// document shows of it, it is written as a simple font whose codes are the
// case's; otherwise as a composite font with a subset of its own.
type typeface struct {
	face   *font.Face
	glyphs font.Set // what the document shows of it
	codes  []uint16 // by Glyph
	wide   bool     // codes have two bytes: more than 255 glyphs
	ref    ref
}

// usedFaces gathers the glyphs that the text items of a document show. Faces
// that show none are left out of the file.
func usedFaces(doc *page.Document) []typeface {
	faces := make([]typeface, len(doc.Faces))
	for i, f := range doc.Faces {
		faces[i].face = f
	}
	for p := range doc.Pages {
		for i := range doc.Pages[p].Items {
			item := &doc.Pages[p].Items[i]
			if item.Kind != page.Text {
				continue
			}
			set := &faces[item.Face].glyphs
			for _, g := range doc.Glyphs[item.From:item.To] {
				set.Add(g.Glyph)
			}
		}
	}
	return faces
}

// writeFonts embeds the faces and returns the Font entry of the resources,
// with the names /F0, /F1, ….
func (d *document) writeFonts() []byte {
	dict := []byte("/Font<<")
	for i := range d.faces {
		t := &d.faces[i]
		if t.glyphs.Len() == 0 {
			continue
		}
		if c := d.press.typecase(t.face); c.Holds(&t.glyphs) {
			d.writeSimple(t, c)
		} else {
			d.writeComposite(t)
		}
		dict = append(dict, "/F"...)
		dict = appendInt(dict, i)
		dict = append(dict, ' ')
		dict = appendRef(dict, t.ref)
	}
	return append(dict, ">>"...)
}

// writeComposite writes a composite font with a CIDFont of Type 2, whose CIDs are
// the glyph numbers of its subset (ISO 32000-1, 9.7).
func (d *document) writeComposite(t *typeface) {
	m, subset := t.face.Metrics(), t.face.Subset(&t.glyphs)
	name := subset.Tag + "+" + m.Name
	t.codes, t.wide = subset.CID, len(subset.Widths) > 256
	program, unicode := d.ref(), d.ref()
	d.pack(program, "/Length1 "+strconv.Itoa(len(subset.TTF)), subset.TTF, d.glyphs)
	d.buffer = appendToUnicode(d.buffer[:0], subset.Runes, t.wide)
	d.pack(unicode, "", d.buffer, d.charmaps)

	descriptor, cidFont := d.ref(), d.ref()
	t.ref = d.ref()
	d.object(descriptor)
	d.packed = appendDescriptor(d.packed, name, m, program)

	d.object(cidFont)
	b := append(d.packed, "<</Type/Font/Subtype/CIDFontType2/CIDToGIDMap/Identity/BaseFont"...)
	b = append(appendName(b, name), systemInfo...)
	b = append(b, "/FontDescriptor "...)
	b = appendRef(b, descriptor)
	b = append(b, "/DW 0/W[1["...)
	for cid, w := range subset.Widths {
		if cid > 1 {
			b = append(b, ' ')
		}
		if cid > 0 {
			b = appendInt(b, int(w))
		}
	}
	d.packed = append(b, "]]>>"...)

	d.object(t.ref)
	b = append(d.packed, "<</Type/Font/Subtype/Type0/BaseFont"...)
	b = append(appendName(b, name), "/Encoding"...)
	if t.wide {
		b = append(b, "/Identity-H"...)
	} else {
		b = append(b, ' ')
		b = appendRef(b, d.oneByteMap())
	}
	b = append(b, "/DescendantFonts["...)
	b = append(appendRef(b, cidFont), "]/ToUnicode "...)
	d.packed = append(appendRef(b, unicode), ">>"...)
}

// oneByteMap is the CMap of composite fonts with at most 255 glyphs.
func (d *document) oneByteMap() ref {
	if d.byteMap == 0 {
		d.byteMap = d.ref()
		d.raw(d.byteMap, oneByteDict+"/Filter/FlateDecode", d.oneByte)
	}
	return d.byteMap
}

// The flags of a font descriptor, ISO 32000-1, Table 123.
const (
	flagFixed    = 1 << 0
	flagSerif    = 1 << 1
	flagSymbolic = 1 << 2 // the codes are the font's own
	flagItalic   = 1 << 6
)

// appendDescriptor writes a font descriptor (ISO 32000-1, 9.8).
func appendDescriptor(b []byte, name string, m font.Metrics, program ref) []byte {
	flags := flagSymbolic
	if m.Fixed {
		flags |= flagFixed
	}
	if m.Serif {
		flags |= flagSerif
	}
	if m.Italic() {
		flags |= flagItalic
	}
	b = append(b, "<</Type/FontDescriptor/FontName"...)
	b = appendName(b, name)
	b = appendEntry(b, "/Flags ", flags)
	b = append(b, "/FontBBox["...)
	for _, v := range [...]int32{m.XMin, m.YMin, m.XMax, m.YMax} {
		b = append(appendInt(b, int(v)), ' ')
	}
	b[len(b)-1] = ']'
	b = append(b, "/ItalicAngle "...)
	b = appendUnit(b, page.Unit(m.ItalicAngle))
	b = appendEntry(b, "/Ascent ", int(m.Ascent))
	b = appendEntry(b, "/Descent ", int(m.Descent))
	b = appendEntry(b, "/CapHeight ", int(m.CapHeight))
	b = appendEntry(b, "/StemV ", stem(m.Weight))
	b = append(b, "/FontFile2 "...)
	return append(appendRef(b, program), ">>"...)
}

// stem guesses the width of a vertical stem from the weight, which TrueType
// knows: 88 for regular, 165 for bold. Only a substitute font would use it.
func stem(weight int32) int { return 10 + int(weight-50)*220/900 }

func appendEntry(b []byte, key string, value int) []byte {
	return appendInt(append(b, key...), value)
}
