package syntax

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The following return where in a line a kind of mistake shows: an offset,
// that of the first word if there is nothing to see.

// first is the first word.
func first(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }

// found is an offset that was looked for, or the first word.
func found(line string, offset int) int {
	if offset < 0 {
		return first(line)
	}
	return offset
}

func tab(line string) int { return found(line, strings.IndexByte(line, '\t')) }

func backslash(line string) int { return found(line, strings.IndexByte(line, '\\')) }

func star(line string) int {
	for _, mark := range []string{"*", "&", "<<"} {
		if offset := strings.Index(line, mark); offset >= 0 {
			return offset
		}
	}
	return first(line)
}

func block(line string) int { return found(line, strings.IndexAny(line, "|>")) }

func control(line string) int {
	return found(line, strings.IndexFunc(line, func(r rune) bool { return unicode.IsControl(r) && r != '\t' || r == utf8.RuneError }))
}

// value is the beginning of what stands behind the key, or the dash.
func value(line string) int {
	start := first(line)
	if _, behind, ok := strings.Cut(line, ": "); ok {
		start = len(line) - len(strings.TrimLeft(behind, " \t"))
	}
	return len(line) - len(strings.TrimLeft(line[start:], " \t-"))
}

// secondColon is the colon that is one too many.
func secondColon(line string) int {
	one := strings.Index(line, ":")
	if one < 0 {
		return first(line)
	}
	if two := strings.Index(line[one+1:], ":"); two >= 0 {
		return one + 1 + two
	}
	return one
}

// quote is the mark that is not closed: the last one, where they are odd.
func quote(line string) int {
	for _, mark := range []string{`"`, `'`} {
		if strings.Count(line, mark)%2 == 1 {
			return strings.LastIndex(line, mark)
		}
	}
	return value(line)
}

// bracket is the first that is not closed in its line, or that closes none.
func bracket(line string) int {
	var open []int
	inside := rune(0)
	for i, r := range line {
		switch {
		case inside != 0:
			if r == inside {
				inside = 0
			}
		case (r == '"' || r == '\'') && (i == 0 || strings.IndexByte(" [{,:", line[i-1]) >= 0):
			inside = r
		case r == '[' || r == '{':
			open = append(open, i)
		case (r == ']' || r == '}') && len(open) == 0:
			return i
		case r == ']' || r == '}':
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		return open[0]
	}
	return found(line, strings.IndexAny(line, "[{"))
}

// characterAt returns the character of a line at an offset.
func characterAt(line string, offset int) string {
	if offset >= len(line) {
		return ""
	}
	r, _ := utf8.DecodeRuneInString(line[offset:])
	return string(r)
}

// reference returns the name of a reference as it is written in a line.
func reference(line, name string) string {
	if name != "" {
		return "*" + name
	}
	word, _, _ := strings.Cut(line[star(line):], " ")
	return cmp.Or(strings.TrimRight(word, ",]}"), "*")
}
