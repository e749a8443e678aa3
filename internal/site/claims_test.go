package site_test

import (
	"fmt"
	"strings"
	"testing"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/site"
)

func slug(s string) func(*article.Article) { return func(a *article.Article) { a.Slug = s } }

func TestTwoSourcesForOneAddressAreTold(t *testing.T) {
	cases := []struct {
		name     string
		articles []*article.Article
		assets   []string
		want     string
	}{
		{
			"two reports: the newer one is told",
			[]*article.Article{report("a/x", "2024-01-01"), report("b/x", "2024-01-02")},
			nil,
			"SB302 content/meldungen/b/x.md:1: /2024/01/x/ | content/meldungen/a/x.md",
		},
		{
			"a page and a list",
			[]*article.Article{page("archiv")},
			nil,
			"SB302 content/seiten/archiv.md:1: /archiv/ | stadtbote.yaml (addresses.archive)",
		},
		{
			"a page and the search",
			[]*article.Article{page("suche")},
			nil,
			"SB302 content/seiten/suche.md:1: /suche/ | stadtbote.yaml (outputs.search)",
		},
		{
			"a page and a file of static/",
			[]*article.Article{page("plan")},
			[]string{"plan/index.html"},
			"SB302 content/seiten/plan.md:1: /plan/ | static/plan/index.html",
		},
		{
			"a page and a file of static/ where a folder has to be",
			[]*article.Article{page("plan")},
			[]string{"plan"},
			"SB302 content/seiten/plan.md:1: /plan/ | static/plan",
		},
		{
			"a report below a file",
			[]*article.Article{report("x", "2024-01-01")},
			[]string{"2024"},
			"SB302 content/meldungen/x.md:1: /2024/01/x/ | static/2024",
		},
		{
			"robots.txt twice", nil,
			[]string{"robots.txt"},
			"SB302 static/robots.txt:0: /robots.txt | stadtbote.yaml (outputs.robots)",
		},
		{
			"files that differ in capitals", nil,
			[]string{"Logo.svg", "logo.svg"},
			"SB302 static/logo.svg:0: /logo.svg | static/Logo.svg",
		},
		{
			"a print version and a file",
			[]*article.Article{report("x", "2024-01-01")},
			[]string{"2024/01/x/druck/index.html"},
			"SB302 content/meldungen/x.md:1: /2024/01/x/druck/ | static/2024/01/x/druck/index.html",
		},
		{
			"a slug from which nothing is left",
			[]*article.Article{report("x", "2024-01-01", slug(""))},
			nil,
			"SB301 content/meldungen/x.md:1: Titel von x",
		},
		{
			"a slug that climbs",
			[]*article.Article{report("x", "2024-01-01", slug("../../x"))},
			nil,
			"SB304 content/meldungen/x.md:1: ../../x",
		},
		{
			"a slug that is a device of Windows",
			[]*article.Article{report("x", "2024-01-01", slug("nul"))},
			nil,
			"SB303 content/meldungen/x.md:1: /2024/01/nul/ | nul",
		},
		{
			"a file that Windows cannot have", nil,
			[]string{"a:b.svg"},
			"SB303 static/a:b.svg:0: /a:b.svg | a:b.svg",
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { newStory(c.articles...).asset(c.assets...).tell(t, c.want) })
	}
}

func TestFilesMayLieBesideAnIndexOfStatic(t *testing.T) {
	newStory().asset("app/index.html", "app/a.js", "app/teile/b.js").tell(t)
}

func TestAPatternWithoutAFolderStillHasPrintVersions(t *testing.T) {
	s := newStory(report("a", "2024-01-01", link("/artikel/a-druck.html")), report("b", "2024-01-01"))
	s.in.Config.Addresses.Article = "/artikel/:slug.html"
	s.in.Config.Addresses.Print = ":slug-druck.html"
	made := s.tell(t)
	expect(t, "article", entry(t, made, "a").URL, "/artikel/a.html")
	expect(t, "print", made.PrintURL(entry(t, made, "a")), "/artikel/a-druck.html")

	s.in.Config.Addresses.Print = "druck.html"
	s.in.Articles[0].Facts.Refs = nil
	s.tell(t, "SB302 content/meldungen/b.md:1: /artikel/druck.html | content/meldungen/a.md")
}

func TestAddressPatterns(t *testing.T) {
	cases := []struct{ pattern, want string }{
		{"/:year/:month/:slug/", "/2024/03/x/"},
		{"/:year/:month/:day/:slug/", "/2024/03/05/x/"},
		{"/:section/:slug/", "/politik/x/"},
		{"/m-:year-:slug/", "/m-2024-x/"},
		{"/:slug.html", "/x.html"},
	}
	for _, c := range cases {
		t.Run(c.pattern, func(t *testing.T) {
			s := newStory(report("x", "2024-03-05", section("Politik")))
			s.in.Config.Addresses.Article = c.pattern
			expect(t, "address", entry(t, s.tell(t), "x").URL, c.want)
		})
	}
	t.Run("an empty word leaves no double slash", func(t *testing.T) {
		s := newStory(report("x", "2024-03-05"))
		s.in.Config.Addresses.Article = "/:section/:slug/"
		expect(t, "address", entry(t, s.tell(t), "x").URL, "/x/")
	})
}

func TestRedirects(t *testing.T) {
	const file = "content/meldungen/x.md:5: "
	cases := []struct{ name, alias, from, finding string }{
		{"from a folder", "/alt/", "/alt/", ""},
		{"without the slash at the end", "/alt", "/alt/", ""},
		{"from a file", "/2018/alt.html", "/2018/alt.html", ""},
		{"from a page of another kind", "/index.php/alt", "/index.php/alt/", ""},
		{"beside the present address", "alt", "/2024/01/alt/", ""},
		{"with this site's host", "https://musterstadt.example/alt/", "/alt/", ""},
		{"with umlauts", "/Bürger/Büro/", "/B%C3%BCrger/B%C3%BCro/", ""},
		{"with encoded umlauts", "/B%C3%BCrger/", "/B%C3%BCrger/", ""},
		{"with a dot inside a folder", "/v1.2/", "/v1.2/", ""},
		{"itself", "/2024/01/x/", "", "SB343 " + file + "/2024/01/x/"},
		{"an existing report", "/2023/01/y/", "", "SB340 " + file + "/2023/01/y/ | content/meldungen/y.md"},
		{"the start page", "/", "", "SB340 " + file + "/ | stadtbote.yaml (home)"},
		{"a list", "/archiv/", "", "SB340 " + file + "/archiv/ | stadtbote.yaml (addresses.archive)"},
		{"another site", "https://krähwinkel.example/alt/", "", "SB341 " + file + "https://krähwinkel.example/alt/"},
		{"another site with a name that ends alike", "https://xmusterstadt.example/alt/", "", "SB341 " + file + "https://xmusterstadt.example/alt/"},
		{"a query", "/?p=17", "", "SB342 " + file + "/?p=17"},
		{"an anchor", "/alt/#x", "", "SB342 " + file + "/alt/#x"},
		{"climbing", "/../../etc/passwd", "", "SB304 " + file + "/../../etc/passwd"},
		{"climbing in disguise", "/%2e%2e/etc/", "", "SB304 " + file + "/%2e%2e/etc/"},
		{"climbing by backslashes", `..\..\x`, "", "SB304 " + file + `..\..\x`},
		{"a device of Windows", "/con/", "", "SB303 " + file + "/con/ | con"},
		{"a character that Windows forbids", "/was*/", "", "SB303 " + file + "/was%2A/ | was*"},
		{"umlauts in the encoding of old servers", "/B%FCrger/", "", "SB303 " + file + "/B%FCrger/ | B%FCrger"},
		{"nothing", "", "", "SB341 " + file},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var findings []string
			if c.finding != "" {
				findings = []string{c.finding}
			}
			s := newStory(report("x", "2024-01-01", aliases(c.alias)), report("y", "2023-01-01")).tell(t, findings...)
			var from []string
			for _, r := range s.Redirects {
				from = append(from, r.From)
				expect(t, "to", r.To, "/2024/01/x/")
			}
			expect(t, "from", strings.Join(from, " "), c.from)
		})
	}
}

func TestOneFormerAddressOfTwoArticlesIsTold(t *testing.T) {
	newStory(report("x", "2024-01-02", aliases("/alt/")), report("y", "2024-01-01", aliases("/alt", "/alt/"))).
		tell(t, "SB340 content/meldungen/y.md:5: /alt/ | content/meldungen/x.md",
			"SB340 content/meldungen/y.md:6: /alt/ | content/meldungen/x.md")
	newStory(report("x", "2024-01-02", aliases("/alt/", "/alt"))).tell(t)
}

func TestSalvagePublishesWhatIsSound(t *testing.T) {
	s := newStory(
		report("heil", "2024-01-01"),
		report("kaputt", "2024-01-02", link("/fehlt/"), tags("Bau", "bau", "Bau")),
		report("kette", "2024-01-03", link("kaputt.md")),
		report("zwei/x", "2024-01-05"), report("eins/x", "2024-01-04"),
	)
	made, ds := site.Salvage(s.in)
	expect(t, "published", slugs(made.Articles), "x heil")
	expect(t, "left", fmt.Sprint(len(made.Left), made.Left[0].Reason == site.Broken), "3 true")
	expect(t, "findings", strings.Join(told(ds), "\n"), strings.Join([]string{
		"SB310 content/meldungen/kaputt.md:6: bau | Bau",
		"SB320 content/meldungen/kaputt.md:20: /fehlt/ | ",
		"SB322 content/meldungen/kette.md:20: kaputt.md | content/meldungen/kaputt.md",
		"SB302 content/meldungen/zwei/x.md:1: /2024/01/x/ | content/meldungen/eins/x.md",
	}, "\n"))
	if s.in.Exclude != nil {
		t.Error("the input was changed")
	}
}

func TestSalvageGivesUpOnWhatLeavingOutCannotMend(t *testing.T) {
	s := newStory(report("a", "2024-01-01"))
	s.in.Config.Sections = []config.Section{{Name: "→"}}
	made, ds := site.Salvage(s.in)
	expect(t, "published", slugs(made.Articles), "a")
	expect(t, "findings", strings.Join(told(ds), "\n"), "SB301 stadtbote.yaml:1: →")
}
