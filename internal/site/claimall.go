package site

import (
	"maps"
	"path"
	"slices"
	"strings"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// top is where a finding stands that concerns a file as a whole.
var top = diag.Pos{Line: 1, Col: 1}

// claimAll gives every entry its address and claims all addresses but those of
// redirects and pictures. What the site itself needs comes first, then
// articles from the oldest: the newcomer is told that an address is taken.
func (a *assembly) claimAll() {
	a.claims = newClaims(a.site.base, len(a.entries)+len(a.in.Assets)+3*len(a.site.Tags)+64)
	a.claimOutputs()
	a.claimAssets()
	a.claimLists()
	for i := len(a.reports) - 1; i >= 0; i-- {
		e := a.reports[i]
		a.locate(e, a.in.Config.Addresses.Article)
		if e.Withdrawn && e.Section != nil && len(e.Section.Entries) == 0 && len(a.in.Config.Sections) == 0 {
			e.Section = nil // it has no page
		}
	}
	for _, e := range a.site.Pages {
		a.locate(e, a.in.Config.Addresses.Page)
	}
	a.claimEvents()
	a.claimLegal()
	a.claimRecords()
	slices.SortFunc(a.site.Pages, func(x, y *Entry) int { return strings.Compare(x.URL, y.URL) })
	a.claimVersions()
}

// locate gives an entry its address and claims it. An entry whose slug cannot
// be part of an address has none.
func (a *assembly) locate(e *Entry, pattern string) {
	if a.keptPlace(e) {
		a.claim(claim{e.URL, e.Path, e.index + 1}, e.Path, top)
		return
	}
	w := words{day: a.days[e.index], folder: folder(e.Article)}
	if e.Section != nil {
		w.section = e.Section.Slug
	}
	w.slug = e.Slug
	if !folded(e.Slug) {
		switch {
		case e.Slug == "":
			a.ds.Report(e.Path, top, diag.SlugEmpty, e.Title)
			return
		case strings.ContainsAny(e.Slug, `/\`) || e.Slug == "." || e.Slug == "..":
			a.ds.Report(e.Path, top, diag.PathLeaves, e.Slug)
			return
		}
		w.slug = escaped(e.Slug)
	}
	e.URL = a.site.base.pattern(pattern, &w)
	e.file = a.site.base.file(e.URL)
	if part, found := forbidden(e.Slug); found {
		a.ds.Report(e.Path, top, diag.AddressForbidden, e.URL, part)
	}
	a.claim(claim{e.URL, e.Path, e.index + 1}, e.Path, top)
}

// keptPlace gives an entry the address that it had, if nothing was to be said
// of that and nothing that it is made of has changed.
func (a *assembly) keptPlace(e *Entry) bool {
	if !a.kept(e) || !a.taken[sectioning] || !folded(e.Slug) || deviceName(e.Slug) {
		return false
	}
	was := &a.was.entries[e.index]
	e.URL, e.file = was.URL, was.file
	return true
}

// folder returns the folders between content/seiten and a page, each folded:
// "amt" for content/seiten/amt/standesamt.md. The folder of a bundle is the
// page itself. Reports have none: their folders are free.
func folder(a *article.Article) string {
	if a.Kind != article.Page {
		return ""
	}
	place := a.Path
	if a.Bundle != "" {
		place = a.Bundle
	}
	within := strings.TrimPrefix(path.Dir(place), article.Pages)
	parts := strings.Split(strings.Trim(within, "/"), "/")
	for i, part := range parts {
		parts[i] = lang.Slug(part)
	}
	return strings.Join(parts, "/")
}

// folded reports whether a slug is as lang.Slug leaves it, the usual case.
func folded(slug string) bool {
	for i := range len(slug) {
		if c := slug[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return slug != ""
}

// claim takes an address or reports at the file that wants it who has it.
func (a *assembly) claim(by claim, file string, pos diag.Pos) bool {
	holder, free := a.claims.take(by)
	if !free {
		a.ds.Report(file, pos, diag.AddressTaken, by.url, holder.origin)
	}
	return free
}

// claimOutputs claims what the configuration switches on.
func (a *assembly) claimOutputs() {
	c, s := a.in.Config, a.site
	for _, out := range []struct {
		on        bool
		url, name string
	}{
		{true, s.Home(), "home"},
		{c.Outputs.NotFound, s.base.under("404.html"), "outputs.not_found"},
		{c.Outputs.Sitemap, s.base.under("sitemap.xml"), "outputs.sitemap"},
		{c.Outputs.Robots, s.base.under("robots.txt"), "outputs.robots"},
		{c.Outputs.Redirects, s.base.under("_redirects"), "outputs.redirects"},
		{c.Outputs.Redirects, s.base.under("redirects-apache.txt"), "outputs.redirects"},
		{c.Outputs.Redirects, s.base.under("redirects-nginx.conf"), "outputs.redirects"},
		{c.Outputs.Search, s.SearchURL(), "outputs.search"},
		{c.Outputs.Feed, s.FeedURL(s.Home()), "outputs.feed"},
		{c.Outputs.Feed && c.Outputs.JSONFeed, s.JSONFeedURL(s.Home()), "outputs.json_feed"},
		{a.draws(IconSVG), s.base.under(IconSVG), "outputs.icons"},
		{a.draws(IconICO), s.base.under(IconICO), "outputs.icons"},
		{a.draws(IconTouch), s.base.under(IconTouch), "outputs.icons"},
	} {
		if out.on {
			a.claimOwn(out.url, config.File+" ("+out.name+")")
		}
	}
}

// claimOwn claims an address for the site itself.
func (a *assembly) claimOwn(address, origin string) {
	a.claim(claim{url: address, origin: origin}, config.File, top)
}

func (a *assembly) claimAssets() {
	for _, name := range slices.Sorted(maps.Keys(a.in.Assets)) {
		asset, file := a.in.Assets[name], "static/"+name
		if part, found := forbidden(name); found {
			a.ds.Report(file, diag.Pos{}, diag.AddressForbidden, asset.URL, part)
		}
		a.claim(claim{url: asset.URL, origin: file}, file, diag.Pos{})
	}
}

// claimLists claims the first page of every list, and its feeds. The further
// pages are known by their numbers: see listed.
func (a *assembly) claimLists() {
	c, s := a.in.Config, a.site
	for _, t := range s.Sections {
		a.claimTerm(t, c.Outputs.TermFeeds)
	}
	if len(s.Tags) > 0 {
		a.claimOwn(s.TagsURL(), config.File+" (addresses.tags)")
	}
	for _, t := range s.Tags {
		a.claimTerm(t, c.Outputs.TermFeeds)
	}
	if c.Outputs.Places {
		if len(s.Places) > 0 {
			a.claimOwn(s.PlacesURL(), config.File+" (addresses.places)")
		}
		for _, t := range s.Places {
			a.claimTerm(t, false)
		}
	}
	if !c.Outputs.Archive {
		return
	}
	a.claimOwn(s.ArchiveURL(), config.File+" (addresses.archive)")
	for _, year := range s.Years {
		a.claimOwn(year.URL, config.File+" (addresses.archive)")
		for _, month := range year.Months {
			a.claimOwn(month.URL, config.File+" (addresses.archive)")
		}
	}
}

// draws reports whether an icon is drawn.
func (a *assembly) draws(icon string) bool {
	_, drawn, known := a.site.IconURL(icon)
	return drawn && known
}

func (a *assembly) claimTerm(t *Term, feeds bool) {
	origin := "„" + t.Name + "“"
	if len(t.Entries) > 0 {
		origin += " (" + t.Entries[len(t.Entries)-1].Path + ")"
	}
	a.claimOwn(t.URL, origin)
	if feeds {
		a.claimOwn(a.site.FeedURL(t.URL), origin)
		if a.in.Config.Outputs.JSONFeed {
			a.claimOwn(a.site.JSONFeedURL(t.URL), origin)
		}
	}
}

// claimVersions looks whether anything is where a print version or a PDF
// belongs. Those inside the folder of their article are not claimed one by one:
// at nearly all sites nothing else can be there.
func (a *assembly) claimVersions() {
	outputs := a.in.Config.Outputs
	for _, e := range a.site.Articles {
		if e.URL == "" {
			continue
		}
		if outputs.Print {
			address := a.site.PrintURL(e)
			e.printFile = a.site.base.file(address)
			a.claimVersion(e, address)
		}
		if outputs.PDF {
			address := a.site.PDFURL(e)
			e.pdfFile = a.site.base.file(address)
			a.claimVersion(e, address)
		}
	}
}

func (a *assembly) claimVersion(e *Entry, address string) {
	if !strings.HasSuffix(e.URL, "/") {
		a.claim(claim{url: address, origin: e.Path}, e.Path, top)
	} else if holder, taken := a.claims.at(address); taken {
		a.ds.Report(e.Path, top, diag.AddressTaken, address, holder.origin)
	}
}
