package site_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/site"
)

func draft(a *article.Article)  { a.Draft = true }
func broken(a *article.Article) { a.Broken = true }

func embargo(date string) func(*article.Article) {
	return func(a *article.Article) { a.Embargo = at(date) }
}

func expiry(date string) func(*article.Article) {
	return func(a *article.Article) { a.Expiry = at(date) }
}

func TestWhatIsLeftOutHasAReason(t *testing.T) {
	in := []*article.Article{
		report("offen", "2024-01-01"),
		report("entwurf", "2024-01-01", draft),
		report("gesperrt", "2024-01-01", embargo("2024-07-01")),
		report("frei", "2024-01-01", embargo("2024-06-15")),
		report("abgelaufen", "2024-01-01", expiry("2024-06-15")),
		report("gilt-noch", "2024-01-01", expiry("2024-06-16")),
		report("kaputt", "2024-01-01", broken),
		report("kaputter-entwurf", "2024-01-01", draft, broken),
		report("gesperrt-und-abgelaufen", "2024-01-01", embargo("2024-07-01"), expiry("2024-06-01")),
	}
	cases := []struct {
		name           string
		drafts, future bool
		published      string
		left           string
		next           string
	}{
		{
			"by default", false, false, "frei gilt-noch offen",
			"abgelaufen:3 entwurf:1 gesperrt-und-abgelaufen:3 gesperrt:2 kaputt:4 kaputter-entwurf:1", "2024-06-16",
		},
		{
			"with drafts", true, false, "entwurf frei gilt-noch offen",
			"abgelaufen:3 gesperrt-und-abgelaufen:3 gesperrt:2 kaputt:4 kaputter-entwurf:4", "2024-06-16",
		},
		{
			"with the future", false, true, "frei gesperrt gilt-noch offen",
			"abgelaufen:3 entwurf:1 gesperrt-und-abgelaufen:3 kaputt:4 kaputter-entwurf:1", "2024-06-16",
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := newStory(in...)
			s.in.Drafts, s.in.Future = c.drafts, c.future
			made := s.tell(t)
			expect(t, "published", slugs(made.Articles), c.published)
			var left []string
			for _, o := range made.Left {
				name := strings.TrimSuffix(strings.TrimPrefix(o.Path, "content/meldungen/"), ".md")
				left = append(left, fmt.Sprintf("%s:%d", name, o.Reason))
			}
			expect(t, "left", strings.Join(left, " "), c.left)
			expect(t, "next", made.Next.Format(time.DateOnly), c.next)
		})
	}
}

func TestTheNextChangeIsTheEarliestThatChangesAnything(t *testing.T) {
	cases := []struct {
		name     string
		articles []*article.Article
		want     string
	}{
		{"nothing is due", []*article.Article{report("a", "2024-01-01")}, "0001-01-01"},
		{"an embargo ends", []*article.Article{report("a", "2024-01-01", embargo("2024-07-01"))}, "2024-07-01"},
		{"a draft's embargo does not count", []*article.Article{report("a", "2024-01-01", draft, embargo("2024-07-01"))}, "0001-01-01"},
		{"what expires before it appears never changes anything", []*article.Article{report("a", "2024-01-01", embargo("2024-08-01"), expiry("2024-07-01"))}, "0001-01-01"},
		{"an embargo counts before the expiry behind it", []*article.Article{report("a", "2024-01-01", embargo("2024-08-01"), expiry("2024-09-01"))}, "2024-08-01"},
		{"a broken article does not count", []*article.Article{report("a", "2024-01-01", broken, expiry("2024-07-01"))}, "0001-01-01"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			expect(t, "next", newStory(c.articles...).tell(t).Next.Format(time.DateOnly), c.want)
		})
	}
}

func TestReportsStandNewestFirstAndTiesByPath(t *testing.T) {
	s := newStory(
		report("c", "2024-01-02"), report("b", "2024-01-02"), report("a", "2024-01-01"), report("d", "2024-01-03"),
	).tell(t)
	expect(t, "order", slugs(s.Articles), "d b c a")
	expect(t, "newer than b", entry(t, s, "b").Newer.Slug, "d")
	expect(t, "older than b", entry(t, s, "b").Older.Slug, "c")
	expect(t, "newer than the newest", entry(t, s, "d").Newer == nil, true)
}

func TestAFutureDateIsPublishedWithAWarning(t *testing.T) {
	newStory(report("a", "2024-06-16")).tell(t, "SB306 content/meldungen/a.md:1: 2024-06-16")
}

// withheld is an article that mentions things nothing else mentions.
func withheld(how func(*article.Article)) *article.Article {
	return report("geheim/index", "2024-05-05", tags("Geheimwort", "Bau"), places("Geheimdorf"), section("Geheimes"),
		lead("geheim.jpg"), image("auch-geheim.jpg"), aliases("/geheime-adresse/"),
		related("content/meldungen/offen.md"), func(a *article.Article) {
			a.Slug, a.Bundle = "geheim", "content/meldungen/geheim"
		}, how)
}

func TestWhatIsNotPublishedLeavesNoTrace(t *testing.T) {
	open := func() []*article.Article {
		return []*article.Article{
			report("offen", "2024-05-01", tags("Bau", "bau"), section("Rathaus")),
			report("neuer", "2024-05-09", tags("Bau"), section("Rathaus")),
		}
	}
	files := []string{"content/meldungen/geheim/geheim.jpg", "content/meldungen/geheim/auch-geheim.jpg"}
	without, _ := site.Assemble(newStory(open()...).picture(files...).in)
	for name, how := range map[string]func(*article.Article){
		"a draft": draft, "an embargo": embargo("2024-07-01"), "an expired report": expiry("2024-06-01"), "a broken report": broken,
	} {
		t.Run(name, func(t *testing.T) {
			with, ds := site.Assemble(newStory(append(open(), withheld(how))...).picture(files...).in)
			for _, d := range ds {
				if strings.Contains(d.File, "geheim") {
					t.Errorf("finding about what is not published: %v", d)
				}
			}
			with.Left = nil
			with.Next = time.Time{}
			if got, want := dump(with), dump(without); got != want {
				t.Errorf("the site differs from one without it:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

func TestAWithdrawnReportKeepsItsAddressAndNothingElse(t *testing.T) {
	s := newStory(
		report("weg", "2024-05-05", withdrawn, tags("Nur hier"), section("Nur hier"), lead("fehlt.jpg"), link("fehlt.md"),
			aliases("/frueher/"), related("content/meldungen/da.md")),
		report("da", "2024-05-01", section("Rathaus"), tags("Bau"), link("weg.md")),
	).tell(t)
	expect(t, "articles", slugs(s.Articles), "da")
	expect(t, "withdrawn", slugs(s.Withdrawn), "weg")
	e := entry(t, s, "weg")
	expect(t, "address", e.URL, "/2024/05/weg/")
	expect(t, "sections", names(s.Sections), "Rathaus(1)")
	expect(t, "tags", names(s.Tags), "Bau(1)")
	expect(t, "targets", len(e.Targets)+len(e.Images)+len(e.Tags), 0)
	expect(t, "section", e.Section == nil, true)
	expect(t, "a link to its notice", entry(t, s, "da").Targets[0].URL, "/2024/05/weg/")
	expect(t, "later", slugs(entry(t, s, "da").Later), "")
	expect(t, "neighbours", entry(t, s, "da").Newer == nil, true)
	expect(t, "redirects", len(s.Redirects), 1)
}
