// Build packs TeX hyphenation patterns into the tries that package hyphen
// embeds. It is run by "go generate" in the folder above:
//
//	go run ./build build/dehyphn-x-2022-03-16.pat german.trie
//
// A trie is a finite automaton over the letters of the patterns. Equal
// subtrees are one state, and the states' rows are laid over each other where
// their gaps allow, as Liang did it for TeX (Word Hy-phen-a-tion by
// Com-put-er, 1983). Words of an exception list (\hyphenation) become
// patterns of whole words with the highest levels.
//
// The file, all numbers little-endian:
//
//	u16  number of letters n; u16 number of operations m; u32 number of cells
//	n ×  u32 character; letter i has code i+1, the word's edge code 0 … as "."
//	m ×  u16 place of an operation among the operation bytes, from their start
//	…    operation bytes: count, then pairs {letters back, level}
//	     padding to a multiple of four
//	…    cells u32: code+1 in bits 0–5, operation in 6–14, next state in 15–31
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: build PATTERNS TRIE")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func run(from, to string) error {
	source, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	patterns, err := read(string(source))
	if err != nil {
		return fmt.Errorf("reading %s: %w", from, err)
	}
	data, err := pack(patterns)
	if err != nil {
		return fmt.Errorf("packing %s: %w", from, err)
	}
	return os.WriteFile(to, data, 0o644)
}
