package site

import "fmt"

// archive groups the reports by year and month. They are sorted by date, so
// that each group is a stretch of the list.
func (a *assembly) archive() {
	entries := a.site.Articles
	for from := 0; from < len(entries); {
		y := a.days[entries[from].index].year
		to := from
		for to < len(entries) && a.days[entries[to].index].year == y {
			to++
		}
		year := &Year{Year: y, Entries: entries[from:to:to]}
		year.URL = fmt.Sprintf("%s%04d/", a.site.ArchiveURL(), y)
		year.Months = a.months(year)
		a.site.Years = append(a.site.Years, year)
		from = to
	}
}

func (a *assembly) months(year *Year) []*Month {
	var months []*Month
	for from := 0; from < len(year.Entries); {
		m := a.days[year.Entries[from].index].month
		to := from
		for to < len(year.Entries) && a.days[year.Entries[to].index].month == m {
			to++
		}
		months = append(months, &Month{
			Month:   m,
			URL:     fmt.Sprintf("%s%02d/", year.URL, m),
			Entries: year.Entries[from:to:to],
		})
		from = to
	}
	return months
}
