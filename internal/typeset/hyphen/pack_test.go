package hyphen

// This file and readtex_test.go pack TeX hyphenation patterns into the tries
// that the package embeds; "go generate" runs them.
//
// A trie is a finite automaton over the letters of the patterns. Equal
// subtrees are one state, and the states' rows are laid over each other where
// their gaps allow, as Liang did it for TeX (Word Hy-phen-a-tion by
// Com-put-er, 1983). Words of an exception list (\hyphenation) become patterns
// of whole words with the highest levels.
//
// The file, all numbers little-endian:
//
//	u16  number of letters n; u16 number of operations m; u32 number of cells
//	n ×  u32 character; letter i has code i+1, the word's edge code 0
//	m ×  u16 place of an operation among the operation bytes
//	…    operation bytes: count, then pairs {letters back, level}
//	     padding to a multiple of four
//	…    cells u32: code+1 in bits 0–5, operation in 6–14, next state in 15–31

import (
	"cmp"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the tries anew")

func TestTriesAreWhatThePatternsGive(t *testing.T) {
	for _, c := range []struct{ patterns, trie, embedded string }{
		{"testdata/dehyphn-x-2022-03-16.pat", "german.trie", germanTrie},
		{"testdata/hyphen.tex", "english.trie", englishTrie},
	} {
		source, err := os.ReadFile(c.patterns)
		if err != nil {
			t.Fatal(err)
		}
		patterns, err := readTeX(string(source))
		if err != nil {
			t.Fatalf("%s: %v", c.patterns, err)
		}
		data, err := pack(patterns)
		if err != nil {
			t.Fatalf("%s: %v", c.patterns, err)
		}
		if *update {
			if err := os.WriteFile(c.trie, data, 0o600); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if string(data) != c.embedded {
			t.Errorf("%s is not what %s gives: run go generate", c.trie, c.patterns)
		}
	}
}

// What fits into a cell.
const (
	maxLetters    = 61
	maxOperations = 1 << 9
	maxCells      = 1 << 17
)

// node is a state of the tree of all patterns.
type node struct {
	next map[byte]*node // by code
	op   int            // what happens when it is reached; 0 for nothing
}

// edge leads from a state to another; state 0 has no edges.
type edge struct {
	code  byte
	op    int
	state int
}

// packer turns patterns into a trie.
type packer struct {
	codes      map[rune]byte
	letters    []rune
	operations []string
	opIndex    map[string]int
	states     [][]edge
	stateIndex map[string]int
}

func pack(patterns []pattern) ([]byte, error) {
	p := &packer{
		codes:      map[rune]byte{'.': 0},
		operations: []string{""},
		opIndex:    map[string]int{"": 0},
		states:     [][]edge{nil},
		stateIndex: map[string]int{"": 0},
	}
	p.alphabet(patterns)
	root := p.grow(patterns)
	start := p.state(root)
	if len(p.letters) > maxLetters || len(p.operations) > maxOperations {
		return nil, fmt.Errorf("%d letters, %d operations: too many", len(p.letters), len(p.operations))
	}
	cells, err := p.overlay(start)
	if err != nil {
		return nil, err
	}
	return p.file(cells), nil
}

// alphabet numbers the letters in ascending order.
func (p *packer) alphabet(patterns []pattern) {
	for _, pat := range patterns {
		for _, r := range pat.letters {
			if _, known := p.codes[r]; !known {
				p.codes[r] = 0
				p.letters = append(p.letters, r)
			}
		}
	}
	slices.Sort(p.letters)
	for i, r := range p.letters {
		p.codes[r] = byte(i + 1)
	}
}

// grow makes the tree of all patterns.
func (p *packer) grow(patterns []pattern) *node {
	root := &node{}
	for _, pat := range patterns {
		at := root
		for _, r := range pat.letters {
			if at.next == nil {
				at.next = map[byte]*node{}
			}
			c := p.codes[r]
			if at.next[c] == nil {
				at.next[c] = &node{}
			}
			at = at.next[c]
		}
		at.op = p.operation(pat)
	}
	return root
}

// operation is the index of what a pattern does: how many letters back which
// level stands.
func (p *packer) operation(pat pattern) int {
	var op strings.Builder
	for i, level := range pat.levels {
		if level != 0 {
			op.WriteByte(byte(len(pat.letters) - i))
			op.WriteByte(level)
		}
	}
	key := op.String()
	at, known := p.opIndex[key]
	if !known {
		at = len(p.operations)
		p.opIndex[key] = at
		p.operations = append(p.operations, key)
	}
	return at
}

// state is the index of the state that does what n does; equal subtrees are
// one state.
func (p *packer) state(n *node) int {
	var edges []edge
	for _, code := range slices.Sorted(maps.Keys(n.next)) {
		to := n.next[code]
		edges = append(edges, edge{code, to.op, p.state(to)})
	}
	key := ""
	if len(edges) > 0 {
		key = fmt.Sprint(edges)
	}
	at, known := p.stateIndex[key]
	if !known {
		at = len(p.states)
		p.stateIndex[key] = at
		p.states = append(p.states, edges)
	}
	return at
}

// overlay lays the rows of all states over each other: the edge of state s
// with code c is in the cell place[s]+c, and the cell knows its code. No two
// states have one place, so no cell is mistaken for another's. The start is
// at place 0; place 0 as a target means that nothing follows.
func (p *packer) overlay(start int) ([]uint32, error) {
	order := make([]int, 0, len(p.states))
	for s := range p.states {
		if s != 0 && s != start {
			order = append(order, s)
		}
	}
	// Full rows first, for they are hard to place.
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(len(p.states[b]), len(p.states[a])) })
	order = slices.Insert(order, 0, start)

	used, taken := make([]bool, maxCells+64), make([]bool, maxCells)
	place := make([]int, len(p.states))
	end, free := 0, 0
	for _, s := range order {
		for used[free] {
			free++
		}
		at := max(0, free-int(p.states[s][0].code))
		for taken[at] || !fits(p.states[s], used[at:]) {
			at++
			if at == maxCells {
				return nil, errors.New("too many cells")
			}
		}
		place[s], taken[at] = at, true
		for _, e := range p.states[s] {
			used[at+int(e.code)] = true
		}
		end = max(end, at+64)
	}
	cells := make([]uint32, end)
	for _, s := range order {
		for _, e := range p.states[s] {
			cells[place[s]+int(e.code)] = uint32(e.code) + 1 | uint32(e.op)<<6 | uint32(place[e.state])<<15
		}
	}
	return cells, nil
}

func fits(edges []edge, used []bool) bool {
	for _, e := range edges {
		if used[e.code] {
			return false
		}
	}
	return true
}

func (p *packer) file(cells []uint32) []byte {
	le := binary.LittleEndian
	out := le.AppendUint16(nil, uint16(len(p.letters)))
	out = le.AppendUint16(out, uint16(len(p.operations)))
	out = le.AppendUint32(out, uint32(len(cells)))
	for _, r := range p.letters {
		out = le.AppendUint32(out, uint32(r))
	}
	at := 0
	for _, op := range p.operations {
		out = le.AppendUint16(out, uint16(at))
		at += 1 + len(op)
	}
	for _, op := range p.operations {
		out = append(out, byte(len(op)/2))
		out = append(out, op...)
	}
	for len(out)%4 != 0 {
		out = append(out, 0)
	}
	for _, c := range cells {
		out = le.AppendUint32(out, c)
	}
	return out
}
