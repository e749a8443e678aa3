package diag

// Codes of events.
const (
	EventNoBegin   Code = "SB370"
	EventEndsEarly Code = "SB371"
	EventHalfTime  Code = "SB372"
	EventWithdrawn Code = "SB373"
	EventKeyAstray Code = "SB374"
	EventNowhere   Code = "SB375"
	EventUndated   Code = "SB376"
	HourLost       Code = "SB377"
	HourBoth       Code = "SB378"
	EventUIDTwice  Code = "SB379"
)

var eventEntries = []Entry{
	{EventNoBegin, Error,
		Text{"Dem Termin fehlt der Beginn.",
			"Ohne Beginn lässt er sich weder einordnen noch in einen Kalender übernehmen. „datum“ ist der Tag, an dem er bekannt wurde.",
			"Tragen Sie ein, zum Beispiel: beginn: 18.3.2027 9:30"},
		Text{"The event lacks its beginning.",
			"Without it the event can neither be put in order nor be taken into a calendar. “date” is the day on which it was announced.",
			"Write, for instance: start: 2027-03-18 9:30"}},
	{EventEndsEarly, Error,
		Text{"Der Termin endet ({1}), bevor er beginnt ({2}).",
			"Kalenderprogramme lehnen einen solchen Termin ab.",
			"Berichtigen Sie „beginn“ oder „ende“. Eine Uhrzeit allein (ende: 2:00) gilt für denselben Tag oder die Nacht danach."},
		Text{"The event ends ({1}) before it begins ({2}).",
			"Calendar programs refuse such an event.",
			"Mend “start” or “end”. A time alone (end: 2:00) means the same day or the night after it."}},
	{EventHalfTime, Warning,
		Text{"Nur eine der beiden Angaben „beginn“ und „ende“ hat eine Uhrzeit; der Termin gilt als {1}.",
			"Ein Kalender kennt Termine mit Uhrzeit und ganztägige, aber keine halben.",
			"Geben Sie beiden eine Uhrzeit oder keinem; oder schreiben Sie: ganztägig: true"},
		Text{"Only one of “start” and “end” has a time; the event is taken for {1}.",
			"A calendar knows events with times and those of whole days, but none in between.",
			"Give both a time, or neither; or write: all_day: true"}},
	{EventWithdrawn, Error,
		Text{"Ein Termin wird nicht zurückgezogen, sondern abgesagt.",
			"Wer ihn im Kalender hat, erfährt nur so davon.",
			"Schreiben Sie den Tag der Absage: abgesagt: 2.3.2027"},
		Text{"An event is not withdrawn but cancelled.",
			"Only so do those learn of it who have it in their calendars.",
			"Write the day of the cancellation: cancelled: 2027-03-02"}},
	{EventKeyAstray, Warning,
		Text{"„{1}“ gibt es nur bei Terminen; hier hat es keine Wirkung.",
			"Termine sind die Dateien unter content/termine/.",
			"Verschieben Sie die Datei dorthin, oder löschen Sie die Zeile."},
		Text{"“{1}” exists in events only; here it has no effect.",
			"Events are the files below content/termine/.",
			"Move the file there, or delete the line."}},
	{EventNowhere, Warning,
		Text{"Der Termin sagt nicht, wo er stattfindet.",
			"Leserinnen und Leser wüssten nicht, wohin.",
			"Tragen Sie „veranstaltungsort“, „ort“ oder „online“ ein."},
		Text{"The event does not say where it takes place.",
			"Readers would not know where to go.",
			"Give “venue”, “places” or “online”."}},
	{EventUndated, Warning,
		Text{"Der Termin ist {1}, sagt aber nicht, seit wann.",
			"Kalenderprogramme übernehmen eine Änderung nur, wenn sie neuer ist als das, was sie kennen.",
			"Tragen Sie den Tag der Änderung ein, zum Beispiel: aktualisiert: 2.3.2027"},
		Text{"The event is {1}, but does not say since when.",
			"Calendar programs take over a change only if it is newer than what they know.",
			"Give the day of the change, for instance: updated: 2027-03-02"}},
	{HourLost, Warning,
		Text{"Die Uhrzeit „{1}“ gibt es nicht: In dieser Nacht wird die Uhr vorgestellt. Verstanden wird {2} Uhr.",
			"Wenn die Sommerzeit beginnt, folgt auf 1.59 Uhr gleich 3.00 Uhr.",
			"Nennen Sie eine Uhrzeit davor oder danach."},
		Text{"There is no time “{1}”: the clocks go forward that night. It is taken for {2}.",
			"When summer time begins, 1:59 is followed by 3:00.",
			"Give a time before or after it."}},
	{HourBoth, Warning,
		Text{"Die Uhrzeit „{1}“ gibt es zweimal: In dieser Nacht wird die Uhr zurückgestellt. Verstanden wird die erste.",
			"Wenn die Sommerzeit endet, kommt die Stunde nach 2 Uhr noch einmal.",
			"Schreiben Sie für die erste {2}, für die zweite {3}."},
		Text{"The time “{1}” comes twice: the clocks go back that night. The first one is taken.",
			"When summer time ends, the hour after 2:00 comes again.",
			"Write {2} for the first, {3} for the second."}},
	{EventUIDTwice, Error,
		Text{"Die Kennung „{1}“ trägt schon der Termin {2}.",
			"Kalenderprogramme hielten die beiden für einen Termin und zeigten nur einen.",
			"Geben Sie einem der beiden eine andere „kennung“."},
		Text{"The event {2} already has the identifier “{1}”.",
			"Calendar programs would take the two for one, and show only one.",
			"Give one of them another “uid”."}},
}
