package frontmatter

// eventKeys are when and where an event takes place, and what became of it.
var eventKeys = []Key{
	{
		Names: []string{"beginn"}, Others: []string{"start", "begin", "startDate", "start_date"},
		Kind: Moment, Uses: Events, Required: Events, Asked: Events, Example: "2027-03-18 9:30",
		DE:   Words{Label: "Beginn", Help: "Tag und Uhrzeit, zu der der Termin beginnt. Ohne Uhrzeit ist er ganztägig."},
		EN:   Words{Label: "Start", Help: "The day and the time at which the event begins. Without a time it takes the whole day."},
		read: ofEvent(func(r *reader, e *Event, p pair) { e.Begin = r.date(p) }),
	},
	{
		Names: []string{"ende"}, Others: []string{"end", "endDate", "end_date"},
		Kind: MomentOrClock, Uses: Events, Offered: Events, Asked: Events, Example: "2027-03-19 18:00",
		DE:   Words{Label: "Ende", Help: "Wann der Termin endet. Eine Uhrzeit allein gilt für denselben Tag oder die Nacht danach."},
		EN:   Words{Label: "End", Help: "When the event ends. A time alone means the same day or the night after it."},
		read: ofEvent(func(r *reader, _ *Event, p pair) { r.end(p) }),
	},
	{
		Names: []string{"ganztägig"}, Others: []string{"all_day", "allDay"},
		Kind: Claim, Uses: Events, Example: "true",
		DE:   Words{Label: "Ganztägig", Help: "Der Termin hat keine Uhrzeit."},
		EN:   Words{Label: "All day", Help: "The event has no time of day."},
		read: ofEvent(func(r *reader, e *Event, p pair) { e.AllDay = r.claim(p, false) }),
	},
	{
		Names: []string{"veranstaltungsort"}, Others: []string{"venue", "location"},
		Kind: Line, Uses: Events, Offered: Events, Asked: Events, Example: "Rathaus, Großer Saal",
		DE:   Words{Label: "Veranstaltungsort", Help: "Das Haus und der Raum. Die Stadt oder Gemeinde steht unter „ort“."},
		EN:   Words{Label: "Venue", Help: "The house and the room. The town stands under “places”."},
		read: ofEvent(func(r *reader, e *Event, p pair) { e.Venue = r.text(p).Text }),
	},
	{
		Names: []string{"anschrift"}, Others: []string{"address"},
		Kind: Line, Uses: Events, Offered: Events, Example: "Marktplatz 1, 12345 Musterstadt",
		DE:   Words{Label: "Anschrift", Help: "Straße, Hausnummer, Postleitzahl und Ort, für Karten und Kalender."},
		EN:   Words{Label: "Postal address", Help: "Street, number, postcode and town, for maps and calendars."},
		read: ofEvent(func(r *reader, e *Event, p pair) { e.Address = r.text(p).Text }),
	},
	{
		Names: []string{"online"}, Others: []string{"online_url", "livestream"},
		Kind: Address, Uses: Events, Offered: Events, Example: "https://www.example.org/konferenz",
		DE:   Words{Label: "Online", Help: "Adresse, unter der man aus der Ferne teilnimmt oder zusieht."},
		EN:   Words{Label: "Online", Help: "The address at which one takes part or watches from afar."},
		read: ofEvent(func(r *reader, e *Event, p pair) { e.Online = r.text(p) }),
	},
	{
		Names: []string{"veranstalter"}, Others: []string{"organizer", "organiser"},
		Kind: Line, Uses: Events, Offered: Events, Example: "Stadt Musterstadt",
		DE:   Words{Label: "Veranstalter", Help: "Wer einlädt."},
		EN:   Words{Label: "Organizer", Help: "Who invites."},
		read: ofEvent(func(r *reader, e *Event, p pair) { e.Organizer = r.text(p).Text }),
	},
	{
		Names: []string{"anmeldung"}, Others: []string{"registration"},
		Kind: Line, Uses: Events, Offered: Events, Example: "sprint@musterstadt.example",
		DE:   Words{Label: "Anmeldung", Help: "Ein Satz, eine E-Mail-Adresse oder eine Adresse mit https://."},
		EN:   Words{Label: "Registration", Help: "A sentence, an e-mail address, or an address with https://."},
		read: ofEvent(func(r *reader, e *Event, p pair) { e.Registration = r.text(p) }),
	},
	{
		Names: []string{"abgesagt"}, Others: []string{"cancelled", "canceled"},
		Kind: MomentOrClaim, Uses: Events, Example: "2027-03-02",
		DE:   Words{Label: "Abgesagt", Help: "Der Tag, an dem der Termin abgesagt wurde; oder einfach: ja."},
		EN:   Words{Label: "Cancelled", Help: "The day on which the event was cancelled; or just: yes."},
		read: ofEvent(func(r *reader, e *Event, p pair) { e.Cancelled, e.CancelledOn = r.dateOrClaim(p) }),
	},
	{
		Names: []string{"verschoben_von", "verschoben"}, Others: []string{"moved_from", "previousStartDate"},
		Kind: MomentOrClaim, Uses: Events, Example: "2027-03-11 9:30",
		DE:   Words{Label: "Verschoben von", Help: "Wann der Termin ursprünglich beginnen sollte."},
		EN:   Words{Label: "Moved from", Help: "When the event was to begin originally."},
		read: ofEvent(func(r *reader, e *Event, p pair) { e.Moved, e.MovedFrom = r.dateOrClaim(p) }),
	},
	{
		Names: []string{"kennung"}, Others: []string{"uid"},
		Kind: Line, Uses: Events, Example: "design-sprint-1",
		DE:   Words{Label: "Kennung", Help: "Der Name des Termins in Kalendern. Nur nötig, wenn die Datei umbenannt wird: dann ihr alter Name."},
		EN:   Words{Label: "Identifier", Help: "The event's name in calendars. Needed only if the file is renamed: then its old name."},
		read: func(r *reader, p pair) { r.matter.Event.UID = r.text(p).Text }, // other generators give one to any page
	},
}

// ofEvent returns how a key is read that only events have.
func ofEvent(read func(r *reader, e *Event, p pair)) func(r *reader, p pair) {
	return func(r *reader, p pair) {
		r.noteEvent(p)
		read(r, &r.matter.Event, p)
	}
}
