package config

import (
	"slices"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// words are what patterns of addresses may hold.
var (
	reportWords = []string{":year", ":month", ":day", ":slug", ":section"}
	eventWords  = []string{":year", ":month", ":day", ":slug"}
	pageWords   = []string{":folder", ":slug"}
	belowWords  = []string{":slug"}
)

// checkAddresses reports patterns that would make no addresses, or the same
// address for different things.
func (d *decoder) checkAddresses(a Addresses) {
	d.pattern("addresses.article", a.Article, reportWords, ":slug")
	d.pattern("addresses.page", a.Page, pageWords, ":slug")
	d.pattern("addresses.event", a.Event, eventWords, ":slug")
	fixed := []struct{ path, value string }{
		{"addresses.sections", a.Sections},
		{"addresses.tags", a.Tags},
		{"addresses.places", a.Places},
		{"addresses.archive", a.Archive},
		{"addresses.events", a.Events},
		{"addresses.municipalities", a.Municipalities},
		{"addresses.imprint", a.Imprint},
		{"addresses.privacy", a.Privacy},
		{"addresses.accessibility", a.Accessibility},
		{"addresses.credits", a.Credits},
		{"addresses.corrections", a.Corrections},
		{"addresses.pictures", a.Pictures},
	}
	seen := map[string]string{}
	for _, f := range fixed {
		d.pattern(f.path, f.value, nil, "")
		if other, twice := seen[f.value]; twice {
			d.reportAt(f.path, diag.AddressTwice, f.value, other)
		}
		seen[f.value] = f.path
	}
	d.below("addresses.print", a.Print, belowWords)
	d.below("addresses.pdf", a.PDF, belowWords)
	d.below("addresses.past_events", a.PastEvents, nil)
	d.below("addresses.calendar", a.Calendar, nil)
	d.below("addresses.event_calendar", a.EventCalendar, belowWords)
	d.below("addresses.paging", a.Paging, nil)
	d.below("addresses.feed", a.Feed, nil)
	d.below("addresses.json_feed", a.JSONFeed, nil)
	if !strings.HasSuffix(a.PastEvents, "/") {
		d.reportAt("addresses.past_events", diag.AddressForm, a.PastEvents, Default().Addresses.PastEvents)
	}
	if !strings.HasSuffix(a.Paging, "/") {
		d.reportAt("addresses.paging", diag.AddressForm, a.Paging, Default().Addresses.Paging)
	}
	for _, file := range []struct{ path, value string }{{"addresses.feed", a.Feed}, {"addresses.json_feed", a.JSONFeed}, {"addresses.pdf", a.PDF}, {"addresses.calendar", a.Calendar}, {"addresses.event_calendar", a.EventCalendar}} {
		if strings.HasSuffix(file.value, "/") {
			d.reportAt(file.path, diag.AddressForm, file.value, "feed.atom")
		}
	}
	if a.Feed == a.JSONFeed {
		d.reportAt("addresses.json_feed", diag.AddressTwice, a.JSONFeed, "addresses.feed")
	}
}

// pattern checks an address that starts at the top of the site and ends with
// a slash.
func (d *decoder) pattern(path, value string, words []string, needed string) {
	if !strings.HasPrefix(value, "/") || !strings.HasSuffix(value, "/") || badPath(value) {
		d.reportAt(path, diag.AddressForm, value, "/:slug/")
		return
	}
	d.checkWords(path, value, words)
	if needed != "" && !slices.Contains(wordsIn(value), needed) {
		d.reportAt(path, diag.AddressLacks, value, needed)
	}
}

// below checks an address that is relative to another one.
func (d *decoder) below(path, value string, words []string) {
	if value == "" || value == "/" || strings.HasPrefix(value, "/") || badPath(value) {
		d.reportAt(path, diag.AddressForm, value, "druck/")
		return
	}
	d.checkWords(path, value, words)
}

func (d *decoder) checkWords(path, value string, known []string) {
	for _, word := range wordsIn(value) {
		if slices.Contains(known, word) {
			continue
		}
		best := strings.Join(known, ", ")
		if near, found := lang.Nearest(word, known); found {
			best = near
		}
		d.reportAt(path, diag.AddressWord, word, best)
	}
}

// wordsIn returns the words of a pattern: ":year" in "/:year/".
func wordsIn(pattern string) []string {
	var words []string
	for {
		at := strings.IndexByte(pattern, ':')
		if at < 0 {
			return words
		}
		end := at + 1
		for end < len(pattern) && pattern[end] >= 'a' && pattern[end] <= 'z' {
			end++
		}
		words = append(words, pattern[at:end])
		pattern = pattern[end:]
	}
}
