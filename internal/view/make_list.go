package view

import (
	"strconv"
	"strings"

	"stadtbote/internal/lang"
	"stadtbote/internal/site"
)

// Listing is a list of reports before it is cut into pages. Package page plans
// from it, the Builder makes its pages.
type Listing struct {
	Kind        string // of List.Kind
	Name        string
	URL         string // of its first page
	Description string
	Synonyms    []string
	Entries     []*site.Entry
	Months      []*site.Month // of a year
	Trail       []Link        // pages above it
	Menu        string        // address of the menu entry that it is under
	Feed        bool          // it has feeds of its own

	term *site.Term // nil for years and months
}

// Listings returns all lists of reports of the site.
func (b *Builder) Listings() []Listing {
	s, c := b.site, b.site.Config.Outputs
	var all []Listing
	term := func(kind string, t *site.Term, menu string, trail ...Link) {
		all = append(all, Listing{
			Kind: kind, Name: t.Name, URL: t.URL, Description: t.Description, Synonyms: t.Synonyms,
			Entries: t.Entries, Trail: trail, Menu: menu, Feed: c.TermFeeds && kind != "place", term: t,
		})
	}
	for _, t := range s.Sections {
		term("section", t, t.URL)
	}
	for _, t := range s.Tags {
		term("tag", t, b.shared.TagsURL, Link{b.words.Say("tags"), b.shared.TagsURL})
	}
	if c.Places {
		for _, t := range s.Places {
			term("place", t, b.shared.PlacesURL, Link{b.words.Say("places"), b.shared.PlacesURL})
		}
	}
	if c.Archive {
		all = append(all, b.archiveListings()...)
	}
	return all
}

// archiveListings returns the lists of years and months.
func (b *Builder) archiveListings() []Listing {
	var all []Listing
	above := Link{b.words.Say("archive"), b.shared.ArchiveURL}
	for _, y := range b.site.Years {
		year := Listing{
			Kind: "year", Name: strconv.Itoa(y.Year), URL: y.URL, Entries: y.Entries,
			Months: y.Months, Trail: []Link{above}, Menu: above.URL,
		}
		all = append(all, year)
		for _, m := range y.Months {
			all = append(all, Listing{
				Kind: "month", Name: b.month(m) + " " + year.Name, URL: m.URL, Entries: m.Entries,
				Trail: []Link{above, {year.Name, y.URL}}, Menu: above.URL,
			})
		}
	}
	return all
}

func (b *Builder) month(m *site.Month) string {
	return lang.MonthName(m.Month, b.site.Config.Language)
}

// Pages returns how many pages a listing has; an empty one has one.
func (b *Builder) Pages(l *Listing) int {
	return b.PagesOf(len(l.Entries))
}

func (b *Builder) pageSize() int { return max(1, b.site.Config.Lists.PageSize) }

// Entries returns the reports on page n of a listing, counted from 1.
func (b *Builder) Entries(l *Listing, n int) []*site.Entry {
	size := b.pageSize()
	return l.Entries[min((n-1)*size, len(l.Entries)):min(n*size, len(l.Entries))]
}

// List returns the view of page n of a listing.
func (b *Builder) List(l *Listing, n int) *List {
	v := &List{
		Kind: l.Kind, Name: l.Name, Display: b.divide.name(l.Name), Description: l.Description,
		Synonyms: strings.Join(l.Synonyms, ", "), Count: len(l.Entries),
		Cards: b.cardsOf(b.Entries(l, n)), Pager: b.pager(l, n),
	}
	for _, m := range l.Months {
		v.Months = append(v.Months, Month{b.month(m), m.URL, len(m.Entries)})
	}
	if l.Kind == "place" && n == 1 {
		v.Municipality = b.municipalityOf(l.term)
	}
	v.Page = b.listPage(l, n, v.Pager)
	return v
}

// listPage returns what page n of a listing knows of itself.
func (b *Builder) listPage(l *Listing, n int, pager *Pager) *Page {
	heading := l.Name
	if n > 1 {
		heading += ", " + b.words.Say("page") + " " + strconv.Itoa(n)
	}
	p := b.page(b.site.PageURL(l.URL, n), heading)
	if l.Kind != "" { // a report, a page or another list may have the same name
		p.Title = b.words.Say("title-"+l.Kind, p.Title)
	}
	p.Description = l.Description
	p.Masthead = b.masthead(b.site.PageURL(l.URL, n), l.Menu, l.Trail...)
	if l.Feed {
		p.Feeds = b.feeds(l.Name, l.URL)
	}
	if pager != nil {
		p.Previous, p.Next = pager.NewerURL, pager.OlderURL
	}
	return p
}

// pager leads to the other pages of a listing; nil if there are none.
func (b *Builder) pager(l *Listing, n int) *Pager { return b.pagerOf(l.URL, b.Pages(l), n) }

// pagerOf leads to the first and the last page of a list and to those next to
// this one.
func (b *Builder) pagerOf(list string, total, n int) *Pager {
	if total == 1 {
		return nil
	}
	p := &Pager{Number: n, Total: total}
	shown := 0
	for i := 1; i <= total; i++ {
		if i > 1 && i < total && (i < n-1 || i > n+1) && !(i == 2 && n == 4) && !(i == total-1 && n == total-3) {
			continue
		}
		if i > shown+1 {
			p.Items = append(p.Items, PagerItem{})
		}
		p.Items = append(p.Items, PagerItem{i, b.site.PageURL(list, i), i == n})
		shown = i
	}
	if n > 1 {
		p.NewerURL = b.site.PageURL(list, n-1)
	}
	if n < total {
		p.OlderURL = b.site.PageURL(list, n+1)
	}
	return p
}
