package frontmatter

// headKeys are what stands above the text.
var headKeys = []Key{
	{
		Names: []string{"titel"}, Others: []string{"title"},
		Kind: Line, Uses: Everywhere, Required: Everywhere, Example: "Brücke am Markt wieder frei",
		DE:   Words{"Überschrift", "Die Überschrift, ohne Punkt am Ende."},
		EN:   Words{"Headline", "The headline, without a full stop at its end."},
		read: func(r *reader, p pair) { r.matter.Title = r.text(p) },
	},
	{
		Names: []string{"dachzeile"}, Others: []string{"kicker"},
		Kind: Line, Uses: Reports | Events, Example: "DStGB / Deutsche Telekom",
		DE:   Words{"Dachzeile", "Die Zeile über der Überschrift."},
		EN:   Words{"Kicker", "The line above the headline."},
		read: func(r *reader, p pair) { r.matter.Kicker = r.text(p) },
	},
	{
		Names: []string{"unterzeile"}, Others: []string{"subtitle"},
		Kind: Line, Uses: Everywhere, Example: "Verkehr rollt seit Montag",
		DE:   Words{"Unterzeile", "Die Zeile unter der Überschrift."},
		EN:   Words{"Subtitle", "The line below the headline."},
		read: func(r *reader, p pair) { r.matter.Subtitle = r.text(p) },
	},
	{
		Names: []string{"datum"}, Others: []string{"date"},
		Kind: Moment, Uses: Everywhere, Required: Reports, Example: "2026-11-09",
		DE:   Words{"Datum", "Der Erscheinungstag: 9.11.2026, 2026-11-09 oder mit Uhrzeit 2026-11-09 10:00. Ohne Uhrzeit ist der ganze Tag in Deutschland gemeint."},
		EN:   Words{"Date", "The day of publication: 2026-11-09, 9.11.2026, or with a time 2026-11-09 10:00. Without a time the whole day in Germany is meant."},
		read: func(r *reader, p pair) { r.matter.Date = r.date(p) },
	},
	{
		Names: []string{"teaser", "vorspann"}, Others: []string{"summary", "description", "excerpt"},
		Kind: Lines, Uses: Everywhere, Required: Reports, Example: "Nach vier Monaten rollt der Verkehr wieder.",
		DE:   Words{"Vorspann", "Ein bis zwei Sätze, worum es geht; sie stehen auch in allen Listen und Feeds."},
		EN:   Words{"Teaser", "One or two sentences that say what this is about; they stand in all lists and feeds as well."},
		read: func(r *reader, p pair) { r.matter.Teaser = r.text(p) },
	},
	{
		Names: []string{"sprache"}, Others: []string{"lang", "language"},
		Kind: Line, Uses: Everywhere, From: Languages, Example: "en",
		DE:   Words{"Sprache", "Kürzel der Sprache des Textes, wenn sie nicht die der Seite ist. Vorleseprogramme richten sich danach."},
		EN:   Words{"Language", "The code of the text's language, if it is not the site's. Screen readers go by it."},
		read: func(r *reader, p pair) { r.matter.Language = r.text(p) },
	},
}
