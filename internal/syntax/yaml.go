package syntax

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"stadtbote/internal/diag"
)

// YAML says what is wrong with a text that the library refuses with err;
// parses tells of a beginning of the text whether the library accepts it.
func YAML(text []byte, err error, parses func([]byte) bool) Mistake {
	line, words := takeApart(err)
	if strings.HasPrefix(words, "mapping key") {
		return twice(text, line, words)
	}
	if broken := brokenLine(text, parses); broken > 0 {
		line = broken
	}
	k, group, known := sorted(yamlKinds, words)
	here := lineOf(text, line)
	if m, found := people(text, line, k.code); found {
		m.Words = words
		return m
	}
	m := Mistake{Pos: diag.Pos{Line: line, Col: column(here, first(here))}, Words: words}
	if !known {
		return m
	}
	m.sort(k, here)
	switch k.code {
	case diag.SyntaxCharacter:
		m.Args = []any{characterAt(here, k.place(here))}
	case diag.SyntaxAlias:
		m.Args = []any{reference(here, group)}
	}
	return m
}

// people returns a usual mistake of people in the line, or in the one above
// where a colon seems to be one too many.
func people(text []byte, line int, code diag.Code) (Mistake, bool) {
	here := lineOf(text, line)
	if code == diag.SyntaxBlock || code == diag.SyntaxDeep || code == diag.SyntaxAlias && alias.MatchString(here[value(here):]) {
		return Mistake{}, false
	}
	m, found := usual(here)
	if !found && code == diag.SyntaxColon && line > 1 {
		line--
		m, found = usual(lineOf(text, line))
	}
	m.Pos.Line = line
	return m, found
}

// alias is a value that refers to another one, and is meant to.
var alias = regexp.MustCompile(`^\*[\w-]+$|^&[\w-]+( |$)|^[^*&]`)

var yamlWords = regexp.MustCompile(`(?s)^yaml: (?:unmarshal errors:\s*)?(?:line (\d+): )?(.*)$`)

// takeApart takes the library's message apart: "yaml: line 3: could not …".
func takeApart(err error) (line int, words string) {
	found := yamlWords.FindStringSubmatch(err.Error())
	if found == nil {
		return 1, err.Error()
	}
	line, _ = strconv.Atoi(found[1]) // digits, says the expression, or none
	words, _, _ = strings.Cut(found[2], "\n")
	return max(line, 1), words
}

// patient is the number of lines up to which each beginning of a text is
// tried. Of longer ones the place is looked for by halves: quicker, and wrong
// now and then, where an entry of several lines comes before it.
const patient = 60

// brokenLine returns the line that the library stumbles over: the one behind
// the longest beginning that it accepts. It returns 0 if all are accepted.
func brokenLine(text []byte, parses func([]byte) bool) int {
	ends := []int{0}
	for i, c := range text {
		if c == '\n' {
			ends = append(ends, i+1)
		}
	}
	if ends[len(ends)-1] < len(text) {
		ends = append(ends, len(text))
	}
	good, bad := 0, len(ends)-1
	if bad == 0 || parses(text) {
		return 0
	}
	for bad-good > patient {
		if middle := (good + bad) / 2; parses(text[:ends[middle]]) {
			good = middle
		} else {
			bad = middle
		}
	}
	for bad--; bad > good && !parses(text[:ends[bad]]); {
		bad--
	}
	line := bad + 1
	for line < len(ends)-1 && blank(text[ends[line-1]:ends[line]]) {
		line++
	}
	return line
}

// blank reports whether a line says nothing.
func blank(line []byte) bool {
	line = bytes.TrimSpace(line)
	return len(line) == 0 || line[0] == '#'
}

// yamlKinds sort what the library says.
var yamlKinds = []kind{
	{regexp.MustCompile(`mapping values are not allowed|unexpected ':'`), diag.SyntaxColon, secondColon},
	{regexp.MustCompile(`could not find expected ':'`), diag.SyntaxNoColon, first},
	{regexp.MustCompile(`tab character|cannot start any token.*tab`), diag.TabIndent, tab},
	{regexp.MustCompile(`cannot start any token`), diag.SyntaxCharacter, value},
	{regexp.MustCompile(`unexpected end of stream|unexpected document indicator`), diag.SyntaxQuote, quote},
	{regexp.MustCompile(`expected ',' or`), diag.SyntaxBracket, bracket},
	{regexp.MustCompile(`expected node content`), diag.SyntaxBracket, bracket},
	{regexp.MustCompile(`expected <document start>`), diag.SyntaxRest, first},
	{regexp.MustCompile(`expected key|'-' indicator|are not allowed in this context`), diag.SyntaxIndent, first},
	{regexp.MustCompile(`escape|hexdecimal|Unicode`), diag.SyntaxEscape, backslash},
	{regexp.MustCompile(`control characters|octet|surrogate|UTF`), diag.SyntaxControl, control},
	{regexp.MustCompile(`anchor '(.*)'`), diag.SyntaxAlias, star},
	{regexp.MustCompile(`aliasing|alphabetic or numeric|map merge()`), diag.SyntaxAlias, star},
	{regexp.MustCompile(`comment or line break|indentation indicator`), diag.SyntaxBlock, block},
	{regexp.MustCompile(`max depth`), diag.SyntaxDeep, first},
	{regexp.MustCompile(`invalid map key|cannot unmarshal`), diag.SyntaxKey, first},
}

var keyTwice = regexp.MustCompile(`^mapping key "(.*)" already defined at line (\d+)$`)

// twice says that a group has a key two times; the library knows the line.
func twice(text []byte, line int, words string) Mistake {
	here := lineOf(text, line)
	m := Mistake{Pos: diag.Pos{Line: line, Col: column(here, first(here))}, Words: words}
	found := keyTwice.FindStringSubmatch(words)
	if found == nil {
		return m
	}
	if offset := strings.LastIndex(here, found[1]+":"); offset >= 0 {
		m.Pos.Col = column(here, offset)
	}
	m.Code, m.Args = diag.ConfigTwice, []any{found[1], found[2], line}
	return m
}
