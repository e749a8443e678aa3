// Package article turns one file into one Article: a value that never changes.
//
// An article that cannot be used (no title, a broken front matter) is still a
// value: it carries its findings, and Broken tells the rest to leave it out.
package article

import (
	"time"

	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/markdown"
)

// Kind tells reports of the news apart from pages like the Impressum.
type Kind uint8

// The kinds of articles.
const (
	Report Kind = iota // content/meldungen/**: dated, in lists and feeds
	Page               // content/seiten/*: undated, reached by its address
	Event              // content/termine/**: with a Happening; in the list of events and the calendar
)

// Article is everything an author said in one file, typed and checked as far
// as one file alone allows. Values that name others (sections, tags, related
// files) are as written; the site resolves them.
type Article struct {
	Path   string // of the Markdown file, slash-separated, relative to the site's folder
	Bundle string // its folder, where the file is index.md; else ""
	Kind   Kind
	Broken bool // an error in Diags: cannot be published

	Title, Kicker, Subtitle string
	Teaser                  string // plain text, typography applied
	Date                    time.Time
	HasTime                 bool // the author gave a time of day
	Updated                 time.Time
	Slug                    string // folded; from the key, else file or folder name
	Section                 Value
	Tags, Places            []Value
	Sigils                  []Value // Kürzel of editors, or authors' names
	Language                string  // "" means the site's
	Pictures                []Picture
	Links                   []Link
	Related                 []Value // paths or addresses of earlier reports
	Embargo, Expiry         time.Time
	Draft, Withdrawn, Paid  bool
	Release                 bool   // a press release
	Issuer                  string // who issued it
	Corrections             []Correction
	Aliases                 []Value // former addresses
	Easy                    bool    // written in Leichte Sprache: its words are not divided
	Layout                  Value   // pages only: name of a template of its own, without ".html"; empty for the default

	Happening  *Happening  // of an event; nil for all others
	Allowances []Allowance // findings that the author excuses, in the order of the file

	Facts  markdown.Facts
	Body   markdown.Fragment // zero where the text was not read in this build
	Source digest.Sum        // of the file's bytes
	Diags  diag.List
}

// Value is a text with the place where it was written.
type Value struct {
	Text string
	Pos  diag.Pos
}

// Picture is one entry of "bild" or "bilder".
type Picture struct {
	File         Value
	Alt          string
	Decorative   bool
	Caption      string
	Credit       string // Quelle
	Photographer string
	Licence      string
}

// Link is one external link listed under the text.
type Link struct {
	URL   Value
	Title string // host name where the author gave none
}

// Correction is one entry of "korrekturen".
type Correction struct {
	Date time.Time
	Text string
}
