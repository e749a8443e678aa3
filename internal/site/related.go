package site

import "slices"

// perTag is how many reports of a tag, the newest, may be related to others
// by it. It bounds the work: a tag that thousands share says little anyway.
const perTag = 48

// related finds for each report those that share tags with it. A tag weighs
// the more the rarer it is: one among two says more than one among thousands.
// Of equally near reports the newest come first.
func (a *assembly) related() {
	length := a.in.Config.Lists.Related
	if length <= 0 {
		return
	}
	a.candidates = a.candidatesOf()
	steady := a.steadyTags()
	a.relate(func(r *relations, e *Entry) []int32 {
		if steady != nil && a.sameRelations(e, steady) {
			return r.indexes(a.was.entries[e.index].Related)
		}
		return r.nearest(e, length)
	})
}

// takeRelated gives each report the relations that it had.
func (a *assembly) takeRelated() {
	a.candidates = a.was.candidates
	if a.in.Config.Lists.Related > 0 {
		a.relate(func(r *relations, e *Entry) []int32 { return r.indexes(a.was.entries[e.index].Related) })
	}
}

// relate gives each report those that find returns, several at once.
func (a *assembly) relate(find func(r *relations, e *Entry) []int32) {
	length := a.in.Config.Lists.Related
	inParts(len(a.site.Articles), func(from, to int) {
		r := relations{candidates: a.candidates, score: make([]uint32, len(a.reports))}
		var arena []*Entry
		for _, e := range a.site.Articles[from:to] {
			if cap(arena)-len(arena) < length {
				arena = make([]*Entry, 0, 1024*length)
			}
			first := len(arena)
			for _, i := range find(&r, e) {
				arena = append(arena, &a.entries[i])
			}
			e.Related = arena[first:len(arena):len(arena)]
		}
	})
}

// steadyTags returns which tags relate the reports that they related before;
// nil if that cannot be told.
func (a *assembly) steadyTags() []bool {
	if a.was == nil || !a.taken[neighbouring] || !a.taken[recalling] {
		return nil
	}
	before := make(map[string]*Term, len(a.was.site.Tags))
	for _, tag := range a.was.site.Tags {
		before[tag.URL] = tag
	}
	steady := make([]bool, len(a.site.Tags))
	for i, tag := range a.site.Tags {
		was := before[tag.URL]
		steady[i] = was != nil && len(tag.Entries) == len(was.Entries) && slices.Equal(a.candidates[i], a.was.candidates[was.index])
	}
	return steady
}

// sameRelations reports whether a report has its earlier tags, all of them
// steady.
func (a *assembly) sameRelations(e *Entry, steady []bool) bool {
	return slices.EqualFunc(e.Tags, a.was.entries[e.index].Tags, func(now, was *Term) bool {
		return now.URL == was.URL && steady[now.index]
	})
}

// candidatesOf returns for each tag, by its place in the list, the newest
// reports that can be related by it, as indexes of a.entries.
func (a *assembly) candidatesOf() [][]int32 {
	of := make([][]int32, len(a.site.Tags))
	for i, tag := range a.site.Tags {
		if len(tag.Entries) < 2 {
			continue
		}
		newest := make([]int32, 0, min(perTag, len(tag.Entries)))
		for _, e := range tag.Entries {
			if len(newest) == perTag {
				break
			}
			if !e.Paid {
				newest = append(newest, e.index)
			}
		}
		of[i] = newest
	}
	return of
}

// relations is the desk on which reports are compared, cleared after each.
type relations struct {
	candidates [][]int32 // by Term.index
	score      []uint32  // by Entry.index
	touched    []int32   // whose score is not zero, or was not
	known      []int32   // what indexes returned last
}

// indexes returns those of some entries. The list holds until the next call.
func (r *relations) indexes(entries []*Entry) []int32 {
	r.known = r.known[:0]
	for _, e := range entries {
		r.known = append(r.known, e.index)
	}
	return r.known
}

// nearest returns the indexes of the n reports nearest to e, best first. The
// list holds until the next call.
func (r *relations) nearest(e *Entry, n int) []int32 {
	for _, i := range r.touched {
		r.score[i] = 0
	}
	r.touched = r.touched[:0]
	for _, tag := range e.Tags {
		weight := max(1, uint32(1<<20)/uint32(len(tag.Entries)))
		for _, other := range r.candidates[tag.index] {
			if r.score[other] == 0 {
				r.touched = append(r.touched, other)
			}
			r.score[other] += weight
		}
	}
	r.score[e.index] = 0
	for _, named := range [][]*Entry{e.Earlier, e.Later} {
		for _, other := range named {
			if int(other.index) < len(r.score) { // not a page
				r.score[other.index] = 0
			}
		}
	}
	return r.best(n)
}

// best moves the n touched indexes of the highest scores to the front, best
// first, and returns them.
func (r *relations) best(n int) []int32 {
	list, best := r.touched, 0
	for i, candidate := range list {
		switch {
		case r.score[candidate] == 0:
			continue
		case best < n:
			list[best], list[i] = list[i], list[best]
			best++
		case r.before(candidate, list[best-1]):
			list[best-1], list[i] = list[i], list[best-1]
		default:
			continue
		}
		for j := best - 1; j > 0 && r.before(list[j], list[j-1]); j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
	return slices.Clip(list[:best])
}

// before orders by score, then the newer report, which has the lower index.
func (r *relations) before(x, y int32) bool {
	return r.score[x] > r.score[y] || r.score[x] == r.score[y] && x < y
}
