package syntax

import (
	"errors"
	"strings"
	"testing"

	"stadtbote/internal/diag"
)

// The line is the one behind the longest beginning that is accepted, short
// text or long.
func TestTheBrokenLineIsFound(t *testing.T) {
	parses := func(beginning []byte) bool { return !strings.Contains(string(beginning), "broken") }
	for name, test := range map[string]struct {
		text string
		want int
	}{
		"nothing":           {"", 0},
		"a good text":       {"a\nb\n", 0},
		"the first line":    {"broken\nb\n", 1},
		"the last line":     {"a\nb\nbroken", 3},
		"one of many":       {strings.Repeat("a\n", 700) + "broken\n" + strings.Repeat("b\n", 700), 701},
		"the last of many":  {strings.Repeat("a\n", 1000) + "broken", 1001},
		"the first of many": {"broken\n" + strings.Repeat("a\n", 1000), 1},
	} {
		if got := brokenLine([]byte(test.text), parses); got != test.want {
			t.Errorf("%s: line %d, not %d", name, got, test.want)
		}
	}
}

// What no kind fits keeps the words of the library, and has a place.
func TestUnknownWordsAreKept(t *testing.T) {
	never := func([]byte) bool { return false }
	text := []byte("a: 1\n  b: 2\n")
	for name, m := range map[string]Mistake{
		"YAML": YAML(text, errors.New("yaml: line 2: the moon is full"), never),
		"TOML": TOML(text, diag.Pos{Line: 2, Col: 3}, "toml: the moon is full"),
		"JSON": JSON(text, 7, errors.New("the moon is full")),
	} {
		if m.Code != "" || m.Words != "the moon is full" || m.Pos.Line < 1 || m.Pos.Col < 1 {
			t.Errorf("%s: %+v", name, m)
		}
	}
}

// Whatever the libraries say, of whatever text: there is a place in the text.
func FuzzPlacesExist(f *testing.F) {
	f.Add("a: [b\n", "yaml: line 7: did not find expected ',' or ']'", 3)
	f.Add("", "yaml: control characters are not allowed", 0)
	f.Add("a: *ä\n", "yaml: unknown anchor 'ä' referenced", -1)
	f.Add("{\"ä\": \"b", "unexpected end of JSON input", 99)
	f.Fuzz(func(t *testing.T, text, words string, offset int) {
		parses := func(beginning []byte) bool { return len(beginning)%2 == 0 }
		for _, m := range []Mistake{
			YAML([]byte(text), errors.New(words), parses),
			TOML([]byte(text), diag.Pos{Line: offset, Col: offset}, words),
			JSON([]byte(text), offset, errors.New(words)),
		} {
			if m.Pos.Col < 1 || m.Pos.Col > 1+len(text) {
				t.Errorf("%q, %q: column %d", text, words, m.Pos.Col)
			}
			if m.Code != "" {
				diag.New("a", m.Pos, m.Code, m.Args...)
			}
		}
	})
}
