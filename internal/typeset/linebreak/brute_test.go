package linebreak

// This file reckons demerits anew, straight from the definitions and without
// looking at the code under test, by trying all subsets of breaks.

// cheapest is the least price of all ways to break items; -1 if no way is
// good enough.
func cheapest(items []Item, style Style) int64 {
	var places []int
	for i, it := range items {
		if it.Kind == Glue || it.Kind == Penalty && it.Penalty < Never {
			places = append(places, i)
		}
	}
	best := int64(-1)
	for set := range 1 << len(places) {
		var lines []Line
		from := 0
		for k, p := range places {
			if set>>k&1 == 1 {
				lines = append(lines, Line{From: from, To: p, Hyphen: items[p].Flagged})
				from = p + 1
			}
		}
		lines = append(lines, Line{From: from, To: len(items)})
		if d, ok := price(items, style, lines); ok && (best < 0 || d < best) {
			best = d
		}
	}
	return best
}

// price adds up the demerits of lines; false if one of them is not allowed.
func price(items []Item, style Style, lines []Line) (int64, bool) {
	total, fitBefore := int64(0), 1
	for i, l := range lines {
		last := i == len(lines)-1
		var w, stretch, shrink int64
		for _, it := range items[l.From:l.To] {
			if it.Kind != Penalty {
				w, stretch, shrink = w+it.Width, stretch+int64(it.Stretch), shrink+int64(it.Shrink)
			}
		}
		penalty := int64(0)
		if !last && items[l.To].Kind == Penalty {
			w += items[l.To].Width
			penalty = int64(items[l.To].Penalty)
		}
		bad, fit, ok := judge(style.Widths[min(i, len(style.Widths)-1)]-w, stretch+style.Ragged, shrink, last)
		if !ok || bad > style.Tolerance || l.Hyphen && lastWord(items, l.To) {
			return 0, false
		}
		if style.Ragged > 0 && fit > 1 {
			fit = 1
		}
		total += (style.LinePenalty+bad)*(style.LinePenalty+bad) + penalty*penalty
		if i > 0 && lines[i-1].Hyphen && l.Hyphen {
			total += style.DoubleHyphen
		}
		if i > 0 && lines[i-1].Hyphen && last {
			total += style.FinalHyphen
		}
		if fit-fitBefore > 1 || fitBefore-fit > 1 {
			total += style.Mismatch
		}
		if last && i > 0 && w < style.Runt {
			total += style.RuntDemerits
		}
		fitBefore = fit
	}
	return total, true
}

// judge is the badness of a line and its fitness, 0 tight to 3 very loose.
func judge(slack, stretch, shrink int64, last bool) (bad int64, fit int, ok bool) {
	if slack < 0 {
		if -slack > shrink {
			return 0, 0, false
		}
		bad = cube(-slack, shrink)
		if bad > 12 {
			return bad, 0, true
		}
		return bad, 1, true
	}
	if last {
		return 0, 1, true
	}
	bad = cube(slack, stretch)
	switch {
	case bad <= 12:
		return bad, 1, true
	case bad < 100:
		return bad, 2, true
	}
	return bad, 3, true
}

func cube(slack, give int64) int64 {
	if slack == 0 {
		return 0
	}
	if give == 0 {
		return worst
	}
	r := 297 * slack / give
	if r > 27000 {
		return worst
	}
	return min((r*r*r+131072)/262144, worst)
}

// lastWord reports whether no glue follows item i.
func lastWord(items []Item, i int) bool {
	for _, it := range items[i:] {
		if it.Kind == Glue {
			return false
		}
	}
	return true
}
