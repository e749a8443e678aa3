package lang

import "strings"

// Nearest returns the known word that an author most likely meant by word, if
// any is near enough: letters added, left out, exchanged or swapped, one for
// every three of the word. Case does not count. Of equally near words the
// first wins.
func Nearest(word string, known []string) (string, bool) {
	target := []rune(strings.ToLower(word))
	best, limit := -1, max(1, len(target)/3)+1
	for i, candidate := range known {
		other := []rune(strings.ToLower(candidate))
		if d := distance(target, other, limit); d < limit && d < len(target) {
			best, limit = i, d
		}
	}
	if best < 0 {
		return "", false
	}
	return known[best], true
}

// distance returns the Damerau-Levenshtein distance (optimal string alignment)
// of a and b, or limit where it is at least limit.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit
		}
		before, above, row = above, row, before
	}
	return min(above[len(b)], limit)
}

// Distance returns how many letters must be added, left out, exchanged or
// swapped to make b of a, or limit where it is at least that many.
func Distance(a, b string, limit int) int { return distance([]rune(a), []rune(b), limit) }
