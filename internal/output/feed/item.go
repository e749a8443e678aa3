package feed

import (
	"path"
	"strings"
	"time"

	"stadtbote/internal/lang"
	"stadtbote/internal/markdown"
	"stadtbote/internal/site"
)

// item is one report as both formats need it.
type item struct {
	*site.Entry
	url       string // absolute; also its identity, which an address keeps for ever
	title     string
	teaser    string
	content   string // HTML with absolute addresses
	published time.Time
	updated   time.Time
	authors   []string
	picture   enclosure
}

// enclosure is the report's first picture.
type enclosure struct{ url, mime, credit string }

func newItem(s *site.Site, e *site.Entry, body markdown.Fragment) item {
	return item{
		Entry:     e,
		url:       s.Absolute(e.URL),
		title:     clean(title(e)),
		teaser:    clean(e.Teaser),
		content:   clean(content(s, e, body)),
		published: e.Date.In(lang.Berlin()),
		updated:   e.Changed().In(lang.Berlin()),
		authors:   authors(s, e),
		picture:   firstPicture(s, e),
	}
}

// title returns the headline with the line above it.
func title(e *site.Entry) string {
	if e.Kicker == "" {
		return e.Title
	}
	return e.Kicker + ": " + e.Title
}

// newest returns when the newest item changed, or the beginning of 1970 if
// there is none: Atom wants a time, and the clock is not to be asked.
func newest(items []item) time.Time {
	last := time.Unix(0, 0).UTC()
	for _, it := range items {
		if it.updated.After(last) {
			last = it.updated
		}
	}
	return last
}

// authors returns the names behind the report's sigils.
func authors(s *site.Site, e *site.Entry) []string {
	var names []string
	for _, sigil := range e.Sigils {
		name := sigil.Text
		if s.Data != nil && s.Data.Editors[name] != "" {
			name = s.Data.Editors[name]
		}
		if name = clean(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// publisher returns who answers for the site where no author is named.
func publisher(s *site.Site) string {
	if s.Config.Publisher.Name != "" {
		return clean(s.Config.Publisher.Name)
	}
	return clean(s.Config.Title)
}

func firstPicture(s *site.Site, e *site.Entry) enclosure {
	for i, target := range e.Images {
		if target.URL != "" && target.Picture != nil {
			return enclosure{s.Absolute(target.URL), mime(target.URL), clean(credit(s, e.Article.Pictures[i]))}
		}
	}
	return enclosure{}
}

// mime returns the media type of a picture's file.
func mime(address string) string {
	switch ending := path.Ext(address); ending {
	case ".svg":
		return "image/svg+xml"
	case ".jpg":
		return "image/jpeg"
	default:
		return "image/" + ending[1:]
	}
}

// clean takes away characters that XML does not allow at all: control
// characters, and two that mean nothing in Unicode.
func clean(s string) string {
	for i := range len(s) {
		if c := s[i]; c < ' ' && !blank(rune(c)) || c == 0xEF && i+2 < len(s) && s[i+1] == 0xBF && s[i+2] >= 0xBE {
			return strings.Map(legal, s)
		}
	}
	return s
}

func legal(r rune) rune {
	if r < ' ' && !blank(r) || r == 0xFFFE || r == 0xFFFF {
		return -1
	}
	return r
}

func blank(r rune) bool { return r == '\t' || r == '\n' || r == '\r' }
