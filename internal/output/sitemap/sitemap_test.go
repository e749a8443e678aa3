package sitemap

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/lang"
	"stadtbote/internal/output"
	"stadtbote/internal/site"
)

func at(date string) time.Time {
	t, _ := time.ParseInLocation(time.DateOnly, date, lang.Berlin())
	return t
}

func town(t *testing.T, change func(*site.Input)) *site.Site {
	t.Helper()
	in := site.Input{
		Config: config.Default(), Data: &config.Data{}, Now: at("2024-06-01"),
		Articles: []*article.Article{
			{
				Path: "content/meldungen/a.md", Slug: "a", Title: "A", Date: at("2024-05-01"), Updated: at("2024-05-03"),
				Section: article.Value{Text: "Bau & Verkehr"}, Tags: []article.Value{{Text: "Brücke"}}, Places: []article.Value{{Text: "Posemuckel"}},
			},
			{Path: "content/meldungen/b.md", Slug: "b", Title: "B", Date: at("2024-04-01")},
			{Path: "content/meldungen/w.md", Slug: "w", Title: "W", Date: at("2024-04-02"), Withdrawn: true},
			{Path: "content/meldungen/e.md", Slug: "e", Title: "E", Date: at("2024-04-03"), Embargo: at("2024-07-01")},
			{Path: "content/seiten/impressum.md", Slug: "impressum", Title: "Impressum", Kind: article.Page},
		},
	}
	in.Config.BaseURL = "https://land.example/stadt/"
	if change != nil {
		change(&in)
	}
	s, ds := site.Assemble(in)
	if ds.HasErrors() {
		t.Fatalf("findings: %v", ds)
	}
	return s
}

func made(t *testing.T, k output.Kind, s *site.Site) map[string]string {
	t.Helper()
	files := map[string]string{}
	for f := range k.Plan(s) {
		var b bytes.Buffer
		if err := f.Make(&b); err != nil {
			t.Fatal(err)
		}
		files[f.Path] = b.String()
	}
	return files
}

// listed returns the addresses of a sitemap or an index with their dates.
func listed(t *testing.T, text string) []string {
	t.Helper()
	type place struct {
		Loc     string `xml:"loc"`
		Changed string `xml:"lastmod"`
	}
	var all struct {
		XMLName xml.Name
		URLs    []place `xml:"url"`
		Parts   []place `xml:"sitemap"`
	}
	if err := xml.Unmarshal([]byte(text), &all); err != nil {
		t.Fatalf("not well-formed: %v\n%s", err, text)
	}
	if all.XMLName.Space != namespace {
		t.Errorf("namespace: %s", all.XMLName.Space)
	}
	var lines []string
	for _, p := range append(all.URLs, all.Parts...) {
		lines = append(lines, strings.TrimSpace(strings.TrimPrefix(p.Loc, "https://land.example/stadt/")+" "+p.Changed))
	}
	return lines
}

func TestTheSitemapNamesWhatIsWorthFinding(t *testing.T) {
	got := listed(t, made(t, New(), town(t, nil))["sitemap.xml"])
	want := []string{
		"2024-05-03", "impressum/", "2024/05/a/ 2024-05-03", "2024/04/b/ 2024-04-01",
		"rubriken/bau-verkehr/ 2024-05-03", "stichwoerter/bruecke/ 2024-05-03", "orte/posemuckel/ 2024-05-03",
		"korrekturen/", "stichwoerter/", "orte/", "archiv/ 2024-05-03", "archiv/2024/ 2024-05-03", "archiv/2024/05/ 2024-05-03", "archiv/2024/04/ 2024-04-01",
	}
	if !slices.Equal(got, want) {
		t.Errorf("sitemap:\n%s", strings.Join(got, "\n"))
	}
}

func TestWhatIsNotMadeIsNotInTheSitemap(t *testing.T) {
	text := made(t, New(), town(t, func(in *site.Input) {
		in.Config.Outputs.Places, in.Config.Outputs.Archive = false, false
	}))["sitemap.xml"]
	for _, word := range []string{"orte", "archiv", "/w/", "/e/"} {
		if strings.Contains(text, word) {
			t.Errorf("%s is in the sitemap", word)
		}
	}
}

func TestTooManyAddressesAreSplit(t *testing.T) {
	files := made(t, kind{limit: 5}, town(t, nil))
	if got := listed(t, files["sitemap.xml"]); !slices.Equal(got, []string{
		"sitemap-1.xml 2024-05-03", "sitemap-2.xml 2024-05-03", "sitemap-3.xml 2024-05-03",
	}) {
		t.Errorf("index: %q", got)
	}
	var all []string
	for n := 1; n <= 3; n++ {
		part := listed(t, files[fmt.Sprintf("sitemap-%d.xml", n)])
		if len(part) > 5 {
			t.Errorf("part %d has %d addresses", n, len(part))
		}
		all = append(all, part...)
	}
	if whole := listed(t, made(t, New(), town(t, nil))["sitemap.xml"]); !slices.Equal(all, whole) {
		t.Errorf("parts: %q\nwhole: %q", all, whole)
	}
}

func TestRobotsMayReadEverything(t *testing.T) {
	got := made(t, New(), town(t, nil))["robots.txt"]
	if want := "User-agent: *\nDisallow:\n\nSitemap: https://land.example/stadt/sitemap.xml\n"; got != want {
		t.Errorf("robots.txt: %q", got)
	}
	files := made(t, New(), town(t, func(in *site.Input) { in.Config.Outputs.Sitemap = false }))
	if got := files["robots.txt"]; got != "User-agent: *\nDisallow:\n" || len(files) != 1 {
		t.Errorf("without a sitemap: %q", files)
	}
	if files := made(t, New(), town(t, func(in *site.Input) { in.Config.Outputs.Robots = false })); files["robots.txt"] != "" {
		t.Error("robots.txt is made although it is switched off")
	}
}

func TestTheInputsChangeWithTheAddressesAndDates(t *testing.T) {
	inputs := func(change func(*site.Input)) []output.Input {
		for f := range New().Plan(town(t, change)) {
			return f.Named()
		}
		return nil
	}
	before := inputs(nil)
	if !slices.Equal(before, inputs(func(in *site.Input) { in.Articles[1].Title = "Neu" })) {
		t.Error("a title changes the sitemap")
	}
	if slices.Equal(before, inputs(func(in *site.Input) { in.Articles[1].Updated = at("2024-05-20") })) {
		t.Error("an update does not change the sitemap")
	}
}
