// Package calendar makes calendar files of events after RFC 5545: one for each
// event, and one for all.
//
// Nothing in them comes from the clock. What a calendar program needs to
// notice a change (DTSTAMP, LAST-MODIFIED, SEQUENCE) comes from the days that
// the author gave; the name of an event (UID) comes from its file.
package calendar

import (
	"io"
	"iter"

	"stadtbote/internal/digest"
	"stadtbote/internal/output"
	"stadtbote/internal/site"
)

// New returns the kind of all calendar files.
func New() output.Kind { return kind{} }

type kind struct{}

// Name returns "calendar".
func (kind) Name() string { return "calendar" }

// Plan yields the calendar of all events, then that of each.
func (kind) Plan(s *site.Site) iter.Seq[output.File] {
	return func(yield func(output.File) bool) {
		if !s.Config.Outputs.Calendar || len(s.Events) == 0 {
			return
		}
		if !yield(file(s, s.CalendarURL(), "", s.Events)) {
			return
		}
		for _, e := range s.Events {
			if e.URL != "" && !yield(file(s, s.EventCalendarURL(e), e.Path, []*site.Entry{e})) {
				return
			}
		}
	}
}

// file plans one calendar.
func file(s *site.Site, address, origin string, events []*site.Entry) output.File {
	return output.File{
		Path: s.File(address), Origin: origin,
		Inputs: []output.Input{
			{Name: "site", Sum: settings(s)},
			{Name: "list", Sum: sum(events)},
		},
		Make: func(w io.Writer) error { return write(w, s, address, events) },
	}
}

// settings names what a calendar shows of the site.
func settings(s *site.Site) digest.Sum {
	var b digest.Builder
	for _, text := range []string{s.Config.Title, s.Config.Description, s.Config.BaseURL, s.Config.Language, s.Config.Publisher.Name} {
		b.Text(text)
	}
	return b.Name()
}

// sum names what a calendar shows of events.
func sum(events []*site.Entry) digest.Sum {
	var b digest.Builder
	for _, e := range events {
		b.Sum(e.Text)
		b.Text(e.UID)
	}
	return b.Name()
}
