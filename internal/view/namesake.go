package view

import (
	"stadtbote/internal/lang"
	"stadtbote/internal/site"
)

// Namesake reports whether another page has the same headline: "Öffentliche
// Bekanntmachung" appears every other week. Such pages say in their titles of
// which day they are, so that tabs and bookmarks can be told apart (WCAG 2.2,
// 2.4.2).
func (b *Builder) Namesake(e *site.Entry) bool { return b.site.Namesakes(e) > 1 }

// heading returns what the title of an entry's page says of it.
func (b *Builder) heading(e *site.Entry) string {
	day := e.Date
	if e.Happening != nil {
		day = e.Happening.Begin
	}
	if day.IsZero() || !b.Namesake(e) {
		return e.Title
	}
	return e.Title + " (" + lang.ShortDate(day) + ")"
}

// entryPage returns what the page of an entry, at an address, knows of itself.
func (b *Builder) entryPage(address string, e *site.Entry) *Page {
	p := b.page(address, e.Title)
	p.Title = b.heading(e) + " – " + b.shared.Name
	return p
}
