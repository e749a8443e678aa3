// Package view holds the plain structs that templates see, and nothing that
// reaches out. Field comments become docs/templates.md.
//
// A Builder makes them from a site. What many pages show (a card, a term, the
// masthead) is made once and shared by pointer, so that a theme can keep what
// it has rendered; everything else is made when its page is made. Nothing in a
// view is changed once it is made.
package view

import "html/template"

// Site is what every page may show. There is one for all pages.
type Site struct {
	Name              string         // name of the site
	Description       string         // one sentence about the site; may be ""
	Language          string         // of the site and the theme's words: "de", "en"
	URL               string         // address of the start page
	SearchURL         string         // address that the search box asks; "" without a search page
	TagsURL           string         // list of all tags; "" if there are none
	PlacesURL         string         // list of all places; "" if there are none
	MunicipalitiesURL string         // list of municipalities; "" if there is none
	CreditsURL        string         // credits of all pictures; "" if there are none
	CorrectionsURL    string         // all corrections; "" if there are none
	EasyURL           string         // first page in Leichte Sprache; "" if there is none
	EventsURL         string         // list of events; "" if there are none
	ArchiveURL        string         // archive; "" if there is none
	Everywhere        string         // word on the sign of articles without a place; may be ""
	Feeds             []Feed         // feeds of the whole site
	Footer            [][]Link       // lists of links at the foot of each page
	DayColor          string         // of the street sign, for the browser's own frame: "#123f94"
	NightColor        string         // the same in the dark
	Icons             []Icon         // signs of the site for browsers and telephones
	Publisher         Publisher      // who is responsible for the site
	Data              map[string]any // every file of data/ by its name without ending
}

// Icon is a sign of the site for browsers and telephones.
type Icon struct {
	Rel   string // value of the attribute: "icon", "apple-touch-icon"
	URL   string
	Type  string // media type; may be ""
	Sizes string // value of the attribute; may be ""
}

// Publisher is who is responsible for the site. Fields that the configuration
// leaves out are "".
type Publisher struct {
	Name  string
	Email string
	Phone string
	Note  string // a line for the footer
}

// Page is what every page knows of itself.
type Page struct {
	Site        *Site
	Masthead    *Masthead    // top of the page
	Newest      *Newest      // "Aktuelle Meldungen" and the advertisement; nil in the print version
	URL         string       // absolute address of this page (canonical; the print version names the article's)
	Title       string       // for the browser's tab: heading and name of the site; the date, too, where another page has the same headline
	Heading     string       // heading alone
	Description string       // one or two sentences for search engines and previews; may be ""
	Language    string       // language of the content, if it is not the site's; else ""
	Type        string       // of Open Graph: "article" or "website"
	Published   string       // ISO 8601; "" where the page has no date
	Modified    string       // ISO 8601; "" where it is unknown
	Image       *Image       // for previews; nil if there is none
	Feeds       []Feed       // feeds of this page alone, for instance of its tag
	Data        template.JS  // schema.org description as JSON; "" if there is none
	Barrier     template.URL // mailto address of "Barriere melden", this page's address filled in; "" without an e-mail address of the publisher
	Hidden      bool         // search engines should not list this page
	Previous    string       // address of the list's page before this one; ""
	Next        string       // address of the list's page after this one; ""
}

// Image is a picture for previews of a page elsewhere.
type Image struct {
	URL    string // absolute
	Width  int    // pixels; 0 if unknown
	Height int
	Alt    string
}

// Masthead is the top of a page. Pages at the same place in the menu share one.
type Masthead struct {
	Site       *Site
	Front      bool      // the start page: the name stands in the content
	AsOf       Date      // of the newest report, on the start page
	Navigation []NavLink // main menu
	Trail      []Link    // pages above this one, the start page first; empty on the start page
}

// NavLink is one entry of the main menu.
type NavLink struct {
	Title   string
	URL     string
	Current string // value of aria-current: "page" for this page, "true" for the section it is in, else ""
}

// Link leads somewhere.
type Link struct {
	Title string
	URL   string
}

// Feed is a feed of reports.
type Feed struct {
	Title string
	URL   string
	Type  string // media type: "application/atom+xml"
}

// Newest is what stands beside an article: the newest reports of the site and
// the advertisement.
type Newest struct {
	Briefs []*Brief
	Ad     *Ad // nil where none is configured
}

// Brief is a report as "Aktuelle Meldungen" shows it. It says less than a Card,
// because every page depends on it.
type Brief struct {
	URL      string
	Headline string
	Label    string // as in Card
	Language string // of the report, if it is not the site's; else ""
	Date     Date
}

// Ad is the advertisement of data/anzeige.yaml.
type Ad struct {
	Text  string // before the link; may be ""
	Title string // of the link
	URL   string
}

// Date is one day, or a moment of it, ready to be shown.
type Date struct {
	ISO   string // for datetime attributes: "2018-11-09", with a time "2018-11-09T10:30:00+01:00"; "" means no date
	Short string // "9.11.2018"
	Long  string // "9. November 2018", "9. November 2018, 10.30 Uhr"
}

// Term is a section, a tag or a place. All pages share one for each.
type Term struct {
	Name    string
	Display string // the name for a sign: long words have soft hyphens
	URL     string // "" for the word that stands for all places
	Reports int    // how many there are
	Often   bool   // twenty or more
}

// Picture is a picture with what belongs to it.
type Picture struct {
	URL     string
	Width   int // pixels; 0 if unknown
	Height  int
	Alt     string          // "" for a decorative picture
	Caption string          // may be ""
	Credit  string          // source, photographer, licence; may be ""
	SrcSet  template.Srcset // addresses of its versions with their widths, for the attribute of that name; "" where there is one only
	WebP    template.Srcset // the same in WebP, where that is smaller; else ""
}

// Card is a report as other pages show it. All pages share one for each.
type Card struct {
	URL       string
	Headline  string
	Display   string // the headline for its heading: long words have soft hyphens
	Kicker    string // without its colon; "" where the place's sign says the same
	Label     string // kicker and headline in one line: "Krähwinkel: Das Licht geht an", after "Anzeige: " if it is paid for
	Teaser    string
	Language  string // of the report, if it is not the site's; else ""
	Date      Date
	Section   *Term    // nil if it has none
	Place     *Term    // its first place; nil if it has none
	Picture   *Picture // nil if it has none
	Paid      bool     // to be labelled "Anzeige"
	Withdrawn bool
}
