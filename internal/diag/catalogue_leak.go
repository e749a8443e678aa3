package diag

// Codes of the leak test: what must not appear yet.
const (
	TextLeaks    Code = "SB640"
	QuoteLeaks   Code = "SB641"
	PictureLeaks Code = "SB642"
	NameLeaks    Code = "SB643"
	StaticShows  Code = "SB644"
)

// Leak reports whether a finding says that something secret would get out:
// leaving out an article does not mend that, unless it is the one that tells
// (QuoteLeaks).
func Leak(code Code) bool { return code >= TextLeaks && code <= "SB659" }

// leakEntries are SB640 to SB659: embargoed articles and drafts in the output.
var leakEntries = []Entry{
	{TextLeaks, Error,
		Text{"Hier steht „{1}“ aus {2}, das noch nicht erscheinen darf; es käme in die fertige Datei {3}, Zeile {4} (betroffene Dateien: {5}).",
			"Wer die Seite liest oder ihren Quelltext ansieht, wüsste vor der Zeit Bescheid; eine Sperrfrist wäre gebrochen.",
			"Löschen Sie die Stelle, oder veröffentlichen Sie sie erst mit der Meldung. Ist es kein Geheimnis, ändern Sie die Sperrfrist oder den Entwurf."},
		Text{"Here stands “{1}” of {2}, which may not appear yet; it would get into the finished file {3}, line {4} (files concerned: {5}).",
			"Who reads the site or looks at its source would know before the time; an embargo would be broken.",
			"Delete the passage, or publish it together with the report. If it is no secret, change the embargo or the draft."}},
	{QuoteLeaks, Error,
		Text{"Der Artikel verrät „{1}“ aus {2}, das bis zu seiner Sperrfrist nicht erscheinen darf.",
			"Schon die Schlagzeile oder die Adresse einer gesperrten Meldung sagt, was kommt.",
			"Streichen Sie die Stelle, oder geben Sie auch diesem Artikel die Sperrfrist. Ist sie unbedenklich, schreiben Sie darüber: <!-- stadtbote:erlaube SB641 Grund -->"},
		Text{"The article gives away “{1}” of {2}, which may not appear before its embargo ends.",
			"Even the headline or the address of an embargoed report tells what is to come.",
			"Delete the passage, or put this article under the embargo as well. If it does no harm, write above it: <!-- stadtbote:allow SB641 reason -->"}},
	{PictureLeaks, Error,
		Text{"Das Bild oder die Datei {1} gehört zu {2}, das noch nicht erscheinen darf; es läge als {3} in der Ausgabe.",
			"Auch ein Bild ohne Text verrät eine gesperrte Meldung; Suchmaschinen und Archive finden es.",
			"Nehmen Sie die Kopie aus static/ oder aus dem anderen Artikel, bis die Meldung erscheint."},
		Text{"The picture or file {1} belongs to {2}, which may not appear yet; it would lie in the output as {3}.",
			"A picture without a text gives an embargoed report away as well; search engines and archives find it.",
			"Take the copy out of static/ or out of the other article until the report appears."}},
	{NameLeaks, Error,
		Text{"Die fertige Datei {3} trägt den Namen „{1}“ aus {2}, das noch nicht erscheinen darf.",
			"Adressen stehen in Verzeichnissen, Protokollen und Suchmaschinen; schon der Name verrät die Meldung.",
			"Benennen Sie die Datei um, oder nehmen Sie sie heraus, bis die Meldung erscheint."},
		Text{"The finished file {3} has the name “{1}” of {2}, which may not appear yet.",
			"Addresses stand in listings, logs and search engines; the name alone gives the report away.",
			"Rename the file, or take it out until the report appears."}},
	{StaticShows, Warning,
		Text{"Das Bild {1} liegt in static/ und ist damit öffentlich, obwohl nur diese gesperrte Meldung es zeigt.",
			"Alles in static/ wird veröffentlicht, auch wenn keine Seite darauf verweist; das Bild könnte die Meldung verraten.",
			"Legen Sie das Bild in den Ordner der Meldung; von dort kommt es erst mit ihr heraus."},
		Text{"The picture {1} lies in static/ and thus is public, although only this embargoed report shows it.",
			"Everything in static/ is published, even if no page refers to it; the picture could give the report away.",
			"Put the picture into the folder of the report; from there it comes out together with it."}},
}
