package markdown

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// unescaped returns text without backslashes and entities: b itself where it
// has none.
func unescaped(b []byte) []byte {
	if bytes.IndexByte(b, '\\') < 0 && bytes.IndexByte(b, '&') < 0 && bytes.IndexByte(b, 0) < 0 {
		return b
	}
	return appendUnescaped(make([]byte, 0, len(b)), b, nil)
}

// appendUnescaped appends text without its backslashes and entities. Marks
// that were escaped and that typesetting would change are protected, where
// that is asked for.
func appendUnescaped(dst, b []byte, protected *[]protection) []byte {
	for i := 0; i < len(b); {
		switch c := b[i]; {
		case c == '\\' && i+1 < len(b) && util.IsPunct(b[i+1]):
			dst = appendProtected(dst, b[i+1], protected)
			i += 2
		case c == '&':
			characters, length := entity(b[i:])
			if length == 0 {
				dst = append(dst, '&')
				i++
				continue
			}
			if len(characters) == 1 {
				dst = appendProtected(dst, characters[0], protected)
			} else {
				dst = append(dst, characters...)
			}
			i += length
		case c == 0:
			dst = utf8.AppendRune(dst, utf8.RuneError)
			i++
		default:
			dst = append(dst, c)
			i++
		}
	}
	return dst
}

// appendProtected appends one byte that stands for itself.
func appendProtected(dst []byte, c byte, protected *[]protection) []byte {
	if protected == nil || c != '"' && c != '\'' && c != '-' {
		return append(dst, c)
	}
	*protected = append(*protected, protection{at: len(dst), byte: c})
	return append(dst, neutral)
}

// entity returns the characters of the entity at the beginning of b and its
// length, 0 where there is none.
func entity(b []byte) (characters []byte, length int) {
	const longest = 33 // CounterClockwiseContourIntegral
	end := bytes.IndexByte(b[:min(len(b), longest)], ';')
	if end < 2 {
		return nil, 0
	}
	name := b[1:end]
	if name[0] != '#' {
		found, ok := util.LookUpHTML5EntityByName(string(name))
		if !ok {
			return nil, 0
		}
		return found.Characters, end + 1
	}
	digits, base := name[1:], 10
	if len(digits) > 0 && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base = digits[1:], 16
	}
	if len(digits) > 7 || base == 16 && len(digits) > 6 {
		return nil, 0
	}
	code, err := strconv.ParseUint(string(digits), base, 32)
	if err != nil {
		return nil, 0
	}
	return utf8.AppendRune(nil, util.ToValidRune(rune(code))), end + 1
}
