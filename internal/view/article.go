package view

import "html/template"

// Article is what article.html sees: one report.
type Article struct {
	Page        *Page
	Headline    string
	Display     string // the headline for its heading: long words have soft hyphens
	Kicker      string // without its colon; "" where the place's sign says the same
	Subtitle    string // may be ""
	Teaser      string
	Language    string // of the report, if it is not the site's; else ""
	Date        Date
	Updated     Date          // of the last change of substance; its ISO is "" if there was none
	Section     *Term         // nil if it has none
	Place       *Term         // its first place, or the word for all places; nil
	Picture     *Picture      // below the headline; nil if there is none
	Body        template.HTML // the text up to the place where the authors' sigils belong
	BodyEnd     template.HTML // what follows them
	Authors     []Author
	Pictures    []*Picture // further pictures, below the text
	Corrections []Correction
	Links       []Link       // external links, listed below the text
	Earlier     []*Card      // "Früher berichtet"
	Later       []*Card      // "Später dazu"
	Tags        []*Term      // the section first
	Places      []*Term      // all of them, from two places on; else empty
	Credit      string       // sources of all pictures; may be ""
	PrintURL    string       // address of the print version; "" if there is none
	PDF         *PDF         // nil if there is none
	Mail        template.URL // mailto address of "Link mailen"
	Paid        bool         // to be labelled "Anzeige" before the headline
	Release     string       // "Pressemitteilung: Stadt Musterhausen", to stand before the headline; "" if it is none
	Withdrawn   bool         // only headline and notice are shown
	More        []*Card      // newest of the section
	Related     []*Card      // on the same topic
	Newer       *Card        // nil for the newest report
	Older       *Card        // nil for the oldest report
}

// Author is who wrote a report.
type Author struct {
	Sigil string // "ve", or the whole name where there is no sigil
	Name  string // "Vera Muster, Redaktion"; "" if Sigil is all that is known
}

// Correction is one correction of a report.
type Correction struct {
	Date Date
	Text string
}

// PDF is the PDF version of a report.
type PDF struct {
	URL  string
	Size string // "35 KB"; "" if unknown
}

// Print is what print.html sees: a report without its surroundings.
type Print struct {
	Page    *Page
	Article *Article // without cards; link targets in its text are absolute
	BackURL string   // address of the article's page
	Address string   // the article's address as it is shown on paper, without "https://"
	Tags    string   // names of all tags in one line
	Links   []Link   // with their addresses as they are shown on paper
}

// Text is what page.html sees: a page like the Impressum.
type Text struct {
	Page     *Page
	Headline string
	Display  string // the headline for its heading: long words have soft hyphens
	Easy     bool   // in Leichte Sprache: no word is divided
	Kicker   string
	Teaser   string // may be ""
	Language string // of the page, if it is not the site's; else ""
	Updated  Date   // may be empty
	Picture  *Picture
	Body     template.HTML // the text
	Pictures []*Picture    // further pictures, below the text
	Contents []Link        // headings of the text with their anchors, where there are three or more; else empty
	Links    []Link
	Credit   string // sources of all pictures; may be ""
}
