package view

import (
	"encoding/json"
	"fmt"
	"html"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/digest"
	"stadtbote/internal/lang"
	"stadtbote/internal/markdown"
	"stadtbote/internal/picture"
	"stadtbote/internal/site"
)

// build makes a builder of a fictional site; change may alter it before.
func build(t testing.TB, change func(c *config.Config, d *config.Data, articles []*article.Article)) *Builder {
	t.Helper()
	c := config.Default()
	c.Title, c.BaseURL, c.Language = "Musterbote", "https://musterbote.example/", "de"
	d := &config.Data{Editors: map[string]string{"vm": "Vera Muster", "red": "Redaktion"}}
	articles := make([]*article.Article, 9)
	for i := range articles {
		name := string(rune('a' + i))
		articles[i] = &article.Article{
			Path: "content/meldungen/" + name + ".md", Title: "Titel " + name, Slug: name, Teaser: "Teaser.",
			Date:    time.Date(2019, 3, 20-i, 9, 30, 0, 0, lang.Berlin()),
			Section: article.Value{Text: "Politik"}, Source: digest.String(name),
		}
	}
	if change != nil {
		change(c, d, articles)
	}
	s, ds := site.Assemble(site.Input{
		Config: c, Data: d, Articles: articles, Now: time.Date(2019, 4, 1, 0, 0, 0, 0, time.UTC),
		Pictures: map[string]picture.Info{"content/meldungen/bild.svg": {Path: "content/meldungen/bild.svg", Type: "svg"}},
	})
	if ds.HasErrors() {
		t.Fatalf("%+v", ds)
	}
	return New(s)
}

func TestCardsTermsAndMastheadsAreShared(t *testing.T) {
	b := build(t, nil)
	e := b.site.Articles[0]
	if once := b.Card(e); once != b.Card(e) {
		t.Error("two cards of one report")
	}
	x, y := b.Article(b.site.Articles[0], markdown.Fragment{}), b.Article(b.site.Articles[1], markdown.Fragment{})
	if x.Page.Masthead != y.Page.Masthead || x.Section != y.Section || x.Page.Newest != y.Page.Newest || x.Page.Site != y.Page.Site {
		t.Error("two reports of one section do not share their masthead, section, newest list or site")
	}
	if b.Card(nil) != nil {
		t.Error("a card of nothing")
	}
}

func TestDates(t *testing.T) {
	b := build(t, nil)
	moment := time.Date(2018, 11, 9, 23, 30, 0, 0, time.UTC) // the 10th in Berlin
	for _, test := range []struct {
		name    string
		t       time.Time
		hasTime bool
		want    Date
	}{
		{"no date", time.Time{}, false, Date{}},
		{"a day", moment, false, Date{"2018-11-10", "10.11.2018", "10. November 2018"}},
		{"a moment", moment, true, Date{"2018-11-10T00:30:00+01:00", "10.11.2018", "10. November 2018, 0.30 Uhr"}},
	} {
		if got := b.date(test.t, test.hasTime); got != test.want {
			t.Errorf("%s: got %+v", test.name, got)
		}
	}
}

func TestCredits(t *testing.T) {
	for want, p := range map[string]article.Picture{
		"":                                      {},
		"Stadt Schilda":                         {Credit: "Stadt Schilda"},
		"E. Muster":                             {Photographer: "E. Muster"},
		"Stadt Schilda / E. Muster":             {Credit: "Stadt Schilda", Photographer: "E. Muster"},
		"E. Muster (CC0)":                       {Credit: "E. Muster", Photographer: "E. Muster", Licence: "CC0"},
		"CC0":                                   {Licence: "CC0"},
		"Stadt Schilda / E. Muster (CC BY 4.0)": {Credit: "Stadt Schilda", Photographer: "E. Muster", Licence: "CC BY 4.0"},
	} {
		if got := creditOf(p); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	twice := []*Picture{{Credit: "a"}, {}, {Credit: "b"}, {Credit: "a"}}
	if got := creditsOf(twice); got != "a; b" {
		t.Errorf("got %q", got)
	}
}

func TestKicker(t *testing.T) {
	b := build(t, func(_ *config.Config, _ *config.Data, articles []*article.Article) {
		articles[0].Kicker, articles[0].Places = "Schilda: ", []article.Value{{Text: "Schilda"}}
		articles[1].Kicker, articles[1].Places = "Wasserwerk", []article.Value{{Text: "Schilda"}}
		articles[2].Kicker, articles[2].Paid = "Werbung:", true
	})
	for i, want := range [][2]string{{"", "Schilda: Titel a"}, {"Wasserwerk", "Wasserwerk: Titel b"}, {"Werbung", "Anzeige: Werbung: Titel c"}, {"", "Titel d"}} {
		c := b.Card(b.site.Articles[i])
		if c.Kicker != want[0] || c.Label != want[1] {
			t.Errorf("%d: kicker %q, label %q", i, c.Kicker, c.Label)
		}
	}
}

func TestSignsLeadNowhereWithoutLists(t *testing.T) {
	for _, lists := range []bool{true, false} {
		b := build(t, func(c *config.Config, _ *config.Data, articles []*article.Article) {
			c.Outputs.Places = lists
			articles[0].Places = []article.Value{{Text: "Schilda"}, {Text: "Seldwyla"}}
		})
		a := b.Article(b.site.Articles[0], markdown.Fragment{})
		for _, sign := range append(a.Places, a.Place, b.Card(b.site.Articles[0]).Place) {
			if sign.Display == "" || (sign.URL != "") != lists {
				t.Errorf("with lists %v: %q leads to %q", lists, sign.Display, sign.URL)
			}
		}
	}
}

func TestAuthors(t *testing.T) {
	b := build(t, func(_ *config.Config, _ *config.Data, articles []*article.Article) {
		articles[0].Sigils = []article.Value{{Text: "vm"}, {Text: "red"}, {Text: "xy"}, {Text: "Erika Beispiel"}}
	})
	got := b.Article(b.site.Articles[0], markdown.Fragment{}).Authors
	want := []Author{{"vm", "Vera Muster, Redaktion"}, {"red", "Redaktion"}, {"xy", ""}, {"Erika Beispiel", ""}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	if names := b.signatories(b.site.Articles[0]); !slices.Equal(names, []string{"Vera Muster", "Redaktion", "Erika Beispiel"}) {
		t.Errorf("names %v", names)
	}
}

func TestSigilsStandAtTheEndOfTheText(t *testing.T) {
	for _, test := range []struct{ name, body, text, end string }{
		{"after the last paragraph", "<p>Eins.</p>\n<p>Zwei.</p>\n", "<p>Eins.</p>\n<p>Zwei.", "</p>\n"},
		{"before the footnotes", "<p>Eins.</p>\n<section class=\"footnotes\" aria-label=\"x\"><p>f</p></section>\n", "<p>Eins.", "</p>\n<section class=\"footnotes\" aria-label=\"x\"><p>f</p></section>\n"},
		{"in a paragraph of its own after a table", "<table></table>\n", "<table></table>\n<p>", "</p>\n"},
		{"in a paragraph of its own after a quotation", "<blockquote><p>Q</p></blockquote>", "<blockquote><p>Q</p></blockquote><p>", "</p>\n"},
		{"in a text without words", "", "<p>", "</p>\n"},
	} {
		text, end := divide(test.body)
		if string(text) != test.text || string(end) != test.end {
			t.Errorf("%s: %q %q", test.name, text, end)
		}
	}
}

// pictureOf returns a picture with versions: "/x-480.jpg 480 360".
func pictureOf(versions ...string) *site.Shown {
	s := &site.Shown{}
	for _, version := range versions {
		var v site.Version
		_, _ = fmt.Sscan(version, &v.URL, &v.Width, &v.Height)
		v.Type = map[string]string{".jpg": "jpeg", ".png": "png", ".webp": "webp", ".svg": "svg"}[path.Ext(v.URL)]
		s.Versions = append(s.Versions, v)
	}
	return s
}

func TestPicturesInTheTextHaveTheirVersions(t *testing.T) {
	const sizes = ` sizes="(min-width: 48rem) 38rem, 92vw"`
	for _, test := range []struct {
		name, want string
		versions   []string
	}{
		{
			"a photo", `<p><img src="/b" srcset="/a.jpg 480w, /b.jpg 800w"` + sizes + ` width="800" height="600" alt="x>"></p>`,
			[]string{"/a.jpg 480 360", "/b.jpg 800 600"},
		},
		{
			"a drawing that WebP holds better",
			`<p><picture><source type="image/webp" srcset="/a.webp 480w, /b.webp 800w"` + sizes + `><img src="/b" srcset="/a.png 480w, /b.png 800w"` + sizes + ` width="800" height="600" alt="x>"></picture></p>`,
			[]string{"/a.png 480 360", "/b.png 800 600", "/a.webp 480 360", "/b.webp 800 600"},
		},
		{"a small drawing", `<p><img src="/b" width="80" height="60" alt="x>"></p>`, []string{"/b.png 80 60"}},
	} {
		e := &site.Entry{Article: &article.Article{Facts: markdown.Facts{Refs: []markdown.Ref{{Kind: markdown.Image}}}}}
		e.Targets = []site.Target{{URL: "/b", Shown: pictureOf(test.versions...)}}
		body := markdown.Fragment{HTML: []byte(`<p><img alt="x&gt;"></p>`), Holes: []markdown.Hole{{At: len("<p><img")}}}
		if got := fillBody(e, body, strings.ToUpper); got != strings.ReplaceAll(test.want, "x>", "x&gt;") {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

func TestHolesOfTheText(t *testing.T) {
	e := &site.Entry{Article: &article.Article{Facts: markdown.Facts{Refs: []markdown.Ref{{Kind: markdown.Link}, {Kind: markdown.Image}, {Kind: markdown.Image}}}}}
	e.Targets = []site.Target{{URL: `/a?b=1&c="2"`}, {URL: "/x.jpg", Shown: pictureOf("/x.jpg 4 3")}, {URL: "/x.svg", Shown: pictureOf("/x.svg 0 0")}}
	body := markdown.Fragment{HTML: []byte("[][][][]"), Holes: []markdown.Hole{{At: 1}, {At: 3, Ref: 1}, {At: 5, Ref: 2}, {At: 7, Ref: 3}}}
	got := fillBody(e, body, strings.ToUpper)
	want := `[/A?B=1&amp;C=&#34;2&#34;][ src="/x.jpg" width="4" height="3"][ src="/x.svg"][]`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestPager(t *testing.T) {
	b := build(t, func(c *config.Config, _ *config.Data, _ []*article.Article) { c.Lists.PageSize = 1 })
	l := b.Listings()[0]
	if got := b.Pages(&l); got != 9 {
		t.Fatalf("%d pages", got)
	}
	for n, want := range map[int]string{1: "(1) 2 … 9", 2: "1 (2) 3 … 9", 3: "1 2 (3) 4 … 9", 4: "1 2 3 (4) 5 … 9", 5: "1 … 4 (5) 6 … 9", 6: "1 … 5 (6) 7 8 9", 9: "1 … 8 (9)"} {
		v := b.List(&l, n)
		var got []string
		for _, item := range v.Pager.Items {
			switch number := string(rune('0' + item.Number)); {
			case item.Number == 0:
				got = append(got, "…")
			case item.Current:
				got = append(got, "("+number+")")
			default:
				got = append(got, number)
			}
		}
		if all := strings.Join(got, " "); all != want {
			t.Errorf("page %d: %s, want %s", n, all, want)
		}
		if len(v.Cards) != 1 || (v.Pager.NewerURL == "") != (n == 1) || (v.Pager.OlderURL == "") != (n == 9) || v.Page.Next != v.Pager.OlderURL {
			t.Errorf("page %d: %d cards, %q, %q", n, len(v.Cards), v.Pager.NewerURL, v.Pager.OlderURL)
		}
	}
	empty := Listing{URL: "/leer/"}
	if b.Pages(&empty) != 1 || len(b.List(&empty, 1).Cards) != 0 || b.List(&empty, 1).Pager != nil {
		t.Error("an empty list has not just one page")
	}
}

func TestIndexIsInGermanOrder(t *testing.T) {
	b := build(t, func(_ *config.Config, d *config.Data, articles []*article.Article) {
		for i, name := range []string{"Zoo", "Ärzte", "Apfel", "5G", "Übergang", "österreichisch"} {
			articles[i].Tags = []article.Value{{Text: name}}
		}
		d.Keywords = []config.Keyword{{Name: "Zoo", Synonyms: []string{"Tierpark"}}}
	})
	v := b.Tags()
	var got []string
	for _, letter := range v.Letters {
		for _, entry := range letter.Entries {
			got = append(got, letter.Name+":"+entry.Name)
		}
	}
	if all := strings.Join(got, " "); all != "0–9:5G A:Apfel A:Ärzte O:österreichisch T:Tierpark U:Übergang Z:Zoo" {
		t.Errorf("got %s", all)
	}
	var names strings.Builder
	for _, letter := range v.Alphabet {
		names.WriteString(letter.Name)
	}
	if names.String() != "0–9ABCDEFGHIJKLMNOPQRSTUVWXYZ" || v.Count != 6 {
		t.Errorf("alphabet %s, count %d", names.String(), v.Count)
	}
}

func TestAdvertisement(t *testing.T) {
	for _, test := range []struct {
		name string
		data map[string]any
		want *Ad
	}{
		{"none configured", nil, nil},
		{"without an address", map[string]any{"anzeige": map[string]any{"text": "Leer"}}, nil},
		{"of another shape", map[string]any{"anzeige": []any{"x"}}, nil},
		{"in German", map[string]any{"anzeige": map[string]any{"text": "Neu:", "titel": "Druck", "url": "https://x.example/"}}, &Ad{"Neu:", "Druck", "https://x.example/"}},
		{"in English, without a title", map[string]any{"ad": map[string]any{"link": "https://x.example/"}}, &Ad{"", "x.example", "https://x.example/"}},
	} {
		got := adOf(&config.Data{All: test.data})
		if (got == nil) != (test.want == nil) || got != nil && *got != *test.want {
			t.Errorf("%s: %+v", test.name, got)
		}
	}
}

func TestPreviewsShowNoSVG(t *testing.T) {
	b := build(t, func(_ *config.Config, _ *config.Data, articles []*article.Article) {
		articles[0].Pictures = []article.Picture{{File: article.Value{Text: "bild.svg"}, Alt: "Plan", Credit: "x"}}
	})
	a := b.Article(b.site.Articles[0], markdown.Fragment{})
	if a.Picture == nil || a.Page.Image == nil || !strings.HasSuffix(a.Page.Image.URL, ".png") || a.Page.Image.Width != 1200 {
		t.Errorf("picture %v, preview %v", a.Picture, a.Page.Image)
	}
}

func TestShownAddress(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.schilda.example/":      "www.schilda.example",
		"http://schilda.example":            "schilda.example",
		"https://schilda.example/akte/?a=1": "schilda.example/akte/?a=1",
		"mailto:rat@schilda.example":        "rat@schilda.example",
		"/impressum/":                       "/impressum/",
	} {
		if got := shown(address); got != want {
			t.Errorf("%s: got %s", address, got)
		}
	}
}

// FuzzMailto reads back what was put into a mailto address.
func FuzzMailto(f *testing.F) {
	f.Add("redaktion@musterbote.example", "Die Akte & das „Amt“ + mehr?", "https://musterbote.example/\nZweite Zeile")
	f.Add("", "&body=x", "%0A#?")
	f.Add("a+b@c.example,x@y.example", "ü", "")
	f.Fuzz(func(t *testing.T, to, subject, body string) {
		address := string(mailto(to, subject, body))
		if address != html.EscapeString(address) && strings.Count(address, "&") != 1 {
			t.Errorf("needs escaping: %s", address)
		}
		u, err := url.Parse(address)
		if err != nil || u.Scheme != "mailto" {
			t.Fatalf("%v in %s", err, address)
		}
		query, err := url.ParseQuery(u.RawQuery)
		if err != nil || len(query) != 2 {
			t.Fatalf("%v, %v in %s", err, query, address)
		}
		plain, err := url.PathUnescape(u.Opaque)
		if err != nil || plain != strings.ReplaceAll(to, "\n", "\r\n") {
			t.Errorf("to: %q, not %q", plain, to)
		}
		if got := query.Get("subject"); got != strings.ReplaceAll(subject, "\n", "\r\n") {
			t.Errorf("subject: %q, not %q", got, subject)
		}
		if got := query.Get("body"); got != strings.ReplaceAll(body, "\n", "\r\n") {
			t.Errorf("body: %q, not %q", got, body)
		}
	})
}

// FuzzJSON compares the JSON of the structured data with what encoding/json
// reads from it.
func FuzzJSON(f *testing.F) {
	f.Add("Die „Akte“ \"zieht\" um\\ </script><!-- & \u2028\u2029\x00\x1f")
	f.Add("\xff\xed\xa0\x80")
	f.Fuzz(func(t *testing.T, s string) {
		w := jsonWriter{}
		w.text(s)
		var got string
		if err := json.Unmarshal([]byte(w.out.String()), &got); err != nil {
			t.Fatalf("%v in %s", err, w.out.String())
		}
		if utf8.ValidString(s) && got != s {
			t.Errorf("got %q, want %q", got, s)
		}
		if strings.ContainsAny(w.out.String(), "<>&\u2028\u2029") {
			t.Errorf("unsafe in a script: %s", w.out.String())
		}
	})
}
