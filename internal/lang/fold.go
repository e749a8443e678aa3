package lang

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// base returns the ASCII letters that stand for a letter with a diacritic, in
// lower case: "e" for é, "l" for ł, "ss" for ß. It returns "" where there are
// none: for other alphabets and for all that is no letter.
func base(r rune) string {
	switch r {
	case 'ß', 'ẞ':
		return "ss"
	case 'æ', 'Æ':
		return "ae"
	case 'œ', 'Œ':
		return "oe"
	case 'ø', 'Ø':
		return "o"
	case 'ł', 'Ł':
		return "l"
	case 'đ', 'Đ', 'ð', 'Ð':
		return "d"
	case 'þ', 'Þ':
		return "th"
	case 'ħ', 'Ħ':
		return "h"
	case 'ı':
		return "i"
	case 'ŋ', 'Ŋ':
		return "n"
	case 'ŧ', 'Ŧ':
		return "t"
	}
	return decomposed(r)
}

// letters holds every ASCII letter, so that base need not allocate.
const letters = "abcdefghijklmnopqrstuvwxyz"

// decomposed returns the ASCII letter under a letter's accents, or "".
func decomposed(r rune) string {
	var buf [utf8.UTFMax]byte
	parts := norm.NFD.Properties(buf[:utf8.EncodeRune(buf[:], r)]).Decomposition()
	if len(parts) == 0 || parts[0] >= utf8.RuneSelf {
		return ""
	}
	if c := lower(parts[0]); 'a' <= c && c <= 'z' {
		return letters[c-'a' : c-'a'+1]
	}
	return ""
}

// lower returns an ASCII letter in lower case and every other byte as it is.
func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isWord reports whether a rune is part of a word.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		c := lower(byte(r))
		return 'a' <= c && c <= 'z' || isDigit(c)
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}
