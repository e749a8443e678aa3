package feed

import (
	"encoding/xml"
	"fmt"
	"io"
	"time"
)

// The elements of RFC 4287 that our feeds have.
type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr,omitempty"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Links    []atomLink  `xml:"link"`
	Authors  []atomName  `xml:"author"`
	Made     string      `xml:"generator"`
	Entries  []atomEntry `xml:"entry"`
}

type atomEntry struct {
	Lang       string         `xml:"xml:lang,attr,omitempty"`
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Published  string         `xml:"published"`
	Updated    string         `xml:"updated"`
	Links      []atomLink     `xml:"link"`
	Authors    []atomName     `xml:"author"`
	Categories []atomCategory `xml:"category"`
	Summary    string         `xml:"summary,omitempty"`
	Content    atomHTML       `xml:"content"`
}

type atomLink struct {
	Rel   string `xml:"rel,attr"`
	Type  string `xml:"type,attr,omitempty"`
	Title string `xml:"title,attr,omitempty"`
	Href  string `xml:"href,attr"`
}

type atomName struct {
	Name string `xml:"name"`
}

type atomCategory struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr"`
}

type atomHTML struct {
	Type string `xml:"type,attr"`
	HTML string `xml:",cdata"`
}

func writeAtom(w io.Writer, c channel, items []item) error {
	s := c.site
	feed := atomFeed{
		Lang:     s.Config.Language,
		ID:       s.Absolute(c.home),
		Title:    clean(c.title),
		Subtitle: clean(c.description),
		Updated:  newest(items).Format(time.RFC3339),
		Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: s.Absolute(c.self)},
			{Rel: "alternate", Type: "text/html", Href: s.Absolute(c.home)},
		},
		Authors: []atomName{{publisher(s)}},
		Made:    "Stadtbote",
		Entries: make([]atomEntry, len(items)),
	}
	for i, it := range items {
		feed.Entries[i] = it.atom(s.Config.Language)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return fmt.Errorf("writing a feed: %w", err)
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", " ")
	if err := encoder.Encode(feed); err != nil {
		return fmt.Errorf("writing a feed: %w", err)
	}
	if _, err := io.WriteString(w, "\n"); err != nil {
		return fmt.Errorf("writing a feed: %w", err)
	}
	return nil
}

func (it item) atom(siteLanguage string) atomEntry {
	entry := atomEntry{
		ID:        it.url,
		Title:     it.title,
		Published: it.published.Format(time.RFC3339),
		Updated:   it.updated.Format(time.RFC3339),
		Links:     []atomLink{{Rel: "alternate", Type: "text/html", Href: it.url}},
		Summary:   it.teaser,
		Content:   atomHTML{"html", it.content},
	}
	if it.Language != siteLanguage {
		entry.Lang = it.Language
	}
	if p := it.picture; p.url != "" {
		entry.Links = append(entry.Links, atomLink{"enclosure", p.mime, p.credit, p.url})
	}
	for _, name := range it.authors {
		entry.Authors = append(entry.Authors, atomName{name})
	}
	for _, t := range it.terms() {
		entry.Categories = append(entry.Categories, atomCategory{t.Slug, clean(t.Name)})
	}
	return entry
}
