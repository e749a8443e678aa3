package frontmatter

import (
	"strings"
	"unicode/utf8"

	"stadtbote/internal/diag"
)

// mistake is a usual mistake in YAML, said so that its author can mend it.
type mistake struct {
	pos  diag.Pos
	code diag.Code
	args []any
}

// diagnose looks for the usual mistakes in a block that the library cannot
// read. It is called for broken blocks only, and may be wrong about good ones.
func diagnose(b block) (mistake, bool) {
	for i, line := range strings.Split(string(b.raw), "\n") {
		if m, found := diagnoseLine(line); found {
			m.pos.Line = b.line + i
			m.pos.Col = 1 + utf8.RuneCountInString(line[:m.pos.Col])
			return m, true
		}
	}
	return mistake{}, false
}

// diagnoseLine returns the mistake of one line, its column still an offset.
func diagnoseLine(line string) (mistake, bool) {
	content := strings.TrimLeft(line, " \t-")
	indent := len(line) - len(content)
	at := func(offset int, code diag.Code, args ...any) (mistake, bool) {
		return mistake{diag.Pos{Col: offset}, code, args}, true
	}
	if tab := strings.IndexByte(line[:indent], '\t'); tab >= 0 {
		return at(tab, diag.TabIndent)
	}
	if content == "" || content[0] == '#' {
		return mistake{}, false
	}
	key, value, found := strings.Cut(content, ":")
	if !found || strings.ContainsAny(key, `"'[]{}`) {
		if indent == 0 && !found {
			return at(0, diag.NotKeyValue, content)
		}
		return mistake{}, false
	}
	if value != "" && value[0] != ' ' && value[0] != '\t' {
		if indent == 0 && !strings.Contains(value, ": ") {
			return at(len(key)+1, diag.NoSpace, key, value)
		}
		return mistake{}, false
	}
	trimmed := strings.TrimLeft(value, " \t")
	offset := indent + len(key) + 1 + len(value) - len(trimmed)
	return diagnoseValue(key, strings.TrimRight(trimmed, " \t"), offset)
}

// diagnoseValue returns the mistake in the value of a key.
func diagnoseValue(key, value string, offset int) (mistake, bool) {
	at := func(code diag.Code, offset int, args ...any) (mistake, bool) {
		return mistake{diag.Pos{Col: offset}, code, args}, true
	}
	if value == "" {
		return mistake{}, false
	}
	switch first := value[0]; first {
	case '"', '\'':
		end := strings.IndexByte(value[1:], first)
		if end < 0 {
			return at(diag.QuoteOpen, offset, key, string(first))
		}
		rest := strings.TrimSpace(value[end+2:])
		if rest != "" && rest[0] != '#' && (first != '\'' || rest[0] != '\'') && value[end] != '\\' {
			return at(diag.QuoteInside, offset+end+1, key, string(first))
		}
		return mistake{}, false
	case '@', '`', '%', '*', '&', '!':
		return at(diag.SpecialStart, offset, key, string(first), value)
	case '[', '{', '|', '>', '#':
		return mistake{}, false
	}
	if colon := strings.Index(value+" ", ": "); colon >= 0 {
		return at(diag.ColonInValue, offset+colon, key, value)
	}
	return mistake{}, false
}
