package font

import (
	"iter"
	"math/bits"
)

// Set is a set of glyphs of one face. The zero Set is empty.
type Set struct{ words []uint64 }

// Add puts g into the set; the zero Glyph is left out.
func (s *Set) Add(g Glyph) {
	if g == 0 {
		return
	}
	at := int(g >> 6)
	if at >= len(s.words) {
		s.words = append(s.words, make([]uint64, at+1-len(s.words))...)
	}
	s.words[at] |= 1 << (g & 63)
}

// Has reports whether g is in the set.
func (s *Set) Has(g Glyph) bool {
	at := int(g >> 6)
	return at < len(s.words) && s.words[at]>>(g&63)&1 == 1
}

// Covers reports whether all glyphs of other are in the set.
func (s *Set) Covers(other *Set) bool {
	for i, w := range other.words {
		if w != 0 && (i >= len(s.words) || w&^s.words[i] != 0) {
			return false
		}
	}
	return true
}

// Union adds all glyphs of other.
func (s *Set) Union(other *Set) {
	for i, w := range other.words {
		if i >= len(s.words) {
			s.words = append(s.words, w)
			continue
		}
		s.words[i] |= w
	}
}

// Len is the number of glyphs in the set.
func (s *Set) Len() int {
	n := 0
	for _, w := range s.words {
		n += bits.OnesCount64(w)
	}
	return n
}

// Reset empties the set and keeps its memory.
func (s *Set) Reset() { clear(s.words) }

// Key is equal for equal sets, whatever was added in which order.
func (s *Set) Key() string {
	last := len(s.words)
	for last > 0 && s.words[last-1] == 0 {
		last--
	}
	key := make([]byte, 0, 8*last)
	for _, w := range s.words[:last] {
		for i := range 8 {
			key = append(key, byte(w>>(8*i)))
		}
	}
	return string(key)
}

// All are the glyphs in ascending order.
func (s *Set) All() iter.Seq[Glyph] {
	return func(yield func(Glyph) bool) {
		for i, w := range s.words {
			for ; w != 0; w &= w - 1 {
				if !yield(Glyph(i<<6 | bits.TrailingZeros64(w))) {
					return
				}
			}
		}
	}
}
