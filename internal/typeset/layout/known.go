package layout

import "stadtbote/internal/typeset/font"

// Knows reports whether a character can be shown in any face of a family, or
// has no shape at all. Set reports the others as NoGlyph.
func Knows(family font.Family, r rune) bool {
	if r < ' ' || ignorable(r) || family.Regular.Glyph(r) != 0 {
		return true
	}
	return family.Spare != nil && family.Spare.Glyph(r) != 0
}
