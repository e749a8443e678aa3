package diag

import "slices"

// Codes of the output folder and of what is written there.
const (
	OutputIsFile    Code = "SB601"
	NotWritable     Code = "SB602"
	OutputInside    Code = "SB603"
	OutputContains  Code = "SB604"
	ForeignFile     Code = "SB605"
	OutputLocked    Code = "SB606"
	DiskFull        Code = "SB607"
	UnsafeName      Code = "SB608"
	SameOutput      Code = "SB609"
	CaseCollision   Code = "SB610"
	WindowsName     Code = "SB611"
	FileAndFolder   Code = "SB612"
	WriteFailed     Code = "SB613"
	MemoryFailed    Code = "SB614"
	ChangedMeantime Code = "SB615"
	StrangeOutput   Code = "SB616"
)

// publishEntries are SB6xx: the output folder.
var publishEntries = slices.Concat(writeEntries, leakEntries)

// writeEntries are those of writing as such.
var writeEntries = []Entry{
	{OutputIsFile, Error,
		Text{"„{1}“ soll der Ausgabeordner sein, ist aber eine Datei.",
			"Die fertige Seite besteht aus vielen Dateien und braucht einen Ordner.",
			"Nennen Sie mit --out einen anderen Ordner, oder benennen Sie die Datei um."},
		Text{"“{1}” is to be the output folder, but is a file.",
			"The finished site consists of many files and needs a folder.",
			"Name another folder with --out, or rename the file."}},
	{NotWritable, Error,
		Text{"In den Ordner „{1}“ lässt sich nicht schreiben: {2}.",
			"Meist gehört der Ordner jemand anderem, oder der Datenträger ist nur zum Lesen eingebunden.",
			"Geben Sie sich Schreibrechte auf den Ordner, oder nennen Sie mit --out einen anderen."},
		Text{"The folder “{1}” cannot be written to: {2}.",
			"Mostly the folder belongs to somebody else, or the disk is mounted read-only.",
			"Get permission to write to the folder, or name another one with --out."}},
	{OutputInside, Error,
		Text{"Der Ausgabeordner „{1}“ liegt in „{2}“, wo die Quellen der Seite liegen.",
			"Der nächste Lauf würde die fertigen Dateien für Quellen halten.",
			"Nennen Sie mit --out einen Ordner daneben, zum Beispiel „public“."},
		Text{"The output folder “{1}” lies in “{2}”, where the site's sources are.",
			"The next build would take the finished files for sources.",
			"Name a folder beside it with --out, for instance “public”."}},
	{OutputContains, Error,
		Text{"Im Ausgabeordner „{1}“ liegen die Quellen der Seite.",
			"Quellen und fertige Seite würden sich vermischen und könnten sich überschreiben.",
			"Nennen Sie mit --out einen eigenen Ordner, zum Beispiel „public“."},
		Text{"The output folder “{1}” holds the sources of the site.",
			"Sources and finished site would be mixed up and could overwrite each other.",
			"Name a folder of its own with --out, for instance “public”."}},
	{ForeignFile, Error,
		Text{"„{1}“ liegt schon im Ausgabeordner, stammt nicht von Stadtbote und steht „{2}“ im Weg.",
			"Fremde Dateien werden nie überschrieben; es könnte die einzige Kopie sein.",
			"Verschieben oder löschen Sie die Datei; gehört sie zur Seite, legen Sie sie unter static/ ab."},
		Text{"“{1}” is in the output folder already, was not made by Stadtbote, and is in the way of “{2}”.",
			"Foreign files are never overwritten: it might be the only copy.",
			"Move or delete the file; if it belongs to the site, put it below static/."}},
	{OutputLocked, Error,
		Text{"In den Ordner „{1}“ schreibt gerade ein anderer Lauf: Prozess {2} auf {3}, seit {4}.",
			"Zwei Läufe zugleich würden sich gegenseitig die Dateien nehmen.",
			"Warten Sie, bis der andere Lauf fertig ist, oder nennen Sie mit --out einen anderen Ordner."},
		Text{"Another build is writing to the folder “{1}”: process {2} on {3}, since {4}.",
			"Two builds at once would take the files from each other.",
			"Wait until the other build is done, or name another folder with --out."}},
	{DiskFull, Error,
		Text{"Der Datenträger ist voll; „{1}“ ließ sich nicht schreiben.",
			"Die bisherige Seite ist unverändert oder wird vom nächsten Lauf vervollständigt.",
			"Schaffen Sie Platz, und starten Sie den Lauf noch einmal."},
		Text{"The disk is full; “{1}” could not be written.",
			"The site so far is unchanged, or the next build completes it.",
			"Make room, and start the build again."}},
	{UnsafeName, Error,
		Text{"„{1}“ ist als Name einer Datei der fertigen Seite nicht erlaubt.",
			"Der Name führt aus dem Ausgabeordner hinaus oder lässt sich nicht als Datei anlegen.",
			"Ändern Sie die Adresse (slug, weiterleitungen, addresses): nur Buchstaben, Ziffern, „-“, „_“, „.“ und „/“."},
		Text{"“{1}” is not allowed as the name of a file of the finished site.",
			"The name leads out of the output folder, or cannot be created as a file.",
			"Change the address (slug, aliases, addresses): only letters, digits, “-”, “_”, “.” and “/”."}},
	{SameOutput, Error,
		Text{"Zwei Quellen würden dieselbe Datei „{1}“ schreiben: {2} und {3}.",
			"Nur eine der beiden wäre zu sehen, und welche, wäre Zufall.",
			"Geben Sie einer der beiden eine andere Adresse, zum Beispiel mit „slug“."},
		Text{"Two sources would write the same file “{1}”: {2} and {3}.",
			"Only one of them could be seen, and which one would be chance.",
			"Give one of them another address, for instance with “slug”."}},
	{CaseCollision, Error,
		Text{"Die Dateien „{1}“ und „{2}“ der fertigen Seite unterscheiden sich nur in Groß- und Kleinschreibung.",
			"Auf diesem Rechner sind das dieselben Namen; eine der beiden ginge verloren.",
			"Benennen Sie eine der beiden Quellen um."},
		Text{"The files “{1}” and “{2}” of the finished site differ only in upper and lower case.",
			"On this computer these are the same name; one of the two would be lost.",
			"Rename one of the two sources."}},
	{WindowsName, Error,
		Text{"„{1}“ lässt sich unter Windows nicht als Datei anlegen, wegen „{2}“.",
			"Windows behält sich manche Namen und Zeichen vor.",
			"Ändern Sie die Adresse (slug) oder den Namen der Datei unter static/."},
		Text{"“{1}” cannot be created as a file on Windows, because of “{2}”.",
			"Windows reserves some names and characters.",
			"Change the address (slug), or the name of the file below static/."}},
	{FileAndFolder, Error,
		Text{"„{1}“ müsste zugleich eine Datei und der Ordner von „{2}“ sein; die Quellen sind {3} und {4}.",
			"Ein Name kann nur eines von beiden sein.",
			"Geben Sie einer der beiden Quellen eine andere Adresse."},
		Text{"“{1}” would have to be a file and the folder of “{2}” at the same time; the sources are {3} and {4}.",
			"A name can be only one of the two.",
			"Give one of the two sources another address."}},
	{WriteFailed, Error,
		Text{"„{1}“ ließ sich nicht schreiben: {2}.",
			"Jede Datei ist entweder noch die alte oder schon die neue; der nächste Lauf bringt alles in Ordnung.",
			"Beheben Sie die Ursache (Rechte, Datenträger, geöffnete Datei), und starten Sie den Lauf noch einmal."},
		Text{"“{1}” could not be written: {2}.",
			"Each file is either still the old one or already the new one; the next build puts everything right.",
			"Mend the cause (permissions, disk, open file), and start the build again."}},
	{MemoryFailed, Warning,
		Text{"Der Zwischenspeicher „{1}“ ließ sich nicht schreiben: {2}.",
			"Die Seite ist fertig und richtig; nur der nächste Lauf dauert länger.",
			"Schaffen Sie Platz oder Schreibrechte, oder nennen Sie mit --cache einen anderen Ordner."},
		Text{"The cache “{1}” could not be written: {2}.",
			"The site is finished and right; only the next build takes longer.",
			"Make room or get permission to write, or name another folder with --cache."}},
	{ChangedMeantime, Error,
		Text{"Die Datei hat sich während des Laufs immer wieder geändert.",
			"Eine Seite aus halb alten, halb neuen Quellen wäre falsch.",
			"Warten Sie, bis alles gespeichert ist, und starten Sie den Lauf noch einmal."},
		Text{"The file kept changing during the build.",
			"A site of half old, half new sources would be wrong.",
			"Wait until everything is saved, and start the build again."}},
	{StrangeOutput, Error,
		Text{"„{1}“ im Ausgabeordner ist weder Datei noch Ordner und steht „{2}“ im Weg.",
			"Durch symbolische Links und Gerätedateien wird nicht hindurchgeschrieben.",
			"Entfernen Sie „{1}“ aus dem Ausgabeordner."},
		Text{"“{1}” in the output folder is neither file nor folder and is in the way of “{2}”.",
			"Nothing is written through symbolic links and device files.",
			"Remove “{1}” from the output folder."}},
}
