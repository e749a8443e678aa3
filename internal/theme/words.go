package theme

// Words are the theme's own words in one language, by key.
type Words map[string]string

// Say returns a word, with {1}, {2}, … in it replaced by args. An unknown key
// is a programmer's mistake and panics; what templates ask for is checked when
// they are loaded.
func (w Words) Say(key string, args ...any) string {
	text, known := w[key]
	if !known {
		panic("theme: no word for " + key)
	}
	return fill(text, args)
}

// WordsOf returns the words of a language; German where there are none.
func WordsOf(language string) Words {
	w := make(Words, len(vocabulary))
	for _, entry := range vocabulary {
		if language == "en" {
			w[entry.key] = entry.en
		} else {
			w[entry.key] = entry.de
		}
	}
	return w
}

// vocabulary is every word of the theme, ordered by where it stands on a page.
var vocabulary = []struct{ key, de, en string }{
	{"skip", "Zum Inhalt springen", "Skip to content"},
	{"menu", "Menü", "Menu"},
	{"main-menu", "Hauptmenü", "Main menu"},
	{"search-term", "Suchbegriff", "Search for"},
	{"search-hint", "Suchen …", "Search …"},
	{"search-do", "Suchen", "Search"},
	{"search", "Suche", "Search"},
	{"you-are-here", "Sie sind hier", "You are here"},
	{"home", "Startseite", "Home"},

	{"ad", "Anzeige", "Advertisement"},
	{"press-release", "Pressemitteilung", "Press release"},
	{"photo-credit", "Bildquelle", "Picture credit"},
	{"editors", "Redaktion", "editorial staff"},
	{"correction", "Berichtigung", "Correction"},
	{"links", "Links", "Links"},
	{"earlier", "Früher berichtet", "Earlier reports"},
	{"later", "Später dazu", "Later on this"},
	{"tags", "Stichwörter", "Keywords"},
	{"places", "Orte", "Places"},
	{"title-section", "Rubrik {1}", "Section {1}"},
	{"title-tag", "Stichwort {1}", "Keyword {1}"},
	{"title-place", "Ort {1}", "Place {1}"},
	{"title-year", "Archiv {1}", "Archive {1}"},
	{"title-month", "Archiv {1}", "Archive {1}"},
	{"share", "Weitergeben", "Pass on"},
	{"address", "Adresse", "Address"},
	{"updated", "Aktualisiert", "Updated"},
	{"print-version", "Druckversion", "Print version"},
	{"pdf", "PDF", "PDF"},
	{"mail-link", "Link mailen", "Mail this link"},
	{"withdrawn", "Diese Meldung wurde zurückgezogen.", "This report has been withdrawn."},
	{
		"withdrawn-why", "Die Adresse bleibt bestehen, damit Verweise hierher nicht ins Leere führen. Der Text ist nicht mehr abrufbar.",
		"The address stays, so that links to it do not lead nowhere. The text is no longer available.",
	},
	{"newest", "Aktuelle Meldungen", "Latest news"},
	{"related", "Zum gleichen Thema", "On the same topic"},
	{"more-from", "Weitere Meldungen und Beiträge aus dem Bereich {1}", "More news and reports from {1}"},
	{"all-from", "Alle Meldungen aus dem Bereich {1}", "All news from {1}"},
	{"more", "mehr…", "more…"},
	{"more-about", "zu: {1}", "about: {1}"},
	{"neighbours", "Vorige und nächste Meldung", "Previous and next report"},
	{"newer-report", "Neuere Meldung", "Newer report"},
	{"older-report", "Ältere Meldung", "Older report"},
	{"on-this-page", "Auf dieser Seite", "On this page"},

	{"as-of", "Stand:", "As of"},
	{"from-sections", "Neues aus den Rubriken", "News by section"},
	{"reports", "Meldungen", "News"},
	{"report", "Meldung", "report"},
	{"count-one", "1 Meldung", "1 report"},
	{"count", "{1} Meldungen", "{1} reports"},
	{"count-newest", "{1} Meldungen, die neuesten zuerst", "{1} reports, newest first"},
	{"feed-of", "{1} als Feed", "{1} as a feed"},
	{"all-reports", "Alle Meldungen", "All news"},
	{"no-reports", "Hier steht noch nichts.", "Nothing here yet."},
	{"also-known", "Auch gesucht als: {1}", "Also searched for as: {1}"},
	{"pages", "Seiten", "Pages"},
	{"page", "Seite", "Page"},
	{"page-of", "Seite {1} von {2}", "Page {1} of {2}"},
	{"newer", "Neuere Meldungen", "Newer reports"},
	{"older", "Ältere Meldungen", "Older reports"},
	{"months-of", "Monate des Jahres {1}", "Months of {1}"},

	{"events", "Termine", "Events"},
	{"events-lead", "Was ansteht, der nächste Termin zuerst.", "What is ahead, the next event first."},
	{"events-none", "Zurzeit ist kein Termin angekündigt.", "No event is announced at present."},
	{"events-past", "Vergangene Termine", "Past events"},
	{"events-past-lead", "Was war, das Jüngste zuerst.", "What has been, the latest first."},
	{"events-coming", "Kommende Termine", "Coming events"},
	{"events-calendar", "Alle Termine als Kalender (ICS)", "All events as a calendar (ICS)"},
	{"event-calendar", "In den Kalender", "Add to calendar"},
	{"event-calendar-of", ": {1}", ": {1}"},
	{"event-file", "Kalender", "Calendar"},
	{"next-event", "Nächster Termin", "Next event"},
	{"when", "Wann", "When"},
	{"until", "bis", "to"},
	{"where", "Wo", "Where"},
	{"online", "Online", "Online"},
	{"online-too", "auch online", "online as well"},
	{"online-join", "Online teilnehmen", "Take part online"},
	{"organizer", "Veranstalter", "Organizer"},
	{"registration", "Anmeldung", "Registration"},
	{"cancelled", "Abgesagt", "Cancelled"},
	{"cancelled-on", "Abgesagt am", "Cancelled on"},
	{"moved", "Verschoben", "Moved"},
	{"moved-from", "Ursprünglich", "Originally"},
	{"event-past", "Dieser Termin ist vorbei.", "This event is over."},
	{"event-cancelled", "Dieser Termin wurde abgesagt.", "This event has been cancelled."},

	{"tags-a-z", "Stichwörter von A bis Z", "Keywords from A to Z"},
	{
		"tags-lead", "Die Zahl sagt, wie viele Meldungen unter einem Stichwort stehen. Was zwanzig Mal oder öfter vorkommt, ist fett gesetzt.",
		"The figure tells how many reports there are for a keyword. Those with twenty or more are set in bold.",
	},
	{"places-a-z", "Orte von A bis Z", "Places from A to Z"},
	{"places-lead", "Jedes Schild führt zu den Meldungen aus dem Ort.", "Each sign leads to the reports about that place."},
	{"places-elsewhere", "Orte stehen im Ortsverzeichnis:", "Places have an index of their own:"},
	{"initials", "Anfangsbuchstaben", "Initial letters"},
	{"see", "{1}, siehe", "{1}, see"},
	{"tag-count", "{1} Stichwörter", "{1} keywords"},
	{"tag-count-one", "1 Stichwort", "1 keyword"},
	{"place-count", "{1} Orte", "{1} places"},
	{"place-count-one", "1 Ort", "1 place"},
	{"archive", "Archiv", "Archive"},
	{"archive-lead", "Alle Meldungen nach Jahr und Monat.", "All reports by year and month."},
	{
		"search-lead", "Eine Suche im Text gibt es noch nicht. Diese Verzeichnisse führen zu jeder Meldung.",
		"There is no full-text search yet. These indexes lead to every report.",
	},
	{"search-by-tag", "Nach Stichwort", "By keyword"},
	{"search-by-month", "Nach Monat", "By month"},

	{"not-found", "Sie verlassen das Verzeichnis", "You are leaving the directory"},
	{"not-found-code", "Fehler 404", "Error 404"},
	{
		"not-found-lead", "Unter dieser Adresse steht nichts oder nichts mehr. Wenden ist erlaubt:",
		"There is nothing at this address, or no longer. You may turn round:",
	},
	{"this-page", "diese Seite", "this page"},
	{"to-home", "Zur Startseite", "To the start page"},

	{"print-back", "Zurück zur Meldung", "Back to the report"},
	{"print-how", "(zum Drucken: Strg + P)", "(to print: Ctrl + P)"},
	{"pdf-of", "von", "of"},
	{"pdf-note", "Fußnote", "Footnote"},
	{"pdf-back", "Zurück zum Text", "Back to the text"},
	{"pdf-picture", "Bild:", "Picture:"},
	{"pdf-code", "QR-Code der Adresse {1}", "QR code of the address {1}"},
	{"dossier", "Pressespiegel", "Press review"},
	{"dossier-contents", "Inhalt", "Contents"},
	{"dossier-span", "{1} bis {2}", "{1} to {2}"},
	{"dossier-publisher", "Herausgeber", "Publisher"},
	{"legal", "Rechtliches", "Legal notices"},
	{"foot-menu", "Rechtliches und Verzeichnisse", "Legal notices and indexes"},
	{"barrier-subject", "Barriere gemeldet", "Barrier reported"},
	{"barrier-body", "Seite: {1}\n\nWas funktioniert nicht?\n", "Page: {1}\n\nWhat does not work?\n"},
	{"report-barrier", "Barriere melden", "Report a barrier"},
}
