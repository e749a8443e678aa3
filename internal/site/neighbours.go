package site

// neighbours finds what stands beside each report: the newer and the older
// one, the newest of its section, the newest of all. Paid content is nobody's
// neighbour, but has neighbours itself.
func (a *assembly) neighbours() {
	s := a.site
	s.Newest = firstUnpaid(s.Articles, a.in.Config.Lists.Newest)
	var newer *Entry
	for _, e := range s.Articles {
		e.Newer = newer
		if !e.Paid {
			newer = e
		}
	}
	var older *Entry
	for i := len(s.Articles) - 1; i >= 0; i-- {
		e := s.Articles[i]
		e.Older = older
		if !e.Paid {
			older = e
		}
	}
	for _, section := range s.Sections {
		a.more(section)
	}
}

// more gives each report of a section the newest others. Most get the same
// list; only those that stand in it get one without themselves.
func (a *assembly) more(section *Term) {
	length := a.in.Config.Lists.Section
	if length <= 0 {
		return
	}
	newest := firstUnpaid(section.Entries, length+1)
	common := newest[:min(length, len(newest)):min(length, len(newest))]
	for _, e := range section.Entries {
		e.More = common
	}
	for i, e := range newest {
		others := make([]*Entry, 0, len(newest)-1)
		others = append(append(others, newest[:i]...), newest[i+1:]...)
		e.More = others[:min(length, len(others))]
	}
}

// firstUnpaid returns the first n entries that nobody paid for.
func firstUnpaid(entries []*Entry, n int) []*Entry {
	var first []*Entry
	for _, e := range entries {
		if len(first) >= n {
			break
		}
		if !e.Paid {
			first = append(first, e)
		}
	}
	return first
}
