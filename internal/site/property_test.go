package site_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/digest"
	"stadtbote/internal/site"
)

// invented returns a random site of n articles, with every kind of reference,
// many of them wrong.
func invented(seed uint64, n int) *story {
	random := rand.New(rand.NewPCG(seed, 1))
	words := []string{"Bau", "bau", "Bau-Amt", "Bauamt", "C++", "C", "???", "Ämter", "Aemter", "Rat"}
	word := func() string { return words[random.IntN(len(words))] }
	var articles []*article.Article
	for i := range n {
		name := func() string { return fmt.Sprintf("m%d", random.IntN(n)) }
		more := []func(*article.Article){
			tags(word(), word()), places(word()), section(word()), lead("foto.jpg"),
			link(name() + ".md"), link("/2024/01/" + name() + "/"), image("foto.jpg"), related(name() + ".md"),
			aliases("/alt/" + name()), slug(name()),
		}
		for _, flag := range []func(*article.Article){draft, withdrawn, paid, broken, embargo("2024-07-01"), expiry("2024-07-02")} {
			if random.IntN(10) == 0 {
				more = append(more, flag)
			}
		}
		articles = append(articles, report(fmt.Sprintf("m%d", i), fmt.Sprintf("2024-01-%02d", 1+random.IntN(20)), more...))
	}
	s := newStory(append(articles, page("impressum"), page("m0"))...).picture("content/meldungen/foto.jpg")
	s.in.Data.Keywords = []config.Keyword{{Name: "Bauamt", Synonyms: []string{"Amt für Bau"}}}
	return s
}

func TestTheOrderOfTheInputDoesNotMatter(t *testing.T) {
	for seed := range uint64(30) {
		s := invented(seed, 40)
		first, found := site.Assemble(s.in)
		random := rand.New(rand.NewPCG(seed, 2))
		for range 3 {
			random.Shuffle(len(s.in.Articles), func(i, j int) {
				s.in.Articles[i], s.in.Articles[j] = s.in.Articles[j], s.in.Articles[i]
			})
			again, foundAgain := site.Assemble(s.in)
			if dump(first) != dump(again) {
				t.Fatalf("seed %d: another order makes another site", seed)
			}
			if fmt.Sprint(told(found)) != fmt.Sprint(told(foundAgain)) {
				t.Fatalf("seed %d: another order makes other findings:\n%q\n%q", seed, told(found), told(foundAgain))
			}
		}
	}
}

func TestSalvageLeavesNoErrorThatArticlesMake(t *testing.T) {
	for seed := range uint64(30) {
		s := invented(seed, 40)
		made, _ := site.Salvage(s.in)
		left := map[string]bool{}
		for _, o := range made.Left {
			left[o.Path] = true
		}
		in := s.in
		in.Exclude = left
		if _, ds := site.Assemble(in); ds.HasErrors() {
			t.Fatalf("seed %d: %q", seed, told(ds))
		}
		if len(made.Articles)+len(made.Withdrawn)+len(made.Pages)+len(made.Left) != len(s.in.Articles) {
			t.Fatalf("seed %d: an article is neither published nor left out", seed)
		}
	}
}

// Each change to an article must change the sums of what shows it, and of
// nothing else.
func TestSumsChangeWithWhatTheyName(t *testing.T) {
	articles := func() []*article.Article {
		return []*article.Article{
			report("neu", "2024-01-09", section("Rat"), tags("Brücke"), lead("foto.jpg"), image("foto.jpg")),
			report("mitte", "2024-01-05", section("Bau"), tags("Brücke"), places("Krähwinkel")),
			report("alt", "2023-01-01", section("Kultur"), link("mitte.md")),
			report("uralt", "2022-01-01", section("Kultur")),
		}
	}
	sums := func(change func(*story)) map[string]digest.Sum {
		s := newStory(articles()...).picture("content/meldungen/foto.jpg").asset("css/site.css", "bilder/gross.jpg")
		s.in.Config.Lists.Newest = 2
		change(s)
		made, ds := site.Assemble(s.in)
		if ds.HasErrors() {
			t.Fatalf("findings: %q", told(ds))
		}
		all := map[string]digest.Sum{"site": made.Digest, "newest": made.NewestSum}
		for e := range made.All() {
			all["card "+e.Slug], all["text "+e.Slug], all["page "+e.Slug] = e.Card, e.Text, e.Sum
		}
		for _, terms := range [][]*site.Term{made.Sections, made.Tags, made.Places} {
			for _, term := range terms {
				all["term "+term.Slug] = term.Sum
			}
		}
		for _, year := range made.Years {
			all[fmt.Sprint("year ", year.Year)] = year.Sum
		}
		return all
	}
	before := sums(func(*story) {})
	cases := []struct {
		name    string
		change  func(*story)
		changed []string
	}{
		{"nothing", func(*story) {}, nil},
		{
			"another digest of the file", func(s *story) { s.in.Articles[1].Source = digest.String("anders") },
			[]string{"text mitte", "page mitte"},
		},
		{
			"another title", func(s *story) { s.in.Articles[1].Title = "Anders" },
			[]string{"card mitte", "text mitte", "page mitte", "page neu", "page alt", "newest", "term bau", "term bruecke", "term kraehwinkel", "year 2024"},
		},
		{
			"another address", func(s *story) { s.in.Articles[1].Slug = "anders" },
			[]string{
				"text alt", "page alt", "page neu", "newest", "term bau", "term bruecke", "term kraehwinkel", "year 2024",
				"card mitte", "text mitte", "page mitte", "card anders", "text anders", "page anders",
			},
		},
		{"another size of a picture", func(s *story) {
			info := s.in.Pictures["content/meldungen/foto.jpg"]
			info.Width = 400
			s.in.Pictures[info.Path] = info
		}, []string{"card neu", "text neu", "page neu", "page mitte", "newest", "term rat", "term bruecke", "year 2024"}},
		{"other bytes of a picture of the same size", func(s *story) {
			info := s.in.Pictures["content/meldungen/foto.jpg"]
			info.Digest = digest.String("andere Bytes")
			s.in.Pictures[info.Path] = info
		}, []string{"card neu", "text neu", "page neu", "page mitte", "newest", "term rat", "term bruecke", "year 2024"}},
		{"another style sheet", func(s *story) {
			s.in.Assets["css/site.css"] = site.Asset{Path: "css/site.css", URL: "/css/site.0123456789.css"}
		}, []string{"site"}},
		{"another photo in static/", func(s *story) { s.asset("bilder/neu.jpg") }, nil},
		{"other data", func(s *story) { s.in.Data.Sum = digest.String("anders") }, []string{"site"}},
		{"another configuration", func(s *story) { s.in.Config.Digest = digest.String("anders") }, []string{"site"}},
		{"a description of a tag", func(s *story) {
			s.in.Data.Keywords = []config.Keyword{{Name: "Brücke", Description: "Über den Fluss."}}
		}, []string{"term bruecke"}},
		{
			"the oldest report", func(s *story) { s.in.Articles[3].Teaser = "Anders" },
			[]string{"card uralt", "text uralt", "page uralt", "page alt", "term kultur", "year 2022"},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			after := sums(c.change)
			want := map[string]bool{}
			for _, name := range c.changed {
				want[name] = true
			}
			for name := range after {
				if changed := before[name] != after[name]; changed != want[name] {
					t.Errorf("%s changed: %v, want %v", name, changed, want[name])
				}
			}
		})
	}
}
