// Package check holds the rules over a site: what no file shows alone, and
// what only the finished pages show.
//
// A Rule is one entry of the table in table.go: code, basis, severity and what
// finds it. Its words stand in the catalogue of package diag. A Subject is the
// site with everything that the rules may look at. A Checker is given each
// finished file once, from any goroutine (Checker.File), and then tells all
// findings (Checker.Findings).
//
// What is wrong with a page is looked for in the finished HTML, whoever wrote
// it: an author, the program, or the templates of a town. Then it is traced
// back to where it can be mended: the line of an article, of a template, of
// stadtbote.yaml (locate.go). What stands on a thousand pages is one finding
// that says so (collect.go).
//
// Settle weighs findings as the site wants them, and passes over those that an
// author allowed in their place (settle.go).
package check

import (
	"io/fs"
	"path"
	"strings"
	"sync"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/site"
)

// Subject is what the rules look at. Nothing in it is changed.
type Subject struct {
	Site     *site.Site
	Articles []*article.Article // also those that are not published
	Pictures []string           // own picture files, by path in the site's folder
	Folder   fs.FS              // the site's folder
	Exists   func(path string) bool
	Now      time.Time
	Before   *Before // the state published last; nil: unknown
}

// Checker collects what is found. Its methods may be called from any goroutine.
type Checker struct {
	subject Subject
	rules   []Rule
	base    string // address of the start page
	origin  string // "https://town.example"
	found   collection
	pages   sync.Pool
	homes   sync.Map // from [2]string, tag and address, to the place in the site's own files
	entries func() map[string]*site.Entry
	own     func() []ownFile
	paid    func() []*site.Entry

	mu     sync.Mutex
	titles map[string][]titled
	ids    map[digest.Sum]struct{} // of all pages
	wanted map[anchor]bool
	files  diag.List // of files that are published as they are
}

// titled is a page with its title.
type titled struct{ url, origin string }

// anchor is a link to a place on a page.
type anchor struct {
	target                      string // "path#id"
	href, written, page, origin string // where the link stands
}

// New returns a checker of a site.
func New(s Subject) *Checker {
	c := &Checker{
		subject: s, rules: Rules(), base: s.Site.Home(),
		titles: map[string][]titled{}, ids: map[digest.Sum]struct{}{}, wanted: map[anchor]bool{},
	}
	c.origin = strings.TrimSuffix(s.Site.Absolute(c.base), c.base)
	c.pages.New = func() any { return &page{known: map[string]bool{}} }
	c.entries = sync.OnceValue(c.entriesByPath)
	c.own = sync.OnceValue(c.ownFiles)
	c.paid = sync.OnceValue(c.paidReports)
	return c
}

// File takes in a finished file of the site; origin is the file that it is
// mainly made from.
func (c *Checker) File(name, origin string, data []byte) {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm":
		c.page(name, origin, data)
	case ".css":
		c.style(name, origin, data)
	case ".js", ".mjs":
		c.script(origin, data)
	case ".svg":
		c.drawing(origin, data)
	case ".jpg", ".jpeg", ".png", ".webp", ".jpe", ".jfif":
		c.picture(name, origin, data)
	case ".pdf":
		c.pdf(name, origin, data)
	case ".atom", ".json":
		c.feed(name, data)
	}
}

// Needs reports whether a finished file has to be looked at. A picture that the
// program itself draws, a headline for previews elsewhere, is made from a text:
// no camera has told it anything, and drawing takes longer than all other rules.
func Needs(name, origin string) bool {
	return !isPicture(name) || isPicture(origin)
}

// isPicture reports whether a file's name is that of a photograph.
func isPicture(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg", ".png", ".webp", ".jpe", ".jfif":
		return true
	}
	return false
}

// page reads a page and lets every rule look at it.
func (c *Checker) page(name, origin string, data []byte) {
	p := c.pages.Get().(*page)
	defer c.pages.Put(p)
	p.reset(name, origin, c.base)
	scan(string(data), p.reader.token)
	f := &finder{Checker: c, page: p}
	for i := range c.rules {
		if rule := &c.rules[i]; rule.page != nil && (!p.stub || rule.stubs) {
			f.code = rule.Code
			rule.page(p, f)
		}
	}
}

// Findings returns everything that was found: on the pages, and by the rules
// over the site as a whole. It is called once, when all files were taken in.
func (c *Checker) Findings() diag.List {
	var ds diag.List
	for i := range c.rules {
		rule := &c.rules[i]
		if rule.site != nil {
			rule.site(c, &report{code: rule.Code, list: &ds})
		}
	}
	return append(append(ds, c.files...), c.found.list()...)
}

// Articles returns those of the subject.
func (c *Checker) Articles() []*article.Article { return c.subject.Articles }

// report takes the findings of one rule.
type report struct {
	code diag.Code
	list *diag.List
}

// add reports a finding in a file.
func (r *report) add(file string, pos diag.Pos, args ...any) {
	r.list.Report(file, pos, r.code, args...)
}

func (c *Checker) entriesByPath() map[string]*site.Entry {
	all := map[string]*site.Entry{}
	for e := range c.subject.Site.All() {
		all[e.Path] = e
	}
	return all
}
