package check

import (
	"net/url"
	"path"
	"strings"
)

// page is a finished page as its readers meet it: what their eyes, screen
// readers and browsers find, in the order of the page.
type page struct {
	path   string // of the file in the output folder
	url    string // root-relative
	origin string // file that it is mainly made from; may be ""

	root      element // html
	titles    []string
	headings  []heading
	links     []link
	images    []image
	ids       []element
	tables    []table
	passages  []element // other elements with lang
	loads     []load
	styles    []string // inline, as written
	scripts   []string // inline, as written
	landmarks map[string]int
	skip      bool   // a link to the contents comes first
	opening   string // text of main before the headline
	canonical string
	stub      bool   // it does nothing but lead elsewhere
	easy      bool   // it says that it is in Leichte Sprache
	soft      string // first word of main with a soft hyphen
	reader    reader

	known map[string]bool // addresses that lead somewhere, kept from page to page
}

// element is a tag worth remembering: a value and the tag as written.
type element struct{ value, written string }

// heading is one of h1 to h6.
type heading struct {
	level   int
	text    string
	written string
}

// link is an a with href.
type link struct {
	href, text string // text: what a screen reader says
	seen       string // what an eye reads
	written    string
	current    bool
	menu       bool // it stands in the main menu
	aside      bool // it stands beside the contents
}

// image is a picture.
type image struct {
	src, alt, caption string
	described         bool // has alt, or is hidden from screen readers
	written           string
}

// table is a table.
type table struct {
	head    string // text of its header cells
	heads   int
	scopes  int // header cells that say what they are heads of
	caption bool
	written string
}

// load is something that a browser gets without being asked.
type load struct{ url, written string }

// reset makes room for the next page and keeps the memory.
func (p *page) reset(name, origin, base string) {
	*p = page{
		path: name, origin: origin, url: base + strings.TrimSuffix(name, "index.html"),
		titles: p.titles[:0], headings: p.headings[:0], links: p.links[:0], images: p.images[:0], ids: p.ids[:0],
		tables: p.tables[:0], passages: p.passages[:0], loads: p.loads[:0], styles: p.styles[:0], scripts: p.scripts[:0],
		known: p.known, landmarks: p.landmarks,
	}
	if p.landmarks == nil {
		p.landmarks = map[string]int{}
	}
	clear(p.landmarks)
	p.reader.page = p
}

// variant reports whether the page is another form of one that stands
// elsewhere: the print version of a report.
func (p *page) variant() bool {
	if p.canonical == "" {
		return false
	}
	at, err := url.Parse(p.canonical)
	return err == nil && strings.TrimSuffix(at.EscapedPath(), "index.html") != (&url.URL{Path: p.url}).EscapedPath()
}

// errorPage reports whether the page is what a server shows instead of one.
func (p *page) errorPage() bool { return path.Base(p.path) == "404.html" }
