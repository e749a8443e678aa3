package diag

import "slices"

// Codes of the Markdown body.
const (
	HTMLRefused          Code = "SB201"
	HTMLCleaned          Code = "SB202"
	CommentTail          Code = "SB203"
	Shortcode            Code = "SB204"
	SchemeRefused        Code = "SB205"
	LinkEmpty            Code = "SB206"
	LinkWithoutText      Code = "SB207"
	AltMissing           Code = "SB208"
	AltUseless           Code = "SB209"
	HeadingsShifted      Code = "SB210"
	HeadingSkipped       Code = "SB211"
	HeadingEmpty         Code = "SB212"
	HeadingTooDeep       Code = "SB213"
	AttributeUnknown     Code = "SB220"
	AttributeLost        Code = "SB221"
	IDTaken              Code = "SB222"
	LanguageUnknown      Code = "SB223"
	NoteUnknown          Code = "SB230"
	FootnoteUndefined    Code = "SB231"
	FootnoteUnused       Code = "SB232"
	FootnoteTwice        Code = "SB233"
	ReferenceUndefined   Code = "SB234"
	NestedTooDeep        Code = "SB240"
	ParagraphTooInvolved Code = "SB241"
	TableTooLarge        Code = "SB242"
)

// markdownEntries are SB2xx: the Markdown body.
var markdownEntries = slices.Concat(htmlEntries, referenceEntries, headingEntries, attributeEntries, boxEntries, boundEntries)

var htmlEntries = []Entry{
	{HTMLRefused, Error,
		Text{"HTML im Text wird nicht angenommen: {1}",
			"HTML kann die Seite unzugänglich machen, fremde Dienste laden oder die Gestaltung zerbrechen.",
			"Schreiben Sie es in Markdown, zum Beispiel **wichtig** statt <b>wichtig</b> und [Text](https://www.example.org) statt <a …>. Ein < als Zeichen schreiben Sie \\<. Soll die Seite HTML bereinigt annehmen: markdown: html: sanitize in stadtbote.yaml."},
		Text{"HTML in the text is not accepted: {1}",
			"HTML can make the page inaccessible, load from other services, or break the design.",
			"Write it in Markdown, for instance **important** instead of <b>important</b> and [text](https://www.example.org) instead of <a …>. Write \\< for the sign itself. To have HTML cleaned instead: markdown: html: sanitize in stadtbote.yaml."}},
	{HTMLCleaned, Warning,
		Text{"Aus dem HTML wurde entfernt: {1}",
			"Erlaubt ist HTML, das nur Text gliedert und auszeichnet; anderes ist unsicher oder passt nicht in die Seite.",
			"Löschen Sie diese Teile oder schreiben Sie sie in Markdown."},
		Text{"Removed from the HTML: {1}",
			"Only HTML that structures text is allowed; the rest is unsafe or does not fit into the page.",
			"Delete these parts or write them in Markdown."}},
	{CommentTail, Warning,
		Text{"Hinter dem Kommentar steht noch Text: „{1}“",
			"Was in derselben Zeile auf einen Kommentar folgt, wird nicht als Markdown gelesen.",
			"Setzen Sie den Kommentar in eine eigene Zeile."},
		Text{"There is text behind the comment: “{1}”",
			"What follows a comment on its line is not read as Markdown.",
			"Put the comment on a line of its own."}},
	{Shortcode, Warning,
		Text{"Das ist eine Anweisung für ein anderes Programm: {1}",
			"Stadtbote kennt diese Anweisung nicht und zeigt sie den Lesern als Text.",
			"Ersetzen Sie sie durch Markdown, zum Beispiel einen Verweis durch [Text](andere-meldung.md) und ein Bild durch ![Beschreibung](bild.jpg)."},
		Text{"This is an instruction for another program: {1}",
			"Stadtbote does not know it and shows it to readers as text.",
			"Replace it by Markdown, for instance a link by [text](other-report.md) and a picture by ![description](picture.jpg)."}},
}

var referenceEntries = []Entry{
	{SchemeRefused, Error,
		Text{"Ein Verweis mit „{1}:“ wird nicht angenommen: {2}",
			"Angenommen werden https:, http:, mailto:, tel: und Verweise innerhalb der Seite; anderes kann Lesern schaden oder führt bei vielen ins Leere.",
			"Verweisen Sie auf eine Adresse mit https:// oder auf eine Datei der Seite."},
		Text{"A link with “{1}:” is not accepted: {2}",
			"Accepted are https:, http:, mailto:, tel: and links within the site; others can harm readers or lead nowhere for many.",
			"Link to an address with https:// or to a file of the site."}},
	{LinkEmpty, Error,
		Text{"Der Verweis „{1}“ hat kein Ziel.",
			"Wer ihm folgt, kommt nirgends an.",
			"Tragen Sie das Ziel in die runden Klammern ein: [Text](https://www.example.org)"},
		Text{"The link “{1}” leads nowhere.",
			"Whoever follows it does not arrive.",
			"Put its address between the round brackets: [text](https://www.example.org)"}},
	{LinkWithoutText, Warning,
		Text{"Der Verweis auf {1} hat keinen Text.",
			"Vorgelesen wird er zu nichts; gezeigt wird deshalb seine Adresse.",
			"Schreiben Sie zwischen die eckigen Klammern, wohin er führt: [Ratsinformationssystem]({1})"},
		Text{"The link to {1} has no text.",
			"Read aloud it is nothing; its address is shown instead.",
			"Write between the square brackets where it leads: [council information system]({1})"}},
	{AltMissing, Warning,
		Text{"Das Bild {1} hat keine Beschreibung.",
			"Wer das Bild nicht sieht, erfährt sonst nicht, was es zeigt.",
			"Beschreiben Sie es zwischen den eckigen Klammern: ![Eine Brücke im Nebel]({1}). Ist es bloßer Schmuck: ![]({1}){.dekorativ}"},
		Text{"The picture {1} has no description.",
			"Who does not see the picture is not told what it shows.",
			"Describe it between the square brackets: ![A bridge in the fog]({1}). If it is mere decoration: ![]({1}){.decorative}"}},
	{AltUseless, Warning,
		Text{"Die Beschreibung „{1}“ wiederholt nur den Dateinamen oder die Bildunterschrift.",
			"Wer das Bild nicht sieht, erfährt so nicht, was es zeigt.",
			"Beschreiben Sie, was zu sehen ist: ![Eine Brücke im Nebel](…)"},
		Text{"The description “{1}” only repeats the file's name or the caption.",
			"Who does not see the picture is not told what it shows.",
			"Describe what is to be seen: ![A bridge in the fog](…)"}},
	{ReferenceUndefined, Warning,
		Text{"Das Verweisziel [{1}] ist nirgends festgelegt.",
			"Der Verweis wird deshalb als Text mit Klammern gezeigt.",
			"Fügen Sie am Ende eine Zeile an: [{1}]: https://www.example.org"},
		Text{"The link target [{1}] is defined nowhere.",
			"So the link is shown as text with brackets.",
			"Add a line at the end: [{1}]: https://www.example.org"}},
}

var headingEntries = []Entry{
	{HeadingsShifted, Note,
		Text{"Die Überschriften wurden verschoben: Aus Ebene {1} wurde Ebene 2.",
			"Ebene 1 ist die Überschrift der Meldung; der Text beginnt bei Ebene 2.",
			"Beginnen Sie im Text mit ## statt mit {2}."},
		Text{"The headings were moved: level {1} became level 2.",
			"Level 1 is the article's headline; the text begins at level 2.",
			"Begin with ## instead of {2} in the text."}},
	{HeadingSkipped, Warning,
		Text{"Auf eine Überschrift der Ebene {1} folgt eine der Ebene {2}: „{3}“",
			"Wer die Seite mit den Ohren liest, vermutet dazwischen einen Abschnitt, den es nicht gibt.",
			"Geben Sie ihr nur ein # mehr als der Überschrift davor."},
		Text{"A heading of level {1} is followed by one of level {2}: “{3}”",
			"Who reads the page by ear expects a section between them that does not exist.",
			"Give it only one # more than the heading before it."}},
	{HeadingEmpty, Warning,
		Text{"Diese Überschrift ist leer.",
			"Im Inhaltsverzeichnis der Vorlesesoftware stünde ein Eintrag ohne Namen; sie wird weggelassen.",
			"Schreiben Sie hinter die # einen Text, oder löschen Sie die Zeile."},
		Text{"This heading is empty.",
			"Screen readers would list an entry without a name; it is left out.",
			"Write a text behind the #, or delete the line."}},
	{HeadingTooDeep, Warning,
		Text{"Die Überschrift „{1}“ steht tiefer als Ebene 6 und wird auf Ebene 6 gesetzt.",
			"HTML kennt nur sechs Ebenen, und die erste gehört der Überschrift der Meldung.",
			"Beginnen Sie im Text mit ## und gliedern Sie flacher."},
		Text{"The heading “{1}” is deeper than level 6 and is put on level 6.",
			"HTML knows only six levels, and the first one is the article's headline.",
			"Begin with ## in the text and use fewer levels."}},
}

var attributeEntries = []Entry{
	{AttributeUnknown, Warning,
		Text{"Die Angabe „{1}“ in geschweiften Klammern wird nicht übernommen.",
			"Übernommen werden lang, dir, id (#name), Klassen (.name) und title.",
			"Löschen Sie die Angabe. Gestaltung gehört in das Stylesheet der Seite, nicht in den Text."},
		Text{"“{1}” in curly brackets is not used.",
			"Used are lang, dir, id (#name), classes (.name) and title.",
			"Delete it. Design belongs into the site's stylesheet, not into the text."}},
	{AttributeLost, Warning,
		Text{"Die Angabe {1} gehört zu nichts.",
			"Geschweifte Klammern gelten für das, was ohne Leerzeile davor steht; hier steht davor nichts.",
			"Setzen Sie sie direkt unter den Absatz oder direkt hinter den Verweis, das Bild oder die eckige Klammer."},
		Text{"{1} belongs to nothing.",
			"Curly brackets are for what stands before them without an empty line; here there is nothing.",
			"Put them directly below the paragraph, or directly behind the link, the picture or the square bracket."}},
	{IDTaken, Warning,
		Text{"Den Namen #{1} gibt es schon auf dieser Seite; hier wird #{2} daraus.",
			"Ein Name darf auf einer Seite nur einmal vorkommen, sonst führen Verweise darauf in die Irre.",
			"Wählen Sie einen anderen Namen."},
		Text{"The name #{1} exists already on this page; here it becomes #{2}.",
			"A name may occur only once on a page, or links to it go astray.",
			"Choose another name."}},
	{LanguageUnknown, Warning,
		Text{"„{1}“ ist kein Kürzel einer Sprache.",
			"Vorlesesoftware spräche den Text nach falschen Regeln aus; die Angabe wird weggelassen.",
			"Schreiben Sie zum Beispiel {lang=en} für Englisch, {lang=tr} für Türkisch."},
		Text{"“{1}” is no abbreviation of a language.",
			"Screen readers would pronounce the text by wrong rules; it is left out.",
			"Write for instance {lang=en} for English, {lang=tr} for Turkish."}},
}

var boxEntries = []Entry{
	{NoteUnknown, Warning,
		Text{"Einen Kasten „{1}“ gibt es nicht.",
			"Der Abschnitt wird deshalb als Zitat gezeigt.",
			"Schreiben Sie [!{2}]; es gibt HINWEIS, TIPP, WICHTIG, WARNUNG und ACHTUNG."},
		Text{"There is no box “{1}”.",
			"So the passage is shown as a quotation.",
			"Write [!{2}]; there are NOTE, TIP, IMPORTANT, WARNING and CAUTION."}},
	{FootnoteUndefined, Warning,
		Text{"Zur Fußnote [^{1}] gibt es keinen Text.",
			"Das Zeichen wird deshalb mit seinen Klammern gezeigt.",
			"Fügen Sie am Ende eine Zeile an: [^{1}]: Text der Fußnote"},
		Text{"There is no text for the footnote [^{1}].",
			"So the mark is shown with its brackets.",
			"Add a line at the end: [^{1}]: text of the footnote"}},
	{FootnoteUnused, Warning,
		Text{"Auf die Fußnote [^{1}] verweist niemand.",
			"Ohne Zeichen im Text erscheint sie nicht auf der Seite.",
			"Setzen Sie [^{1}] an die Stelle, zu der sie gehört, oder löschen Sie die Fußnote."},
		Text{"Nothing refers to the footnote [^{1}].",
			"Without a mark in the text it does not appear on the page.",
			"Put [^{1}] where it belongs, or delete the footnote."}},
	{FootnoteTwice, Warning,
		Text{"Die Fußnote [^{1}] hat zweimal einen Text, zuerst in Zeile {2}.",
			"Gezeigt wird nur der erste.",
			"Geben Sie einer von beiden einen anderen Namen."},
		Text{"The footnote [^{1}] has a text twice, first on line {2}.",
			"Only the first one is shown.",
			"Give one of them another name."}},
}

var boundEntries = []Entry{
	{NestedTooDeep, Error,
		Text{"Listen und Zitate sind hier mehr als {1}-fach ineinander geschachtelt.",
			"So tief liest niemand; das Übrige wird als Text gezeigt.",
			"Gliedern Sie flacher, oder setzen Sie den Abschnitt als Programmtext zwischen zwei Zeilen ```."},
		Text{"Lists and quotations are nested more than {1} times here.",
			"Nobody reads that deep; the rest is shown as text.",
			"Use fewer levels, or put the passage as code between two lines ```."}},
	{ParagraphTooInvolved, Error,
		Text{"In diesem Absatz stehen mehr als {1} Auszeichnungen (Sterne, Klammern, Verweise).",
			"Das ist wohl kein Text für Menschen; das Übrige wird ohne Auszeichnung gezeigt.",
			"Teilen Sie den Absatz, oder setzen Sie ihn als Programmtext zwischen zwei Zeilen ```."},
		Text{"This paragraph holds more than {1} marks (stars, brackets, links).",
			"That is hardly a text for people; the rest is shown without markup.",
			"Divide the paragraph, or put it as code between two lines ```."}},
	{TableTooLarge, Error,
		Text{"Diese Tabelle hat mehr als {1} Felder.",
			"Im Browser ließe sie sich kaum öffnen; sie wird als Text gezeigt.",
			"Teilen Sie die Tabelle, oder legen Sie sie als Datei neben die Meldung und verweisen Sie darauf."},
		Text{"This table has more than {1} cells.",
			"A browser could hardly open it; it is shown as text.",
			"Divide the table, or put it as a file beside the article and link to it."}},
}
