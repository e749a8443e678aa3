package pack

import (
	"math/bits"
	"slices"
	"strings"
)

// New makes a table of the sizes of its codes: those of 286 literals and
// lengths, then those of 30 distances, a letter each, "a" for 1 bit to "o" for
// 15. Letters that make no complete code are a programmer's mistake and panic.
func New(letters string) *Table {
	sizes := strings.Map(func(r rune) rune { return r - 'a' + 1 }, letters)
	if len(sizes) != literals+distances || strings.Trim(letters, "abcdefghijklmno") != "" {
		panic("pack: sizes of codes are missing")
	}
	t := new(Table)
	assign(t.literal[:], sizes[:literals])
	assign(t.distance[:], sizes[literals:])
	for n := 3; n <= maxMatch; n++ {
		symbol, extra, size := lengthSymbol(n)
		c := t.literal[symbol]
		t.length[n] = c + code(extra)<<(c>>24) + code(size)<<24
	}
	t.describe(sizes)
	return t
}

// assign gives the canonical codes of their sizes (RFC 1951, 3.2.2).
func assign(codes []code, sizes string) {
	var count, next [16]int
	used := 0
	for i := range sizes {
		if sizes[i] > 0 {
			count[sizes[i]]++
			used += 1 << (15 - sizes[i])
		}
	}
	if used != 1<<15 {
		panic("pack: the codes are not complete")
	}
	for size := 1; size < 15; size++ {
		next[size+1] = (next[size] + count[size]) << 1
	}
	for i := range sizes {
		size := sizes[i]
		if size == 0 {
			continue
		}
		codes[i] = code(bits.Reverse16(uint16(next[size]))>>(16-size)) | code(size)<<24
		next[size]++
	}
}

// describe makes the header of a block with these codes (RFC 1951, 3.2.7).
func (t *Table) describe(sizes string) {
	runs := shorten(sizes)
	counts := make([]int, 19)
	for _, r := range runs {
		counts[r.symbol]++
	}
	var codes [19]code
	lengths := limited(counts, 7)
	assign(codes[:], lengths)

	put := func(value uint64, size uint) {
		t.rest |= value << t.restSize
		for t.restSize += size; t.restSize >= 8; t.restSize -= 8 {
			t.header = append(t.header, byte(t.rest))
			t.rest >>= 8
		}
	}
	put(1, 1) // the last block
	put(2, 2) // dynamic codes
	put(literals-257, 5)
	put(distances-1, 5)
	put(19-4, 4)
	for _, symbol := range [...]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15} {
		put(uint64(lengths[symbol]), 3)
	}
	for _, r := range runs {
		c := codes[r.symbol]
		put(uint64(c&codeBits), uint(c>>24))
		put(uint64(r.extra), uint(r.size))
	}
}

// run is the size of a code, or symbol 16: the size before, three to six times.
type run struct{ symbol, extra, size uint8 }

// shorten writes repeated sizes as runs.
func shorten(sizes string) []run {
	var runs []run
	for i := 0; i < len(sizes); {
		n := 1
		for i+n < len(sizes) && sizes[i+n] == sizes[i] {
			n++
		}
		runs = append(runs, run{symbol: sizes[i]})
		i += n
		for n--; n >= 3; {
			k := min(n, 6)
			runs = append(runs, run{16, uint8(k - 3), 2})
			n -= k
		}
		for ; n > 0; n-- {
			runs = append(runs, run{symbol: sizes[i-1]})
		}
	}
	return runs
}

// limited are the sizes of the best codes of at most most bits, found by
// package-merge (Larmore and Hirschberg 1990). Symbols of weight 0 get none.
func limited(weights []int, most int) string {
	type item struct {
		weight  int
		symbols []int
	}
	var leaves []item
	for symbol, n := range weights {
		if n > 0 {
			leaves = append(leaves, item{n, []int{symbol}})
		}
	}
	byWeight := func(a, b item) int { return a.weight - b.weight }
	slices.SortStableFunc(leaves, byWeight)
	var row []item
	for range most {
		var pairs []item
		for i := 0; i+1 < len(row); i += 2 {
			pairs = append(pairs, item{row[i].weight + row[i+1].weight, slices.Concat(row[i].symbols, row[i+1].symbols)})
		}
		row = append(slices.Clone(leaves), pairs...)
		slices.SortStableFunc(row, byWeight)
	}
	sizes := make([]byte, len(weights))
	for _, it := range row[:2*len(leaves)-2] {
		for _, symbol := range it.symbols {
			sizes[symbol]++
		}
	}
	return string(sizes)
}
