package matterhorn

import (
	"bytes"
	"encoding/xml"
	"strings"
)

// The namespaces of the properties that matter.
const (
	nsDC    = "http://purl.org/dc/elements/1.1/"
	nsPDFA  = "http://www.aiim.org/pdfa/ns/id/"
	nsPDFUA = "http://www.aiim.org/pdfua/ns/id/"
	nsXML   = "http://www.w3.org/XML/1998/namespace"
)

// properties are what the metadata say, as elements or as attributes.
type properties struct {
	uaPart, aPart, aLevel, aRevision string
	title                            string
	titleDefault                     bool // the title states no language
}

// checkMetadata reads the XMP stream of the catalog.
func (c *checker) checkMetadata() {
	s := c.file.Stream(c.catalog["Metadata"])
	if s == nil {
		c.fail("06-001", "")
		return
	}
	data, err := c.file.Data(s)
	if err != nil {
		c.fail("06-001", err.Error())
		return
	}
	p := readProperties(data)
	switch p.uaPart {
	case "1":
		c.ua = 1
	case "2":
		c.ua = 2
	default:
		c.fail("06-002", p.uaPart)
	}
	if strings.TrimSpace(p.title) == "" {
		c.fail("06-003", "")
	}
	if lang, _ := c.file.Text(c.catalog["Lang"]); p.titleDefault && lang == "" {
		c.fail("11-006", "")
	}
	c.archive = p.aPart + p.aLevel
	if p.aPart != "" && p.aPart < "4" && p.aLevel == "" || p.aPart == "4" && len(p.aRevision) != 4 {
		c.fail("PDF/A 6.6.4", p.aPart)
	}
}

// readProperties walks through the XML; what is broken ends the walk.
func readProperties(data []byte) (p properties) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	var path []xml.Name
	for {
		t, err := d.Token()
		if err != nil {
			return p
		}
		switch t := t.(type) {
		case xml.StartElement:
			if len(path) > 100 {
				return p
			}
			path = append(path, t.Name)
			for _, a := range t.Attr {
				p.set(a.Name, a.Value)
				if a.Name.Local == "lang" && a.Name.Space == nsXML && a.Value == "x-default" && within(path, "title") {
					p.titleDefault = true
				}
			}
		case xml.EndElement:
			if len(path) > 0 {
				path = path[:len(path)-1]
			}
		case xml.CharData:
			switch {
			case within(path, "title"):
				p.title += string(t)
			case len(path) > 0:
				p.set(path[len(path)-1], strings.TrimSpace(string(t)))
			}
		}
	}
}

// within reports whether the path is inside the named Dublin Core element.
func within(path []xml.Name, name string) bool {
	for _, n := range path {
		if n.Space == nsDC && n.Local == name {
			return true
		}
	}
	return false
}

func (p *properties) set(name xml.Name, value string) {
	if value == "" {
		return
	}
	switch name {
	case xml.Name{Space: nsPDFUA, Local: "part"}:
		p.uaPart = value
	case xml.Name{Space: nsPDFA, Local: "part"}:
		p.aPart = value
	case xml.Name{Space: nsPDFA, Local: "conformance"}:
		p.aLevel = value
	case xml.Name{Space: nsPDFA, Local: "rev"}:
		p.aRevision = value
	}
}
