package site

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// day is the date of an entry in Berlin.
type day struct {
	year  int
	month time.Month
	day   int
}

// choose makes entries of what is published at in.Now and sorts them. All
// later steps see only these: what is left out cannot leave a trace.
func (a *assembly) choose() {
	var reports, pages []*article.Article
	for _, art := range a.in.Articles {
		a.next(art)
		a.note(art)
		switch reason, until := a.withheld(art); {
		case reason != 0:
			a.site.Left = append(a.site.Left, Omission{art.Path, art.Title, reason, until})
		case art.Kind != article.Report:
			pages = append(pages, art)
		default:
			reports = append(reports, art)
		}
	}
	slices.SortFunc(a.site.Left, func(x, y Omission) int { return strings.Compare(x.Path, y.Path) })
	slices.SortFunc(pages, func(x, y *article.Article) int { return strings.Compare(x.Path, y.Path) })
	a.fill(newestFirst(reports), pages)
	if a.in.Keep {
		a.place()
	}
}

// note notes when time alone may change what is published of an article, or
// what is said of it.
func (a *assembly) note(art *article.Article) {
	for _, moment := range []time.Time{art.Embargo, art.Expiry, art.Date} {
		if moment.After(a.in.Now) && (a.until.IsZero() || moment.Before(a.until)) {
			a.until = moment
		}
	}
	if art.Happening != nil {
		a.untilOver(art.Happening)
	}
}

// place notes which entry is that of which article of the input.
func (a *assembly) place() {
	of := make(map[*article.Article]int32, len(a.entries))
	for i := range a.entries {
		of[a.entries[i].Article] = int32(i)
	}
	a.placesOf = make([]int32, len(a.in.Articles))
	for i, art := range a.in.Articles {
		index, published := of[art]
		if !published {
			index = hidden
		}
		a.placesOf[i] = index
	}
}

// withheld returns why an article is not published, zero if it is, and until
// or since when.
func (a *assembly) withheld(art *article.Article) (reason Reason, until time.Time) {
	switch {
	case art.Draft && !a.in.Drafts:
		return Draft, time.Time{}
	case !art.Expiry.IsZero() && (!a.in.Now.Before(art.Expiry) || !a.in.Future && !art.Expiry.After(art.Embargo)):
		return Expired, art.Expiry // also if it would expire before it could appear
	case art.Embargo.After(a.in.Now) && !a.in.Future:
		return Embargoed, art.Embargo
	case art.Broken || a.in.Exclude[art.Path]:
		return Broken, time.Time{}
	}
	return 0, time.Time{}
}

// next notes when the article appears or goes, if that is the next change.
func (a *assembly) next(art *article.Article) {
	if art.Draft && !a.in.Drafts || art.Broken || a.in.Exclude[art.Path] {
		return
	}
	change := art.Expiry
	if art.Embargo.After(a.in.Now) && !a.in.Future {
		if !art.Expiry.IsZero() && !art.Expiry.After(art.Embargo) {
			return // expires before it could appear
		}
		change = art.Embargo
	}
	if change.After(a.in.Now) && (a.site.Next.IsZero() || change.Before(a.site.Next)) {
		a.site.Next = change
	}
}

// newestFirst sorts reports by date, ties by path.
func newestFirst(reports []*article.Article) []*article.Article {
	type dated struct {
		seconds int64
		*article.Article
	}
	order := make([]dated, len(reports))
	for i, art := range reports {
		order[i] = dated{art.Date.Unix(), art}
	}
	slices.SortFunc(order, func(x, y dated) int {
		if x.seconds != y.seconds {
			return cmp.Compare(y.seconds, x.seconds)
		}
		return strings.Compare(x.Path, y.Path)
	})
	for i := range order {
		reports[i] = order[i].Article
	}
	return reports
}

// fill makes the entries and the site's lists of them.
func (a *assembly) fill(reports, pages []*article.Article) {
	a.entries = make([]Entry, len(reports)+len(pages))
	a.days = make([]day, len(a.entries))
	a.reports = make([]*Entry, len(reports))
	for i, art := range slices.Concat(reports, pages) {
		e := &a.entries[i]
		e.Article, e.index = art, int32(i)
		date := art.Date.In(lang.Berlin())
		if art.Kind == article.Event {
			date = art.Happening.Begin.In(lang.Berlin())
		}
		a.days[i].year, a.days[i].month, a.days[i].day = date.Date()
	}
	for i := range a.reports {
		e := &a.entries[i]
		a.reports[i] = e
		if e.Withdrawn {
			a.site.Withdrawn = append(a.site.Withdrawn, e)
			continue
		}
		if e.Date.After(a.in.Now) {
			a.ds.Report(e.Path, top, diag.DateAhead, e.Date.In(lang.Berlin()).Format(time.DateOnly))
		}
	}
	a.site.Articles = a.reports
	if len(a.site.Withdrawn) > 0 {
		a.site.Articles = make([]*Entry, 0, len(reports)-len(a.site.Withdrawn))
		for _, e := range a.reports {
			if !e.Withdrawn {
				a.site.Articles = append(a.site.Articles, e)
			}
		}
	}
	a.site.Pages = make([]*Entry, 0, len(pages))
	for i := range pages {
		e := &a.entries[len(reports)+i]
		if e.Kind == article.Event {
			a.site.Events = append(a.site.Events, e)
		} else {
			a.site.Pages = append(a.site.Pages, e)
		}
	}
}
