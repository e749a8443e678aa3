package lang

import "slices"

import "unicode/utf8"

// quoteStack is the quotations that are open, the innermost last. Nobody nests
// deeper than it can hold; what does not fit is forgotten.
type quoteStack struct {
	open  [8]byte // '"' or '\''
	depth int
}

func (q *quoteStack) push(mark byte) {
	if q.depth < len(q.open) {
		q.open[q.depth] = mark
		q.depth++
	}
}

// pop closes the innermost quotation with that mark, and those within it that
// were never closed. It reports whether there was one.
func (q *quoteStack) pop(mark byte) bool {
	for i := q.depth - 1; i >= 0; i-- {
		if q.open[i] == mark {
			q.depth = i
			return true
		}
	}
	return false
}

// holds reports whether a quotation with that mark is open.
func (q *quoteStack) holds(mark byte) bool {
	return slices.Contains(q.open[:q.depth], mark)
}

// quoteMarks are a language's marks: double and single, opening and closing.
type quoteMarks struct{ open, close, openSingle, closeSingle string }

func (t *typesetter) marks() quoteMarks {
	if t.tongue == english {
		return quoteMarks{"“", "”", "‘", "’"}
	}
	return quoteMarks{"„", "“", "‚", "‘"}
}

const apostrophe = "’"

// opens reports whether a quotation may begin after r.
func opens(r rune) bool {
	switch r {
	case '(', '[', '{', '/', '-', '–', '—', '„', '‚', '“', '‘', '«', '»', '‹', '›', '=', '|', '"', '\'':
		return true
	}
	return blank(r)
}

// double handles a ".
func (t *typesetter) double(i int) {
	prev, next := t.before(i), t.after(i+1)
	marks := t.marks()
	switch {
	case !blank(prev) && prev != '(' && prev != '[' && t.quotes.holds('"'):
		t.quotes.pop('"')
		t.replace(i, 1, marks.close)
	case opens(prev) && !blank(next):
		t.quotes.push('"')
		t.replace(i, 1, marks.open)
	case !blank(prev) && !isWord(next) && !isNumber(prev):
		t.replace(i, 1, marks.close) // its opening mark is missing
	}
	// What is left are inches, and marks between two spaces: nobody knows.
}

// single handles a ': an apostrophe more often than a quotation mark.
func (t *typesetter) single(i int) {
	prev, next := t.before(i), t.after(i+1)
	marks := t.marks()
	switch {
	case isWord(prev) && isWord(next) || isObject(prev) && isWord(next):
		t.replace(i, 1, apostrophe)
	case !blank(prev) && t.quotes.holds('\'') && !opens(prev):
		t.quotes.pop('\'')
		t.replace(i, 1, marks.closeSingle)
	case isNumber(prev) || blank(prev) && blank(next):
		// feet or minutes; or a mark of which nobody knows what it is for
	case !opens(prev):
		t.replace(i, 1, apostrophe)
	case blank(next):
	case !t.elision(i+1) && t.closes(i+1):
		t.quotes.push('\'')
		t.replace(i, 1, marks.openSingle)
	default:
		t.replace(i, 1, apostrophe)
	}
}

// elision reports whether the word at offset i is one that has lost its
// beginning: 's, 'ne, '89.
func (t *typesetter) elision(i int) bool {
	end := i
	for end < len(t.text) && end < i+4 && isWord(t.after(end)) {
		_, size := utf8.DecodeRune(t.text[end:])
		end += size
	}
	if isWord(t.after(end)) {
		return false
	}
	switch string(t.text[i:end]) {
	case "s", "n", "ne", "nem", "nen", "ner", "nes", "ran", "rein", "raus", "rum", "tis", "twas", "em":
		return true
	}
	return end-i == 2 && isDigit(t.text[i]) && isDigit(t.text[i+1])
}

// closes reports whether a quotation in single marks that begins before
// offset i has an end.
func (t *typesetter) closes(i int) bool {
	if t.closer >= i {
		return t.closer < len(t.text)
	}
	for t.closer = i; t.closer < len(t.text); t.closer++ {
		if t.text[t.closer] == '\'' && t.closer > i && !opens(t.before(t.closer)) && !isWord(t.after(t.closer+1)) {
			return true
		}
	}
	return false
}

func isNumber(r rune) bool { return '0' <= r && r <= '9' }

func isObject(r rune) bool { return r == '\uFFFC' }
