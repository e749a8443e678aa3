package sitemap

import (
	"iter"

	"stadtbote/internal/site"
)

// events yields the list of events to come and the page of each event.
func events(s *site.Site) iter.Seq[address] {
	return func(yield func(address) bool) {
		if len(s.Events) == 0 || !yield(address{url: s.EventsURL(), list: s.Events}) {
			return
		}
		for _, e := range s.Events {
			if !yield(address{url: e.URL, page: e}) {
				return
			}
		}
	}
}
