package frontmatter

// subjectKeys are what an article is about, and whose it is.
var subjectKeys = []Key{
	{
		Names: []string{"rubrik"}, Others: []string{"section", "category", "categories"},
		Kind: Choice, From: Sections, Uses: Reports | Events, Example: "Politik", joins: true,
		DE:   Words{"Rubrik", "Genau eine der Rubriken, die in stadtbote.yaml stehen."},
		EN:   Words{"Section", "Exactly one of the sections that stand in stadtbote.yaml."},
		read: (*reader).section,
	},
	{
		Names: []string{"stichwörter"}, Others: []string{"tags", "keywords"},
		Kind: List, From: Keywords, Uses: Reports | Events, Example: "[Brücke, Verkehr]", joins: true,
		DE:   Words{"Stichwörter", "Worunter man die Meldung findet. Die Schreibweise bleibt; ähnliche werden gemeldet."},
		EN:   Words{"Tags", "What the report is found under. The spelling is kept; near ones are reported."},
		read: func(r *reader, p pair) { r.matter.Tags = append(r.matter.Tags, r.texts(p, true)...) },
	},
	{
		Names: []string{"orte", "ort"}, Others: []string{"places"},
		Kind: List, Uses: Reports | Events, Example: "[Musterstadt]",
		DE:   Words{"Orte", "Die Städte, Gemeinden und Regionen, um die es geht."},
		EN:   Words{"Places", "The towns, municipalities and regions that this is about."},
		read: func(r *reader, p pair) { r.matter.Places = r.texts(p, true) },
	},
	{
		Names: []string{"kürzel"}, Others: []string{"author", "authors"},
		Kind: List, From: Sigils, Uses: Reports | Pages, Example: "red", joins: true,
		DE:   Words{"Kürzel", "Das Zeichen der Redaktion; die Namen dazu stehen in data/redaktion.yaml."},
		EN:   Words{"Sigil", "The sign of the editor; the names stand in data/redaktion.yaml."},
		read: func(r *reader, p pair) { r.matter.Sigils = append(r.matter.Sigils, r.texts(p, false)...) },
	},
	{
		Names: []string{"art"},
		Kind:  Choice, Uses: Reports, Example: "pressemitteilung",
		Choices: []string{"meldung", "pressemitteilung"}, More: []string{"report", "press_release", "press-release"},
		DE:   Words{"Art", "Eine Pressemitteilung wird als solche gekennzeichnet und nennt ihren Herausgeber."},
		EN:   Words{"Form", "A press release is labelled as one, and names its issuer."},
		read: (*reader).form,
	},
	{
		Names: []string{"herausgeber"}, Others: []string{"issuer"},
		Kind: Line, Uses: Reports, Example: "Stadt Musterstadt",
		DE:   Words{"Herausgeber", "Wer die Pressemitteilung herausgegeben hat."},
		EN:   Words{"Issuer", "Who issued the press release."},
		read: func(r *reader, p pair) { r.matter.Issuer = r.text(p) },
	},
	{
		Names: []string{"anzeige"}, Others: []string{"sponsored"},
		Kind: Claim, Uses: Reports, Example: "true",
		DE:   Words{"Anzeige", "Bezahlter Inhalt: wird gekennzeichnet und kommt nicht in Feeds und verwandte Meldungen."},
		EN:   Words{"Advertisement", "Paid content: it is labelled, and kept out of feeds and related reports."},
		read: func(r *reader, p pair) { r.matter.Paid = r.claim(p, false) },
	},
}
