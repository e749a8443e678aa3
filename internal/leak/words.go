package leak

import (
	"bytes"
	"html"
	"strconv"
	"sync"
	"unicode"
	"unicode/utf8"
)

// word is a word of a file: its number, and where it stands.
type word struct {
	hash    uint64
	at, end int32 // bytes of the file
}

// A word's number is FNV-1a of its small letters, mixed at the end.
const (
	offset = 14695981039346656037
	prime  = 1099511628211
)

// reader takes a file apart into words: those of the text, and those within
// tags, where attributes are. Its memory is used again.
type reader struct {
	text, tags []word
	markup     bool // < begins a tag

	now     uint64 // number of the word under way
	letters int    // of it; 0: between words
	from    int32
	total   int // letters of all words
	inTag   bool
}

var readers = sync.Pool{New: func() any { return &reader{} }}

// hashesOf returns the numbers of a text's words, and how many letters they
// have. Only markup has tags.
func hashesOf(data []byte, markup bool) (hashes []uint64, letters int) {
	var r reader
	r.markup = markup
	r.walk(data, false)
	for _, w := range r.text {
		hashes = append(hashes, w.hash)
	}
	return hashes, r.total
}

// read takes a whole file apart.
func (r *reader) read(data []byte) {
	r.markup = isMarkup(data)
	r.walk(data, false)
}

// isMarkup reports whether a file begins with a tag.
func isMarkup(data []byte) bool {
	start := bytes.TrimLeft(data[:min(len(data), 256)], "\ufeff \t\r\n")
	return len(start) > 0 && start[0] == '<'
}

// walk takes data apart, which begins within a tag or not.
func (r *reader) walk(data []byte, inTag bool) {
	r.text, r.tags, r.letters, r.total, r.inTag = r.text[:0], r.tags[:0], 0, 0, inTag
	for i := 0; i < len(data); {
		switch c := data[i]; {
		case classes[c] != 0: // nearly always
			i = r.run(data, i)
		case plain[c]:
			r.end(i)
			i++
		case c == latin && i+1 < len(data) && umlauts[data[i+1]] != 0:
			r.letter(i, c)
			r.letter(i, umlauts[data[i+1]])
			i += 2
		default:
			i = r.other(data, i)
		}
	}
	r.end(len(data))
}

// run adds a run of plain letters to the word under way, and returns where it
// ends.
func (r *reader) run(data []byte, i int) int {
	from, h := i, r.now
	if r.letters == 0 {
		r.from, h = int32(i), offset
	}
	for i < len(data) {
		low := classes[data[i]]
		if low == 0 {
			break
		}
		h = (h ^ uint64(low)) * prime
		i++
	}
	r.now = h
	r.letters += i - from
	return i
}

// letter adds a letter, or a byte of one, to the word under way.
func (r *reader) letter(i int, c byte) {
	if r.letters == 0 {
		r.now, r.from = offset, int32(i)
	}
	r.now = (r.now ^ uint64(c)) * prime
	r.letters++
}

// end ends the word under way.
func (r *reader) end(i int) {
	if r.letters == 0 {
		return
	}
	w := word{r.now ^ r.now>>29, r.from, int32(i)}
	w.hash *= prime
	if r.inTag {
		r.tags = append(r.tags, w)
	} else {
		r.text = append(r.text, w)
	}
	r.total += r.letters
	r.letters = 0
}

// other reads what is no plain letter, and returns where it goes on.
func (r *reader) other(data []byte, i int) int {
	switch c := data[i]; {
	case c >= utf8.RuneSelf:
		char, size := utf8.DecodeRune(data[i:])
		r.char(i, char)
		return i + size
	case c == '<' && r.markup && i+1 < len(data) && tagStart(data[i+1]):
		return r.tag(data, i)
	case c == '>' && r.inTag:
		r.end(i)
		r.inTag = false
	case c == '&':
		return r.entity(data, i)
	case c == '%':
		return r.percent(data, i)
	case c == '\\':
		return r.escape(data, i)
	case c == '\r' && i+2 < len(data) && data[i+1] == '\n' && data[i+2] == ' ':
		return i + 3 // a long line of a calendar, folded (RFC 5545 3.1)
	default:
		r.end(i)
	}
	return i + 1
}

func tagStart(c byte) bool { return c == '/' || c == '!' || classes[c] != 0 }

// tag begins a tag, and returns where its name does.
func (r *reader) tag(data []byte, i int) int {
	if bytes.HasPrefix(data[i:], []byte(breakTag)) {
		return i + len(breakTag) // within a word
	}
	r.end(i)
	r.inTag = true
	r.tags = append(r.tags, word{}) // phrases do not reach from tag to tag
	return i + 1
}

// breakTag is where a browser may divide a long word.
const breakTag = "<wbr>"

// char adds a character that is not ASCII.
func (r *reader) char(i int, char rune) {
	switch {
	case char == '\u00AD' || char >= '\u200B' && char <= '\u200D' || char == '\u2060' || char == '\uFEFF':
		return // invisible within a word
	case unicode.IsLetter(char) || unicode.IsDigit(char) || unicode.IsMark(char):
		var buf [utf8.UTFMax]byte
		for _, c := range utf8.AppendRune(buf[:0], unicode.ToLower(char)) {
			r.letter(i, c)
		}
	default:
		r.end(i)
	}
}

// entity reads &uuml;, &#252; and &#xFC;.
func (r *reader) entity(data []byte, i int) int {
	const longest = 10
	size := bytes.IndexByte(data[i:min(len(data), i+longest)], ';')
	if size < 0 {
		r.end(i)
		return i + 1
	}
	name := string(data[i : i+size+1])
	plain := html.UnescapeString(name)
	if plain == name {
		r.end(i)
		return i + 1
	}
	for _, char := range plain {
		r.anyChar(i, char)
	}
	return i + size + 1
}

func (r *reader) anyChar(i int, char rune) {
	if char >= utf8.RuneSelf {
		r.char(i, char)
	} else if low := classes[char]; low != 0 {
		r.letter(i, low)
	} else {
		r.end(i)
	}
}

// percent reads %C3%BC: all such bytes in a row.
func (r *reader) percent(data []byte, i int) int {
	var plain []byte
	from := i
	for i+2 < len(data) && data[i] == '%' {
		value, err := strconv.ParseUint(string(data[i+1:i+3]), 16, 8)
		if err != nil {
			break
		}
		plain = append(plain, byte(value))
		i += 3
	}
	if plain == nil {
		r.end(i)
		return i + 1
	}
	for _, char := range string(plain) {
		r.anyChar(from, char)
	}
	return i
}

// escape reads \u00fc; \n and the like end a word.
func (r *reader) escape(data []byte, i int) int {
	if i+6 <= len(data) && data[i+1] == 'u' {
		if value, err := strconv.ParseUint(string(data[i+2:i+6]), 16, 16); err == nil {
			r.anyChar(i, rune(value))
			return i + 6
		}
	}
	r.end(i)
	return min(i+2, len(data))
}

// plain are the characters that end a word and mean nothing else.
var plain = func() (plain [256]bool) {
	for c := range byte(utf8.RuneSelf) {
		plain[c] = classes[c] == 0 && bytes.IndexByte([]byte("<>&%\\\r"), c) < 0
	}
	return plain
}()

// latin is the first byte of "À" to "ÿ"; umlauts are the second bytes of their
// small letters, by the second byte, and 0 for × and ÷.
const latin = 0xC3

var umlauts = func() (umlauts [256]byte) {
	for char := 'À'; char <= 'ÿ'; char++ {
		if unicode.IsLetter(char) {
			umlauts[string(char)[1]] = string(unicode.ToLower(char))[1]
		}
	}
	return umlauts
}()

// classes are the small letters of ASCII letters and digits; 0 for all others.
var classes = func() (classes [256]byte) {
	for c := byte('0'); c <= '9'; c++ {
		classes[c] = c
	}
	for c := byte('a'); c <= 'z'; c++ {
		classes[c], classes[c-'a'+'A'] = c, c
	}
	return classes
}()
