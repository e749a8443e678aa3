package cos

import (
	"strings"
	"unicode/utf16"
)

// decodeText reads a text string: UTF-16 or UTF-8 with their marks, else
// PDFDocEncoding (7.9.2.2).
func decodeText(s string) string {
	switch {
	case strings.HasPrefix(s, "\xfe\xff"):
		return decodeUTF16(s[2:], 0, 1)
	case strings.HasPrefix(s, "\xff\xfe"):
		return decodeUTF16(s[2:], 1, 0)
	case strings.HasPrefix(s, "\xef\xbb\xbf"):
		return strings.ToValidUTF8(s[3:], "\ufffd")
	}
	var b strings.Builder
	for i := range len(s) {
		b.WriteRune(docRune(s[i]))
	}
	return b.String()
}

func decodeUTF16(s string, hi, lo int) string {
	units := make([]uint16, 0, len(s)/2)
	for ; len(s) >= 2; s = s[2:] {
		units = append(units, uint16(s[hi])<<8|uint16(s[lo]))
	}
	return string(utf16.Decode(units))
}

// docRune is a character of PDFDocEncoding (Annex D.3).
func docRune(c byte) rune {
	const (
		low  = "˘ˇˆ˙˝˛˚˜"                               // 0x18
		high = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€" // 0x80
	)
	switch {
	case c >= 0x18 && c < 0x20:
		return []rune(low)[c-0x18]
	case c >= 0x80 && c <= 0xa0:
		return []rune(high)[c-0x80]
	}
	return rune(c)
}
