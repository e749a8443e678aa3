package markdown

import (
	"strconv"
	"strings"
)

// idSet is the ids that a body has used, and for each how often it was wanted.
// The zero set is ready.
type idSet struct{ used map[string]int }

// isPageID reports whether an id belongs to the page around the text.
func isPageID(id string) bool {
	switch id {
	case "inhalt", "content", "main", "q", "mehr-h":
		return true
	}
	return false
}

// take returns the id, or where it is taken already, the id with a number
// behind it.
func (s *idSet) take(id string) string {
	if s.used == nil {
		s.used = make(map[string]int)
	}
	if isFootnoteID(id) {
		id += "-x"
	}
	n := s.used[id]
	if n == 0 && !isPageID(id) {
		s.used[id] = 1
		return id
	}
	for n = max(n, 1); ; {
		n++
		next := id + "-" + strconv.Itoa(n)
		if s.used[next] == 0 {
			s.used[id] = n
			s.used[next] = 1
			return next
		}
	}
}

// isFootnoteID reports whether an id looks like those of footnotes and their
// marks: fn1, fnref1-2, with whatever before them.
func isFootnoteID(id string) bool {
	word := strings.TrimRight(id, "-0123456789")
	return len(word) < len(id) && (strings.HasSuffix(word, "fn") || strings.HasSuffix(word, "fnref"))
}
