// Package font reads TrueType fonts, measures text and makes subsets of them.
//
// Nouns:
//
//   - A Face is one font: immutable, and shared by all goroutines.
//   - A Glyph is a character as one face draws it. It numbers the characters
//     that the face knows, not its outlines: the space and the no-break space
//     share an outline and are two Glyphs. So each Glyph stands for exactly
//     one character, and text copied from a page is the text that was set.
//   - A Set is a set of Glyphs of one face, a Subset the font that holds just
//     them.
//
// All measures are thousandths of the em, rounded to the nearest: the unit in
// which PDF states widths (ISO 32000-1, 9.2.4), so that a page is set by the
// very numbers that a viewer reads.
//
// There are no ligatures, on purpose: German forbids them where words are
// joined (Auf-lage), and they break searching. Hints are dropped: paper and
// today's screens do not need them.
package font

import (
	"errors"
	"fmt"
	"slices"
)

// Glyph is a character as one face draws it, counted from 1 in the order of
// the characters. The zero Glyph is none.
type Glyph uint16

// direct is the number of first characters whose Glyph is found in a table:
// Latin with its extensions.
const direct = 0x250

// Face is one font. It never changes and can be shared by goroutines.
type Face struct {
	metrics  Metrics
	runes    []rune   // by Glyph, ascending from 1
	gids     []uint16 // by Glyph: index of the outline in the file
	advances []int32  // by Glyph, thousandths of the em
	low      [direct]Glyph
	kern     kerning
	out      outlines
}

// errBroken is what every damaged table amounts to.
var errBroken = errors.New("the data ends early or contradicts itself")

// Parse reads a TrueType font with quadratic outlines. It keeps data, which
// must not change afterwards.
func Parse(data []byte) (*Face, error) {
	tables, err := directory(data)
	if err != nil {
		return nil, err
	}
	f := &Face{}
	if err := f.out.read(tables); err != nil {
		return nil, err
	}
	if err := f.metrics.read(tables, f.out.unitsPerEm); err != nil {
		return nil, err
	}
	found, err := readCmap(tables["cmap"], f.out.count)
	if err != nil {
		return nil, fmt.Errorf("table cmap: %w", err)
	}
	if err := f.adopt(found); err != nil {
		return nil, err
	}
	f.kern.read(tables, f.gids, &f.out)
	return f, nil
}

// adopt gives each character its Glyph.
func (f *Face) adopt(found []mapping) error {
	found = withStandIns(found)
	if len(found) == 0 {
		return fmt.Errorf("table cmap: %w", errors.New("no Unicode characters"))
	}
	if len(found) > 0xfffe {
		return fmt.Errorf("table cmap: %d characters are more than 65,534", len(found))
	}
	n := len(found) + 1
	f.runes, f.gids, f.advances = make([]rune, n), make([]uint16, n), make([]int32, n)
	for i, m := range found {
		g := Glyph(i + 1)
		f.runes[g], f.gids[g] = m.char, m.gid
		f.advances[g] = f.out.advance(m.gid)
		if m.width != 0 {
			f.advances[g] = m.width
		}
		if m.char < direct {
			f.low[m.char] = g
		}
	}
	return nil
}

// Glyph is the glyph of a character, 0 if the face has none.
func (f *Face) Glyph(r rune) Glyph {
	if uint32(r) < direct {
		return f.low[r]
	}
	if i, ok := slices.BinarySearch(f.runes[1:], r); ok {
		return Glyph(i + 1)
	}
	return 0
}

// Rune is the character that g stands for.
func (f *Face) Rune(g Glyph) rune { return f.runes[g] }

// Advance is how far g moves on, in thousandths of the em.
func (f *Face) Advance(g Glyph) int32 { return f.advances[g] }

// Kern is what to add between a and b, in thousandths of the em. It is mostly
// 0 or negative.
func (f *Face) Kern(a, b Glyph) int32 {
	if a == 0 || b == 0 {
		return 0
	}
	return f.kern.between(a, b)
}

// Len is one more than the number of characters: every Glyph is less.
func (f *Face) Len() int { return len(f.runes) }

// Metrics are the measures of the face as a whole.
func (f *Face) Metrics() Metrics { return f.metrics }
