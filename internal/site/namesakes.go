package site

import "stadtbote/internal/article"

// Namesakes returns how many entries have the headline of an entry, itself
// included.
func (s *Site) Namesakes(e *Entry) int { return s.titles[e.Title] }

// titles counts the entries that have a headline. Where no headline changed,
// the counts are those of the earlier site.
func (a *assembly) titles() {
	if a.was != nil && a.was.all(func(old, now *article.Article) bool { return old.Title == now.Title }) {
		a.site.titles = a.was.site.titles
		return
	}
	a.site.titles = make(map[string]int, len(a.entries))
	for e := range a.site.All() {
		a.site.titles[e.Title]++
	}
}
