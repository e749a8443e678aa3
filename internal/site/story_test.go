package site_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/lang"
	"stadtbote/internal/markdown"
	"stadtbote/internal/picture"
	"stadtbote/internal/site"
)

// now is the moment at which all stories are published.
var now = at("2024-06-15")

func at(date string) time.Time {
	t, err := time.ParseInLocation(time.DateOnly, date, lang.Berlin())
	if err != nil {
		panic(err)
	}
	return t
}

// story is a small site in the making.
type story struct{ in site.Input }

func newStory(articles ...*article.Article) *story {
	s := &story{in: site.Input{
		Config:   config.Default(),
		Data:     &config.Data{},
		Now:      now,
		Articles: articles,
		Pictures: map[string]picture.Info{},
		Assets:   map[string]site.Asset{},
		Files:    map[string]digest.Sum{},
	}}
	s.in.Config.BaseURL = "https://musterstadt.example/"
	return s
}

func (s *story) picture(paths ...string) *story {
	for _, path := range paths {
		s.in.Pictures[path] = picture.Info{Path: path, Width: 800, Height: 600, Type: "jpeg", Digest: digest.String(path)}
		if name, static := strings.CutPrefix(path, "static/"); static {
			s.asset(name)
		}
	}
	return s
}

func (s *story) asset(names ...string) *story {
	for _, name := range names {
		s.in.Assets[name] = site.Asset{Path: name, URL: "/" + name, Sum: digest.String(name)}
	}
	return s
}

// tell assembles the site and compares the findings, each as "code file: args".
func (s *story) tell(t *testing.T, want ...string) *site.Site {
	t.Helper()
	made, ds := site.Assemble(s.in)
	if got := told(ds); !slices.Equal(got, want) {
		t.Errorf("findings:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	return made
}

func told(ds diag.List) []string {
	var lines []string
	for _, d := range ds {
		line := fmt.Sprintf("%s %s:%d: %s", d.Code, d.File, d.Pos.Line, strings.Join(d.Args, " | "))
		lines = append(lines, line)
	}
	return lines
}

// report is an article of the news as an author would leave it.
func report(name, date string, more ...func(*article.Article)) *article.Article {
	a := &article.Article{
		Path:   "content/meldungen/" + name + ".md",
		Title:  "Titel von " + name,
		Teaser: "Anriss von " + name,
		Slug:   lang.Slug(name[strings.LastIndexByte(name, '/')+1:]),
		Date:   at(date),
	}
	for _, change := range more {
		change(a)
	}
	a.Source = digest.String(fmt.Sprintf("%+v", *a))
	return a
}

// page is an undated page.
func page(name string, more ...func(*article.Article)) *article.Article {
	a := report(name, "0001-01-01")
	a.Path, a.Kind, a.Date = "content/seiten/"+name+".md", article.Page, time.Time{}
	for _, change := range more {
		change(a)
	}
	return a
}

func values(texts []string) []article.Value {
	all := make([]article.Value, len(texts))
	for i, text := range texts {
		all[i] = article.Value{Text: text, Pos: diag.Pos{Line: 5 + i, Col: 1}}
	}
	return all
}

func tags(names ...string) func(*article.Article) {
	return func(a *article.Article) { a.Tags = values(names) }
}

func places(names ...string) func(*article.Article) {
	return func(a *article.Article) { a.Places = values(names) }
}

func section(name string) func(*article.Article) {
	return func(a *article.Article) { a.Section = article.Value{Text: name, Pos: diag.Pos{Line: 4, Col: 9}} }
}

func related(paths ...string) func(*article.Article) {
	return func(a *article.Article) { a.Related = values(paths) }
}

func aliases(addresses ...string) func(*article.Article) {
	return func(a *article.Article) { a.Aliases = values(addresses) }
}

func bundle(a *article.Article) {
	a.Path = strings.TrimSuffix(a.Path, ".md") + "/index.md"
	a.Bundle = strings.TrimSuffix(a.Path, "/index.md")
}

func withdrawn(a *article.Article) { a.Withdrawn = true }

func paid(a *article.Article) { a.Paid = true }

func link(dest string) func(*article.Article) {
	return func(a *article.Article) {
		a.Facts.Refs = append(a.Facts.Refs, markdown.Ref{Dest: dest, Pos: diag.Pos{Line: 20 + len(a.Facts.Refs), Col: 3}})
	}
}

func image(dest string) func(*article.Article) {
	return func(a *article.Article) {
		link(dest)(a)
		a.Facts.Refs[len(a.Facts.Refs)-1].Kind = markdown.Image
	}
}

func lead(file string) func(*article.Article) {
	return func(a *article.Article) {
		a.Pictures = append(a.Pictures, article.Picture{
			File: article.Value{Text: file, Pos: diag.Pos{Line: 8, Col: 3}}, Alt: "Eine Brücke", Credit: "Stadt Musterstadt",
		})
	}
}

func heading(id string) func(*article.Article) {
	return func(a *article.Article) {
		a.Facts.Headings = append(a.Facts.Headings, markdown.Heading{Level: 2, ID: id, Text: id})
	}
}

func anchor(id string) func(*article.Article) {
	return func(a *article.Article) { a.Facts.Anchors = append(a.Facts.Anchors, id) }
}

// slugs returns the slugs of entries, for comparing lists at a glance.
func slugs(entries []*site.Entry) string {
	var all []string
	for _, e := range entries {
		all = append(all, e.Slug)
	}
	return strings.Join(all, " ")
}

func names(terms []*site.Term) string {
	var all []string
	for _, t := range terms {
		all = append(all, fmt.Sprintf("%s(%d)", t.Name, len(t.Entries)))
	}
	return strings.Join(all, " ")
}

// entry returns the published article of that slug.
func entry(t *testing.T, s *site.Site, slug string) *site.Entry {
	t.Helper()
	for e := range s.All() {
		if e.Slug == slug {
			return e
		}
	}
	t.Fatalf("%s is not published", slug)
	return nil
}

func expect(t *testing.T, what string, got, want any) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// addresses returns every address that a site takes, for comparing sites.
func addresses(s *site.Site) []string {
	set := map[string]bool{}
	for e := range s.All() {
		set[e.URL] = true
	}
	for _, terms := range [][]*site.Term{s.Sections, s.Tags, s.Places} {
		for _, t := range terms {
			set[t.URL] = true
		}
	}
	for _, p := range s.Pictures {
		set[p.URL] = true
	}
	for _, r := range s.Redirects {
		set[r.From] = true
	}
	return slices.Sorted(maps.Keys(set))
}
