package page

import (
	"stadtbote/internal/digest"
	"stadtbote/internal/markdown"
	"stadtbote/internal/output"
	"stadtbote/internal/site"
)

// legal plans the pages that are made from data/, which the site's digest
// names.
func (p *planner) legal() bool {
	for _, l := range p.site.Legal {
		f := file{
			address: l.URL, origin: l.File,
			template: [...]string{site.Imprint: "imprint.html", site.Privacy: "privacy.html", site.Accessibility: "accessibility.html"}[l.Kind],
			make:     func() (any, error) { return p.view.Legal(l, markdown.Fragment{}), nil },
		}
		if l.Entry != nil {
			f.inputs = []output.Input{{Name: "article", Sum: l.Entry.Sum}}
			f.make = func() (any, error) {
				body, err := p.body(l.Entry)
				return p.view.Legal(l, body), err
			}
		}
		if !p.yield(f) {
			return false
		}
	}
	return true
}

// records plans the lists that are made from all articles at once.
func (p *planner) records() bool {
	return p.municipalities() && p.credits() && p.corrections()
}

// municipalities plans the list of municipalities. What data/ says of them is
// named by the site's digest.
func (p *planner) municipalities() bool {
	if len(p.site.Municipalities) == 0 {
		return true
	}
	var d digest.Builder
	for _, m := range p.site.Municipalities {
		d.Bool(m.Place != nil)
		if m.Place != nil {
			d.Text(m.Place.Name)
			d.Text(m.Place.URL)
			d.Sum(m.Place.Sum)
		}
	}
	return p.yield(file{
		address: p.site.MunicipalitiesURL(), template: "municipalities.html",
		inputs: []output.Input{{Name: "places", Sum: d.Name()}},
		make:   func() (any, error) { return p.view.Municipalities(), nil },
	})
}

// credits plans the pages of the list of all pictures.
func (p *planner) credits() bool {
	all := p.site.Credits()
	return p.rows(len(all), func(n, from, to int) file {
		rows := all[from:to]
		return file{
			address: p.site.PageURL(p.site.CreditsURL(), n), template: "credits.html",
			named: func() []output.Input { return []output.Input{{Name: "pictures", Sum: pictures(rows, len(all))}} },
			make:  func() (any, error) { return p.view.Credits(rows, len(all), n), nil },
		}
	})
}

// corrections plans the pages of the list of all corrections.
func (p *planner) corrections() bool {
	all := p.site.Amendments()
	return p.rows(len(all), func(n, from, to int) file {
		rows := all[from:to]
		return file{
			address: p.site.PageURL(p.site.CorrectionsURL(), n), template: "corrections.html",
			named: func() []output.Input { return []output.Input{{Name: "corrections", Sum: amendments(rows, len(all))}} },
			make:  func() (any, error) { return p.view.Corrections(rows, len(all), n), nil },
		}
	})
}

// rows plans a list of so many rows, page by page: page n shows those between
// two numbers. A list without rows has no page.
func (p *planner) rows(count int, page func(n, from, to int) file) bool {
	if count == 0 {
		return true
	}
	for n := 1; n <= p.view.PagesOf(count); n++ {
		from, to := p.view.Range(count, n)
		if !p.yield(page(n, from, to)) {
			return false
		}
	}
	return true
}

// pictures names what the credits show of some pictures.
func pictures(rows []site.Credit, count int) digest.Sum {
	var d digest.Builder
	d.Int(int64(count))
	for _, row := range rows {
		d.Text(row.Name) // names its files and its notes
		d.Text(row.Alt)
		d.Int(int64(len(row.Uses)))
		for _, e := range row.Uses {
			d.Sum(e.Card)
		}
	}
	return d.Name()
}

// amendments names what the list of corrections shows.
func amendments(rows []site.Amendment, count int) digest.Sum {
	var d digest.Builder
	d.Int(int64(count))
	for _, row := range rows {
		d.Int(row.Date.Unix())
		d.Text(row.Text)
		d.Bool(row.Withdrawn)
		d.Sum(row.Entry.Card)
	}
	return d.Name()
}
