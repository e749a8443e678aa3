package page_test

import (
	"bytes"
	"crypto/sha512"
	"encoding/base64"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/markdown"
	"stadtbote/internal/output"
	"stadtbote/internal/output/page"
	"stadtbote/internal/picture"
	"stadtbote/internal/site"
	"stadtbote/internal/theme"
)

// example is a small fictional site, made by hand.
type example struct {
	config   *config.Config
	data     *config.Data
	articles []*article.Article
	bodies   map[string]markdown.Fragment
	pictures map[string]picture.Info
}

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

func values(texts ...string) []article.Value {
	var all []article.Value
	for _, text := range texts {
		all = append(all, article.Value{Text: text})
	}
	return all
}

// newExample returns a site with every kind of content.
func newExample() *example {
	c := config.Default()
	c.Title, c.Description = "Musterbote", "Nachrichten aus Musterstadt & Umgebung."
	c.BaseURL, c.Language = "https://musterbote.example/", "de"
	c.Sections = []config.Section{
		{Name: "Politik", Slug: "politik", Description: "Was der Rat beschließt."},
		{Name: "Bürgerservice", Slug: "buergerservice"},
	}
	c.Everywhere = "Landesweit"
	c.Publisher = config.Publisher{Name: "Stadt Musterstadt", Email: "redaktion@musterbote.example", Note: "Alles hier ist erfunden."}
	c.Navigation = []config.Link{
		{Title: "Politik", URL: "/rubriken/politik/"},
		{Title: "Bürgerservice", URL: "/rubriken/buergerservice/"},
		{Title: "Orte", URL: "/orte/"},
		{Title: "Stichwörter", URL: "/stichwoerter/"},
	}
	c.Footer = []config.LinkGroup{
		{Links: []config.Link{{Title: "Impressum", URL: "/impressum/"}}},
		{Links: []config.Link{{Title: "Archiv", URL: "/archiv/"}, {Title: "Suche", URL: "/suche/"}}},
	}
	c.Lists.PageSize = 3
	x := &example{
		config: c,
		data: &config.Data{
			Editors:  map[string]string{"vm": "Vera Muster"},
			Keywords: []config.Keyword{{Name: "Elektronische Akte", Synonyms: []string{"E-Akte"}, Description: "Akten ohne Papier."}},
			All:      map[string]any{"anzeige": map[string]any{"text": "Hier wirbt die Musterdruckerei:", "titel": "Amtsblätter", "url": "https://druckerei.example/"}},
		},
		bodies:   make(map[string]markdown.Fragment),
		pictures: make(map[string]picture.Info),
	}
	x.addArticles()
	return x
}

// add adds an article with a finished text; «0» in it stands for the address
// of reference 0.
func (x *example) add(a article.Article, html string) *article.Article {
	f := markdown.Fragment{}
	for ref := 0; ; ref++ {
		before, after, found := strings.Cut(html, "«"+string(rune('0'+ref))+"»")
		f.HTML = append(f.HTML, before...)
		if !found {
			break
		}
		f.Holes = append(f.Holes, markdown.Hole{At: len(f.HTML), Ref: ref})
		html = after
	}
	if a.Path == "" {
		folder := "content/meldungen/"
		if a.Kind == article.Page {
			folder = "content/seiten/"
		}
		a.Path = folder + a.Slug + ".md"
	}
	x.bodies[a.Path] = f
	x.articles = append(x.articles, &a)
	return &a
}

func (x *example) addArticles() {
	x.pictures["content/meldungen/bruecke.jpg"] = picture.Info{
		Path: "content/meldungen/bruecke.jpg", Width: 1280, Height: 800, Type: "jpeg", Digest: digest.String("bruecke"),
	}
	x.add(article.Article{
		Title: "Die Akte zieht um", Kicker: "Musterstadt:", Slug: "die-akte-zieht-um", Date: day("2019-01-21"),
		Subtitle: "Ein Umzug ohne Kartons", Updated: day("2019-01-23"),
		Teaser:  "Das Rathaus von Musterstadt räumt seine Regale & führt Akten „nur noch“ elektronisch.",
		Section: article.Value{Text: "Politik"}, Tags: values("Elektronische Akte", "Rathaus"),
		Places: values("Musterstadt", "Krähwinkel"), Sigils: values("vm", "Erich Beispiel"),
		Pictures: []article.Picture{
			{File: article.Value{Text: "bruecke.jpg"}, Alt: "Eine Brücke im Nebel", Caption: "Der Weg ist frei.", Credit: "Stadt Musterstadt", Photographer: "E. Beispiel", Licence: "CC BY 4.0"},
			{File: article.Value{Text: "bruecke.jpg"}, Alt: "Noch einmal die Brücke", Credit: "Stadt Musterstadt"},
		},
		Links:       []article.Link{{URL: article.Value{Text: "https://www.musterstadt.example/akte?a=1&b=2"}, Title: "www.musterstadt.example"}},
		Related:     values("licht-im-rathaus.md"),
		Corrections: []article.Correction{{Date: day("2019-01-22"), Text: "Es sind 12 Regale, nicht 21."}},
		Facts: markdown.Facts{Refs: []markdown.Ref{
			{Kind: markdown.Link, Dest: "licht-im-rathaus.md"},
			{Kind: markdown.Image, Dest: "bruecke.jpg", Alt: "Brücke"},
		}},
	}, `<p>Das Rathaus zieht um (<a href="«0»">wir berichteten</a>).</p>
<figure><img«1» alt="Brücke" decoding="async"></figure>
<h2 id="regale">Regale &amp; Schränke</h2>
<p>Die Regale sind leer.</p>
<section class="footnotes" aria-label="Fußnoten"><ol><li id="fn1">Zwölf.</li></ol></section>
`)
	x.add(article.Article{
		Title: "Licht im Rathaus", Kicker: "Schilda", Slug: "licht-im-rathaus", Date: day("2019-01-08"),
		Teaser: "Säcke waren gestern.", Section: article.Value{Text: "Politik"}, Tags: values("Rathaus"),
		Places: values("Schilda"), Sigils: values("xy"),
	}, "<p>Es ist hell.</p>\n<table><tr><td>1</td></tr></table>\n")
	x.add(article.Article{
		Title: "The last gap in the network", Slug: "last-gap", Date: day("2018-12-03"), Language: "en",
		Teaser: "By autumn, every house will be connected.", Section: article.Value{Text: "Bürgerservice"}, Tags: values("Glasfaser"),
	}, "<p>All of them.</p>\n")
	x.add(article.Article{
		Title: "Falschmeldung", Slug: "falschmeldung", Date: day("2018-11-20"), Withdrawn: true,
		Teaser: "Das stimmte nicht.", Section: article.Value{Text: "Politik"}, Places: values("Posemuckel"),
	}, "<p>Geheim.</p>\n")
	for _, n := range []string{"1", "2", "3"} {
		x.add(article.Article{
			Title: "Kurz gemeldet " + n, Slug: "kurz-" + n, Date: day("2018-11-0" + n), Paid: n == "3",
			Teaser: "Das Wichtigste in Kürze.", Section: article.Value{Text: "Politik"}, Tags: values("Rathaus"),
		}, "<p>Kurz.</p>\n")
	}
	x.add(article.Article{
		Kind: article.Page, Title: "Impressum", Slug: "impressum",
		Facts: markdown.Facts{Headings: []markdown.Heading{{Level: 2, ID: "a", Text: "A"}, {Level: 2, ID: "b", Text: "B"}, {Level: 2, ID: "c", Text: "C"}}},
	}, "<h2 id=\"a\">A</h2>\n<h2 id=\"b\">B</h2>\n<h2 id=\"c\">C</h2>\n")
}

// assemble joins the example into a site.
func (x *example) assemble(t testing.TB) *site.Site {
	t.Helper()
	for _, a := range x.articles {
		a.Source = digest.Sum{}
		a.Source = digest.String(fmt.Sprintf("%+v %s", *a, x.bodies[a.Path].HTML))
	}
	s, ds := site.Assemble(site.Input{
		Config: x.config, Articles: x.articles, Data: x.data, Pictures: x.pictures,
		Assets: assets(t), Now: day("2019-02-01"),
	})
	for _, d := range ds {
		if d.Severity == diag.Error {
			t.Errorf("the example has a finding: %+v", d)
		}
	}
	return s
}

// bodiesOf returns output.Bodies of the example.
func (x *example) bodiesOf(e *site.Entry) (markdown.Fragment, error) { return x.bodies[e.Path], nil }

// assets reads the theme's own static files.
func assets(t testing.TB) map[string]site.Asset {
	t.Helper()
	all := make(map[string]site.Asset)
	root := os.DirFS("../../../static")
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		raw, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		asset := site.Asset{Path: name, URL: "/" + name, Sum: digest.Bytes(raw)}
		if path.Ext(name) == ".css" {
			sum := sha512.Sum384(raw)
			asset.Integrity = "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
		}
		all[name] = asset
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// loadTheme loads the templates of this repository, with a site's own laid
// over them.
func loadTheme(t testing.TB, language string, own fstest.MapFS) *theme.Theme {
	t.Helper()
	options := theme.Options{Language: language, Assets: make(map[string]theme.Asset)}
	for name, asset := range assets(t) {
		options.Assets[name] = theme.Asset{URL: asset.URL, Integrity: asset.Integrity}
	}
	th, ds := theme.Load(os.DirFS("../../../templates"), own, options)
	for _, d := range ds {
		t.Fatalf("template: %+v", d)
	}
	return th
}

// render makes every page of the example.
func (x *example) render(t testing.TB) map[string]string {
	t.Helper()
	s := x.assemble(t)
	return renderAll(t, page.New(loadTheme(t, x.config.Language, nil), x.bodiesOf), s)
}

func renderAll(t testing.TB, kind output.Kind, s *site.Site) map[string]string {
	t.Helper()
	files := make(map[string]string)
	for f := range kind.Plan(s) {
		var buf bytes.Buffer
		if err := f.Make(&buf); err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		if _, twice := files[f.Path]; twice {
			t.Errorf("%s is planned twice", f.Path)
		}
		files[f.Path] = buf.String()
	}
	return files
}
