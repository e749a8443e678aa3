// Package hyphen divides words at the end of a line, by patterns as TeX does
// (Frank M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983).
//
// The patterns of German, in the spelling of 2006, come from the
// Trennmustermannschaft; those of English from Knuth. Both are packed into
// tries (see pack_test.go) that are used as they lie in the program: loading costs
// nothing.
//
// What is divided, and what is not:
//
//   - A word is cut into runs of letters; „Stadt-/Landkreis“ has two. Each run
//     is divided for itself.
//   - A soft hyphen (U+00AD) says how the author wants a run to be divided; then
//     it may be divided there and nowhere else.
//   - A run with capitals inside (DStGB, eID, IT) is an abbreviation or a name
//     and stays whole.
//   - A run with letters that the patterns do not know stays whole.
package hyphen

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Shy is the soft hyphen.
const Shy = '\u00ad'

// Options say how words are divided. The zero Options are the usual ones.
type Options struct {
	Left  int // letters that stay before the first break; 0 means 2
	Right int // letters that follow the last break; 0 means 3

	// Exceptions are words with all their breaks, "Wach-stube". They hold in
	// small and capital letters and also as a part of compounds with hyphens.
	Exceptions []string
}

// Hyphenator divides the words of one language. It never changes and can be
// shared by goroutines.
type Hyphenator struct {
	patterns    *Patterns
	left, right int
	exceptions  map[string][]int // letters before each break, by word in small letters
}

// New makes a Hyphenator.
func New(p *Patterns, o Options) *Hyphenator {
	h := &Hyphenator{patterns: p, left: o.Left, right: o.Right}
	if h.left <= 0 {
		h.left = 2
	}
	if h.right <= 0 {
		h.right = 3
	}
	for _, e := range o.Exceptions {
		if h.exceptions == nil {
			h.exceptions = make(map[string][]int, len(o.Exceptions))
		}
		word, breaks := exception(strings.ToLower(e))
		h.exceptions[word] = breaks
	}
	return h
}

// exception takes the hyphens out of "wach-stube".
func exception(text string) (word string, breaks []int) {
	for i, part := range strings.Split(text, "-") {
		if i > 0 && word != "" && part != "" {
			breaks = append(breaks, utf8.RuneCountInString(word))
		}
		word += part
	}
	return word, breaks
}

// Hyphenate is where word may be divided, as ascending byte offsets. At a
// soft hyphen that is its own offset; everywhere else a hyphen has to be added.
// Breaks after hyphens that stand in the word are not among them.
func (h *Hyphenator) Hyphenate(word string) []int { return h.Append(nil, word) }

// Append appends to breaks what Hyphenate gives.
func (h *Hyphenator) Append(breaks []int, word string) []int {
	for at := 0; at < len(word); {
		r, size := utf8.DecodeRuneInString(word[at:])
		if !isLetter(r) {
			at += size
			continue
		}
		end := at + runLength(word[at:])
		breaks = h.run(breaks, word[at:end], at)
		at = end
	}
	return breaks
}

// isLetter reports whether r is part of a run.
func isLetter(r rune) bool {
	return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= 0x80 && (r == Shy || unicode.IsLetter(r) || unicode.IsMark(r))
}

// runLength is how many bytes of letters s begins with.
func runLength(s string) int {
	for i, r := range s {
		if !isLetter(r) {
			return i
		}
	}
	return len(s)
}

// longest is the length of a run that is looked at, in bytes; a longer one is
// no word.
const longest = 160

// run divides a run of letters that begins at an offset of the word.
func (h *Hyphenator) run(breaks []int, run string, offset int) []int {
	if strings.Contains(run, "\u00ad") {
		return shyBreaks(breaks, run, offset)
	}
	if len(run) < h.left+h.right || len(run) > longest {
		return breaks
	}
	if len(h.exceptions) > 0 {
		if known, ok := h.exceptions[strings.ToLower(run)]; ok {
			return atLetters(breaks, known, run, offset)
		}
	}
	return h.divide(breaks, run, offset)
}

// shyBreaks are the soft hyphens inside a run.
func shyBreaks(breaks []int, run string, offset int) []int {
	for i, r := range run {
		if r == Shy && i > 0 && i+len("\u00ad") < len(run) {
			breaks = append(breaks, offset+i)
		}
	}
	return breaks
}

// atLetters turns numbers of letters into byte offsets.
func atLetters(breaks, letters []int, run string, offset int) []int {
	n := 0
	for i := range run {
		if len(letters) > 0 && n == letters[0] {
			breaks, letters = append(breaks, offset+i), letters[1:]
		}
		n++
	}
	return breaks
}

// divide asks the patterns.
func (h *Hyphenator) divide(breaks []int, run string, offset int) []int {
	var codes, levels [longest + 3]byte
	n, capitals := 1, 0
	for _, r := range run {
		code := h.patterns.code(r)
		if code == 0 {
			return breaks
		}
		if isCapital(r) {
			capitals++
			if n > 1 && capitals < n {
				return breaks // a capital after a small letter
			}
		}
		codes[n] = code
		n++
	}
	letters := n - 1
	if letters < h.left+h.right || capitals > 1 && (capitals < letters || letters < shouted) {
		return breaks
	}
	h.patterns.levels(codes[:n+1], levels[:n+2])
	letter := 0
	for i := range run {
		if letter >= h.left && letters-letter >= h.right && levels[letter+1]&1 == 1 {
			breaks = append(breaks, offset+i)
		}
		letter++
	}
	return breaks
}

// shouted is how long a run of capitals must be to be a word in capitals
// rather than an abbreviation.
const shouted = 7

func isCapital(r rune) bool {
	return r >= 'A' && r <= 'Z' || r >= 0x80 && unicode.IsUpper(r)
}
