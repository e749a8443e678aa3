package site

import (
	"maps"

	"stadtbote/internal/article"
)

// headlines count how many entries have a headline: in an earlier site, and how
// many more, or fewer, since.
type headlines struct{ before, since map[string]int }

// mostSince is how many headlines may differ from those counted before: beyond,
// all are counted again.
const mostSince = 256

// Namesakes returns how many entries have the headline of an entry, itself
// included.
func (s *Site) Namesakes(e *Entry) int { return s.titles.before[e.Title] + s.titles.since[e.Title] }

// titles counts the headlines, or what changed of them since the earlier site.
func (a *assembly) titles() {
	if a.was != nil && len(a.was.site.titles.since)+2*len(a.was.changed) <= mostSince {
		a.site.titles = a.retitled()
		return
	}
	all := make(map[string]int, len(a.entries))
	for e := range a.site.All() {
		all[e.Title]++
	}
	a.site.titles = headlines{before: all}
}

// retitled counts anew what the changed articles are called.
func (a *assembly) retitled() headlines {
	h := a.was.site.titles
	own := false // h.since is
	for _, p := range a.was.changed {
		if p.index == hidden || p.old.Title == p.now.Title || p.now.Kind == article.Event && len(a.site.Events) == 0 {
			continue // or the site has no events
		}
		if !own {
			h.since, own = maps.Clone(h.since), true
			if h.since == nil {
				h.since = map[string]int{}
			}
		}
		h.since[p.old.Title]--
		h.since[p.now.Title]++
	}
	return h
}
