package pdf

import (
	"slices"

	"stadtbote/internal/typeset/font"
)

// systemInfo names the character collection: none but the font's own.
const systemInfo = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"

// oneByteCMap maps each byte to the CID of the same number. It is Identity-H
// for fonts of at most 255 glyphs and halves the text of a page before it is
// compressed (ISO 32000-1, 9.7.5).
const oneByteCMap = "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
	systemInfo + "def\n/CMapName/OneByte-H def\n/CMapType 1 def\n/WMode 0 def\n" +
	"1 begincodespacerange\n<00><FF>\nendcodespacerange\n" +
	"1 begincidrange\n<00><FF>0\nendcidrange\n" +
	"endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend"

const oneByteDict = "/Type/CMap/CMapName/OneByte-H/WMode 0" + systemInfo

// blockLimit is how many entries a block of a CMap may have (Adobe Technical
// Note 5411).
const blockLimit = 100

// run is a row of CIDs whose characters are in a row, too.
type run struct {
	cid   int
	char  rune
	count int
}

// appendToUnicode appends the CMap that tells which character each CID from 1
// on shows (ISO 32000-1, 9.10.3).
func appendToUnicode(b []byte, runes []rune, wide bool) []byte {
	b = append(b, unicodeHead...)
	if wide {
		b = append(b, "<0000><FFFF>"...)
	} else {
		b = append(b, "<00><FF>"...)
	}
	b = append(b, "\nendcodespacerange\n"...)
	runs := charRuns(runes)
	for len(runs) > 0 {
		n := min(len(runs), blockLimit)
		b = appendInt(b, n)
		b = append(b, " beginbfrange\n"...)
		for _, r := range runs[:n] {
			b = appendCode(b, r.cid, wide)
			b = appendCode(b, r.cid+r.count-1, wide)
			b = appendUTF16Hex(b, r.char)
			b = append(b, '\n')
		}
		b = append(b, "endbfrange\n"...)
		runs = runs[n:]
	}
	return append(b, unicodeTail...)
}

// caseToUnicode tells which character each code of a case shows: a range of
// ASCII and a list of the others, which is short.
func caseToUnicode() []byte {
	runes := font.CaseRunes()
	ascii := slices.IndexFunc(runes, func(r rune) bool { return r > '~' })
	b := append([]byte(nil), unicodeHead+"<00><FF>\nendcodespacerange\n2 beginbfrange\n"...)
	b = appendCode(b, font.FirstCode, false)
	b = appendCode(b, font.FirstCode+ascii-1, false)
	b = append(appendUTF16Hex(b, runes[0]), '\n')
	b = appendCode(b, font.FirstCode+ascii, false)
	b = append(appendCode(b, font.FirstCode+len(runes)-1, false), '[')
	for _, r := range runes[ascii:] {
		b = appendUTF16Hex(b, r)
	}
	return append(b, "]\nendbfrange\n"+unicodeTail...)
}

const (
	unicodeHead = "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n"
	unicodeTail = "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend"
)

// charRuns joins neighbours. Only the last byte of a code and of a character
// may vary within a range.
func charRuns(runes []rune) []run {
	var runs []run
	for cid := 1; cid < len(runes); cid++ {
		char := runes[cid]
		if char == 0 {
			continue
		}
		if n := len(runs) - 1; n >= 0 {
			last := &runs[n]
			next := last.char + rune(last.count)
			if last.cid+last.count == cid && next == char && cid&0xff != 0 && char&0xff != 0 {
				last.count++
				continue
			}
		}
		runs = append(runs, run{cid, char, 1})
	}
	return runs
}

func appendCode(b []byte, cid int, wide bool) []byte {
	b = append(b, '<')
	if wide {
		b = appendHex(b, uint16(cid))
	} else {
		b = appendHexByte(b, byte(cid))
	}
	return append(b, '>')
}

func appendUTF16Hex(b []byte, r rune) []byte {
	b = append(b, '<')
	if r > 0xffff {
		b = appendHex(b, uint16(0xd7c0+r>>10))
		r = 0xdc00 + r&0x3ff
	}
	b = appendHex(b, uint16(r))
	return append(b, '>')
}

func appendHex(b []byte, n uint16) []byte {
	return appendHexByte(appendHexByte(b, byte(n>>8)), byte(n))
}

func appendHexByte(b []byte, n byte) []byte {
	const hex = "0123456789ABCDEF"
	return append(b, hex[n>>4], hex[n&15])
}
