package pdf

import (
	"encoding/hex"
	"strconv"
)

// outlineFrom is the number of pages from which a viewer shows the outline by
// itself.
const outlineFrom = 3

// appendCatalog writes the root of all objects (ISO 32000-1, 7.7.2).
func (d *document) appendCatalog(b []byte, tree, structure ref) []byte {
	// What the catalogue names is written first: b is the object stream.
	b = append(b, "<</Type/Catalog/Pages "...)
	b = append(appendRef(b, tree), "/StructTreeRoot "...)
	b = append(appendRef(b, structure), "/Metadata "...)
	b = append(appendRef(b, d.parts.metadata), "/OutputIntents["...)
	b = append(appendRef(b, d.parts.intent), "]/Lang"...)
	b = appendText(b, d.info.Language)
	b = append(b, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"...)
	if d.parts.outline != 0 {
		b = append(b, "/Outlines "...)
		b = appendRef(b, d.parts.outline)
		if len(d.pageRefs) >= outlineFrom {
			b = append(b, "/PageMode/UseOutlines"...)
		}
	}
	if s := d.info.Source; s != nil {
		b = append(b, "/AF["...)
		b = append(appendRef(b, d.parts.source), "]/Names<</EmbeddedFiles<</Names["...)
		b = append(appendText(b, s.Name), ' ')
		b = append(appendRef(b, d.parts.source), "]>>>>"...)
	}
	return append(b, ">>"...)
}

// parts are the objects beside pages and structure.
type parts struct {
	metadata, intent, outline, source ref
	info                              ref // 0 where the standard forbids it
}

func (d *document) writeParts() {
	d.parts.metadata = d.ref()
	d.buffer = appendXMP(d.buffer[:0], d.info)
	d.packMetadata(d.parts.metadata, d.buffer)
	d.parts.intent = d.writeIntent()
	d.parts.outline = d.writeOutline()
	if d.info.Source != nil {
		d.parts.source = d.writeSource()
	}
	if d.info.Profile == UA1 {
		d.parts.info = d.writeInfo()
	}
}

// writeIntent says that all colours are sRGB (ISO 19005-2, 6.2.3).
func (d *document) writeIntent() ref {
	profile, intent := d.ref(), d.ref()
	d.raw(profile, "/N 3/Filter/FlateDecode", d.srgb)
	d.object(intent)
	b := append(d.packed, "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile "...)
	d.packed = append(appendRef(b, profile), ">>"...)
	return intent
}

// writeInfo writes the information dictionary, which older programs read;
// PDF/A-4 has abolished it (ISO 19005-4, 6.1.3).
func (d *document) writeInfo() ref {
	r := d.ref()
	d.object(r)
	b := append(d.packed, "<</Title"...)
	b = appendText(b, d.info.Title)
	if len(d.info.Authors) > 0 {
		b = append(b, "/Author"...)
		b = appendText(b, d.info.Authors[0])
	}
	b = appendTextEntry(b, "/Subject", d.info.Description)
	b = appendTextEntry(b, "/Creator", d.info.Creator)
	b = appendTextEntry(b, "/Producer", d.info.Creator)
	if !d.info.Created.IsZero() {
		b = appendDate(append(b, "/CreationDate"...), d.info.Created)
		b = appendDate(append(b, "/ModDate"...), d.info.modified())
	}
	d.packed = append(b, ">>"...)
	return r
}

// writeSource embeds the text that the file is made from (ISO 19005-3, 6.8).
func (d *document) writeSource() ref {
	s := d.info.Source
	data, spec := d.ref(), d.ref()
	dict := appendName([]byte("/Type/EmbeddedFile/Subtype"), s.Type)
	dict = append(dict, "/Params<</Size "+strconv.Itoa(len(s.Data))...)
	if !s.Modified.IsZero() {
		dict = appendDate(append(dict, "/ModDate"...), s.Modified)
	}
	d.stream(data, string(append(dict, ">>"...)), s.Data)
	d.object(spec)
	b := append(d.packed, "<</Type/Filespec/AFRelationship/Source/F"...)
	b = appendText(b, s.Name)
	b = appendTextEntry(b, "/UF", s.Name)
	b = appendTextEntry(b, "/Desc", s.Description)
	b = append(b, "/EF<</F "...)
	b = append(appendRef(b, data), "/UF "...)
	d.packed = append(appendRef(b, data), ">>>>"...)
	return spec
}

// trailer is the content of the trailer dictionary. The second half of ID
// would change if the file were edited (ISO 32000-1, 14.4).
func (d *document) trailer(root ref) string {
	id := "<" + hex.EncodeToString(d.info.ID[:]) + ">"
	t := "/Root " + string(appendRef(nil, root)) + "/ID[" + id + id + "]"
	if d.parts.info != 0 {
		t += "/Info " + string(appendRef(nil, d.parts.info))
	}
	return t
}
