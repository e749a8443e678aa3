package print_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/digest"
	"stadtbote/internal/markdown"
	"stadtbote/internal/output"
	"stadtbote/internal/output/print"
	"stadtbote/internal/picture"
	"stadtbote/internal/site"
	"stadtbote/internal/theme"
)

// town is a fictional site of two articles.
type town struct {
	config   *config.Config
	articles []*article.Article
}

func newTown() *town {
	c := config.Default()
	c.Title, c.BaseURL, c.Language = "Musterbote", "https://musterbote.example/", "de"
	c.Publisher.Email = "redaktion@musterbote.example"
	c.Footer = []config.LinkGroup{{Links: []config.Link{{Title: "Impressum", URL: "/impressum/"}}}}
	text := func(s string) article.Value { return article.Value{Text: s} }
	return &town{config: c, articles: []*article.Article{
		{
			Path: "content/meldungen/akte.md", Title: "Die Akte zieht um", Kicker: "Posemuckel", Slug: "akte", Teaser: "Kurz.",
			Date: time.Date(2019, 1, 21, 0, 0, 0, 0, time.UTC), Section: text("Politik"), Tags: []article.Value{text("Rathaus"), text("Akten")},
			Pictures:    []article.Picture{{File: text("bild.svg"), Alt: "Ein Karton", Caption: "Voll.", Credit: "Stadt Musterstadt"}},
			Links:       []article.Link{{URL: text("https://www.musterstadt.example/akte?a=1&b=2"), Title: "Musterstadt"}},
			Corrections: []article.Correction{{Date: time.Date(2019, 1, 22, 0, 0, 0, 0, time.UTC), Text: "Zwölf Kartons."}},
			Related:     []article.Value{text("licht.md")}, Sigils: []article.Value{text("vm")},
			Facts: markdown.Facts{Refs: []markdown.Ref{{Kind: markdown.Link, Dest: "licht.md"}}}, Source: digest.String("a"),
		},
		{
			Path: "content/meldungen/licht.md", Title: "Licht", Slug: "licht", Teaser: "Hell.",
			Date: time.Date(2019, 1, 8, 0, 0, 0, 0, time.UTC), Section: text("Politik"), Source: digest.String("b"),
		},
		{
			Path: "content/meldungen/weg.md", Title: "Weg", Slug: "weg", Teaser: "Weg.", Withdrawn: true,
			Date: time.Date(2019, 1, 7, 0, 0, 0, 0, time.UTC), Section: text("Politik"), Source: digest.String("c"),
		},
	}}
}

func (x *town) assemble(t testing.TB) *site.Site {
	t.Helper()
	s, ds := site.Assemble(site.Input{
		Config: x.config, Articles: x.articles, Now: time.Date(2019, 2, 1, 0, 0, 0, 0, time.UTC),
		Data:     &config.Data{Editors: map[string]string{"vm": "Vera Muster"}},
		Pictures: map[string]picture.Info{"content/meldungen/bild.svg": {Path: "content/meldungen/bild.svg", Width: 40, Height: 30, Type: "svg"}},
	})
	if ds.HasErrors() {
		t.Fatalf("%+v", ds)
	}
	return s
}

func bodies(e *site.Entry) (markdown.Fragment, error) {
	if e.Slug != "akte" {
		return markdown.Fragment{HTML: []byte("<p>Hell.</p>")}, nil
	}
	before := `<p>Alles zieht um (<a href="`
	return markdown.Fragment{HTML: []byte(before + `">siehe hier</a>).</p>`), Holes: []markdown.Hole{{At: len(before)}}}, nil
}

func load(t testing.TB) *theme.Theme {
	t.Helper()
	o := theme.Options{Language: "de", Assets: make(map[string]theme.Asset)}
	for _, name := range []string{"css/site.css", "fonts/sofia-text-latin.woff2", "fonts/sofia-head-latin.woff2"} {
		o.Assets[name] = theme.Asset{URL: "/" + name}
	}
	th, ds := theme.Load(os.DirFS("../../../templates"), nil, o)
	if len(ds) > 0 {
		t.Fatalf("%+v", ds)
	}
	return th
}

// planned returns the files of a town by their paths.
func (x *town) planned(t testing.TB, bodies output.Bodies) map[string]output.File {
	t.Helper()
	files := make(map[string]output.File)
	for f := range print.New(load(t), bodies).Plan(x.assemble(t)) {
		files[f.Path] = f
	}
	return files
}

const akte = "2019/01/akte/druck/index.html"

func TestPrintVersion(t *testing.T) {
	var out bytes.Buffer
	if err := newTown().planned(t, bodies)[akte].Make(&out); err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{
		`<title>Druckversion: Die Akte zieht um – Musterbote</title>`,
		`<link rel="canonical" href="https://musterbote.example/2019/01/akte/">`,
		`<meta name="robots" content="noindex">`,
		`<a href="/2019/01/akte/">Zurück zur Meldung</a>`,
		`<p class="kicker">Posemuckel:</p>`, `<h1>Die Akte zieht um</h1>`, `datetime="2019-01-21">[21.1.2019]`,
		`width="40" height="30" alt="Ein Karton">`,
		`Bildquelle: Stadt Musterstadt`, `title="Vera Muster, Redaktion">(vm)</abbr></p>`,
		`<a href="https://musterbote.example/2019/01/licht/">siehe hier</a>`,
		`[22.1.2019] Zwölf Kartons.`,
		`<a href="https://www.musterstadt.example/akte?a=1&amp;b=2">www.musterstadt.example/akte?a=1&amp;b=2</a>`,
		`<dd>Politik, Rathaus, Akten</dd>`, `<dt>Bildquelle</dt><dd>Stadt Musterstadt</dd>`,
		`musterbote.example/2019/01/akte/</a>`, `Impressum`, `Barriere melden`,
		`Seite%3A%20https%3A%2F%2Fmusterbote.example%2F2019%2F01%2Fakte%2Fdruck%2F`,
	} {
		if !strings.Contains(out.String(), part) {
			t.Errorf("lacks %s", part)
		}
	}
	for _, part := range []string{"Hauptmenü", "Suchbegriff", "Aktuelle Meldungen", "Weitere Meldungen", "ld+json", "Früher berichtet"} {
		if strings.Contains(out.String(), part) {
			t.Errorf("has %s", part)
		}
	}
}

func TestWhichArticlesHaveOne(t *testing.T) {
	x := newTown()
	files := x.planned(t, bodies)
	if len(files) != 2 || files["2019/01/licht/druck/index.html"].Origin != "content/meldungen/licht.md" {
		t.Errorf("planned: %v", files)
	}
	x.config.Outputs.Print = false
	if files := x.planned(t, bodies); len(files) > 0 {
		t.Errorf("print versions although the site wants none: %v", files)
	}
	for f := range print.New(load(t), bodies).Plan(newTown().assemble(t)) {
		t.Logf("stops after %s", f.Path)
		break
	}
}

func TestInputsNameTheArticleAndNotItsNeighbours(t *testing.T) {
	before := inputs(newTown().planned(t, bodies)[akte])
	for _, test := range []struct {
		name    string
		change  func(x *town)
		changed bool
	}{
		{"nothing", func(*town) {}, false},
		{"the newest list", func(x *town) {
			a := *x.articles[1]
			a.Path, a.Slug, a.Title, a.Date = "content/meldungen/neu.md", "neu", "Neu", a.Date.AddDate(0, 0, 20)
			x.articles = append(x.articles, &a)
		}, false},
		{"the article", func(x *town) { x.articles[0].Source = digest.String("neu") }, true},
		{"the address that it links to", func(x *town) { x.articles[1].Slug = "hell" }, true},
		{"the foot", func(x *town) { x.config.Footer[0].Links[0].Title = "Kontakt" }, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			x := newTown()
			test.change(x)
			if changed := !slices.Equal(before, inputs(x.planned(t, bodies)[akte])); changed != test.changed {
				t.Errorf("changed: %v", changed)
			}
		})
	}
}

func TestABodyThatCannotBeReadIsAnError(t *testing.T) {
	gone := errors.New("gone")
	files := newTown().planned(t, func(*site.Entry) (markdown.Fragment, error) { return markdown.Fragment{}, gone })
	if err := files[akte].Make(new(bytes.Buffer)); !errors.Is(err, gone) {
		t.Errorf("got %v", err)
	}
}

// BenchmarkPrint makes one print version: view and template.
func BenchmarkPrint(b *testing.B) {
	f := newTown().planned(b, bodies)[akte]
	b.ReportAllocs()
	for b.Loop() {
		if err := f.Make(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

func inputs(f output.File) []output.Input { return f.Named() }
