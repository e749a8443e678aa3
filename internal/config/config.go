// Package config reads what is said about a site as a whole: stadtbote.yaml,
// typed and checked, and the folder data/.
//
// Every mistake is found at once and has its line and column. A key that is
// not known is an error with a suggestion: a mistyped setting that is silently
// ignored is the worst kind of setting.
package config

import "stadtbote/internal/digest"

// File is the name of the configuration, at the top of the site's folder.
const File = "stadtbote.yaml"

// Config is the whole configuration, defaults filled in. The tags "yaml" name
// the keys; the tags "de" become docs/konfiguration.md.
type Config struct {
	Title       string      `yaml:"title" de:"Name der Seite."`
	Description string      `yaml:"description" de:"Ein Satz über die Seite, für Suchmaschinen und Feeds."`
	BaseURL     string      `yaml:"base_url" de:"Vollständige Adresse der Startseite. Feeds, Sitemap und „Link mailen“ brauchen sie."` // ends with "/"
	Language    string      `yaml:"language" de:"Sprache der Seite und ihrer Artikel: de oder en."`
	Sections    []Section   `yaml:"sections" de:"Die Rubriken in ihrer Reihenfolge. Ohne diese Angabe gelten die Rubriken, die in Artikeln vorkommen."`
	Navigation  []Link      `yaml:"navigation" de:"Das Hauptmenü. Ohne diese Angabe: die Rubriken."`
	Footer      []LinkGroup `yaml:"footer" de:"Gruppen von Links am Fuß jeder Seite."`
	Everywhere  string      `yaml:"everywhere" de:"Wort auf dem Ortsschild von Artikeln ohne Ort, zum Beispiel Bundesweit. Leer: kein Schild."`
	Publisher   Publisher   `yaml:"publisher" de:"Wer die Seite verantwortet."`
	Theme       Theme       `yaml:"theme" de:"Wie die Seite aussieht."`
	Addresses   Addresses   `yaml:"addresses" de:"Muster der Adressen. Erlaubte Wörter: :year :month :day :slug :section, bei Seiten :folder :slug."`
	Lists       Lists       `yaml:"lists" de:"Längen der Listen."`
	Outputs     Outputs     `yaml:"outputs" de:"Was erzeugt wird."`
	Pictures    Pictures    `yaml:"pictures" de:"Was aus Bildern gemacht wird."`
	Markdown    Markdown    `yaml:"markdown" de:"Wie Artikel gelesen werden."`
	PDF         PDF         `yaml:"pdf" de:"Wie die PDF-Fassungen werden."`
	Assets      Assets      `yaml:"assets" de:"Wie Dateien aus static/ veröffentlicht werden."`
	Legal       Legal       `yaml:"legal" de:"Welches Recht gilt."`
	Check       Check       `yaml:"check" de:"Wie streng geprüft wird (stadtbote check)."`

	Digest digest.Sum `yaml:"-"` // names all of the above
}

// Section is one Rubrik.
type Section struct {
	Name        string `yaml:"name" de:"Name, wie er erscheint."`
	Slug        string `yaml:"slug" de:"Teil der Adresse. Ohne diese Angabe aus dem Namen gebildet."`
	Description string `yaml:"description" de:"Steht oben auf der Seite der Rubrik."`
}

// Link is one entry of a menu.
type Link struct {
	Title string `yaml:"title" de:"Beschriftung."`
	URL   string `yaml:"url" de:"Adresse auf dieser Seite (/termine/) oder eine vollständige (https://…)."`
}

// LinkGroup is one list of links in the footer.
type LinkGroup struct {
	Links []Link `yaml:"links" de:"Die Links der Gruppe."`
}

// Publisher is who is responsible for the site.
type Publisher struct {
	Name  string `yaml:"name" de:"Name des Herausgebers."`
	Email string `yaml:"email" de:"E-Mail-Adresse; sie empfängt auch „Barriere melden“."`
	Phone string `yaml:"phone" de:"Telefonnummer."`
	Note  string `yaml:"note" de:"Eine Zeile am Fuß der Seite."`
}

// Addresses are the patterns of addresses. Those of whole pages start and end
// with "/"; the others are relative to the page that they belong to.
type Addresses struct {
	Article        string `yaml:"article" de:"Adresse einer Meldung."`
	Print          string `yaml:"print" de:"Druckversion, unterhalb der Meldung: ein Ordner oder eine Datei wie druck.html."`
	PDF            string `yaml:"pdf" de:"PDF-Fassung, unterhalb der Meldung."`
	Page           string `yaml:"page" de:"Adresse einer Seite wie des Impressums. :folder sind die Ordner zwischen content/seiten/ und der Datei."`
	Sections       string `yaml:"sections" de:"Rubriken; jede ist ein Ordner darunter."`
	Tags           string `yaml:"tags" de:"Stichwörter; jedes ist ein Ordner darunter."`
	Places         string `yaml:"places" de:"Orte; jeder ist ein Ordner darunter."`
	Archive        string `yaml:"archive" de:"Archiv; Jahre und Monate sind Ordner darunter."`
	Event          string `yaml:"event" de:"Adresse eines Termins."`
	Events         string `yaml:"events" de:"Liste der Termine."`
	PastEvents     string `yaml:"past_events" de:"Vergangene Termine, unterhalb der Liste der Termine."`
	Calendar       string `yaml:"calendar" de:"Kalender aller Termine, unterhalb der Liste der Termine."`
	EventCalendar  string `yaml:"event_calendar" de:"Kalenderdatei eines Termins, unterhalb des Termins."`
	Municipalities string `yaml:"municipalities" de:"Liste der Kommunen aus data/kommunen.yaml."`
	Imprint        string `yaml:"imprint" de:"Impressum aus data/impressum.yaml."`
	Privacy        string `yaml:"privacy" de:"Datenschutzerklärung aus data/datenschutz.yaml."`
	Accessibility  string `yaml:"accessibility" de:"Erklärung zur Barrierefreiheit aus data/barrierefreiheit.yaml."`
	Credits        string `yaml:"credits" de:"Bildnachweise."`
	Corrections    string `yaml:"corrections" de:"Berichtigungen."`
	Pictures       string `yaml:"pictures" de:"Ordner der Bilder, die Seiten zeigen."`
	Paging         string `yaml:"paging" de:"Weitere Seiten einer Liste: Seite 2 liegt unter seite/2/."`
	Feed           string `yaml:"feed" de:"Name des Atom-Feeds, oben und in jeder Rubrik und jedem Stichwort."`
	JSONFeed       string `yaml:"json_feed" de:"Name des JSON-Feeds, ebenso."`
}

// Lists are lengths of lists.
type Lists struct {
	PageSize int `yaml:"page_size" de:"Meldungen auf einer Seite einer Liste."`
	Newest   int `yaml:"newest" de:"Meldungen unter „Aktuelle Meldungen“."`
	Related  int `yaml:"related" de:"Verwandte Meldungen mit gemeinsamen Stichwörtern."`
	Section  int `yaml:"section" de:"Meldungen unter „Weitere Meldungen und Beiträge aus dem Bereich“."`
	Feed     int `yaml:"feed" de:"Meldungen in einem Feed."`
	Home     int `yaml:"home" de:"Meldungen auf der Startseite."`
}

// Outputs tells what is made.
type Outputs struct {
	Print          bool `yaml:"print" de:"Druckversion jeder Meldung."`
	PDF            bool `yaml:"pdf" de:"Barrierefreie PDF-Fassung jeder Meldung."`
	Archive        bool `yaml:"archive" de:"Archiv nach Jahren und Monaten."`
	Places         bool `yaml:"places" de:"Seiten der Orte."`
	Events         bool `yaml:"events" de:"Liste und Seiten der Termine."`
	Calendar       bool `yaml:"calendar" de:"Kalenderdateien (.ics): eine für jeden Termin und eine für alle."`
	Municipalities bool `yaml:"municipalities" de:"Liste der Kommunen, wenn es data/kommunen.yaml gibt."`
	Credits        bool `yaml:"credits" de:"Seite der Bildnachweise, wenn Bilder erscheinen."`
	Corrections    bool `yaml:"corrections" de:"Seite der Berichtigungen, wenn es welche gibt."`
	Feed           bool `yaml:"feed" de:"Atom-Feed der ganzen Seite."`
	TermFeeds      bool `yaml:"term_feeds" de:"Atom-Feed jeder Rubrik und jedes Stichworts."`
	JSONFeed       bool `yaml:"json_feed" de:"JSON-Feed neben jedem Atom-Feed."`
	Sitemap        bool `yaml:"sitemap" de:"sitemap.xml."`
	Robots         bool `yaml:"robots" de:"robots.txt."`
	NotFound       bool `yaml:"not_found" de:"404.html."`
	Redirects      bool `yaml:"redirects" de:"Weiterleitungen für Webserver: _redirects, Apache, nginx."`
	Search         bool `yaml:"search" de:"Die Seite /suche/."`
	OG             bool `yaml:"og" de:"Vorschaubild für soziale Medien, aus der Schlagzeile gezeichnet, wo eine Meldung kein Bild hat."`
	Icons          bool `yaml:"icons" de:"Zeichen der Seite für Browser und Telefone (favicon.svg, favicon.ico, apple-touch-icon.png), aus ihrem Namen gezeichnet."`
}

// Pictures tells what is made of pictures.
type Pictures struct {
	Widths  []int `yaml:"widths" de:"Breiten der Fassungen in Pixeln. Kein Bild wird vergrößert, und keines breiter veröffentlicht als die letzte."`
	Quality int   `yaml:"quality" de:"Güte von JPEG: 40 bis 95."`
	WebP    bool  `yaml:"webp" de:"Zeichnungen und Bildschirmfotos auch als verlustfreies WebP, wo das kleiner ist als PNG."`
}

// Markdown tells how Markdown is read.
type Markdown struct {
	HTML string `yaml:"html" de:"HTML in Artikeln: refuse (melden und nicht veröffentlichen) oder sanitize (bereinigen)."`
}

// PDF tells how PDF versions are made.
type PDF struct {
	Profile     string   `yaml:"profile" de:"Norm: ua1 (PDF/UA-1 und PDF/A-2a) oder ua2 (PDF/UA-2 und PDF/A-4f, mit eingebettetem Markdown)."`
	EmbedSource bool     `yaml:"embed_source" de:"Den Markdown-Text einbetten; aus PDF/A-2a wird PDF/A-3a."`
	Justify     bool     `yaml:"justify" de:"Blocksatz statt Flattersatz."`
	QR          bool     `yaml:"qr" de:"QR-Code der Adresse am Ende jeder Meldung."`
	Hyphenation []string `yaml:"hyphenation" de:"Trennungen von Wörtern, die falsch getrennt werden: Ur-instinkt."`
	Fonts       Fonts    `yaml:"fonts" de:"Eigene Schriften, TTF-Dateien unter data/ oder static/."`
}

// Fonts are paths of TrueType fonts in the site's folder; "" is the font that
// comes with the program.
type Fonts struct {
	Regular  string `yaml:"regular" de:"Schrift des Textes, zum Beispiel data/schriften/Haus-Regular.ttf. Ohne diese Angabe: Sofia Sans."`
	Italic   string `yaml:"italic" de:"Kursive. Ohne diese Angabe: Sofia Sans Italic."`
	Bold     string `yaml:"bold" de:"Fette. Ohne diese Angabe: Sofia Sans Bold."`
	Headline string `yaml:"headline" de:"Schrift der Schlagzeilen. Ohne diese Angabe: Sofia Sans Condensed ExtraBold."`
}

// UA2 is the PDF.Profile of the second generation.
const UA2 = "ua2"

// Assets tells how files of static/ are published.
type Assets struct {
	Fingerprint []string `yaml:"fingerprint" de:"Endungen der Dateien, deren Name einen Prüfwert des Inhalts bekommt."`
	Builtin     bool     `yaml:"builtin" de:"Auch die Dateien veröffentlichen, die Stadtbote mitbringt (CSS, Schriften). Nur ohne die mitgelieferten Vorlagen entbehrlich."`
}

// Legal tells which law applies to the site.
type Legal struct {
	Regime string `yaml:"regime" de:"Recht der Barrierefreiheit: bitv (Bund, das strengste), land:xx (Land, zum Beispiel land:by) oder voluntary (freiwillig)."`
}

// Check tells how strictly "stadtbote check" judges.
type Check struct {
	Severity map[string]string `yaml:"severity" de:"Gewicht einzelner Befunde, zum Beispiel {SB862: off}: off, note, warning oder error. Was die Veröffentlichung unmöglich macht, bleibt ein Fehler."`
	Headline int               `yaml:"headline" de:"Zeichen, die eine Schlagzeile höchstens hat."`
	Teaser   int               `yaml:"teaser" de:"Zeichen, die ein Vorspann höchstens hat."`
	Picture  int               `yaml:"picture" de:"Pixel, die ein Bild mindestens breit ist."`
}

// Default returns the configuration of a site that has none.
func Default() *Config {
	c := &Config{
		Title:    "Stadtbote",
		BaseURL:  "http://localhost:8080/",
		Language: "de",
		Addresses: Addresses{
			Article:  "/:year/:month/:slug/",
			Print:    "druck/",
			PDF:      ":slug.pdf",
			Page:     "/:folder/:slug/",
			Sections: "/rubriken/",
			Tags:     "/stichwoerter/",
			Places:   "/orte/",
			Archive:  "/archiv/",
			Event:    "/termine/:slug/", Events: "/termine/", PastEvents: "vergangene/", Calendar: "termine.ics", EventCalendar: ":slug.ics",
			Municipalities: "/kommunen/", Imprint: "/impressum/", Privacy: "/datenschutz/", Accessibility: "/barrierefreiheit/",
			Credits: "/bildnachweise/", Corrections: "/korrekturen/",
			Pictures: "/bilder/",
			Paging:   "seite/",
			Feed:     "feed.atom",
			JSONFeed: "feed.json",
		},
		Lists: Lists{PageSize: 20, Newest: 5, Related: 5, Section: 5, Feed: 20, Home: 10},
		Outputs: Outputs{
			Print: true, PDF: true, Archive: true, Places: true, Feed: true, TermFeeds: true, JSONFeed: true,
			Sitemap: true, Robots: true, NotFound: true, Redirects: true, Search: true,
			Events: true, Calendar: true, Municipalities: true, Credits: true, Corrections: true,
			OG: true, Icons: true,
		},
		Pictures: Pictures{Widths: []int{480, 640, 960, 1200, 1920}, Quality: 76, WebP: true},
		Markdown: Markdown{HTML: "refuse"},
		PDF:      PDF{Profile: "ua1"},
		Assets:   Assets{Fingerprint: []string{"css", "js", "woff2", "svg"}, Builtin: true},
		Legal:    Legal{Regime: "bitv"},
		Check:    Check{Headline: 90, Teaser: 320, Picture: 640},
	}
	c.Digest = c.sum()
	return c
}
