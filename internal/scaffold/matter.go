package scaffold

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"stadtbote/internal/frontmatter"
	"stadtbote/internal/lang"
)

// matter returns the front matter of a new article, fence included: what is
// known and what is required, and behind a "#" what is worth offering. Names
// and explanations come from the table of keys.
func (d Draft) matter(use frontmatter.Uses) []byte {
	var b bytes.Buffer
	b.WriteString("---\n")
	for _, key := range frontmatter.Keys() {
		value, known := d.value(&key)
		if told := len(d.Answers[key.Name("de")]) > 0 && key.Uses&use != 0; !told && (key.Required|key.Offered)&use == 0 {
			continue
		}
		if b.Len() > len("---\n") {
			b.WriteByte('\n')
		}
		words := key.Words(d.Language)
		comment(&b, words.Help+d.choice(&key))
		switch name := key.Name(d.Language); {
		case known:
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		case key.Required&use != 0:
			fmt.Fprintf(&b, "%s: %s\n", name, frontmatter.Quoted(words.Example))
		case len(key.Fields) > 0:
			fmt.Fprintf(&b, "# %s:\n", name)
			d.offer(&b, key.Fields)
		default:
			fmt.Fprintf(&b, "# %s: %s\n", name, words.Example)
		}
	}
	b.WriteString("---\n\n")
	return b.Bytes()
}

// value returns what is known of a key, as YAML.
func (d Draft) value(key *frontmatter.Key) (value string, known bool) {
	answers := d.Answers[key.Name("de")]
	switch {
	case key.Is("titel"):
		return frontmatter.Quoted(d.Title), true
	case (key.Is("datum") || key.Is("beginn")) && !d.Date.IsZero() && len(answers) == 0:
		return d.Date.In(lang.Berlin()).Format("2006-01-02"), true
	case key.Is("entwurf") && len(answers) == 0:
		return "true", true
	case key.From == frontmatter.Sections && len(answers) == 0:
		return frontmatter.Scalar(d.section()), true
	case len(answers) == 0:
		return "", false
	}
	switch key.Kind {
	case frontmatter.Line, frontmatter.Lines:
		return frontmatter.Quoted(answers[0]), true
	case frontmatter.List, frontmatter.Paths:
		if len(answers) > 1 || key.From == frontmatter.Keywords {
			return list(answers), true
		}
	}
	return frontmatter.Scalar(answers[0]), true
}

// choice tells which sections there are.
func (d Draft) choice(key *frontmatter.Key) string {
	if key.From != frontmatter.Sections || len(d.Sections) == 0 {
		return ""
	}
	there := " Es gibt: "
	if d.Language == "en" {
		there = " There are: "
	}
	return there + strings.Join(d.Sections, ", ") + "."
}

// offer writes the fields of an entry as comments.
func (d Draft) offer(b *bytes.Buffer, fields []frontmatter.Field) {
	for _, field := range fields {
		if field.Kind != frontmatter.Claim {
			fmt.Fprintf(b, "#   %s: %s\n", field.Name(d.Language), frontmatter.Scalar(field.Words(d.Language).Example))
		}
	}
}

// widest is how many characters a line of a comment has at most.
const widest = 100

// comment writes a text as comments, broken between words.
func comment(b *bytes.Buffer, text string) {
	line := "#"
	for word := range strings.FieldsSeq(text) {
		if utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > widest {
			b.WriteString(line + "\n")
			line = "#"
		}
		line += " " + word
	}
	b.WriteString(line + "\n")
}

// list writes texts as a list of YAML in one line.
func list(texts []string) string {
	items := make([]string, len(texts))
	for i, text := range texts {
		items[i] = frontmatter.Scalar(text)
	}
	return "[" + strings.Join(items, ", ") + "]"
}
