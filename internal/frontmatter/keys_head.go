package frontmatter

// headKeys are what stands above the text.
var headKeys = []Key{
	{
		Names: []string{"titel"}, Others: []string{"title"},
		Kind: Line, Uses: Everywhere, Required: Everywhere, Asked: Everywhere, Example: "Brücke am Markt wieder frei",
		DE:   Words{Label: "Überschrift", Help: "Die Überschrift, ohne Punkt am Ende."},
		EN:   Words{Label: "Headline", Help: "The headline, without a full stop at its end.", Example: "Bridge at the market open again"},
		read: func(r *reader, p pair) { r.matter.Title = r.text(p) },
	},
	{
		Names: []string{"dachzeile"}, Others: []string{"kicker"},
		Kind: Line, Uses: Reports | Events, Offered: Reports, Example: "DStGB / Deutsche Telekom",
		DE:   Words{Label: "Dachzeile", Help: "Die Zeile über der Überschrift."},
		EN:   Words{Label: "Kicker", Help: "The line above the headline.", Example: "Town hall"},
		read: func(r *reader, p pair) { r.matter.Kicker = r.text(p) },
	},
	{
		Names: []string{"unterzeile"}, Others: []string{"subtitle"},
		Kind: Line, Uses: Everywhere, Example: "Verkehr rollt seit Montag",
		DE:   Words{Label: "Unterzeile", Help: "Die Zeile unter der Überschrift."},
		EN:   Words{Label: "Subtitle", Help: "The line below the headline.", Example: "Traffic runs since Monday"},
		read: func(r *reader, p pair) { r.matter.Subtitle = r.text(p) },
	},
	{
		Names: []string{"datum"}, Others: []string{"date"},
		Kind: Moment, Uses: Everywhere, Required: Reports, Asked: Reports, Example: "2026-11-09",
		DE:   Words{Label: "Datum", Help: "Der Erscheinungstag: 9.11.2026, 2026-11-09 oder mit Uhrzeit 2026-11-09 10:00. Ohne Uhrzeit ist der ganze Tag in Deutschland gemeint."},
		EN:   Words{Label: "Date", Help: "The day of publication: 2026-11-09, 9.11.2026, or with a time 2026-11-09 10:00. Without a time the whole day in Germany is meant."},
		read: func(r *reader, p pair) { r.matter.Date = r.date(p) },
	},
	{
		Names: []string{"teaser", "vorspann"}, Others: []string{"summary", "description", "excerpt"},
		Kind: Lines, Uses: Everywhere, Required: Reports, Offered: Events, Example: "Hier steht in ein bis zwei Sätzen, worum es geht.",
		DE:   Words{Label: "Vorspann", Help: "Ein bis zwei Sätze, worum es geht; sie stehen auch in allen Listen und Feeds."},
		EN:   Words{Label: "Teaser", Help: "One or two sentences that say what this is about; they stand in all lists and feeds as well.", Example: "One or two sentences that say what this is about."},
		read: func(r *reader, p pair) { r.matter.Teaser = r.text(p) },
	},
	{
		Names: []string{"sprache"}, Others: []string{"lang", "language"},
		Kind: Line, Uses: Everywhere, From: Languages, Example: "en",
		DE:   Words{Label: "Sprache", Help: "Kürzel der Sprache des Textes, wenn sie nicht die der Seite ist. Vorleseprogramme richten sich danach."},
		EN:   Words{Label: "Language", Help: "The code of the text's language, if it is not the site's. Screen readers go by it."},
		read: func(r *reader, p pair) { r.matter.Language = r.text(p) },
	},
	{
		Names: []string{"leichte_sprache"}, Others: []string{"easy_language"},
		Kind: Claim, Uses: Reports | Pages, Example: "true",
		DE:   Words{Label: "Leichte Sprache", Help: "Der Text ist in Leichter Sprache geschrieben: Wörter werden nicht getrennt, und die Startseite verweist auf die erste solche Seite."},
		EN:   Words{Label: "Easy language", Help: "The text is written in easy language: words are not divided, and the start page links to the first such page."},
		read: func(r *reader, p pair) { r.matter.Easy = r.claim(p, false) },
	},
}
