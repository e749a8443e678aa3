package check

import (
	"net/url"
	"slices"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
)

// legalLinks are the words that every page links, in German and English.
var legalLinks = [...][]string{
	{"Impressum", "Legal notice", "Imprint"},
	{"Datenschutz", "Datenschutzerklärung", "Privacy"},
	{"Barrierefreiheit", "Erklärung zur Barrierefreiheit", "Accessibility"},
	{"Barriere melden", "Report a barrier"},
}

// legalWords returns the words for the n-th of them on a site in a language.
func legalWords(n int, language string) []string {
	words := legalLinks[n]
	if language == "en" {
		return words
	}
	return words[:max(1, len(words)-1)] // the last ones are English alone
}

// reachMissing looks for the links that the law wants on every page.
func reachMissing(p *page, f *finder) {
	var reached [len(legalLinks)]bool
	for i := range p.links {
		seen := squeeze(p.links[i].seen)
		for n := range legalLinks {
			reached[n] = reached[n] || slices.Contains(legalWords(n, f.subject.Site.Config.Language), seen)
		}
	}
	for n, words := range legalLinks {
		if !reached[n] {
			f.found(words[0], hint{})
		}
	}
}

// barrierAddress looks whether "Barriere melden" tells the page's address.
func barrierAddress(p *page, f *finder) {
	if p.errorPage() {
		return // nobody knows its address
	}
	words, silent := legalLinks[len(legalLinks)-1], -1
	for i, l := range p.links {
		if !slices.Contains(words, squeeze(l.seen)) {
			continue
		}
		if tells(l.href, p) {
			return
		}
		silent = i
	}
	if silent >= 0 {
		f.found(excerpt(p.links[silent].href), hint{written: p.links[silent].written})
	}
}

// tells reports whether an address has that of the page filled in: whole, or
// its path.
func tells(href string, p *page) bool {
	plain, err := url.QueryUnescape(href)
	if err != nil {
		return false
	}
	if p.canonical != "" && strings.Contains(plain, p.canonical) {
		return true
	}
	return strings.Contains(plain, p.url)
}

// pageLinks looks whether the links of a page lead somewhere, and notes
// anchors for later: their pages may still be to come.
func pageLinks(p *page, f *finder) {
	for i := range p.links {
		l := &p.links[i]
		target, anchorName, local := f.resolve(p, l.href)
		if !local {
			continue
		}
		if !f.leads(target) {
			href := f.relative(l.href)
			f.found(href, hint{written: l.written, href: href})
			continue
		}
		if anchorName != "" {
			f.wantAnchor(target+"#"+anchorName, l, p)
		}
	}
}

// relative returns an address without the site's own origin, which print
// versions write out: what is wrong with both is one finding.
func (c *Checker) relative(href string) string {
	if rest, ours := strings.CutPrefix(href, c.origin); ours && c.origin != "" && strings.HasPrefix(rest, "/") {
		return rest
	}
	return href
}

// resolve returns the path of the file that an address of a page leads to, and
// the anchor on it; local is false for what leads to other sites.
func (c *Checker) resolve(p *page, href string) (file, anchorName string, local bool) {
	if strings.HasPrefix(href, "#") {
		return p.path, href[1:], len(href) > 1
	}
	if len(href) > 1 && href[0] == '/' && href[1] != '/' && strings.IndexByte(href, '#') < 0 && strings.IndexByte(href, '?') < 0 {
		return href, "", true // as nearly always; leads knows such addresses
	}
	at, err := url.Parse(href)
	if err != nil {
		return href, "", true
	}
	if at.Scheme != "" || at.Host != "" {
		rest, ours := strings.CutPrefix(href, c.origin)
		if !ours || c.origin == "" || rest != "" && rest[0] != '/' {
			return "", "", false
		}
		return c.resolve(p, "/"+strings.TrimPrefix(rest, "/"))
	}
	from := &url.URL{Path: p.url}
	whole := from.ResolveReference(&url.URL{Path: at.Path})
	return (&url.URL{Path: whole.Path}).EscapedPath(), at.Fragment, true
}

// leads reports whether something is published at an address or path.
func (f *finder) leads(address string) bool {
	good, known := f.page.known[address]
	if !known {
		good = f.subject.Exists(f.fileAt(address))
		f.page.known[strings.Clone(address)] = good
	}
	return good
}

// fileAt returns the path of the file at an address; a path stays one.
func (c *Checker) fileAt(address string) string {
	if !strings.HasPrefix(address, "/") {
		return address
	}
	if !strings.HasPrefix(address, c.base) {
		return "/" // outside of the site: nothing of ours is there
	}
	return c.subject.Site.File(address)
}

// wantAnchor notes that a page is to have an id.
func (c *Checker) wantAnchor(target string, l *link, p *page) {
	if strings.HasSuffix(target, "#top") {
		return
	}
	if address, name, _ := strings.Cut(target, "#"); strings.HasPrefix(address, "/") {
		target = c.fileAt(address) + "#" + name
	} else if address == p.path {
		for i := range p.ids {
			if p.ids[i].value == name {
				return
			}
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	a := anchor{target: target, href: c.relative(l.href), page: p.url, origin: p.origin, written: l.written}
	if !c.wanted[a] {
		a.href, a.written = strings.Clone(a.href), strings.Clone(a.written) // parts of the page, which is not to be kept
		c.wanted[a] = true
	}
}

// noteIDs notes the ids of a page that links from other pages may name. Those
// of footnotes are named by their own page only.
func noteIDs(p *page, f *finder) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for i := range p.ids {
		if id := p.ids[i].value; !strings.Contains(id, "-fn") {
			f.ids[idOf(p.path, id)] = struct{}{}
		}
	}
}

// anchorsDead tells of anchors that no page has.
func anchorsDead(c *Checker, r *report) {
	for wanted := range c.wanted {
		file, id, _ := strings.Cut(wanted.target, "#")
		if _, there := c.ids[idOf(file, id)]; there {
			continue
		}
		h := hint{written: wanted.written, href: wanted.href}
		c.found.add(sighting{code: r.code, what: wanted.href, place: c.locate(wanted.origin, h)}, wanted.page)
	}
}

// idOf names an id of a page.
func idOf(file, id string) digest.Sum {
	var b digest.Builder
	b.Text(file)
	b.Text(id)
	return b.Name()
}

// titleTwice tells of pages with the same title, once for each pair of files
// that they are made from: print versions have the titles of their reports.
func titleTwice(c *Checker, r *report) {
	type pair struct{ first, second titled }
	var twice []pair
	titles := map[pair]string{}
	for title, pages := range c.titles {
		if len(pages) < 2 || title == "" {
			continue
		}
		slices.SortFunc(pages, func(a, b titled) int { return strings.Compare(a.url, b.url) })
		both := pair{pages[0], pages[1]}
		twice, titles[both] = append(twice, both), title
	}
	slices.SortFunc(twice, func(a, b pair) int { return strings.Compare(a.first.url, b.first.url) })
	told := map[[2]string]bool{}
	for _, both := range twice {
		origins := [2]string{both.first.origin, both.second.origin}
		if told[origins] && origins[0] != "" {
			continue
		}
		told[origins] = true
		r.add(both.second.origin, diag.Pos{}, titles[both], both.first.url, both.second.url)
	}
}
