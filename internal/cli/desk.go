package cli

import (
	"context"
	"maps"
	"os"
	"slices"
	"strings"

	"stadtbote/internal/build"
	"stadtbote/internal/config"
	"stadtbote/internal/frontmatter"
	"stadtbote/internal/lang"
)

// desk is what lies ready for somebody who writes: the words of the site. What
// is wrong with its files is left to "build" to tell.
type desk struct {
	title, baseURL string
	language       string
	sections       []string
	sigils         map[string]string // sigil → name
	tags           []string          // as the site spells them: the settled ones, then those in use
	synonyms       map[string]string // lower case → as the site spells it
}

// desk returns the desk of the site in a folder.
func (a *app) desk(ctx context.Context, source string) *desk {
	fsys := os.DirFS(a.path(source))
	known, _ := config.Load(fsys)
	data, _ := config.LoadData(fsys)
	d := &desk{title: known.Title, baseURL: known.BaseURL, language: known.Language, sigils: data.Editors, synonyms: map[string]string{}}
	for _, section := range known.Sections {
		d.sections = append(d.sections, section.Name)
	}
	for _, keyword := range data.Keywords {
		d.add(keyword.Name, keyword.Synonyms)
	}
	options, err := a.options(buildFlags{source: source, drafts: true, future: true})
	if err != nil {
		return d
	}
	planned, err := build.Plan(ctx, options, nil)
	if err != nil || planned.Site == nil {
		return d
	}
	for _, tag := range planned.Site.Tags {
		d.add(tag.Name, tag.Synonyms)
	}
	if len(d.sections) == 0 {
		for _, section := range planned.Site.Sections {
			d.sections = append(d.sections, section.Name)
		}
	}
	return d
}

func (d *desk) add(tag string, synonyms []string) {
	if _, known := d.synonyms[strings.ToLower(tag)]; !known {
		d.tags = append(d.tags, tag)
	}
	for _, spelling := range append([]string{tag}, synonyms...) {
		if key := strings.ToLower(spelling); d.synonyms[key] == "" {
			d.synonyms[key] = tag
		}
	}
}

// words returns the words of a source; the slice is the caller's.
func (d *desk) words(from frontmatter.Source) []string {
	switch from {
	case frontmatter.Sections:
		return slices.Clone(d.sections)
	case frontmatter.Keywords:
		return slices.Clone(d.tags)
	case frontmatter.Sigils:
		return slices.Sorted(maps.Keys(d.sigils))
	}
	return nil
}

// section returns the section that somebody means by a word, if it is one. A
// site without sections takes any.
func (d *desk) section(word string) (name string, ok bool) {
	if len(d.sections) == 0 {
		return word, true
	}
	at := slices.IndexFunc(d.sections, func(s string) bool { return strings.EqualFold(s, word) })
	if at < 0 {
		return "", false
	}
	return d.sections[at], true
}

// most is how many words are proposed for one.
const most = 5

// settle returns the site's spelling of a word, or else the words that are
// near: those that begin alike or are spelled alike.
func (d *desk) settle(from frontmatter.Source, word string) (name string, near []string) {
	words, folded := d.words(from), strings.ToLower(word)
	for _, known := range words {
		if strings.ToLower(known) == folded {
			return known, nil
		}
	}
	if from == frontmatter.Keywords && d.synonyms[folded] != "" {
		return d.synonyms[folded], nil
	}
	for _, known := range words {
		if strings.HasPrefix(strings.ToLower(known), folded) && len(near) < most {
			near = append(near, known)
		}
	}
	if len(near) > 0 {
		return "", near
	}
	if from == frontmatter.Keywords {
		if spelling, found := lang.Nearest(word, slices.Sorted(maps.Keys(d.synonyms))); found {
			return "", []string{d.synonyms[spelling]}
		}
	}
	if spelling, found := lang.Nearest(word, words); found {
		return "", []string{spelling}
	}
	return "", nil
}

// sigil returns the sigil of the editor with that name; "" if there is none.
func (d *desk) sigil(name string) string {
	if name == "" {
		return ""
	}
	for _, sigil := range d.words(frontmatter.Sigils) {
		registered := d.sigils[sigil]
		if own, _, _ := strings.Cut(registered, ","); strings.EqualFold(strings.TrimSpace(own), name) || strings.EqualFold(sigil, name) {
			return sigil
		}
	}
	return ""
}
