// Package feed makes Atom feeds and JSON feeds: of the whole site, of each
// section and of each tag.
//
// A feed carries whole texts, and every address in it is absolute: a reader
// shows them far from the site. Nothing in it comes from the clock; a feed is
// as old as the newest of its reports. Paid and withdrawn reports are in none.
package feed

import (
	"fmt"
	"io"
	"iter"

	"stadtbote/internal/config"
	"stadtbote/internal/digest"
	"stadtbote/internal/output"
	"stadtbote/internal/site"
)

// New returns the kind of all feeds.
func New(bodies output.Bodies) output.Kind { return kind{bodies} }

type kind struct{ bodies output.Bodies }

func (kind) Name() string { return "feed" }

// Plan yields the feeds that the configuration asks for.
func (k kind) Plan(s *site.Site) iter.Seq[output.File] {
	return func(yield func(output.File) bool) {
		settings := settingsOf(s)
		for c := range channels(s) {
			files := []output.File{k.file(c, settings, c.self, writeAtom)}
			if s.Config.Outputs.JSONFeed {
				files = append(files, k.file(c, settings, c.json, writeJSON))
			}
			for _, file := range files {
				if !yield(file) {
					return
				}
			}
		}
	}
}

// channel is what one feed is about, in whichever format.
type channel struct {
	site        *site.Site
	title       string
	description string
	home        string // address of the list
	self, json  string // addresses of the feeds
	entries     []*site.Entry
}

func channels(s *site.Site) iter.Seq[channel] {
	return func(yield func(channel) bool) {
		c := s.Config
		if c.Outputs.Feed && !yield(newChannel(s, c.Title, c.Description, s.Home(), s.Articles)) {
			return
		}
		if !c.Outputs.TermFeeds {
			return
		}
		for _, terms := range [][]*site.Term{s.Sections, s.Tags} {
			for _, t := range terms {
				title := t.Name + " – " + c.Title
				if !yield(newChannel(s, title, t.Description, t.URL, t.Entries)) {
					return
				}
			}
		}
	}
}

func newChannel(s *site.Site, title, description, home string, entries []*site.Entry) channel {
	c := channel{
		site: s, title: title, description: description, home: home,
		self: s.FeedURL(home), json: s.JSONFeedURL(home),
	}
	for _, e := range entries {
		if len(c.entries) >= s.Config.Lists.Feed {
			break
		}
		if !e.Paid && !e.Withdrawn {
			c.entries = append(c.entries, e)
		}
	}
	return c
}

// settingsOf names what every feed shows beside its reports.
func settingsOf(s *site.Site) digest.Sum {
	var b digest.Builder
	b.Sum(s.Config.Digest)
	b.Text(s.Config.BaseURL)
	if s.Data != nil {
		b.Sum(s.Data.Sum)
	}
	return b.Name()
}

// sum names what a channel consists of.
func (c channel) sum() digest.Sum {
	var b digest.Builder
	for _, text := range []string{c.title, c.description, c.home, c.self, c.json} {
		b.Text(text)
	}
	for _, e := range c.entries {
		b.Sum(e.Text)
	}
	return b.Name()
}

type writer func(w io.Writer, c channel, items []item) error

func (k kind) file(c channel, settings digest.Sum, address string, write writer) output.File {
	return output.File{
		Path:   c.site.File(address),
		Origin: config.File,
		Naming: func() []output.Input {
			return []output.Input{{Name: "settings", Sum: settings}, {Name: "list", Sum: c.sum()}}
		},
		Make: func(w io.Writer) error {
			items, err := k.items(c)
			if err != nil {
				return err
			}
			return write(w, c, items)
		},
	}
}

func (k kind) items(c channel) ([]item, error) {
	items := make([]item, len(c.entries))
	for i, e := range c.entries {
		body, err := k.bodies(e)
		if err != nil {
			return nil, fmt.Errorf("reading %s for a feed: %w", e.Path, err)
		}
		items[i] = newItem(c.site, e, body)
	}
	return items, nil
}
