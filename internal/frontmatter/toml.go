package frontmatter

import (
	"errors"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"stadtbote/internal/diag"
	"stadtbote/internal/syntax"
)

// tomlReader turns TOML into nodes. The library's decoder would forget places,
// so its parser is used; the decoder still has the word on what is valid.
type tomlReader struct {
	unstable.Parser
	line  int // of the file, where the block begins
	nodes int
}

func (r *reader) toml(b block) (node, bool) {
	var ignored map[string]any
	if err := toml.Unmarshal(b.raw, &ignored); err != nil {
		return node{}, r.tomlError(b, err)
	}
	t := &tomlReader{line: b.line}
	t.Reset(b.raw)
	root := &node{kind: table, pos: diag.Pos{Line: b.line, Col: 1}}
	into := root
	for t.NextExpression() {
		e := t.Expression()
		switch e.Kind {
		case unstable.KeyValue:
			t.set(into, e, 0)
		case unstable.Table:
			into = t.open(root, e.Key(), false)
		case unstable.ArrayTable:
			into = t.open(root, e.Key(), true)
		}
	}
	if t.nodes > maxNodes {
		r.report(root.pos, diag.MatterTooDeep, maxDepth, maxNodes)
		return node{}, false
	}
	return *root, t.Error() == nil
}

// tomlError reports what the library could not read; the usual mistakes are
// explained, the others are in its words.
func (r *reader) tomlError(b block, err error) bool {
	line, col, words := 1, 1, err.Error()
	if decode, ok := errors.AsType[*toml.DecodeError](err); ok {
		line, col = decode.Position()
	}
	pos := diag.Pos{Line: b.line + line - 1, Col: 1}
	text := lineOf(b.raw, line)
	if bare := umlautKey.FindString(text); bare != "" {
		r.report(pos, diag.BareKey, bare, fold(bare))
		return false
	}
	if found := dateLine.FindStringSubmatchIndex(text); found != nil {
		pos.Col = 1 + utf8.RuneCountInString(text[:found[4]])
		r.report(pos, diag.BadDate, text[found[2]:found[3]], text[found[4]:found[5]])
		return false
	}
	pos.Col = 1 + utf8.RuneCountInString(text[:max(0, min(col-1, len(text)))])
	if key, first := twiceTOML(b, pos.Line); key != "" {
		r.report(pos, diag.KeyTwice, key, first, pos.Line)
		return false
	}
	r.unread(b, "TOML", syntax.TOML(b.raw, diag.Pos{Line: line, Col: col}, words))
	return false
}

var (
	umlautKey = regexp.MustCompile(`^[\w-]*[^\x00-\x7F][^\s"'=:]*`)
	dateLine  = regexp.MustCompile(`^\s*["']?([\p{L}\w-]+)["']?\s*=\s*(\d{1,4}[-.][^\s#]*)`)
)

// lineOf returns a line of a block, counted from 1.
func lineOf(raw []byte, line int) string {
	lines := strings.Split(string(raw), "\n")
	if line < 1 || line > len(lines) {
		return ""
	}
	return lines[line-1]
}

// twiceTOML returns the key in a line of the file that an earlier line of the
// same table has as well: the library says only that something is wrong.
func twiceTOML(b block, line int) (key string, first int) {
	seen := map[string]int{}
	for i, text := range strings.Split(string(b.raw), "\n") {
		if strings.HasPrefix(text, "[") {
			clear(seen)
		}
		name, _, found := strings.Cut(text, "=")
		name = strings.TrimSpace(name)
		if earlier := seen[name]; found && earlier > 0 && b.line+i == line {
			return name, earlier
		}
		seen[name] = b.line + i
	}
	return "", 0
}

// set adds "a.b = value" to a table.
func (t *tomlReader) set(into *node, e *unstable.Node, depth int) {
	value := t.value(e.Value(), depth+1)
	key := e.Key()
	for key.Next() {
		name, pos := string(key.Node().Data), t.pos(key.Node())
		if value.pos.Line == 0 {
			value.pos = pos
		}
		if key.IsLast() {
			into.pairs = append(into.pairs, pair{name, pos, value})
			return
		}
		into = into.child(name, pos)
	}
}

// open returns the table that "[a.b]" or "[[a.b]]" names.
func (t *tomlReader) open(root *node, key unstable.Iterator, item bool) *node {
	into := root
	for key.Next() {
		name, pos := string(key.Node().Data), t.pos(key.Node())
		if key.IsLast() && item {
			return into.item(name, pos)
		}
		into = into.child(name, pos)
	}
	return into
}

// child returns the table of that name within n, which is made if needed; of a
// list of tables, the last one.
func (n *node) child(name string, pos diag.Pos) *node {
	for i := range n.pairs {
		if n.pairs[i].key != name {
			continue
		}
		value := &n.pairs[i].value
		if value.kind == list && len(value.items) > 0 {
			return &value.items[len(value.items)-1]
		}
		return value
	}
	n.pairs = append(n.pairs, pair{name, pos, node{kind: table, pos: pos}})
	return &n.pairs[len(n.pairs)-1].value
}

// item adds a table to the list of that name within n, and returns it.
func (n *node) item(name string, pos diag.Pos) *node {
	for i := range n.pairs {
		if value := &n.pairs[i].value; n.pairs[i].key == name && value.kind == list {
			value.items = append(value.items, node{kind: table, pos: pos})
			return &value.items[len(value.items)-1]
		}
	}
	n.pairs = append(n.pairs, pair{name, pos, node{kind: list, pos: pos, items: []node{{kind: table, pos: pos}}}})
	return &n.pairs[len(n.pairs)-1].value.items[0]
}

func (t *tomlReader) value(v *unstable.Node, depth int) node {
	n := node{kind: scalar, text: string(v.Data), pos: t.pos(v)}
	if t.nodes++; t.nodes > maxNodes || depth > maxDepth {
		t.nodes = maxNodes + 1
		return n
	}
	children := v.Children()
	switch v.Kind {
	case unstable.Array:
		n.kind, n.text = list, ""
		for children.Next() {
			if children.Node().Kind != unstable.Comment {
				n.items = append(n.items, t.value(children.Node(), depth+1))
			}
		}
		if n.pos.Line == 0 && len(n.items) > 0 {
			n.pos = n.items[0].pos
		}
	case unstable.InlineTable:
		n.kind, n.text = table, ""
		for children.Next() {
			if children.Node().Kind == unstable.KeyValue {
				t.set(&n, children.Node(), depth+1)
			}
		}
	}
	return n
}

// pos returns the place of a node, or the zero Pos where the library does not
// know it.
func (t *tomlReader) pos(n *unstable.Node) diag.Pos {
	if n.Raw.Length == 0 {
		return diag.Pos{}
	}
	start := t.Shape(n.Raw).Start
	before := t.Data()[start.Offset-(start.Column-1) : start.Offset]
	return diag.Pos{Line: t.line + start.Line - 1, Col: 1 + utf8.RuneCount(before)}
}
