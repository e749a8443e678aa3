package config_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"stadtbote/internal/config"
	"stadtbote/internal/diag"
)

func folder(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func load(text string) (*config.Config, diag.List) {
	return config.Load(folder(map[string]string{config.File: "base_url: https://www.musterstadt.example/\n" + text}))
}

// told returns findings as "line:col code args".
func told(ds diag.List) []string {
	out := []string{}
	for _, d := range ds {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%d:%d %s %s", d.Pos.Line, d.Pos.Col, d.Code, strings.Join(d.Args, " | "))))
	}
	return out
}

func TestASiteWithoutConfigurationHasTheDefaultOne(t *testing.T) {
	c, ds := config.Load(fstest.MapFS{})
	if len(ds) > 0 {
		t.Errorf("findings: %v", ds)
	}
	if c.Addresses.Article != "/:year/:month/:slug/" || c.Lists.PageSize != 20 || !c.Outputs.Print || c.Language != "de" {
		t.Errorf("not the default: %+v", c)
	}
}

func TestAnEmptyConfigurationIsTheDefaultOne(t *testing.T) {
	for _, text := range []string{"", "# nichts\n", "lists:\n", "---\n"} {
		c, ds := load(text)
		if ds.HasErrors() {
			t.Errorf("%q: %v", text, ds)
		}
		if c.Lists != config.Default().Lists {
			t.Errorf("%q: lists %+v", text, c.Lists)
		}
	}
}

func TestEveryKeyIsRead(t *testing.T) {
	c, ds := load(`
title: Musterstadt
language: en
sections:
  - name: Bauen & Wohnen
  - {name: Kultur, slug: kunst, description: "Alles: Kunst"}
navigation:
  - {title: Start, url: /}
footer:
  - links: [{title: Impressum, url: /impressum/}, {title: Post, url: "mailto:post@musterstadt.example"}]
publisher: {name: Stadt Musterstadt, email: post@musterstadt.example}
addresses: {article: "/meldungen/:year/:slug/", print: druck.html}
lists: {page_size: 5, newest: 0}
outputs: {print: nein, search: off, places: false}
markdown: {html: sanitize}
assets: {fingerprint: [.CSS, js]}
everywhere: Bundesweit
`)
	if len(ds) > 0 {
		t.Fatalf("findings: %v", told(ds))
	}
	got := fmt.Sprintf("%s %s %v %v %v %+v %+v %d %d %t %t %t %t %s %v", c.Title, c.Language, c.Sections, c.Navigation, c.Footer,
		c.Publisher, c.Addresses, c.Lists.PageSize, c.Lists.Newest, c.Outputs.Print, c.Outputs.Search, c.Outputs.Places,
		c.Outputs.Archive, c.Markdown.HTML, c.Assets.Fingerprint)
	want := "Musterstadt en [{Bauen & Wohnen bauen-wohnen } {Kultur kunst Alles: Kunst}] [{Start /}] " +
		"[{[{Impressum /impressum/} {Post mailto:post@musterstadt.example}]}] " +
		"{Name:Stadt Musterstadt Email:post@musterstadt.example Phone: Note:} " +
		"{Article:/meldungen/:year/:slug/ Print:druck.html PDF::slug.pdf Page:/:folder/:slug/ Sections:/rubriken/ Tags:/stichwoerter/ " +
		"Places:/orte/ Archive:/archiv/ Event:/termine/:slug/ Events:/termine/ PastEvents:vergangene/ Calendar:termine.ics EventCalendar::slug.ics Municipalities:/kommunen/ Imprint:/impressum/ Privacy:/datenschutz/ Accessibility:/barrierefreiheit/ Credits:/bildnachweise/ Corrections:/korrekturen/ Pictures:/bilder/ Paging:seite/ Feed:feed.atom JSONFeed:feed.json} 5 0 false false false true sanitize [css js]"
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestMistakesAreNamedWithTheirPlace(t *testing.T) {
	tests := []struct {
		name, text string
		told       []string
	}{
		{"a mistyped key", "titel: X\n", []string{"2:1 SB402 titel | title"}},
		{"a mistyped key further in", "lists:\n  page_sise: 3\n", []string{"3:3 SB402 page_sise | page_size"}},
		{"a key that is like no other", "markdown:\n  quux: 3\n", []string{"3:3 SB403 quux | html"}},
		{"a key twice", "title: A\ntitle: B\n", []string{"3:1 SB412 title | 2 | 3"}},
		{"a word for a number", "lists: {page_size: viele}\n", []string{"2:20 SB404 lists.page_size | 20 | viele"}},
		{"a number for yes or no", "outputs: {print: 3}\n", []string{"2:18 SB404 outputs.print | true / false | 3"}},
		{"a list for a text", "title: [A]\n", []string{"2:8 SB404 title | Text | […]"}},
		{"a text for a group", "publisher: Stadt\n", []string{"2:12 SB404 publisher | Schlüssel: Wert / key: value | Stadt"}},
		{"a text for a list of groups", "sections: Politik\n", []string{"2:11 SB404 sections | - … | Politik"}},
		{"a language without theme", "language: fr\n", []string{"2:11 SB405 language | fr | de, en"}},
		{"an unknown treatment of HTML", "markdown: {html: ja}\n", []string{"2:18 SB405 markdown.html | ja | refuse, sanitize"}},
		{"a list too long", "lists: {page_size: 0, feed: 5000}\n", []string{"2:20 SB416 lists.page_size | 0 | 1 | 1000", "2:29 SB416 lists.feed | 5000 | 1 | 1000"}},
		{"a section without a name", "sections:\n  - description: x\n", []string{"3:5 SB413 sections[0]"}},
		{"two sections with one address", "sections: [{name: Städtebau}, {name: Staedtebau}]\n", []string{"2:31 SB414 sections[1] | Staedtebau | staedtebau | Städtebau"}},
		{"a slug that is none", "sections: [{name: A, slug: a/b}]\n", []string{"2:12 SB405 sections[0] | a/b | a"}},
		{"a link without a target", "navigation: [{title: A}]\n", []string{"2:14 SB415 navigation[0]"}},
		{
			"a link with a script", "navigation: [{title: A, url: 'javascript:alert(1)'}]\n",
			[]string{"2:30 SB405 navigation[0].url | javascript:alert(1) | /impressum/, https://…, mailto:…"},
		},
		{"an e-mail address that is none", "publisher: {email: post}\n", []string{"2:20 SB405 publisher.email | post | redaktion@musterstadt.example"}},
		{"an unknown word in a pattern", "addresses: {article: '/:jear/:slug/'}\n", []string{"2:22 SB409 addresses.article | :jear | :year"}},
		{"a page's pattern with a date", "addresses: {page: '/:year/:slug/'}\n", []string{"2:19 SB409 addresses.page | :year | :folder, :slug"}},
		{"a pattern without slug", "addresses: {article: '/:year/'}\n", []string{"2:22 SB410 addresses.article | /:year/ | :slug"}},
		{"a pattern that climbs out", "addresses: {tags: '/../tags/'}\n", []string{"2:19 SB408 addresses.tags | /../tags/ | /:slug/"}},
		{"a print version at the top", "addresses: {print: /druck/}\n", []string{"2:20 SB408 addresses.print | /druck/ | druck/"}},
		{"pictures without a width", "pictures: {widths: []}\n", []string{"2:20 SB405 pictures.widths | [] | [480 640 960 1200 1920]"}},
		{"a width like a stamp", "pictures: {widths: [16, 800]}\n", []string{"2:21 SB416 pictures.widths[0] | 16 | 100 | 4000"}},
		{"a quality that nobody sees", "pictures: {quality: 100}\n", []string{"2:21 SB416 pictures.quality | 100 | 40 | 95"}},
		{"two lists at one address", "addresses: {tags: /x/, places: /x/}\n", []string{"2:32 SB411 addresses.places | /x/ | addresses.tags"}},
		{"broken YAML", "title: \"x\nlists: 3\n", []string{"2:8 SB117 title | \""}},
		{"text that is not UTF-8", "title: M\xfcnster\n", []string{"2:1 SB418"}},
		{"an alias that repeats itself", "a: &a [*a]\nsections: [&s {name: A, description: x}, *s]\n", []string{"2:1 SB403 a | title, description, base_url, language, sections, navigation, footer, everywhere, publisher, theme, addresses, lists, outputs, pictures, markdown, pdf, assets, legal, check", "3:12 SB414 sections[1] | A | a | A"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, ds := load(test.text)
			if got := told(ds); !slices.Equal(got, test.told) {
				t.Errorf("\n got %q\nwant %q", got, test.told)
			}
		})
	}
}

func TestBaseURL(t *testing.T) {
	tests := []struct{ name, in, out string }{
		{"is kept", "https://www.musterstadt.example/", "https://www.musterstadt.example/"},
		{"gets its slash", "https://www.musterstadt.example", "https://www.musterstadt.example/"},
		{"may have a path and a port", "http://localhost:8080/stadt", "http://localhost:8080/stadt/"},
		{"needs a scheme", "www.musterstadt.example", ""},
		{"needs a host", "https:///x/", ""},
		{"is of the web", "ftp://musterstadt.example/", ""},
		{"has no query", "https://musterstadt.example/?a=b", ""},
		{"has no fragment", "https://musterstadt.example/#a", ""},
		{"has no password", "https://a:b@musterstadt.example/", ""},
		{"does not climb", "https://musterstadt.example/a/../b/", ""},
		{"is no nonsense", "https://%zz/", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if out, ok := config.BaseURL(test.in); out != test.out || ok != (test.out != "") {
				t.Errorf("%q: got %q, %t; want %q", test.in, out, ok, test.out)
			}
		})
	}
}

func TestABadBaseURLIsReportedAndAMissingOneToo(t *testing.T) {
	_, ds := config.Load(folder(map[string]string{config.File: "base_url: musterstadt\n"}))
	if got := told(ds); !slices.Equal(got, []string{"1:11 SB406 base_url | musterstadt"}) {
		t.Errorf("got %q", got)
	}
	_, ds = config.Load(folder(map[string]string{config.File: "title: Musterstadt\n"}))
	if got := told(ds); !slices.Equal(got, []string{"0:0 SB407 http://localhost:8080/"}) || ds.HasErrors() {
		t.Errorf("got %q", got)
	}
}

func TestTheDigestNamesValuesNotSpelling(t *testing.T) {
	a, _ := load("title: Musterstadt\nlanguage: de\n")
	b, _ := load("# Bemerkung\nlanguage:   de\ntitle: \"Musterstadt\"\n")
	c, _ := load("title: Musterdorf\nlanguage: de\n")
	if a.Digest != b.Digest {
		t.Error("a remark changes the digest")
	}
	if a.Digest == c.Digest {
		t.Error("another title does not change the digest")
	}
}

func TestTheConfigurationOfThisRepositoryIsGood(t *testing.T) {
	root := repository(t)
	if _, ds := config.Load(root); len(ds) > 0 {
		t.Errorf("findings: %v", told(ds))
	}
	if _, ds := config.LoadData(root); len(ds) > 0 {
		t.Errorf("findings: %v", told(ds))
	}
}

func FuzzLoad(f *testing.F) {
	f.Add("title: X\nsections: [{name: A}]\naddresses: {article: '/:slug/'}\n")
	f.Add("a: &a [*a]\nlists: *a\n")
	f.Add("? [a]\n: b\n<<: {title: x}\n")
	f.Add("footer: [{links: [{title: a, url: ':'}]}]\nbase_url: 'http://[::1'\n")
	f.Fuzz(func(t *testing.T, text string) {
		fsys := folder(map[string]string{config.File: text, "data/redaktion.yaml": text, "data/stichwoerter.yaml": text, "data/x.json": text})
		c, ds := config.Load(fsys)
		if c == nil {
			t.Fatal("no configuration")
		}
		_, more := config.LoadData(fsys)
		lines := 1
		for _, end := range []string{"\n", "\r", "\u0085", "\u2028", "\u2029"} { // YAML knows them all
			lines += strings.Count(text, end)
		}
		for _, d := range append(ds, more...) {
			if d.Pos.Line < 0 || d.Pos.Line > lines+1 {
				t.Errorf("%s at %v in %d lines", d.Code, d.Pos, lines)
			}
		}
		if !ds.HasErrors() && (!strings.HasSuffix(c.BaseURL, "/") || !strings.HasPrefix(c.Addresses.Article, "/")) {
			t.Errorf("accepts %+v", c)
		}
	})
}
