package lang

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

const noBreak = "\u00a0"

// hold makes the space at offset i one at which no line ends, if it is a
// plain space.
func (t *typesetter) hold(i int) {
	if t.breakable(i) && !t.edited(i) {
		t.replace(i, 1, noBreak)
	}
}

// paragraphSign handles "§ 5". It is called for every rune from the byte C2.
func (t *typesetter) paragraphSign(i int) int {
	const sign = 0xa7
	if len(t.text) < i+4 || t.text[i+1] != sign {
		return i + 2
	}
	if t.breakable(i+2) && isWord(t.after(i+3)) {
		t.hold(i + 2)
	}
	return i + 2
}

// abbreviation handles the space after the single dot at offset i: "z. B.",
// "S. 5", "Dr. Muster".
func (t *typesetter) abbreviation(i int) {
	if !t.breakable(i + 1) {
		return
	}
	word := t.wordBefore(i)
	if len(word) == 0 {
		return
	}
	next := t.after(i + 2)
	switch {
	case isNumber(next) || isObject(next):
		if t.counts(word) {
			t.hold(i + 1)
		}
	case utf8.RuneCount(word) == 1 && !isDigit(word[0]):
		if t.shortBefore(i + 2) {
			t.hold(i + 1)
		}
	case unicode.IsUpper(next) && t.titles(word):
		t.hold(i + 1)
	}
}

// wordBefore returns the word of at most five letters that ends at offset i;
// nothing where it is longer.
func (t *typesetter) wordBefore(i int) []byte {
	const most = 12 // bytes
	start := i
	for start > 0 && isWord(t.before(start)) {
		_, size := utf8.DecodeLastRune(t.text[:start])
		start -= size
		if i-start > most {
			return nil
		}
	}
	return t.text[start:i]
}

// shortBefore reports whether at offset i stands the second part of an
// abbreviation: one letter and a dot, or one of a few words and a dot.
func (t *typesetter) shortBefore(i int) bool {
	dot := bytes.IndexByte(t.text[i:min(len(t.text), i+6)], '.')
	if dot <= 0 {
		return false
	}
	word := t.text[i : i+dot]
	if r, size := utf8.DecodeRune(word); size == len(word) {
		return unicode.IsLetter(r)
	}
	switch string(word) {
	case "Chr", "Hd", "Allg", "allg", "Str":
		return true
	}
	return false
}

// counts reports whether a number belongs to the abbreviated word before it.
func (t *typesetter) counts(word []byte) bool {
	if t.tongue == english {
		switch string(word) {
		case "p", "pp", "No", "no", "Nos", "Fig", "fig", "Sec", "sec", "Art", "Vol", "ch", "Ch":
			return true
		}
		return false
	}
	switch string(word) {
	case "S", "Nr", "Nrn", "Abs", "Art", "Bd", "Bde", "Kap", "Abb", "Tab", "Ziff", "Anm", "Rn", "Rdnr", "Buchst",
		"Anl", "Tel", "Bl", "H", "Jg", "ca", "Ca", "rd", "max", "min", "Kl", "Hs", "Pos":
		return true
	}
	return false
}

// titles reports whether a name belongs to the abbreviated title before it.
func (t *typesetter) titles(word []byte) bool {
	switch string(word) {
	case "Dr", "Prof", "Hr", "Fr", "Dipl", "Ing", "Mag":
		return t.tongue == german
	case "Mr", "Mrs", "Ms":
		return t.tongue == english
	}
	return false
}

// digits handles a number and the space after it: "10 000", "5 Prozent",
// "9. November". It returns the end of the number.
func (t *typesetter) digits(i int) int {
	end, plain := i, true
	for end < len(t.text) && (isDigit(t.text[end]) || t.inNumber(end)) {
		plain = plain && isDigit(t.text[end])
		end++
	}
	if isLetter(t.before(i)) { // A4
		return end
	}
	if end < len(t.text) && t.text[end] == '.' && end-i <= 2 && plain {
		if t.breakable(end+1) && t.month(end+2) {
			t.hold(end + 1)
		}
		return end
	}
	if t.breakable(end) && (t.group(i, end, plain) || t.unit(end+1) || t.tongue == english && t.month(end+1)) {
		t.hold(end)
	}
	return end
}

// inNumber reports whether the byte at offset i is a mark between two digits.
func (t *typesetter) inNumber(i int) bool {
	switch t.text[i] {
	case '.', ',', ':':
		return i+1 < len(t.text) && isDigit(t.text[i+1])
	}
	return false
}

// group reports whether the number from start to end goes on after the space
// with three more digits, as in "10 000".
func (t *typesetter) group(start, end int, plain bool) bool {
	rest := t.text[end+1:]
	if t.tongue != german || !plain || end-start > 3 || len(rest) < 3 {
		return false
	}
	return isDigit(rest[0]) && isDigit(rest[1]) && isDigit(rest[2]) && (len(rest) == 3 || !isDigit(rest[3]))
}

// unit reports whether a unit of measurement stands at offset i.
func (t *typesetter) unit(i int) bool {
	end := i
	for end < len(t.text) && end < i+12 && !blank(rune(t.text[end])) && !endsUnit(t.text[end]) {
		end++
	}
	switch string(t.text[i:end]) {
	case "€", "%", "‰", "°C", "km", "m", "cm", "mm", "kg", "g", "t", "ha", "m²", "m³", "km²", "km/h", "l", "GB", "MB", "TB",
		"kW", "kWh", "MW", "MWh", "GWh", "Mbit/s", "Gbit/s", "V", "Hz", "EUR":
		return true
	case "Euro", "Cent", "Prozent", "Uhr", "Mio", "Mrd", "Tsd", "Millionen", "Milliarden", "Grad", "Hektar", "Meter",
		"Kilometer", "Liter", "Tonnen", "Stück":
		return t.tongue == german
	case "million", "billion", "percent", "euros", "am", "pm":
		return t.tongue == english
	}
	return false
}

func endsUnit(c byte) bool {
	switch c {
	case '.', ',', ';', ':', '!', '?', ')', ']', '"', '\'', '-':
		return true
	}
	return false
}

// month reports whether a month's name begins at offset i.
func (t *typesetter) month(i int) bool {
	rest := t.text[i:]
	if len(rest) < 3 || rest[0] < 'A' || rest[0] > 'S' {
		return false
	}
	switch string(rest[:3]) {
	case "Jan", "Feb", "Apr", "Jun", "Jul", "Aug", "Sep", "Nov":
		return true
	case "Mä", "Mai", "Okt", "Dez":
		return t.tongue == german
	case "Mar", "May", "Oct", "Dec":
		return t.tongue == english
	}
	return false
}

func isLetter(r rune) bool { return isWord(r) && !isNumber(r) }
