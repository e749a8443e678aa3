package site_test

import (
	"testing"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
)

func TestSpellingsOfATagBecomeOnePage(t *testing.T) {
	cases := []struct {
		name     string
		tags     [][]string
		keywords []config.Keyword
		want     string
		findings []string
	}{
		{
			"the commoner spelling names the page",
			[][]string{{"Klimaschutz"}, {"klimaschutz"}, {"Klimaschutz"}},
			nil,
			"Klimaschutz(3)",
			[]string{"SB310 content/meldungen/m1.md:5: klimaschutz | Klimaschutz"},
		},
		{
			"hyphen and space do not matter",
			[][]string{{"Open Data"}, {"Open-Data"}, {"OpenData"}, {"Open Data"}},
			nil,
			"Open Data(4)",
			[]string{
				"SB310 content/meldungen/m1.md:5: Open-Data | Open Data",
				"SB310 content/meldungen/m2.md:5: OpenData | Open Data",
			},
		},
		{
			"a tag twice in one report counts once",
			[][]string{{"Bau", "bau", "Bau"}, {"Bau"}},
			nil,
			"Bau(2)",
			[]string{"SB310 content/meldungen/m0.md:6: bau | Bau"},
		},
		{
			"composed and combining umlauts are one",
			[][]string{{"Bu\u0308rger"}, {"Bürger"}},
			nil,
			"Bürger(2)",
			[]string{"SB310 content/meldungen/m0.md:5: Bu\u0308rger | Bürger"},
		},
		{
			"synonyms lead to the settled spelling without a word",
			[][]string{{"DSt"}, {"dst"}, {"Deutscher Städtetag"}},
			[]config.Keyword{{Name: "Deutscher Städtetag", Synonyms: []string{"DSt"}, Description: "Ein Verband."}},
			"Deutscher Städtetag(3)", nil,
		},
		{
			"the settled spelling wins over a commoner one",
			[][]string{{"wlan"}, {"wlan"}},
			[]config.Keyword{{Name: "WLAN"}},
			"WLAN(2)",
			[]string{
				"SB310 content/meldungen/m0.md:5: wlan | WLAN", "SB310 content/meldungen/m1.md:5: wlan | WLAN",
			},
		},
		{
			"signs make another word, which needs another address",
			[][]string{{"C"}, {"C"}, {"C++"}},
			nil,
			"C(2)",
			[]string{"SB312 content/meldungen/m2.md:5: C++ | C | /stichwoerter/c/"},
		},
		{
			"nothing is left for an address",
			[][]string{{"???", "Bau"}, {""}},
			nil,
			"Bau(1)",
			[]string{"SB311 content/meldungen/m0.md:5: ???"},
		},
		{
			"a name that Windows forbids",
			[][]string{{"Aux"}},
			nil,
			"Aux(1)",
			[]string{"SB303 content/meldungen/m0.md:5: /stichwoerter/aux/ | aux"},
		},
		{
			"German alphabetical order",
			[][]string{{"Zoo", "Ämter", "Bau", "Amt", "Straße"}},
			nil,
			"Amt(1) Ämter(1) Bau(1) Straße(1) Zoo(1)", nil,
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var articles []*article.Article
			for i, list := range c.tags {
				articles = append(articles, report("m"+string(rune('0'+i)), "2024-01-01", tags(list...)))
			}
			s := newStory(articles...)
			s.in.Data.Keywords = c.keywords
			expect(t, "tags", names(s.tell(t, c.findings...).Tags), c.want)
		})
	}
}

func TestATermKnowsItsAddressAndItsReports(t *testing.T) {
	s := newStory(
		report("alt", "2024-01-01", tags("Bürgerbüro"), places("Krähwinkel")),
		report("neu", "2024-02-01", tags("Bürgerbüro"), places("Posemuckel", "Krähwinkel")),
	)
	s.in.Data.Keywords = []config.Keyword{{Name: "Bürgerbüro", Description: "Anlaufstelle."}}
	made := s.tell(t)
	tag := made.Tags[0]
	expect(t, "address", tag.URL, "/stichwoerter/buergerbuero/")
	expect(t, "description", tag.Description, "Anlaufstelle.")
	expect(t, "reports", slugs(tag.Entries), "neu alt")
	expect(t, "places", names(made.Places), "Krähwinkel(2) Posemuckel(1)")
	expect(t, "place address", made.Places[0].URL, "/orte/kraehwinkel/")
	expect(t, "a report's places in its own order", names(entry(t, made, "neu").Places), "Posemuckel(1) Krähwinkel(2)")
}

func TestSections(t *testing.T) {
	configured := []config.Section{{Name: "Politik"}, {Name: "In eigener Sache", Slug: "eigenes", Description: "Über uns."}}
	cases := []struct {
		name       string
		configured []config.Section
		used       string
		want       string
		findings   []string
	}{
		{"the configured order holds, empty sections too", configured, "Politik", "Politik(1) In eigener Sache(0)", nil},
		{"capitals and hyphens do not matter", configured, "in-eigener-sache", "Politik(0) In eigener Sache(1)", nil},
		{"the slug names the section as well", configured, "eigenes", "Politik(0) In eigener Sache(1)", nil},
		{"no section at all", configured, "", "Politik(0) In eigener Sache(0)", nil},
		{
			"an unknown one is an error with the nearest", configured, "Polittik", "Politik(0) In eigener Sache(0)",
			[]string{"SB305 content/meldungen/a.md:4: Polittik | Politik | Politik, In eigener Sache"},
		},
		{"without configuration those in use are taken", nil, "Verkehr", "Verkehr(1)", nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := newStory(report("a", "2024-01-01", section(c.used)))
			s.in.Config.Sections = c.configured
			expect(t, "sections", names(s.tell(t, c.findings...).Sections), c.want)
		})
	}
}

func TestTheArchiveGroupsByYearAndMonthInBerlin(t *testing.T) {
	newYear := report("neujahr", "2024-01-01")
	newYear.Date = newYear.Date.UTC() // still 2023 there
	s := newStory(newYear, report("silvester", "2023-12-31"), report("mai", "2023-05-01"), page("impressum")).tell(t)
	expect(t, "years", len(s.Years), 2)
	expect(t, "newest year", s.Years[0].URL+" "+slugs(s.Years[0].Entries), "/archiv/2024/ neujahr")
	expect(t, "address of the report", entry(t, s, "neujahr").URL, "/2024/01/neujahr/")
	expect(t, "months", len(s.Years[1].Months), 2)
	expect(t, "month", s.Years[1].Months[0].URL+" "+slugs(s.Years[1].Months[0].Entries), "/archiv/2023/12/ silvester")
}
