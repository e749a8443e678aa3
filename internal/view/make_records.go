package view

import (
	"cmp"
	"slices"

	"stadtbote/internal/lang"
	"stadtbote/internal/site"
)

// newestOfPlace is how many reports the list of municipalities shows of each.
const newestOfPlace = 3

// Municipalities returns the view of the list of municipalities.
func (b *Builder) Municipalities() *Municipalities {
	all := b.site.Municipalities
	v := &Municipalities{Count: len(all), Page: b.page(b.site.MunicipalitiesURL(), b.words.Say("municipalities"))}
	v.Page.Description = b.words.Say("municipalities-lead")
	v.Page.Masthead = b.masthead(b.site.MunicipalitiesURL(), "")
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(x, y site.Municipality) int {
		return cmp.Or(lang.Compare(x.Land, y.Land), lang.Compare(x.Name, y.Name))
	})
	for _, m := range sorted {
		if n := len(v.Lands); n == 0 || v.Lands[n-1].Name != m.Land {
			v.Lands = append(v.Lands, Land{Name: m.Land, ID: "land-" + lang.Slug(m.Land)})
		}
		last := &v.Lands[len(v.Lands)-1]
		last.Of = append(last.Of, b.municipality(m))
	}
	return v
}

func (b *Builder) municipality(m site.Municipality) *Municipality {
	v := &Municipality{
		Name: m.Name, Land: m.Land, District: m.District, AGS: m.AGS, Website: m.Website, Shown: shown(m.Website),
		Place: &Term{Name: m.Name, Display: b.divide.sign(m.Name)},
	}
	if t := m.Municipality.Place; t != "" {
		v.Place.Name, v.Place.Display = t, b.divide.sign(t)
	}
	if m.Place == nil {
		return v
	}
	v.Place = b.placeOf(m.Place)
	v.Newest = b.cardsOf(m.Place.Entries[:min(newestOfPlace, len(m.Place.Entries))])
	v.More = len(m.Place.Entries) > newestOfPlace
	return v
}

// municipalityOf returns what data/kommunen.yaml says of a place; nil if it
// says nothing.
func (b *Builder) municipalityOf(t *site.Term) *Municipality {
	for _, m := range b.site.Municipalities {
		if m.Place == t {
			return b.municipality(m)
		}
	}
	return nil
}

// CreditsListing returns the address and the name of the list of credits.
func (b *Builder) CreditsListing() Listing {
	return Listing{Name: b.words.Say("credits"), URL: b.site.CreditsURL()}
}

// Credits returns the view of page n of the list of credits, with its rows.
func (b *Builder) Credits(rows []site.Credit, count, n int) *Credits {
	l := b.CreditsListing()
	v := &Credits{Count: count, Pager: b.pagerOf(l.URL, b.PagesOf(count), n)}
	for _, row := range rows {
		v.Rows = append(v.Rows, b.credit(row))
	}
	l.Description = b.words.Say("credits-lead")
	v.Page = b.listPage(&l, n, v.Pager)
	return v
}

func (b *Builder) credit(c site.Credit) Credit {
	n := c.Notes
	row := Credit{
		URL: c.URL, Thumb: c.URL, Width: c.Info.Width, Height: c.Info.Height, Alt: c.Alt,
		Caption: n.Caption, Source: n.Credit, Photographer: n.Photographer, Licence: n.Licence, Rights: n.Rights,
	}
	if len(c.Versions) > 0 {
		small := c.Versions[0]
		row.Thumb, row.Width, row.Height = small.URL, small.Width, small.Height
	}
	for _, e := range c.Uses {
		row.Uses = append(row.Uses, Link{b.Card(e).Label, e.URL})
	}
	return row
}

// CorrectionsListing returns the address and the name of the list of
// corrections.
func (b *Builder) CorrectionsListing() Listing {
	return Listing{Name: b.words.Say("corrections"), URL: b.site.CorrectionsURL()}
}

// Corrections returns the view of page n of the list of corrections, with its
// rows.
func (b *Builder) Corrections(rows []site.Amendment, count, n int) *Corrections {
	l := b.CorrectionsListing()
	v := &Corrections{Count: count, Pager: b.pagerOf(l.URL, b.PagesOf(count), n)}
	for _, row := range rows {
		c := b.Card(row.Entry)
		v.Rows = append(v.Rows, Amendment{
			Date: b.date(row.Date, false), Text: row.Text, Withdrawn: row.Withdrawn, URL: c.URL, Label: c.Label, Language: c.Language,
		})
	}
	l.Description = b.words.Say("corrections-lead")
	v.Page = b.listPage(&l, n, v.Pager)
	return v
}

// PagesOf returns how many pages a list of that length has.
func (b *Builder) PagesOf(count int) int { return max(1, (count+b.pageSize()-1)/b.pageSize()) }

// Range returns which rows of so many stand on page n of a list.
func (b *Builder) Range(count, n int) (from, to int) {
	size := b.pageSize()
	return min((n-1)*size, count), min(n*size, count)
}
