package site

import (
	"maps"
	"path"
	"slices"
	"strings"
	"sync/atomic"

	"stadtbote/internal/digest"
)

// A digest must change whenever bytes of what it stands for could change, and
// should not change otherwise. So each names exactly what a view may show.

// sums names everything that outputs are made from.
func (a *assembly) sums() {
	s := a.site
	a.entrySums()
	a.signs()
	a.titles()
	var b digest.Builder
	for _, terms := range [][]*Term{s.Sections, s.Tags, s.Places} {
		for _, t := range terms {
			t.Sum = termSum(&b, t)
		}
	}
	for _, year := range s.Years {
		year.Sum = listSum(&b, year.Entries)
		for _, month := range year.Months {
			month.Sum = listSum(&b, month.Entries)
		}
	}
	s.NewestSum = listSum(&b, s.Newest)
	s.Digest = a.everywhere(&b)
}

// entrySums names what is shown of entries and by their pages. Where all steps
// were taken over, the names of what did not change are.
func (a *assembly) entrySums() {
	known := a.was != nil
	for s := range summing {
		known = known && (a.taken[s] || s == tagging || s == gathering || s == counting || s == governing || s == relating)
	}
	var changed atomic.Bool // a card did
	a.eachSum(func(b *digest.Builder, e *Entry) {
		if known && a.kept(e) {
			e.Card = a.was.entries[e.index].Card
			return
		}
		e.Card = cardSum(b, e)
		if a.was == nil || e.Card != a.was.entries[e.index].Card {
			changed.Store(true)
		}
	})
	beside := known && !changed.Load() && a.taken[relating]
	a.eachSum(func(b *digest.Builder, e *Entry) {
		if known && a.kept(e) && a.sameMentions(e) {
			e.Text = a.was.entries[e.index].Text
			if beside {
				e.Sum = a.was.entries[e.index].Sum
				return
			}
		} else {
			e.Text = textSum(b, e)
		}
		e.Sum = pageSum(b, e)
	})
}

// sameMentions reports whether an entry has the tags that it had.
func (a *assembly) sameMentions(e *Entry) bool {
	return a.taken[tagging] || slices.EqualFunc(e.Tags, a.was.entries[e.index].Tags, func(now, was *Term) bool {
		return now.Name == was.Name && now.URL == was.URL
	})
}

// eachSum calls name for each entry, several at once.
func (a *assembly) eachSum(name func(b *digest.Builder, e *Entry)) {
	inParts(len(a.entries), func(from, to int) {
		var b digest.Builder
		for i := from; i < to; i++ {
			name(&b, &a.entries[i])
		}
	})
}

// cardSum names what a list shows of an entry, and nothing that only its own
// page shows: the cards of the newest reports are on every page.
func cardSum(b *digest.Builder, e *Entry) digest.Sum {
	b.Reset()
	for _, text := range []string{e.URL, e.Title, e.Kicker, e.Teaser, e.Language} {
		b.Text(text)
	}
	b.Int(e.Date.Unix())
	if e.Happening != nil {
		b.Sum(e.Source)
		addNames(b, e.Where...)
	}
	b.Bool(e.HasTime)
	b.Bool(e.Withdrawn)
	b.Bool(e.Paid)
	b.Bool(e.Section != nil)
	if e.Section != nil {
		addNames(b, e.Section)
	}
	addNames(b, e.Places[:min(1, len(e.Places))]...)
	for i, target := range e.Images {
		if target.URL == "" {
			continue
		}
		p := &e.Article.Pictures[i]
		addTarget(b, target)
		b.Bool(p.Decorative)
		for _, text := range []string{p.Alt, p.Caption, p.Credit, p.Photographer, p.Licence} {
			b.Text(text)
		}
		break
	}
	return b.Name()
}

// addNames adds the names and addresses of terms.
func addNames(b *digest.Builder, terms ...*Term) {
	b.Int(int64(len(terms)))
	for _, t := range terms {
		b.Text(t.Name)
		b.Text(t.URL)
	}
}

func addTarget(b *digest.Builder, t Target) {
	b.Text(t.URL)
	b.Bool(t.Picture != nil)
	if t.Picture != nil {
		b.Int(int64(t.Picture.Width))
		b.Int(int64(t.Picture.Height))
		b.Text(t.Picture.Type)
	}
}

// textSum names what an article says, with its references and terms resolved.
func textSum(b *digest.Builder, e *Entry) digest.Sum {
	b.Reset()
	b.Sum(e.Source)
	b.Sum(e.Card)
	addNames(b, e.Tags...)
	addNames(b, e.Places...)
	for _, targets := range [][]Target{e.Targets, e.Images} {
		b.Int(int64(len(targets)))
		for _, t := range targets {
			addTarget(b, t)
		}
	}
	return b.Name()
}

// pageSum names what an article's page shows: itself and its neighbours.
func pageSum(b *digest.Builder, e *Entry) digest.Sum {
	b.Reset()
	b.Sum(e.Text)
	for _, neighbour := range []*Entry{e.Newer, e.Older} {
		b.Bool(neighbour != nil)
		if neighbour != nil {
			b.Sum(neighbour.Card)
		}
	}
	for _, neighbours := range [][]*Entry{e.More, e.Related, e.Earlier, e.Later} {
		addCards(b, neighbours)
	}
	return b.Name()
}

func addCards(b *digest.Builder, entries []*Entry) {
	b.Int(int64(len(entries)))
	for _, e := range entries {
		b.Sum(e.Card)
	}
}

func listSum(b *digest.Builder, entries []*Entry) digest.Sum {
	b.Reset()
	addCards(b, entries)
	return b.Name()
}

func termSum(b *digest.Builder, t *Term) digest.Sum {
	b.Reset()
	for _, text := range []string{t.Name, t.Slug, t.URL, t.Description} {
		b.Text(text)
	}
	b.Int(int64(len(t.Synonyms)))
	for _, synonym := range t.Synonyms {
		b.Text(synonym)
	}
	addCards(b, t.Entries)
	return b.Name()
}

// everywhere names what every page may show.
func (a *assembly) everywhere(b *digest.Builder) digest.Sum {
	s := a.site
	b.Reset()
	b.Sum(s.Config.Digest)
	b.Text(s.Config.BaseURL)
	if s.Data != nil {
		b.Sum(s.Data.Sum)
	}
	b.Int(int64(len(s.Sections)))
	for _, section := range s.Sections {
		b.Text(section.Name)
		b.Text(section.URL)
	}
	for _, name := range slices.Sorted(maps.Keys(s.Assets)) {
		if asset := s.Assets[name]; !a.photo(asset) {
			b.Text(name)
			b.Text(asset.URL)
			b.Text(asset.Integrity)
		}
	}
	return b.Name()
}

// photo reports whether a file of static/ is one that only articles show. Its
// address says nothing of its content, and thousands may come and go without
// touching other pages.
func (a *assembly) photo(asset Asset) bool {
	switch strings.ToLower(path.Ext(asset.Path)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".pdf":
		return asset.URL == a.site.base.under(escaped(asset.Path))
	}
	return false
}
