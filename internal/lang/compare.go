package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Compare orders texts as a German dictionary does (DIN 5007-1): ä as a, ß as
// ss, case and punctuation aside, words before their compounds. Texts that
// agree in all that are ordered by their bytes, so that equal means equal.
func Compare(a, b string) int {
	left, right := letterer{text: a}, letterer{text: b}
	for {
		x, y := left.next(), right.next()
		if x != y {
			return int(x) - int(y)
		}
		if x == 0 {
			return strings.Compare(a, b)
		}
	}
}

// letterer reads a text letter by letter as the dictionary orders them.
type letterer struct {
	text string
	rest string // of an expansion: the second s of ß
	word bool   // a letter has been read, so a gap means something
}

// next returns the next letter or digit, a space for any gap between words,
// and 0 at the end.
func (l *letterer) next() rune {
	if l.rest != "" {
		c := l.rest[0]
		l.rest = l.rest[1:]
		return rune(c)
	}
	gap := false
	for l.text != "" {
		r, size := utf8.DecodeRuneInString(l.text)
		if !isWord(r) {
			gap = gap || l.word && !silent(r)
			l.text = l.text[size:]
			continue
		}
		if gap {
			return ' '
		}
		l.text = l.text[size:]
		return l.folded(r)
	}
	return 0
}

// folded returns the first letter that stands for r and keeps the others.
func (l *letterer) folded(r rune) rune {
	l.word = true
	if r < utf8.RuneSelf {
		return rune(lower(byte(r)))
	}
	if b := base(r); b != "" {
		l.rest = b[1:]
		return rune(b[0])
	}
	return unicode.ToLower(r)
}

// Initial returns the letter under which a text stands in an index from A to
// Z: "A" for "Ärzte", "0–9" for numbers, "#" where there is neither letter nor
// number.
func Initial(s string) string {
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf && isDigit(byte(r)) || unicode.IsNumber(r):
			return "0–9"
		case !unicode.IsLetter(r):
			continue
		case r < utf8.RuneSelf:
			return strings.ToUpper(string(r))
		}
		if b := base(r); b != "" {
			return strings.ToUpper(b[:1])
		}
		return string(unicode.ToUpper(r))
	}
	return "#"
}
