package syntax

import (
	"bytes"
	"errors"
	"io"
	"regexp"

	"stadtbote/internal/diag"
)

// JSON says what is wrong with a text that the library refuses with err at an
// offset.
func JSON(text []byte, offset int, err error) Mistake {
	words := err.Error()
	ended := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
	if ended {
		words = "unexpected end of JSON input"
	}
	m := Mistake{Pos: at(text, offset), Words: words}
	k, _, known := sorted(jsonKinds, words)
	if !known {
		return m
	}
	m.Code = k.code
	switch before := bytes.TrimRight(text[:max(0, min(offset, len(text)))], " \t\r\n"); {
	case bytes.HasSuffix(before, []byte(",")) && closes(text, offset):
		m.Code, m.Pos = diag.SyntaxComma, at(text, len(before)-1)
	case k.code == diag.SyntaxBracket && offset >= len(text):
		m.Pos = at(text, unclosed(text))
	case k.code == diag.SyntaxQuote:
		m.Pos = at(text, bytes.LastIndexByte(text[:max(0, min(offset, len(text)))], '"'))
	}
	switch m.Code {
	case diag.SyntaxEquals:
		m.Args = []any{":"}
	case diag.SyntaxValue:
		m.Args = []any{"JSON"}
	}
	return m
}

// jsonKinds sort what the library says.
var jsonKinds = []kind{
	{regexp.MustCompile(`end of JSON input|after object key:value pair|after array element`), diag.SyntaxBracket, nil},
	{regexp.MustCompile(`after object key`), diag.SyntaxEquals, nil},
	{regexp.MustCompile(`object key string|^invalid character '[^ ]+'$`), diag.SyntaxKey, nil},
	{regexp.MustCompile(`after top-level value`), diag.SyntaxRest, nil},
	{regexp.MustCompile(`in string literal`), diag.SyntaxQuote, nil},
	{regexp.MustCompile(`escape`), diag.SyntaxEscape, nil},
	{regexp.MustCompile(`not an object`), diag.SyntaxObject, nil},
	{regexp.MustCompile(`max depth`), diag.SyntaxDeep, nil},
	{regexp.MustCompile(`value|literal|numeric`), diag.SyntaxValue, nil},
}

// closes reports whether a bracket closes at an offset.
func closes(text []byte, offset int) bool {
	return offset < len(text) && (text[offset] == '}' || text[offset] == ']')
}

// unclosed returns the offset of the last bracket of a text that is not
// closed, or of its end.
func unclosed(text []byte) int {
	var open []int
	inside := false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case inside && c == '\\':
			i++
		case c == '"':
			inside = !inside
		case inside:
		case c == '[' || c == '{':
			open = append(open, i)
		case (c == ']' || c == '}') && len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	if len(open) == 0 {
		return len(text)
	}
	return open[len(open)-1]
}
