package article

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/frontmatter"
	"stadtbote/internal/lang"
)

// builder turns a front matter into an article.
type builder struct {
	*Article
	matter *frontmatter.Matter
	rules  Rules
}

func (b *builder) report(pos diag.Pos, code diag.Code, args ...any) {
	b.Diags.Report(b.Path, pos, code, args...)
}

// top is the place of what is missing.
var top = diag.Pos{Line: 1, Col: 1}

func (b *builder) build() {
	b.texts()
	b.dates()
	b.slug()
	m := b.matter
	b.Section = Value(m.Section)
	b.Tags, b.Places, b.Sigils = values(m.Tags), values(m.Places), values(m.Sigils)
	b.Related, b.Aliases = values(m.Related), values(m.Aliases)
	b.Draft, b.Withdrawn, b.Paid = m.Draft, m.Withdrawn, m.Paid
	b.Release, b.Issuer = m.Release, m.Issuer.Text
	if b.Kind == Page {
		b.Layout = Value(m.Layout)
	}
	b.Easy = m.Easy
	b.happening()
	b.pictures()
	b.links()
	for _, c := range m.Corrections {
		b.Corrections = append(b.Corrections, Correction{c.Date.Time, b.typeset(c.Text)})
	}
	b.checkPaths()
}

func (b *builder) typeset(s string) string {
	return lang.Typeset(s, b.languageOr(b.rules.Language))
}

// language takes the language, which decides on the typography of all else.
func (b *builder) language() {
	code := b.matter.Language
	switch {
	case code.Text == "" || strings.EqualFold(code.Text, b.rules.Language):
	case !lang.IsTag(code.Text):
		b.report(code.Pos, diag.BadLanguage, "sprache", code.Text)
	default:
		b.Language = code.Text
	}
}

func (b *builder) texts() {
	m := b.matter
	b.Title = b.typeset(m.Title.Text)
	b.Kicker = b.typeset(m.Kicker.Text)
	b.Subtitle = b.typeset(m.Subtitle.Text)
	b.Teaser = b.typeset(oneLine(m.Teaser.Text))
	if strings.TrimSpace(b.Title) == "" {
		pos := m.Title.Pos
		if pos.Line == 0 {
			pos = top
		}
		b.report(pos, diag.MissingTitle)
	}
}

// oneLine joins the lines of a text.
func oneLine(s string) string {
	if !strings.Contains(s, "\n") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

func (b *builder) dates() {
	m := b.matter
	b.Date, b.HasTime = m.Date.Time, m.Date.HasTime
	b.Updated, b.Embargo, b.Expiry = m.Updated.Time, m.Embargo.Time, m.Expiry.Time
	if b.Date.IsZero() && m.Date.Pos.Line == 0 && b.Kind != Event {
		b.dateFromName()
	}
	if b.Expiry.IsZero() {
		return
	}
	if !b.Expiry.After(b.Date) || !b.Embargo.IsZero() && !b.Expiry.After(b.Embargo) {
		b.report(m.Expiry.Pos, diag.ExpiryTooEarly)
	}
}

// dateFromName takes the date that the file's name begins with. Pages need
// none.
func (b *builder) dateFromName() {
	prefix, rest := cutDate(b.name())
	if prefix == "" {
		if b.Kind == Report && !b.has(diag.BadDate) {
			if b.Bundle == "" {
				rest += path.Ext(b.Path)
			}
			b.report(top, diag.MissingDate, rest)
		}
		return
	}
	day, _, ok := lang.ParseDate(prefix)
	if !ok && b.Kind == Report {
		b.report(diag.Pos{}, diag.BadDate, path.Base(b.Path), prefix)
	}
	b.Date = day
}

// has reports whether a finding was made already.
func (b *builder) has(code diag.Code) bool {
	return slices.ContainsFunc(b.Diags, func(d diag.Diagnostic) bool { return d.Code == code })
}

// name returns the name that the author gave the article: that of the file, or
// of the folder that it stands for.
func (b *builder) name() string {
	if b.Bundle != "" {
		return path.Base(b.Bundle)
	}
	base := path.Base(b.Path)
	return strings.TrimSuffix(base, path.Ext(base))
}

// cutDate divides "2018-11-09-titel" into date and title.
func cutDate(name string) (date, rest string) {
	const form = "dddd-dd-dd"
	if len(name) < len(form) {
		return "", name
	}
	for i := range len(form) {
		digit := name[i] >= '0' && name[i] <= '9'
		if form[i] == 'd' && !digit || form[i] == '-' && name[i] != '-' {
			return "", name
		}
	}
	return name[:len(form)], strings.TrimLeft(name[len(form):], "-_ ")
}

func values(from []frontmatter.Value) []Value {
	if len(from) == 0 {
		return nil
	}
	to := make([]Value, len(from))
	for i, v := range from {
		to[i] = Value(v)
	}
	return to
}

func (b *builder) pictures() {
	for _, p := range b.matter.Pictures {
		b.Pictures = append(b.Pictures, Picture{
			File: Value(p.File), Alt: b.typeset(p.Alt), Decorative: p.Decorative, Caption: b.typeset(p.Caption),
			Credit: p.Credit, Photographer: p.Photographer, Licence: p.Licence,
		})
	}
}

func (b *builder) links() {
	for _, l := range b.matter.Links {
		title, ok := linkTitle(l.URL.Text)
		if !ok {
			b.report(l.URL.Pos, diag.BadURL, "links", l.URL.Text)
			continue
		}
		if l.Title != "" {
			title = b.typeset(l.Title)
		}
		b.Links = append(b.Links, Link{Value(l.URL), title})
	}
}

// linkTitle returns the host name of an address, which is what its link is
// called, and whether it is an address at all.
func linkTitle(address string) (title string, ok bool) {
	if strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//") {
		return address, true
	}
	u, err := url.Parse(address)
	if err != nil {
		return "", false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return u.Hostname(), u.Hostname() != ""
	case "mailto", "tel":
		return u.Opaque, u.Opaque != ""
	}
	return "", false
}
