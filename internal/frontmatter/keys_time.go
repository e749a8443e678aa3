package frontmatter

// timeKeys are from when to when an article can be seen.
var timeKeys = []Key{
	{
		Names: []string{"sperrfrist"}, Others: []string{"embargo", "publishDate"},
		Kind: Moment, Uses: Everywhere, Offered: Reports, Example: "2026-11-12 10:00",
		DE:   Words{Label: "Sperrfrist", Help: "Vorher verlässt nichts von der Meldung den Rechner."},
		EN:   Words{Label: "Embargo", Help: "Nothing of the report leaves the computer before."},
		read: func(r *reader, p pair) { r.matter.Embargo = r.date(p) },
	},
	{
		Names: []string{"ablauf"}, Others: []string{"expiryDate"},
		Kind: Moment, Uses: Everywhere, Example: "2026-12-31",
		DE:   Words{Label: "Ablauf", Help: "Danach verschwindet die Meldung."},
		EN:   Words{Label: "Expiry", Help: "The report disappears after that."},
		read: func(r *reader, p pair) { r.matter.Expiry = r.date(p) },
	},
	{
		Names: []string{"entwurf"}, Others: []string{"draft"},
		Kind: Claim, Uses: Everywhere, Offered: Everywhere, Example: "true",
		DE:   Words{Label: "Entwurf", Help: "Wird nicht veröffentlicht. Ist der Text fertig, entfällt die Angabe."},
		EN:   Words{Label: "Draft", Help: "Is not published. The entry goes when the text is finished."},
		read: func(r *reader, p pair) { r.matter.Draft = r.claim(p, false) || r.matter.Draft },
	},
	{
		Others: []string{"published"},
		Kind:   Claim, Uses: Everywhere, Example: "false",
		DE:   Words{Label: "Veröffentlicht", Help: "Das Gegenteil von „entwurf“, aus Jekyll."},
		EN:   Words{Label: "Published", Help: "The opposite of “draft”, from Jekyll."},
		read: func(r *reader, p pair) { r.matter.Draft = r.matter.Draft || !r.claim(p, true) },
	},
}

// afterKeys are what happens to an article after its publication.
var afterKeys = []Key{
	{
		Names: []string{"aktualisiert"}, Others: []string{"updated", "lastmod", "last_modified_at"},
		Kind: Moment, Uses: Everywhere, Example: "2026-11-12",
		DE:   Words{Label: "Aktualisiert", Help: "Der Tag der letzten inhaltlichen Änderung."},
		EN:   Words{Label: "Updated", Help: "The day of the last change of substance."},
		read: func(r *reader, p pair) { r.matter.Updated = r.date(p) },
	},
	{
		Names: []string{"korrekturen"}, Others: []string{"corrections"},
		Kind: Tables, Fields: fieldsOf(correctionParts), Uses: Everywhere, Example: `[{datum: 2026-11-12, text: "Es waren vier Monate."}]`,
		DE:   Words{Label: "Berichtigungen", Help: "Was berichtigt wurde; es steht sichtbar in der Meldung."},
		EN:   Words{Label: "Corrections", Help: "What was corrected; it stands visibly in the report."},
		read: func(r *reader, p pair) { r.matter.Corrections = r.corrections(p) },
	},
	{
		Names: []string{"status"},
		Kind:  Choice, Uses: Everywhere, Example: "zurückgezogen",
		Choices: []string{"veröffentlicht", "entwurf", "zurückgezogen", "abgesagt", "verschoben"},
		More:    []string{"published", "publish", "draft", "withdrawn", "retracted", "cancelled", "canceled", "moved", "rescheduled", "postponed", "veroeffentlicht", "zurueckgezogen"},
		DE:      Words{Label: "Status", Help: "Ist die Meldung zurückgezogen, bleibt unter ihrer Adresse ein Hinweis. Termine sind abgesagt oder verschoben."},
		EN:      Words{Label: "Status", Help: "If the report is withdrawn, a notice remains at its address. Events are cancelled or moved."},
		read:    (*reader).status,
	},
}

// correctionParts are what has to be said of a correction.
var correctionParts = []part[Correction]{
	{
		Field{
			Names: []string{"datum"}, Others: []string{"date"}, Kind: Moment, Required: true, Example: "2026-11-12",
			DE: Words{Label: "Datum", Help: "Der Tag der Berichtigung."},
			EN: Words{Label: "Date", Help: "The day of the correction."},
		},
		func(r *reader, to *Correction, v node) { to.Date = r.date(pair{key: "datum", value: v}) },
	},
	{
		Field{
			Names: []string{"text"}, Kind: Lines, Required: true, Example: "Es waren vier Monate.",
			DE: Words{Label: "Text", Help: "Was falsch war und was stimmt."},
			EN: Words{Label: "Text", Help: "What was wrong, and what is right."},
		},
		func(_ *reader, to *Correction, v node) { to.Text = v.trimmed() },
	},
}
