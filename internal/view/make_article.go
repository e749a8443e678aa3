package view

import (
	"html/template"
	"strings"

	"stadtbote/internal/markdown"
	"stadtbote/internal/site"
)

// Article returns the view of a report. body is its text, still with holes.
func (b *Builder) Article(e *site.Entry, body markdown.Fragment) *Article {
	a := b.report(e, body, b.near)
	a.Tags = b.tagsOf(e)
	a.Earlier, a.Later = b.cardsOf(e.Earlier), b.cardsOf(e.Later)
	a.More, a.Related = b.cardsOf(e.More), b.cardsOf(e.Related)
	a.Newer, a.Older = b.Card(e.Newer), b.Card(e.Older)
	a.Page = b.articlePage(e, a)
	a.Mail = mailto("", e.Title, a.Page.URL)
	if b.site.Config.Outputs.Print && !e.Withdrawn {
		a.PrintURL = b.site.PrintURL(e)
	}
	if b.site.Config.Outputs.PDF && !e.Withdrawn {
		a.PDF = &PDF{URL: b.site.PDFURL(e)}
	}
	return a
}

// Print returns the view of a report's print version. Link targets in its text
// are absolute, so that paper can show them.
func (b *Builder) Print(e *site.Entry, body markdown.Fragment) *Print {
	a := b.report(e, body, b.far)
	address := b.site.PrintURL(e)
	page := b.entryPage(address, e)
	page.Title = b.words.Say("print-version") + ": " + page.Title
	page.URL = b.site.Absolute(e.URL)
	page.Language, page.Newest, page.Hidden = a.Language, nil, true
	p := &Print{Page: page, Article: a, BackURL: e.URL, Address: shown(page.URL)}
	names := make([]string, 0, 1+len(e.Tags))
	for _, t := range b.tagsOf(e) {
		names = append(names, t.Name)
	}
	p.Tags = strings.Join(names, ", ")
	for _, l := range a.Links {
		p.Links = append(p.Links, Link{shown(l.URL), l.URL})
	}
	return p
}

// report returns what page and print version have in common.
func (b *Builder) report(e *site.Entry, body markdown.Fragment, address addresses) *Article {
	pictures := picturesOf(e)
	a := &Article{
		Headline: e.Title,
		Display:  b.divide.headline(e.Title, e.Language),
		Kicker:   kickerOf(e),
		Subtitle: e.Subtitle,
		Teaser:   e.Teaser,
		Language: b.foreign(e),
		Date:     b.date(e.Date, e.HasTime),
		Updated:  b.date(e.Updated, false),
		Section:  b.term(e.Section),
		Place:    b.place(e),
		Authors:  b.authorsOf(e),
		Credit:   creditsOf(pictures),
		Paid:     e.Paid, Withdrawn: e.Withdrawn,
		Release: b.release(e),
	}
	if len(pictures) > 0 {
		a.Picture, a.Pictures = pictures[0], pictures[1:]
	}
	if len(e.Places) > 1 {
		a.Places = b.termsOf(e.Places)
	}
	for _, c := range e.Article.Corrections {
		a.Corrections = append(a.Corrections, Correction{b.date(c.Date, false), c.Text})
	}
	if !e.Withdrawn {
		a.Links = linksOf(e)
		text := fillBody(e, body, address)
		if a.Body = template.HTML(text); len(a.Authors) > 0 { //nolint:gosec // finished by package markdown
			a.Body, a.BodyEnd = divide(text)
		}
	}
	return a
}

// release returns the label of a press release.
func (b *Builder) release(e *site.Entry) string {
	switch {
	case !e.Release:
		return ""
	case e.Issuer == "":
		return b.words.Say("press-release")
	}
	return b.words.Say("press-release") + ": " + e.Issuer
}

// tagsOf returns the section and the tags of a report.
func (b *Builder) tagsOf(e *site.Entry) []*Term {
	tags := make([]*Term, 0, 1+len(e.Tags))
	if section := b.term(e.Section); section != nil {
		tags = append(tags, section)
	}
	for _, t := range e.Tags {
		tags = append(tags, b.terms[t])
	}
	return tags
}

func linksOf(e *site.Entry) []Link {
	var links []Link
	for _, l := range e.Article.Links {
		title := l.Title
		if title == "" {
			title = shown(l.URL.Text)
		}
		links = append(links, Link{title, l.URL.Text})
	}
	return links
}

// articlePage returns what a report's page knows of itself.
func (b *Builder) articlePage(e *site.Entry, a *Article) *Page {
	p := b.entryPage(e.URL, e)
	p.Description, p.Language, p.Type = e.Teaser, a.Language, "article"
	p.Published, p.Modified = a.Date.ISO, a.Updated.ISO
	p.Image = b.preview(e)
	if p.Hidden = e.Withdrawn; p.Hidden {
		p.Description = b.words.Say("withdrawn")
	}
	if e.Section == nil {
		p.Masthead = b.masthead(e.URL, "")
	} else {
		p.Masthead = b.masthead(e.URL, e.Section.URL, Link{e.Section.Name, e.Section.URL})
	}
	if !e.Withdrawn {
		p.Data = b.newsArticle(e, a, p)
	}
	return p
}

// Text returns the view of a page like the Impressum.
func (b *Builder) Text(e *site.Entry, body markdown.Fragment) *Text {
	pictures := picturesOf(e)
	t := &Text{
		Headline: e.Title, Display: b.divide.headline(e.Title, e.Language), Easy: e.Article.Easy, Kicker: trimColon(e.Kicker), Teaser: e.Teaser, Language: b.foreign(e),
		Updated: b.date(e.Updated, false), Links: linksOf(e), Credit: creditsOf(pictures),
	}
	if len(pictures) > 0 {
		t.Picture, t.Pictures = pictures[0], pictures[1:]
	}
	if t.Easy {
		t.Display = t.Headline
	}
	t.Body = template.HTML(fillBody(e, body, b.near)) //nolint:gosec // finished by package markdown
	t.Contents = contentsOf(e)
	p := b.entryPage(e.URL, e)
	p.Description, p.Language, p.Modified = e.Teaser, t.Language, t.Updated.ISO
	p.Image = b.preview(e)
	p.Masthead = b.masthead(e.URL, "")
	t.Page = p
	return t
}

// contentsOf returns the highest headings of a text, if there are three or more.
func contentsOf(e *site.Entry) []Link {
	var contents []Link
	for _, h := range e.Facts.Headings {
		if h.Level == 2 && h.ID != "" {
			contents = append(contents, Link{h.Text, "#" + h.ID})
		}
	}
	if len(contents) < 3 {
		return nil
	}
	return contents
}

// addresses tells how the address of a link in a text is written.
type addresses func(string) string

// near leaves an address as it is, far makes it absolute.
func (b *Builder) near(address string) string { return address }
func (b *Builder) far(address string) string  { return b.site.Absolute(address) }

// footnotes begins the list of footnotes, which belongs below the sigils.
const footnotes = `<section class="footnotes"`

// divide cuts a text where the sigils belong: at the end of its last
// paragraph, before the footnotes. Where the text ends with something else, a
// table for instance, they get a paragraph of their own.
func divide(text string) (body, end template.HTML) {
	cut := len(text)
	if at := strings.LastIndex(text, footnotes); at >= 0 {
		cut = at
	}
	last := strings.TrimRight(text[:cut], "\n")
	if before, ok := strings.CutSuffix(last, "</p>"); ok {
		return template.HTML(before), template.HTML(text[len(before):]) //nolint:gosec // finished by package markdown
	}
	return template.HTML(text[:cut] + "<p>"), template.HTML("</p>\n" + text[cut:]) //nolint:gosec // likewise
}
