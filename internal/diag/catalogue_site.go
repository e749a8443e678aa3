package diag

import "slices"

// Codes of the site as a whole: addresses, sections, tags, links.
const (
	SlugEmpty         Code = "SB301"
	AddressTaken      Code = "SB302"
	AddressForbidden  Code = "SB303"
	PathLeaves        Code = "SB304"
	SectionUnknown    Code = "SB305"
	DateAhead         Code = "SB306"
	LayoutUnknown     Code = "SB307"
	TermSpelling      Code = "SB310"
	TermEmpty         Code = "SB311"
	TermClash         Code = "SB312"
	LinkDead          Code = "SB320"
	AnchorDead        Code = "SB321"
	LinkUnpublished   Code = "SB322"
	PictureMissing    Code = "SB323"
	PictureUnreadable Code = "SB324"
	PictureRemote     Code = "SB325"
	RelatedDead       Code = "SB330"
	RelatedSelf       Code = "SB331"
	AliasTaken        Code = "SB340"
	AliasForeign      Code = "SB341"
	AliasQuery        Code = "SB342"
	AliasSelf         Code = "SB343"
	AssetLinkDead     Code = "SB350"
	AssetImportLoop   Code = "SB351"
)

// siteEntries are SB3xx: the site as a whole: addresses, links, tags.
var siteEntries = slices.Concat(addressEntries, termEntries, linkEntries, redirectEntries, assetEntries, eventEntries, pictureEntries)

var addressEntries = []Entry{
	{SlugEmpty, Error,
		Text{"Aus „{1}“ lässt sich keine Adresse bilden.",
			"Eine Adresse besteht aus Buchstaben und Ziffern; hier ist keines von beiden übrig geblieben.",
			"Tragen Sie eine Adresse ein, zum Beispiel: slug: neue-bruecke"},
		Text{"No address can be made from “{1}”.",
			"An address consists of letters and digits; none of them is left here.",
			"Give an address, for instance: slug: new-bridge"}},
	{AddressTaken, Error,
		Text{"Die Adresse {1} ist schon vergeben: an {2}.",
			"Unter einer Adresse kann nur eine Seite oder Datei liegen; die eine würde die andere überschreiben.",
			"Geben Sie einer von beiden eine andere Adresse, etwa mit: slug: andere-adresse"},
		Text{"The address {1} is taken already, by {2}.",
			"Only one page or file can be at an address; one would overwrite the other.",
			"Give one of them another address, for instance by: slug: other-address"}},
	{AddressForbidden, Error,
		Text{"Die Adresse {1} enthält „{2}“; so darf unter Windows keine Datei heißen.",
			"Die fertige Seite ließe sich auf vielen Rechnern weder anlegen noch kopieren.",
			"Wählen Sie einen anderen Namen, zum Beispiel „{2}-info“ statt „{2}“, ohne die Zeichen < > : \" | ? * und ohne Punkt am Ende."},
		Text{"The address {1} contains “{2}”, which cannot be a file's name on Windows.",
			"The finished site could be neither made nor copied on many machines.",
			"Choose another name, such as “{2}-info” instead of “{2}”, without < > : \" | ? * and without a dot at the end."}},
	{PathLeaves, Error,
		Text{"„{1}“ führt aus dem Ordner der Seite hinaus.",
			"Veröffentlicht wird nur, was im Ordner der Seite liegt; alles andere auf dem Rechner bleibt privat.",
			"Legen Sie die Datei in den Ordner des Artikels oder nach static/, und schreiben Sie den Pfad ohne überzählige „../“."},
		Text{"“{1}” leads out of the site's folder.",
			"Only what lies in the site's folder is published; everything else on the machine stays private.",
			"Put the file into the article's folder or into static/, and write its path without surplus “../”."}},
	{SectionUnknown, Error,
		Text{"Die Rubrik „{1}“ gibt es nicht. Gemeint ist vielleicht „{2}“.",
			"Die Rubriken stehen in stadtbote.yaml unter „sections“; eine Meldung gehört zu genau einer davon.",
			"Schreiben Sie eine dieser Rubriken: {3}. Oder nehmen Sie „{1}“ in stadtbote.yaml auf."},
		Text{"There is no section “{1}”. Perhaps “{2}” is meant.",
			"The sections are listed in stadtbote.yaml under “sections”; a report belongs to exactly one of them.",
			"Write one of these sections: {3}. Or add “{1}” to stadtbote.yaml."}},
	{DateAhead, Warning,
		Text{"Das Datum {1} liegt in der Zukunft; die Meldung erscheint trotzdem sofort.",
			"Das Datum steht über der Meldung. Zurückgehalten wird sie nur durch eine Sperrfrist.",
			"Soll sie erst dann erscheinen, tragen Sie ein: sperrfrist: {1}. Ist es ein Tippfehler, berichtigen Sie das Datum."},
		Text{"The date {1} lies ahead; the report is published at once all the same.",
			"The date stands above the report. Only an embargo holds it back.",
			"If it is to appear only then, write: embargo: {1}. If it is a typing error, mend the date."}},
	{LayoutUnknown, Error,
		Text{"Eine Vorlage „{1}.html“ gibt es nicht. Vorhanden: {2}.",
			"Eine Seite nennt mit „vorlage“ eine Datei unter templates/, ohne die Endung .html.",
			"Berichtigen Sie den Namen, legen Sie die Vorlage an („stadtbote eject page.html“ gibt ein Muster), oder löschen Sie die Zeile."},
		Text{"There is no template “{1}.html”. There are: {2}.",
			"By “vorlage”, a page names a file below templates/, without its ending .html.",
			"Mend the name, make the template (“stadtbote eject page.html” gives a pattern), or delete the line."}},
}

var termEntries = []Entry{
	{TermSpelling, Warning,
		Text{"„{1}“ heißt sonst „{2}“; beides führt auf dieselbe Seite.",
			"Gezeigt wird die häufigere Schreibweise. Eine einheitliche Schreibung hält die Listen übersichtlich.",
			"Schreiben Sie „{2}“, oder legen Sie die Schreibweise in data/stichwoerter.yaml fest."},
		Text{"“{1}” is otherwise spelled “{2}”; both lead to the same page.",
			"The commoner spelling is shown. One spelling keeps the lists clear.",
			"Write “{2}”, or settle the spelling in data/stichwoerter.yaml."}},
	{TermEmpty, Warning,
		Text{"Aus „{1}“ lässt sich keine Adresse bilden; der Eintrag wird weggelassen.",
			"Jedes Stichwort und jeder Ort hat eine eigene Seite; deren Adresse besteht aus Buchstaben und Ziffern.",
			"Wählen Sie ein Wort mit Buchstaben oder Ziffern, oder löschen Sie den Eintrag."},
		Text{"No address can be made from “{1}”; the entry is left out.",
			"Each tag and each place has a page of its own, whose address consists of letters and digits.",
			"Choose a word with letters or digits, or delete the entry."}},
	{TermClash, Error,
		Text{"„{1}“ und „{2}“ hätten dieselbe Adresse: {3}.",
			"In einer Adresse bleiben nur Buchstaben und Ziffern übrig; diese beiden unterscheiden sich dort nicht mehr.",
			"Schreiben Sie eines der beiden anders, oder führen Sie sie in data/stichwoerter.yaml als Synonyme zusammen."},
		Text{"“{1}” and “{2}” would have the same address: {3}.",
			"Only letters and digits are left in an address; there these two no longer differ.",
			"Write one of them differently, or join them as synonyms in data/stichwoerter.yaml."}},
}

var linkEntries = []Entry{
	{LinkDead, Error,
		Text{"Der Verweis „{1}“ führt ins Leere. Am nächsten kommt: {2}",
			"Unter dieser Adresse wird nichts veröffentlicht; Leserinnen und Leser bekämen eine Fehlerseite.",
			"Berichtigen Sie den Verweis, oder nehmen Sie ihn heraus."},
		Text{"The link “{1}” leads nowhere. The nearest is: {2}",
			"Nothing is published at this address; readers would get an error page.",
			"Mend the link, or take it out."}},
	{AnchorDead, Error,
		Text{"Die Sprungmarke „{1}“ gibt es nicht. Am nächsten kommt: {2}",
			"Sprungmarken entstehen aus den Überschriften des Textes; wird eine Überschrift geändert, ändert sich die Marke.",
			"Berichtigen Sie den Teil hinter dem „#“, oder verweisen Sie auf die ganze Seite."},
		Text{"There is no anchor “{1}”. The nearest is: {2}",
			"Anchors are made from the headings of a text; when a heading changes, so does its anchor.",
			"Mend the part behind the “#”, or link to the whole page."}},
	{LinkUnpublished, Error,
		Text{"„{1}“ verweist auf {2}, und das wird zurzeit nicht veröffentlicht.",
			"Es ist ein Entwurf, gesperrt, abgelaufen oder fehlerhaft; der Verweis liefe ins Leere und verriete die Adresse.",
			"Nehmen Sie den Verweis heraus, bis das Ziel erscheint. Steht weiter oben ein Fehler in {2}, genügt es, den zu berichtigen."},
		Text{"“{1}” leads to {2}, which is not published at present.",
			"It is a draft, under embargo, expired or broken; the link would lead nowhere and give its address away.",
			"Take the link out until its target appears. If there is an error in {2} above, it is enough to mend that."}},
	{PictureMissing, Error,
		Text{"Das Bild „{1}“ gibt es nicht. Am nächsten kommt: {2}",
			"Gesucht wurde neben dem Artikel und in static/. Groß- und Kleinschreibung zählen.",
			"Legen Sie das Bild in den Ordner des Artikels oder nach static/, oder berichtigen Sie den Namen."},
		Text{"There is no picture “{1}”. The nearest is: {2}",
			"It was looked for beside the article and in static/. Capital letters matter.",
			"Put the picture into the article's folder or into static/, or mend its name."}},
	{PictureUnreadable, Error,
		Text{"„{1}“ ist kein lesbares Bild.",
			"Gelesen werden JPEG, PNG, GIF, WebP und SVG. Ohne Breite und Höhe spränge die Seite beim Laden.",
			"Öffnen Sie {1} in einem Bildprogramm, und speichern Sie es neu als JPEG oder PNG."},
		Text{"“{1}” is not a readable picture.",
			"JPEG, PNG, GIF, WebP and SVG are read. Without width and height the page would jump while loading.",
			"Open {1} in a picture editor, and save it again as JPEG or PNG."}},
	{PictureRemote, Error,
		Text{"Das Bild „{1}“ liegt auf einem fremden Server.",
			"Beim Lesen der Seite erführe der fremde Betreiber, wer sie liest; das ist ohne Einwilligung nicht erlaubt.",
			"Laden Sie das Bild herunter, prüfen Sie die Rechte, und legen Sie es neben den Artikel."},
		Text{"The picture “{1}” lies on someone else's server.",
			"When the page is read, that operator would learn who reads it, which is not allowed without consent.",
			"Download the picture, check its rights, and put it beside the article."}},
	{RelatedDead, Error,
		Text{"Die frühere Meldung „{1}“ gibt es nicht. Am nächsten kommt: {2}",
			"Unter „siehe_auch“ steht der Pfad oder die Adresse einer Meldung dieser Seite.",
			"Berichtigen Sie den Eintrag. Fremde Seiten gehören unter „links“."},
		Text{"There is no earlier report “{1}”. The nearest is: {2}",
			"Under “related” stands the path or the address of a report of this site.",
			"Mend the entry. Other sites belong under “links”."}},
	{RelatedSelf, Error,
		Text{"Die Meldung nennt unter „siehe_auch“ sich selbst: „{1}“.",
			"Der Verweis führte auf die Seite, auf der er steht.",
			"Löschen Sie den Eintrag, oder nennen Sie die Meldung, die gemeint ist."},
		Text{"The report names itself under “related”: “{1}”.",
			"The link would lead to the page that it stands on.",
			"Delete the entry, or name the report that is meant."}},
}

var redirectEntries = []Entry{
	{AliasTaken, Error,
		Text{"Die Weiterleitung {1} überdeckt, was es dort schon gibt: {2}.",
			"Eine frühere Adresse kann nur weiterleiten, wenn dort nichts anderes mehr liegt.",
			"Löschen Sie die Weiterleitung, oder geben Sie dem anderen Inhalt eine neue Adresse."},
		Text{"The redirect {1} hides what is there already: {2}.",
			"A former address can lead on only if nothing else is left there.",
			"Delete the redirect, or give the other content a new address."}},
	{AliasForeign, Error,
		Text{"„{1}“ ist keine Adresse dieser Seite; weiterleiten lässt sich nur von hier.",
			"Was unter einer fremden Adresse geschieht, bestimmt deren Betreiber.",
			"Schreiben Sie den Pfad allein, zum Beispiel: /alte-adresse/"},
		Text{"“{1}” is not an address of this site; only its own can lead on.",
			"What happens at someone else's address is for its operator to say.",
			"Write the path alone, for instance: /old-address/"}},
	{AliasQuery, Error,
		Text{"„{1}“ enthält „?“ oder „#“; solche Adressen lassen sich nicht als Datei weiterleiten.",
			"Ein einfacher Webserver sieht nur den Teil vor dem Fragezeichen.",
			"Schreiben Sie die Adresse ohne „?“ und „#“, oder richten Sie diese Weiterleitung am Server ein."},
		Text{"“{1}” contains “?” or “#”; such addresses cannot be led on by a file.",
			"A plain web server sees only the part before the question mark.",
			"Write the address without “?” and “#”, or set this redirect up at the server."}},
	{AliasSelf, Error,
		Text{"Die Weiterleitung {1} führt auf sich selbst.",
			"Das ist die heutige Adresse dieses Artikels; der Browser käme nie an.",
			"Löschen Sie den Eintrag. Hier stehen nur frühere Adressen."},
		Text{"The redirect {1} leads to itself.",
			"That is the present address of this article; a browser would never arrive.",
			"Delete the entry. Only former addresses stand here."}},
}

var assetEntries = []Entry{
	{AssetLinkDead, Warning,
		Text{"url({1}) führt ins Leere: {2} gibt es nicht.",
			"Die Gestaltung lädt eine Schrift oder ein Bild, das nicht in static/ liegt.",
			"Legen Sie die Datei nach static/, oder berichtigen Sie den Pfad. Er gilt vom Ordner der CSS-Datei aus."},
		Text{"url({1}) leads nowhere: there is no {2}.",
			"The style loads a font or a picture that is not in static/.",
			"Put the file into static/, or mend the path. It counts from the style sheet's folder."}},
	{AssetImportLoop, Error,
		Text{"Die CSS-Dateien laden einander im Kreis: {1}.",
			"Ein Browser lüde sie immer wieder, und keine hätte einen festen Namen.",
			"Nehmen Sie eines der @import heraus."},
		Text{"The style sheets load each other in a circle: {1}.",
			"A browser would load them again and again, and none would have a fixed name.",
			"Take one of the @import rules out."}},
}
