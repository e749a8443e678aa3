package syntax

import (
	"strings"

	"stadtbote/internal/diag"
)

// usual looks for the usual mistakes of people in a line of YAML that the
// library cannot read. It is asked about broken lines only, and may be wrong
// about good ones.
func usual(line string) (Mistake, bool) {
	m, found := diagnoseLine(line)
	m.Pos.Col = column(line, m.Pos.Col)
	return m, found
}

// diagnoseLine returns the mistake of one line, its column still an offset.
func diagnoseLine(line string) (Mistake, bool) {
	content := strings.TrimLeft(line, " \t-")
	indent := len(line) - len(content)
	at := func(offset int, code diag.Code, args ...any) (Mistake, bool) {
		return Mistake{Pos: diag.Pos{Col: offset}, Code: code, Args: args}, true
	}
	if tab := strings.IndexByte(line[:indent], '\t'); tab >= 0 {
		return at(tab, diag.TabIndent)
	}
	if content == "" || content[0] == '#' {
		return Mistake{}, false
	}
	key, value, found := strings.Cut(content, ":")
	if !found || strings.ContainsAny(key, `"'[]{}`) {
		if indent == 0 && !found {
			return at(0, diag.NotKeyValue, content)
		}
		return Mistake{}, false
	}
	if value != "" && value[0] != ' ' && value[0] != '\t' {
		if indent == 0 && !strings.Contains(value, ": ") {
			return at(len(key)+1, diag.NoSpace, key, value)
		}
		return Mistake{}, false
	}
	trimmed := strings.TrimLeft(value, " \t")
	offset := indent + len(key) + 1 + len(value) - len(trimmed)
	return diagnoseValue(key, strings.TrimRight(trimmed, " \t"), offset)
}

// inQuotes writes a value as it must stand between quotation marks: that is
// how the remedy shows it (YAML 1.2.2 §7.3.1).
var inQuotes = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

// diagnoseValue returns the mistake in the value of a key.
func diagnoseValue(key, value string, offset int) (Mistake, bool) {
	at := func(code diag.Code, offset int, args ...any) (Mistake, bool) {
		return Mistake{Pos: diag.Pos{Col: offset}, Code: code, Args: args}, true
	}
	if value == "" {
		return Mistake{}, false
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
		return Mistake{}, false
	case '@', '`', '%', '*', '&', '!':
		return at(diag.SpecialStart, offset, key, string(first), inQuotes.Replace(value))
	case '[', '{', '|', '>', '#':
		return Mistake{}, false
	}
	if colon := strings.Index(value+" ", ": "); colon >= 0 {
		return at(diag.ColonInValue, offset+colon, key, inQuotes.Replace(value))
	}
	return Mistake{}, false
}
