package site

import (
	"maps"
	"slices"
	"strings"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/markdown"
)

// An editor saves one article of thousands, and nearly all of the site is as
// it was. So an assembly may look at the site before it: where a step would
// read what it read then, its outcome is taken over, only that it leads to the
// entries of the new site. Nothing follows a change through the site; each
// step compares, by itself, what it is made from. What cannot be compared
// cheaply (an article more, another date, other assets) is assembled from
// nothing.
//
// Whoever lets a step read more of an article says so where it holds, in
// steps.go. A step that never says that it holds is always right.

// memory is what a site keeps of its assembly for the next one. It never
// changes.
type memory struct {
	in         Input   // without Before
	places     []int32 // index of the entry, or hidden, by place in Input.Articles
	entries    []Entry
	reports    int
	days       []day
	claims     claims
	paths      map[string]int32 // nil if nobody asked
	shown      pictures
	candidates [][]int32 // by Term.index of tags
	words      wording   // of tags
	until      time.Time // when time alone changes what is published or said; zero: never
	found      [stepCount]diag.List
}

// revision is the earlier assembly, as far as a new one may follow it: the
// same articles in the same order, of which some say something else.
type revision struct {
	*memory
	site    *Site // the earlier one
	changed []pair
	of      map[string]bool // paths of changed
}

// pair is one article that says something else than before.
type pair struct {
	index    int32 // of its entry, or hidden
	old, now *article.Article
}

// follow returns the assembly that one of in may follow, or nil.
func follow(in Input) *revision {
	if in.Before == nil || in.Before.memory == nil || !in.Before.memory.surrounds(in) {
		return nil
	}
	r := &revision{memory: in.Before.memory, site: in.Before, of: map[string]bool{}}
	for i, now := range in.Articles {
		old := r.in.Articles[i]
		if old == now {
			continue
		}
		if !sameStanding(old, now) {
			return nil
		}
		r.changed = append(r.changed, pair{r.places[i], old, now})
		r.of[now.Path] = true
	}
	if r.concerned(layingOut) {
		return nil // the entries of such pages are not those of their articles
	}
	return r
}

// surrounds reports whether all of an input but the articles, and the flow of
// time, is as it was.
func (m *memory) surrounds(in Input) bool {
	was := &m.in
	return len(was.Articles) == len(in.Articles) && sameTime(m, in.Now) &&
		was.Drafts == in.Drafts && was.Future == in.Future &&
		was.Config.Digest == in.Config.Digest && was.Config.BaseURL == in.Config.BaseURL &&
		dataSum(was) == dataSum(&in) &&
		maps.Equal(was.Assets, in.Assets) && maps.Equal(was.Pictures, in.Pictures) && maps.Equal(was.Files, in.Files) &&
		maps.Equal(was.Exclude, in.Exclude) &&
		(was.Layouts == nil) == (in.Layouts == nil) && slices.Equal(was.Layouts, in.Layouts)
}

func sameTime(m *memory, now time.Time) bool {
	return !now.Before(m.in.Now) && (m.until.IsZero() || now.Before(m.until))
}

func dataSum(in *Input) digest.Sum {
	if in.Data == nil {
		return digest.Sum{}
	}
	return in.Data.Sum
}

// sameStanding reports whether an article is published, or not, as it was, and
// stands where it stood.
func sameStanding(old, now *article.Article) bool {
	return old.Path == now.Path && old.Kind == now.Kind && old.Bundle == now.Bundle &&
		old.Broken == now.Broken && old.Draft == now.Draft && old.Withdrawn == now.Withdrawn &&
		old.Date.Equal(now.Date) && old.Embargo.Equal(now.Embargo) && old.Expiry.Equal(now.Expiry) &&
		old.Layout.Text == now.Layout.Text && sameDays(old.Happening, now.Happening)
}

// sameDays reports whether an event begins and is over when it was.
func sameDays(old, now *article.Happening) bool {
	return old == nil || now == nil || old.Begin.Equal(now.Begin) && old.Over().Equal(now.Over())
}

// concerned reports whether a step found something about an article that is
// another now.
func (r *revision) concerned(s stepName) bool {
	return slices.ContainsFunc(r.found[s], func(d diag.Diagnostic) bool { return r.of[d.File] })
}

// others returns what a step found about articles that are as they were.
func (r *revision) others(s stepName) diag.List {
	if !r.concerned(s) {
		return slices.Clip(r.found[s])
	}
	return slices.DeleteFunc(slices.Clone(r.found[s]), func(d diag.Diagnostic) bool { return r.of[d.File] })
}

// all reports whether something is the same for all changed articles.
func (r *revision) all(same func(old, now *article.Article) bool) bool {
	return !slices.ContainsFunc(r.changed, func(p pair) bool { return !same(p.old, p.now) })
}

func sameTexts(x, y []article.Value) bool {
	return slices.EqualFunc(x, y, func(x, y article.Value) bool { return x.Text == y.Text })
}

// sameFiles reports whether two states of an article show and link the same
// files with the same words, in the same order.
func sameFiles(old, now *article.Article) bool {
	return slices.EqualFunc(old.Pictures, now.Pictures, func(x, y article.Picture) bool { return x.File.Text == y.File.Text && notesOf(x) == notesOf(y) }) &&
		slices.Equal(filesOf(old), filesOf(now))
}

// filesOf returns what a text refers to that may be a file beside it.
func filesOf(a *article.Article) []string {
	var files []string
	for _, ref := range a.Facts.Refs {
		if ref.Kind == markdown.Image {
			files = append(files, ref.Title)
		}
		if ref.Kind == markdown.Image || !strings.HasPrefix(ref.Dest, "#") && !foreign(ref.Dest) {
			files = append(files, ref.Dest)
		}
	}
	return files
}

// sameAnchors reports whether links to places within a text lead where they
// led.
func sameAnchors(old, now *article.Article) bool {
	return (old.Facts.Footnotes > 0) == (now.Facts.Footnotes > 0) &&
		slices.Equal(old.Facts.Anchors, now.Facts.Anchors) &&
		slices.EqualFunc(old.Facts.Headings, now.Facts.Headings, func(x, y markdown.Heading) bool { return x.ID == y.ID })
}

// kept reports whether an entry's article is the one that it was.
func (a *assembly) kept(e *Entry) bool {
	return a.was != nil && a.was.entries[e.index].Article == e.Article
}

// takeEntries calls take for each entry with the one that it was, several at
// once.
func (a *assembly) takeEntries(take func(e, was *Entry)) {
	inParts(len(a.entries), func(from, to int) {
		for i := from; i < to; i++ {
			take(&a.entries[i], &a.was.entries[i])
		}
	})
}

// same returns this site's entry for one of the earlier site.
func (a *assembly) same(was *Entry) *Entry {
	if was == nil {
		return nil
	}
	return &a.entries[was.index]
}

// sameAll returns this site's entries for those of the earlier site.
func (a *assembly) sameAll(was []*Entry) []*Entry {
	if was == nil {
		return nil
	}
	now := make([]*Entry, len(was))
	for i, e := range was {
		now[i] = &a.entries[e.index]
	}
	return now
}

// sameTerms returns this site's terms for those of the earlier site, with the
// same entries.
func (a *assembly) sameTerms(was []*Term) []*Term {
	size := 0
	for _, t := range was {
		size += len(t.Entries)
	}
	arena := make([]*Entry, 0, size)
	block := make([]Term, len(was))
	now := make([]*Term, len(was))
	for i, t := range was {
		from := len(arena)
		for _, e := range t.Entries {
			arena = append(arena, &a.entries[e.index])
		}
		block[i] = *t
		if t.Entries != nil {
			block[i].Entries = arena[from:len(arena):len(arena)]
		}
		now[i] = &block[i]
	}
	return now
}

// alike reports whether two lists have the same terms at the same addresses,
// each with the same oldest report.
func alike(was, now []*Term) bool {
	return slices.EqualFunc(was, now, func(x, y *Term) bool {
		return x.Name == y.Name && x.URL == y.URL && oldest(x) == oldest(y)
	})
}

// oldest returns the path of a term's oldest report.
func oldest(t *Term) string {
	if len(t.Entries) == 0 {
		return ""
	}
	return t.Entries[len(t.Entries)-1].Path
}
