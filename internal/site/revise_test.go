package site_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/markdown"
	"stadtbote/internal/picture"
	"stadtbote/internal/site"
)

// TestAssembledAfterAnEditEqualsAssembledFromNothing is the rule that keeps
// Input.Before honest: whatever was edited, the site that took over what still
// held is the one made from nothing, to the last field and pointer.
func TestAssembledAfterAnEditEqualsAssembledFromNothing(t *testing.T) {
	var followed int
	sites := 25
	if testing.Short() {
		sites = 6 // the race detector makes each ten times as long
	}
	for seed := range uint64(sites) {
		e := newSiteEditor(seed, 30)
		before, _ := site.Assemble(e.in)
		for range 60 {
			name := e.edit()
			was := dump(before)
			clean, found := e.assembled(nil)
			after, foundAfter := e.assembled(before)
			if dump(clean) != dump(after) {
				t.Fatalf("seed %d, after %s: the site differs:\n%s", seed, name, firstDifference(dump(clean), dump(after)))
			}
			if !reflect.DeepEqual(site.Uncounted(clean), site.Uncounted(after)) {
				t.Fatalf("seed %d, after %s: the site differs in what no page shows: %s", seed, name, where(site.Uncounted(clean), site.Uncounted(after)))
			}
			if !reflect.DeepEqual(found, foundAfter) {
				t.Fatalf("seed %d, after %s: findings\n%q\nwant\n%q", seed, name, told(foundAfter), told(found))
			}
			if dump(before) != was {
				t.Fatalf("seed %d, after %s: the earlier site was changed", seed, name)
			}
			if site.Followed(e.in, before) {
				followed++
			}
			in := e.in
			in.Before = before
			before, _ = site.Assemble(in)
			wantWhole(t, before)
		}
	}
	t.Logf("of %d edits, %d left most of the site as it was", sites*60, followed)
	if followed < sites*20 {
		t.Error("too few edits are followed for the test to say much")
	}
}

// wantWhole looks whether every entry that a site leads to is one of its own:
// a site that leads to another keeps that alive, and mixes two states.
func wantWhole(t *testing.T, s *site.Site) {
	t.Helper()
	own := map[*site.Entry]bool{nil: true}
	terms := map[*site.Term]bool{nil: true}
	for e := range s.All() {
		own[e] = true
	}
	for _, list := range [][]*site.Term{s.Sections, s.Tags, s.Places} {
		for _, term := range list {
			terms[term] = true
			for _, e := range term.Entries {
				if !own[e] {
					t.Fatalf("%s leads to an entry of another site", term.Name)
				}
			}
		}
	}
	for e := range s.All() {
		for _, other := range slices.Concat([]*site.Entry{e.Newer, e.Older}, e.More, e.Related, e.Earlier, e.Later) {
			if !own[other] {
				t.Fatalf("%s leads to %s of another site", e.Path, other.Path)
			}
		}
		for _, term := range slices.Concat([]*site.Term{e.Section}, e.Tags, e.Places) {
			if !terms[term] {
				t.Fatalf("%s leads to %s of another site", e.Path, term.Name)
			}
		}
	}
}

func firstDifference(x, y string) string {
	xs, ys := strings.Split(x, "\n"), strings.Split(y, "\n")
	for i := range min(len(xs), len(ys)) {
		if xs[i] != ys[i] {
			return fmt.Sprintf("%s\n%s", xs[i], ys[i])
		}
	}
	return fmt.Sprintf("%d lines, and %d", len(xs), len(ys))
}

// where names the first part in which two sites differ.
func where(x, y *site.Site) string {
	for i := range x.Articles {
		if field := fieldOf(reflect.ValueOf(*x.Articles[i]), reflect.ValueOf(*y.Articles[i])); field != "" {
			return x.Articles[i].Path + ": " + field
		}
	}
	return fieldOf(reflect.ValueOf(*x), reflect.ValueOf(*y))
}

func fieldOf(a, b reflect.Value) string {
	for i := range a.NumField() {
		name := a.Type().Field(i)
		if name.IsExported() && !reflect.DeepEqual(a.Field(i).Interface(), b.Field(i).Interface()) {
			return name.Name
		}
	}
	return ""
}

// siteEditor edits a site at random.
type siteEditor struct {
	*story
	random *rand.Rand
	n      int
}

func newSiteEditor(seed uint64, articles int) *siteEditor {
	e := &siteEditor{story: invented(seed, articles), random: rand.New(rand.NewPCG(seed, 3)), n: articles}
	e.in.Keep = true
	if seed%2 == 0 {
		e.in.Config.Sections = []config.Section{{Name: "Bau"}, {Name: "Rat"}}
	}
	e.in.Config.Lists.Newest = 3
	e.in.Config.Outputs.OG, e.in.Config.Outputs.PDF, e.in.Config.Outputs.Print = true, true, true
	for i, a := range e.in.Articles {
		made := *a
		if i%2 == 0 {
			made.Pictures = nil // who has no picture has a sign
		}
		if i%3 == 0 {
			made.Tags = []article.Value{{Text: "Wald"}, {Text: []string{"See", "Weg", "C", "C#"}[i/3%4]}}
		}
		e.in.Articles[i] = &made
	}
	return e
}

// assembled assembles without keeping anything, so that two can be compared.
func (e *siteEditor) assembled(before *site.Site) (*site.Site, diag.List) {
	in := e.in
	in.Before, in.Keep = before, false
	return site.Assemble(in)
}

// edit does something to the site and says what.
func (e *siteEditor) edit() string {
	if e.random.IntN(6) == 0 {
		edits := e.surroundings()
		one := edits[e.random.IntN(len(edits))]
		one.do()
		return one.name
	}
	edits := e.articleEdits()
	var name strings.Builder
	for range 1 + e.random.IntN(2) {
		i := e.random.IntN(len(e.in.Articles))
		changed := *e.in.Articles[i]
		one := edits[e.random.IntN(len(edits))]
		one.do(&changed)
		changed.Source = digest.String(fmt.Sprint(e.random.Uint64()))
		e.in.Articles = slices.Clone(e.in.Articles)
		e.in.Articles[i] = &changed
		name.WriteString(one.name + " of " + changed.Path + " ")
	}
	return name.String()
}

type articleEdit struct {
	name string
	do   func(a *article.Article)
}

func (e *siteEditor) articleEdits() []articleEdit {
	word := func() string {
		return []string{"Bau", "bau", "Bau-Amt", "C++", "???", "Rat", "Neu"}[e.random.IntN(7)]
	}
	plain := func() string {
		return []string{"Wald", "Wald", "See", "See", "Weg", "Hof", "C", "C#"}[e.random.IntN(8)]
	}
	name := func() string { return fmt.Sprintf("m%d", e.random.IntN(e.n)) }
	value := func(text string) article.Value {
		v := article.Value{Text: text}
		v.Pos.Line = 1 + e.random.IntN(9)
		return v
	}
	return []articleEdit{
		{"body", func(*article.Article) {}},
		{"title", func(a *article.Article) { a.Title = word() }},
		{"teaser", func(a *article.Article) { a.Teaser = word() }},
		{"tags", func(a *article.Article) { a.Tags = []article.Value{value(word()), value(word())} }},
		{"plain tags", func(a *article.Article) { a.Tags = []article.Value{value(plain()), value(plain())} }},
		{"one more tag", func(a *article.Article) { a.Tags = append(slices.Clip(a.Tags), value(plain())) }},
		{"no tags", func(a *article.Article) { a.Tags = nil }},
		{"positions", func(a *article.Article) {
			a.Tags, a.Aliases, a.Related = slices.Clone(a.Tags), slices.Clone(a.Aliases), slices.Clone(a.Related)
			for _, values := range [][]article.Value{a.Tags, a.Aliases, a.Related, {a.Section}} {
				for i := range values {
					values[i].Pos.Line += 3
				}
			}
			a.Section.Pos.Line += 3
			a.Facts.Refs = slices.Clone(a.Facts.Refs)
			for i := range a.Facts.Refs {
				a.Facts.Refs[i].Pos.Line += 3
			}
		}},
		{"places", func(a *article.Article) { a.Places = []article.Value{value(word())} }},
		{"section", func(a *article.Article) { a.Section = value(word()) }},
		{"link", func(a *article.Article) {
			a.Facts.Refs = slices.Clone(a.Facts.Refs)
			a.Facts.Refs = append(a.Facts.Refs, markdown.Ref{Kind: markdown.Link, Dest: name() + ".md#" + word()})
		}},
		{"foreign link", func(a *article.Article) {
			a.Facts.Refs = append(slices.Clone(a.Facts.Refs), markdown.Ref{Kind: markdown.Link, Dest: "https://rat.example.org/"})
		}},
		{"no links", func(a *article.Article) { a.Facts.Refs = nil }},
		{"heading", func(a *article.Article) { a.Facts.Headings = []markdown.Heading{{ID: word()}} }},
		{"picture", func(a *article.Article) { a.Pictures = []article.Picture{{File: value("foto.jpg"), Alt: word()}} }},
		{"no picture", func(a *article.Article) { a.Pictures = nil }},
		{"picture in the text", func(a *article.Article) {
			a.Facts.Refs = append(slices.Clone(a.Facts.Refs), markdown.Ref{Kind: markdown.Image, Dest: "foto.jpg"})
		}},
		{"related", func(a *article.Article) { a.Related = []article.Value{value(name() + ".md")} }},
		{"alias", func(a *article.Article) { a.Aliases = []article.Value{value("/alt/" + name())} }},
		{"slug", func(a *article.Article) { a.Slug = name() }},
		{"date", func(a *article.Article) { a.Date = a.Date.AddDate(0, 0, e.random.IntN(9)-4) }},
		{"draft", func(a *article.Article) { a.Draft = !a.Draft }},
		{"withdrawn", func(a *article.Article) { a.Withdrawn = !a.Withdrawn && a.Kind == article.Report }},
		{"paid", func(a *article.Article) { a.Paid = !a.Paid }},
		{"embargo", func(a *article.Article) { a.Embargo = e.in.Now.Add(time.Duration(e.random.IntN(9)) * time.Hour) }},
		{"expiry", func(a *article.Article) { a.Expiry = e.in.Now.Add(time.Duration(e.random.IntN(9)) * time.Hour) }},
		{"broken", func(a *article.Article) { a.Broken = !a.Broken }},
		{"layout", func(a *article.Article) {
			if a.Kind == article.Page {
				a.Layout = value(word())
			}
		}},
	}
}

type siteEdit struct {
	name string
	do   func()
}

// surroundings are edits of what is no article.
func (e *siteEditor) surroundings() []siteEdit {
	return []siteEdit{
		{"nothing", func() {}},
		{"hours pass", func() { e.in.Now = e.in.Now.Add(time.Duration(e.random.IntN(5)) * time.Hour) }},
		{"a new report", func() {
			a := report(fmt.Sprintf("m%d", e.n), "2024-01-09", tags("Bau"))
			e.n++
			e.in.Articles = append(slices.Clone(e.in.Articles), a)
		}},
		{"one less", func() {
			i := e.random.IntN(len(e.in.Articles))
			e.in.Articles = slices.Delete(slices.Clone(e.in.Articles), i, i+1)
		}},
		{"another order", func() {
			e.in.Articles = slices.Clone(e.in.Articles)
			e.random.Shuffle(len(e.in.Articles), func(i, j int) {
				e.in.Articles[i], e.in.Articles[j] = e.in.Articles[j], e.in.Articles[i]
			})
		}},
		{"a picture", func() {
			path := "content/meldungen/foto.jpg"
			e.in.Pictures = map[string]picture.Info{path: {Path: path, Width: 1 + e.random.IntN(900), Height: 600, Type: "jpeg", Digest: digest.String(path)}}
		}},
		{"a style sheet", func() {
			e.in.Assets = map[string]site.Asset{"css/site.css": {Path: "css/site.css", URL: fmt.Sprintf("/css/site.%d.css", e.random.IntN(9))}}
		}},
		{"the data", func() {
			data := *e.in.Data
			data.Sum = digest.String(fmt.Sprint(e.random.IntN(9)))
			e.in.Data = &data
		}},
		{"the configuration", func() {
			changed := *e.in.Config
			changed.Lists.Related = e.random.IntN(5)
			changed.Digest = digest.String(fmt.Sprint(changed.Lists.Related))
			e.in.Config = &changed
		}},
		{"drafts", func() { e.in.Drafts = !e.in.Drafts }},
		{"embargoes", func() { e.in.Future = !e.in.Future }},
		{"layouts", func() {
			e.in.Layouts = [][]string{nil, {}, {"Bau", "Rat"}}[e.random.IntN(3)]
		}},
	}
}

// TestASignFollowsItsReport edits one thing of a report at a time: the address
// of its sign names what stands on it.
func TestASignFollowsItsReport(t *testing.T) {
	for name, edit := range map[string]func(a *article.Article){
		"title":  func(a *article.Article) { a.Title += " heute" },
		"kicker": func(a *article.Article) { a.Kicker += " heute" },
		"body":   func(*article.Article) {},
		"picture": func(a *article.Article) {
			a.Pictures = []article.Picture{{File: article.Value{Text: "foto.jpg"}, Alt: "Foto"}}
		},
	} {
		t.Run(name, func(t *testing.T) {
			e := newStory(report("m1", "2024-01-02"), report("m2", "2024-01-03"), report("m3", "2024-01-04", lead("foto.jpg"))).picture("content/meldungen/foto.jpg")
			e.in.Config.Outputs.OG, e.in.Keep = true, true
			before, _ := site.Assemble(e.in)
			signs := 0
			for i, a := range e.in.Articles {
				changed := *a
				edit(&changed)
				changed.Source = digest.String(name)
				in := e.in
				in.Articles = slices.Clone(in.Articles)
				in.Articles[i], in.Before = &changed, before
				after, _ := site.Assemble(in)
				in.Before = nil
				clean, _ := site.Assemble(in)
				for at, report := range clean.Articles {
					want, drawn := clean.PosterFile(report)
					if got, _ := after.PosterFile(after.Articles[at]); got != want {
						t.Fatalf("%s: the sign is %q, want %q", report.Path, got, want)
					}
					if drawn {
						signs++
					}
				}
			}
			if signs == 0 {
				t.Error("no report has a sign")
			}
		})
	}
}
