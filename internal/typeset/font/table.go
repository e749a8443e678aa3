package font

import (
	"errors"
	"fmt"
)

// table is a piece of a font file. Reading past its end gives zeros, so that
// no damaged file can stop the program; where zeros would mislead, the caller
// asks has first.
type table []byte

func (t table) has(at, n int) bool { return at >= 0 && n >= 0 && at <= len(t)-n }

func (t table) u8(at int) int {
	if !t.has(at, 1) {
		return 0
	}
	return int(t[at])
}

func (t table) u16(at int) int {
	if !t.has(at, 2) {
		return 0
	}
	return int(t[at])<<8 | int(t[at+1])
}

func (t table) i16(at int) int { return int(int16(t.u16(at))) }

func (t table) u32(at int) int64 {
	if !t.has(at, 4) {
		return 0
	}
	return int64(t[at])<<24 | int64(t[at+1])<<16 | int64(t[at+2])<<8 | int64(t[at+3])
}

// from is the rest of the table, nothing if it ends before.
func (t table) from(at int) table {
	if at < 0 || at > len(t) {
		return nil
	}
	return t[at:]
}

// maxTables is more than any font has.
const maxTables = 128

// directory finds the tables of a font file (OpenType, "Font file").
func directory(data []byte) (map[string]table, error) {
	t := table(data)
	if !t.has(0, 12) {
		return nil, errors.New("no font: shorter than its header")
	}
	switch tag := string(data[:4]); tag {
	case "\x00\x01\x00\x00", "true":
	case "OTTO":
		return nil, errors.New("a font with PostScript outlines (OTF); only TrueType outlines (TTF) can be embedded")
	case "ttcf":
		return nil, errors.New("a font collection (TTC); a single font (TTF) is needed")
	case "wOFF", "wOF2":
		return nil, errors.New("a web font (WOFF); the TrueType file (TTF) is needed")
	default:
		return nil, fmt.Errorf("no TrueType font: it begins with %q", tag)
	}
	n := t.u16(4)
	if n > maxTables || !t.has(12, 16*n) {
		return nil, fmt.Errorf("table directory: %w", errBroken)
	}
	tables := make(map[string]table, n)
	for i := range n {
		at := 12 + 16*i
		offset, length := t.u32(at+8), t.u32(at+12)
		if offset > int64(len(data)) || length > int64(len(data))-offset {
			return nil, fmt.Errorf("table %q: %w", data[at:at+4], errBroken)
		}
		tables[string(data[at:at+4])] = t[offset : offset+length : offset+length]
	}
	return tables, nil
}
