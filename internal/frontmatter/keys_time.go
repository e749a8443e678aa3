package frontmatter

// timeKeys are from when to when an article can be seen.
var timeKeys = []Key{
	{
		Names: []string{"entwurf"}, Others: []string{"draft"},
		Kind: Claim, Uses: Everywhere, Example: "true",
		DE:   Words{"Entwurf", "Wird nicht veröffentlicht."},
		EN:   Words{"Draft", "Is not published."},
		read: func(r *reader, p pair) { r.matter.Draft = r.claim(p, false) || r.matter.Draft },
	},
	{
		Others: []string{"published"},
		Kind:   Claim, Uses: Everywhere, Example: "false",
		DE:   Words{"Veröffentlicht", "Das Gegenteil von „entwurf“, aus Jekyll."},
		EN:   Words{"Published", "The opposite of “draft”, from Jekyll."},
		read: func(r *reader, p pair) { r.matter.Draft = r.matter.Draft || !r.claim(p, true) },
	},
	{
		Names: []string{"sperrfrist"}, Others: []string{"embargo", "publishDate"},
		Kind: Moment, Uses: Everywhere, Example: "2026-11-12 10:00",
		DE:   Words{"Sperrfrist", "Vorher verlässt nichts von der Meldung den Rechner."},
		EN:   Words{"Embargo", "Nothing of the report leaves the computer before."},
		read: func(r *reader, p pair) { r.matter.Embargo = r.date(p) },
	},
	{
		Names: []string{"ablauf"}, Others: []string{"expiryDate"},
		Kind: Moment, Uses: Everywhere, Example: "2026-12-31",
		DE:   Words{"Ablauf", "Danach verschwindet die Meldung."},
		EN:   Words{"Expiry", "The report disappears after that."},
		read: func(r *reader, p pair) { r.matter.Expiry = r.date(p) },
	},
}

// afterKeys are what happens to an article after its publication.
var afterKeys = []Key{
	{
		Names: []string{"aktualisiert"}, Others: []string{"updated", "lastmod", "last_modified_at"},
		Kind: Moment, Uses: Everywhere, Example: "2026-11-12",
		DE:   Words{"Aktualisiert", "Der Tag der letzten inhaltlichen Änderung."},
		EN:   Words{"Updated", "The day of the last change of substance."},
		read: func(r *reader, p pair) { r.matter.Updated = r.date(p) },
	},
	{
		Names: []string{"korrekturen"}, Others: []string{"corrections"},
		Kind: Tables, Fields: fieldsOf(correctionParts), Uses: Everywhere, Example: `[{datum: 2026-11-12, text: "Es waren vier Monate."}]`,
		DE:   Words{"Berichtigungen", "Was berichtigt wurde; es steht sichtbar in der Meldung."},
		EN:   Words{"Corrections", "What was corrected; it stands visibly in the report."},
		read: func(r *reader, p pair) { r.matter.Corrections = r.corrections(p) },
	},
	{
		Names: []string{"status"},
		Kind:  Choice, Uses: Everywhere, Example: "zurückgezogen",
		Choices: []string{"veröffentlicht", "entwurf", "zurückgezogen"},
		More:    []string{"published", "publish", "draft", "withdrawn", "retracted", "veroeffentlicht", "zurueckgezogen"},
		DE:      Words{"Status", "Ist die Meldung zurückgezogen, bleibt unter ihrer Adresse ein Hinweis."},
		EN:      Words{"Status", "If the report is withdrawn, a notice remains at its address."},
		read:    (*reader).status,
	},
}

// correctionParts are what has to be said of a correction.
var correctionParts = []part[Correction]{
	{
		Field{
			Names: []string{"datum", "date"}, Kind: Moment, Required: true, Example: "2026-11-12",
			DE: Words{"Datum", "Der Tag der Berichtigung."},
			EN: Words{"Date", "The day of the correction."},
		},
		func(r *reader, to *Correction, v node) { to.Date = r.date(pair{key: "datum", value: v}) },
	},
	{
		Field{
			Names: []string{"text"}, Kind: Lines, Required: true, Example: "Es waren vier Monate.",
			DE: Words{"Text", "Was falsch war und was stimmt."},
			EN: Words{"Text", "What was wrong, and what is right."},
		},
		func(_ *reader, to *Correction, v node) { to.Text = v.trimmed() },
	},
}
