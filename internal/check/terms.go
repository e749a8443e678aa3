package check

import (
	"strings"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
	"stadtbote/internal/site"
)

// termsAlike looks for tags and places that look like commoner ones: letters
// mistyped, singular and plural. Those that differ in capitals or hyphens only
// are one already; package site tells of them (SB310).
func termsAlike(c *Checker, r *report) {
	s := c.subject.Site
	settled := map[string]bool{}
	if s.Data != nil {
		for _, keyword := range s.Data.Keywords {
			settled[keyword.Name] = true
		}
	}
	for _, terms := range [][]*site.Term{s.Tags, s.Places} {
		near := newNeighbours(terms)
		for _, t := range terms {
			if settled[t.Name] || len(t.Entries) == 0 {
				continue
			}
			if other := near.of(t); other != nil {
				e := t.Entries[0]
				r.add(e.Path, valuePos(e, t.Name), t.Name, other.Name, len(other.Entries))
			}
		}
	}
}

// neighbours finds terms that look alike, without comparing each with each:
// two words that differ in one place have an equal part before or behind it.
type neighbours struct {
	byPart map[string][]*site.Term
}

// shortest is how many letters a term has at least to be compared.
const shortest = 5

func newNeighbours(terms []*site.Term) *neighbours {
	n := &neighbours{map[string][]*site.Term{}}
	for _, t := range terms {
		for _, part := range parts(t.Slug) {
			n.byPart[part] = append(n.byPart[part], t)
		}
	}
	return n
}

// parts returns both halves of a word, and those of the word without its last
// letters: whatever differs in one place shares one of them.
func parts(slug string) []string {
	if len(slug) < shortest {
		return nil
	}
	middle := len(slug) / 2
	all := []string{"^" + slug[:middle], "$" + slug[middle:]}
	if len(slug) > middle+1 {
		all = append(all, "^"+slug[:middle-1], "^"+slug[:middle+1], "$"+slug[middle+1:], "$"+slug[middle-1:])
	}
	return all
}

// of returns the commoner term that a term looks like, or nil. Of equally
// common ones the first in the alphabet counts.
func (n *neighbours) of(t *site.Term) *site.Term {
	var best *site.Term
	for _, part := range parts(t.Slug) {
		for _, other := range n.byPart[part] {
			if other == t || !alike(t.Slug, other.Slug) || !commoner(other, t) {
				continue
			}
			if best == nil || commoner(other, best) {
				best = other
			}
		}
	}
	return best
}

func commoner(a, b *site.Term) bool {
	if len(a.Entries) != len(b.Entries) {
		return len(a.Entries) > len(b.Entries)
	}
	return lang.Compare(a.Name, b.Name) < 0
}

// alike reports whether two addresses are those of one word: a letter or two
// exchanged, left out or added, or an ending of the plural. Numbers differ on
// purpose.
// typo reports whether one word is the other with a typing mistake mended. A
// figure is never one.
func typo(a, b string) bool {
	return digits(a) == "" && digits(b) == "" && lang.Distance(strings.ToLower(a), strings.ToLower(b), 3) <= 2 && len(a) > 3
}

func alike(a, b string) bool {
	if len(a) < shortest || len(b) < shortest || digits(a) != digits(b) {
		return false
	}
	if plural(a, b) || plural(b, a) {
		return true
	}
	limit := 1
	if min(len(a), len(b)) >= 10 {
		limit = 2
	}
	return a[0] == b[0] && lang.Distance(a, b, limit+1) <= limit
}

// plural reports whether b is a with an ending of the German plural.
func plural(a, b string) bool {
	rest, is := strings.CutPrefix(b, a)
	if !is {
		return false
	}
	switch rest {
	case "e", "n", "en", "er", "s", "es":
		return true
	}
	return false
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// valuePos returns where a report mentions a tag or a place.
func valuePos(e *site.Entry, name string) diag.Pos {
	for _, values := range [][]article.Value{e.Article.Tags, e.Article.Places} {
		for _, v := range values {
			if v.Text == name {
				return v.Pos
			}
		}
	}
	return diag.Pos{}
}
