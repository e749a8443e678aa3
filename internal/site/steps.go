package site

import (
	"slices"

	"stadtbote/internal/article"
)

// stepName numbers the steps of an assembly.
type stepName int

// The steps, in their order: each reads only what the ones before it made.
const (
	choosing stepName = iota
	sectioning
	tagging
	placing
	gathering
	counting
	dating
	claiming
	redirecting
	layingOut
	governing
	neighbouring
	filing
	linking
	recalling
	relating
	summing
	stepCount
)

// step is one step of an assembly.
type step struct {
	do func() // from nothing
	// holds reports whether the step would read what it read in the assembly
	// that this one follows; nil: never. A step that found something about a
	// changed article does not hold either, unless it can be redone for that one.
	holds func() bool
	take  func()         // takes over what the step made then
	redo  func(e *Entry) // makes that of a changed article; nil: there is nothing of it to make
}

// steps returns all steps.
func (a *assembly) steps() [stepCount]step {
	always := func() bool { return true }
	return [stepCount]step{
		choosing:     {do: a.choose, holds: always, take: a.chooseSame, redo: func(*Entry) {}},
		sectioning:   {do: a.sections, holds: a.sameSections, take: a.takeSections},
		tagging:      {do: a.tags, holds: a.sameTags, take: a.takeTags},
		placing:      {do: a.places, holds: a.samePlaces, take: a.takePlaces},
		gathering:    {do: a.events},
		counting:     {do: a.municipalities},
		dating:       {do: a.archive, holds: always, take: a.archive},
		claiming:     {do: a.claimAll, holds: a.sameClaims, take: a.takeClaims},
		redirecting:  {do: a.redirects, holds: a.held(claiming), take: func() { a.site.Redirects = a.was.site.Redirects }},
		layingOut:    {do: a.layouts, holds: always, take: func() {}},
		governing:    {do: a.legal},
		neighbouring: {do: a.neighbours, holds: a.sameNeighbours, take: a.takeNeighbours},
		filing:       {do: a.files, holds: a.held(claiming), take: a.takeFiles, redo: a.filesOf},
		linking:      {do: a.links, holds: a.sameLinks, take: func() {}, redo: a.linksOf},
		recalling:    {do: a.earlier, holds: a.sameEarlier, take: a.takeEarlier},
		relating:     {do: a.related, holds: a.held(tagging, neighbouring, recalling), take: a.takeRelated},
		summing:      {do: a.sums},
	}
}

// run takes all steps.
func (a *assembly) run() {
	for name, s := range a.steps() {
		a.ds = nil
		if a.follows(stepName(name), s) {
			a.taken[name] = true
			s.take()
			a.redo(stepName(name), s)
		} else {
			s.do()
		}
		a.found[name] = a.ds
	}
}

// follows reports whether the outcome of a step may be taken over.
func (a *assembly) follows(name stepName, s step) bool {
	return a.was != nil && s.holds != nil && (s.redo != nil || !a.was.concerned(name)) && s.holds()
}

// redo makes a step anew for the changed articles.
func (a *assembly) redo(name stepName, s step) {
	a.ds = a.was.others(name)
	if s.redo == nil {
		return
	}
	for _, p := range a.was.changed {
		if p.index != hidden {
			s.redo(&a.entries[p.index])
		}
	}
}

// held returns whether steps were taken over.
func (a *assembly) held(names ...stepName) func() bool {
	return func() bool {
		return !slices.ContainsFunc(names, func(s stepName) bool { return !a.taken[s] })
	}
}

// chooseSame makes the entries in the order of the earlier ones.
func (a *assembly) chooseSame() {
	was := a.was
	a.placesOf, a.until = was.memory.places, was.until
	a.entries, a.days = make([]Entry, len(was.entries)), was.days
	a.takeEntries(func(e, was *Entry) { e.Article, e.index = was.Article, was.index })
	a.reports = make([]*Entry, was.reports)
	for i := range a.reports {
		a.reports[i] = &a.entries[i]
	}
	s, before := a.site, was.site
	s.Left, s.Next = slices.Clone(before.Left), before.Next
	for _, p := range was.changed {
		if p.index != hidden {
			a.entries[p.index].Article = p.now
			continue
		}
		i := slices.IndexFunc(s.Left, func(o Omission) bool { return o.Path == p.now.Path })
		s.Left[i].Title = p.now.Title
	}
	s.Articles, s.Withdrawn, s.Pages = a.reports, a.sameAll(before.Withdrawn), a.sameAll(before.Pages)
	s.Events = a.sameAll(before.Events)
	if len(s.Withdrawn) > 0 {
		s.Articles = a.sameAll(before.Articles)
	}
}

// sameSections is false where a withdrawn report may have lost its section
// after it had given it its address.
func (a *assembly) sameSections() bool {
	return (len(a.in.Config.Sections) > 0 || len(a.was.site.Withdrawn) == 0) &&
		a.was.all(func(old, now *article.Article) bool { return old.Section.Text == now.Section.Text })
}

func (a *assembly) takeSections() {
	a.site.Sections = a.sameTerms(a.was.site.Sections)
	a.takeEntries(func(e, was *Entry) {
		if was.Section != nil {
			e.Section = a.site.Sections[was.Section.index]
		}
	})
}

func (a *assembly) sameTags() bool {
	return a.was.all(func(old, now *article.Article) bool { return sameTexts(old.Tags, now.Tags) })
}

func (a *assembly) takeTags() {
	a.words = a.was.words
	a.site.Tags = a.sameTerms(a.was.site.Tags)
	a.takeMentions(a.site.Tags, func(e *Entry) *[]*Term { return &e.Tags })
}

func (a *assembly) samePlaces() bool {
	return a.was.all(func(old, now *article.Article) bool { return sameTexts(old.Places, now.Places) })
}

func (a *assembly) takePlaces() {
	a.site.Places = a.sameTerms(a.was.site.Places)
	a.takeMentions(a.site.Places, func(e *Entry) *[]*Term { return &e.Places })
}

// takeMentions gives each entry the terms that it had.
func (a *assembly) takeMentions(now []*Term, of func(e *Entry) *[]*Term) {
	inParts(len(a.entries), func(from, to int) {
		size := 0
		for i := from; i < to; i++ {
			size += len(*of(&a.was.entries[i]))
		}
		arena := make([]*Term, 0, size)
		for i := from; i < to; i++ {
			was := *of(&a.was.entries[i])
			if was == nil {
				continue
			}
			first := len(arena)
			for _, t := range was {
				arena = append(arena, now[t.index])
			}
			*of(&a.entries[i]) = arena[first:len(arena):len(arena)]
		}
	})
}

// sameClaims compares all that takes an address: terms, articles, their former
// addresses, their pictures and files.
func (a *assembly) sameClaims() bool {
	was := a.was
	return a.taken[sectioning] && a.taken[dating] &&
		(a.taken[tagging] || alike(was.site.Tags, a.site.Tags)) && (a.taken[placing] || alike(was.site.Places, a.site.Places)) &&
		!was.concerned(redirecting) && !was.concerned(filing) &&
		was.all(func(old, now *article.Article) bool {
			return old.Slug == now.Slug && (len(old.Corrections) > 0) == (len(now.Corrections) > 0) && slices.Equal(old.Aliases, now.Aliases) && sameFiles(old, now)
		})
}

func (a *assembly) takeClaims() {
	a.claims, a.paths = a.was.claims, a.was.paths
	a.takeEntries(func(e, was *Entry) {
		e.URL, e.file, e.printFile, e.pdfFile = was.URL, was.file, was.printFile, was.pdfFile
	})
}

func (a *assembly) sameNeighbours() bool {
	return a.taken[sectioning] && a.was.all(func(old, now *article.Article) bool { return old.Paid == now.Paid })
}

func (a *assembly) takeNeighbours() {
	a.site.Newest = a.sameAll(a.was.site.Newest)
	a.takeEntries(func(e, was *Entry) { e.Newer, e.Older = a.same(was.Newer), a.same(was.Older) })
	for _, section := range a.site.Sections {
		a.more(section)
	}
}

func (a *assembly) takeFiles() {
	a.shown, a.site.Pictures, a.site.Linked = a.was.shown, a.was.site.Pictures, a.was.site.Linked
	a.takeEntries(func(e, was *Entry) { e.Images, e.Targets = was.Images, was.Targets })
}

func (a *assembly) sameLinks() bool {
	return a.taken[filing] && a.was.all(sameAnchors)
}

func (a *assembly) sameEarlier() bool {
	return a.taken[claiming] && a.was.all(func(old, now *article.Article) bool { return sameTexts(old.Related, now.Related) })
}

func (a *assembly) takeEarlier() {
	a.takeEntries(func(e, was *Entry) { e.Earlier, e.Later = a.sameAll(was.Earlier), a.sameAll(was.Later) })
}
