package view

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stadtbote/internal/typeset/hyphen"
)

// From how many letters on a word may be divided. Anything shorter fits on the
// narrowest phone, 320 px, in the size of its heading or sign.
const (
	longInHeading = 18
	longOnSign    = 19
)

// divider puts soft hyphens into the long words of headings and signs. Browsers
// divide by themselves only where the system has a dictionary, which many have
// not; without one they break a word that is too long anywhere.
//
// Such text is for headings alone: titles, feeds, addresses and data for
// machines take the text as it was written.
type divider struct {
	languages map[string]*hyphen.Hyphenator
	site      string // language of the site
}

// newDivider returns a divider for a site in that language, which knows the
// site's own divisions. It leaves more letters together than a PDF does: a
// headline is read in one glance.
func newDivider(language string, exceptions []string) divider {
	return divider{site: language, languages: map[string]*hyphen.Hyphenator{
		"de": hyphen.New(hyphen.German(), hyphen.Options{Left: 4, Right: 5, Exceptions: exceptions}),
		"en": hyphen.New(hyphen.English(), hyphen.Options{Left: 4, Right: 5}),
	}}
}

// headline returns the title of a report or page, in its language; "" is the
// site's.
func (d divider) headline(title, language string) string {
	if language == "" {
		language = d.site
	}
	language, _, _ = strings.Cut(language, "-")
	return divided(title, d.languages[language], longInHeading)
}

// name returns the name of a list as its heading shows it.
func (d divider) name(text string) string { return d.headline(text, d.site) }

// sign returns the name of a place as its sign shows it.
func (d divider) sign(text string) string { return divided(text, d.languages[d.site], longOnSign) }

// divided returns text with soft hyphens in its runs of at least so many
// letters; a nil h, for a language without patterns, leaves it as it is.
func divided(text string, h *hyphen.Hyphenator, letters int) string {
	if h == nil || len(text) < letters {
		return text
	}
	var out strings.Builder
	done := 0
	for at := 0; at < len(text); {
		size := run(text[at:])
		if utf8.RuneCountInString(text[at:at+size]) >= letters {
			for _, cut := range h.Hyphenate(text[at : at+size]) {
				out.WriteString(text[done : at+cut])
				if !strings.HasPrefix(text[at+cut:], string(hyphen.Shy)) {
					out.WriteRune(hyphen.Shy)
				}
				done = at + cut
			}
		}
		_, next := utf8.DecodeRuneInString(text[at+size:])
		at += size + next
	}
	if done == 0 {
		return text
	}
	return out.String() + text[done:]
}

// run returns how many bytes of letters a text begins with.
func run(text string) int {
	if end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != hyphen.Shy }); end >= 0 {
		return end
	}
	return len(text)
}
