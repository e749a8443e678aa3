package editor

import "stadtbote/internal/frontmatter"

// Kind is one kind of article, by the word that commands and files use.
type Kind struct {
	Name   string // "meldung"
	Use    frontmatter.Uses
	Folder string // below content/
	de, en string // one article
	des    string // several
	ens    string
}

// Kinds returns the kinds of articles.
func Kinds() []Kind {
	return []Kind{
		{Name: "meldung", Use: frontmatter.Reports, Folder: "meldungen", de: "Meldung", en: "report", des: "Meldungen", ens: "Reports"},
		{Name: "seite", Use: frontmatter.Pages, Folder: "seiten", de: "Seite", en: "page", des: "Seiten", ens: "Pages"},
		{Name: "termin", Use: frontmatter.Events, Folder: "termine", de: "Termin", en: "event", des: "Termine", ens: "Events"},
	}
}
