package site

import (
	"slices"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
	"stadtbote/internal/markdown"
)

// links finds what every link of every published text leads to.
func (a *assembly) links() {
	for i := range a.entries {
		e := &a.entries[i]
		if a.taken[filing] {
			e.Targets = slices.Clone(e.Targets) // they are those of the earlier site
		}
		a.linksOf(e)
	}
}

// linksOf finds what the links of one text lead to.
func (a *assembly) linksOf(e *Entry) {
	for j := range e.Targets {
		if ref := e.Facts.Refs[j]; ref.Kind == markdown.Link {
			e.Targets[j] = a.link(e, ref)
		}
	}
}

func (a *assembly) link(e *Entry, ref markdown.Ref) Target {
	text := a.local(ref.Dest)
	if foreign(text) {
		return Target{URL: ref.Dest}
	}
	r := referenceOf(text)
	if strings.HasPrefix(text, "#") {
		a.checkAnchor(e, ref, e, r.anchor)
		return Target{URL: ref.Dest}
	}
	f := found{}
	switch {
	case r.path != "":
		f = a.find(e, r.path)
	case text != "": // a query of this very page
		f = found{url: e.URL, entry: e}
	}
	if !a.leads(e, f, ref) {
		return Target{}
	}
	if f.entry != nil {
		a.checkAnchor(e, ref, f.entry, r.anchor)
	}
	return Target{URL: f.url + r.suffix}
}

// leads reports whether a link leads to something; if not, the author is told.
func (a *assembly) leads(e *Entry, f found, ref markdown.Ref) bool {
	switch {
	case f.code != "":
		a.ds.Report(e.Path, ref.Pos, f.code, ref.Dest)
	case f.hidden != "":
		a.ds.Report(e.Path, ref.Pos, diag.LinkUnpublished, ref.Dest, f.hidden)
	case f.url == "" && f.entry != nil: // its own address is what is wrong, and reported there
	case f.url == "":
		a.ds.Report(e.Path, ref.Pos, diag.LinkDead, ref.Dest, a.nearestAddress(e, ref.Dest))
	default:
		return true
	}
	return false
}

// checkAnchor looks for a heading with that id in the target.
func (a *assembly) checkAnchor(e *Entry, ref markdown.Ref, target *Entry, anchor string) {
	if anchor == "" || anchor == "top" || target.Withdrawn {
		return
	}
	ids := make([]string, 0, len(target.Facts.Headings)+len(target.Facts.Anchors))
	for _, heading := range target.Facts.Headings {
		ids = append(ids, heading.ID)
	}
	ids = append(ids, target.Facts.Anchors...)
	if slices.Contains(ids, anchor) {
		return
	}
	if target.Facts.Footnotes > 0 && strings.HasPrefix(anchor, "fn") {
		return // the parser has seen to footnotes
	}
	nearest := target.URL
	if id, near := lang.Nearest(anchor, ids); near {
		nearest = "#" + id
	} else if len(ids) > 0 {
		nearest = "#" + ids[0]
	}
	a.ds.Report(e.Path, ref.Pos, diag.AnchorDead, ref.Dest, nearest)
}
