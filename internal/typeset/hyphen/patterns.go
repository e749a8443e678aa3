package hyphen

import (
	_ "embed"
	"unicode"
)

//go:generate go test -run TestTriesAreWhatThePatternsGive -update .

var (
	// The German patterns are those of the Trennmustermannschaft, MIT licence,
	// see testdata/dehyphn-x-2022-03-16.pat.
	//go:embed german.trie
	germanTrie string

	// The English patterns are those of plain TeX by D. E. Knuth, free to be
	// changed under another name, see testdata/hyphen.tex.
	//go:embed english.trie
	englishTrie string
)

// Patterns say where the words of a language may be divided.
type Patterns struct {
	latin      [0x180]byte   // code+1 by character; 0 is no letter of the language
	others     map[rune]byte // the same for the rest of Unicode
	cells      string        // of the trie, four bytes each; see pack_test.go
	places     string        // of the operations, two bytes each
	operations string
}

// German are the patterns of German in the spelling of 2006.
func German() *Patterns { return load(germanTrie) }

// English are the patterns of American English.
func English() *Patterns { return load(englishTrie) }

// load finds the parts of a trie. Nothing is copied or unpacked.
func load(data string) *Patterns {
	letters, operations, cells := u16(data, 0), u16(data, 1), u32(data, 1)
	p := &Patterns{others: map[rune]byte{}}
	for i := range letters {
		p.learn(rune(u32(data[8:], i)), byte(i+1))
	}
	data = data[8+4*letters:]
	p.places = data[:2*operations]
	p.operations = data[2*operations : len(data)-4*int(cells)]
	p.cells = data[len(data)-4*int(cells):]
	return p
}

// learn makes r, small or capital, the letter of a code.
func (p *Patterns) learn(r rune, code byte) {
	capital := unicode.ToUpper(r)
	if r == 'ß' {
		capital = 'ẞ'
	}
	for _, r := range []rune{r, capital} {
		if int(r) < len(p.latin) {
			p.latin[r] = code
		} else {
			p.others[r] = code
		}
	}
}

// code is the code of a letter, 0 if the patterns do not know it.
func (p *Patterns) code(r rune) byte {
	if int(r) < len(p.latin) {
		return p.latin[r]
	}
	return p.others[r]
}

// levels sets levels[i] to the level before the letter i of the word codes,
// which begins and ends with 0, the edge. An odd level allows a break.
func (p *Patterns) levels(codes, levels []byte) {
	for start := range len(codes) - 1 {
		state := uint32(0)
		for at := start; at < len(codes); at++ {
			cell := u32(p.cells, int(state)+int(codes[at]))
			if byte(cell&0x3f) != codes[at]+1 {
				break
			}
			if op := cell >> 6 & 0x1ff; op != 0 {
				p.apply(op, levels, at+1)
			}
			if state = cell >> 15; state == 0 {
				break
			}
		}
	}
}

// apply raises the levels before the place end as an operation says.
func (p *Patterns) apply(op uint32, levels []byte, end int) {
	at := u16(p.places, int(op))
	n := 2 * int(p.operations[at])
	pairs := p.operations[at+1 : at+1+n]
	for i := 0; i+1 < len(pairs); i += 2 {
		l := &levels[end-int(pairs[i])]
		*l = max(*l, pairs[i+1])
	}
}

// u16 is the i-th little-endian number of 16 bits in s.
func u16(s string, i int) int { return int(s[2*i]) | int(s[2*i+1])<<8 }

// u32 is the i-th little-endian number of 32 bits in s.
func u32(s string, i int) uint32 {
	return uint32(s[4*i]) | uint32(s[4*i+1])<<8 | uint32(s[4*i+2])<<16 | uint32(s[4*i+3])<<24
}
