package view

import (
	"cmp"
	"html/template"
	"strings"

	"stadtbote/internal/config"
	"stadtbote/internal/markdown"
	"stadtbote/internal/site"
)

// Legal returns the view of a page that is made from data/. body is the text of
// the page that adds to it, still with holes.
func (b *Builder) Legal(l site.Legal, body markdown.Fragment) *Legal {
	key := [...]string{site.Imprint: "imprint", site.Privacy: "privacy", site.Accessibility: "accessibility"}[l.Kind]
	v := &Legal{Headline: b.words.Say(key), Teaser: b.words.Say(key + "-lead")}
	if e := l.Entry; e != nil {
		v.Headline, v.Teaser = e.Title, cmp.Or(e.Teaser, v.Teaser)
		v.Body = template.HTML(fillBody(e, body, b.near)) //nolint:gosec // finished by package markdown
	}
	v.Display = b.divide.name(v.Headline)
	data := b.site.Data
	switch l.Kind {
	case site.Imprint:
		v.Imprint, v.Note = imprintOf(data.Imprint), data.Imprint.Note
	case site.Privacy:
		v.Privacy, v.Note = b.privacyOf(data.Privacy), data.Privacy.Note
	case site.Accessibility:
		v.Statement, v.Note = b.statementOf(data.Statement), data.Statement.Note
	}
	v.Page = b.page(l.URL, v.Headline)
	v.Page.Description = v.Teaser
	v.Page.Masthead = b.masthead(l.URL, "")
	return v
}

func imprintOf(i *config.Imprint) *Imprint {
	return &Imprint{
		Name: i.Name, LegalForm: i.LegalForm,
		Street: i.Address.Street, Town: strings.TrimSpace(i.Address.Postcode + " " + i.Address.Town),
		Represented: i.Represented,
		Contact:     officeOf(config.Office{Name: i.Name, Email: i.Email, Phone: i.Phone}),
		FormURL:     i.Form, Register: i.Register, VAT: i.VAT,
		Responsible: officeOf(i.Responsible), Supervisor: i.Supervisor,
	}
}

func (b *Builder) privacyOf(p *config.Privacy) *Privacy {
	return &Privacy{
		Controller: officeOf(p.Controller), Officer: officeOf(p.Officer), Authority: officeOf(p.Authority), Host: officeOf(p.Host),
		Logs: p.Logs, Kept: p.Kept, Basis: p.Basis, AsOf: b.date(p.AsOf.Time, false),
	}
}

func (b *Builder) statementOf(s *config.Statement) *Statement {
	v := &Statement{
		Scope: s.Scope, Full: s.Status == config.Full, Partial: s.Status == config.Partial,
		Created: b.date(s.Created.Time, false), Reviewed: b.date(s.Reviewed.Time, false),
		Method: s.Method, Assessor: s.Assessor, Standard: s.Standard,
		Contact: officeOf(s.Contact), Enforcement: officeOf(s.Enforcement),
	}
	for _, gap := range s.Gaps {
		v.Gaps = append(v.Gaps, Gap(gap))
	}
	return v
}

// officeOf returns the view of somebody to turn to; nil if there is nobody.
func officeOf(o config.Office) *Office {
	if o == (config.Office{}) {
		return nil
	}
	return &Office{
		Name: o.Name, Address: o.Address, Email: o.Email, Phone: o.Phone, Tel: telephone(o.Phone),
		URL: o.URL, Shown: shown(o.URL),
	}
}

// telephone returns the address of a phone number after RFC 3966; "" for what
// is none. A number of this country gets its code.
func telephone(number string) template.URL {
	digits := strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, strings.ReplaceAll(number, "(0)", ""))
	switch {
	case digits == "":
		return ""
	case strings.HasPrefix(strings.TrimSpace(number), "+"):
		return template.URL("tel:+" + digits) //nolint:gosec // digits only
	case strings.HasPrefix(digits, "00"):
		return template.URL("tel:+" + digits[2:]) //nolint:gosec // digits only
	case strings.HasPrefix(digits, "0"):
		return template.URL("tel:+49" + digits[1:]) //nolint:gosec // digits only
	}
	return template.URL("tel:" + digits) //nolint:gosec // digits only, as 115
}
