package pdf

import (
	"encoding/hex"
	"strings"
	"time"
)

// The namespaces of the metadata, with the prefixes that ISO 19005 and
// ISO 14289 demand.
const (
	xmpHead = `<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>` +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"` +
		` xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"`
	xmpTail = `</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`
)

// xmpExtension describes pdfuaid, which PDF/A-2 and -3 do not know: without it
// no file is both PDF/A and PDF/UA (ISO 19005-2, 6.6.2.3).
const xmpExtension = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">` +
	`<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>` +
	`<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>` +
	`<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
	`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">` +
	`<pdfaProperty:name>part</pdfaProperty:name>` +
	`<pdfaProperty:valueType>Integer</pdfaProperty:valueType>` +
	`<pdfaProperty:category>internal</pdfaProperty:category>` +
	`<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>` +
	`</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>`

// xmpDeclarations claim both conformance levels of Well-Tagged PDF 1.0
// (WTPDF 1.0, 6.1.3).
const xmpDeclarations = `<pdfd:declarations><rdf:Bag>` +
	`<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo></rdf:li>` +
	`<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#reuse1.0</pdfd:conformsTo></rdf:li>` +
	`</rdf:Bag></pdfd:declarations>`

// xmpOpening is how the metadata of nearly all files begin: PDF/UA-1 and PDF/A-2a.
const xmpOpening = xmpHead + xmpFirst + "2" + xmpFirstLevel + xmpExtension

const (
	xmpFirst = ` xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
		` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"` +
		` xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` +
		`<pdfuaid:part>1</pdfuaid:part><pdfaid:part>`
	xmpFirstLevel = `</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>`
)

// appendXMP appends the metadata of a document (ISO 16684-1).
func appendXMP(b []byte, i *Info) []byte {
	switch {
	case i.Profile == UA2:
		b = append(b, xmpHead+` xmlns:pdfd="http://pdfa.org/declarations/">`+
			`<pdfuaid:part>2</pdfuaid:part><pdfuaid:rev>2024</pdfuaid:rev>`+
			`<pdfaid:part>4</pdfaid:part><pdfaid:rev>2020</pdfaid:rev><pdfaid:conformance>F</pdfaid:conformance>`...)
		b = append(b, xmpDeclarations...)
	case i.Source == nil:
		b = append(b, xmpOpening...)
	default:
		b = append(b, xmpHead+xmpFirst+"3"+xmpFirstLevel+xmpExtension...)
	}
	b = appendDublinCore(b, i)
	b = appendDates(b, i)
	return append(b, xmpTail...)
}

func appendDublinCore(b []byte, i *Info) []byte {
	b = append(b, "<dc:format>application/pdf</dc:format>"...)
	b = appendAlt(b, "dc:title", i.Title)
	b = appendAlt(b, "dc:description", i.Description)
	b = appendList(b, "dc:creator", "Seq", i.Authors)
	b = appendList(b, "dc:subject", "Bag", i.Keywords)
	b = appendList(b, "dc:language", "Bag", []string{i.Language})
	if i.Publisher != "" {
		b = appendList(b, "dc:publisher", "Bag", []string{i.Publisher})
	}
	b = appendElement(b, "dc:identifier", i.Address)
	return appendElement(b, "pdf:Keywords", strings.Join(i.Keywords, ", "))
}

func appendDates(b []byte, i *Info) []byte {
	b = appendElement(b, "xmp:CreatorTool", i.Creator)
	b = appendElement(b, "pdf:Producer", i.Creator)
	if !i.Created.IsZero() {
		b = appendElement(b, "xmp:CreateDate", stamp(i.Created))
		b = appendElement(b, "xmp:ModifyDate", stamp(i.modified()))
	}
	h := hex.EncodeToString(i.ID[:])
	return appendElement(b, "xmpMM:DocumentID", "uuid:"+h[:8]+"-"+h[8:12]+"-"+h[12:16]+"-"+h[16:20]+"-"+h[20:])
}

// stamp is a moment in the profile of ISO 8601 that XMP uses.
func stamp(t time.Time) string { return t.Format("2006-01-02T15:04:05Z07:00") }

func appendElement(b []byte, name, text string) []byte {
	if text == "" {
		return b
	}
	b = append(b, '<')
	b = append(b, name...)
	b = append(b, '>')
	b = appendXML(b, text)
	b = append(b, "</"...)
	b = append(b, name...)
	return append(b, '>')
}

// appendAlt writes a text in the document's language.
func appendAlt(b []byte, name, text string) []byte {
	if text == "" {
		return b
	}
	b = append(b, "<"+name+`><rdf:Alt><rdf:li xml:lang="x-default">`...)
	b = appendXML(b, text)
	return append(b, "</rdf:li></rdf:Alt></"+name+">"...)
}

// appendList writes texts as an rdf:Seq or rdf:Bag.
func appendList(b []byte, name, kind string, texts []string) []byte {
	if len(texts) == 0 {
		return b
	}
	b = append(b, "<"+name+"><rdf:"+kind+">"...)
	for _, text := range texts {
		b = append(b, "<rdf:li>"...)
		b = appendXML(b, text)
		b = append(b, "</rdf:li>"...)
	}
	return append(b, "</rdf:"+kind+"></"+name+">"...)
}

// appendXML writes text with XML's special characters escaped. Characters that
// XML 1.0 cannot hold become spaces.
func appendXML(b []byte, text string) []byte {
	for _, r := range text {
		switch {
		case r == '&':
			b = append(b, "&amp;"...)
		case r == '<':
			b = append(b, "&lt;"...)
		case r == '>':
			b = append(b, "&gt;"...)
		case r < 0x20, r == 0xfffe, r == 0xffff:
			b = append(b, ' ')
		default:
			b = append(b, string(r)...)
		}
	}
	return b
}
