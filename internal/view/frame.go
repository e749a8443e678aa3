package view

import (
	"html/template"
	"strings"

	"stadtbote/internal/config"
	"stadtbote/internal/digest"
	"stadtbote/internal/palette"
	"stadtbote/internal/site"
)

// sharedSite makes what every page may show.
func (b *Builder) sharedSite() *Site {
	s, c := b.site, b.site.Config
	shared := &Site{
		Name: c.Title, Description: c.Description, Language: c.Language,
		URL: s.Home(), Everywhere: c.Everywhere,
		Publisher: Publisher(c.Publisher),
	}
	shared.Icons = icons(s)
	day, night := c.Theme.Colors.Schemes()
	shared.DayColor, shared.NightColor = day[palette.Plate].String(), night[palette.Plate].String()
	if len(s.Tags) > 0 {
		shared.TagsURL = s.TagsURL()
	}
	if c.Outputs.Places && len(s.Places) > 0 {
		shared.PlacesURL = s.PlacesURL()
	}
	if len(s.Events) > 0 {
		shared.EventsURL = s.EventsURL()
	}
	if len(s.Municipalities) > 0 {
		shared.MunicipalitiesURL = s.MunicipalitiesURL()
	}
	if c.Outputs.Credits && len(s.Pictures) > 0 {
		shared.CreditsURL = s.CreditsURL()
	}
	if s.Amended() {
		shared.CorrectionsURL = s.CorrectionsURL()
	}
	if easy := s.Easy(); easy != nil {
		shared.EasyURL = easy.URL
	}
	if c.Outputs.Archive {
		shared.ArchiveURL = s.ArchiveURL()
	}
	if c.Outputs.Search {
		shared.SearchURL = s.SearchURL()
	}
	if c.Outputs.Feed {
		shared.Feeds = b.feeds(b.words.Say("all-reports"), s.Home())
	}
	if s.Data != nil {
		shared.Data = s.Data.All
	}
	shared.Footer = b.footer(shared)
	return shared
}

// feeds returns the feeds of a list.
func (b *Builder) feeds(title, list string) []Feed {
	feeds := []Feed{{title, b.site.FeedURL(list), "application/atom+xml"}}
	if b.site.Config.Outputs.JSONFeed {
		feeds = append(feeds, Feed{title, b.site.JSONFeedURL(list), "application/feed+json"})
	}
	return feeds
}

// menu returns the main menu: the configured one, or the sections.
func (b *Builder) menu() []Link {
	if configured := b.site.Config.Navigation; len(configured) > 0 {
		return b.links(configured)
	}
	var menu []Link
	for _, section := range b.site.Sections {
		menu = append(menu, Link{section.Name, section.URL})
	}
	return menu
}

// footer returns the lists of links at the foot: the configured ones, or the
// legal pages that there are and the indexes.
func (b *Builder) footer(shared *Site) [][]Link {
	var groups [][]Link
	for _, group := range b.site.Config.Footer {
		groups = append(groups, b.links(group.Links))
	}
	if len(groups) > 0 {
		return groups
	}
	var legal, indexes []Link
	for _, page := range []struct{ word, slug, url string }{
		{"imprint", "impressum", b.legalURL(site.Imprint)},
		{"privacy", "datenschutz", b.legalURL(site.Privacy)},
		{"accessibility", "barrierefreiheit", b.legalURL(site.Accessibility)},
	} {
		if page.url != "" {
			legal = append(legal, Link{b.words.Say(page.word), page.url})
			continue
		}
		for _, e := range b.site.Pages {
			if e.Slug == page.slug {
				legal = append(legal, Link{e.Title, e.URL})
			}
		}
	}
	for _, index := range []struct{ word, url string }{
		{"easy", shared.EasyURL},
		{"events", shared.EventsURL},
		{"municipalities", shared.MunicipalitiesURL},
		{"archive", shared.ArchiveURL},
		{"tags-a-z", shared.TagsURL},
		{"places-a-z", shared.PlacesURL},
		{"credits", shared.CreditsURL},
		{"corrections", shared.CorrectionsURL},
		{"search", shared.SearchURL},
	} {
		if index.url != "" {
			indexes = append(indexes, Link{b.words.Say(index.word), index.url})
		}
	}
	return [][]Link{legal, indexes}
}

// legalURL returns the address of a page made from data/; "" without one.
func (b *Builder) legalURL(kind site.LegalKind) string {
	for _, l := range b.site.Legal {
		if l.Kind == kind {
			return l.URL
		}
	}
	return ""
}

// links returns configured links; an address on this site gets the path under
// which the site lies.
func (b *Builder) links(configured []config.Link) []Link {
	links := make([]Link, 0, len(configured))
	for _, l := range configured {
		links = append(links, Link{l.Title, b.local(l.URL)})
	}
	return links
}

func (b *Builder) local(address string) string {
	if strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//") {
		return b.site.Home() + address[1:]
	}
	return address
}

// frameSum names menu and footer.
func (b *Builder) frameSum() digest.Sum {
	var d digest.Builder
	for _, group := range append([][]Link{b.navigation}, b.shared.Footer...) {
		d.Int(int64(len(group)))
		for _, l := range group {
			d.Text(l.Title)
			d.Text(l.URL)
		}
	}
	for _, url := range []string{b.shared.TagsURL, b.shared.PlacesURL, b.shared.EventsURL, b.shared.MunicipalitiesURL, b.shared.CreditsURL, b.shared.CorrectionsURL, b.shared.EasyURL} {
		d.Text(url)
	}
	return d.Name()
}

// spot is where a page stands in the menu. Pages at the same spot share a
// masthead.
type spot struct {
	page    string // address, if the menu leads to it
	section string // address of the menu entry that it is under
	above   string // address of the last link of the trail
}

// masthead returns the top of a page at that address, below trail.
func (b *Builder) masthead(address, section string, trail ...Link) *Masthead {
	at := spot{section: section}
	for _, l := range b.navigation {
		if l.URL == address {
			at.page = address
		}
	}
	if len(trail) > 0 {
		at.above = trail[len(trail)-1].URL
	}
	if known, ok := b.mastheads.Load(at); ok {
		return known.(*Masthead)
	}
	m := &Masthead{Site: b.shared, Trail: append([]Link{{b.words.Say("home"), b.shared.URL}}, trail...)}
	for _, l := range b.navigation {
		current := ""
		switch l.URL {
		case at.page:
			current = "page"
		case at.section:
			current = "true"
		}
		m.Navigation = append(m.Navigation, NavLink{l.Title, l.URL, current})
	}
	known, _ := b.mastheads.LoadOrStore(at, m)
	return known.(*Masthead)
}

// page returns what the page at an address knows of itself.
func (b *Builder) page(address, heading string) *Page {
	absolute := b.site.Absolute(address)
	return &Page{
		Site:    b.shared,
		Newest:  b.newest,
		URL:     absolute,
		Title:   heading + " – " + b.shared.Name,
		Heading: heading,
		Type:    "website",
		Image:   b.sign(),
		Barrier: b.barrier(absolute),
	}
}

// barrier returns the address of "Barriere melden" for a page.
func (b *Builder) barrier(absolute string) template.URL {
	to := b.shared.Publisher.Email
	if to == "" {
		return ""
	}
	return mailto(to, b.words.Say("barrier-subject"), b.words.Say("barrier-body", absolute))
}

// adOf reads data/anzeige.yaml (or data/ad.yaml): text, titel and url. Without
// an address there is no advertisement.
func adOf(data *config.Data) *Ad {
	if data == nil {
		return nil
	}
	for _, name := range []string{"anzeige", "ad"} {
		fields, ok := data.All[name].(map[string]any)
		if !ok {
			continue
		}
		text := func(keys ...string) string {
			for _, key := range keys {
				if s, ok := fields[key].(string); ok {
					return s
				}
			}
			return ""
		}
		ad := Ad{Text: text("text"), Title: text("titel", "title"), URL: text("url", "link")}
		if ad.URL == "" {
			continue
		}
		if ad.Title == "" {
			ad.Title = shown(ad.URL)
		}
		return &ad
	}
	return nil
}
