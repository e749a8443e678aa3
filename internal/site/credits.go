package site

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"stadtbote/internal/markdown"
)

// Credit is a published picture with the pages that show it.
type Credit struct {
	*Shown
	Alt  string   // of its first use; "" for one that is mere decoration
	Uses []*Entry // newest first
}

// Credits returns every published picture, that of the newest page first.
func (s *Site) Credits() []Credit {
	if !s.Config.Outputs.Credits || len(s.Pictures) == 0 {
		return nil
	}
	all := make([]Credit, 0, len(s.Pictures))
	at := make(map[*Shown]int, len(s.Pictures))
	use := func(e *Entry, target Target, alt string) {
		if target.Shown == nil {
			return
		}
		i, known := at[target.Shown]
		if !known {
			i = len(all)
			at[target.Shown] = i
			all = append(all, Credit{Shown: target.Shown, Alt: alt})
		}
		if c := &all[i]; len(c.Uses) == 0 || c.Uses[len(c.Uses)-1] != e {
			c.Uses = append(c.Uses, e)
		}
	}
	for e := range s.All() {
		for i, target := range e.Images {
			use(e, target, e.Article.Pictures[i].Alt)
		}
		for i, target := range e.Targets {
			if ref := e.Facts.Refs[i]; ref.Kind == markdown.Image {
				use(e, target, ref.Alt)
			}
		}
	}
	return all
}

// CreditsURL returns the address of the credits.
func (s *Site) CreditsURL() string { return s.base.under(s.Config.Addresses.Credits) }

// Amendment is a correction of a report, or its withdrawal.
type Amendment struct {
	Date      time.Time // zero for a withdrawal whose day nobody wrote down
	Text      string    // "" for a withdrawal
	Withdrawn bool
	Entry     *Entry
}

// Amendments returns every correction and withdrawal, newest first.
func (s *Site) Amendments() []Amendment {
	if !s.Config.Outputs.Corrections {
		return nil
	}
	var all []Amendment
	for e := range s.All() {
		for _, c := range e.Article.Corrections {
			all = append(all, Amendment{Date: c.Date, Text: c.Text, Entry: e})
		}
		if e.Withdrawn {
			all = append(all, Amendment{Date: e.Changed(), Withdrawn: true, Entry: e})
		}
	}
	slices.SortStableFunc(all, func(x, y Amendment) int {
		return cmp.Or(y.Date.Compare(x.Date), strings.Compare(x.Entry.Path, y.Entry.Path))
	})
	return all
}

// CorrectionsURL returns the address of the list of corrections.
func (s *Site) CorrectionsURL() string { return s.base.under(s.Config.Addresses.Corrections) }

// Amended reports whether there is any correction or withdrawal.
func (s *Site) Amended() bool {
	if !s.Config.Outputs.Corrections {
		return false
	}
	for e := range s.All() {
		if e.Withdrawn || len(e.Article.Corrections) > 0 {
			return true
		}
	}
	return false
}

// claimRecords claims the pages of credits, corrections and municipalities.
// Whether there are pictures is known only later, so that the address of the
// credits is kept free wherever an article has any.
func (a *assembly) claimRecords() {
	s := a.site
	if a.mayShow() && a.in.Config.Outputs.Credits {
		a.claimOwn(s.CreditsURL(), ownOrigin("credits"))
	}
	if s.Amended() {
		a.claimOwn(s.CorrectionsURL(), ownOrigin("corrections"))
	}
	if len(s.Municipalities) > 0 {
		a.claimOwn(s.MunicipalitiesURL(), ownOrigin("municipalities"))
	}
}

// mayShow reports whether any article names a picture.
func (a *assembly) mayShow() bool {
	for i := range a.entries {
		e := &a.entries[i]
		if e.Withdrawn {
			continue
		}
		if len(e.Article.Pictures) > 0 || slices.ContainsFunc(e.Facts.Refs, func(r markdown.Ref) bool { return r.Kind == markdown.Image }) {
			return true
		}
	}
	return false
}
