// Package config reads stadtbote.yaml, the site's typed configuration.
package config

import "stadtbote/internal/digest"

// File is the name of the configuration, at the top of the site's folder.
const File = "stadtbote.yaml"

// Config is the whole configuration, defaults filled in. Field comments become
// docs/konfiguration.md.
type Config struct {
	Title       string      `yaml:"title"`       // name of the site
	Description string      `yaml:"description"` // one sentence about the site, for search engines and feeds
	BaseURL     string      `yaml:"base_url"`    // absolute address of the start page, ends with "/"
	Language    string      `yaml:"language"`    // language of the theme's words and of articles: de or en
	Sections    []Section   `yaml:"sections"`    // Rubriken, in their order; without them those in use are taken
	Navigation  []Link      `yaml:"navigation"`  // main menu; without it: the sections
	Footer      []LinkGroup `yaml:"footer"`      // lists of links at the foot of each page
	Everywhere  string      `yaml:"everywhere"`  // word on the place sign of articles without a place ("Bundesweit"); empty: no sign
	Publisher   Publisher   `yaml:"publisher"`   // who is responsible for the site
	Addresses   Addresses   `yaml:"addresses"`   // patterns of addresses
	Lists       Lists       `yaml:"lists"`       // lengths of lists
	Outputs     Outputs     `yaml:"outputs"`     // what is made
	Markdown    Markdown    `yaml:"markdown"`    // how Markdown is read
	Assets      Assets      `yaml:"assets"`      // how files of static/ are published

	Digest digest.Sum `yaml:"-"` // names the whole configuration
}

// Section is one Rubrik.
type Section struct {
	Name        string `yaml:"name"`        // as shown
	Slug        string `yaml:"slug"`        // part of the address; without it: made from the name
	Description string `yaml:"description"` // shown at the top of the section's list
}

// Link is one entry of a menu.
type Link struct {
	Title string `yaml:"title"`
	URL   string `yaml:"url"` // address on this site ("/termine/"), or absolute
}

// LinkGroup is one list of links in the footer.
type LinkGroup struct {
	Links []Link `yaml:"links"`
}

// Publisher is who is responsible for the site.
type Publisher struct {
	Name  string `yaml:"name"`
	Email string `yaml:"email"` // also receives "Barriere melden"
	Phone string `yaml:"phone"`
	Note  string `yaml:"note"` // a line in the footer
}

// Addresses are the patterns of addresses. Each starts with "/" and, where it
// names a folder, ends with "/". Known words: :year :month :day :slug :section.
type Addresses struct {
	Article  string `yaml:"article"`  // "/:year/:month/:slug/"
	Print    string `yaml:"print"`    // below the article: "druck/", or a file: "druck.html"
	PDF      string `yaml:"pdf"`      // below the article: ":slug.pdf"
	Page     string `yaml:"page"`     // "/:slug/"
	Sections string `yaml:"sections"` // "/rubriken/"; a section is one folder below
	Tags     string `yaml:"tags"`     // "/stichwoerter/"
	Places   string `yaml:"places"`   // "/orte/"
	Archive  string `yaml:"archive"`  // "/archiv/"
	Paging   string `yaml:"paging"`   // below a list: "seite/"; page 2 is "seite/2/"
	Feed     string `yaml:"feed"`     // "feed.atom", at the top and in each section and tag
	JSONFeed string `yaml:"json_feed"`
}

// Lists are lengths of lists.
type Lists struct {
	PageSize int `yaml:"page_size"` // articles on one page of a list
	Newest   int `yaml:"newest"`    // "Aktuelle Meldungen"
	Related  int `yaml:"related"`   // related by shared tags
	Section  int `yaml:"section"`   // "Weitere Meldungen und Beiträge aus dem Bereich"
	Feed     int `yaml:"feed"`      // articles in a feed
	Home     int `yaml:"home"`      // articles on the start page
}

// Outputs tells what is made.
type Outputs struct {
	Print     bool `yaml:"print"`
	Archive   bool `yaml:"archive"`
	Places    bool `yaml:"places"`
	Feed      bool `yaml:"feed"`       // the site's Atom feed
	TermFeeds bool `yaml:"term_feeds"` // a feed for each section and tag
	JSONFeed  bool `yaml:"json_feed"`  // JSON Feed beside each Atom feed
	Sitemap   bool `yaml:"sitemap"`
	Robots    bool `yaml:"robots"`
	NotFound  bool `yaml:"not_found"` // 404.html
	Redirects bool `yaml:"redirects"` // _redirects and maps for Apache and nginx
	Search    bool `yaml:"search"`    // the page of tags and months that stands in for search
}

// Markdown tells how Markdown is read.
type Markdown struct {
	HTML string `yaml:"html"` // raw HTML in articles: refuse, or sanitize
}

// Assets tells how files of static/ are published.
type Assets struct {
	Fingerprint []string `yaml:"fingerprint"` // endings of files that get a content hash in their name
}
