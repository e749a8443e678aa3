package source

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"stadtbote/internal/diag"
)

// Clean returns a text without byte order mark, in NFC, with LF as the only
// line ending and without control characters. Text that is clean already is
// returned as it is, not copied. Where it cannot be used, the result is nil
// and the findings say why.
func Clean(name string, raw []byte) ([]byte, diag.List) {
	var ds diag.List
	report := func(at int, code diag.Code, args ...any) { ds.Report(name, position(raw, at), code, args...) }
	if bytes.HasPrefix(raw, []byte("\xFF\xFE")) || bytes.HasPrefix(raw, []byte("\xFE\xFF")) {
		ds.Report(name, diag.Pos{Line: 1, Col: 1}, diag.UTF16)
		return nil, ds
	}
	raw = bytes.TrimPrefix(raw, []byte("\uFEFF"))
	if len(bytes.TrimSpace(raw)) == 0 {
		ds.Report(name, diag.Pos{Line: 1, Col: 1}, diag.EmptyFile)
		return nil, ds
	}
	if at := bytes.IndexByte(raw, 0); at >= 0 {
		report(at, diag.BinaryFile, "00")
		return nil, ds
	}
	if !utf8.Valid(raw) {
		at := firstInvalid(raw)
		report(at, diag.NotUTF8, fmt.Sprintf("%02X", raw[at]), guess(raw, at))
		return nil, ds
	}
	dirty := survey(raw)
	if dirty&control != 0 {
		at := bytes.IndexFunc(raw, isControl)
		r, _ := utf8.DecodeRune(raw[at:])
		report(at, diag.ControlChars, fmt.Sprintf("U+%04X", r))
	}
	return scrub(raw, dirty), ds
}

// What has to be done to a text.
const (
	carriage  = 1 << iota // has CR
	control               // has control characters
	uncertain             // may not be NFC
)

// survey tells what has to be done to a text. It looks at eight bytes at a
// time, since nearly all texts need nothing.
func survey(text []byte) (dirty int) {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	for len(text) >= 8 {
		word := binary.LittleEndian.Uint64(text)
		low := (word - ones*0x20) &^ word & tops // some byte < 0x20
		high := word & (word << 1) & tops        // some byte ≥ 0xC0
		rest := word ^ ones*0x7F
		del := (rest - ones) &^ rest & tops // some byte = 0x7F
		if low|high|del != 0 {
			n := min(8+utf8.UTFMax, len(text))
			dirty |= surveyBytes(text[:8], text[:n])
		}
		text = text[8:]
	}
	return dirty | surveyBytes(text, text)
}

// surveyBytes is survey for few bytes; beyond begins with them and reaches
// further, so that a character at their end can be seen whole.
func surveyBytes(few, beyond []byte) (dirty int) {
	for i, c := range few {
		switch {
		case c == '\r':
			dirty |= carriage
		case c < 0x20 && c != '\n' && c != '\t', c == 0x7F:
			dirty |= control
		case c == 0xC2 && i+1 < len(beyond) && beyond[i+1] < 0xA0:
			dirty |= control
		case c < 0xCC: // below U+0300 everything is NFC
		case c == 0xE2 && i+2 < len(beyond) && beyond[i+1] == 0x80 && beyond[i+2] >= 0x82:
			if beyond[i+2] == 0xA8 || beyond[i+2] == 0xA9 { // line and paragraph separator
				dirty |= control
			} // else punctuation: quotation marks, dashes, dots
		case c == 0xEF && i+2 < len(beyond) && beyond[i+1] == 0xBB && beyond[i+2] == 0xBF:
			dirty |= control
		case c == 0xE2 && i+2 < len(beyond) && beyond[i+1] == 0x82 && beyond[i+2] == 0xAC: // €
		default:
			dirty |= uncertain
		}
	}
	return dirty
}

// scrub does to a text what survey found necessary.
func scrub(text []byte, dirty int) []byte {
	if dirty&carriage != 0 {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	if dirty&control != 0 {
		text = bytes.Map(func(r rune) rune {
			switch {
			case !isControl(r):
				return r
			case divides(r):
				return ' '
			}
			return -1
		}, text)
	}
	if dirty&uncertain != 0 && !norm.NFC.IsNormal(text) {
		text = norm.NFC.Bytes(text)
	}
	return text
}

// isControl reports whether a character has no business in a text: controls,
// line ends that only some programs know, a byte order mark inside.
func isControl(r rune) bool {
	return r < 0x20 && r != '\n' && r != '\t' && r != '\r' || r >= 0x7F && r < 0xA0 || r == 0x2028 || r == 0x2029 || r == 0xFEFF
}

// divides reports whether a control character stood between two words: those
// by which Word, InDesign and old hosts end lines.
func divides(r rune) bool {
	return r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029
}

// firstInvalid returns the offset of the first byte that is not UTF-8.
func firstInvalid(text []byte) int {
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && n <= 1 {
			return at
		}
		at += n
	}
	return len(text)
}

// guess returns the word around a byte as Windows-1252 would have it, in
// quotation marks; or nothing where that makes no letter.
func guess(text []byte, at int) string {
	isWord := func(c byte) bool { return c >= 0x80 || c|0x20 >= 'a' && c|0x20 <= 'z' }
	if r := charmap.Windows1252.DecodeByte(text[at]); r < 0xA0 || r == utf8.RuneError {
		return ""
	}
	from, to := at, at+1
	for from > 0 && at-from < 20 && isWord(text[from-1]) {
		from--
	}
	for to < len(text) && to-at < 20 && isWord(text[to]) {
		to++
	}
	word := make([]rune, 0, to-from)
	for _, c := range text[from:to] {
		word = append(word, charmap.Windows1252.DecodeByte(c))
	}
	return " („" + string(word) + "“?)"
}

// position returns the place of a byte. Lines end with LF, CRLF or CR.
func position(text []byte, at int) diag.Pos {
	pos := diag.Pos{Line: 1, Col: 1}
	for i := 0; i < at; {
		_, n := utf8.DecodeRune(text[i:])
		switch {
		case text[i] == '\n', text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n'):
			pos = diag.Pos{Line: pos.Line + 1, Col: 1}
		case text[i] != '\r':
			pos.Col++
		}
		i += n
	}
	return pos
}
