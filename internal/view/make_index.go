package view

import (
	"slices"
	"strconv"

	"stadtbote/internal/lang"
	"stadtbote/internal/site"
)

// briefsOnFront is how many reports of a section the start page shows in short.
const briefsOnFront = 2

// Home returns the view of the start page.
func (b *Builder) Home() *Home {
	p := b.page(b.site.Home(), b.shared.Name)
	p.Title = b.shared.Name
	p.Description = b.shared.Description
	front := *b.masthead(b.site.Home(), "")
	front.Front, front.Trail = true, nil
	p.Masthead = &front
	h := &Home{Page: p}
	h.Next = b.EventCard(b.site.NextEvent())
	newest := b.HomeEntries()
	if len(newest) == 0 {
		return h
	}
	lead := newest[0]
	front.AsOf = b.date(lead.Date, false)
	h.Lead, h.Newest = b.Card(lead), b.cardsOf(newest[1:])
	if lead.Images != nil {
		p.Image = b.preview(lead)
	}
	for i, section := range b.site.Sections {
		rest := unpaid(section.Entries, 2+briefsOnFront)
		rest = slices.DeleteFunc(rest, func(e *site.Entry) bool { return e == lead })
		rest = rest[:min(1+briefsOnFront, len(rest))]
		if len(rest) == 0 {
			continue
		}
		h.Sections = append(h.Sections, HomeSection{
			Section: b.term(section), ID: "rubrik-" + strconv.Itoa(i+1),
			First: b.Card(rest[0]), More: b.cardsOf(rest[1:]),
		})
	}
	return h
}

// HomeEntries returns the newest reports that the start page may show.
func (b *Builder) HomeEntries() []*site.Entry {
	return unpaid(b.site.Articles, max(1, b.site.Config.Lists.Home))
}

// HomeSectionEntries returns the newest reports of each section that the start
// page may show, the lead among them.
func (b *Builder) HomeSectionEntries() []*site.Entry {
	var all []*site.Entry
	for _, section := range b.site.Sections {
		all = append(all, unpaid(section.Entries, 2+briefsOnFront)...)
	}
	return all
}

// unpaid returns the first n entries that are no advertisements, in a new slice.
func unpaid(entries []*site.Entry, n int) []*site.Entry {
	var rest []*site.Entry
	for _, e := range entries {
		if len(rest) == n {
			break
		}
		if !e.Paid {
			rest = append(rest, e)
		}
	}
	return rest
}

// Tags returns the view of the list of all tags.
func (b *Builder) Tags() *Index {
	return b.index(b.site.Tags, b.site.TagsURL(), "tags-a-z")
}

// Places returns the view of the list of all places.
func (b *Builder) Places() *Index {
	return b.index(b.site.Places, b.site.PlacesURL(), "places-a-z")
}

func (b *Builder) index(terms []*site.Term, address, word string) *Index {
	p := b.page(address, b.words.Say(word))
	p.Masthead = b.masthead(address, "")
	letters := b.letters(terms)
	return &Index{Page: p, Count: len(terms), Letters: letters, Alphabet: alphabet(letters)}
}

// letters sorts terms and their synonyms under their initial letters.
func (b *Builder) letters(terms []*site.Term) []Letter {
	var entries []IndexEntry
	for _, t := range terms {
		entries = append(entries, IndexEntry{Name: t.Name, Term: b.terms[t]})
		for _, synonym := range t.Synonyms {
			entries = append(entries, IndexEntry{Name: synonym, Term: b.terms[t], See: true})
		}
	}
	slices.SortStableFunc(entries, func(x, y IndexEntry) int { return lang.Compare(x.Name, y.Name) })
	var letters []Letter
	at := make(map[string]int)
	for _, entry := range entries {
		initial := lang.Initial(entry.Name)
		i, known := at[initial]
		if !known {
			i = len(letters)
			at[initial] = i
			letters = append(letters, Letter{Name: initial, ID: letterID(initial, i)})
		}
		letters[i].Entries = append(letters[i].Entries, entry)
	}
	return letters
}

// letterID returns the anchor of a letter: "A", or its number for what is no
// letter of the alphabet.
func letterID(initial string, i int) string {
	if len(initial) == 1 && 'A' <= initial[0] && initial[0] <= 'Z' {
		return "buchstabe-" + initial
	}
	return "buchstabe-" + strconv.Itoa(i+1)
}

// alphabet returns A to Z, and what else occurs at its place.
func alphabet(letters []Letter) []Letter {
	var all []Letter
	next := byte('A')
	upTo := func(end byte) {
		for ; next < end; next++ {
			all = append(all, Letter{Name: string(rune(next))})
		}
	}
	for _, l := range letters {
		if len(l.Name) == 1 && next <= l.Name[0] && l.Name[0] <= 'Z' {
			upTo(l.Name[0])
			next = l.Name[0] + 1
		}
		all = append(all, l)
	}
	upTo('Z' + 1)
	return all
}

// Archive returns the view of the archive.
func (b *Builder) Archive() *Archive {
	p := b.page(b.site.ArchiveURL(), b.words.Say("archive"))
	p.Masthead = b.masthead(b.site.ArchiveURL(), "")
	return &Archive{Page: p, Years: b.years()}
}

// Search returns the view of the search page.
func (b *Builder) Search() *Archive {
	p := b.page(b.site.SearchURL(), b.words.Say("search"))
	p.Masthead = b.masthead(b.site.SearchURL(), "")
	v := &Archive{Page: p, Letters: b.letters(b.site.Tags)}
	if b.shared.ArchiveURL != "" {
		v.Years = b.years()
	}
	return v
}

func (b *Builder) years() []ArchiveYear {
	var years []ArchiveYear
	for _, y := range b.site.Years {
		year := ArchiveYear{Name: strconv.Itoa(y.Year), URL: y.URL, Count: len(y.Entries)}
		for _, m := range y.Months {
			year.Months = append(year.Months, Month{b.month(m), m.URL, len(m.Entries)})
		}
		years = append(years, year)
	}
	return years
}

// NotFound returns the view of 404.html.
func (b *Builder) NotFound() *NotFound {
	address := b.site.Home() + "404.html"
	p := b.page(address, b.words.Say("not-found"))
	p.Masthead = b.masthead(address, "")
	p.Hidden = true
	return &NotFound{Page: p}
}
