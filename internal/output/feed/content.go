package feed

import (
	"bytes"
	"html"
	"net/url"
	"strconv"
	"strings"

	"stadtbote/internal/article"
	"stadtbote/internal/lang"
	"stadtbote/internal/markdown"
	"stadtbote/internal/site"
)

// words are the feed's own words in one language.
type words struct{ credit, photographer, correction, colon string }

func wordsOf(language string) words {
	if language == "en" {
		return words{"Source", "Photo", "Correction", ": "}
	}
	return words{"Bildquelle", "Foto", "Korrektur", ": "}
}

// content returns a report's whole text as HTML: its pictures with their
// credit, the body, corrections, and the links listed under the text.
func content(s *site.Site, e *site.Entry, body markdown.Fragment) string {
	var b strings.Builder
	for i, target := range e.Images {
		if target.URL != "" {
			figure(&b, s, e.Article.Pictures[i], target)
		}
	}
	filled := body.Fill(func(ref int) string { return attribute(s, e, ref) })
	b.Write(absolute(filled, s.Absolute(e.URL)))
	for _, correction := range e.Corrections {
		b.WriteString("<p><strong>" + wordsOf(s.Config.Language).correction + " (" +
			lang.ShortDate(correction.Date) + "):</strong> " + html.EscapeString(correction.Text) + "</p>\n")
	}
	if len(e.Links) > 0 {
		b.WriteString("<ul>\n")
		for _, link := range e.Links {
			b.WriteString(`<li><a href="` + html.EscapeString(link.URL.Text) + `">` + html.EscapeString(link.Title) + "</a></li>\n")
		}
		b.WriteString("</ul>\n")
	}
	return b.String()
}

// figure writes a picture of the front matter with its caption and credit.
func figure(b *strings.Builder, s *site.Site, p article.Picture, target site.Target) {
	b.WriteString("<figure><img" + source(s, target) + ` alt="` + html.EscapeString(p.Alt) + `">`)
	var caption []string
	for _, text := range []string{p.Caption, credit(s, p)} {
		if text != "" {
			caption = append(caption, html.EscapeString(text))
		}
	}
	if len(caption) > 0 {
		b.WriteString("<figcaption>" + strings.Join(caption, " ") + "</figcaption>")
	}
	b.WriteString("</figure>\n")
}

// credit returns who a picture is from: source, photographer and licence.
func credit(s *site.Site, p article.Picture) string {
	w := wordsOf(s.Config.Language)
	var parts []string
	if p.Credit != "" {
		parts = append(parts, w.credit+w.colon+p.Credit)
	}
	if p.Photographer != "" {
		parts = append(parts, w.photographer+w.colon+p.Photographer)
	}
	if p.Licence != "" {
		parts = append(parts, p.Licence)
	}
	return strings.Join(parts, ", ")
}

// attribute returns what belongs into a hole of the body.
func attribute(s *site.Site, e *site.Entry, ref int) string {
	if ref >= len(e.Targets) {
		return ""
	}
	target := e.Targets[ref]
	if e.Facts.Refs[ref].Kind == markdown.Image {
		return source(s, target)
	}
	return html.EscapeString(s.Absolute(target.URL))
}

// source returns the attributes src, width and height.
func source(s *site.Site, target site.Target) string {
	out := ` src="` + html.EscapeString(s.Absolute(target.URL)) + `"`
	if p := target.Picture; p != nil && p.Width > 0 && p.Height > 0 {
		out += ` width="` + strconv.Itoa(p.Width) + `" height="` + strconv.Itoa(p.Height) + `"`
	}
	return out
}

// addressed are the attributes of a body that hold one address.
var addressed = [...]string{" href", " src", " cite", " poster"}

// absolute returns the HTML of a page with every address in it absolute. In
// the HTML of package markdown a quotation mark inside text or a value is
// always written as an entity, so that =" is never part of a text.
func absolute(body []byte, page string) []byte {
	out := make([]byte, 0, len(body)+len(body)/8)
	for {
		i := bytes.Index(body, []byte(`="`))
		if i < 0 {
			return append(out, body...)
		}
		named := holdsAddress(body[:i])
		out, body = append(out, body[:i+2]...), body[i+2:]
		end := bytes.IndexByte(body, '"')
		if end < 0 {
			return append(out, body...)
		}
		if named {
			out = append(out, resolved(string(body[:end]), page)...)
		} else {
			out = append(out, body[:end]...)
		}
		body = body[end:]
	}
}

// holdsAddress reports whether the text before =" ends with the name of an
// attribute that holds an address.
func holdsAddress(before []byte) bool {
	for _, name := range addressed {
		if len(before) >= len(name) && string(before[len(before)-len(name):]) == name {
			return true
		}
	}
	return false
}

// resolved returns an escaped value as an absolute, escaped address.
func resolved(value, page string) string {
	if strings.HasPrefix(value, "https://") || strings.HasPrefix(value, "http://") || strings.HasPrefix(value, "mailto:") {
		return value
	}
	if strings.HasPrefix(value, "#") {
		return html.EscapeString(page) + value
	}
	base, err := url.Parse(page)
	if err != nil {
		return value
	}
	address, err := base.Parse(html.UnescapeString(value))
	if err != nil {
		return value
	}
	return html.EscapeString(address.String())
}
