package site

import (
	"encoding/hex"
	"net/url"

	"stadtbote/internal/digest"
	"stadtbote/internal/lang"
	"stadtbote/internal/palette"
)

// Poster is the sign that stands for a page in previews elsewhere, where it has
// no picture.
type Poster struct {
	URL              string
	Kicker, Headline string
	Name, Date       string
	Language         string // of the headline
}

// Preview returns the version of an entry's first picture that previews
// elsewhere show; false if it has none that they can.
func (e *Entry) Preview() (Version, bool) {
	for _, target := range e.Images {
		if target.URL != "" {
			v := target.Shown.Preview
			return v, v.URL != ""
		}
	}
	return Version{}, false
}

// Poster returns the sign that stands for the site, and for all pages that have
// none of their own; false if the site wants none.
func (s *Site) Poster() (Poster, bool) {
	if !s.Config.Outputs.OG {
		return Poster{}, false
	}
	p := Poster{Headline: s.Config.Title, Language: s.Config.Language}
	if u, err := url.Parse(s.Config.BaseURL); err == nil {
		p.Name = u.Host
	}
	p.URL = s.posterURL("schild", digest.Sum{})
	return p, true
}

// PosterOf returns the sign that stands for a report without a picture; false
// if it has one.
func (s *Site) PosterOf(e *Entry) (Poster, bool) {
	if !s.Config.Outputs.OG || e.URL == "" || e.Withdrawn {
		return Poster{}, false
	}
	if _, has := e.Preview(); has {
		return Poster{}, false
	}
	slug := e.Slug
	if !folded(slug) {
		slug = "schild"
	}
	p := Poster{
		URL: s.posterURL(slug, e.Card), Headline: e.Title, Kicker: e.Kicker,
		Name: s.Config.Title, Date: "[" + lang.ShortDate(e.Date.In(lang.Berlin())) + "]", Language: e.Language,
	}
	if p.Kicker == "" && len(e.Places) > 0 {
		p.Kicker = e.Places[0].Name
	}
	if p.Language == "" {
		p.Language = s.Config.Language
	}
	return p, true
}

// PosterFile returns the path of the sign that stands for a report, as File
// does; false if it has a picture.
func (s *Site) PosterFile(e *Entry) (path string, drawn bool) { return e.signFile, e.signFile != "" }

// signs says where the sign of each report lies. Where a report and its card
// are what they were, so are its pictures and its sign.
func (a *assembly) signs() {
	if !a.in.Config.Outputs.OG {
		return
	}
	inParts(len(a.site.Articles), func(from, to int) {
		for _, e := range a.site.Articles[from:to] {
			if a.taken[filing] && a.kept(e) && e.Card == a.was.entries[e.index].Card {
				e.signFile = a.was.entries[e.index].signFile
			} else if poster, drawn := a.site.PosterOf(e); drawn {
				e.signFile = a.site.base.file(poster.URL)
			}
		}
	})
}

// posterURL returns an address that changes with what stands on a poster: card
// is the name of what is written on it, and more.
func (s *Site) posterURL(slug string, card digest.Sum) string {
	name := make([]byte, 0, 80)
	name = append(append(name, slug...), '-')
	name = hex.AppendEncode(name, card[:4])
	name = hex.AppendEncode(name, s.posters[:2])
	return below(s.base.under(s.Config.Addresses.Pictures), string(append(name, ".png"...)))
}

// posterSum names what all posters share.
func posterSum(s *Site) digest.Sum {
	day, _ := s.Config.Theme.Colors.Schemes()
	var b digest.Builder
	for _, text := range []string{s.Config.Title, s.Config.BaseURL, day[palette.Sign].String(), day[palette.OnSign].String()} {
		b.Text(text)
	}
	for _, word := range s.Config.PDF.Hyphenation {
		b.Text(word)
	}
	return b.Name()
}

// The names of a site's icons, which browsers and telephones look for.
const (
	IconSVG   = "favicon.svg"
	IconICO   = "favicon.ico"
	IconTouch = "apple-touch-icon.png"
)

// IconURL returns the address of one of the icons: that of the site's own file,
// or of the one that is drawn; false if there is neither.
func (s *Site) IconURL(name string) (address string, drawn, known bool) {
	if asset, own := s.Assets[name]; own {
		return asset.URL, false, true
	}
	return s.base.under(name), true, s.Config.Outputs.Icons
}
