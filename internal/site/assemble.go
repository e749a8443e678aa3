package site

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"stadtbote/internal/diag"
)

// assembly is a site in the making. Its steps (steps.go) run in order; each
// fills in what the later ones read.
type assembly struct {
	in         Input
	site       *Site
	was        *revision            // what this assembly follows, or nil
	ds         diag.List            // of the step under way
	found      [stepCount]diag.List // of the steps done
	taken      [stepCount]bool      // the steps whose outcome was taken over
	entries    []Entry              // reports newest first, then pages: one block of memory
	reports    []*Entry             // of entries, withdrawn ones included
	days       []day                // of entries, in Berlin
	placesOf   []int32              // index of the entry, or hidden, by place in in.Articles
	until      time.Time            // when time alone changes what is published or said; zero: never
	candidates [][]int32            // what related compares: by Term.index of tags
	words      wording              // of tags; nil if it was not asked for
	claims     claims
	paths      map[string]int32 // index of every article by path, hidden if not published; made on demand
	near       *neighbourhood   // made on demand
	shown      pictures
}

// Assemble joins the articles into a site. The findings are those that no file
// shows alone: dead links, unknown sections, two sources for one address. The
// site is whole even if there are errors; what an error concerns is empty in it.
//
// The order of the articles in the input has no influence on the outcome, nor
// has Input.Before.
func Assemble(in Input) (*Site, diag.List) {
	a := &assembly{in: in, was: follow(in), site: &Site{
		Config: in.Config,
		Data:   in.Data,
		Assets: in.Assets,
		Recipe: recipeOf(in.Config),
		base:   baseOf(in.Config.BaseURL),
	}}
	a.site.posters = posterSum(a.site)
	a.run()
	if in.Keep {
		a.site.memory = a.memory()
	}
	ds := slices.Concat(a.found[:]...)
	sortFindings(ds)
	return a.site, ds
}

// memory returns what the next assembly may take over.
func (a *assembly) memory() *memory {
	in := a.in
	in.Before = nil // or no site would ever be forgotten
	return &memory{
		in: in, places: a.placesOf, entries: a.entries, reports: len(a.reports), days: a.days, until: a.until,
		claims: a.claims, paths: a.paths, shown: a.shown, candidates: a.candidates, words: a.words, found: a.found,
	}
}

// Salvage assembles what is sound: articles that an error concerns are left
// out, then those whose links led there, until no error is left that leaving
// out an article could mend. It returns every finding on the way.
func Salvage(in Input) (*Site, diag.List) {
	broken := make(map[string]bool, len(in.Exclude))
	maps.Copy(broken, in.Exclude)
	in.Exclude = broken
	articles := make(map[string]bool, len(in.Articles))
	for _, article := range in.Articles {
		articles[article.Path] = true
	}
	var earlier diag.List
	for {
		s, ds := Assemble(in)
		more := false
		for _, d := range ds {
			if d.Severity == diag.Error && articles[d.File] && !broken[d.File] {
				broken[d.File], more = true, true
				earlier = append(earlier, findingsOf(ds, d.File)...)
			}
		}
		if !more {
			ds = append(ds, earlier...)
			sortFindings(ds)
			return s, ds
		}
	}
}

// findingsOf returns the findings about one file: those of a file that is left
// out next would otherwise be lost.
func findingsOf(ds diag.List, file string) diag.List {
	var of diag.List
	for _, d := range ds {
		if d.File == file {
			of = append(of, d)
		}
	}
	return of
}

// sortFindings orders by place, then by what is said.
func sortFindings(ds diag.List) {
	slices.SortStableFunc(ds, func(x, y diag.Diagnostic) int {
		return cmp.Or(
			strings.Compare(x.File, y.File),
			cmp.Compare(x.Pos.Line, y.Pos.Line),
			cmp.Compare(x.Pos.Col, y.Pos.Col),
			strings.Compare(string(x.Code), string(y.Code)),
			slices.Compare(x.Args, y.Args),
		)
	})
}
