package pack

import (
	"slices"
	"strings"
)

// Learn makes the sizes of the codes for data like the samples, as New takes them.
// What no sample has gets a code, too. Samples are at most Limit long.
func Learn(samples [][]byte) string {
	var literal [literals]int
	var distance [distances]int
	var e Encoder
	for _, data := range samples {
		e.parse(data)
		for _, k := range e.tokens {
			if k <= endOfBlock {
				literal[k]++
				continue
			}
			symbol, _, _ := lengthSymbol(int(k >> 15))
			literal[symbol]++
			symbol, _, _ = distanceSymbol(int(k&(window-1)) + 1)
			distance[symbol]++
		}
	}
	sizes := lengths(literal[:]) + lengths(distance[:])
	return strings.Map(func(r rune) rune { return r + 'a' - 1 }, sizes)
}

// lengths are the sizes of the codes of symbols that occur so often. One that
// does not occur gets a code as well.
func lengths(counts []int) string {
	weights := make([]int, len(counts))
	for i, n := range counts {
		weights[i] = 16*n + 1
	}
	return limited(weights, 15)
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
