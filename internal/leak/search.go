package leak

import (
	"bytes"
	"encoding/binary"
	"sync"

	"stadtbote/internal/digest"
)

// Search finds the phrases of a set in many files that have much in common,
// as the pages of a site do: head, navigation, lists and foot are the same, and
// an article stands in its page and in its print version. A file is read line
// by line; a line that was read before, and in which no phrase begins, is known
// by its digest and not read again. Of its words only the outermost are looked
// at, with those of its neighbours: a phrase may begin in one line and end in
// the next. Where one may begin, the whole file is read.
//
// It finds what Set.Find finds, and is safe for use by many goroutines.
type Search struct {
	set *Set

	mu    sync.Mutex
	lines []line // in which no phrase begins; each has one place, by its digest
}

// remembered is how many lines a search remembers: a later one takes the place
// of an earlier one.
const remembered = 1 << 14

// lineName is all that the words of a line depend on.
type lineName struct {
	sum           digest.Sum
	markup, inTag bool
}

// line is what is kept of one.
type line struct {
	name       lineName
	text, tags edges
	inTag      bool // at its end
}

// edges are the first and the last words of a line, as many as lead to a phrase
// but one, and how many words there are.
type edges struct {
	first, last [lead - 1]uint64
	count       int
}

// Search returns a search for the phrases of the set.
func (s *Set) Search() *Search { return &Search{set: s, lines: make([]line, remembered)} }

// Find returns where a file has one of the phrases; of a text, each window.
func (s *Search) Find(data []byte) []Hit {
	if s.set.Empty() || s.clean(data) {
		return nil
	}
	return s.set.Find(data)
}

// clean reports whether no phrase begins in a file. It may say no where none
// does.
func (s *Search) clean(data []byte) bool {
	r := readers.Get().(*reader) //nolint:forcetypeassert // nothing else is put there
	defer readers.Put(r)
	name := lineName{markup: isMarkup(data)}
	var text, tags seam
	for len(data) > 0 {
		size := cut(data)
		name.sum = digest.Bytes(data[:size])
		l, known := s.known(name)
		if !known {
			if l, known = s.read(r, data[:size], name); !known {
				return false
			}
		}
		if text.begins(s.set, &l.text) || tags.begins(s.set, &l.tags) {
			return false
		}
		name.inTag, data = l.inTag, data[size:]
	}
	return true
}

// short is the number of bytes below which a line is taken together with the
// next: to read it costs less than to ask whether it is known.
const short = 64

// cut returns the size of the line that a text begins with. It does not end
// where a character written in several ("&uuml;", a folded line of a calendar)
// could go on.
func cut(data []byte) int {
	for size := 0; ; {
		more := bytes.IndexByte(data[size:], '\n') + 1
		if more == 0 {
			return len(data)
		}
		size += more
		if more < short {
			continue
		}
		if end := data[max(0, size-12):size]; bytes.IndexByte(end, '&') < 0 && !bytes.HasSuffix(end, []byte("\r\n")) {
			return size
		}
	}
}

// known returns a line that was read before.
func (s *Search) known(name lineName) (l line, known bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	l = s.lines[placeOf(name)]
	return l, l.name == name
}

// placeOf is where a line is remembered.
func placeOf(name lineName) uint16 {
	return binary.LittleEndian.Uint16(name.sum[:]) % remembered
}

// keep remembers a line.
func (s *Search) keep(l line) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lines[placeOf(l.name)] = l
}

// read takes a line apart; not ok if a phrase may begin in it.
func (s *Search) read(r *reader, data []byte, name lineName) (l line, ok bool) {
	r.markup = name.markup
	r.walk(data, name.inTag)
	if s.set.begins(r.text) || s.set.begins(r.tags) {
		return line{}, false
	}
	l = line{name, edgesOf(r.text), edgesOf(r.tags), r.inTag}
	s.keep(l)
	return l, true
}

// begins reports whether a phrase may begin in some words: whether its first
// words are among them.
func (s *Set) begins(words []word) bool {
	for i := range words {
		if s.starts.has(words[i].hash) && s.short[words[i].hash] != nil {
			return true
		}
		if i+lead <= len(words) && s.leads(words[i].hash, words[i+1].hash, words[i+2].hash) {
			return true
		}
	}
	return false
}

// leads reports whether a long phrase begins with three words.
func (s *Set) leads(a, b, c uint64) bool {
	key := join(a, b, c)
	return s.starts.has(key) && s.long[key] != nil
}

func edgesOf(words []word) (e edges) {
	e.count = len(words)
	for i := range min(e.count, lead-1) {
		e.first[i] = words[i].hash
		e.last[lead-2-i] = words[len(words)-1-i].hash
	}
	return e
}

// seam is the last words of what was read of a file, at most as many as lead
// to a phrase but one.
type seam struct {
	words [lead - 1]uint64
	count int
}

// begins reports whether the first words of a phrase lie over the seam to the
// next line, and moves the seam to its end.
func (at *seam) begins(set *Set, next *edges) bool {
	w, n := at.words, next.first
	switch {
	case next.count == 0:
		return false
	case at.count == lead-1 && set.leads(w[0], w[1], n[0]),
		at.count > 0 && next.count > 1 && set.leads(w[1], n[0], n[1]):
		return true
	case next.count >= lead-1:
		at.words, at.count = next.last, lead-1
	default: // one word
		at.words, at.count = [lead - 1]uint64{w[1], n[0]}, min(at.count+1, lead-1)
	}
	return false
}
