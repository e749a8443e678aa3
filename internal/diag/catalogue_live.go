package diag

// Codes of what happens while the program waits for changes, shows a preview,
// or compares a site with one made from nothing.
const (
	PortTaken     Code = "SB901"
	PortInstead   Code = "SB902"
	PortsTaken    Code = "SB903"
	PortRefused   Code = "SB904"
	WatchLimit    Code = "SB905"
	WatchSilent   Code = "SB906"
	NoBrowser     Code = "SB907"
	VerifyInputs  Code = "SB908"
	VerifyForgot  Code = "SB909"
	VerifyMissing Code = "SB910"
	VerifyExtra   Code = "SB911"
	VerifyTouched Code = "SB912"
	VerifyStopped Code = "SB913"
)

// liveEntries are SB9xx: preview, watching, verifying.
var liveEntries = []Entry{
	{PortTaken, Error,
		Text{"Port {1} ist belegt. Frei ist {2}.",
			"Zwei Programme können nicht unter derselben Nummer erreichbar sein; meist läuft schon eine Vorschau.",
			"Rufen Sie auf: stadtbote serve --port {2}"},
		Text{"Port {1} is taken. {2} is free.",
			"Two programs cannot be reached by the same number; mostly a preview is running already.",
			"Run: stadtbote serve --port {2}"}},
	{PortInstead, Note,
		Text{"Port {1} ist belegt, die Vorschau nimmt {2}.",
			"Meist läuft schon eine Vorschau, vielleicht eine andere Website.",
			"Beenden Sie die andere Vorschau, wenn Sie die gewohnte Adresse brauchen."},
		Text{"Port {1} is taken, the preview takes {2}.",
			"Mostly a preview is running already, perhaps of another site.",
			"End the other preview if you need the usual address."}},
	{PortsTaken, Error,
		Text{"Port {1} ist belegt, und in der Nähe ist keiner frei.",
			"So viele Programme auf einmal sind ungewöhnlich; vielleicht laufen alte Vorschauen noch.",
			"Beenden Sie alte Vorschauen, oder lassen Sie irgendeinen Port nehmen: stadtbote serve --port 0"},
		Text{"Port {1} is taken, and none near it is free.",
			"So many programs at once are unusual; perhaps old previews are still running.",
			"End old previews, or let any port be taken: stadtbote serve --port 0"}},
	{PortRefused, Error,
		Text{"Unter {1}, Port {2} lässt sich nichts anbieten: {3}",
			"Entweder ist das keine Adresse dieses Rechners, oder Ports unter 1024 sind der Systemverwaltung vorbehalten.",
			"Lassen Sie --bind weg, oder nehmen Sie einen Port über 1024."},
		Text{"Nothing can be offered at {1}, port {2}: {3}",
			"Either this is no address of this computer, or ports below 1024 are kept for administrators.",
			"Leave out --bind, or take a port above 1024."}},
	{WatchLimit, Warning,
		Text{"Das System erlaubt keine weiteren Beobachtungen; es wird etwa zweimal in der Sekunde nachgesehen. ({1})",
			"Änderungen erscheinen dadurch etwas später.",
			"Auf Linux hilft eine höhere Grenze: sudo sysctl fs.inotify.max_user_watches=524288"},
		Text{"The system allows no more watches; changes are looked for about twice a second. ({1})",
			"So changes appear a little later.",
			"On Linux a higher limit helps: sudo sysctl fs.inotify.max_user_watches=524288"}},
	{WatchSilent, Warning,
		Text{"Dieses Laufwerk meldet keine Änderungen; es wird etwa zweimal in der Sekunde nachgesehen.",
			"Das ist bei Netzlaufwerken und bei Ordnern in virtuellen Maschinen üblich. Änderungen erscheinen etwas später.",
			"Legen Sie die Website auf ein Laufwerk dieses Rechners, wenn Sie das stört."},
		Text{"This drive tells of no changes; they are looked for about twice a second.",
			"That is usual with network drives and folders in virtual machines. Changes appear a little later.",
			"Put the site on a drive of this computer if that disturbs you."}},
	{NoBrowser, Warning,
		Text{"Der Browser ließ sich nicht öffnen: {1}",
			"Die Vorschau läuft trotzdem.",
			"Öffnen Sie die Adresse von Hand: {2}"},
		Text{"The browser could not be opened: {1}",
			"The preview is running all the same.",
			"Open the address by hand: {2}"}},
	{VerifyInputs, Error,
		Text{"„{1}“ ist nicht so, wie es ein Lauf von vorn macht. Seither anders: {2}",
			"Entweder wurde während der Prüfung etwas gespeichert, oder der Lauf davor hat eine Änderung übersehen.",
			"Wiederholen Sie den Befehl. Bleibt es dabei, löschen Sie den Ordner .stadtbote, und melden Sie den Fehler des Programms."},
		Text{"“{1}” is not as a run from nothing makes it. Different since: {2}",
			"Either something was saved during the comparison, or the run before it missed a change.",
			"Repeat the command. If it stays so, delete the folder .stadtbote, and report the fault of the program."}},
	{VerifyForgot, Error,
		Text{"„{1}“ ist nicht so, wie es ein Lauf von vorn macht, obwohl sich nichts geändert hat, woraus die Datei gemacht ist.",
			"Das Programm hat vergessen, wovon diese Datei abhängt. Das ist sein Fehler, nicht Ihrer.",
			"Löschen Sie den Ordner .stadtbote, und bauen Sie neu. Bitte melden Sie den Fehler mit dieser Zeile."},
		Text{"“{1}” is not as a run from nothing makes it, although nothing has changed that the file is made from.",
			"The program forgot what this file depends on. That is its fault, not yours.",
			"Delete the folder .stadtbote and build again. Please report the fault with this line."}},
	{VerifyMissing, Error,
		Text{"„{1}“ fehlt im Ausgabeordner.",
			"Ein Lauf von vorn macht diese Datei.",
			"Bauen Sie noch einmal. Fehlt sie wieder, löschen Sie vorher den Ordner .stadtbote."},
		Text{"“{1}” is missing from the output folder.",
			"A run from nothing makes this file.",
			"Build again. If it is missing again, delete the folder .stadtbote before."}},
	{VerifyExtra, Error,
		Text{"„{1}“ liegt noch im Ausgabeordner, gehört aber nicht mehr zur Seite.",
			"Ein Lauf von vorn macht diese Datei nicht.",
			"Bauen Sie noch einmal. Bleibt sie, löschen Sie sie von Hand."},
		Text{"“{1}” is still in the output folder, but no longer part of the site.",
			"A run from nothing does not make this file.",
			"Build again. If it stays, delete it by hand."}},
	{VerifyTouched, Error,
		Text{"„{1}“ wurde im Ausgabeordner geändert, ohne dass Größe und Zeit es zeigen.",
			"Ein anderes Programm hat die Datei geschrieben und ihre Zeit zurückgestellt, oder der Datenträger ist schadhaft.",
			"Löschen Sie die Datei, und bauen Sie noch einmal."},
		Text{"“{1}” was changed in the output folder, and neither size nor time shows it.",
			"Another program wrote the file and set back its time, or the disk is damaged.",
			"Delete the file and build again."}},
	{VerifyStopped, Error,
		Text{"Ein Lauf von vorn findet Fehler, die der Lauf davor nicht gemeldet hat.",
			"Wahrscheinlich wurde während der Prüfung etwas gespeichert.",
			"Wiederholen Sie den Befehl."},
		Text{"A run from nothing finds errors that the run before it did not report.",
			"Probably something was saved during the comparison.",
			"Repeat the command."}},
}
