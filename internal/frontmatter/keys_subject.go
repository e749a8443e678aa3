package frontmatter

// subjectKeys are what an article is about, and whose it is.
var subjectKeys = []Key{
	{
		Names: []string{"rubrik"}, Others: []string{"section", "category", "categories"},
		Kind: Choice, From: Sections, Uses: Reports | Events, Offered: Reports, Asked: Reports, Example: "Politik", joins: true,
		DE:   Words{Label: "Rubrik", Help: "Genau eine der Rubriken, die in stadtbote.yaml stehen."},
		EN:   Words{Label: "Section", Help: "Exactly one of the sections that stand in stadtbote.yaml.", Example: "Politics"},
		read: (*reader).section,
	},
	{
		Names: []string{"stichwörter"}, Others: []string{"tags", "keywords"},
		Kind: List, From: Keywords, Uses: Reports | Events, Offered: Reports, Asked: Reports, Example: "[Brücke, Verkehr]", joins: true,
		DE:   Words{Label: "Stichwörter", Help: "Worunter man die Meldung findet. Die Schreibweise bleibt; ähnliche werden gemeldet."},
		EN:   Words{Label: "Tags", Help: "What the report is found under. The spelling is kept; near ones are reported.", Example: "[Bridge, Traffic]"},
		read: func(r *reader, p pair) { r.matter.Tags = append(r.matter.Tags, r.texts(p, true)...) },
	},
	{
		Names: []string{"orte", "ort"}, Others: []string{"places"},
		Kind: List, Uses: Reports | Events, Offered: Reports | Events, Asked: Events, Example: "[Musterstadt]",
		DE:   Words{Label: "Orte", Help: "Die Städte, Gemeinden und Regionen, um die es geht."},
		EN:   Words{Label: "Places", Help: "The towns, municipalities and regions that this is about.", Example: "[Sampletown]"},
		read: func(r *reader, p pair) { r.matter.Places = r.texts(p, true) },
	},
	{
		Names: []string{"kürzel"}, Others: []string{"author", "authors"},
		Kind: List, From: Sigils, Uses: Reports | Pages, Offered: Reports, Asked: Reports, Example: "red", joins: true,
		DE:   Words{Label: "Kürzel", Help: "Das Zeichen der Redaktion; die Namen dazu stehen in data/redaktion.yaml."},
		EN:   Words{Label: "Sigil", Help: "The sign of the editor; the names stand in data/redaktion.yaml."},
		read: func(r *reader, p pair) { r.matter.Sigils = append(r.matter.Sigils, r.texts(p, false)...) },
	},
	{
		Names: []string{"art"},
		Kind:  Choice, Uses: Reports, Example: "pressemitteilung",
		Choices: []string{"meldung", "pressemitteilung"}, More: []string{"report", "press_release", "press-release"},
		DE:   Words{Label: "Art", Help: "Eine Pressemitteilung wird als solche gekennzeichnet und nennt ihren Herausgeber."},
		EN:   Words{Label: "Form", Help: "A press release is labelled as one, and names its issuer."},
		read: (*reader).form,
	},
	{
		Names: []string{"herausgeber"}, Others: []string{"issuer"},
		Kind: Line, Uses: Reports, Example: "Stadt Musterstadt",
		DE:   Words{Label: "Herausgeber", Help: "Wer die Pressemitteilung herausgegeben hat."},
		EN:   Words{Label: "Issuer", Help: "Who issued the press release."},
		read: func(r *reader, p pair) { r.matter.Issuer = r.text(p) },
	},
	{
		Names: []string{"anzeige"}, Others: []string{"sponsored"},
		Kind: Claim, Uses: Reports, Example: "true",
		DE:   Words{Label: "Anzeige", Help: "Bezahlter Inhalt: wird gekennzeichnet und kommt nicht in Feeds und verwandte Meldungen."},
		EN:   Words{Label: "Advertisement", Help: "Paid content: it is labelled, and kept out of feeds and related reports."},
		read: func(r *reader, p pair) { r.matter.Paid = r.claim(p, false) },
	},
}
