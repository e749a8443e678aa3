package layout

import (
	"strings"

	"stadtbote/internal/typeset/hyphen"
	"stadtbote/internal/typeset/page"
)

// word is a word in one face: its glyphs, kerned, and where it may be broken.
type word struct {
	face    uint8
	glyphs  []page.Placed
	breaks  []wordBreak
	width   int32  // thousandths of the em
	size    int    // bytes of the text; not all if the next character needs another face
	missing string // characters that no face has
	text    string
}

// wordBreak is a place where a line may end inside a word.
type wordBreak struct {
	at      int32 // glyphs before it
	before  int32 // their width, thousandths of the em
	adds    int32 // what ending the line here adds to that width
	penalty int32
	hyphen  bool // a hyphen is set
}

// What breaks inside a word cost.
const (
	dividePenalty = 70   // a hyphen is added
	compoundBreak = 40   // after a hyphen or slash that stands in the word
	addressBreak  = 100  // in an address of the web
	anywhereBreak = 5000 // in a word that is too wide
)

// wordKey is what the look of a word depends on.
type wordKey struct {
	text string
	face uint8
	by   *hyphen.Hyphenator // nil if it may not be divided
}

// words remembers words from story to story.
type words struct {
	known  map[wordKey]*word
	glyphs []page.Placed // where the next words keep their glyphs
	breaks []wordBreak   // and their breaks
	made   []word
	points []int
}

// maxWords is where remembering begins anew.
const maxWords = 40_000

func (w *words) trim() {
	if w.known == nil || len(w.known) > maxWords {
		*w = words{known: make(map[wordKey]*word, 4096), points: w.points}
	}
}

// chunk is how many things are allocated at once.
const chunk = 2048

// take is an empty word.
func (w *words) take() *word {
	if len(w.made) == cap(w.made) {
		w.made = make([]word, 0, chunk/8)
	}
	w.made = append(w.made, word{})
	return &w.made[len(w.made)-1]
}

// keep is a lasting copy of glyphs and breaks.
func (w *words) keep(glyphs []page.Placed, breaks []wordBreak) ([]page.Placed, []wordBreak) {
	if len(glyphs) > cap(w.glyphs)-len(w.glyphs) {
		w.glyphs = make([]page.Placed, 0, max(chunk, len(glyphs)))
	}
	if len(breaks) > cap(w.breaks)-len(w.breaks) {
		w.breaks = make([]wordBreak, 0, max(chunk/4, len(breaks)))
	}
	g, b := len(w.glyphs), len(w.breaks)
	w.glyphs, w.breaks = append(w.glyphs, glyphs...), append(w.breaks, breaks...)
	return w.glyphs[g:len(w.glyphs):len(w.glyphs)], w.breaks[b:len(w.breaks):len(w.breaks)]
}

// word is the beginning of text that one face can show, mostly all of it.
func (s *Setter) word(text string, face uint8, by *hyphen.Hyphenator) *word {
	key := wordKey{text, face, by}
	if known, ok := s.words.known[key]; ok {
		return known
	}
	key.text = strings.Clone(text)
	w := s.words.take()
	s.shaper.shape(s, key, w)
	w.text = key.text[:w.size]
	w.glyphs, w.breaks = s.words.keep(s.shaper.glyphs, s.shaper.breaks)
	s.words.known[key] = w
	return w
}
