package lang

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Slug returns s as a part of an address: lower-case ASCII letters, digits and
// single hyphens. German letters become ae, oe, ue and ss; other European
// letters lose their accents; apostrophes vanish. It returns "" where nothing
// is left.
func Slug(s string) string {
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	out := make([]byte, 0, len(s)+8)
	gap := false
	for i := 0; i < len(s); {
		c := s[i]
		r, size := rune(c), 1
		if c >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		part := slugPart(r)
		if part == "" {
			gap = gap || !silent(r)
			continue
		}
		if gap && len(out) > 0 {
			out = append(out, '-')
		}
		gap = false
		out = append(out, part...)
	}
	return string(out)
}

// slugPart returns what stands for a rune in an address, or "".
func slugPart(r rune) string {
	switch r {
	case 'ä', 'Ä':
		return "ae"
	case 'ö', 'Ö', 'ø', 'Ø':
		return "oe"
	case 'ü', 'Ü':
		return "ue"
	}
	if r >= utf8.RuneSelf {
		if part := base(r); part != "" {
			return part
		}
		return transliterated(r)
	}
	if c := lower(byte(r)); 'a' <= c && c <= 'z' {
		return letters[c-'a' : c-'a'+1]
	}
	if isDigit(byte(r)) {
		return "0123456789"[r-'0' : r-'0'+1]
	}
	return ""
}

// silent reports whether a rune neither shows in an address nor parts words:
// apostrophes, soft hyphens, combining marks.
func silent(r rune) bool {
	switch r {
	case '\'', '’', '‘', '\u00ad', '\u200b', '\u2060', 'ь', 'Ь', 'ъ', 'Ъ':
		return true
	}
	return r >= utf8.RuneSelf && unicode.Is(unicode.Mn, r)
}

// transliterated returns Latin letters for Greek and Cyrillic ones, roughly as
// newspapers write them, or "".
func transliterated(r rune) string {
	r = unicode.ToLower(r)
	if decomposition := norm.NFD.PropertiesString(string(r)).Decomposition(); len(decomposition) > 0 && r != 'й' && r != 'ї' {
		r, _ = utf8.DecodeRune(decomposition)
	}
	switch {
	case 'α' <= r && r <= 'ω':
		return greek[r-'α']
	case 'а' <= r && r <= 'я':
		return cyrillic[r-'а']
	}
	switch r {
	case 'є':
		return "je"
	case 'і':
		return "i"
	case 'ї':
		return "ji"
	case 'ґ':
		return "g"
	case 'ё':
		return "jo"
	case 'ђ':
		return "dj"
	case 'ј':
		return "j"
	case 'љ':
		return "lj"
	case 'њ':
		return "nj"
	case 'ћ':
		return "c"
	case 'џ':
		return "dz"
	}
	return ""
}

var greek = [...]string{
	"a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n",
	"x", "o", "p", "r", "s", "s", "t", "y", "f", "ch", "ps", "o",
}

var cyrillic = [...]string{
	"a", "b", "w", "g", "d", "e", "sch", "s", "i", "j", "k", "l", "m", "n", "o", "p",
	"r", "s", "t", "u", "f", "ch", "z", "tsch", "sch", "schtsch", "", "y", "", "e", "ju", "ja",
}
