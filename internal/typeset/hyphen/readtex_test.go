package hyphen

import (
	"errors"
	"strings"
)

// pattern is a sequence of letters and the levels between them: levels[i]
// stands before letters[i]. "." is the edge of a word.
type pattern struct {
	letters []rune
	levels  []byte
}

// readTeX takes the patterns and the exceptions out of a TeX file.
func readTeX(source string) ([]pattern, error) {
	var text strings.Builder
	for line := range strings.Lines(source) {
		line, _, _ = strings.Cut(line, "%")
		text.WriteString(line)
		text.WriteByte(' ')
	}
	words, ok := group(text.String(), `\patterns{`)
	if !ok {
		return nil, errors.New(`no \patterns{…}`)
	}
	var found []pattern
	for _, w := range words {
		found = append(found, parse(w))
	}
	exceptions, _ := group(text.String(), `\hyphenation{`)
	for _, w := range exceptions {
		found = append(found, wholeWord(w))
	}
	return found, nil
}

// group is the words between an opening and the next closing brace.
func group(text, opening string) ([]string, bool) {
	_, rest, ok := strings.Cut(text, opening)
	if !ok {
		return nil, false
	}
	inside, _, ok := strings.Cut(rest, "}")
	return strings.Fields(inside), ok
}

// parse reads a pattern such as ".ab5erk".
func parse(word string) pattern {
	p := pattern{levels: []byte{0}}
	for _, r := range word {
		if r >= '0' && r <= '9' {
			p.levels[len(p.levels)-1] = byte(r - '0')
			continue
		}
		p.letters = append(p.letters, r)
		p.levels = append(p.levels, 0)
	}
	return p
}

// wholeWord makes "ta-ble" the pattern ".t8a9b8l8e8.", which no other
// overrules.
func wholeWord(word string) pattern {
	p := pattern{letters: []rune{'.'}, levels: []byte{0, 8}}
	for _, r := range word {
		if r == '-' {
			p.levels[len(p.levels)-1] = 9
			continue
		}
		p.letters = append(p.letters, r)
		p.levels = append(p.levels, 8)
	}
	p.letters = append(p.letters, '.')
	p.levels = append(p.levels, 0)
	return p
}
