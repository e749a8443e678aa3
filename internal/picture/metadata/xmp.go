package metadata

import (
	"bytes"
	"encoding/xml"
	"strings"
)

// The name spaces of XMP that are read and written.
const (
	dublinCore = "http://purl.org/dc/elements/1.1/"
	photoshop  = "http://ns.adobe.com/photoshop/1.0/"
	xmpRights  = "http://ns.adobe.com/xap/1.0/rights/"
)

// maxTokens bounds what is read of a packet: some programs write the history of
// every stroke into it.
const maxTokens = 50_000

// readXMP returns the notes of an XMP packet, whether they stand in attributes
// or in elements.
func readXMP(packet []byte) Notes {
	var n Notes
	var text strings.Builder
	var within xml.Name // the property being read
	decoder := xml.NewDecoder(bytes.NewReader(packet))
	for range maxTokens {
		token, err := decoder.RawToken()
		if err != nil {
			break
		}
		switch t := token.(type) {
		case xml.StartElement:
			for _, attr := range t.Attr {
				n.set(attr.Name, tidy([]byte(attr.Value)))
			}
			if isProperty(t.Name) {
				within = t.Name
				text.Reset()
			}
		case xml.CharData:
			if within.Local != "" {
				text.Write(t)
			}
		case xml.EndElement:
			if within.Local != "" && (t.Name == within || t.Name.Local == "li") {
				n.set(within, tidy([]byte(text.String())))
				text.Reset()
			}
			if t.Name == within {
				within = xml.Name{}
			}
		}
	}
	return n
}

// isProperty reports whether an element is one of those that are read. Names
// are told by the prefixes that every program uses: name spaces are not
// resolved in damaged packets either.
func isProperty(name xml.Name) bool { return (&Notes{}).set(name, "") }

// set notes a property's value; of several the first, but all photographers.
// It reports whether it is one that is read.
func (n *Notes) set(name xml.Name, value string) bool {
	switch name.Space + ":" + name.Local {
	case "photoshop:Credit":
		setFirst(&n.Credit, value)
	case "dc:creator":
		n.Photographer = joined(n.Photographer, value)
	case "dc:rights":
		setFirst(&n.Rights, value)
	case "xmpRights:UsageTerms":
		setFirst(&n.Licence, value)
	default:
		return false
	}
	return true
}

func setFirst(to *string, value string) {
	if *to == "" {
		*to = value
	}
}

// appendXMP appends a packet with the notes (ISO 16684-1). The marks around it
// let programs find it that do not know the file's format.
func appendXMP(out []byte, n Notes) []byte {
	b := bytes.NewBuffer(out)
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="` + dublinCore + `" xmlns:photoshop="` + photoshop + `" xmlns:xmpRights="` + xmpRights + `">` + "\n")
	list := func(name, kind, attributes, value string) {
		if value != "" {
			b.WriteString("<" + name + "><rdf:" + kind + "><rdf:li" + attributes + ">")
			_ = xml.EscapeText(b, []byte(value)) // memory takes everything
			b.WriteString("</rdf:li></rdf:" + kind + "></" + name + ">\n")
		}
	}
	const anyLanguage = ` xml:lang="x-default"`
	list("dc:creator", "Seq", "", n.Photographer)
	list("dc:description", "Alt", anyLanguage, n.Caption)
	list("dc:rights", "Alt", anyLanguage, n.rights())
	list("xmpRights:UsageTerms", "Alt", anyLanguage, n.Licence)
	if n.Credit != "" {
		b.WriteString("<photoshop:Credit>")
		_ = xml.EscapeText(b, []byte(n.Credit))
		b.WriteString("</photoshop:Credit>\n")
	}
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return b.Bytes()
}
