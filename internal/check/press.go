package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
	"stadtbote/internal/frontmatter"
	"stadtbote/internal/markdown"
	"stadtbote/internal/site"
	"stadtbote/internal/source"
)

// paidReports returns the reports that somebody paid for.
func (c *Checker) paidReports() []*site.Entry {
	var paid []*site.Entry
	for e := range c.subject.Site.All() {
		if e.Paid && !e.Withdrawn {
			paid = append(paid, e)
		}
	}
	return paid
}

// ownPage returns the report whose page, or print version, a page is.
func (f *finder) ownPage(p *page) *site.Entry {
	e := f.entries()[p.origin]
	if e == nil || e.Kind != article.Report || p.url != e.URL && !p.variant() {
		return nil
	}
	return e
}

// adUnlabelled looks for "Anzeige" before the headline of a paid report.
func adUnlabelled(p *page, f *finder) {
	if e := f.ownPage(p); e != nil && e.Paid && !e.Withdrawn && !opens(p, "Anzeige", "Advertisement") {
		f.found(e.Title, hint{})
	}
}

// releaseUnlabelled looks for the label of a press release.
func releaseUnlabelled(p *page, f *finder) {
	e := f.ownPage(p)
	if e == nil || !e.Release || e.Withdrawn {
		return
	}
	if !opens(p, "Pressemitteilung", "Press release") || !strings.Contains(squeeze(p.opening), squeeze(e.Issuer)) {
		f.found(e.Title, hint{})
	}
}

// opens reports whether one of the words stands before the headline.
func opens(p *page, words ...string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(p.opening, word) })
}

// adListed looks for paid reports in lists that are the editors' own.
func adListed(p *page, f *finder) {
	if len(f.paid()) == 0 {
		return
	}
	for _, l := range p.links {
		if !l.aside {
			continue
		}
		for _, e := range f.paid() {
			if l.href == e.URL && p.url != e.URL && !strings.Contains(l.text, "Anzeige") && !strings.Contains(l.text, "Advertisement") {
				f.file(e.Path, diag.Pos{}, diag.AdListed, e.Title, p.url)
			}
		}
	}
}

// creditMissing looks for pictures without their source.
func creditMissing(c *Checker, r *report) {
	for e := range c.subject.Site.All() {
		for i := range e.Article.Pictures {
			if p := &e.Article.Pictures[i]; p.Credit == "" && p.Photographer == "" {
				r.add(e.Path, p.File.Pos, p.File.Text)
			}
		}
		for _, ref := range e.Facts.Refs {
			if ref.Kind == markdown.Image && !credited(e, ref) {
				r.add(e.Path, ref.Pos, ref.Dest)
			}
		}
	}
}

// credited reports whether a picture of the text has its source in its caption,
// or in the front matter.
func credited(e *site.Entry, ref markdown.Ref) bool {
	for _, word := range []string{"Quelle:", "quelle:", "Foto:", "Bild:", "Grafik:", "Zeichnung:", "Karte:", "©", "Credit:", "credit:", "Photo:", "Source:", "source:"} {
		if strings.Contains(ref.Title, word) {
			return true
		}
	}
	return slices.ContainsFunc(e.Article.Pictures, func(p article.Picture) bool {
		return p.File.Text == ref.Dest && (p.Credit != "" || p.Photographer != "")
	})
}

// issuerMissing looks for press releases of nobody.
func issuerMissing(c *Checker, r *report) {
	for e := range c.subject.Site.All() {
		if e.Release && e.Issuer == "" {
			r.add(e.Path, c.keyPos(e.Path, "art"))
		}
	}
}

// keyPos returns where a key of the front matter stands; line 1 if nowhere.
func (c *Checker) keyPos(file, key string) diag.Pos {
	text, _, err := source.Read(c.subject.Folder, file)
	if err == nil && text != nil {
		for i, line := range strings.SplitN(string(text), "\n", 200) {
			if rest, is := strings.CutPrefix(strings.ToLower(line), key); is && strings.HasPrefix(strings.TrimSpace(rest), ":") {
				return diag.Pos{Line: i + 1, Col: 1}
			}
		}
	}
	return diag.Pos{Line: 1, Col: 1}
}

// matter reads a file's front matter again, for the places of its values.
func (c *Checker) matter(file string) frontmatter.Matter {
	text, _, err := source.Read(c.subject.Folder, file)
	if err != nil || text == nil {
		return frontmatter.Matter{}
	}
	m, _, _ := frontmatter.Parse(file, text)
	return m
}

// headlineLong and its like look at what stands in every list. A limit of 0 is
// none.
func headlineLong(c *Checker, r *report) {
	most := c.subject.Site.Config.Check.Headline
	for _, e := range c.subject.Site.Articles {
		if n := letters(e.Title); most > 0 && n > most {
			r.add(e.Path, c.matter(e.Path).Title.Pos, n, most)
		}
	}
}

func headlineStop(c *Checker, r *report) {
	for e := range c.subject.Site.All() {
		if stopped(e.Title) {
			r.add(e.Path, c.matter(e.Path).Title.Pos, e.Title)
		}
	}
}

// stopped reports whether a headline ends in a full stop that is none of an
// abbreviation, an ordinal number or an ellipsis.
func stopped(title string) bool {
	rest, is := strings.CutSuffix(title, ".")
	if !is || strings.HasSuffix(rest, ".") {
		return false
	}
	words := strings.FieldsFunc(rest, func(r rune) bool { return r == ' ' || r == '\u00A0' || r == '\u202F' || r == '.' })
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	return utf8.RuneCountInString(last) > 3 && !strings.ContainsAny(last, "0123456789") && !shortened[last]
}

// shortened are abbreviations that a headline may end with.
var shortened = map[string]bool{"bzw": true, "evtl": true, "Prof": true, "Dipl": true, "Corp": true, "ggf": true, "usw": true, "Chr": true}

func teaserLong(c *Checker, r *report) {
	most := c.subject.Site.Config.Check.Teaser
	for _, e := range c.subject.Site.Articles {
		if n := letters(e.Teaser); most > 0 && n > most {
			r.add(e.Path, c.matter(e.Path).Teaser.Pos, n, most)
		}
	}
}

// straightQuotes tells of texts whose quotation marks are those of a
// typewriter, once a file.
func straightQuotes(c *Checker, r *report) {
	for e := range c.subject.Site.All() {
		if e.Facts.Quotes > 0 {
			r.add(e.Path, e.Facts.FirstQuote, e.Facts.Quotes)
		}
	}
}

// shortTeaser is how many characters a teaser has at least.
const shortTeaser = 40

func teaserShort(c *Checker, r *report) {
	for _, e := range c.subject.Site.Articles {
		if n := letters(e.Teaser); n > 0 && n < shortTeaser {
			r.add(e.Path, c.matter(e.Path).Teaser.Pos, n, shortTeaser)
		}
	}
}

// letters counts the characters of a text; soft hyphens are none.
func letters(s string) int { return utf8.RuneCountInString(s) - strings.Count(s, "\u00AD") }

// pictureSmall looks for pictures that are too small for the width of a page.
func pictureSmall(c *Checker, r *report) {
	least := c.subject.Site.Config.Check.Picture
	for e := range c.subject.Site.All() {
		for i, target := range e.Images {
			if small(target, least) {
				p := &e.Article.Pictures[i]
				r.add(e.Path, p.File.Pos, p.File.Text, target.Picture.Width, least)
			}
		}
		for i, target := range e.Targets {
			if small(target, least) {
				r.add(e.Path, e.Facts.Refs[i].Pos, e.Facts.Refs[i].Dest, target.Picture.Width, least)
			}
		}
	}
}

func small(t site.Target, least int) bool {
	return t.Picture != nil && t.Picture.Type != "svg" && t.Picture.Width > 0 && t.Picture.Width < least
}

// pictureUnused looks for pictures beside articles that none of them shows.
// Those of reports that are not published yet are used.
func pictureUnused(c *Checker, r *report) {
	used := map[string]bool{}
	for e := range c.subject.Site.All() {
		for _, target := range slices.Concat(e.Images, e.Targets) {
			if target.Picture != nil {
				used[target.Picture.Path] = true
			}
		}
	}
	for _, linked := range c.subject.Site.Linked {
		used[linked.Source] = true
	}
	hidden := map[string]bool{}
	for _, left := range c.subject.Site.Left {
		hidden[folderOf(left.Path)] = true
	}
	for _, name := range c.subject.Pictures {
		if strings.HasPrefix(name, "content/") && !used[name] && !hidden[folderOf(name)] {
			r.add(name, diag.Pos{}, name)
		}
	}
}

func folderOf(name string) string { return name[:strings.LastIndexByte(name, '/')+1] }
