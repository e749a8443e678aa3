package page_test

import (
	"bytes"
	"slices"
	"testing"

	"stadtbote/internal/article"
	"stadtbote/internal/digest"
	"stadtbote/internal/markdown"
	"stadtbote/internal/output"
	"stadtbote/internal/output/page"
	"stadtbote/internal/picture"
)

// edit changes one thing of the example.
type edit struct {
	name    string
	change  func(x *example)
	changes []string // files that must have changed
	stays   []string // files that must not have changed in inputs
}

// TestEqualInputsMakeEqualBytes is the promise that a build relies on when it
// skips a file.
func TestEqualInputsMakeEqualBytes(t *testing.T) {
	first := func(x *example) *article.Article { return x.articles[0] }
	other := "2018/12/last-gap/index.html"
	for _, e := range []edit{
		{"nothing", func(*example) {}, nil, []string{akte, "index.html", "404.html"}},
		{"a headline", func(x *example) { first(x).Title = "Neu" }, []string{akte, "index.html", "2019/01/licht-im-rathaus/index.html"}, []string{"impressum/index.html", "archiv/index.html", "404.html", "orte/index.html"}},
		{"a teaser", func(x *example) { first(x).Teaser = "Neu." }, []string{akte, "rubriken/politik/index.html"}, []string{"impressum/index.html", "rubriken/politik/seite/2/index.html", other}},
		{"a text", func(x *example) { x.bodies[first(x).Path] = markdown.Fragment{HTML: []byte("<p>Neu.</p>")} }, []string{akte}, []string{"index.html", other, "rubriken/politik/index.html"}},
		{"a subtitle", func(x *example) { first(x).Subtitle = "" }, []string{akte}, []string{"index.html"}},
		{"a correction", func(x *example) { first(x).Corrections = nil }, []string{akte}, []string{"index.html"}},
		{"a date", func(x *example) { first(x).Date = day("2019-01-20") }, []string{"index.html", "rubriken/politik/index.html"}, []string{"impressum/index.html"}},
		{"a caption", func(x *example) { first(x).Pictures[0].Caption = "Neu" }, []string{akte, "index.html"}, nil},
		{"a picture's size", func(x *example) {
			p := x.pictures["content/meldungen/bruecke.jpg"]
			p.Width = 640
			x.pictures = map[string]picture.Info{p.Path: p}
		}, []string{akte, "index.html"}, nil},
		{"a sigil", func(x *example) { first(x).Sigils = values("xx") }, []string{akte}, []string{"index.html"}},
		{"an editor's name", func(x *example) {
			x.data.Editors = map[string]string{"vm": "Viktor Muster"}
			x.data.Sum = digest.String("neu")
		}, []string{akte}, nil},
		{"a tag less", func(x *example) { first(x).Tags = values("Rathaus") }, []string{akte, "stichwoerter/index.html", "suche/index.html"}, []string{"impressum/index.html"}},
		{"a place less", func(x *example) { first(x).Places = values("Musterstadt") }, []string{akte, "orte/index.html"}, nil},
		{"paid for", func(x *example) { first(x).Paid = true }, []string{akte, "index.html", "rubriken/politik/index.html"}, nil},
		{"withdrawn", func(x *example) { first(x).Withdrawn = true }, []string{akte, "index.html", "archiv/index.html"}, nil},
		{"a new article", func(x *example) {
			x.add(article.Article{Title: "Ganz neu", Slug: "ganz-neu", Date: day("2019-01-30"), Teaser: "Neu.", Section: article.Value{Text: "Politik"}, Tags: values("Rathaus")}, "<p>Neu.</p>")
		}, []string{"index.html", akte, other, "rubriken/politik/seite/2/index.html", "archiv/index.html"}, []string{"impressum/index.html", "orte/index.html"}},
		{"an old article", func(x *example) {
			x.add(article.Article{Title: "Ganz alt", Slug: "ganz-alt", Date: day("2001-01-30"), Teaser: "Alt.", Section: article.Value{Text: "Bürgerservice"}}, "<p>Alt.</p>")
		}, []string{"archiv/index.html", "rubriken/buergerservice/index.html"}, []string{akte, "rubriken/politik/index.html", "404.html"}},
		{"the site's name", func(x *example) { x.config.Title = "Neuer Bote"; x.config.Digest = digest.String("neu") }, []string{akte, "index.html", "404.html"}, nil},
		{"a headline that another report has", func(x *example) { x.articles[1].Title = first(x).Title }, []string{akte}, []string{"impressum/index.html", "archiv/index.html"}},
		{"a page's headline", func(x *example) { x.articles[len(x.articles)-1].Title = "Wer wir sind" }, []string{"impressum/index.html"}, []string{akte, "index.html"}},
		{"a page's headline that the foot shows", func(x *example) {
			x.config.Footer = nil
			x.config.Digest = digest.String("neu")
			x.articles[len(x.articles)-1].Title = "Wer wir sind"
		}, []string{akte, "404.html"}, nil},
	} {
		t.Run(e.name, func(t *testing.T) { compareEdit(t, e) })
	}
}

// state is one file: its inputs and its bytes.
type state struct {
	inputs []output.Input
	bytes  string
}

func compareEdit(t *testing.T, e edit) {
	before := states(t, newExample())
	x := newExample()
	e.change(x)
	after := states(t, x)
	for path, now := range after {
		was, known := before[path]
		if known && slices.Equal(was.inputs, now.inputs) && was.bytes != now.bytes {
			t.Errorf("%s: equal inputs, other bytes: %s", path, firstDifference(now.bytes, was.bytes))
		}
	}
	for _, path := range e.changes {
		if before[path].bytes == after[path].bytes {
			t.Errorf("%s has not changed", path)
		}
	}
	for _, path := range e.stays {
		if !slices.Equal(before[path].inputs, after[path].inputs) {
			t.Errorf("%s would be made again for nothing:\n%v\n%v", path, before[path].inputs, after[path].inputs)
		}
	}
}

func states(t *testing.T, x *example) map[string]state {
	t.Helper()
	all := make(map[string]state)
	for f := range page.New(loadTheme(t, "de", nil), x.bodiesOf).Plan(x.assemble(t)) {
		var out bytes.Buffer
		if err := f.Make(&out); err != nil {
			t.Fatal(err)
		}
		all[f.Path] = state{f.Named(), out.String()}
	}
	return all
}
