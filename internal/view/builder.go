package view

import (
	"html/template"
	"sync"

	"stadtbote/internal/digest"
	"stadtbote/internal/site"
	"stadtbote/internal/theme"
)

// oftenFrom is how many reports a term needs to be set in bold in an index.
const oftenFrom = 20

// Builder makes the views of one site. It may be used by many goroutines at
// once, and always gives the same pointer for what pages share.
type Builder struct {
	site       *site.Site
	words      theme.Words
	divide     divider
	shared     *Site
	newest     *Newest
	everywhere *Term // nil without such a word
	navigation []Link
	terms      map[*site.Term]*Term
	cards      sync.Map // *site.Entry → *Card
	eventCards sync.Map // *site.Entry → *EventCard
	mastheads  sync.Map // mastheadKey → *Masthead
	frame      digest.Sum
	counts     digest.Sum
	newestSum  digest.Sum
}

// New returns the builder of a site's views.
func New(s *site.Site) *Builder {
	b := &Builder{site: s, words: theme.WordsOf(s.Config.Language), divide: newDivider(s.Config.Language, s.Config.PDF.Hyphenation)}
	b.terms = make(map[*site.Term]*Term, len(s.Sections)+len(s.Tags)+len(s.Places))
	for _, group := range [][]*site.Term{s.Sections, s.Tags, s.Places} {
		for _, t := range group {
			b.terms[t] = &Term{Name: t.Name, Display: b.divide.sign(t.Name), URL: t.URL, Reports: len(t.Entries), Often: len(t.Entries) >= oftenFrom}
		}
	}
	if !s.Config.Outputs.Places {
		for _, t := range s.Places { // their signs lead nowhere
			b.terms[t].URL = ""
		}
	}
	if word := s.Config.Everywhere; word != "" {
		b.everywhere = &Term{Name: word, Display: b.divide.sign(word)}
	}
	b.navigation = b.menu()
	b.shared = b.sharedSite()
	b.newest, b.newestSum = b.makeNewest()
	b.frame, b.counts = b.frameSum(), countsOf(s)
	return b
}

// makeNewest returns what stands beside articles, and its name. The
// advertisement is named by the site's data.
func (b *Builder) makeNewest() (*Newest, digest.Sum) {
	newest := &Newest{Ad: adOf(b.site.Data)}
	var d digest.Builder
	for _, e := range b.site.Newest {
		c := b.Card(e)
		brief := &Brief{URL: c.URL, Headline: c.Headline, Label: c.Label, Language: c.Language, Date: c.Date}
		newest.Briefs = append(newest.Briefs, brief)
		for _, text := range []string{brief.URL, brief.Headline, brief.Label, brief.Language, brief.Date.ISO} {
			d.Text(text)
		}
	}
	return newest, d.Name()
}

// countsOf names how many reports there are for each term.
func countsOf(s *site.Site) digest.Sum {
	var d digest.Builder
	for _, group := range [][]*site.Term{s.Sections, s.Tags, s.Places} {
		for _, t := range group {
			d.Text(t.URL)
			d.Int(int64(len(t.Entries)))
		}
	}
	return d.Name()
}

// Frame names what the menu and the foot of every page show beside what
// site.Site.Digest names.
func (b *Builder) Frame() digest.Sum { return b.frame }

// NewestSum names what Newest shows.
func (b *Builder) NewestSum() digest.Sum { return b.newestSum }

// Counts names Term.Reports and Term.Often of all terms, which any page can
// reach through a section, a tag or a place.
func (b *Builder) Counts() digest.Sum { return b.counts }

// Card returns the card of a report.
func (b *Builder) Card(e *site.Entry) *Card {
	if e == nil {
		return nil
	}
	if known, ok := b.cards.Load(e); ok {
		return known.(*Card)
	}
	card, _ := b.cards.LoadOrStore(e, b.newCard(e))
	return card.(*Card)
}

func (b *Builder) newCard(e *site.Entry) *Card {
	c := &Card{
		URL:       e.URL,
		Headline:  e.Title,
		Display:   b.divide.headline(e.Title, e.Language),
		Kicker:    kickerOf(e),
		Label:     e.Title,
		Teaser:    e.Teaser,
		Language:  b.foreign(e),
		Date:      b.date(e.Date, e.HasTime),
		Section:   b.term(e.Section),
		Paid:      e.Paid,
		Withdrawn: e.Withdrawn,
	}
	if e.Happening != nil {
		c.Date = b.date(e.Happening.Begin, !e.Happening.AllDay)
	}
	if e.Kicker != "" {
		c.Label = trimColon(e.Kicker) + ": " + c.Label
	}
	if e.Paid {
		c.Label = b.words.Say("ad") + ": " + c.Label
	}
	if len(e.Places) > 0 {
		c.Place = b.term(e.Places[0])
	}
	if pictures := picturesOf(e); len(pictures) > 0 {
		c.Picture = pictures[0]
	}
	return c
}

func (b *Builder) cardsOf(entries []*site.Entry) []*Card {
	if len(entries) == 0 {
		return nil
	}
	cards := make([]*Card, len(entries))
	for i, e := range entries {
		cards[i] = b.Card(e)
	}
	return cards
}

// term returns the view of a term; nil for nil.
func (b *Builder) term(t *site.Term) *Term { return b.terms[t] }

func (b *Builder) termsOf(terms []*site.Term) []*Term {
	if len(terms) == 0 {
		return nil
	}
	views := make([]*Term, len(terms))
	for i, t := range terms {
		views[i] = b.terms[t]
	}
	return views
}

// place returns what the place sign at the head of a report says; nil for no
// sign. Lists show real places only.
func (b *Builder) place(e *site.Entry) *Term {
	switch {
	case len(e.Places) > 0:
		return b.terms[e.Places[0]]
	case e.Withdrawn && len(e.Article.Places) > 0: // has no list any more
		name := e.Article.Places[0].Text
		return &Term{Name: name, Display: b.divide.sign(name)}
	}
	return b.everywhere
}

// foreign returns the language of a text if it is not the site's.
func (b *Builder) foreign(e *site.Entry) string {
	if e.Language == b.site.Config.Language {
		return ""
	}
	return e.Language
}

// plain is the escaped form of an attribute's value that a hole of Markdown
// takes.
func plain(s string) string { return template.HTMLEscapeString(s) }
