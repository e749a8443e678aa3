package site

import (
	"slices"
	"strings"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// tags finds the tags of all reports.
func (a *assembly) tags() {
	if a.retag() {
		return
	}
	var keywords []config.Keyword
	if a.in.Data != nil {
		keywords = a.in.Data.Keywords
	}
	v := newVocabulary(a.in.Config.Addresses.Tags, keywords)
	a.listen(v, func(e *Entry) []article.Value { return e.Article.Tags })
	a.site.Tags = number(v.settle(a.site.base))
	v.spread(func(e *Entry, terms []*Term) { e.Tags = terms })
	v.report(&a.ds)
	if a.in.Keep {
		a.words = v.wording()
	}
}

// places finds the places of all reports.
func (a *assembly) places() {
	v := newVocabulary(a.in.Config.Addresses.Places, nil)
	a.listen(v, func(e *Entry) []article.Value { return e.Article.Places })
	a.site.Places = number(v.settle(a.site.base))
	v.spread(func(e *Entry, terms []*Term) { e.Places = terms })
	v.report(&a.ds)
}

// listen adds to a vocabulary what all reports say that are not withdrawn.
func (a *assembly) listen(v *vocabulary, said func(e *Entry) []article.Value) {
	size := 0
	for _, e := range a.site.Articles {
		size += len(said(e))
	}
	v.uses = make([]use, 0, size)
	for _, e := range a.site.Articles {
		v.add(e, said(e))
	}
}

// sections finds the section of each report: one of the configured ones, or,
// if none are, one of those in use.
func (a *assembly) sections() {
	if len(a.in.Config.Sections) == 0 {
		a.sectionsInUse()
		return
	}
	byKey := map[string]*Term{}
	for _, section := range a.in.Config.Sections {
		slug := section.Slug
		if slug == "" {
			slug = lang.Slug(section.Name)
		}
		t := &Term{Name: section.Name, Slug: slug, Description: section.Description}
		t.URL = a.site.base.under(a.in.Config.Addresses.Sections + slug + "/")
		a.site.Sections = append(a.site.Sections, t)
		a.checkSection(t)
		for _, key := range []string{section.Name, fold(section.Name), slug} {
			if byKey[key] == nil {
				byKey[key] = t
			}
		}
	}
	number(a.site.Sections)
	for _, e := range a.reports {
		name := e.Article.Section.Text
		if name == "" {
			continue
		}
		t := byKey[name]
		if t == nil {
			t = byKey[fold(name)]
		}
		if t == nil {
			a.unknownSection(e, name)
			continue
		}
		e.Section = t
		if !e.Withdrawn {
			t.Entries = append(t.Entries, e)
		}
	}
}

// number tells each term its place in the list.
func number(terms []*Term) []*Term {
	for i, t := range terms {
		t.index = int32(i)
	}
	return terms
}

func (a *assembly) checkSection(t *Term) {
	switch {
	case t.Slug == "":
		a.ds.Report(config.File, top, diag.SlugEmpty, t.Name)
	case deviceName(t.Slug):
		a.ds.Report(config.File, top, diag.AddressForbidden, t.URL, t.Slug)
	}
}

func (a *assembly) unknownSection(e *Entry, name string) {
	names := make([]string, len(a.site.Sections))
	for i, t := range a.site.Sections {
		names[i] = t.Name
	}
	nearest, found := lang.Nearest(name, names)
	if !found {
		nearest = names[0]
	}
	a.ds.Report(e.Path, e.Article.Section.Pos, diag.SectionUnknown, name, nearest, strings.Join(names, ", "))
}

// sectionsInUse takes the sections that reports name, in alphabetical order.
// A withdrawn report keeps its section, because its address may name it, but
// cannot be the only one of a section that is listed.
func (a *assembly) sectionsInUse() {
	v := newVocabulary(a.in.Config.Addresses.Sections, nil)
	for _, e := range a.reports {
		section := e.Article.Section
		if section.Text != "" {
			v.add(e, []article.Value{section})
		}
	}
	terms := v.settle(a.site.base)
	v.spread(func(e *Entry, terms []*Term) {
		if len(terms) > 0 {
			e.Section = terms[0]
		}
	})
	v.report(&a.ds)
	a.site.Sections = number(slices.DeleteFunc(terms, func(t *Term) bool { return len(t.Entries) == 0 }))
}
