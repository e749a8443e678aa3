package page_test

import (
	"fmt"
	"strings"
	"testing"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
)

// A section that nobody has written for has its page, which says so.
func TestASectionWithoutReportsSaysSo(t *testing.T) {
	x := newExample()
	x.config.Sections = append(x.config.Sections, config.Section{Name: "Leere Rubrik", Slug: "leer"})
	page := x.render(t)["rubriken/leer/index.html"]
	for _, want := range []string{"Leere Rubrik", "Hier steht noch nichts.", "0 Meldungen"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if found := faults(page); len(found) > 0 {
		t.Error(found)
	}
}

// A tag of 500 reports is cut into pages, each of which leads to the others.
func TestATagWithFiveHundredReportsIsCutIntoPages(t *testing.T) {
	x := newExample()
	for i := range 500 {
		x.add(article.Article{
			Path: fmt.Sprintf("content/meldungen/nr%03d.md", i), Title: fmt.Sprint("Meldung ", i), Slug: fmt.Sprintf("nr%03d", i),
			Date: day("2018-01-01").AddDate(0, 0, -i), Teaser: "Kurz.", Tags: values("Wasser"),
		}, "<p>Text.</p>")
	}
	pages := x.render(t)
	last := (500 + x.config.Lists.PageSize - 1) / x.config.Lists.PageSize
	for n, want := range map[int]string{
		1:    fmt.Sprintf(`href="/stichwoerter/wasser/seite/%d/"`, last),
		2:    `href="/stichwoerter/wasser/"`,
		last: fmt.Sprintf(`href="/stichwoerter/wasser/seite/%d/"`, last-1),
	} {
		path := "stichwoerter/wasser/index.html"
		if n > 1 {
			path = fmt.Sprintf("stichwoerter/wasser/seite/%d/index.html", n)
		}
		if page := pages[path]; !strings.Contains(page, want) || len(faults(page)) > 0 {
			t.Errorf("page %d lacks %s, or %v", n, want, faults(page))
		}
	}
	if _, more := pages[fmt.Sprintf("stichwoerter/wasser/seite/%d/index.html", last+1)]; more {
		t.Error("there is a page too many")
	}
	if !strings.Contains(pages["stichwoerter/index.html"], "500") {
		t.Error("the index does not tell of 500 reports")
	}
}
