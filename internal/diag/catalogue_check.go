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
