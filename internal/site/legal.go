package site

import (
	"stadtbote/internal/article"
	"stadtbote/internal/config"
)

// LegalKind is a page that law demands.
type LegalKind uint8

// The kinds of pages that law demands.
const (
	Imprint LegalKind = iota
	Privacy
	Accessibility
)

// Legal is a page that is made from a file of data/.
type Legal struct {
	Kind  LegalKind
	URL   string
	File  string // of data/
	Entry *Entry // a page of content/seiten/ at that address, whose text stands below; nil without one
}

// legalFiles returns the pages that the data ask for, without their entries.
func (a *assembly) legalFiles() []Legal {
	data, to := a.in.Data, a.in.Config.Addresses
	if data == nil {
		return nil
	}
	var all []Legal
	if data.Imprint != nil {
		all = append(all, Legal{Kind: Imprint, URL: a.site.base.under(to.Imprint), File: data.Imprint.File})
	}
	if data.Privacy != nil {
		all = append(all, Legal{Kind: Privacy, URL: a.site.base.under(to.Privacy), File: data.Privacy.File})
	}
	if data.Statement != nil {
		all = append(all, Legal{Kind: Accessibility, URL: a.site.base.under(to.Accessibility), File: data.Statement.File})
	}
	return all
}

// claimLegal claims their addresses, unless a page is there that adds to them.
func (a *assembly) claimLegal() {
	for _, l := range a.legalFiles() {
		if a.host(l) == nil {
			a.claim(claim{url: l.URL, origin: l.File}, l.File, top)
		}
	}
}

// host returns the page of content/seiten/ at the address of a legal page; nil
// if there is none. One with a template of its own shows what it likes.
func (a *assembly) host(l Legal) *Entry {
	holder, taken := a.claims.at(l.URL)
	if e := a.owner(holder); taken && e != nil && e.Kind == article.Page && e.URL == l.URL && !e.Withdrawn {
		return e
	}
	return nil
}

// legal finds the pages of content/seiten/ that add to what data/ says.
func (a *assembly) legal() {
	for _, l := range a.legalFiles() {
		if l.Entry = a.host(l); l.Entry == nil || l.Entry.Layout.Text == "" {
			a.site.Legal = append(a.site.Legal, l)
		}
	}
}

// IsLegal reports whether a page is shown as one that law demands.
func (s *Site) IsLegal(e *Entry) bool {
	for _, l := range s.Legal {
		if l.Entry == e {
			return true
		}
	}
	return false
}

// Easy returns the first page, then the first report, in Leichte Sprache; nil
// if there is none.
func (s *Site) Easy() *Entry {
	for _, entries := range [][]*Entry{s.Pages, s.Articles} {
		for _, e := range entries {
			if e.Article.Easy && !e.Withdrawn {
				return e
			}
		}
	}
	return nil
}

// Municipality is one of data/kommunen.yaml with the reports about it.
type Municipality struct {
	config.Municipality
	Place *Term // nil if there are no reports
}

// municipalities finds the reports about each municipality.
func (a *assembly) municipalities() {
	if a.in.Data == nil || !a.in.Config.Outputs.Municipalities {
		return
	}
	places := termsByKey(a.site.Places)
	for _, m := range a.in.Data.Municipalities {
		name := m.Place
		if name == "" {
			name = m.Name
		}
		a.site.Municipalities = append(a.site.Municipalities, Municipality{m, places[fold(name)]})
	}
}

// MunicipalitiesURL returns the address of the list of municipalities.
func (s *Site) MunicipalitiesURL() string { return s.base.under(s.Config.Addresses.Municipalities) }
