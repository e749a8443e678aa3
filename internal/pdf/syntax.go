package pdf

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"stadtbote/internal/typeset/page"
)

// ref is the number of an indirect object. Generations are always 0.
type ref int32

func appendInt(b []byte, n int) []byte { return strconv.AppendInt(b, int64(n), 10) }

// appendRef writes an indirect reference, "12 0 R".
func appendRef(b []byte, r ref) []byte {
	b = strconv.AppendInt(b, int64(r), 10)
	return append(b, " 0 R"...)
}

// appendRefs writes an array of references.
func appendRefs(b []byte, rs []ref) []byte {
	b = append(b, '[')
	for i, r := range rs {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendRef(b, r)
	}
	return append(b, ']')
}

// appendUnit writes milli-points as a number of points, exactly and as short
// as ISO 32000-1, 7.3.3 allows: 12500 is "12.5", -40 is "-.04".
func appendUnit(b []byte, u page.Unit) []byte {
	if u < 0 {
		b = append(b, '-')
		u = -u
	}
	whole, part := u/1000, int(u%1000)
	if whole != 0 || part == 0 {
		b = strconv.AppendInt(b, int64(whole), 10)
	}
	if part == 0 {
		return b
	}
	b = append(b, '.', byte('0'+part/100))
	if part%100 != 0 {
		b = append(b, byte('0'+part/10%10))
	}
	if part%10 != 0 {
		b = append(b, byte('0'+part%10))
	}
	return b
}

// hundredths rounds to 1/100 point, 3.5 µm: what content streams are written
// with. Half is rounded away from zero.
func hundredths(u page.Unit) page.Unit {
	if u < 0 {
		return (u - 5) / 10 * 10
	}
	return (u + 5) / 10 * 10
}

// appendRect writes a rectangle whose y grows downwards from the top of a page
// of the given height as [llx lly urx ury].
func appendRect(b []byte, r page.Rect, height page.Unit) []byte {
	b = append(b, '[')
	b = appendUnit(b, hundredths(r.X))
	b = append(b, ' ')
	b = appendUnit(b, hundredths(height-r.Y-r.H))
	b = append(b, ' ')
	b = appendUnit(b, hundredths(r.X+r.W))
	b = append(b, ' ')
	b = appendUnit(b, hundredths(height-r.Y))
	return append(b, ']')
}

// appendName writes a name; what is no regular ASCII character is escaped
// (ISO 32000-1, 7.3.5).
func appendName(b []byte, name string) []byte {
	const hex = "0123456789ABCDEF"
	b = append(b, '/')
	for i := 0; i < len(name); i++ {
		if c := name[i]; regular(c) && c != '#' {
			b = append(b, c)
		} else {
			b = append(b, '#', hex[c>>4], hex[c&15])
		}
	}
	return b
}

// regular reports whether c is a printable ASCII character that is neither
// white space nor a delimiter (ISO 32000-1, 7.2.2).
func regular(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return false
	}
	return c > ' ' && c < 0x7f
}

// appendBytes writes a literal string.
func appendBytes(b []byte, s string) []byte {
	b = append(b, '(')
	for i := 0; i < len(s); i++ {
		b = appendByte(b, s[i])
	}
	return append(b, ')')
}

// appendByte writes one byte of a literal string. A carriage return would be
// read as a line feed if it were not escaped (ISO 32000-1, 7.3.4.2).
func appendByte(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r':
		return append(b, '\\', 'r')
	}
	return append(b, c)
}

// appendText writes a text string (ISO 32000-1, 7.9.2.2): in PDFDocEncoding,
// one byte a character, if that has all its characters, else in UTF-16BE.
func appendText(b []byte, s string) []byte {
	from := len(b)
	b = append(b, '(')
	for i, r := range s {
		c, ok := docEncoded(r)
		if !ok || i == 0 && (c == 0xfe || c == 0xef || c == 0xff) {
			return appendUTF16(b[:from], s)
		}
		b = appendByte(b, c)
	}
	return append(b, ')')
}

func appendUTF16(b []byte, s string) []byte {
	b = append(b, '(', 0xfe, 0xff)
	for _, r := range s {
		if hi, lo := utf16.EncodeRune(r); hi != utf8.RuneError {
			b = appendByte(appendByte(b, byte(hi>>8)), byte(hi))
			r = lo
		}
		b = appendByte(appendByte(b, byte(r>>8)), byte(r))
	}
	return append(b, ')')
}

// docEncoded is the code of a character in PDFDocEncoding (ISO 32000-1,
// Annex D.3), if it has one.
func docEncoded(r rune) (byte, bool) {
	switch {
	case r >= 0x20 && r < 0x7f, r >= 0xa1 && r <= 0xff && r != 0xad, r == '\n', r == '\t':
		return byte(r), true
	case r < 0x80:
		return 0, false
	}
	for i, c := range docSpecials {
		if c == r {
			return byte(0x80 + i), true
		}
	}
	return 0, false
}

// docSpecials are the characters of PDFDocEncoding from 0x80 on.
var docSpecials = [...]rune{
	'•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘',
	'’', '‚', '™', 'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', -1, '€',
}
