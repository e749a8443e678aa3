package font

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// Metrics are the measures of a face as a whole, those that are lengths in
// thousandths of the em.
type Metrics struct {
	Name   string // PostScript name, "SofiaSans-Regular"
	Family string // "Sofia Sans"

	Ascent, Descent     int32 // Descent is negative
	CapHeight, XHeight  int32
	XMin, YMin          int32 // the box around all outlines
	XMax, YMax          int32
	UnderlineAt         int32 // centre of an underline, negative below the baseline
	UnderlineWidth      int32
	ItalicAngle         int32 // milli-degrees, negative for a slant to the right
	Weight              int32 // 400 regular, 700 bold
	Width               int32 // 1 ultra-condensed … 5 normal … 9
	Fixed, Serif        bool  // all advances equal; strokes end in serifs
	Embeddable, Subsets bool  // what the font's licence bits allow (OS/2 fsType)
}

// Italic reports whether the face is slanted.
func (m Metrics) Italic() bool { return m.ItalicAngle != 0 }

func (m *Metrics) read(tables map[string]table, unitsPerEm int) error {
	head, hhea := tables["head"], tables["hhea"]
	em := func(units int) int32 { return perMille(units, unitsPerEm) }
	m.XMin, m.YMin = em(head.i16(36)), em(head.i16(38))
	m.XMax, m.YMax = em(head.i16(40)), em(head.i16(42))
	m.Ascent, m.Descent = em(hhea.i16(4)), em(hhea.i16(6))
	post := tables["post"]
	m.ItalicAngle = int32(post.u32(4)) / 0x4000 * 1000 / 4
	m.UnderlineAt, m.UnderlineWidth = em(post.i16(8)), em(post.i16(10))
	m.Fixed = post.u32(12) != 0
	m.readOS2(tables["OS/2"], em)
	name := tables["name"]
	m.Family = nameEntry(name, 16, 1)
	m.Name = postScriptName(nameEntry(name, 6, 4, 1))
	if m.Name == "" {
		return fmt.Errorf("table name: no name")
	}
	return nil
}

// readOS2 reads what the table OS/2 knows, and guesses soundly without it.
func (m *Metrics) readOS2(os2 table, em func(int) int32) {
	m.Weight, m.Width = 400, 5
	m.Embeddable, m.Subsets = true, true
	m.CapHeight, m.XHeight = m.Ascent*7/9, m.Ascent*5/9
	if m.UnderlineWidth <= 0 {
		m.UnderlineAt, m.UnderlineWidth = -100, 50
	}
	if !os2.has(0, 78) {
		return
	}
	m.Weight, m.Width = int32(os2.u16(4)), int32(os2.u16(6))
	licence := os2.u16(8)
	m.Embeddable = licence&0xf != 2
	m.Subsets = licence&0x100 == 0
	m.Serif = os2.u8(32) == 2 && os2.u8(33) >= 2 && os2.u8(33) <= 10
	if os2.u16(0) >= 2 && os2.has(86, 4) {
		m.XHeight, m.CapHeight = em(os2.i16(86)), em(os2.i16(88))
	}
}

// nameEntry is the first of the wanted names that the font has, from its
// Windows entries (OpenType, "name").
func nameEntry(t table, wanted ...int) string {
	texts := t.from(t.u16(4))
	for _, id := range wanted {
		for i := range min(t.u16(2), 1000) {
			at := 6 + 12*i
			offset, length := t.u16(at+10), t.u16(at+8)
			if t.u16(at) != 3 || t.u16(at+6) != id || length == 0 || !texts.has(offset, length) {
				continue
			}
			units := make([]uint16, length/2)
			for k := range units {
				units[k] = uint16(texts.u16(offset + 2*k))
			}
			return string(utf16.Decode(units))
		}
	}
	return ""
}

// postScriptName keeps what may stand in a PostScript name, at most 63
// characters (OpenType, name ID 6).
func postScriptName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r <= ' ' || r > '~' || strings.ContainsRune("[](){}<>/%#", r) {
			return -1
		}
		return r
	}, name)
	return name[:min(len(name), 63)]
}

// perMille is a length in thousandths of the em, rounded half away from zero.
func perMille(units, unitsPerEm int) int32 {
	if units < 0 {
		return -perMille(-units, unitsPerEm)
	}
	return int32((int64(units)*1000 + int64(unitsPerEm)/2) / int64(unitsPerEm))
}
