package syntax

import (
	"regexp"
	"strings"

	"stadtbote/internal/diag"
)

// TOML says what is wrong with a text, of which the library knows the place
// and a word.
func TOML(text []byte, pos diag.Pos, words string) Mistake {
	here := lineOf(text, pos.Line)
	m := Mistake{Pos: diag.Pos{Line: pos.Line, Col: column(here, pos.Col-1)}, Words: strings.TrimPrefix(words, "toml: ")}
	k, group, known := sorted(tomlKinds, words)
	if !known {
		return m
	}
	m.sort(k, here)
	switch k.code {
	case diag.SyntaxEquals:
		m.Args = []any{"="}
	case diag.SyntaxValue:
		m.Args = []any{"TOML"}
	case diag.SyntaxTwice:
		m.Args = []any{group}
	}
	return m
}

// tomlKinds sort what the library says.
var tomlKinds = []kind{
	{regexp.MustCompile(`(?:key|table) (\S+) (?:is|already)`), diag.SyntaxTwice, first},
	{regexp.MustCompile(`escape`), diag.SyntaxEscape, nil},
	{regexp.MustCompile(`unterminated|not terminated|new lines|too many quotes`), diag.SyntaxQuote, quote},
	{regexp.MustCompile(`control characters|carriage return|UTF-8`), diag.SyntaxControl, control},
	{regexp.MustCompile(`nested more`), diag.SyntaxDeep, nil},
	{regexp.MustCompile(`incomplete$|expected ',' or|unexpected comma|expected '\]|expected ']`), diag.SyntaxBracket, bracket},
	{regexp.MustCompile(`date|time|hour|minutes|seconds|colon|a : separator`), diag.SyntaxDate, nil},
	{regexp.MustCompile(`expected '=' after key`), diag.SyntaxEquals, nil},
	{regexp.MustCompile(`expected newline|extra characters`), diag.SyntaxRest, nil},
	{regexp.MustCompile(`start of key|expected key`), diag.SyntaxKey, nil},
	{regexp.MustCompile(`value|quoted|keyword|digit|number|zeroes|radix|float|expected `), diag.SyntaxValue, nil},
}
