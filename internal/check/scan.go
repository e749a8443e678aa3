package check

import (
	"strings"

	"golang.org/x/net/html"
)

// tokenKind tells what a token of a page is.
type tokenKind uint8

const (
	textToken tokenKind = iota
	startToken
	endToken
)

// token is one tag of a page, or the text between two.
type token struct {
	kind  tokenKind
	name  string // of a tag, in lower case
	text  string // of a text, unescaped; of a tag as it is written
	attrs []html.Attribute
}

// attr returns an attribute and whether the tag has it.
func (t *token) attr(name string) (string, bool) {
	for i := range t.attrs {
		if t.attrs[i].Key == name {
			return t.attrs[i].Val, true
		}
	}
	return "", false
}

// value returns an attribute, "" where the tag has none.
func (t *token) value(name string) string {
	v, _ := t.attr(name)
	return v
}

// scan calls do for each token of a page, in order, until a token is no longer
// needed: the next one takes its place. Their strings are parts of the page.
//
// Nearly all pages are written by templates and hold nothing but plain tags:
// names in lower case, values in quotes. Those are taken apart here, in one
// pass and without making anything. From the first place on that is not plain,
// the library reads the page: it knows all that the standard makes of any text.
func scan(page string, do func(*token)) {
	s := scanner{rest: page, do: do}
	plain := strings.IndexByte(page, '\r') < 0 && strings.IndexByte(page, 0) < 0
	for plain && s.rest != "" {
		plain = s.step()
	}
	s.read()
}

// scanner is where scan is on a page.
type scanner struct {
	rest string // begins where a token does, outside of elements whose text is raw
	now  token
	do   func(*token)
}

// step takes in the next token and what belongs to it. It reports whether that
// was plain; otherwise nothing is taken.
func (s *scanner) step() (plain bool) {
	if at := strings.IndexByte(s.rest, '<'); at != 0 {
		if at < 0 {
			at = len(s.rest)
		}
		s.say(textToken, resolved(s.rest[:at]), at)
		return true
	}
	switch {
	case len(s.rest) < 4: // no tag is shorter, save <a>
		return false
	case s.rest[1] == '/':
		return s.end()
	case s.rest[1] == '!':
		return s.pass()
	case s.rest[1] >= 'a' && s.rest[1] <= 'z':
		return s.start()
	}
	return false
}

// say tells of a text or an end tag that takes so many bytes of the rest.
func (s *scanner) say(kind tokenKind, text string, length int) {
	s.now.kind, s.now.text, s.now.attrs = kind, text, s.now.attrs[:0]
	s.rest = s.rest[length:]
	s.do(&s.now)
}

// pass passes over a comment or the document type.
func (s *scanner) pass() (plain bool) {
	const kind = "<!doctype html>"
	if len(s.rest) >= len(kind) && strings.EqualFold(s.rest[:len(kind)], kind) {
		s.rest = s.rest[len(kind):]
		return true
	}
	from, is := strings.CutPrefix(s.rest, "<!--")
	comment, rest, closed := strings.Cut(from, "-->")
	if !is || !closed || from[0] == '>' || from[0] == '-' || strings.Contains(comment, "--!") {
		return false
	}
	s.rest = rest
	return true
}

func (s *scanner) end() (plain bool) {
	at := wordEnd(s.rest, 2)
	if at == 2 || at == len(s.rest) || s.rest[at] != '>' || !isLetter(s.rest[2]) {
		return false
	}
	s.now.name = s.rest[2:at]
	s.say(endToken, s.rest[:at+1], at+1)
	return true
}

func (s *scanner) start() (plain bool) {
	t := token{kind: startToken, attrs: s.now.attrs[:0]}
	at := wordEnd(s.rest, 1)
	t.name = s.rest[1:at]
	for {
		from := at
		for from < len(s.rest) && (s.rest[from] == ' ' || s.rest[from] == '\n' || s.rest[from] == '\t') {
			from++
		}
		if tail := s.rest[from:]; strings.HasPrefix(tail, ">") || strings.HasPrefix(tail, "/>") {
			at = from + strings.IndexByte(tail, '>') + 1
			break
		}
		var a html.Attribute
		if a, at, plain = attribute(s.rest, from); !plain {
			return false
		}
		if _, twice := t.attr(a.Key); twice {
			return false
		}
		t.attrs = append(t.attrs, a)
	}
	t.text = s.rest[:at]
	inside, length, plain := rawText(t.name, s.rest[at:])
	if !plain {
		return false
	}
	s.now = t
	s.rest = s.rest[at:]
	s.do(&s.now)
	if length > 0 {
		s.say(textToken, inside, length)
	}
	return true
}

// attribute reads an attribute that begins at a place of a text, and returns
// where it ends.
func attribute(text string, from int) (a html.Attribute, end int, plain bool) {
	end = wordEnd(text, from)
	if end == from || end+2 >= len(text) {
		return a, end, false
	}
	a.Key = text[from:end]
	if text[end] != '=' {
		return a, end, true
	}
	quote := text[end+1]
	if quote != '"' && quote != '\'' {
		return a, end, false
	}
	value := text[end+2:]
	length := strings.IndexByte(value, quote)
	if length < 0 {
		return a, end, false
	}
	a.Val, plain = unescaped(value[:length])
	return a, end + 2 + length + 1, plain
}

// resolved returns a text with its character references resolved.
func resolved(text string) string {
	if strings.IndexByte(text, '&') < 0 {
		return text
	}
	return html.UnescapeString(text)
}

// unescaped returns a value with its character references resolved. They are
// plain if they mean the same in a value and in a text.
func unescaped(value string) (_ string, plain bool) {
	if strings.IndexByte(value, '&') < 0 {
		return value, true
	}
	_, rest, _ := strings.Cut(value, "&")
	for more := true; more; _, rest, more = strings.Cut(rest, "&") {
		name, _, closed := strings.Cut(rest, ";")
		switch name {
		case "amp", "lt", "gt", "quot", "apos", "nbsp", "shy", "#34", "#39", "#43":
			if closed {
				continue
			}
		}
		if rest == "" || rest[0] == ' ' {
			continue
		}
		return "", false
	}
	return html.UnescapeString(value), true
}

// rawText returns the text of an element inside of which no tag is one, and how
// many bytes it takes. It is plain if the first end tag in it is the element's.
func rawText(name, rest string) (text string, length int, plain bool) {
	switch name {
	case "script", "style", "textarea", "title", "noscript", "iframe", "noembed", "noframes", "xmp":
	case "plaintext":
		return "", 0, false
	default:
		return "", 0, true
	}
	length = strings.Index(rest, "</")
	if length < 0 || !strings.HasPrefix(rest[length+2:], name+">") || strings.Contains(rest[:length], "<!--") {
		return "", 0, false
	}
	text = rest[:length]
	if name == "title" || name == "textarea" {
		text = resolved(text)
	}
	return text, length, true
}

// wordEnd returns where a name of a tag or attribute that begins at a place of
// a text ends: the first byte that is none of a plain name.
func wordEnd(text string, from int) int {
	for i := from; i < len(text); i++ {
		if c := text[i]; !isLetter(c) && (c < '0' || c > '9') && c != '-' && c != ':' && c != '_' {
			return i
		}
	}
	return len(text)
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' }

// read lets the library take the rest apart.
func (s *scanner) read() {
	if s.rest == "" {
		return
	}
	z := html.NewTokenizer(strings.NewReader(s.rest))
	z.AllowCDATA(false)
	at := 0
	for {
		kind := z.Next()
		written := s.rest[at : at+len(z.Raw())]
		at += len(written)
		switch kind {
		case html.ErrorToken:
			return
		case html.TextToken:
			s.do(&token{kind: textToken, text: string(z.Text())})
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			s.do(&token{kind: startToken, name: t.Data, text: written, attrs: t.Attr})
		case html.EndTagToken:
			name, _ := z.TagName()
			s.do(&token{kind: endToken, name: string(name), text: written})
		case html.CommentToken, html.DoctypeToken: // mean nothing to readers
		}
	}
}
