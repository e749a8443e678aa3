package check

import (
	"slices"
	"strings"

	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/markdown"
	"stadtbote/internal/site"
)

// Answer is what another site said when it was asked for an address.
type Answer struct {
	Verdict Verdict `json:"verdict"`
	Words   string  `json:"words,omitempty"` // "404 Not Found", "DNS", "timeout"
	To      string  `json:"to,omitempty"`    // where it has moved for good
}

// Verdict is whether something is there.
type Verdict string

// The verdicts.
const (
	Alive  Verdict = "alive"
	Dead   Verdict = "dead"   // the site answers, and there is nothing
	Moved  Verdict = "moved"  // alive at another address, for good
	Silent Verdict = "silent" // nobody can tell
)

// mention is a place where an address of another site is written.
type mention struct {
	file string
	pos  diag.Pos
	date string // of the report, as the web archive has it
}

// Outgoing returns the addresses of other sites that a site links, sorted,
// each once.
func Outgoing(s *site.Site) []string {
	var all []string
	mentions(s, func(address string, _ mention) { all = append(all, address) })
	slices.Sort(all)
	return slices.Compact(all)
}

// Outside returns what the answers of other sites mean for the links to them.
func Outside(s *site.Site, answers map[string]Answer) diag.List {
	var ds diag.List
	mentions(s, func(address string, m mention) {
		answer, asked := answers[address]
		if !asked {
			return
		}
		archive := "https://web.archive.org/web/" + m.date + "/" + address
		switch answer.Verdict {
		case Dead:
			ds.Report(m.file, m.pos, diag.OutsideDead, address, answer.Words, archive)
		case Moved:
			ds.Report(m.file, m.pos, diag.OutsideMoved, address, answer.To)
		case Silent:
			ds.Report(m.file, m.pos, diag.OutsideSilent, address, answer.Words, archive)
		case Alive:
		}
	})
	return ds
}

// mentions calls do for each link to another site, without the anchor on it.
func mentions(s *site.Site, do func(address string, m mention)) {
	tell := func(address string, m mention) {
		address, _, _ = strings.Cut(address, "#")
		if lower := strings.ToLower(address); strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "http://") {
			do(address, m)
		}
	}
	for e := range s.All() {
		date := "2"
		if !e.Date.IsZero() {
			date = e.Date.Format("20060102")
		}
		for _, ref := range e.Facts.Refs {
			if ref.Kind == markdown.Link {
				tell(ref.Dest, mention{e.Path, ref.Pos, date})
			}
		}
		for _, l := range e.Article.Links {
			tell(l.URL.Text, mention{e.Path, l.URL.Pos, date})
		}
	}
	menus := [][]config.Link{s.Config.Navigation}
	for _, group := range s.Config.Footer {
		menus = append(menus, group.Links)
	}
	for _, menu := range menus {
		for _, l := range menu {
			tell(l.URL, mention{file: config.File, date: "2"})
		}
	}
}
