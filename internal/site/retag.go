package site

import (
	"cmp"
	"maps"
	"slices"

	"stadtbote/internal/article"
)

// wording is what a site keeps of the spellings of its tags, so that one more
// use of a word need not be counted with all others.
type wording map[string]worded

// worded is one spelling.
type worded struct {
	count int32
	term  int32 // index of its tag; -1 if it has none
	plain bool  // it alone leads to that tag, whose address nobody disputes, and nothing is to be said of it
}

// wording returns what is to be kept of a vocabulary whose terms are numbered.
func (v *vocabulary) wording() wording {
	spellings := map[*Term]int{}
	for _, s := range v.spellings {
		spellings[s.term]++
	}
	w := make(wording, len(v.spellings))
	for text, s := range v.spellings {
		kept := worded{count: int32(s.count), term: -1}
		if s.term != nil {
			kept.term, kept.plain = s.term.index, spellings[s.term] == 1 && !v.disputed[s.term] && s.code == ""
		}
		w[text] = kept
	}
	return w
}

// retag takes over the tags of the earlier site and moves the changed reports
// among them. It reports whether that suffices: all tags that came or went are
// plain words that some report used and some report still uses, so that no tag
// is new, gone, or called otherwise.
func (a *assembly) retag() bool {
	if a.was == nil || a.was.words == nil || a.was.concerned(tagging) {
		return false
	}
	words := maps.Clone(a.was.words)
	var moved []pair
	for _, p := range a.was.changed {
		if a.tagged(p) && !sameTexts(p.old.Tags, p.now.Tags) {
			words.count(p.old.Tags, -1)
			words.count(p.now.Tags, +1)
			moved = append(moved, p)
		}
	}
	for _, p := range moved {
		if !words.settled(p.old.Tags) || !words.settled(p.now.Tags) {
			return false
		}
	}
	a.takeTags()
	a.words, a.ds = words, slices.Clip(a.was.found[tagging])
	for _, p := range moved {
		a.move(&a.entries[p.index])
	}
	return true
}

// tagged reports whether the tags of a changed article count.
func (a *assembly) tagged(p pair) bool {
	return p.index != hidden && int(p.index) < len(a.reports) && !p.now.Withdrawn
}

// count adds to the uses of words.
func (w wording) count(values []article.Value, more int32) {
	for _, value := range values {
		s := w[value.Text] // an unknown one is not plain
		s.count += more
		w[value.Text] = s
	}
}

// settled reports whether words lead where they led, whatever their count.
func (w wording) settled(values []article.Value) bool {
	for _, value := range values {
		if s := w[value.Text]; value.Text != "" && (!s.plain || s.count <= 0) {
			return false
		}
	}
	return true
}

// move gives an entry the tags that its article names, and the tags the entry.
func (a *assembly) move(e *Entry) {
	before := e.Tags
	e.Tags = nil
	for _, value := range e.Article.Tags {
		if value.Text == "" {
			continue
		}
		if t := a.site.Tags[a.words[value.Text].term]; !slices.Contains(e.Tags, t) {
			e.Tags = append(e.Tags, t)
		}
	}
	for _, t := range before {
		if !slices.Contains(e.Tags, t) {
			at, _ := t.find(e)
			t.Entries = slices.Concat(t.Entries[:at], t.Entries[at+1:])
		}
	}
	for _, t := range e.Tags {
		if !slices.Contains(before, t) {
			at, _ := t.find(e)
			t.Entries = slices.Insert(slices.Clone(t.Entries), at, e)
		}
	}
}

// find returns where an entry stands among those of a term, or would.
func (t *Term) find(e *Entry) (at int, found bool) {
	return slices.BinarySearchFunc(t.Entries, e, func(x, y *Entry) int { return cmp.Compare(x.index, y.index) })
}
