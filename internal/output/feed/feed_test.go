package feed

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/digest"
	"stadtbote/internal/lang"
	"stadtbote/internal/markdown"
	"stadtbote/internal/output"
	"stadtbote/internal/picture"
	"stadtbote/internal/site"
)

var update = flag.Bool("update", false, "write the golden files")

const photo = "content/meldungen/bruecke/foto eins.jpg"

// town returns a small site: one full report, one plain one, one paid and one
// withdrawn.
func town() site.Input {
	at := func(date string) time.Time {
		t, _ := time.ParseInLocation(time.DateOnly, date, lang.Berlin())
		return t
	}
	tags := func(names ...string) (values []article.Value) {
		for _, name := range names {
			values = append(values, article.Value{Text: name})
		}
		return values
	}
	full := &article.Article{
		Path: "content/meldungen/bruecke/index.md", Bundle: "content/meldungen/bruecke", Slug: "bruecke",
		Kicker: "Krähwinkel", Title: "Die Brücke & der Fluss", Teaser: "Was < 3 Tonnen wiegt,\x01 darf hinüber.",
		Date: at("2024-05-02"), Updated: at("2024-05-04"), Section: article.Value{Text: "Verkehr"}, Tags: tags("Brücke", "Bau"),
		Sigils: tags("ve", "Frau Muster"), Language: "de",
		Pictures: []article.Picture{{
			File: article.Value{Text: "foto eins.jpg"}, Alt: `Die "neue" Brücke`, Caption: "Am Ufer.",
			Credit: "Stadt Krähwinkel", Photographer: "A. Muster", Licence: "CC BY 4.0",
		}},
		Links:       []article.Link{{URL: article.Value{Text: "https://www.bahn.example/?a=1&b=2"}, Title: "www.bahn.example"}},
		Corrections: []article.Correction{{Date: at("2024-05-06"), Text: "Es sind drei Pfeiler."}},
		Source:      digest.String("bruecke"),
	}
	full.Facts.Refs = []markdown.Ref{
		{Dest: "/impressum/"}, {Kind: markdown.Image, Dest: "foto eins.jpg"}, {Dest: "https://www.bahn.example/"}, {Dest: "#kosten"},
	}
	full.Facts.Headings = []markdown.Heading{{Level: 2, ID: "kosten", Text: "Kosten"}}
	plain := &article.Article{
		Path: "content/meldungen/rat.md", Slug: "rat", Title: "Council meets", Date: at("2024-05-01"), Language: "en",
		Source: digest.String("rat"),
	}
	return site.Input{
		Config: settings(),
		Articles: []*article.Article{
			full, plain,
			{Path: "content/meldungen/a.md", Slug: "a", Title: "Anzeige", Paid: true, Date: at("2024-05-03"), Tags: tags("Bau")},
			{Path: "content/meldungen/w.md", Slug: "w", Title: "Zurückgezogen", Withdrawn: true, Date: at("2024-05-03")},
			{Path: "content/seiten/impressum.md", Slug: "impressum", Title: "Impressum", Kind: article.Page},
		},
		Data:     &config.Data{Editors: map[string]string{"ve": "Vera Emsig"}},
		Pictures: map[string]picture.Info{photo: {Path: photo, Width: 800, Height: 600, Type: "jpeg"}},
		Now:      at("2024-06-01"),
	}
}

func settings() *config.Config {
	c := config.Default()
	c.Title, c.Description, c.BaseURL = "Neues aus Krähwinkel", "Nachrichten & mehr", "https://land.example/kraehwinkel/"
	c.Publisher.Name = "Stadt Krähwinkel"
	return c
}

// bodies returns the same body for each report: with holes, with an address
// that is none of the author's, and with text that looks like one.
func bodies(e *site.Entry) (markdown.Fragment, error) {
	if len(e.Facts.Refs) == 0 {
		return markdown.Fragment{HTML: []byte("<p>Nothing but text.</p>\n")}, nil
	}
	var f markdown.Fragment
	add := func(text string) { f.HTML = append(f.HTML, text...) }
	hole := func(ref int) { f.Holes = append(f.Holes, markdown.Hole{At: len(f.HTML), Ref: ref}) }
	add(`<h2 id="kosten">Kosten</h2><p><a href="`)
	hole(0)
	add(`">Impressum</a> <a href="https://www.bahn.example/">Bahn</a> <a href="#kosten">oben</a> <code>a href=&quot;/x&quot;</code></p><p><img`)
	hole(1)
	add(` alt="Die Brücke"></p><p><a href="/kraehwinkel/suche/?q=a&amp;b=c">Suche</a> <a href="../x.html">x</a></p>` + "\n")
	return f, nil
}

func assemble(t *testing.T, in site.Input) *site.Site {
	t.Helper()
	s, ds := site.Assemble(in)
	if ds.HasErrors() {
		t.Fatalf("findings: %v", ds)
	}
	return s
}

func planned(s *site.Site) map[string]output.File {
	files := map[string]output.File{}
	for f := range New(bodies).Plan(s) {
		files[f.Path] = f
	}
	return files
}

func made(t *testing.T, f output.File) string {
	t.Helper()
	var b bytes.Buffer
	if err := f.Make(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestEachListHasItsFeeds(t *testing.T) {
	s := assemble(t, town())
	var paths []string
	for f := range New(bodies).Plan(s) {
		paths = append(paths, f.Path)
	}
	want := []string{
		"feed.atom", "feed.json", "rubriken/verkehr/feed.atom", "rubriken/verkehr/feed.json",
		"stichwoerter/bau/feed.atom", "stichwoerter/bau/feed.json", "stichwoerter/bruecke/feed.atom", "stichwoerter/bruecke/feed.json",
	}
	if !slices.Equal(paths, want) {
		t.Errorf("feeds: %q", paths)
	}
}

func TestFeedsCanBeSwitchedOff(t *testing.T) {
	in := town()
	in.Config.Outputs.JSONFeed, in.Config.Outputs.TermFeeds = false, false
	if files := planned(assemble(t, in)); len(files) != 1 || files["feed.atom"].Path == "" {
		t.Errorf("feeds: %v", files)
	}
	in.Config.Outputs.Feed = false
	if files := planned(assemble(t, in)); len(files) != 0 {
		t.Errorf("feeds: %v", files)
	}
}

func TestFeedsLookLikeTheGoldenOnes(t *testing.T) {
	files := planned(assemble(t, town()))
	for _, name := range []string{"feed.atom", "feed.json"} {
		got, golden := made(t, files[name]), filepath.Join("testdata", name)
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
			t.Errorf("%s differs (write it by -update):\n%s", name, got)
		}
	}
}

// parsed is an Atom feed as a reader sees it.
type parsed struct {
	ID      string `xml:"id"`
	Updated string `xml:"updated"`
	Entries []struct {
		ID        string `xml:"id"`
		Title     string `xml:"title"`
		Updated   string `xml:"updated"`
		Published string `xml:"published"`
		Summary   string `xml:"summary"`
		Content   struct {
			Type string `xml:"type,attr"`
			HTML string `xml:",chardata"`
		} `xml:"content"`
		Authors []string `xml:"author>name"`
	} `xml:"entry"`
}

func read(t *testing.T, text string) parsed {
	t.Helper()
	var feed parsed
	decoder := xml.NewDecoder(strings.NewReader(text))
	decoder.Strict = true
	if err := decoder.Decode(&feed); err != nil {
		t.Fatalf("the feed is not well-formed: %v\n%s", err, text)
	}
	return feed
}

func TestAFeedIsReadAsItWasWritten(t *testing.T) {
	feed := read(t, made(t, planned(assemble(t, town()))["feed.atom"]))
	if len(feed.Entries) != 2 {
		t.Fatalf("entries: %+v", feed.Entries)
	}
	e := feed.Entries[0]
	for what, pair := range map[string][2]string{
		"title":        {e.Title, "Krähwinkel: Die Brücke & der Fluss"},
		"summary":      {e.Summary, "Was < 3 Tonnen wiegt, darf hinüber."},
		"id":           {e.ID, "https://land.example/kraehwinkel/2024/05/bruecke/"},
		"published":    {e.Published, "2024-05-02T00:00:00+02:00"},
		"updated":      {e.Updated, "2024-05-06T00:00:00+02:00"},
		"feed updated": {feed.Updated, "2024-05-06T00:00:00+02:00"},
		"authors":      {strings.Join(e.Authors, ", "), "Vera Emsig, Frau Muster"},
		"type":         {e.Content.Type, "html"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: %q, want %q", what, pair[0], pair[1])
		}
	}
	for _, part := range []string{
		`<a href="https://land.example/kraehwinkel/impressum/">`, `<a href="https://land.example/kraehwinkel/2024/05/bruecke/#kosten">`,
		`<code>a href=&quot;/x&quot;</code>`, `src="https://land.example/kraehwinkel/bilder/foto-eins-031d9010c4-800.jpg" width="800" height="600"`,
		`<a href="https://land.example/kraehwinkel/suche/?q=a&amp;b=c">`, `<a href="https://land.example/kraehwinkel/2024/05/x.html">`,
		`Am Ufer. Bildquelle: Stadt Krähwinkel, Foto: A. Muster, CC BY 4.0`, `alt="Die &#34;neue&#34; Brücke"`,
		`<strong>Korrektur (6.5.2024):</strong> Es sind drei Pfeiler.`,
		`<a href="https://www.bahn.example/?a=1&amp;b=2">www.bahn.example</a>`,
	} {
		if !strings.Contains(e.Content.HTML, part) {
			t.Errorf("the text lacks %s:\n%s", part, e.Content.HTML)
		}
	}
}

func TestEveryAddressInAFeedIsAbsolute(t *testing.T) {
	for name, f := range planned(assemble(t, town())) {
		found := addressesOf(t, made(t, f))
		for _, address := range found {
			if !strings.HasPrefix(address, "https://") {
				t.Errorf("%s: %s is not absolute", name, address)
			}
		}
		if len(found) < 10 {
			t.Errorf("%s: only %d addresses found", name, len(found))
		}
	}
}

var inHTML = regexp.MustCompile(` (?:href|src)="([^"]*)"`)

// addressesOf returns all addresses in a feed and in the texts it carries.
func addressesOf(t *testing.T, text string) (found []string) {
	t.Helper()
	var html []string
	if strings.HasPrefix(text, "{") {
		var feed jsonFeed
		if err := json.Unmarshal([]byte(text), &feed); err != nil {
			t.Fatal(err)
		}
		found = append(found, feed.HomePageURL, feed.FeedURL)
		for _, item := range feed.Items {
			found, html = append(found, item.ID, item.URL), append(html, item.ContentHTML)
			for _, a := range item.Attachments {
				found = append(found, a.URL, item.Image)
			}
		}
	} else {
		feed := read(t, text)
		for _, e := range feed.Entries {
			found, html = append(found, e.ID), append(html, e.Content.HTML)
		}
		for _, match := range inHTML.FindAllStringSubmatch(regexp.MustCompile(`(?s)<!\[CDATA.*?]]>`).ReplaceAllString(text, ""), -1) {
			found = append(found, match[1])
		}
	}
	for _, part := range html {
		for _, match := range inHTML.FindAllStringSubmatch(part, -1) {
			found = append(found, match[1])
		}
	}
	return found
}

func TestPaidAndWithdrawnReportsAreInNoFeed(t *testing.T) {
	for name, f := range planned(assemble(t, town())) {
		for _, word := range []string{"Anzeige", "Zurückgezogen"} {
			if strings.Contains(made(t, f), word) {
				t.Errorf("%s contains %q", name, word)
			}
		}
	}
}

func TestAJSONFeedSaysTheSame(t *testing.T) {
	files := planned(assemble(t, town()))
	atom := read(t, made(t, files["feed.atom"]))
	var feed jsonFeed
	if err := json.Unmarshal([]byte(made(t, files["feed.json"])), &feed); err != nil {
		t.Fatal(err)
	}
	if feed.Version != "https://jsonfeed.org/version/1.1" || feed.FeedURL != "https://land.example/kraehwinkel/feed.json" {
		t.Errorf("feed: %+v", feed)
	}
	for i, item := range feed.Items {
		e := atom.Entries[i]
		if item.ID != e.ID || item.Title != e.Title || item.ContentHTML != e.Content.HTML || item.DateModified != e.Updated {
			t.Errorf("item %d differs:\n%+v\n%+v", i, item, e)
		}
	}
	if item := feed.Items[0]; !slices.Equal(item.Tags, []string{"Verkehr", "Brücke", "Bau"}) || item.Image == "" || len(item.Attachments) != 1 {
		t.Errorf("item: %+v", item)
	}
	if feed.Items[1].Language != "en" || feed.Items[0].Language != "" {
		t.Error("only the English report names its language")
	}
}

func TestAFeedWithoutReportsIsStillAFeed(t *testing.T) {
	in := town()
	in.Articles = nil
	in.Config.Sections = []config.Section{{Name: "Sport"}}
	files := planned(assemble(t, in))
	if feed := read(t, made(t, files["rubriken/sport/feed.atom"])); feed.Updated != "1970-01-01T00:00:00Z" || feed.ID == "" {
		t.Errorf("feed: %+v", feed)
	}
	if text := made(t, files["feed.json"]); !strings.Contains(text, `"items":[]`) {
		t.Error(text)
	}
}

func TestAFeedIsAsLongAsConfigured(t *testing.T) {
	in := town()
	in.Config.Lists.Feed = 1
	if feed := read(t, made(t, planned(assemble(t, in))["feed.atom"])); len(feed.Entries) != 1 {
		t.Errorf("entries: %d", len(feed.Entries))
	}
}

func TestInputsChangeWithTheBytes(t *testing.T) {
	before := planned(assemble(t, town()))
	cases := []struct {
		name    string
		change  func(*site.Input)
		changed []string
	}{
		{"nothing", func(*site.Input) {}, nil},
		{"another text", func(in *site.Input) { in.Articles[1].Source = digest.String("neu") }, []string{"feed.atom", "feed.json"}},
		{"a paid report", func(in *site.Input) { in.Articles[2].Title = "Neu" }, nil},
		{"a page", func(in *site.Input) { in.Articles[4].Title = "Neu" }, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			in := town()
			c.change(&in)
			for name, f := range planned(assemble(t, in)) {
				was := before[name]
				changed := !slices.Equal(f.Named(), was.Named())
				if changed != slices.Contains(c.changed, name) {
					t.Errorf("%s changed: %v", name, changed)
				}
			}
		})
	}
}

func TestAVanishedTextIsAnErrorThatNamesIt(t *testing.T) {
	gone := errors.New("gone")
	kind := New(func(*site.Entry) (markdown.Fragment, error) { return markdown.Fragment{}, gone })
	for f := range kind.Plan(assemble(t, town())) {
		err := f.Make(io.Discard)
		if !errors.Is(err, gone) || !strings.Contains(err.Error(), "bruecke") {
			t.Errorf("%s: %v", f.Path, err)
		}
	}
}

func TestAnEndOfCDATAInATextStaysText(t *testing.T) {
	tricky := "<p>a[b[0]]> c\x0b\uffff</p>"
	kind := New(func(*site.Entry) (markdown.Fragment, error) { return markdown.Fragment{HTML: []byte(tricky)}, nil })
	for f := range kind.Plan(assemble(t, town())) {
		if f.Path != "feed.atom" {
			continue
		}
		if got := read(t, made(t, f)).Entries[1].Content.HTML; got != "<p>a[b[0]]> c</p>" {
			t.Errorf("text: %q", got)
		}
	}
}
