// Package syntax turns what the readers of YAML, TOML and JSON complain about
// into findings that an editor understands.
//
// The libraries speak English to programmers, and YAML's is often a line off.
// Here the words are sorted into kinds, each of which is a code of the
// catalogue, and the place is looked for in the text itself. What no kind fits
// has no code: the caller then shows the library's words as they are.
package syntax

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"stadtbote/internal/diag"
)

// Mistake is what is wrong with a text, and where: lines and columns are
// counted from 1 in the text. Without a code, Words are all that is known.
type Mistake struct {
	Pos   diag.Pos
	Code  diag.Code
	Args  []any
	Words string // of the library
}

// kind sorts words of a library. Its first group, if it has one, is the
// argument of the code.
type kind struct {
	words *regexp.Regexp
	code  diag.Code
	place func(line string) int // offset in the line; nil: as the library says
}

// sorted returns the first kind that the words are of, and the group.
func sorted(kinds []kind, words string) (k kind, group string, found bool) {
	for _, k := range kinds {
		if m := k.words.FindStringSubmatch(words); m != nil {
			return k, m[len(m)-1], true
		}
	}
	return kind{}, "", false
}

// sort gives the mistake the code of its kind, and the column in its line
// where the kind shows.
func (m *Mistake) sort(k kind, line string) {
	m.Code = k.code
	if k.place != nil {
		m.Pos.Col = column(line, k.place(line))
	}
}

// lineOf returns a line of a text, counted from 1; "" if there is none.
func lineOf(text []byte, line int) string {
	lines := strings.Split(string(text), "\n")
	if line < 1 || line > len(lines) {
		return ""
	}
	return lines[line-1]
}

// column returns the column of an offset in a line.
func column(line string, offset int) int {
	return 1 + utf8.RuneCountInString(line[:max(0, min(offset, len(line)))])
}

// at returns the place of an offset in a text.
func at(text []byte, offset int) diag.Pos {
	before := string(text[:max(0, min(offset, len(text)))])
	start := strings.LastIndexByte(before, '\n') + 1
	return diag.Pos{Line: 1 + strings.Count(before, "\n"), Col: 1 + utf8.RuneCountInString(before[start:])}
}
