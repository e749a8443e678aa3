package check

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"stadtbote/internal/diag"
)

// finder is what a rule tells its findings on one page.
type finder struct {
	*Checker
	page *page
	code diag.Code
}

// hint is what is known of where a finding may come from.
type hint struct {
	written string // the tag as it stands on the page
	href    string // of a link
	src     string // of a picture
	alt     string // of a picture
	text    string // of a heading, or words of the text
}

// found notes a finding: what is wrong, and where it may come from.
func (f *finder) found(what string, h hint) {
	at := f.locate(f.page.origin, h)
	f.Checker.found.add(sighting{code: f.code, what: what, place: at}, f.page.url)
}

// sighting is something wrong that was seen on pages. Equal ones are one.
type sighting struct {
	code diag.Code
	what string
	place
}

// place is where something can be mended.
type place struct {
	file string // "" if it stands on several pages, and nobody knows why
	pos  diag.Pos
	sure bool // file and pos are the very place
}

// seen is on which pages something was seen.
type seen struct {
	first  string // address, the lowest of all
	origin string // of the file that page is made from
	count  int
}

// collection is all sightings.
type collection struct {
	mu   sync.Mutex
	seen map[sighting]*seen
}

func (c *collection) add(s sighting, address string) {
	origin := s.file
	if !s.sure { // where it stands on many pages, it is one finding
		s.place = place{}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.seen == nil {
		c.seen = map[sighting]*seen{}
	}
	now := c.seen[s]
	if now == nil {
		now = &seen{first: address, origin: origin}
		s.what = strings.Clone(s.what) // a part of the page, which is not to be kept
		c.seen[s] = now
	}
	now.count++
	if address < now.first {
		now.first, now.origin = address, origin
	}
}

// list returns a finding for each sighting. What was traced back in one place
// is not told again of the pages where it could not be.
func (c *collection) list() diag.List {
	traced := map[[2]string]bool{}
	all := make([]sighting, 0, len(c.seen))
	for s := range c.seen {
		all = append(all, s)
		if s.sure {
			traced[[2]string{string(s.code), s.what}] = true
		}
	}
	slices.SortFunc(all, func(a, b sighting) int {
		return cmp.Or(strings.Compare(string(a.code), string(b.code)), strings.Compare(a.what, b.what), strings.Compare(a.file, b.file),
			cmp.Compare(a.pos.Line, b.pos.Line), cmp.Compare(a.pos.Col, b.pos.Col))
	})
	var ds diag.List
	for _, s := range all {
		at := c.seen[s]
		if !s.sure && traced[[2]string{string(s.code), s.what}] {
			continue
		}
		if !s.sure && at.count == 1 {
			s.file = at.origin
		}
		ds.Report(s.file, s.pos, s.code, s.what, at.first, at.count)
	}
	return ds
}
