package frontmatter

import (
	"strings"
	"unicode"

	"stadtbote/internal/diag"
)

// kind is what a node is.
type kind uint8

const (
	null   kind = iota // no value: "key:", null, ~
	scalar             // text, whatever its format thinks it is
	list
	table
)

// node is a value of any format, with its place in the whole file.
type node struct {
	kind  kind
	text  string // of a scalar
	pos   diag.Pos
	items []node // of a list
	pairs []pair // of a table, in their order, duplicates included
}

// pair is one entry of a table.
type pair struct {
	key   string
	pos   diag.Pos // of the key
	value node
}

// Limits of what a front matter may hold. Aliases count as what they stand for.
const (
	maxBlock = 256 << 10 // bytes
	maxNodes = 20_000
	maxDepth = 24
)

// shown returns a node as it stands in a message.
func (n node) shown() string {
	switch n.kind {
	case list:
		return "[…]"
	case table:
		return "{…}"
	case null:
		return ""
	}
	if text := []rune(n.text); len(text) > 60 {
		return string(text[:59]) + "…"
	}
	return n.text
}

// clean takes out of a tree what no text may hold and only an escape like
// "\x1b" can bring in: package source sees the file as it is written.
func (n *node) clean() {
	n.text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r), r == 0x2028, r == 0x2029, r == 0xFEFF, r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
			return -1
		}
		return r
	}, n.text)
	for i := range n.items {
		n.items[i].clean()
	}
	for i := range n.pairs {
		n.pairs[i].value.clean()
	}
}

// value returns a scalar as a Value.
func (n node) value() Value { return Value{n.trimmed(), n.pos} }

// trimmed returns the text of a scalar without the space around it.
func (n node) trimmed() string { return strings.TrimSpace(n.text) }
