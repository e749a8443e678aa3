package view

import (
	"html/template"
	"strings"
	"unicode/utf8"

	"stadtbote/internal/site"
)

// newsArticle returns the schema.org description of a report as JSON that is
// safe inside a script element. It is written by hand: encoding/json takes
// longer than all the rest of a page's head.
func (b *Builder) newsArticle(e *site.Entry, a *Article, p *Page) template.JS {
	var w jsonWriter
	w.out.Grow(640 + len(a.Headline) + len(a.Teaser) + 3*len(p.URL))
	w.raw(`{"@context":"https://schema.org","@type":"NewsArticle"`)
	w.pair("headline", a.Headline)
	w.pair("description", a.Teaser)
	w.pair("url", p.URL)
	w.pair("mainEntityOfPage", p.URL)
	w.pair("datePublished", a.Date.ISO)
	w.pair("dateModified", a.Updated.ISO)
	w.pair("inLanguage", or(e.Language, b.shared.Language))
	if a.Section != nil {
		w.pair("articleSection", a.Section.Name)
	}
	if p.Image != nil {
		w.pair("image", p.Image.URL)
	}
	if len(e.Tags) > 0 {
		w.list("keywords", len(e.Tags), func(i int) string { return e.Tags[i].Name })
	}
	w.authors(b.signatories(e))
	publisher := or(b.shared.Publisher.Name, b.shared.Name)
	w.raw(`,"publisher":{"@type":"Organization","name":`)
	w.text(publisher)
	w.pair("url", b.site.Absolute(b.shared.URL))
	w.raw("}}")
	return template.JS(w.out.String()) //nolint:gosec // text escapes everything that could leave a script element
}

// signatories returns the full names of a report's authors, where known.
func (b *Builder) signatories(e *site.Entry) []string {
	var names []string
	for _, sigil := range e.Sigils {
		if name := b.editor(sigil.Text); name != "" {
			names = append(names, name)
		} else if utf8.RuneCountInString(sigil.Text) > 5 {
			names = append(names, sigil.Text)
		}
	}
	return names
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// jsonWriter appends JSON.
type jsonWriter struct{ out strings.Builder }

func (w *jsonWriter) raw(s string) { w.out.WriteString(s) }

// pair appends ,"key":"value"; nothing for an empty value.
func (w *jsonWriter) pair(key, value string) {
	if value == "" {
		return
	}
	w.raw(`,"`)
	w.raw(key)
	w.raw(`":`)
	w.text(value)
}

// list appends ,"key":["…","…"].
func (w *jsonWriter) list(key string, n int, item func(int) string) {
	w.raw(`,"`)
	w.raw(key)
	w.raw(`":[`)
	for i := range n {
		if i > 0 {
			w.raw(",")
		}
		w.text(item(i))
	}
	w.raw("]")
}

// authors appends the authors as persons.
func (w *jsonWriter) authors(names []string) {
	if len(names) == 0 {
		return
	}
	w.raw(`,"author":[`)
	for i, name := range names {
		if i > 0 {
			w.raw(",")
		}
		w.raw(`{"@type":"Person","name":`)
		w.text(name)
		w.raw("}")
	}
	w.raw("]")
}

// text appends a string. What could end a script element or begin a comment in
// it is written as \uXXXX, as are control characters and the line separators
// that old JavaScript engines stumble over; bytes that are no UTF-8 become
// U+FFFD.
func (w *jsonWriter) text(s string) {
	const digits = "0123456789abcdef"
	w.out.WriteByte('"')
	from := 0
	for i, r := range s {
		plain := r >= ' ' && r != '"' && r != '\\' && r != '<' && r != '>' && r != '&' &&
			r != '\u2028' && r != '\u2029' && r != utf8.RuneError
		if plain {
			continue
		}
		w.raw(s[from:i])
		_, size := utf8.DecodeRuneInString(s[i:])
		from = i + size
		switch {
		case r == '"' || r == '\\':
			w.out.WriteByte('\\')
			w.out.WriteByte(byte(r))
		case r == utf8.RuneError:
			w.out.WriteRune(r)
		default:
			w.raw(`\u`)
			for shift := 12; shift >= 0; shift -= 4 {
				w.out.WriteByte(digits[r>>shift&15])
			}
		}
	}
	w.raw(s[from:])
	w.out.WriteByte('"')
}
