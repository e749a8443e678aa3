package page_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"stadtbote/internal/config"
	"stadtbote/internal/markdown"
	"stadtbote/internal/output/page"
	"stadtbote/internal/site"
)

var update = flag.Bool("update", false, "write the golden files anew")

const akte = "2019/01/die-akte-zieht-um/index.html"

// TestGolden keeps the main part of three pages. Read the diff before updating.
func TestGolden(t *testing.T) {
	files := newExample().render(t)
	for name, file := range map[string]string{
		"article.html": akte,
		"home.html":    "index.html",
		"list.html":    "rubriken/politik/seite/2/index.html",
	} {
		got := files[file]
		if integrity := assets(t)["css/site.css"].Integrity; integrity != "" {
			got = strings.ReplaceAll(got, integrity, "sha384-…")
		}
		golden := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs from testdata/%s (go test -update writes it anew):\n%s", file, name, firstDifference(got, string(want)))
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\ngot  %s\nwant %s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, not %d", len(g), len(w))
}

func TestAnArticleHasItsPartsInTheLooksOrder(t *testing.T) {
	page := newExample().render(t)[akte]
	rest := page
	for _, part := range []string{
		`<title>Die Akte zieht um – Musterbote</title>`, `<link rel="canonical" href="https://musterbote.example/2019/01/die-akte-zieht-um/">`,
		`og:description`, `og:image" content="https://musterbote.example/`, `application/ld+json`, `aria-current="true">Politik`, `aria-label="Sie sind hier"`,
		`<p class="town"><a class="sign sign--big" href="/orte/musterstadt/">`, `class="plate"`, `datetime="2019-01-21">[21.1.2019]`, `<h1>Die Akte zieht um</h1>`,
		`class="teaser"`, `alt="Eine Brücke im Nebel"`, `Bildquelle: Stadt Musterstadt / E. Beispiel (CC BY 4.0)`, `href="/2019/01/licht-im-rathaus/">wir berichteten`,
		`<abbr class="sigil" title="Vera Muster, Redaktion">(vm)</abbr> <span class="sigil">(Erich Beispiel)</span></p>`, `class="footnotes"`,
		`Noch einmal die Brücke`, `Berichtigung`, `12 Regale`, `https://www.musterstadt.example/akte?a=1&amp;b=2`, `Früher berichtet`,
		`Stichwörter</dt><dd class="row"><a href="/rubriken/politik/" rel="tag">Politik</a>`, `Orte</dt>`, `Krähwinkel`, `Bildquelle</dt>`,
		`>Druckversion</a>`, `mailto:?subject=Die%20Akte%20zieht%20um&amp;body=https%3A%2F%2F`, `Aktuelle Meldungen`, `Zum gleichen Thema`, `Anzeige`,
		`Weitere Meldungen und Beiträge aus dem Bereich Politik`, `Ältere Meldung`, `Impressum`,
		`mailto:redaktion@musterbote.example?subject=Barriere%20gemeldet&amp;body=Seite%3A%20https%3A%2F%2Fmusterbote.example%2F2019%2F01%2Fdie-akte-zieht-um%2F`,
	} {
		_, after, found := strings.Cut(rest, part)
		if !found {
			t.Errorf("lacks, or has too early: %s", part)
			continue
		}
		rest = after
	}
	checkText(t, page, nil, []string{"Musterstadt:</p>", "noindex", "Neuere Meldung"})
}

func TestPages(t *testing.T) {
	files := newExample().render(t)
	for _, test := range []struct {
		name, file string
		has        []string
		lacks      []string
	}{
		{
			"the earlier report leads to the later one", "2019/01/licht-im-rathaus/index.html",
			[]string{`Später dazu</dt><dd><a href="/2019/01/die-akte-zieht-um/">`, `Neuere Meldung`, `</table>` + "\n" + `<p> <span class="sigil">(xy)</span></p>`},
			[]string{"Früher berichtet", "Orte</dt>"},
		},
		{
			"an English article keeps its language in a German site", "2018/12/last-gap/index.html",
			[]string{`<html lang="de">`, `<article lang="en">`, `<dl class="records" lang="de">`, `"inLanguage":"en"`, `<span class="sign sign--big">Landesweit</span>`},
			nil,
		},
		{
			"a withdrawn report has a notice and nothing else", "2018/11/falschmeldung/index.html",
			[]string{"Diese Meldung wurde zurückgezogen.", "noindex", `sign--big out">Posemuckel`},
			[]string{"Geheim", "Das stimmte nicht", "ld+json", "Druckversion"},
		},
		{
			"paid content is labelled before its headline", "2018/11/kurz-3/index.html",
			[]string{`<p class="label">Anzeige</p>` + "\n<hgroup>", `<h1>Kurz gemeldet 3`},
			nil,
		},
		{
			"the start page leads with the newest report and shows each section", "index.html",
			[]string{`<title>Musterbote</title>`, `<h1 class="sign sign--town">Musterbote</h1>`, `Stand: <time datetime="2019-01-21">`, `<h2><a href="/2019/01/die-akte-zieht-um/">`, `id="rubrik-1"`, `<h4 lang="en">`},
			[]string{"Kurz gemeldet 3", "Falschmeldung", `aria-label="Sie sind hier"`},
		},
		{
			"the second page of a list leads back", "rubriken/politik/seite/2/index.html",
			[]string{`<title>Rubrik Politik, Seite 2 – Musterbote</title>`, `<link rel="prev" href="/rubriken/politik/">`, `Seite 2 von 2`, `aria-current="true">Politik`, `aria-current="page"><span class="vh">Seite </span>2`, `href="/rubriken/politik/feed.atom"`},
			[]string{`rel="next" href`},
		},
		{
			"the first page of a list leads on", "rubriken/politik/index.html",
			[]string{`<link rel="next" href="/rubriken/politik/seite/2/">`, `aria-current="page">Politik`, `Was der Rat beschließt.`, `5 Meldungen, die neuesten zuerst`, `<p class="label">Anzeige</p>`},
			nil,
		},
		{
			"a tag says its description and synonyms", "stichwoerter/elektronische-akte/index.html",
			[]string{"Akten ohne Papier.", "Auch gesucht als: E-Akte", "1 Meldung<", `<ol>
<li><a href="/">Startseite</a></li>
<li><a href="/stichwoerter/">Stichwörter</a></li>
</ol>`, `aria-current="true">Stichwörter`},
			nil,
		},
		{
			"the index of tags knows synonyms", "stichwoerter/index.html",
			[]string{`E-Akte, siehe <a href="/stichwoerter/elektronische-akte/">`, `<a href="#buchstabe-E">E</a>`, `<span>A</span>`, `3 Stichwörter`},
			nil,
		},
		{"a place's name is a place sign", "orte/schilda/index.html", []string{`<h1 class="sign sign--town">Schilda</h1>`}, nil},
		{"the index of places is made of signs", "orte/index.html", []string{`<a class="sign" href="/orte/kraehwinkel/">Krähwinkel</a>`, "3 Orte"}, []string{"Posemuckel"}},
		{"a year leads to its months", "archiv/2018/index.html", []string{`<a href="/archiv/2018/12/">Dezember</a> <span class="num">(1)</span>`, `<h1>2018</h1>`}, nil},
		{"a month is below its year", "archiv/2018/11/index.html", []string{`<h1>November 2018</h1>`, `<li><a href="/archiv/2018/">2018</a></li>`}, nil},
		{"the archive counts", "archiv/index.html", []string{`November</a> <span class="num">3<span class="vh"> Meldungen`, `Dezember</a> <span class="num">1<span class="vh"> Meldung<`}, nil},
		{"the search page leads to tags and months", "suche/index.html", []string{"Nach Stichwort", "Glasfaser", "Nach Monat", "Januar"}, nil},
		{"404.html leads on", "404.html", []string{"noindex", `href="/stichwoerter/"`, `href="/orte/"`, `href="/archiv/"`, "0 km"}, nil},
		{"a page with three headings has a table of contents", "impressum/index.html", []string{`<a href="#c">C</a>`, `<h1>Impressum</h1>`, "Barriere melden"}, nil},
	} {
		t.Run(test.name, func(t *testing.T) { checkText(t, files[test.file], test.has, test.lacks) })
	}
}

// checkText looks for texts that must be there and for others that must not.
func checkText(t *testing.T, page string, has, lacks []string) {
	t.Helper()
	if page == "" {
		t.Fatal("the page was not made")
	}
	for _, text := range has {
		if !strings.Contains(page, text) {
			t.Errorf("lacks: %s", text)
		}
	}
	for _, text := range lacks {
		if strings.Contains(page, text) {
			t.Errorf("has: %s", text)
		}
	}
}

func TestEveryPageIsSound(t *testing.T) {
	for _, language := range []string{"de", "en"} {
		x := newExample()
		x.config.Language = language
		files := x.render(t)
		for _, name := range slices.Sorted(maps.Keys(files)) {
			for _, fault := range faults(files[name]) {
				t.Errorf("%s, %s: %s", language, name, fault)
			}
		}
	}
}

// faults looks at a page as a browser understands it.
func faults(text string) []string {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return []string{err.Error()}
	}
	var found []string
	seen := make(map[string]int)
	ids := make(map[string]bool)
	level := 0
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		seen[n.Data]++
		for _, a := range n.Attr {
			if a.Key == "id" && ids[a.Val] {
				found = append(found, "id twice: "+a.Val)
			}
			ids[a.Val] = ids[a.Val] || a.Key == "id"
			if strings.Contains(a.Val, "ZgotmplZ") {
				found = append(found, "refused address: "+a.Key)
			}
		}
		if len(n.Data) == 2 && n.Data[0] == 'h' && '1' <= n.Data[1] && n.Data[1] <= '6' {
			now := int(n.Data[1] - '0')
			if now > level+1 {
				found = append(found, fmt.Sprintf("h%d after h%d", now, level))
			}
			level = now
		}
	}
	for _, element := range []string{"title", "h1", "main", "header", "footer"} {
		if n := seen[element]; n == 0 || n > 1 && element != "header" {
			found = append(found, fmt.Sprintf("%d %s", n, element))
		}
	}
	for _, id := range []string{"inhalt"} {
		if !ids[id] {
			found = append(found, "no #"+id+" for the skip link")
		}
	}
	return found
}

func TestAnEnglishSiteIsEnglish(t *testing.T) {
	x := newExample()
	x.config.Language = "en"
	for _, a := range x.articles {
		if a.Language == "en" {
			a.Language = ""
		}
	}
	files := x.render(t)
	checkText(t, files["2018/12/last-gap/index.html"], []string{
		`<html lang="en">`, "Skip to content", "Keywords</dt>", "Print version", "Mail this link", "Latest news", "Report a barrier",
	}, []string{"<article lang", "Stichwörter</dt>", "Druckversion"})
	checkText(t, files["search/index.html"], []string{"By keyword", "December"}, nil)
}

func TestStructuredDataIsJSONAndCannotEndItsScript(t *testing.T) {
	x := newExample()
	x.articles[0].Title = `</script><!-- "Zitat" \ ` + "\u2028\x01 & mehr"
	files := x.render(t)
	_, after, _ := strings.Cut(files[akte], `<script type="application/ld+json">`)
	data, _, _ := strings.Cut(after, "</script>")
	var got struct {
		Type      string `json:"@type"`
		Headline  string
		Keywords  []string
		Author    []struct{ Name string }
		Publisher struct{ Name string }
	}
	if err := json.Unmarshal([]byte(data), &got); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	if got.Type != "NewsArticle" || got.Headline != x.articles[0].Title || got.Publisher.Name != "Stadt Musterstadt" ||
		len(got.Keywords) != 2 || len(got.Author) != 2 || got.Author[0].Name != "Vera Muster" {
		t.Errorf("got %+v", got)
	}
	if strings.ContainsAny(data, "<>&") {
		t.Errorf("markup in %s", data)
	}
}

func TestASiteBelowAPathKeepsToIt(t *testing.T) {
	x := newExample()
	x.config.BaseURL = "https://land.example/stadt/"
	files := x.render(t)
	checkText(t, files[akte], []string{
		`href="https://land.example/stadt/2019/01/die-akte-zieht-um/"`, `href="/stadt/rubriken/politik/" aria-current="true"`,
		`action="/stadt/suche/"`, `href="/stadt/orte/musterstadt/"`, `href="/stadt/impressum/"`,
	}, []string{`href="/rubriken`, `href="/orte`})
}

func TestWithoutConfigurationMenuAndFootAreMade(t *testing.T) {
	x := newExample()
	x.config.Navigation, x.config.Footer, x.config.Publisher = nil, nil, config.Publisher{}
	files := x.render(t)
	checkText(t, files["index.html"], []string{`<li><a href="/rubriken/politik/">Politik</a></li>`, `>Impressum</a>`, `Archiv</a>`, `Stichwörter von A bis Z</a>`}, []string{"mailto:"})
}

func TestAPageMayNameItsTemplate(t *testing.T) {
	x := newExample()
	x.articles[len(x.articles)-1].Layout.Text = "kontakt"
	s := x.assemble(t)
	own := fstest.MapFS{"kontakt.html": {Data: []byte(`{{ define "main" }}<main id="inhalt"><h1>Kontakt: {{ .Headline }}</h1></main>{{ end }}`)}}
	files := renderAll(t, page.New(loadTheme(t, "de", own), x.bodiesOf), s)
	checkText(t, files["impressum/index.html"], []string{"Kontakt: Impressum", "Barriere melden"}, nil)
	for f := range page.New(loadTheme(t, "de", nil), x.bodiesOf).Plan(s) {
		if f.Path != "impressum/index.html" {
			continue
		}
		err := f.Make(new(bytes.Buffer))
		if err == nil || !strings.Contains(err.Error(), "kontakt.html") {
			t.Errorf("a missing template gives %v", err)
		}
	}
}

func TestPlanStopsWhenAsked(t *testing.T) {
	x := newExample()
	s := x.assemble(t)
	kind := page.New(loadTheme(t, "de", nil), x.bodiesOf)
	total := 0
	for range kind.Plan(s) {
		total++
	}
	for n := range total {
		got := 0
		for range kind.Plan(s) {
			if got++; got > n {
				break
			}
		}
	}
	if total < 25 {
		t.Errorf("only %d files", total)
	}
}

func TestABodyThatCannotBeReadIsAnError(t *testing.T) {
	x := newExample()
	s := x.assemble(t)
	gone := func(*site.Entry) (markdown.Fragment, error) { return markdown.Fragment{}, os.ErrNotExist }
	for f := range page.New(loadTheme(t, "de", nil), gone).Plan(s) {
		if f.Path == akte && f.Make(new(bytes.Buffer)) == nil {
			t.Error("the page was made without its text")
		}
	}
}

func TestPagesMadeAtOnceAreTheSame(t *testing.T) {
	x := newExample()
	want := x.render(t)
	var group sync.WaitGroup
	files := slices.Collect(page.New(loadTheme(t, "de", nil), x.bodiesOf).Plan(x.assemble(t)))
	for worker := range 8 {
		group.Go(func() {
			for i := range files {
				f := files[(i+worker*5)%len(files)]
				var out bytes.Buffer
				if err := f.Make(&out); err != nil || out.String() != want[f.Path] {
					t.Errorf("%s: %v, %d bytes", f.Path, err, out.Len())
				}
			}
		})
	}
	group.Wait()
}
