package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stadtbote/internal/typeset/font"
	"stadtbote/internal/typeset/hyphen"
	"stadtbote/internal/typeset/page"
)

// shaper turns the characters of a word into glyphs.
type shaper struct {
	text    string
	address bool  // the word is an address of the web
	points  []int // where by a hyphen; what is left of them
	face    *font.Face
	shy     font.Glyph
	last    font.Glyph
	width   int32
	glyphs  []page.Placed
	breaks  []wordBreak
}

// shape makes word w: glyphs up to the first character that its face lacks.
// Glyphs and breaks stay with the shaper.
func (sh *shaper) shape(s *Setter, key wordKey, w *word) {
	sh.begin(key, &s.words)
	for at, r := range key.text {
		size := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, size = utf8.DecodeRuneInString(key.text[at:])
		}
		sh.breakBefore(at, r)
		if ignorable(r) {
			w.size = at + size
			continue
		}
		face, glyph, found := s.glyph(key.face, r)
		if sh.face == nil {
			w.face, sh.face = face, s.faces[face]
			sh.shy = sh.face.Glyph(hyphen.Shy)
		} else if face != w.face {
			break
		}
		if !found {
			w.missing += string(r)
		}
		sh.add(glyph)
		w.size = at + size
	}
	w.width = sh.width
}

// begin empties the shaper for a new word.
func (sh *shaper) begin(key wordKey, known *words) {
	*sh = shaper{
		text: key.text, address: isAddress(key.text),
		glyphs: sh.glyphs[:0], breaks: sh.breaks[:0],
	}
	if key.by != nil && !sh.address {
		known.points = key.by.Append(known.points[:0], key.text)
		sh.points = known.points
	}
}

// add appends a glyph and kerns it with the one before.
func (sh *shaper) add(g font.Glyph) {
	if n := len(sh.glyphs); n > 0 {
		k := sh.face.Kern(sh.last, g)
		sh.glyphs[n-1].Adjust = int16(k)
		sh.width += k
		if b := len(sh.breaks) - 1; b >= 0 && int(sh.breaks[b].at) == n {
			sh.breaks[b].before += k
			sh.breaks[b].adds -= k
		}
	}
	sh.last = g
	sh.width += sh.face.Advance(g)
	sh.glyphs = append(sh.glyphs, page.Placed{Glyph: g})
}

// breakBefore notes it if a line may end before the character r at an offset.
func (sh *shaper) breakBefore(at int, r rune) {
	n := len(sh.glyphs)
	b := wordBreak{at: int32(n), before: sh.width}
	switch {
	case len(sh.points) > 0 && sh.points[0] == at:
		sh.points = sh.points[1:]
		b.penalty, b.hyphen = dividePenalty, sh.shy != 0
		if b.hyphen {
			b.adds = sh.face.Advance(sh.shy) + sh.face.Kern(sh.last, sh.shy)
		}
	case r == zeroWidthSpace:
		b.penalty = compoundBreak
	case sh.address && breaksAddress(sh.text, at):
		b.penalty = addressBreak
	case !sh.address && breaksCompound(sh.text, at):
		b.penalty = compoundBreak
	default:
		return
	}
	if n == 0 || len(sh.breaks) > 0 && int(sh.breaks[len(sh.breaks)-1].at) == n {
		return
	}
	sh.breaks = append(sh.breaks, b)
}

// glyph finds a character: in the wanted face, or in the nearest that has it.
// If none has it, the glyph is a substitute and found is false.
func (s *Setter) glyph(want uint8, r rune) (face uint8, g font.Glyph, found bool) {
	if g := s.faces[want].Glyph(r); g != 0 {
		return want, g, true
	}
	for _, face := range nearest[want] {
		if g := s.faces[face].Glyph(r); g != 0 {
			return face, g, true
		}
	}
	for _, r := range substitutes {
		if g := s.faces[spare].Glyph(r); g != 0 {
			return spare, g, false
		}
	}
	return want, s.faces[want].Glyph('?'), false
}

// nearest are the faces that help out where another lacks a character.
var nearest = [...][]uint8{
	regular: {spare},
	italic:  {regular, spare},
	bold:    {regular, spare},
	head:    {bold, regular, spare},
	mono:    {regular, spare},
	spare:   {regular},
}

// substitutes stand for a character that no face has.
var substitutes = []rune{utf8.RuneError, '?'}

const zeroWidthSpace = '\u200b'

// ignorable reports whether r draws nothing and takes no space.
func ignorable(r rune) bool {
	if r < 0xad {
		return r < 0x20
	}
	switch {
	case r == hyphen.Shy, r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f:
		return true
	case r >= 0xfe00 && r <= 0xfe0f, r == 0xfeff:
		return true
	}
	return false
}

// isAddress reports whether a word is an address of the web or of mail.
func isAddress(text string) bool {
	if strings.Contains(text, "://") || strings.HasPrefix(text, "www.") || strings.IndexByte(text, '@') > 0 {
		return true
	}
	slash := strings.IndexByte(text, '/')
	return slash > 0 && strings.IndexByte(text[:slash], '.') > 0
}

// breaksAddress reports whether an address may be broken before an offset:
// after a slash or hyphen, and before a dot, not beside the edge.
func breaksAddress(text string, at int) bool {
	if at < 5 || at > len(text)-4 {
		return false
	}
	before, after := text[at-1], text[at]
	return (before == '/' && after != '/') || strings.IndexByte("-_&?=", before) >= 0 || strings.IndexByte(".@%#", after) >= 0
}

// breaksCompound reports whether a line may end after a hyphen, dash or slash
// between letters, before an offset. At least two stay before it, for the E of
// "E-Mail" is never alone.
func breaksCompound(text string, at int) bool {
	if at < 3 {
		return false
	}
	last, size := utf8.DecodeLastRuneInString(text[:at])
	if last != '-' && last != '/' && last != '\u2010' && last != '–' && last != '—' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[at:])
	head := text[:at-size]
	one, _ := utf8.DecodeLastRuneInString(head)
	two, n := utf8.DecodeLastRuneInString(head[:max(0, len(head)-utf8.RuneLen(max(one, 0)))])
	return unicode.IsLetter(next) && unicode.IsLetter(one) && n > 0 && unicode.IsLetter(two)
}
