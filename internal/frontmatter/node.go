package frontmatter

import (
	"strings"

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

// value returns a scalar as a Value.
func (n node) value() Value { return Value{n.trimmed(), n.pos} }

// trimmed returns the text of a scalar without the space around it.
func (n node) trimmed() string { return strings.TrimSpace(n.text) }
