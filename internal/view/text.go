package view

import (
	"strings"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/lang"
	"stadtbote/internal/site"
)

// date returns a day, or a moment if the author gave one.
func (b *Builder) date(t time.Time, hasTime bool) Date {
	if t.IsZero() {
		return Date{}
	}
	t = t.In(lang.Berlin())
	language := b.site.Config.Language
	d := Date{ISO: t.Format(time.DateOnly), Short: lang.ShortDate(t), Long: lang.LongDate(t, language)}
	if hasTime {
		d.ISO = t.Format(time.RFC3339)
		d.Long += ", " + lang.ClockTime(t, language)
	}
	return d
}

// trimColon returns a kicker without the colon that some authors end it with.
func trimColon(kicker string) string {
	return strings.TrimRight(strings.TrimSpace(kicker), ": \u00a0")
}

// kickerOf returns the kicker, or "" where the sign of the first place says
// just that.
func kickerOf(e *site.Entry) string {
	kicker := trimColon(e.Kicker)
	if len(e.Places) > 0 && strings.EqualFold(kicker, e.Places[0].Name) {
		return ""
	}
	return kicker
}

// picturesOf returns the pictures of an article that can be shown.
func picturesOf(e *site.Entry) []*Picture {
	var pictures []*Picture
	for i, target := range e.Images {
		if i >= len(e.Article.Pictures) || target.URL == "" {
			continue
		}
		pictures = append(pictures, newPicture(e.Article.Pictures[i], target))
	}
	return pictures
}

func newPicture(p article.Picture, target site.Target) *Picture {
	picture := &Picture{URL: target.URL, Alt: p.Alt, Caption: p.Caption, Credit: creditOf(p)}
	if p.Decorative {
		picture.Alt = ""
	}
	if shown := target.Shown; shown != nil {
		picture.Width, picture.Height = sizeOf(shown)
		picture.SrcSet, picture.WebP = srcsets(shown)
	}
	return picture
}

// creditOf joins source, photographer and licence: "Stadt Musterstadt / Erika
// Muster (CC BY 4.0)".
func creditOf(p article.Picture) string {
	credit := p.Credit
	if p.Photographer != "" && p.Photographer != p.Credit {
		if credit != "" {
			credit += " / "
		}
		credit += p.Photographer
	}
	switch {
	case p.Licence == "":
		return credit
	case credit == "":
		return p.Licence
	}
	return credit + " (" + p.Licence + ")"
}

// creditsOf joins the credits of several pictures, each once.
func creditsOf(pictures []*Picture) string {
	var all []string
	seen := make(map[string]bool)
	for _, p := range pictures {
		if p.Credit != "" && !seen[p.Credit] {
			seen[p.Credit] = true
			all = append(all, p.Credit)
		}
	}
	return strings.Join(all, "; ")
}

// authorsOf resolves the sigils of an article: "ve" is Vera Muster of the
// editorial staff.
func (b *Builder) authorsOf(e *site.Entry) []Author {
	authors := make([]Author, 0, len(e.Sigils))
	for _, sigil := range e.Sigils {
		a := Author{Sigil: sigil.Text}
		if name := b.editor(sigil.Text); name != "" {
			a.Name = name
			if staff := b.words.Say("editors"); !strings.EqualFold(name, staff) {
				a.Name += ", " + staff
			}
		}
		authors = append(authors, a)
	}
	return authors
}

// editor returns the name that belongs to a sigil; "" if it is unknown.
func (b *Builder) editor(sigil string) string {
	if b.site.Data == nil {
		return ""
	}
	return b.site.Data.Editors[sigil]
}

// shown returns an address as people write it down.
func shown(address string) string {
	for _, scheme := range []string{"https://", "http://", "mailto:", "tel:"} {
		if rest, found := strings.CutPrefix(address, scheme); found {
			if host, path, _ := strings.Cut(rest, "/"); path == "" {
				return host
			}
			return rest
		}
	}
	return address
}
