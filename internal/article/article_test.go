package article_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

const report = "content/meldungen/2018/rathaus.md"

var german = article.Rules{Language: "de"}

// complete is a front matter without findings, to which tests add.
const complete = "titel: Neues Rathaus\ndatum: 9.11.2018\nteaser: Es geht los.\n"

func parse(file, matter string) *article.Article {
	return article.Parse(file, []byte("---\n"+matter+"---\nDer Text.\n"), german)
}

// told returns findings as "line:col code args".
func told(ds diag.List) []string {
	out := []string{}
	for _, d := range ds {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%d:%d %s %s", d.Pos.Line, d.Pos.Col, d.Code, strings.Join(d.Args, " | "))))
	}
	return out
}

func TestKindOf(t *testing.T) {
	tests := []struct {
		file string
		kind article.Kind
		is   bool
	}{
		{"content/meldungen/a.md", article.Report, true},
		{"content/meldungen/2018/11/a/index.md", article.Report, true},
		{"content/meldungen/A.MD", article.Report, true},
		{"content/meldungen/a.markdown", article.Report, true},
		{"content/seiten/impressum.md", article.Page, true},
		{"content/seiten/rat/ausschuss.md", article.Page, true},
		{"content/a.md", 0, false},
		{"content/meldungen/a.jpg", 0, false},
		{"content/meldungenalt/a.md", 0, false},
		{"static/content/meldungen/a.md", 0, false},
	}
	for _, test := range tests {
		if kind, is := article.KindOf(test.file); kind != test.kind || is != test.is {
			t.Errorf("%s: got %d, %t", test.file, kind, is)
		}
	}
}

func TestParseReadsAWholeArticle(t *testing.T) {
	a := parse("content/meldungen/2018/rathaus/index.md", complete+`dachzeile: Rat
unterzeile: Der Bau
rubrik: Politik
stichwörter: [Bau, e-Akte]
orte: [Posemuckel]
kürzel: ve
bild: {datei: rathaus.jpg, alt: Das "neue" Haus, unterschrift: Ansicht, quelle: Stadt}
links: ["https://www.musterstadt.example/x", {url: "https://rat.musterstadt.example/", titel: Rat}, /intern/, "mailto:rat@musterstadt.example"]
siehe_auch: [../planung.md]
sperrfrist: 2018-11-09 10:00
ablauf: 9.11.2019
aktualisiert: 10.11.2018
korrekturen: [{datum: 11.11.2018, text: Falsch.}]
anzeige: ja
weiterleitungen: [/alt/]
vorlage: breit
`)
	if len(a.Diags) > 0 || a.Broken {
		t.Fatalf("findings: %q", told(a.Diags))
	}
	berlin := lang.Berlin()
	checks := []struct {
		what      string
		got, want any
	}{
		{"bundle", a.Bundle, "content/meldungen/2018/rathaus"},
		{"slug", a.Slug, "rathaus"},
		{"title", a.Title, "Neues Rathaus"},
		{"date", a.Date, time.Date(2018, 11, 9, 0, 0, 0, 0, berlin)},
		{"time of day", a.HasTime, false},
		{"embargo", a.Embargo, time.Date(2018, 11, 9, 10, 0, 0, 0, berlin)},
		{"expiry", a.Expiry, time.Date(2019, 11, 9, 0, 0, 0, 0, berlin)},
		{"section", a.Section, article.Value{Text: "Politik", Pos: diag.Pos{Line: 7, Col: 9}}},
		{"tags", fmt.Sprint(a.Tags), "[{Bau {8 15}} {e-Akte {8 20}}]"},
		{"alt", a.Pictures[0].Alt, "Das „neue“ Haus"},
		{"links", fmt.Sprint(a.Links), "[{{https://www.musterstadt.example/x {12 9}} www.musterstadt.example} {{https://rat.musterstadt.example/ {12 52}} Rat} " +
			"{{/intern/ {12 101}} /intern/} {{mailto:rat@musterstadt.example {12 111}} rat@musterstadt.example}]"},
		{"paid", a.Paid, true},
		{"layout of a report", a.Layout.Text, ""},
		{"corrections", a.Corrections, []article.Correction{{time.Date(2018, 11, 11, 0, 0, 0, 0, berlin), "Falsch."}}},
	}
	for _, c := range checks {
		if fmt.Sprint(c.got) != fmt.Sprint(c.want) {
			t.Errorf("%s: got %v, want %v", c.what, c.got, c.want)
		}
	}
	if !strings.Contains(string(a.Body.HTML), "Der Text.") || a.Facts.Words != 2 {
		t.Errorf("body %q, %d words", a.Body.HTML, a.Facts.Words)
	}
}

func TestSlugsAndDatesComeFromKeysOrNames(t *testing.T) {
	tests := []struct {
		name, file, matter string
		slug, day          string
		told               []string
	}{
		{"from the file's name", "content/meldungen/Grüne Straße.md", complete, "gruene-strasse", "2018-11-09", nil},
		{"from the folder's name", "content/meldungen/Stadtfest/index.md", complete, "stadtfest", "2018-11-09", nil},
		{"from Hugo's folder", "content/meldungen/Stadtfest/_index.md", complete, "stadtfest", "2018-11-09", nil},
		{"the date from the file's name", "content/meldungen/2018-11-08-fest.md", "titel: A\nteaser: B\n", "fest", "2018-11-08", nil},
		{"the date from the folder's name", "content/meldungen/2018-11-08-fest/index.md", "titel: A\nteaser: B\n", "fest", "2018-11-08", nil},
		{"the key before the name", "content/meldungen/2018-11-08-fest.md", complete, "fest", "2018-11-09", nil},
		{"a date for a name", "content/meldungen/2018-11-08.md", "titel: Das Fest\nteaser: B\n", "das-fest", "2018-11-08", nil},
		{"an empty date beside one in the name", "content/meldungen/2018-11-08-fest.md", "titel: A\nteaser: B\ndatum:\n", "fest", "2018-11-08", nil},
		{"from the key", report, complete + "slug: das-fest\n", "das-fest", "2018-11-09", nil},
		{"from the key, folded", report, complete + "slug: Das_Fest\n", "das-fest", "2018-11-09", []string{"5:7 SB134 Das_Fest | das-fest"}},
		{"from the title, where the name is in other letters", "content/meldungen/日本.md", complete, "neues-rathaus", "2018-11-09", nil},
		{"from the title, where the name says nothing", "content/meldungen/index.md", complete, "neues-rathaus", "2018-11-09", nil},
		{"shortened at a word", "content/meldungen/" + strings.Repeat("wort-", 40) + ".md", complete, strings.Repeat("wort-", 23) + "wort", "2018-11-09", nil},
		{"no date at all", report, "titel: A\nteaser: B\n", "rathaus", "0001-01-01", []string{"1:1 SB106 rathaus.md"}},
		{
			"no date in a folder's name either", "content/meldungen/fest/index.md", "titel: A\nteaser: B\n", "fest", "0001-01-01",
			[]string{"1:1 SB106 fest"},
		},
		{"a page needs no date", "content/seiten/impressum.md", "titel: Impressum\n", "impressum", "0001-01-01", nil},
		{
			"no such day in the name", "content/meldungen/2017-09-31-fest.md", "titel: A\nteaser: B\n", "fest", "0001-01-01",
			[]string{"0:0 SB104 2017-09-31-fest.md | 2017-09-31"},
		},
		{
			"no such day in the key", "content/meldungen/2018-11-08-fest.md", "titel: A\nteaser: B\ndatum: 31.2.2018\n", "fest", "2018-11-08",
			[]string{"4:8 SB104 datum | 31.2.2018"},
		},
		{"nothing to make one of", "content/meldungen/日本.md", "titel: 日本\ndatum: 9.11.2018\nteaser: B\n", "", "2018-11-09", []string{"1:1 SB133 日本"}},
		{"a key of signs", report, complete + "slug: '!!!'\n", "", "2018-11-09", []string{"5:7 SB133 !!!"}},
		{"a key that climbs", report, complete + "slug: ../../etc/passwd\n", "", "2018-11-09", []string{"5:7 SB136 slug | ../../etc/passwd"}},
		{"a key that is a path", report, complete + "slug: 2018/fest\n", "", "2018-11-09", []string{"5:7 SB136 slug | 2018/fest"}},
		{"a key in the way of Windows", report, complete + `slug: a\b` + "\n", "", "2018-11-09", []string{`5:7 SB136 slug | a\b`}},
		{"a name that Windows keeps", "content/meldungen/2018-11-08-nul.md", complete, "nul", "2018-11-09", []string{"1:1 SB135 nul"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := parse(test.file, test.matter)
			if a.Slug != test.slug || a.Date.Format("2006-01-02") != test.day {
				t.Errorf("slug %q, date %v", a.Slug, a.Date)
			}
			if got := told(a.Diags); !slices.Equal(got, test.told) {
				t.Errorf("\n got %q\nwant %q", got, test.told)
			}
			if a.Broken != a.Diags.HasErrors() {
				t.Errorf("broken is %t", a.Broken)
			}
		})
	}
}

func TestMistakesOfArticles(t *testing.T) {
	tests := []struct {
		name, matter string
		told         []string
	}{
		{"no title", "datum: 9.11.2018\nteaser: B\n", []string{"1:1 SB105"}},
		{"an empty title", "titel: \"\"\ndatum: 9.11.2018\nteaser: B\n", []string{"2:8 SB105"}},
		{"a title of spaces", "titel: \"  \"\ndatum: 9.11.2018\nteaser: B\n", []string{"2:8 SB105"}},
		{"no teaser", "titel: A\ndatum: 9.11.2018\n", []string{"1:1 SB107"}},
		{"a language that is none", complete + "sprache: klingonisch!\n", []string{"5:10 SB137 sprache | klingonisch!"}},
		{"an expiry before the date", complete + "ablauf: 8.11.2018\n", []string{"5:9 SB138"}},
		{"an expiry before the embargo", complete + "sperrfrist: 12.11.2018\nablauf: 11.11.2018\n", []string{"6:9 SB138"}},
		{"a link with a script", complete + "links: ['javascript:alert(1)']\n", []string{"5:9 SB131 links | javascript:alert(1)"}},
		{"a link without a scheme", complete + "links: [www.musterstadt.example]\n", []string{"5:9 SB131 links | www.musterstadt.example"}},
		{"a link to nowhere", complete + "links: ['http://']\n", []string{"5:9 SB131 links | http://"}},
		{"a link to another host without a scheme", complete + "links: [//boese.example/]\n", []string{"5:9 SB131 links | //boese.example/"}},
		{"a picture outside", complete + "bild: ../../../../geheim.jpg\n", []string{"5:7 SB136 bild | ../../../../geheim.jpg"}},
		{"a picture outside, by a detour", complete + "bild: /static/../../geheim.jpg\n", []string{"5:7 SB136 bild | /static/../../geheim.jpg"}},
		{"a picture in a folder above", complete + "bild: ../../../static/rathaus.jpg\n", nil},
		{"a picture in the way of Windows", complete + `bild: bilder\rathaus.jpg` + "\n", []string{`5:7 SB136 bild | bilder\rathaus.jpg`}},
		{"a redirect from outside", complete + "weiterleitungen: [/../../alt/]\n", []string{"5:19 SB136 weiterleitungen | /../../alt/"}},
		{"a relation outside", complete + "siehe_auch: [../../../../x.md]\n", []string{"5:14 SB136 siehe_auch | ../../../../x.md"}},
		{"a relation by its address", complete + "siehe_auch: [https://www.musterstadt.example/2018/../x/]\n", nil},
		{"a broken front matter is all that is said", "titel: A: B\nwetter: x\n", []string{"2:9 SB115 titel | A: B"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := parse(report, test.matter)
			if got := told(a.Diags); !slices.Equal(got, test.told) {
				t.Errorf("\n got %q\nwant %q", got, test.told)
			}
			if a.Broken != a.Diags.HasErrors() {
				t.Errorf("broken is %t", a.Broken)
			}
		})
	}
}

func TestAFileThatIsNoArticleIsABrokenOne(t *testing.T) {
	for _, text := range []string{"", "Text", "---\ntitel: A\nentwurf: true\n\nText", "Text\n---\ntitel: A\ndatum: 9.11.2018\n---\n"} {
		a := article.Parse(report, []byte(text), german)
		if !a.Broken || len(a.Diags) != 1 || len(a.Body.HTML) > 0 {
			t.Errorf("%q: broken %t, %q, body %q", text, a.Broken, told(a.Diags), a.Body.HTML)
		}
	}
}

func TestTheTeaserComesFromTheTextWhereItIsMissing(t *testing.T) {
	long := strings.Repeat("Ein langer Satz ohne Ende ", 20)
	tests := []struct{ name, body, teaser string }{
		{"the first paragraph", "Der erste *Absatz*.\n\nDer zweite.\n", "Der erste Absatz."},
		{"not the heading above", "## Überblick\n\nDer Absatz.\n", "Der Absatz."},
		{"cut between words", long + "\n", strings.Repeat("Ein langer Satz ohne Ende ", 9) + "Ein\u00a0…"},
		{"nothing of nothing", "\n", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := article.Parse(report, []byte("---\ntitel: A\ndatum: 9.11.2018\n---\n"+test.body), german)
			if a.Teaser != test.teaser {
				t.Errorf("got %q, want %q", a.Teaser, test.teaser)
			}
			if got := told(a.Diags); !slices.Contains(got, "1:1 SB107") || a.Broken {
				t.Errorf("findings %q", got)
			}
		})
	}
}

func TestTheTypographyIsThatOfTheLanguage(t *testing.T) {
	const matter = "titel: Das \"Haus\"\ndatum: 9.11.2018\nteaser: |\n  Zwei\n  Zeilen\n"
	if a := parse(report, matter); a.Title != "Das „Haus“" || a.Teaser != "Zwei Zeilen" || a.Language != "" {
		t.Errorf("title %q, teaser %q, language %q", a.Title, a.Teaser, a.Language)
	}
	if a := parse(report, matter+"sprache: en\n"); a.Title != "Das “Haus”" || a.Language != "en" {
		t.Errorf("title %q, language %q", a.Title, a.Language)
	}
	if a := parse(report, matter+"lang: DE\n"); a.Language != "" {
		t.Errorf("the site's own language is named: %q", a.Language)
	}
}

func TestPositionsInTheTextAreThoseOfTheFile(t *testing.T) {
	a := article.Parse(report, []byte("---\n"+complete+"---\n\nEin [Link](ziel.md).\n"), german)
	if len(a.Facts.Refs) != 1 || a.Facts.Refs[0].Pos.Line != 7 {
		t.Errorf("references %+v, want one in line 7", a.Facts.Refs)
	}
}

func TestBodyIsMadeAgainAsItWas(t *testing.T) {
	for _, text := range []string{
		"---\n" + complete + "---\n\n# A\n\nText[^1] mit [Link](b.md).\n\n[^1]: Fuß \"note\"\n",
		"---\n" + complete + "sprache: en\n---\n\"quoted\"\n",
		"+++\ntitel = 'A'\ndatum = 2018-11-09\n+++\nText\n",
		"{\n\"titel\": \"A\", \"datum\": \"2018-11-09\"\n}\n\nText\n",
	} {
		a := article.Parse(report, []byte(text), german)
		again := article.Body(a, []byte(text), german)
		if string(again.HTML) != string(a.Body.HTML) || !slices.Equal(again.Holes, a.Body.Holes) || len(again.HTML) == 0 {
			t.Errorf("first %q, then %q", a.Body.HTML, again.HTML)
		}
	}
}

func TestIdsDifferBetweenArticles(t *testing.T) {
	const text = "---\n" + complete + "---\nText[^1].\n\n[^1]: Fußnote\n"
	a := article.Parse("content/meldungen/a.md", []byte(text), german)
	b := article.Parse("content/meldungen/b.md", []byte(text), german)
	if string(a.Body.HTML) == string(b.Body.HTML) {
		t.Errorf("footnotes of two articles have the same ids: %s", a.Body.HTML)
	}
}

func TestUnreadableKeepsTheReason(t *testing.T) {
	var ds diag.List
	ds.Report(report, diag.Pos{}, diag.TooLarge, "100 MB", "5 MB")
	if a := article.Unreadable(report, ds); !a.Broken || a.Path != report || len(a.Diags) != 1 {
		t.Errorf("got %+v", a)
	}
}

// Whatever the bytes: no panic, errors and only errors break an article, and
// what is not broken can be published.
func FuzzParse(f *testing.F) {
	f.Add("2018-11-09-fest.md", "---\n"+complete+"---\nText\n")
	f.Add("x/index.md", "---\n"+complete+"slug: '../a'\nbild: a.jpg\nlinks: ['http://[::1']\n---\n![x](a.jpg)\n")
	f.Add("2018-02-30-.md", "+++\ntitel='A'\n+++\n")
	f.Add("ä.md", "---\ntitel: ' '\ndatum: '9. November 2018, 10.30 Uhr'\nablauf: 1000-01-01\n---\n")
	f.Fuzz(func(t *testing.T, name, text string) {
		a := article.Parse("content/meldungen/"+name, []byte(text), german)
		if a.Broken != a.Diags.HasErrors() {
			t.Errorf("broken is %t, findings %q", a.Broken, told(a.Diags))
		}
		if !a.Broken && (a.Title == "" || a.Slug == "" || a.Date.IsZero() || strings.ContainsAny(a.Slug, "/\\. ") || len(a.Slug) > 120) {
			t.Errorf("good, but title %q, slug %q, date %v", a.Title, a.Slug, a.Date)
		}
		stored, rest, err := article.Decode(string(article.AppendTo(nil, a)))
		if err != nil || len(rest) > 0 || stored.Title != a.Title || len(stored.Diags) != len(a.Diags) {
			t.Errorf("stored as %+v, %v", stored, err)
		}
	})
}
