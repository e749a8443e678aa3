// Package page makes everything that readers see in a browser: the start page,
// articles, pages, lists, indexes, the archive, the search page and 404.html.
//
// Each file names what its bytes depend on: its template, the site, and those
// articles and cards that it shows. A template that never asks for
// "Aktuelle Meldungen" does not depend on them.
package page

import (
	"io"
	"iter"
	"slices"

	"stadtbote/internal/digest"
	"stadtbote/internal/markdown"
	"stadtbote/internal/output"
	"stadtbote/internal/site"
	"stadtbote/internal/theme"
	"stadtbote/internal/view"
)

// kind is output.Kind.
type kind struct {
	theme  *theme.Theme
	bodies output.Bodies
}

// New returns the kind of output that makes pages by a theme. Bodies are asked
// for when the page of an article is made.
func New(t *theme.Theme, bodies output.Bodies) output.Kind { return kind{t, bodies} }

// Name returns "page".
func (k kind) Name() string { return "page" }

// Plan yields the pages of a site.
func (k kind) Plan(s *site.Site) iter.Seq[output.File] {
	return func(yield func(output.File) bool) {
		p := planner{kind: k, site: s, view: view.New(s), more: yield, commons: map[string][]output.Input{}}
		_ = p.start() && p.articles() && p.pages() && p.legal() && p.events() && p.records() && p.lists() && p.indexes()
	}
}

// planner yields one file after the other. Its methods report whether more
// files are wanted.
type planner struct {
	kind
	site *site.Site
	view *view.Builder
	more func(output.File) bool

	commons map[string][]output.Input // by template
}

// file is one page before its inputs are complete.
type file struct {
	address  string
	template string
	origin   string
	inputs   []output.Input
	named    func() []output.Input // instead of inputs, where it takes work to name them
	make     func() (any, error)
}

// yield completes a file.
func (p *planner) yield(f file) bool {
	common := p.common(f.template)
	return p.more(output.File{
		Path:   p.site.File(f.address),
		Origin: f.origin,
		Naming: func() []output.Input {
			if f.named != nil {
				return slices.Concat(common, f.named())
			}
			return slices.Concat(common, f.inputs)
		},
		Make: func(w io.Writer) error {
			data, err := f.make()
			if err != nil {
				return err
			}
			return p.theme.Render(w, f.template, data)
		},
	})
}

// common returns what every page with that template depends on. Nobody changes
// it.
func (p *planner) common(template string) []output.Input {
	if known := p.commons[template]; known != nil {
		return known
	}
	var inputs []output.Input
	inputs = append(inputs,
		output.Input{Name: "template", Sum: p.theme.Sum(template)},
		output.Input{Name: "site", Sum: p.site.Digest},
		output.Input{Name: "menu", Sum: p.view.Frame()},
	)
	if p.theme.Mentions(template, "Newest") {
		inputs = append(inputs, output.Input{Name: "newest", Sum: p.view.NewestSum()})
	}
	if p.theme.Mentions(template, "Reports") || p.theme.Mentions(template, "Often") {
		inputs = append(inputs, output.Input{Name: "counts", Sum: p.view.Counts()})
	}
	p.commons[template] = inputs
	return inputs
}

// start plans the start page.
func (p *planner) start() bool {
	return p.yield(file{
		address: p.site.Home(), template: "home.html",
		inputs: []output.Input{
			{Name: "list", Sum: cards(p.view.HomeEntries())},
			{Name: "sections", Sum: cards(p.view.HomeSectionEntries())},
			{Name: "next event", Sum: cards(p.nextEvent())},
		},
		make: func() (any, error) { return p.view.Home(), nil },
	})
}

// articles plans the page of every report; a withdrawn one has only a notice.
func (p *planner) articles() bool {
	common := p.common("article.html")
	for _, entries := range [][]*site.Entry{p.site.Articles, p.site.Withdrawn} {
		pages := make([]article, len(entries))
		for i, e := range entries {
			a := &pages[i]
			*a = article{p, common, e}
			if !p.more(output.File{Path: p.site.PageFile(e), Origin: e.Path, Naming: a.named, Make: a.make}) {
				return false
			}
		}
	}
	return true
}

// article is the page of one report. There are so many that each is as small
// as can be until it is made.
type article struct {
	*planner
	common []output.Input
	entry  *site.Entry
}

func (a *article) named() []output.Input {
	return append(slices.Clip(a.common), a.itself(a.entry)...)
}

// itself names an entry as its own page shows it.
func (p *planner) itself(e *site.Entry) []output.Input {
	inputs := []output.Input{{Name: "article", Sum: e.Sum}}
	if p.view.Namesake(e) {
		inputs = append(inputs, output.Input{Name: "namesake", Sum: digest.String("namesake")})
	}
	return inputs
}

func (a *article) make(w io.Writer) error {
	body, err := a.body(a.entry)
	if err != nil {
		return err
	}
	return a.theme.Render(w, "article.html", a.view.Article(a.entry, body))
}

// body returns the text of an article; none if it is withdrawn.
func (p *planner) body(e *site.Entry) (markdown.Fragment, error) {
	if e.Withdrawn {
		return markdown.Fragment{}, nil
	}
	return p.bodies(e)
}

// pages plans pages like the Impressum. A page may name a template of its own.
func (p *planner) pages() bool {
	for _, e := range p.site.Pages {
		if p.site.IsLegal(e) {
			continue
		}
		template := "page.html"
		if e.Layout.Text != "" {
			template = e.Layout.Text + ".html"
		}
		planned := p.yield(file{
			address: e.URL, template: template, origin: e.Path,
			named: func() []output.Input { return p.itself(e) },
			make: func() (any, error) {
				body, err := p.body(e)
				return p.view.Text(e, body), err
			},
		})
		if !planned {
			return false
		}
	}
	return true
}

// lists plans every page of every list of reports.
func (p *planner) lists() bool {
	for _, l := range p.view.Listings() {
		total := p.view.Pages(&l)
		for n := 1; n <= total; n++ {
			planned := p.yield(file{
				address: p.site.PageURL(l.URL, n), template: "list.html",
				named: func() []output.Input {
					return []output.Input{
						{Name: "list", Sum: cards(p.view.Entries(&l, n))},
						{Name: "list's words", Sum: p.words(&l, n)},
					}
				},
				make: func() (any, error) { return p.view.List(&l, n), nil },
			})
			if !planned {
				return false
			}
		}
	}
	return true
}

// words names what a page of a list shows beside its cards.
func (p *planner) words(l *view.Listing, n int) digest.Sum {
	var d digest.Builder
	d.Text(l.Kind)
	d.Text(l.Name)
	d.Text(l.Description)
	d.Int(int64(len(l.Entries)))
	d.Int(int64(n))
	for _, synonym := range l.Synonyms {
		d.Text(synonym)
	}
	for _, m := range l.Months {
		d.Text(m.URL)
		d.Int(int64(len(m.Entries)))
	}
	return d.Name()
}

// indexes plans the lists of tags and places, the archive, the search page and
// 404.html, as far as they are configured.
func (p *planner) indexes() bool {
	s, c := p.site, p.site.Config.Outputs
	tags, places, months := terms(s.Tags), terms(s.Places), archive(s.Years)
	for _, index := range []struct {
		wanted bool
		file   file
	}{
		{len(s.Tags) > 0, file{
			address: s.TagsURL(), template: "tags.html",
			inputs: []output.Input{{Name: "tags", Sum: tags}},
			make:   func() (any, error) { return p.view.Tags(), nil },
		}},
		{c.Places && len(s.Places) > 0, file{
			address: s.PlacesURL(), template: "places.html",
			inputs: []output.Input{{Name: "places", Sum: places}},
			make:   func() (any, error) { return p.view.Places(), nil },
		}},
		{c.Archive, file{
			address: s.ArchiveURL(), template: "archive.html",
			inputs: []output.Input{{Name: "archive", Sum: months}},
			make:   func() (any, error) { return p.view.Archive(), nil },
		}},
		{c.Search, file{
			address: s.SearchURL(), template: "search.html",
			inputs: []output.Input{{Name: "tags", Sum: tags}, {Name: "archive", Sum: months}},
			make:   func() (any, error) { return p.view.Search(), nil },
		}},
		{c.NotFound, file{
			address: s.Home() + "404.html", template: "404.html",
			make: func() (any, error) { return p.view.NotFound(), nil },
		}},
	} {
		if index.wanted && !p.yield(index.file) {
			return false
		}
	}
	return true
}

// cards names what lists show of some reports, in their order.
func cards(entries []*site.Entry) digest.Sum {
	var d digest.Builder
	for _, e := range entries {
		d.Sum(e.Card)
	}
	return d.Name()
}

// terms names what an index shows of some terms.
func terms(terms []*site.Term) digest.Sum {
	var d digest.Builder
	for _, t := range terms {
		d.Text(t.Name)
		d.Text(t.URL)
		d.Int(int64(len(t.Entries)))
		for _, synonym := range t.Synonyms {
			d.Text(synonym)
		}
	}
	return d.Name()
}

// archive names what the archive shows.
func archive(years []*site.Year) digest.Sum {
	var d digest.Builder
	for _, y := range years {
		d.Text(y.URL)
		d.Int(int64(len(y.Entries)))
		for _, m := range y.Months {
			d.Text(m.URL)
			d.Int(int64(len(m.Entries)))
		}
	}
	return d.Name()
}
