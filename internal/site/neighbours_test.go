package site_test

import (
	"fmt"
	"testing"

	"stadtbote/internal/article"
)

func TestMoreOfTheSectionIsTheNewestWithoutItself(t *testing.T) {
	var articles []*article.Article
	for i := range 8 {
		articles = append(articles, report(fmt.Sprintf("p%d", i), fmt.Sprintf("2024-01-%02d", 20-i), section("Politik")))
	}
	articles = append(articles, report("andere", "2024-02-01", section("Sport")))
	articles[1].Paid = true
	s := newStory(articles...)
	s.in.Config.Lists.Section = 3
	made := s.tell(t)
	expect(t, "of the newest", slugs(entry(t, made, "p0").More), "p2 p3 p4")
	expect(t, "of one in the list", slugs(entry(t, made, "p3").More), "p0 p2 p4")
	expect(t, "of the last in the list", slugs(entry(t, made, "p4").More), "p0 p2 p3")
	expect(t, "of an old one", slugs(entry(t, made, "p7").More), "p0 p2 p3")
	expect(t, "of a paid one", slugs(entry(t, made, "p1").More), "p0 p2 p3")
	expect(t, "of a section of one", slugs(entry(t, made, "andere").More), "")
}

func TestRelatedReportsShareRareTags(t *testing.T) {
	articles := []*article.Article{
		report("frage", "2024-03-01", tags("Rathaus", "Brücke")),
		report("selten", "2023-01-01", tags("Brücke")),
		report("beides", "2022-01-01", tags("Brücke", "Rathaus")),
		report("haeufig-neu", "2024-02-02", tags("Rathaus")),
		report("haeufig-alt", "2024-02-01", tags("Rathaus")),
		report("bezahlt", "2024-02-03", tags("Brücke", "Rathaus"), paid),
		report("fremd", "2024-02-04", tags("Sport")),
	}
	s := newStory(articles...)
	s.in.Config.Lists.Related = 3
	made := s.tell(t)
	expect(t, "related", slugs(entry(t, made, "frage").Related), "beides selten haeufig-neu")
	expect(t, "nothing shared", slugs(entry(t, made, "fremd").Related), "")
	expect(t, "a paid report has related ones", slugs(entry(t, made, "bezahlt").Related), "frage beides selten")
}

func TestRelatedLeavesOutWhatIsNamedAsEarlier(t *testing.T) {
	made := newStory(
		report("a", "2024-03-01", tags("Brücke"), related("b.md")),
		report("b", "2024-02-01", tags("Brücke")),
		report("c", "2024-01-01", tags("Brücke")),
	).tell(t)
	expect(t, "of the later", slugs(entry(t, made, "a").Related), "c")
	expect(t, "of the earlier", slugs(entry(t, made, "b").Related), "c")
}

func TestPaidReportsAreNobodysNeighbours(t *testing.T) {
	s := newStory(
		report("a", "2024-03-03"), report("anzeige", "2024-03-02", paid), report("b", "2024-03-01"),
	)
	s.in.Config.Lists.Newest = 2
	made := s.tell(t)
	expect(t, "older", entry(t, made, "a").Older.Slug, "b")
	expect(t, "newer", entry(t, made, "b").Newer.Slug, "a")
	expect(t, "the paid one's own", entry(t, made, "anzeige").Newer.Slug+entry(t, made, "anzeige").Older.Slug, "ab")
	expect(t, "newest", slugs(made.Newest), "a b")
	expect(t, "the list has it", slugs(made.Articles), "a anzeige b")
}

func TestEarlierReportsLinkBack(t *testing.T) {
	made := newStory(
		report("2018/start", "2018-11-09"),
		report("2019/fortgang", "2019-01-09", related("../2018/start.md", "/2018/11/start/")),
		report("2019/ende", "2019-05-09", related("content/meldungen/2018/start.md", "meldungen/2019/fortgang.md")),
		report("2020/rueckblick", "2020-05-09", related("https://musterstadt.example/2018/11/start/", "2019/ende")),
	).tell(t, "SB330 content/meldungen/2020/rueckblick.md:6: 2019/ende | /2019/05/ende/")
	expect(t, "earlier", slugs(entry(t, made, "fortgang").Earlier), "start")
	expect(t, "earlier by paths", slugs(entry(t, made, "ende").Earlier), "start fortgang")
	expect(t, "later, newest first", slugs(entry(t, made, "start").Later), "rueckblick ende fortgang")
}

func TestWrongEarlierReportsAreNamed(t *testing.T) {
	cases := []struct{ name, to, want string }{
		{"missing", "../2018/strat.md", "SB330 content/meldungen/2019/a.md:5: ../2018/strat.md | ../2018/start.md"},
		{"itself", "a.md", "SB331 content/meldungen/2019/a.md:5: a.md"},
		{"a draft", "geheim.md", "SB322 content/meldungen/2019/a.md:5: geheim.md | content/meldungen/2019/geheim.md"},
		{"another site", "https://krähwinkel.example/start/", "SB330 content/meldungen/2019/a.md:5: https://krähwinkel.example/start/ | /2018/11/start/"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			newStory(report("2018/start", "2018-11-09"), report("2019/a", "2019-01-01", related(c.to)),
				report("2019/geheim", "2019-01-02", draft)).tell(t, c.want)
		})
	}
}
