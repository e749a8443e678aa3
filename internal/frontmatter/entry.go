package frontmatter

import (
	"encoding/json"
	"regexp"
	"strings"

	"stadtbote/internal/diag"
)

// Entry is one entry of a front matter that nobody has judged yet: what Read
// returns, for programs that rewrite files of other generators.
type Entry struct {
	Key   string
	Pos   diag.Pos
	Value Node
}

// Node is the value of an Entry: a text, a list, a table, or none of them.
type Node struct {
	Form  Form
	Text  string
	Items []Node
	Table []Entry
}

// Form is what a Node is.
type Form uint8

// The forms of nodes.
const (
	Nothing Form = iota
	Text
	Items
	Entries
)

// Read returns the entries of a front matter in their order, whatever they
// mean, and the text below. It is not ok if there is no front matter, or none
// that can be read; the findings say why.
func Read(file string, text []byte) (entries []Entry, body Body, ds diag.List, ok bool) {
	r := reader{file: file}
	b, ok := r.split(text)
	if !ok {
		return nil, Body{Text: text, Line: 1}, r.diags, false
	}
	tree, ok := r.tree(b)
	return exported(tree).Table, b.body, r.diags, ok
}

func exported(n node) Node {
	out := Node{Form: Form(n.kind), Text: n.text}
	for _, item := range n.items {
		out.Items = append(out.Items, exported(item))
	}
	for _, p := range n.pairs {
		out.Table = append(out.Table, Entry{p.key, p.pos, exported(p.value)})
	}
	return out
}

// Texts returns the texts of a node: those of a list, or the only one, empty
// ones left out. Of a table in a list, such as {name: …}, it is the name.
func (n Node) Texts() []string {
	nodes := n.Items
	if n.Form == Text {
		nodes = []Node{n}
	}
	var texts []string
	for _, node := range nodes {
		for _, e := range node.Table {
			if k := fold(e.Key); k == "name" || k == "title" {
				node.Text = e.Value.Text
			}
		}
		if text := strings.TrimSpace(node.Text); text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

// YAML writes a node in one line.
func (n Node) YAML() string {
	switch n.Form {
	case Text:
		return Scalar(n.Text)
	case Items:
		items := make([]string, len(n.Items))
		for i, item := range n.Items {
			items[i] = item.YAML()
		}
		return "[" + strings.Join(items, ", ") + "]"
	case Entries:
		items := make([]string, len(n.Table))
		for i, entry := range n.Table {
			items[i] = Scalar(entry.Key) + ": " + entry.Value.YAML()
		}
		return "{" + strings.Join(items, ", ") + "}"
	}
	return "null"
}

// innocent are texts that mean themselves in YAML, in a list too.
var innocent = regexp.MustCompile(`^[\pL\pN/](?:[\pL\pN ()/._&+-]|:[\pN])*$`)

// Scalar writes a text as YAML, in quotes where it needs them.
func Scalar(text string) string {
	switch strings.ToLower(text) {
	case "null", "true", "false", "yes", "no", "on", "off", "y", "n":
		return Quoted(text)
	}
	if innocent.MatchString(text) && strings.TrimSpace(text) == text {
		return text
	}
	return Quoted(text)
}

// Quoted writes a text in double quotes, which YAML reads like JSON: so it may
// have colons and whatever else.
func Quoted(text string) string {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		panic("frontmatter: " + err.Error()) // strings always encode
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// Find returns the key of that name, however it is written.
func Find(name string) (key Key, known bool) {
	id, known := lookup(name)
	if !known {
		return Key{}, false
	}
	return keys[id], true
}

// Joins reports whether the values of two names of a key make one list.
func (k *Key) Joins() bool { return k.joins }

// Rank returns how early a name stands among all names of a key.
func (k *Key) Rank(name string) int {
	if at := position(k.Names, name); at >= 0 {
		return at
	}
	return len(k.Names) + position(k.Others, name)
}
