package markdown

import (
	"strconv"
	"strings"
)

// idSet is the ids that a body has used. The zero set is ready.
type idSet struct {
	used map[string]int // how often it was wanted
}

// pageIDs are the ids of the page around the text, which no heading may take.
var pageIDs = [...]string{"inhalt", "content", "main", "q", "mehr-h", "suche", "menue"}

// take returns the id, or where it is taken already, the id with a number
// behind it.
func (s *idSet) take(id string) string {
	if s.used == nil {
		s.used = make(map[string]int, 16)
		for _, taken := range pageIDs {
			s.used[taken] = 1
		}
	}
	if isFootnoteID(id) {
		id += "-x"
	}
	n, taken := s.used[id]
	if !taken {
		s.used[id] = 1
		return id
	}
	for {
		n++
		next := id + "-" + strconv.Itoa(n)
		if _, taken := s.used[next]; !taken {
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
