package page

import (
	"stadtbote/internal/digest"
	"stadtbote/internal/output"
	"stadtbote/internal/site"
)

// nextEvent returns the event that the start page announces.
func (p *planner) nextEvent() []*site.Entry {
	if e := p.site.NextEvent(); e != nil {
		return []*site.Entry{e}
	}
	return nil
}

// events plans the lists of events and the page of each. What is past is an
// input: the day changes pages that nobody has edited.
func (p *planner) events() bool {
	s := p.site
	if len(s.Events) == 0 {
		return true
	}
	planned := p.yield(file{
		address: s.EventsURL(), template: "events.html",
		inputs: []output.Input{{Name: "list", Sum: cards(s.Coming)}, {Name: "past", Sum: claim(len(s.Past) > 0)}},
		make:   func() (any, error) { return p.view.Coming(), nil },
	})
	if !planned || len(s.Past) > 0 && !p.past() {
		return false
	}
	for _, group := range []struct {
		events []*site.Entry
		past   digest.Sum
	}{{s.Coming, claim(false)}, {s.Past, claim(true)}} {
		for _, e := range group.events {
			planned := p.yield(file{
				address: e.URL, template: "event.html", origin: e.Path,
				named: func() []output.Input { return append(p.itself(e), output.Input{Name: "past", Sum: group.past}) },
				make: func() (any, error) {
					body, err := p.body(e)
					return p.view.Event(e, body), err
				},
			})
			if !planned {
				return false
			}
		}
	}
	return true
}

// past plans the pages of the list of past events.
func (p *planner) past() bool {
	l := p.view.PastListing()
	for n := range p.view.Pages(&l) {
		planned := p.yield(file{
			address: p.site.PageURL(l.URL, n+1), template: "events.html",
			inputs: []output.Input{
				{Name: "list", Sum: cards(p.view.Entries(&l, n+1))},
				{Name: "list's words", Sum: p.words(&l, n+1)},
			},
			make: func() (any, error) { return p.view.Past(&l, n+1), nil },
		})
		if !planned {
			return false
		}
	}
	return true
}

// claim names yes or no.
func claim(yes bool) digest.Sum {
	var d digest.Builder
	d.Bool(yes)
	return d.Name()
}
