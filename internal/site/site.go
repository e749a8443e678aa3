// Package site joins all articles into one immutable Site: what is published,
// in which order, at which address, and what refers to what.
//
// An Entry is an article with its place in the site. A Term is a section, a
// tag or a place with its entries; a Year and its Months are the archive. A
// Target is what a link or a picture of a text leads to. A Redirect leads from
// a former address to a present one, an Omission tells why an article is not
// there.
//
// Four rules:
//   - What is not published at Input.Now is taken out first. No later step
//     sees it, so that it cannot leave a trace in a count or a list.
//   - Every address is claimed once. Who comes second is told who came first.
//   - The order of the input does not matter, nor that of any map.
//   - Digests (Card, Text, Sum) change with what a page may show, and with
//     nothing else: builds compare them instead of following changes.
package site

import (
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/picture"
)

// Input is all that Assemble needs. Nothing in it is changed.
type Input struct {
	Config   *config.Config
	Articles []*article.Article // any order
	Data     *config.Data
	Pictures map[string]picture.Info // by path: "content/…/foto.jpg", "static/bilder/a.png"
	Assets   map[string]Asset        // by path below static/: "css/site.css"
	Files    map[string]digest.Sum   // other files below content/ that links may lead to: "content/…/antrag.pdf"
	Layouts  []string                // templates that a page may name, without ".html", sorted; nil: any
	Exclude  map[string]bool         // paths of articles to leave out as broken
	Now      time.Time
	Drafts   bool // publish drafts as well
	Future   bool // publish embargoed articles as well

	Before *Site // an earlier site, to take over from it what still holds; may be nil
	Keep   bool  // the site will be Before of another: what that needs is kept
}

// Asset is one file of static/ as it is published.
type Asset struct {
	Path      string // below static/
	URL       string // root-relative, with its content hash where it gets one
	Integrity string // "sha384-…" for CSS and scripts, else ""
	Sum       digest.Sum
}

// Site is everything that is published. It never changes once assembled.
type Site struct {
	Config         *config.Config
	Articles       []*Entry       // reports, newest first; ties by path; without withdrawn ones
	Withdrawn      []*Entry       // withdrawn reports, newest first: a notice under their address, nothing else
	Pages          []*Entry       // by address
	Events         []*Entry       // by their beginning
	Coming         []*Entry       // those of Events that are not over, the next first
	Past           []*Entry       // those that are, the last first
	Newest         []*Entry       // "Aktuelle Meldungen": the first of Articles that are not paid for
	Sections       []*Term        // in the configured order
	Tags           []*Term        // in German alphabetical order
	Places         []*Term        // in German alphabetical order
	Years          []*Year        // newest first
	Redirects      []Redirect     // by From
	Left           []Omission     // what is not published, and why, by path
	Legal          []Legal        // pages made from data/
	Municipalities []Municipality // in the order of data/kommunen.yaml
	Data           *config.Data
	Assets         map[string]Asset
	Pictures       []*Shown    // pictures that pages show, by Name
	Linked         []Published // files that texts link, by URL
	Recipe         picture.Recipe
	Next           time.Time  // when an embargo, an expiry or the end of an event next changes the site; zero: never
	Digest         digest.Sum // of what every page may show: configuration, data, assets, names of sections
	NewestSum      digest.Sum // of the cards of Newest

	base    base
	posters digest.Sum // of what all posters share
	titles  headlines
	memory  *memory // nil unless Input.Keep
}

// Entry is an article with its place in the site.
type Entry struct {
	*article.Article
	URL     string // root-relative: "/2018/11/initiative-geht-in-die-fortsetzung/"
	Section *Term  // nil for pages
	Tags    []*Term
	Places  []*Term
	UID     string  // of an event: its name in calendars, before the "@"
	Where   []*Term // of an event: its places; those without a page have no address
	Newer   *Entry  // nil at the ends
	Older   *Entry
	More    []*Entry   // newest of the section without itself
	Related []*Entry   // by shared rare tags
	Earlier []*Entry   // "wir berichteten"
	Later   []*Entry   // "Später dazu"
	Targets []Target   // one for each of Article.Facts.Refs; nil if withdrawn
	Images  []Target   // one for each of Article.Pictures; nil if withdrawn
	Card    digest.Sum // of what a list shows of it
	Text    digest.Sum // of the article alone, its references and terms resolved: print version, PDF, feeds
	Sum     digest.Sum // of what its own page shows: Text and the cards of its neighbours; Site.Digest not

	index     int32  // in the assembly's order: newest first
	file      string // of its page, below the output folder
	printFile string // of its print version
	pdfFile   string // of its PDF
	signFile  string // of the sign that stands for it; "" if none does
}

// Target is where a reference leads.
type Target struct {
	URL     string        // for href or src, not yet escaped for HTML; absolute for other sites
	Picture *picture.Info // nil for links
	Shown   *Shown        // the versions of that picture; nil for links
}

// Term is a section, a tag or a place with its articles.
type Term struct {
	Name        string
	Slug        string
	URL         string
	Description string
	Synonyms    []string
	Entries     []*Entry   // newest first
	Sum         digest.Sum // of the cards of Entries, in order, and its own words

	index int32 // in its list
}

// Year is one year of the archive.
type Year struct {
	Year    int
	URL     string
	Entries []*Entry
	Months  []*Month // newest first
	Sum     digest.Sum
}

// Month is one month of the archive.
type Month struct {
	Month   time.Month
	URL     string
	Entries []*Entry
	Sum     digest.Sum
}

// Redirect leads from a former address to a present one.
type Redirect struct {
	From, To string // root-relative
	Origin   string // file that says so
	Pos      diag.Pos
}

// Omission tells why an article is not published.
type Omission struct {
	Path   string
	Title  string
	Reason Reason
	Until  time.Time // when an embargo ends, or when it expired
}

// Reason is why an article is not published.
type Reason uint8

// The reasons.
const (
	Draft Reason = iota + 1
	Embargoed
	Expired
	Broken
)

// Published is a file that is copied because a text links it.
type Published struct {
	Source string // "content/…/foto.jpg"
	URL    string
	Sum    digest.Sum
}
