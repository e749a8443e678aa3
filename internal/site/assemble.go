package site

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"stadtbote/internal/diag"
)

// assembly is a site in the making. Its steps run in the order of Assemble;
// each fills in what the later ones read.
type assembly struct {
	in      Input
	site    *Site
	ds      diag.List
	entries []Entry  // reports newest first, then pages: one block of memory
	reports []*Entry // of entries, withdrawn ones included
	days    []day    // of entries, in Berlin
	claims  claims
	paths   map[string]*Entry // every article by path, nil if not published; made on demand
	near    *neighbourhood    // made on demand
	shown   pictures
}

// Assemble joins the articles into a site. The findings are those that no file
// shows alone: dead links, unknown sections, two sources for one address. The
// site is whole even if there are errors; what an error concerns is empty in it.
//
// The order of the articles in the input has no influence on the outcome.
func Assemble(in Input) (*Site, diag.List) {
	a := &assembly{in: in, site: &Site{
		Config: in.Config,
		Data:   in.Data,
		Assets: in.Assets,
		Recipe: recipeOf(in.Config),
		base:   baseOf(in.Config.BaseURL),
	}}
	a.choose()
	a.sections()
	a.tags()
	a.places()
	a.archive()
	a.claimAll()
	a.redirects()
	a.layouts()
	a.neighbours()
	a.files()
	a.links()
	a.earlier()
	a.related()
	a.sums()
	sortFindings(a.ds)
	return a.site, a.ds
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
