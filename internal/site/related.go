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
	candidates := a.candidates()
	score := make([]uint32, len(a.reports)) // by Entry.index; zero again after each report
	var touched []int32
	var arena []*Entry
	for _, e := range a.site.Articles {
		touched = touched[:0]
		for _, tag := range e.Tags {
			weight := uint32(1<<20) / uint32(len(tag.Entries))
			for _, other := range candidates[tag] {
				if score[other] == 0 {
					touched = append(touched, other)
				}
				score[other] += max(weight, 1)
			}
		}
		score[e.index] = 0
		for _, known := range [][]*Entry{e.Earlier, e.Later} {
			for _, other := range known {
				if int(other.index) < len(score) {
					score[other.index] = 0
				}
			}
		}
		if cap(arena)-len(arena) < length {
			arena = make([]*Entry, 0, 1024*length)
		}
		from := len(arena)
		for _, i := range nearest(touched, score, length) {
			arena = append(arena, &a.entries[i])
		}
		e.Related = arena[from:len(arena):len(arena)]
		for _, i := range touched {
			score[i] = 0
		}
	}
}

// candidates returns for each tag the newest reports that can be related by
// it, as indexes of a.entries.
func (a *assembly) candidates() map[*Term][]int32 {
	of := make(map[*Term][]int32, len(a.site.Tags))
	for _, tag := range a.site.Tags {
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
		of[tag] = newest
	}
	return of
}

// nearest moves the n indexes of the highest scores to the front, best first,
// the newer (lower) index first among equals, and returns them. It leaves
// every index in the list.
func nearest(list []int32, score []uint32, n int) []int32 {
	before := func(x, y int32) bool {
		return score[x] > score[y] || score[x] == score[y] && x < y
	}
	best := 0
	for i, candidate := range list {
		if score[candidate] == 0 || best == n && !before(candidate, list[best-1]) {
			continue
		}
		if best < n {
			list[best], list[i] = list[i], list[best]
			best++
		} else {
			list[best-1], list[i] = list[i], list[best-1]
		}
		for j := best - 1; j > 0 && before(list[j], list[j-1]); j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
	return slices.Clip(list[:best])
}
