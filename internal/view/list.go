package view

// List is what list.html sees: one page of a list of reports.
type List struct {
	Page         *Page
	Kind         string        // "section", "tag", "place", "year" or "month"
	Name         string        // of the section, the tag, the place; "2018"; "November 2018"
	Display      string        // the name for the heading: long words have soft hyphens
	Municipality *Municipality // what data/kommunen.yaml says of a place; nil
	Description  string        // may be ""
	Synonyms     string        // other spellings in one line; may be ""
	Count        int           // reports on all pages of the list
	Cards        []*Card
	Pager        *Pager  // nil if there is only one page
	Months       []Month // of a year, newest first
}

// Pager leads to the other pages of a list.
type Pager struct {
	Number   int // of this page, from 1
	Total    int
	Items    []PagerItem
	NewerURL string // "" on the first page
	OlderURL string // "" on the last page
}

// PagerItem is one step of a pager.
type PagerItem struct {
	Number  int // 0 stands for pages that are left out
	URL     string
	Current bool // this page
}

// Home is what home.html sees: the start page.
type Home struct {
	Page     *Page
	Lead     *Card         // the newest report; nil if there is none
	Sections []HomeSection // those with reports besides the lead
	Next     *EventCard    // the next event that is not cancelled; nil if there is none
	Newest   []*Card       // the newest reports of all sections, without the lead
}

// HomeSection is one section on the start page.
type HomeSection struct {
	Section *Term
	ID      string // for the anchor of its heading
	First   *Card
	More    []*Card // the next ones, in short
}

// Index is what tags.html and places.html see: all terms by initial letter.
type Index struct {
	Page     *Page
	Count    int      // tags or places
	Alphabet []Letter // A to Z and the others that occur; without entries where none begins so
	Letters  []Letter // those with entries
}

// Letter is the part of an index with one initial letter.
type Letter struct {
	Name    string // "A", "0–9"
	ID      string // anchor on the page
	Entries []IndexEntry
}

// IndexEntry is one line of an index.
type IndexEntry struct {
	Name string
	Term *Term // what it leads to; with another name for a synonym
	See  bool  // Name is a synonym: "Name, siehe Term.Name"
}

// Archive is what archive.html and search.html see: the ways to all reports.
type Archive struct {
	Page    *Page
	Years   []ArchiveYear // newest first
	Letters []Letter      // all tags by initial letter; on the search page only
}

// ArchiveYear is one year of the archive.
type ArchiveYear struct {
	Name   string // "2018"
	URL    string
	Count  int     // reports
	Months []Month // newest first
}

// Month is one month of the archive.
type Month struct {
	Name  string // "November"
	URL   string
	Count int // reports
}

// NotFound is what 404.html sees.
type NotFound struct {
	Page *Page
}
