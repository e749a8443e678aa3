package moving

import (
	"regexp"
	"strings"

	"stadtbote/internal/diag"
)

// code is one instruction to the old program, as it stands in a text.
type code struct {
	open  string // "{{<", "{{%", "{{", "{%"
	inner string
	whole string
	rest  string // what follows in the text
}

// marks are how instructions begin and end, the longer ones first.
var marks = [...][2]string{{"{{<", ">}}"}, {"{{%", "%}}"}, {"{{", "}}"}, {"{%", "%}"}}

// codeAt returns the instruction at the beginning of a text.
func codeAt(text string) (c code, ok bool) {
	for _, mark := range marks {
		if !strings.HasPrefix(text, mark[0]) {
			continue
		}
		end := strings.Index(text[len(mark[0]):], mark[1])
		if end < 0 {
			return code{}, false
		}
		stop := len(mark[0]) + end + len(mark[1])
		inner := strings.Trim(text[len(mark[0]):len(mark[0])+end], "-") // {%- … -%}
		return code{mark[0], inner, text[:stop], text[stop:]}, true
	}
	return code{}, false
}

// arguments are what an instruction is given: in order, or by name.
type arguments struct {
	ordered []string
	named   map[string]string
}

// at returns the argument of a name, or else the n-th one.
func (a arguments) at(n int, name string) string {
	if value, there := a.named[name]; there {
		return value
	}
	if n < 0 || n >= len(a.ordered) {
		return ""
	}
	return a.ordered[n]
}

var argument = regexp.MustCompile("(?:([\\w-]+)=)?(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|`([^`]*)`|([^\\s,]+))")

// words divides an instruction into its name and its arguments.
func (c code) words() (name string, args arguments) {
	name, rest, _ := strings.Cut(strings.Join(strings.Fields(c.inner), " "), " ")
	args.named = map[string]string{}
	for _, match := range argument.FindAllStringSubmatch(strings.TrimSuffix(rest, "/"), -1) {
		value := strings.ReplaceAll(match[2]+match[3]+match[4]+match[5], `\"`, `"`)
		if match[1] != "" {
			args.named[match[1]] = value
			continue
		}
		args.ordered = append(args.ordered, value)
	}
	return name, args
}

// highlight makes a fenced block of what stands up to one of the ends.
func (c code) highlight(language string, ends ...string) (string, int, bool) {
	text, length, ok := c.until(ends)
	if !ok {
		return "", 0, false
	}
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return "\n" + fence + language + "\n" + strings.Trim(text, "\n") + "\n" + fence + "\n", length, true
}

// raw returns what stands up to the end, as it is: the marks of instructions
// in it mean nothing.
func (c code) raw(end string) (string, int, bool) {
	text, length, ok := c.until([]string{end})
	return text, length, ok
}

// until returns what follows up to one of the ends, and the length of both.
func (c code) until(ends []string) (text string, length int, ok bool) {
	for _, end := range ends {
		for _, form := range []string{end, strings.ReplaceAll(end, " ", "")} {
			if at := strings.Index(c.rest, form); at >= 0 && (!ok || at < len(text)) {
				text, length, ok = c.rest[:at], at+len(form), true
			}
		}
	}
	return text, length, ok
}

// convert converts what can be converted in a text that has no code in it;
// line is that of its beginning.
func (m *move) convert(p *page, text string, line int) string {
	var b strings.Builder
	for text != "" {
		at := strings.IndexAny(text, "{`")
		if at < 0 {
			break
		}
		if text[at] == '`' {
			at += codeSpan(text[at:])
			b.WriteString(text[:at])
			line += strings.Count(text[:at], "\n")
			text = text[at:]
			continue
		}
		b.WriteString(text[:at])
		line += strings.Count(text[:at], "\n")
		text = text[at:]
		c, ok := codeAt(text)
		if !ok {
			b.WriteByte(text[0])
			text = text[1:]
			continue
		}
		replacement, consumed, ok := m.code(c, m, p)
		if !ok {
			p.note(diag.Pos{Line: line, Col: 1}, diag.MoveCode, short(c.whole))
			replacement, consumed = c.whole, 0
		} else {
			became := short(replacement)
			if became == "" {
				became = m.say("nichts", "nothing")
			}
			p.note(diag.Pos{Line: line, Col: 1}, diag.MoveConverted, short(c.whole), became)
		}
		b.WriteString(replacement)
		line += strings.Count(text[:len(c.whole)+consumed], "\n")
		text = text[len(c.whole)+consumed:]
	}
	b.WriteString(text)
	return b.String()
}

// codeSpan returns the length of the code that a text begins with, or of the
// marks alone if they are never closed.
func codeSpan(text string) int {
	n := 0
	for n < len(text) && text[n] == '`' {
		n++
	}
	if end := strings.Index(text[n:], text[:n]); end >= 0 {
		return n + end + n
	}
	return n
}

// short is an instruction as it stands in a message.
func short(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > 60 {
		return string(runes[:59]) + "…"
	}
	return text
}
