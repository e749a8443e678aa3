package site

import (
	"cmp"
	"slices"

	"stadtbote/internal/diag"
)

// earlier finds the earlier reports that authors name, and gives each of those
// its way back to the later one.
func (a *assembly) earlier() {
	for i := range a.entries {
		e := &a.entries[i]
		if e.Withdrawn {
			continue
		}
		for _, value := range e.Article.Related {
			target := a.earlierReport(e, value.Text, value.Pos)
			if target == nil || slices.Contains(e.Earlier, target) {
				continue
			}
			e.Earlier = append(e.Earlier, target)
			if !target.Withdrawn {
				target.Later = append(target.Later, e)
			}
		}
	}
	for i := range a.entries {
		e := &a.entries[i]
		e.Later = slices.DeleteFunc(e.Later, func(later *Entry) bool { return slices.Contains(e.Earlier, later) })
		slices.SortFunc(e.Later, func(x, y *Entry) int { return cmp.Compare(x.index, y.index) })
	}
}

func (a *assembly) earlierReport(e *Entry, text string, pos diag.Pos) *Entry {
	text = a.local(text)
	if foreign(text) {
		a.ds.Report(e.Path, pos, diag.RelatedDead, text, a.nearestAddress(e, text))
		return nil
	}
	switch f := a.find(e, referenceOf(text).path); {
	case f.entry == e:
		a.ds.Report(e.Path, pos, diag.RelatedSelf, text)
	case f.entry != nil:
		return f.entry
	case f.hidden != "":
		a.ds.Report(e.Path, pos, diag.LinkUnpublished, text, f.hidden)
	default:
		a.ds.Report(e.Path, pos, diag.RelatedDead, text, a.nearestAddress(e, text))
	}
	return nil
}
