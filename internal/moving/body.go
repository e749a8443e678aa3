package moving

import (
	"regexp"
	"strings"
)

// text converts the body of a page: instructions, links, and what only other
// programs' Markdown knows. What stands in code stays.
func (m *move) text(p *page) string {
	body := strings.ReplaceAll(string(p.body.Text), "\r\n", "\n")
	if at := more.FindStringIndex(body); at != nil {
		body = body[:at[0]] + strings.TrimLeft(body[at[1]:], " \t")
	}
	var b strings.Builder
	line := p.body.Line
	for _, part := range parts(body) {
		if part.code {
			b.WriteString(part.text)
		} else {
			text := m.convert(p, part.text, line)
			if _, kramdown := m.generator.(jekyll); kramdown {
				text = attributes.ReplaceAllString(text, "")
			}
			b.WriteString(m.relink(p, text))
			m.html = m.html || tag.MatchString(text)
		}
		line += strings.Count(part.text, "\n")
	}
	return b.String()
}

// more is the mark behind what other programs take for a teaser.
var more = regexp.MustCompile(`(?i)<!--\s*(more|excerpt)\s*-->`)

// attributes are those of kramdown, which mean nothing here.
var attributes = regexp.MustCompile(`\{:[^}\n]*\}`)

// tag is HTML in a text.
var tag = regexp.MustCompile(`<[A-Za-z/!][^<>]*>`)

// part is a piece of a text: code, or not.
type part struct {
	text string
	code bool
}

// parts divides a text into fenced code and the rest.
func parts(body string) []part {
	var all []part
	var now strings.Builder
	fence := ""
	flush := func(code bool) {
		if now.Len() > 0 {
			all = append(all, part{now.String(), code})
			now.Reset()
		}
	}
	for line := range strings.Lines(body) {
		mark := fenceOf(line)
		switch {
		case fence == "" && mark != "":
			flush(false)
			fence = mark
			now.WriteString(line)
		case fence != "" && strings.HasPrefix(mark, fence) && strings.Trim(strings.TrimSpace(line), mark[:1]) == "":
			now.WriteString(line)
			flush(true)
			fence = ""
		default:
			now.WriteString(line)
		}
	}
	flush(fence != "")
	return all
}

// fenceOf returns the marks that a line begins with if it is a fence of code.
func fenceOf(line string) string {
	text := strings.TrimLeft(line, " ")
	if len(line)-len(text) > 3 {
		return ""
	}
	for _, mark := range []byte{'`', '~'} {
		n := 0
		for n < len(text) && text[n] == mark {
			n++
		}
		if n >= 3 && (mark == '~' || !strings.Contains(text[n:], "`")) {
			return text[:n]
		}
	}
	return ""
}

// teaser returns what stands above the mark "more", without its Markdown; ""
// if there is none or it is too much for a teaser.
func (p *page) teaser() string {
	body := string(p.body.Text)
	at := more.FindStringIndex(body)
	if at == nil {
		return ""
	}
	text := strings.TrimSpace(body[:at[0]])
	if len(text) > longestTeaser || strings.ContainsAny(text, "{<|`#") {
		return ""
	}
	text = linked.ReplaceAllString(text, "$1")
	return strings.Join(strings.Fields(strings.NewReplacer("**", "", "__", "", "*", "", "_", "").Replace(text)), " ")
}

// longestTeaser is the length in bytes above which a text is no teaser.
const longestTeaser = 600

var linked = regexp.MustCompile(`!?\[([^\]]*)\]\([^)]*\)`)
