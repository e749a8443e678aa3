package diag

import (
	"slices"
	"strings"
)

// Codes of the rules that "stadtbote check" adds; docs/regeln.md is made of
// them and of their table in package check.
const (
	PageLanguage     Code = "SB801"
	PageTitle        Code = "SB802"
	PageTitleTwice   Code = "SB803"
	PageHeadline     Code = "SB804"
	PageLevels       Code = "SB805"
	PageHeadingEmpty Code = "SB806"
	PageAltMissing   Code = "SB807"
	PageAltUseless   Code = "SB808"
	PageLinkEmpty    Code = "SB809"
	LinkVague        Code = "SB810"
	PageIDTwice      Code = "SB811"
	PageLandmark     Code = "SB812"
	PageCurrent      Code = "SB813"
	PageTableHead    Code = "SB814"
	PageTableCaption Code = "SB815"
	ContrastLow      Code = "SB816"
	PageLangForm     Code = "SB817"

	ReachMissing     Code = "SB820"
	BarrierAddress   Code = "SB821"
	StatementMissing Code = "SB822"
	StatementOld     Code = "SB823"
	StatementStale   Code = "SB824"
	ImprintLacks     Code = "SB825"
	EasyMissing      Code = "SB826"
	EasySentence     Code = "SB827"
	EasyHyphen       Code = "SB828"

	LoadsForeign      Code = "SB830"
	StyleLoadsForeign Code = "SB831"
	StoresData        Code = "SB832"
	InlineStyle       Code = "SB833"
	InlineScript      Code = "SB834"
	PictureTells      Code = "SB835"

	PDFInaccessible Code = "SB840"
	PDFUnreadable   Code = "SB841"

	CreditMissing     Code = "SB845"
	IssuerMissing     Code = "SB846"
	ReleaseUnlabelled Code = "SB847"
	CorrectionMissing Code = "SB848"
	AdUnlabelled      Code = "SB849"
	AdListed          Code = "SB850"

	PageLinkDead    Code = "SB855"
	PageAnchorDead  Code = "SB856"
	PagePictureGone Code = "SB857"
	PictureSmall    Code = "SB858"
	PictureUnused   Code = "SB859"
	TermsAlike      Code = "SB860"
	HeadlineLong    Code = "SB861"
	HeadlineStop    Code = "SB862"
	TeaserLong      Code = "SB863"
	TeaserShort     Code = "SB864"
	AddressGone     Code = "SB865"
	ListGone        Code = "SB866"
	OutsideDead     Code = "SB867"
	OutsideMoved    Code = "SB868"
	OutsideSilent   Code = "SB869"

	AllowReasonless Code = "SB870"
	AllowUnknown    Code = "SB871"
	AllowUnused     Code = "SB872"
	AllowForbidden  Code = "SB873"
	StraightQuotes  Code = "SB874"
	AllowForm       Code = "SB875"
)

// Adjustable reports whether a site may weigh a finding otherwise, or excuse it
// in one place: what check adds, and whatever does not stop publication.
func Adjustable(code Code) bool {
	entry, known := Lookup(code)
	return known && (strings.HasPrefix(string(code), "SB8") || code == QuoteLeaks || entry.Severity != Error)
}

// checkEntries are SB8xx: what "stadtbote check" adds.
var checkEntries = slices.Concat(accessEntries, legalEntries, privacyEntries, pressEntries, careEntries, outsideEntries, allowEntries)

var accessEntries = []Entry{
	{PageLanguage, Error,
		Text{"Die Seite sagt nicht, in welcher Sprache sie ist: <html lang=\"{1}\">. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Ein Screenreader liest deutschen Text sonst mit der Aussprache einer anderen Sprache vor.",
			"Beginnen Sie die Vorlage mit: <html lang=\"de\">"},
		Text{"The page does not say which language it is in: <html lang=\"{1}\">. First on {2}; pages concerned: {3}.",
			"A screen reader would read the text with the pronunciation of another language.",
			"Begin the template with: <html lang=\"de\">"}},
	{PageTitle, Error,
		Text{"Der Seite fehlt ihr Titel: <title>{1}</title>. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Der Titel ist das Erste, was ein Screenreader vorliest, und steht in Reitern, Lesezeichen und Suchmaschinen.",
			"Schreiben Sie in den Kopf der Vorlage: <title>{{ .Page.Title }}</title>"},
		Text{"The page lacks its title: <title>{1}</title>. First on {2}; pages concerned: {3}.",
			"The title is what a screen reader says first; it stands in tabs, bookmarks and search engines.",
			"Write into the head of the template: <title>{{ .Page.Title }}</title>"}},
	{PageTitleTwice, Error,
		Text{"Zwei Seiten haben denselben Titel „{1}“: {2} und {3}.",
			"Wer mehrere Reiter oder Lesezeichen hat, kann die Seiten nicht auseinanderhalten.",
			"Sagen Sie in einer der beiden Schlagzeilen, worum es geht. Gleiche Schlagzeilen verschiedener Tage unterscheidet {{ .Page.Title }} der mitgelieferten Vorlagen von selbst."},
		Text{"Two pages have the same title “{1}”: {2} and {3}.",
			"Who has several tabs or bookmarks cannot tell the pages apart.",
			"Say in one of the two headlines what it is about. Equal headlines of different days are told apart by {{ .Page.Title }} of the templates that come along."}},
	{PageHeadline, Error,
		Text{"Die Seite hat {1} Überschriften erster Ebene (h1); es muss genau eine sein. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Die erste Ebene ist die Schlagzeile. Wer von Überschrift zu Überschrift springt, beginnt dort.",
			"Lassen Sie in der Vorlage nur die Schlagzeile als <h1> stehen; alles andere beginnt mit <h2>."},
		Text{"The page has {1} headings of the first level (h1); there must be exactly one. First on {2}; pages concerned: {3}.",
			"The first level is the headline. Who jumps from heading to heading begins there.",
			"Leave only the headline as <h1> in the template; everything else begins with <h2>."}},
	{PageLevels, Error,
		Text{"Die Überschrift „{1}“ überspringt eine Ebene. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Überschriften sind das Inhaltsverzeichnis der Seite; nach h2 kommt h3, nicht h4.",
			"Setzen Sie die Überschrift eine Ebene höher; wie groß sie aussieht, regelt die Gestaltung."},
		Text{"The heading “{1}” skips a level. First on {2}; pages concerned: {3}.",
			"Headings are the page's table of contents; after h2 comes h3, not h4.",
			"Raise the heading by a level; how large it looks is for the style to say."}},
	{PageHeadingEmpty, Error,
		Text{"Eine Überschrift ist leer: {1}. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Ein Screenreader sagt „Überschrift“ und dann nichts.",
			"Geben Sie der Überschrift einen Text, oder nehmen Sie sie aus der Vorlage."},
		Text{"A heading is empty: {1}. First on {2}; pages concerned: {3}.",
			"A screen reader says “heading” and then nothing.",
			"Give the heading a text, or take it out of the template."}},
	{PageAltMissing, Error,
		Text{"Dem Bild {1} fehlt „alt“. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Ohne „alt“ lesen Screenreader den Dateinamen vor.",
			"Beschreiben Sie im Artikel oder in der Vorlage, was zu sehen ist: alt=\"Das Rathaus von vorn\". Ist das Bild reiner Schmuck: alt=\"\"."},
		Text{"The picture {1} lacks “alt”. First on {2}; pages concerned: {3}.",
			"Without “alt”, screen readers read the file's name out.",
			"Say in the article or the template what there is to see: alt=\"The town hall from the front\". If the picture is mere decoration: alt=\"\"."}},
	{PageAltUseless, Error,
		Text{"Der Alternativtext „{1}“ beschreibt nichts: Er ist der Dateiname oder steht schon als Bildunterschrift da. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Wer das Bild nicht sieht, erfährt nicht, was darauf ist, oder hört denselben Satz zweimal.",
			"Beschreiben Sie, was zu sehen ist; was man dazu wissen soll, sagt die Unterschrift. Reiner Schmuck: dekorativ: true."},
		Text{"The alternative text “{1}” describes nothing: it is the file's name, or stands there as caption already. First on {2}; pages concerned: {3}.",
			"Who cannot see the picture does not learn what is on it, or hears the same sentence twice.",
			"Say what there is to see; what one should know about it is for the caption. Mere decoration: dekorativ: true."}},
	{PageLinkEmpty, Error,
		Text{"Der Link auf {1} hat keinen Text. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Ein Screenreader liest dann die Adresse vor, oder nur „Link“.",
			"Geben Sie dem Link einen Text; einem Link aus Bildern geben Sie „alt“ oder „aria-label“."},
		Text{"The link to {1} has no text. First on {2}; pages concerned: {3}.",
			"A screen reader then reads the address out, or just “link”.",
			"Give the link a text; give “alt” or “aria-label” to a link made of pictures."}},
	{LinkVague, Warning,
		Text{"Der Link „{1}“ sagt nicht, wohin er führt. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Viele lassen sich nur die Links einer Seite vorlesen; „hier“ und „mehr“ sagen dann nichts.",
			"Verlinken Sie die Worte, die das Ziel nennen: statt „Den Antrag gibt es [hier](…)“ besser „Es gibt einen [Antrag](…)“."},
		Text{"The link “{1}” does not say where it leads. First on {2}; pages concerned: {3}.",
			"Many have only the links of a page read to them; “here” and “more” say nothing then.",
			"Link the words that name the target: instead of “Get the form [here](…)” better “There is a [form](…)”."}},
	{PageIDTwice, Error,
		Text{"Die Kennung id=\"{1}\" gibt es auf der Seite zweimal. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Sprungmarken, Beschriftungen und Fußnoten führen dann an die falsche Stelle.",
			"Geben Sie einem der beiden Elemente in der Vorlage oder im Text eine andere Kennung."},
		Text{"The identifier id=\"{1}\" stands on the page twice. First on {2}; pages concerned: {3}.",
			"Anchors, labels and footnotes then lead to the wrong place.",
			"Give one of the two elements another identifier, in the template or in the text."}},
	{PageLandmark, Error,
		Text{"Der Seite fehlt ein Bereich: {1}. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Wer mit der Tastatur oder einem Screenreader liest, springt über diese Bereiche statt durch jedes Menü.",
			"Übernehmen Sie den Aufbau von base.html: Sprunglink, header, nav, main, footer („stadtbote eject base.html“ zeigt ihn)."},
		Text{"The page lacks a part: {1}. First on {2}; pages concerned: {3}.",
			"Who reads by keyboard or screen reader jumps by these parts instead of walking through every menu.",
			"Take over the structure of base.html: skip link, header, nav, main, footer (“stadtbote eject base.html” shows it)."}},
	{PageCurrent, Warning,
		Text{"Das Hauptmenü führt auf diese Seite ({1}) und sagt nicht, dass man schon dort ist. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Sehende erkennen den Menüpunkt an der Hervorhebung; Screenreader brauchen aria-current.",
			"Schreiben Sie in der Vorlage des Menüs: {{ with .Current }} aria-current=\"{{ . }}\"{{ end }}"},
		Text{"The main menu leads to this page ({1}) and does not say that one is there already. First on {2}; pages concerned: {3}.",
			"Who sees knows the entry by its highlighting; screen readers need aria-current.",
			"Write into the menu's template: {{ with .Current }} aria-current=\"{{ . }}\"{{ end }}"}},
	{PageTableHead, Error,
		Text{"Einer Tabelle fehlen Kopfzellen (th mit scope): {1}. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Ein Screenreader nennt zu jeder Zelle ihren Spaltenkopf; ohne Kopfzeile hört man nur Zahlen.",
			"Geben Sie der Tabelle eine Kopfzeile: <th scope=\"col\">. In Markdown ist die erste Zeile der Kopf und darf nicht leer sein."},
		Text{"A table lacks header cells (th with scope): {1}. First on {2}; pages concerned: {3}.",
			"With each cell a screen reader names its column; without a header row one hears nothing but numbers.",
			"Give the table a header row: <th scope=\"col\">. In Markdown the first row is the header and must not be empty."}},
	{PageTableCaption, Warning,
		Text{"Der Tabelle mit dem Kopf „{1}“ fehlt eine Überschrift. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Wer Tabelle für Tabelle springt, erfährt sonst nicht, worum es geht.",
			"Schreiben Sie im Artikel unmittelbar vor die Tabelle einen Absatz, der mit „Tabelle:“ beginnt; in einer Vorlage: <caption>."},
		Text{"The table with the header “{1}” lacks a caption. First on {2}; pages concerned: {3}.",
			"Who jumps from table to table does not learn what it is about.",
			"In the article, write a paragraph that begins with “Tabelle:” right above the table; in a template: <caption>."}},
	{ContrastLow, Error,
		Text{"Zu wenig Kontrast: {1} auf {2} hat {3}:1, nötig sind {4}:1 ({5}).",
			"Bei Sonne auf dem Bildschirm oder mit müden Augen ist das nicht zu lesen.",
			"Machen Sie eine der beiden Farben in static/css/site.css dunkler oder heller."},
		Text{"Too little contrast: {1} on {2} has {3}:1, {4}:1 is needed ({5}).",
			"With sun on the screen, or with tired eyes, that cannot be read.",
			"Make one of the two colours in static/css/site.css darker or lighter."}},
	{PageLangForm, Error,
		Text{"lang=\"{1}\" ist kein Sprachkürzel. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Ein Screenreader liest die Stelle dann mit der falschen Aussprache vor.",
			"Schreiben Sie ein Kürzel nach BCP 47, zum Beispiel „en“, „fr“ oder „tr“."},
		Text{"lang=\"{1}\" is no code of a language. First on {2}; pages concerned: {3}.",
			"A screen reader then reads the passage with the wrong pronunciation.",
			"Write a code of BCP 47, for instance “en”, “fr” or “tr”."}},
}

var legalEntries = []Entry{
	{ReachMissing, Error,
		Text{"Auf der Seite fehlt ein Link „{1}“. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Impressum, Datenschutz, Barrierefreiheit und „Barriere melden“ müssen von jeder Seite aus mit genau diesen Worten erreichbar sein.",
			"Nehmen Sie den Link in stadtbote.yaml in die erste Gruppe von „footer“ auf; „Barriere melden“ erscheint, sobald publisher.email gesetzt ist."},
		Text{"The page lacks a link “{1}”. First on {2}; pages concerned: {3}.",
			"Impressum, Datenschutz, Barrierefreiheit and “Barriere melden” must be reachable from every page in exactly these words.",
			"Add the link to the first group of “footer” in stadtbote.yaml; “Barriere melden” appears as soon as publisher.email is set."}},
	{BarrierAddress, Error,
		Text{"„Barriere melden“ nennt die Adresse der Seite nicht: {1}. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Wer eine Barriere meldet, soll nicht erst die Adresse abtippen müssen; ohne sie lässt sich der Meldung nicht nachgehen.",
			"Nehmen Sie in der Vorlage die fertige Adresse: <a href=\"{{ .Page.Barrier }}\">"},
		Text{"“Barriere melden” does not tell the page's address: {1}. First on {2}; pages concerned: {3}.",
			"Who reports a barrier should not have to type the address; without it the report leads nowhere.",
			"Use the ready-made address in the template: <a href=\"{{ .Page.Barrier }}\">"}},
	{StatementMissing, Error,
		Text{"Die Erklärung zur Barrierefreiheit fehlt: {1} gibt es nicht.",
			"Öffentliche Stellen müssen sie veröffentlichen, mit Stand, Lücken, Kontakt und Durchsetzungsstelle (§ 12b BGG; Länder entsprechend).",
			"Legen Sie data/barrierefreiheit.yaml an; fehlt darin etwas, sagt es der nächste Lauf."},
		Text{"The accessibility statement is missing: there is no {1}.",
			"Public bodies must publish it, with status, gaps, contact and enforcement body (§ 12b BGG; the Länder accordingly).",
			"Write data/barrierefreiheit.yaml; the next run says what is missing in it."}},
	{StatementOld, Warning,
		Text{"Die Erklärung zur Barrierefreiheit wurde zuletzt am {1} geprüft, vor {2} Tagen.",
			"Sie ist mindestens einmal im Jahr zu prüfen.",
			"Prüfen Sie die Seite, und tragen Sie das Datum in data/barrierefreiheit.yaml ein: geprueft: 2026-11-25"},
		Text{"The accessibility statement was last reviewed on {1}, {2} days ago.",
			"It is to be reviewed at least once a year.",
			"Review the site, and enter the date in data/barrierefreiheit.yaml: geprueft: 2026-11-25"}},
	{StatementStale, Error,
		Text{"Die Erklärung zur Barrierefreiheit ist älter als ein Jahr: geprüft am {1}, vor {2} Tagen.",
			"Sie ist mindestens einmal im Jahr zu prüfen; eine veraltete Erklärung beanstandet die Überwachungsstelle.",
			"Prüfen Sie die Seite, und tragen Sie das Datum in data/barrierefreiheit.yaml ein: geprueft: 2026-11-25"},
		Text{"The accessibility statement is older than a year: reviewed on {1}, {2} days ago.",
			"It is to be reviewed at least once a year; the monitoring body objects to an outdated one.",
			"Review the site, and enter the date in data/barrierefreiheit.yaml: geprueft: 2026-11-25"}},
	{ImprintLacks, Error,
		Text{"Das Impressum fehlt: {1} gibt es nicht.",
			"§ 5 DDG und § 18 MStV verlangen Name, Anschrift, Vertretung, E-Mail, einen zweiten Weg der Verbindung und die verantwortliche Person.",
			"Legen Sie data/impressum.yaml an; fehlt darin etwas, sagt es der nächste Lauf. Freie Sätze gehören auf content/seiten/impressum.md."},
		Text{"The Impressum is missing: there is no {1}.",
			"§ 5 DDG and § 18 MStV demand name, address, representatives, e-mail, a second way of contact and the person responsible.",
			"Write data/impressum.yaml; the next run says what is missing in it. Sentences of your own belong on content/seiten/impressum.md."}},
	{EasyMissing, Error,
		Text{"Von der Startseite führt kein Link „Leichte Sprache“ zu einer Seite in Leichter Sprache: {1}.",
			"§ 4 BITV verlangt auf der Startseite Erläuterungen in Leichter Sprache; mit „legal.regime“ sagen Sie, welches Recht gilt.",
			"Legen Sie content/seiten/leichte-sprache.md an, mit „leichte_sprache: ja“ im Kopf; die Startseite verweist dann von selbst darauf."},
		Text{"No link “Leichte Sprache” leads from the start page to a page in Leichte Sprache (easy German): {1}.",
			"§ 4 BITV demands explanations in Leichte Sprache on the start page; “legal.regime” says which law applies.",
			"Write content/seiten/leichte-sprache.md, with “leichte_sprache: ja” in its front matter; the start page then links it by itself."}},
	{EasySentence, Warning,
		Text{"Der Satz „{1}“ hat {2} Wörter; in Leichter Sprache sind höchstens {3} üblich.",
			"Leichte Sprache hat kurze Sätze mit einer Aussage.",
			"Machen Sie zwei Sätze daraus."},
		Text{"The sentence “{1}” has {2} words; in Leichte Sprache at most {3} are usual.",
			"Leichte Sprache has short sentences with one statement each.",
			"Make two sentences of it."}},
	{EasyHyphen, Error,
		Text{"Auf der Seite in Leichter Sprache wird getrennt: {1}.",
			"Wörter am Zeilenende zu trennen, erschwert das Lesen; in Leichter Sprache ist es nicht erlaubt.",
			"Nehmen Sie die weichen Trennstriche heraus, und schreiben Sie lange Wörter mit Bindestrich: Bundes-Tag."},
		Text{"Words are divided on the page in Leichte Sprache: {1}.",
			"Words divided at the end of a line are hard to read; Leichte Sprache does not allow it.",
			"Take the soft hyphens out, and write long words with a hyphen: Bundes-Tag."}},
}

var privacyEntries = []Entry{
	{LoadsForeign, Error,
		Text{"Die Seite lädt etwas von einem fremden Server: {1}. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Der fremde Betreiber erfährt damit, wer die Seite liest; ohne Einwilligung ist das unzulässig (LG München I, 3 O 17493/20).",
			"Legen Sie die Datei nach static/, und verweisen Sie dorthin; statt eines eingebetteten Videos oder einer Karte setzen Sie einen Link."},
		Text{"The page loads something from someone else's server: {1}. First on {2}; pages concerned: {3}.",
			"That operator learns who reads the page; without consent this is not allowed (LG München I, 3 O 17493/20).",
			"Put the file into static/ and refer to it there; instead of an embedded video or map, set a link."}},
	{StyleLoadsForeign, Error,
		Text{"Die Gestaltung lädt etwas von einem fremden Server: {1}.",
			"Der fremde Betreiber erfährt damit, wer die Seite liest; ohne Einwilligung ist das unzulässig (LG München I, 3 O 17493/20).",
			"Laden Sie die Schrift oder das Bild herunter, legen Sie es nach static/, und verweisen Sie dorthin."},
		Text{"The style loads something from someone else's server: {1}.",
			"That operator learns who reads the page; without consent this is not allowed (LG München I, 3 O 17493/20).",
			"Download the font or picture, put it into static/, and refer to it there."}},
	{StoresData, Error,
		Text{"Ein Skript speichert oder liest etwas auf dem Gerät der Leser: {1}.",
			"Cookies und Speicher im Browser brauchen eine Einwilligung (§ 25 TDDDG); diese Seite kommt ohne aus.",
			"Nehmen Sie die Stelle heraus, oder behalten Sie den Wert nur, solange die Seite offen ist."},
		Text{"A script stores or reads something on the readers' devices: {1}.",
			"Cookies and storage in the browser need consent (§ 25 TDDDG); this site does without.",
			"Take it out, or keep the value only as long as the page is open."}},
	{InlineStyle, Error,
		Text{"Gestaltung steht im HTML: {1}. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Unter der strengen Regel default-src 'self' gilt sie nicht; ohne diese Regel wäre die Seite schlechter geschützt.",
			"Geben Sie dem Element eine Klasse, und beschreiben Sie sie in static/css/."},
		Text{"Style stands in the HTML: {1}. First on {2}; pages concerned: {3}.",
			"Under the strict policy default-src 'self' it has no effect; without that policy the site would be less protected.",
			"Give the element a class, and describe it in static/css/."}},
	{InlineScript, Error,
		Text{"Ein Skript steht im HTML: {1}. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Unter der strengen Regel default-src 'self' läuft es nicht; sie schützt davor, dass Fremde etwas einschleusen.",
			"Legen Sie das Skript als Datei nach static/, und binden Sie es ein: <script src=\"…\" defer></script>"},
		Text{"A script stands in the HTML: {1}. First on {2}; pages concerned: {3}.",
			"Under the strict policy default-src 'self' it does not run; the policy keeps strangers from slipping something in.",
			"Put the script into static/ as a file, and refer to it: <script src=\"…\" defer></script>"}},
	{PictureTells, Error,
		Text{"Das veröffentlichte Bild {1} verrät: {2}.",
			"Kameras schreiben den Ort der Aufnahme und ihre Seriennummer in die Datei; jeder kann sie auslesen.",
			"Speichern Sie das Bild ohne diese Angaben; Urheber und Rechte sollen bleiben."},
		Text{"The published picture {1} tells: {2}.",
			"Cameras write the place and their serial number into the file; anyone can read them.",
			"Save the picture without them; author and rights are to stay."}},
}

var pressEntries = []Entry{
	{PDFInaccessible, Error,
		Text{"Das PDF {1} ist nicht barrierefrei: {3} verschiedene Mängel, zuerst {2} (Matterhorn-Protokoll).",
			"Wer die Seite nicht sieht, kann das Dokument nicht lesen; öffentliche Stellen müssen PDFs barrierefrei anbieten (EN 301 549, Abschnitt 10).",
			"Erzeugen Sie das PDF neu mit Tags und Titel (in Textprogrammen: „PDF/UA“). Alle Befunde zeigt: stadtbote check-pdf {1}"},
		Text{"The PDF {1} is not accessible: {3} different flaws, first {2} (Matterhorn Protocol).",
			"Who cannot see the page cannot read the document; public bodies must offer accessible PDFs (EN 301 549, clause 10).",
			"Make the PDF again with tags and title (in word processors: “PDF/UA”). All findings are shown by: stadtbote check-pdf {1}"}},
	{PDFUnreadable, Error,
		Text{"Das PDF {1} lässt sich nicht lesen.",
			"Es ist beschädigt oder keine PDF-Datei; Leserinnen und Leser bekämen eine Fehlermeldung.",
			"Öffnen Sie die Datei, und speichern Sie sie neu."},
		Text{"The PDF {1} cannot be read.",
			"It is damaged or no PDF file; readers would get an error message.",
			"Open the file, and save it again."}},
	{CreditMissing, Error,
		Text{"Dem Bild „{1}“ fehlt die Quelle.",
			"Wer ein Bild veröffentlicht, muss den Urheber nennen (§ 13 UrhG); fehlt der Hinweis, drohen Abmahnungen.",
			"Ergänzen Sie beim Bild: quelle: Name oder fotograf: Name; bei einem Bild im Text steht sie in der Unterschrift: ![…](datei.jpg \"Unterschrift. Bildquelle: Name\")"},
		Text{"The picture “{1}” lacks its credit.",
			"Who publishes a picture must name its author (§ 13 UrhG); without it, claims for damages may follow.",
			"Add to the picture: quelle: Name or fotograf: Name; with a picture in the text it stands in the caption: ![…](file.jpg \"Caption. Credit: Name\")"}},
	{IssuerMissing, Error,
		Text{"Die Pressemitteilung nennt nicht, wer sie herausgegeben hat.",
			"Pressemitteilungen sind als solche zu kennzeichnen und dem Herausgeber zuzuordnen (Pressekodex 1.3).",
			"Ergänzen Sie: herausgeber: Stadt Musterhausen"},
		Text{"The press release does not say who issued it.",
			"Press releases are to be labelled as such, with their issuer (Pressekodex 1.3).",
			"Add: herausgeber: Town of Musterhausen"}},
	{ReleaseUnlabelled, Error,
		Text{"Die Pressemitteilung ist auf ihrer Seite nicht gekennzeichnet: {1}. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Leserinnen und Leser müssen erkennen, dass der Text nicht von der Redaktion stammt (Pressekodex 1.3).",
			"Übernehmen Sie die Kennzeichnung aus article.html („stadtbote eject article.html“ zeigt sie)."},
		Text{"The press release is not labelled on its page: {1}. First on {2}; pages concerned: {3}.",
			"Readers must see that the text is not by the editors (Pressekodex 1.3).",
			"Take over the label from article.html (“stadtbote eject article.html” shows it)."}},
	{CorrectionMissing, Error,
		Text{"Der veröffentlichte Text wurde geändert, ohne dass es dasteht: „{1}“ heißt jetzt „{2}“ (vorher {3}).",
			"Was sich als falsch erweist, ist richtigzustellen, und zwar erkennbar (Pressekodex 3.1).",
			"Ergänzen Sie unter „korrekturen“ Datum und Text; kam nur Neues hinzu, setzen Sie „aktualisiert“."},
		Text{"The published text was changed without saying so: “{1}” now reads “{2}” (before: {3}).",
			"What proves wrong is to be put right, and visibly so (Pressekodex 3.1).",
			"Add date and text under “korrekturen”; if something new was added, set “aktualisiert”."}},
	{AdUnlabelled, Error,
		Text{"Vor der Schlagzeile einer Anzeige steht das Wort „Anzeige“ nicht: {1}. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Bezahlte Inhalte müssen als Anzeige erkennbar sein, bevor man sie liest (§ 22 MStV).",
			"Übernehmen Sie die Kennzeichnung aus article.html („stadtbote eject article.html“ zeigt sie)."},
		Text{"The word “Anzeige” does not stand before the headline of a paid report: {1}. First on {2}; pages concerned: {3}.",
			"Paid content must be known as an advertisement before one reads it (§ 22 MStV).",
			"Take over the label from article.html (“stadtbote eject article.html” shows it)."}},
	{AdListed, Error,
		Text{"Die Anzeige „{1}“ steht in einem Feed oder unter den aktuellen Meldungen: {2}.",
			"Bezahlte Inhalte dürfen nicht wie redaktionelle erscheinen (§ 22 MStV).",
			"Lassen Sie in der Vorlage Meldungen mit .Paid aus solchen Listen heraus."},
		Text{"The paid report “{1}” stands in a feed or among the newest reports: {2}.",
			"Paid content must not appear like that of editors (§ 22 MStV).",
			"In the template, leave reports with .Paid out of such lists."}},
}

var careEntries = []Entry{
	{PageLinkDead, Error,
		Text{"Der Link auf {1} führt ins Leere. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Unter dieser Adresse wird nichts veröffentlicht; Leserinnen und Leser bekämen eine Fehlerseite.",
			"Berichtigen Sie den Link: Menüs stehen in stadtbote.yaml, alles Übrige in den Vorlagen."},
		Text{"The link to {1} leads nowhere. First on {2}; pages concerned: {3}.",
			"Nothing is published at this address; readers would get an error page.",
			"Mend the link: menus are in stadtbote.yaml, everything else in the templates."}},
	{PageAnchorDead, Error,
		Text{"Die Sprungmarke {1} gibt es nicht. Zuerst auf {2}; betroffene Seiten: {3}.",
			"Der Link führt an den Anfang der Seite statt an die gemeinte Stelle.",
			"Berichtigen Sie den Teil hinter dem „#“, oder geben Sie dem Ziel diese Kennung (id)."},
		Text{"There is no anchor {1}. First on {2}; pages concerned: {3}.",
			"The link leads to the top of the page instead of the place that is meant.",
			"Mend the part behind the “#”, or give the target that identifier (id)."}},
	{PagePictureGone, Error,
		Text{"Die Seite lädt {1}, und das gibt es nicht. Zuerst auf {2}; betroffene Seiten: {3}.",
			"An der Stelle bleibt eine Lücke, oder die Gestaltung fehlt.",
			"Legen Sie die Datei nach static/, oder berichtigen Sie den Pfad in der Vorlage."},
		Text{"The page loads {1}, which does not exist. First on {2}; pages concerned: {3}.",
			"A gap is left in its place, or the style is missing.",
			"Put the file into static/, or mend its path in the template."}},
	{PictureSmall, Warning,
		Text{"Das Bild „{1}“ ist nur {2} Pixel breit; für die ganze Breite braucht es {3}.",
			"Auf guten Bildschirmen und im Druck wirkt es unscharf.",
			"Nehmen Sie die Aufnahme in ihrer vollen Größe."},
		Text{"The picture “{1}” is only {2} pixels wide; the full width takes {3}.",
			"On good screens and in print it looks blurred.",
			"Use the picture in its full size."}},
	{PictureUnused, Warning,
		Text{"Das Bild „{1}“ wird nirgends gezeigt.",
			"Es macht das Archiv größer; vielleicht fehlt auch in einem Artikel der Verweis darauf.",
			"Zeigen Sie das Bild, oder löschen Sie die Datei."},
		Text{"The picture “{1}” is shown nowhere.",
			"It makes the archive larger; perhaps an article lacks the reference to it.",
			"Show the picture, or delete the file."}},
	{TermsAlike, Warning,
		Text{"„{1}“ ähnelt „{2}“ (Meldungen: {3}). Ist dasselbe gemeint?",
			"Zwei Schreibweisen teilen die Meldungen auf zwei Listen auf; in jeder fehlt die Hälfte.",
			"Schreiben Sie überall „{2}“, oder tragen Sie „{1}“ in data/stichwoerter.yaml als Synonym oder als eigenes Stichwort ein."},
		Text{"“{1}” looks like “{2}” (reports: {3}). Is the same meant?",
			"Two spellings spread the reports over two lists; each lacks the other half.",
			"Write “{2}” everywhere, or enter “{1}” in data/stichwoerter.yaml as a synonym or as a tag of its own."}},
	{HeadlineLong, Warning,
		Text{"Die Schlagzeile hat {1} Zeichen; gut lesbar sind höchstens {2}.",
			"In Listen, Feeds und Suchmaschinen wird sie abgeschnitten.",
			"Kürzen Sie die Schlagzeile; das Thema kann in die Dachzeile, die Einzelheit in den Vorspann."},
		Text{"The headline has {1} characters; at most {2} read well.",
			"Lists, feeds and search engines cut it off.",
			"Shorten the headline; its topic may go into the kicker, the detail into the teaser."}},
	{HeadlineStop, Warning,
		Text{"Die Schlagzeile endet mit einem Punkt: „{1}“.",
			"Schlagzeilen sind keine Sätze; der Punkt sieht nach einem Versehen aus.",
			"Streichen Sie den Punkt."},
		Text{"The headline ends with a full stop: “{1}”.",
			"Headlines are no sentences; the full stop looks like a slip.",
			"Delete the full stop."}},
	{TeaserLong, Warning,
		Text{"Der Vorspann hat {1} Zeichen; gut lesbar sind höchstens {2}.",
			"Er steht in jeder Liste; dort und in Suchmaschinen wird er lang oder abgeschnitten.",
			"Kürzen Sie ihn auf das Wichtigste in einem oder zwei Sätzen."},
		Text{"The teaser has {1} characters; at most {2} read well.",
			"It stands in every list; there and in search engines it is long or cut off.",
			"Cut it to what matters, in one or two sentences."}},
	{TeaserShort, Warning,
		Text{"Der Vorspann hat nur {1} Zeichen; üblich sind mindestens {2}.",
			"In Listen soll er sagen, ob sich das Lesen lohnt.",
			"Sagen Sie in einem Satz, was geschehen ist, wo und für wen es wichtig ist."},
		Text{"The teaser has only {1} characters; at least {2} are usual.",
			"In lists it is to say whether reading is worth the while.",
			"Say in one sentence what happened, where, and for whom it matters."}},
	{AddressGone, Error,
		Text{"Die Adresse {1} war veröffentlicht und gibt es nicht mehr (vorher {2}).",
			"Lesezeichen, Suchmaschinen und Verweise anderer führen ins Leere.",
			"Tragen Sie sie beim Artikel ein, der an ihre Stelle tritt: weiterleitungen: [{1}]. Eine zurückgezogene Meldung behält ihre Adresse: status: zurückgezogen"},
		Text{"The address {1} was published and is no more (before: {2}).",
			"Bookmarks, search engines and links of others lead nowhere.",
			"Enter it in the article that takes its place: weiterleitungen: [{1}]. A withdrawn report keeps its address: status: zurückgezogen"}},
	{ListGone, Warning,
		Text{"Die Liste {1} war veröffentlicht und gibt es nicht mehr.",
			"Wer sie als Lesezeichen oder Feed hat, findet nichts mehr.",
			"Ist ein Stichwort nur umbenannt, tragen Sie den alten Namen in data/stichwoerter.yaml als Synonym ein, und leiten Sie am Server weiter."},
		Text{"The list {1} was published and is no more.",
			"Who has it as a bookmark or feed finds nothing any more.",
			"If a tag was merely renamed, enter the old name in data/stichwoerter.yaml as a synonym, and redirect at the server."}},
}

var outsideEntries = []Entry{
	{OutsideDead, Warning,
		Text{"Der Link {1} ist tot: {2}.",
			"Die fremde Seite antwortet, aber es gibt dort nichts mehr unter dieser Adresse.",
			"Suchen Sie die neue Adresse, oder verweisen Sie auf die Fassung im Webarchiv: {3}"},
		Text{"The link {1} is dead: {2}.",
			"The other site answers, but has nothing at this address any more.",
			"Look for the new address, or link to the copy in the web archive: {3}"}},
	{OutsideMoved, Warning,
		Text{"Der Link {1} ist dauerhaft umgezogen nach {2}.",
			"Weiterleitungen verschwinden nach einiger Zeit.",
			"Schreiben Sie die neue Adresse: {2}"},
		Text{"The link {1} has moved for good to {2}.",
			"Redirects vanish after some time.",
			"Write the new address: {2}"}},
	{OutsideSilent, Note,
		Text{"Der Link {1} ließ sich nicht prüfen: {2}.",
			"Der fremde Server antwortete auch beim wiederholten Versuch nicht oder nicht so, dass sich etwas sagen ließe.",
			"Öffnen Sie den Link im Browser; bleibt er stumm, hilft vielleicht das Webarchiv: {3}"},
		Text{"The link {1} could not be checked: {2}.",
			"The other server did not answer, even when asked again, or not so that anything could be said.",
			"Open the link in a browser; if it stays silent, the web archive may help: {3}"}},
}

var allowEntries = []Entry{
	{AllowReasonless, Error,
		Text{"Zur Erlaubnis für {1} fehlt der Grund.",
			"In einem Jahr weiß niemand mehr, warum hier eine Ausnahme gilt.",
			"Schreiben Sie hinter die Nummer, warum: <!-- stadtbote:erlaube {1} Zitat aus der Satzung -->"},
		Text{"The allowance for {1} lacks its reason.",
			"In a year nobody will know why there is an exception here.",
			"Write behind the code why: <!-- stadtbote:erlaube {1} quoted from the statutes -->"}},
	{AllowUnknown, Error,
		Text{"Einen Befund „{1}“ gibt es nicht.",
			"Die Angabe hätte keine Wirkung; vermutlich ist die Nummer vertippt.",
			"Berichtigen Sie die Nummer. Alle stehen in docs/diagnosen.md und in jedem Befund in eckigen Klammern."},
		Text{"There is no finding “{1}”.",
			"It would have no effect; presumably the code is mistyped.",
			"Mend the code. All are in docs/diagnosen.md, and in every finding in square brackets."}},
	{AllowUnused, Warning,
		Text{"Die Erlaubnis für {1} entschuldigt nichts mehr.",
			"Der Befund, für den sie gedacht war, tritt hier nicht auf; später verdeckt sie womöglich einen neuen.",
			"Löschen Sie die Zeile."},
		Text{"The allowance for {1} excuses nothing any more.",
			"The finding it was meant for does not occur here; later it may hide a new one.",
			"Delete the line."}},
	{AllowForbidden, Error,
		Text{"{1} lässt sich nicht erlauben oder anders gewichten.",
			"Dieser Fehler macht die Veröffentlichung unmöglich; darüber lässt sich nicht hinwegsehen.",
			"Beheben Sie den Fehler, und löschen Sie die Angabe."},
		Text{"{1} cannot be allowed or weighed otherwise.",
			"This error makes publishing impossible; it cannot be passed over.",
			"Mend the error, and delete this."}},
	{StraightQuotes, Note,
		Text{"Gerade Anführungszeichen im Text: {1}.",
			"Auf der Seite erscheinen meist die richtigen; neben Klammern und Links lässt sich Anfang und Ende nicht immer erkennen.",
			"Schreiben Sie „so“. „stadtbote check --fix“ ändert es für die ganze Datei; ohne --fix wird es nur gemeldet, wenn check.severity es nennt."},
		Text{"Straight quotation marks in the text: {1}.",
			"On the page mostly the right ones appear; beside brackets and links, start and end cannot always be told.",
			"Write the marks of the text's language. “stadtbote check --fix” changes them in the whole file; without --fix it is told only if check.severity names it."}},
	{AllowForm, Error,
		Text{"Das ist keine Erlaubnis: „{1}“.",
			"Nach „stadtbote:erlaube“ stehen die Nummer eines Befunds und der Grund.",
			"Schreiben Sie: <!-- stadtbote:erlaube SB810 Grund -->"},
		Text{"This is no allowance: “{1}”.",
			"After “stadtbote:erlaube” come the code of a finding and the reason.",
			"Write: <!-- stadtbote:erlaube SB810 reason -->"}},
}
