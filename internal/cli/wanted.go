package cli

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"stadtbote/internal/lang"
	"stadtbote/internal/site"
)

// wanted are the reports that a dossier is asked for.
type wanted struct {
	tags, sections, places []*site.Term // nil: any
	from, until            time.Time    // zero: open; until is too late
	title                  string       // what was asked for, in words
}

// wanted looks up what the flags name. A name that the site does not know is
// refused, with the nearest that it knows.
func (a *app) wanted(f *dossierFlags, s *site.Site) (*wanted, error) {
	w := &wanted{from: f.from.Time}
	if !f.to.IsZero() {
		w.until = f.end()
	}
	for _, kind := range []struct {
		names       []string
		known       []*site.Term
		found       *[]*site.Term
		none, empty string
	}{
		{
			f.sections, s.Sections, &w.sections,
			a.say("Die Rubrik „%s“ gibt es nicht.", "There is no section “%s”."),
			a.say("Die Seite hat keine Rubriken.", "The site has no sections."),
		},
		{
			f.tags, s.Tags, &w.tags,
			a.say("Das Stichwort „%s“ gibt es nicht.", "There is no tag “%s”."),
			a.say("Keine veröffentlichte Meldung hat Stichwörter.", "No published report has tags."),
		},
		{
			f.places, s.Places, &w.places,
			a.say("Den Ort „%s“ gibt es nicht.", "There is no place “%s”."),
			a.say("Keine veröffentlichte Meldung nennt Orte.", "No published report names places."),
		},
	} {
		for _, name := range kind.names {
			t := termOf(kind.known, name)
			if t == nil {
				return nil, a.unknownTerm(fmt.Sprintf(kind.none, name), kind.empty, name, kind.known)
			}
			*kind.found = append(*kind.found, t)
		}
	}
	w.title = a.describe(w, f, s.Config.Language)
	return w, nil
}

// termOf finds a term by its name, in any spelling, or a synonym of it.
func termOf(known []*site.Term, name string) *site.Term {
	slug := lang.Slug(name)
	for _, t := range known {
		same := func(other string) bool { return strings.EqualFold(other, name) }
		if same(t.Name) || slices.ContainsFunc(t.Synonyms, same) {
			return t
		}
	}
	for _, t := range known {
		if t.Slug == slug && slug != "" {
			return t
		}
	}
	return nil
}

func (a *app) unknownTerm(text, empty, name string, known []*site.Term) error {
	if len(known) == 0 {
		return said(text + " " + empty)
	}
	var names []string
	for _, t := range known {
		names = append(append(names, t.Name), t.Synonyms...)
	}
	if near, found := lang.Nearest(name, names); found {
		text += fmt.Sprintf(a.say(" Meinten Sie „%s“?", " Did you mean “%s”?"), near)
	}
	return said(text)
}

// describe says in the site's language what is wanted: "Politik · Glasfaser,
// 1. Januar 2026 bis 30. Juni 2026".
func (a *app) describe(w *wanted, f *dossierFlags, language string) string {
	speak := tongueOf(language)
	var parts []string
	for _, terms := range [][]*site.Term{w.sections, w.tags, w.places} {
		var names []string
		for _, t := range terms {
			names = append(names, t.Name)
		}
		if len(names) > 0 {
			parts = append(parts, strings.Join(names, ", "))
		}
	}
	from, to := lang.LongDate(f.from.Time, language), lang.LongDate(f.to.Time, language)
	switch {
	case f.from.IsZero() && f.to.IsZero():
	case f.to.IsZero():
		parts = append(parts, speak.say("seit ", "since ")+from)
	case f.from.IsZero():
		parts = append(parts, speak.say("bis ", "until ")+to)
	default:
		parts = append(parts, from+speak.say(" bis ", " to ")+to)
	}
	return strings.Join(parts, " · ")
}

// reports are those that are wanted, oldest first.
func (w *wanted) reports(s *site.Site) []*site.Entry {
	var reports []*site.Entry
	for _, e := range s.Articles {
		if !e.Paid && w.wants(e) {
			reports = append(reports, e)
		}
	}
	slices.Reverse(reports)
	return reports
}

func (w *wanted) wants(e *site.Entry) bool {
	switch {
	case !w.from.IsZero() && e.Date.Before(w.from), !w.until.IsZero() && !e.Date.Before(w.until):
		return false
	case w.sections != nil && !slices.Contains(w.sections, e.Section):
		return false
	}
	return shares(w.tags, e.Tags) && shares(w.places, e.Places)
}

// shares reports whether one of the terms is among those of a report; nil
// terms are in any.
func shares(terms, of []*site.Term) bool {
	return terms == nil || slices.ContainsFunc(terms, func(t *site.Term) bool { return slices.Contains(of, t) })
}
