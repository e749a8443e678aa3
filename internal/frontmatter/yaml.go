package frontmatter

import (
	"cmp"

	"go.yaml.in/yaml/v3"

	"stadtbote/internal/diag"
	"stadtbote/internal/syntax"
)

// yaml reads a block by the library.
func (r *reader) yaml(b block) (node, bool) {
	var doc yaml.Node
	if err := yaml.Unmarshal(b.raw, &doc); err != nil {
		r.yamlError(b, err)
		return node{}, false
	}
	root := node{kind: table, pos: diag.Pos{Line: b.line, Col: 1}}
	if len(doc.Content) == 0 {
		return root, true // an empty block
	}
	y := yamlReader{shift: b.line - 1}
	tree := y.node(doc.Content[0], 0)
	switch {
	case y.over:
		r.report(y.at, diag.MatterTooDeep, maxDepth, maxNodes)
		return root, false
	case tree.kind == null:
		return root, true
	case tree.kind != table:
		r.report(tree.pos, diag.NotKeyValue, tree.shown())
		return root, false
	}
	return tree, true
}

// yamlReader turns the library's tree into ours, aliases followed.
type yamlReader struct {
	shift int // lines of the file above the block
	nodes int
	alias diag.Pos // of the outermost alias that is being followed
	over  bool     // a limit was met
	at    diag.Pos // where
}

func (y *yamlReader) pos(n *yaml.Node) diag.Pos {
	return diag.Pos{Line: n.Line + y.shift, Col: n.Column}
}

func (y *yamlReader) node(from *yaml.Node, depth int) node {
	n := node{pos: y.pos(from)}
	if y.nodes++; y.over || y.nodes > maxNodes || depth > maxDepth {
		if !y.over {
			y.over, y.at = true, cmp.Or(y.alias, n.pos)
		}
		return n
	}
	switch from.Kind {
	case yaml.AliasNode:
		outermost := y.alias
		y.alias = cmp.Or(outermost, n.pos)
		n = y.node(from.Alias, depth+1)
		n.pos, y.alias = y.pos(from), outermost
	case yaml.ScalarNode:
		if from.Tag != "!!null" {
			n.kind, n.text = scalar, from.Value
		}
	case yaml.SequenceNode:
		n.kind, n.items = list, make([]node, 0, len(from.Content))
		for _, item := range from.Content {
			n.items = append(n.items, y.node(item, depth+1))
		}
	case yaml.MappingNode:
		n.kind, n.pairs = table, make([]pair, 0, len(from.Content)/2)
		for i := 0; i+1 < len(from.Content); i += 2 {
			key := from.Content[i]
			n.pairs = append(n.pairs, pair{key.Value, y.pos(key), y.node(from.Content[i+1], depth+1)})
		}
	}
	return n
}

// yamlError reports what the library could not read.
func (r *reader) yamlError(b block, err error) {
	r.unread(b, "YAML", syntax.YAML(b.raw, err, func(beginning []byte) bool {
		var doc yaml.Node
		return yaml.Unmarshal(beginning, &doc) == nil
	}))
}

// unread reports what is wrong with a block that its library cannot read.
func (r *reader) unread(b block, format string, m syntax.Mistake) {
	if m.Code == "" {
		m.Code, m.Args = diag.MatterSyntax, []any{format, m.Words}
	}
	m.Pos.Line += b.line - 1
	r.report(m.Pos, m.Code, m.Args...)
}
