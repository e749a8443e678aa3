// Package editor tells other programs what a front matter may hold: editors on
// a desk by a JSON Schema, the editor in a browser by its configuration.
//
// All of it is made from frontmatter.Keys and the words of the site. Nothing
// about a key is written down here a second time; a new key turns up by itself.
package editor

import (
	"slices"

	"stadtbote/internal/frontmatter"
)

// Site is what is known of the site whose articles are written.
type Site struct {
	Title    string
	BaseURL  string
	Language string // of explanations and of the names of keys: "de" or "en"
	Sections []string
	Tags     []string
	Sigils   []string
	Data     []string // files of data/ that people edit: "redaktion.yaml"
}

// words returns the words of the site that a key takes.
func (s *Site) words(from frontmatter.Source) []string {
	switch from {
	case frontmatter.Sections:
		return s.Sections
	case frontmatter.Keywords:
		return s.Tags
	case frontmatter.Sigils:
		return s.Sigils
	}
	return nil
}

// say returns the text of the site's language.
func (s *Site) say(de, en string) string {
	if s.Language == "en" {
		return en
	}
	return de
}

// keysOf returns the keys that articles of a kind have a use for.
func keysOf(use frontmatter.Uses) []frontmatter.Key {
	return slices.DeleteFunc(frontmatter.Keys(), func(k frontmatter.Key) bool { return k.Uses&use == 0 })
}
