package site

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// events puts the events in order and tells the past ones from those to come.
// What they call by the name of a place or a tag leads there, if reports have
// made a page of it.
func (a *assembly) events() {
	s := a.site
	if !a.in.Config.Outputs.Events {
		s.Events = nil
		return
	}
	slices.SortFunc(s.Events, func(x, y *Entry) int {
		return cmp.Or(x.Happening.Begin.Compare(y.Happening.Begin), strings.Compare(x.Path, y.Path))
	})
	for _, e := range s.Events {
		over := e.Happening.Over()
		if !over.After(a.in.Now) {
			s.Past = append(s.Past, e)
			continue
		}
		s.Coming = append(s.Coming, e)
		a.changesAt(over)
	}
	slices.Reverse(s.Past)
	places, tags := termsByKey(s.Places), termsByKey(s.Tags)
	for _, e := range s.Events {
		e.Where = refer(places, e.Article.Places, nameOnly)
		e.Tags = refer(tags, e.Article.Tags, nil)
	}
	a.identify()
}

// untilOver notes when an event will be over.
func (a *assembly) untilOver(h *article.Happening) {
	if over := h.Over(); over.After(a.in.Now) && (a.until.IsZero() || over.Before(a.until)) {
		a.until = over
	}
}

// changesAt notes a moment at which the site changes by itself.
func (a *assembly) changesAt(moment time.Time) {
	if moment.After(a.in.Now) && (a.site.Next.IsZero() || moment.Before(a.site.Next)) {
		a.site.Next = moment
	}
}

// termsByKey returns terms by all their spellings.
func termsByKey(terms []*Term) map[string]*Term {
	byKey := make(map[string]*Term, len(terms))
	for _, t := range terms {
		for _, name := range append([]string{t.Name}, t.Synonyms...) {
			if key := fold(name); byKey[key] == nil {
				byKey[key] = t
			}
		}
	}
	return byKey
}

// refer returns the terms of some names. What has no page becomes a term
// without an address by otherwise; nil leaves it out.
func refer(byKey map[string]*Term, names []article.Value, otherwise func(name string) *Term) []*Term {
	var terms []*Term
	for _, name := range names {
		t := byKey[fold(name.Text)]
		if t == nil && otherwise != nil {
			t = otherwise(name.Text)
		}
		if t != nil && !slices.Contains(terms, t) {
			terms = append(terms, t)
		}
	}
	return terms
}

// nameOnly returns a term that has a name and no page.
func nameOnly(name string) *Term { return &Term{Name: name} }

// identify gives each event its name in calendars: that of its file, unless
// the author gave another, so that it stays when title, date or address change.
func (a *assembly) identify() {
	holders := make(map[string]*Entry, len(a.site.Events))
	byPath := slices.SortedFunc(slices.Values(a.site.Events), func(x, y *Entry) int { return strings.Compare(x.Path, y.Path) })
	for _, e := range byPath {
		e.UID = e.Happening.UID
		if e.UID == "" {
			e.UID = cmp.Or(lang.Slug(identifying(e.Path)), e.Slug)
		}
		if other := holders[e.UID]; other != nil {
			a.ds.Report(e.Path, top, diag.EventUIDTwice, e.UID, other.Path)
			continue
		}
		holders[e.UID] = e
	}
}

// identifying returns the part of an event's path that names it: without the
// folder of all events, "index" and the ending.
func identifying(path string) string {
	name := strings.TrimPrefix(path, article.Events+"/")
	if at := strings.LastIndexByte(name, '.'); at > 0 {
		name = name[:at]
	}
	return strings.TrimSuffix(name, "/index")
}

// claimEvents claims the lists of events and the calendars.
func (a *assembly) claimEvents() {
	c, s := a.in.Config, a.site
	if len(s.Events) == 0 {
		return
	}
	a.claimOwn(s.EventsURL(), ownOrigin("events"))
	if len(s.Past) > 0 {
		a.claimOwn(s.PastURL(), ownOrigin("past_events"))
	}
	if c.Outputs.Calendar {
		a.claimOwn(s.CalendarURL(), ownOrigin("calendar"))
	}
	for _, e := range s.Events {
		a.locate(e, c.Addresses.Event)
		if c.Outputs.Calendar && e.URL != "" {
			a.claimVersion(e, s.EventCalendarURL(e))
		}
	}
}

// EventsURL returns the address of the list of coming events.
func (s *Site) EventsURL() string { return s.base.under(s.Config.Addresses.Events) }

// PastURL returns the address of the list of past events.
func (s *Site) PastURL() string { return below(s.EventsURL(), s.Config.Addresses.PastEvents) }

// CalendarURL returns the address of the calendar of all events.
func (s *Site) CalendarURL() string { return below(s.EventsURL(), s.Config.Addresses.Calendar) }

// EventCalendarURL returns the address of the calendar file of one event.
func (s *Site) EventCalendarURL(e *Entry) string {
	return below(e.URL, fill(s.Config.Addresses.EventCalendar, e.Slug))
}

// NextEvent returns the next event that is not cancelled; nil if there is none.
func (s *Site) NextEvent() *Entry {
	for _, e := range s.Coming {
		if !e.Happening.Cancelled {
			return e
		}
	}
	return nil
}

// IsPast reports whether an event is over.
func (s *Site) IsPast(e *Entry) bool { return slices.Contains(s.Past, e) }

// ownOrigin is who has an address that the configuration gives.
func ownOrigin(key string) string { return config.File + " (addresses." + key + ")" }
