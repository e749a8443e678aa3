package diag

// Codes of the files of data/ that pages are made from.
const (
	DataMissing          Code = "SB430"
	DataMissingOrNone    Code = "SB431"
	StatementContradicts Code = "SB432"
	StatementReviewed    Code = "SB433"
	LandUnknown          Code = "SB434"
	AGSForm              Code = "SB435"
	AGSLand              Code = "SB436"
	MunicipalityTwice    Code = "SB437"
)

var dataEntries = []Entry{
	{DataMissing, Error,
		Text{"Die Angabe „{1}“ fehlt.",
			"Aus dieser Datei entsteht eine Seite, die das Gesetz verlangt; ohne die Angabe wäre sie unvollständig.",
			"Schreiben Sie zum Beispiel: {2}"},
		Text{"“{1}” is missing.",
			"A page that the law demands is made from this file; without it the page would be incomplete.",
			"Write, for instance: {2}"}},
	{DataMissingOrNone, Warning,
		Text{"Die Angabe „{1}“ fehlt.",
			"Sie ist Pflicht, wenn es sie gibt; ob es sie gibt, kann das Programm nicht wissen.",
			"Tragen Sie sie ein, oder schreiben Sie, dass es keine gibt: {2}"},
		Text{"“{1}” is missing.",
			"It is required if it exists; whether it does, the program cannot know.",
			"Give it, or say that there is none: {2}"}},
	{StatementContradicts, Error,
		Text{"Die Seite soll vollständig vereinbar sein, nennt aber {1} Lücken.",
			"Eine Erklärung, die sich widerspricht, gilt als keine.",
			"Schreiben Sie „vereinbarkeit: teilweise“, oder löschen Sie geschlossene Lücken."},
		Text{"The site is said to conform fully, but {1} gaps are named.",
			"A statement that contradicts itself counts as none.",
			"Write “status: partial”, or delete gaps that are closed."}},
	{StatementReviewed, Error,
		Text{"Die Erklärung wurde überprüft ({1}), bevor es sie gab ({2}).",
			"Eines der beiden Daten ist falsch.",
			"Berichtigen Sie „erstellt“ oder „geprueft“."},
		Text{"The statement was reviewed ({1}) before it existed ({2}).",
			"One of the two dates is wrong.",
			"Mend “created” or “reviewed”."}},
	{LandUnknown, Error,
		Text{"Ein Land „{1}“ gibt es nicht. Gemeint ist vielleicht: {2}",
			"Die Kommunen werden nach Ländern geordnet; es gibt sechzehn.",
			"Schreiben Sie den amtlichen Namen des Landes."},
		Text{"There is no Land “{1}”. Perhaps this is meant: {2}",
			"Municipalities are ordered by Länder, of which there are sixteen.",
			"Write the official German name of the Land."}},
	{AGSForm, Error,
		Text{"„{1}“ ist kein Amtlicher Gemeindeschlüssel.",
			"Ein Schlüssel hat acht Ziffern: zwei für das Land, drei für den Kreis, drei für die Gemeinde.",
			"Schreiben Sie alle acht Ziffern, führende Nullen in Anführungszeichen: ags: \"01001000\". Oder lassen Sie die Zeile weg."},
		Text{"“{1}” is no official municipality key.",
			"A key has eight digits: two for the Land, three for the district, three for the municipality.",
			"Write all eight digits, leading zeros in quotation marks: ags: \"01001000\". Or leave the line out."}},
	{AGSLand, Error,
		Text{"Der Schlüssel {1} gehört zum Land {2}, nicht zu {3}.",
			"Die ersten beiden Ziffern nennen das Land.",
			"Berichtigen Sie den Schlüssel oder das Land."},
		Text{"The key {1} belongs to the Land {2}, not to {3}.",
			"Its first two digits name the Land.",
			"Mend the key or the Land."}},
	{MunicipalityTwice, Warning,
		Text{"„{1}“ steht schon in Zeile {2}.",
			"Die Liste zeigte die Kommune zweimal.",
			"Löschen Sie einen der beiden Einträge."},
		Text{"“{1}” stands in line {2} already.",
			"The list would show the municipality twice.",
			"Delete one of the two entries."}},
}
