package lang

import "unicode/utf8"

// An Edit replaces Len bytes at offset At of a text by New.
type Edit struct {
	At, Len int
	New     string
}

// Object stands in a text for something that is no text: a picture, a piece of
// code. To the typesetter it is a word.
const Object = "\uFFFC"

// Typeset returns plain text with the quotation marks, dashes and no-break
// spaces of its language. Typesetting a text twice changes nothing more.
func Typeset(s, language string) string {
	if !hasTrigger(s) {
		return s
	}
	var room [16]Edit
	edits := AppendEdits(room[:0], []byte(s), language)
	if len(edits) == 0 {
		return s
	}
	out := make([]byte, 0, len(s)+3*len(edits))
	from := 0
	for _, edit := range edits {
		out = append(out, s[from:edit.At]...)
		out = append(out, edit.New...)
		from = edit.At + edit.Len
	}
	return string(append(out, s[from:]...))
}

// AppendEdits appends what typesetting changes in one block of running text,
// in the order of the text. A line feed counts as a space, and an edit may
// replace it. The quotation marks of the whole block are matched with each
// other, so a block must not be cut into pieces.
func AppendEdits(edits []Edit, text []byte, language string) []Edit {
	tongue := known(language)
	if tongue == other {
		return edits
	}
	t := typesetter{text: text, edits: edits, tongue: tongue}
	for i := 0; i < len(text); {
		if !trigger[text[i]] {
			i++
			continue
		}
		i = t.at(i)
	}
	return t.edits
}

// triggers are the bytes at which something may have to change: marks, digits,
// and the first bytes of § and of „ “ ‚ ‘ ….
const triggers = "\"'-.0123456789\xc2\xe2"

var trigger = func() (table [256]bool) {
	for i := range len(triggers) {
		table[triggers[i]] = true
	}
	return table
}()

// hasTrigger reports whether anything in a text may have to change.
func hasTrigger(s string) bool {
	for i := range len(s) {
		if trigger[s[i]] {
			return true
		}
	}
	return false
}

// typesetter walks over a block of text once, from left to right.
type typesetter struct {
	text   []byte
	edits  []Edit
	tongue language
	quotes quoteStack
	// closer is where the next closing ' stands, as far as it has been looked
	// for: without it every ' would look through the whole text.
	closer int
}

// at handles the trigger at offset i and returns where to go on.
func (t *typesetter) at(i int) int {
	switch c := t.text[i]; {
	case c == '"':
		t.double(i)
		return i + 1
	case c == '\'':
		t.single(i)
		return i + 1
	case c == '-':
		return t.hyphens(i)
	case c == '.':
		return t.dots(i)
	case isDigit(c):
		return t.digits(i)
	case c == 0xc2:
		return t.paragraphSign(i)
	}
	return t.typographic(i)
}

// replace records an edit.
func (t *typesetter) replace(at, length int, with string) {
	t.edits = append(t.edits, Edit{At: at, Len: length, New: with})
}

// before returns the rune that ends at offset i, 0 at the beginning.
func (t *typesetter) before(i int) rune {
	if i == 0 {
		return 0
	}
	if c := t.text[i-1]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeLastRune(t.text[:i])
	return r
}

// after returns the rune that begins at offset i, 0 at the end.
func (t *typesetter) after(i int) rune {
	if i >= len(t.text) {
		return 0
	}
	if c := t.text[i]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeRune(t.text[i:])
	return r
}

// blank reports whether there may be a space and nothing else: no-break spaces
// and the ends of the text count.
func blank(r rune) bool {
	switch r {
	case 0, ' ', '\n', '\t', '\u00a0', '\u202f', '\u2009':
		return true
	}
	return false
}

// breakable reports whether the byte at offset i is a space at which a line
// may end.
func (t *typesetter) breakable(i int) bool {
	return i < len(t.text) && (t.text[i] == ' ' || t.text[i] == '\n')
}

// hyphens handles "-", "--" and "---".
func (t *typesetter) hyphens(i int) int {
	end := i + 1
	for end < len(t.text) && t.text[end] == '-' {
		end++
	}
	prev, next := t.before(i), t.after(end)
	option := blank(prev) && !blank(next) // --strict
	switch n := end - i; {
	case n == 1 && prev != 0 && next != 0 && blank(prev) && blank(next),
		n == 2 && !option && len(t.text) > n,
		n == 3 && !option && len(t.text) > n && t.tongue == german:
		t.replace(i, n, "–")
	case n == 3 && !option && len(t.text) > n:
		t.replace(i, n, "—")
	}
	return end
}

// dots handles "...", and the no-break space after an abbreviation.
func (t *typesetter) dots(i int) int {
	end := i + 1
	for end < len(t.text) && t.text[end] == '.' {
		end++
	}
	switch end - i {
	case 1:
		t.abbreviation(i)
	case 3:
		t.ellipsis(i)
		t.replace(i, 3, "…")
	}
	return end
}

// ellipsis keeps an ellipsis at offset i in the line of the word before it.
func (t *typesetter) ellipsis(i int) {
	if i > 1 && t.breakable(i-1) && isWord(t.before(i-1)) && !t.edited(i-1) {
		t.replace(i-1, 1, noBreak)
	}
}

// edited reports whether the last edit already covers offset i.
func (t *typesetter) edited(i int) bool {
	n := len(t.edits)
	return n > 0 && t.edits[n-1].At+t.edits[n-1].Len > i
}

// typographic handles the marks that are right already, in UTF-8 from the byte
// E2: they open and close quotations like the typewriter's.
func (t *typesetter) typographic(i int) int {
	if len(t.text) < i+3 || t.text[i+1] != 0x80 {
		return i + 1
	}
	switch t.text[i+2] {
	case 0x9e: // „
		t.quotes.push('"')
	case 0x9a: // ‚
		t.quotes.push('\'')
	case 0x9c: // “ closes in German, opens in English
		if t.tongue == english {
			t.quotes.push('"')
		} else {
			t.quotes.pop('"')
		}
	case 0x98: // ‘ likewise
		if t.tongue == english {
			t.quotes.push('\'')
		} else {
			t.quotes.pop('\'')
		}
	case 0x9d: // ”
		t.quotes.pop('"')
	case 0x99: // ’ closes in English, where it is no apostrophe
		if t.tongue == english && !isWord(t.after(i+3)) {
			t.quotes.pop('\'')
		}
	case 0xa6: // …
		t.ellipsis(i)
	}
	return i + 3
}
