package theme

import (
	"slices"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// follow returns the names of all templates that one can include, itself among
// them, sorted; or what is wrong: an unknown name, or a template that includes
// itself. Templates never recur, so no execution can go too deep.
func follow(entry string, lookup func(string) *tree) ([]string, *diag.Diagnostic) {
	w := walk{lookup: lookup, state: make(map[string]visit)}
	if finding := w.from(entry); finding != nil {
		return nil, finding
	}
	slices.Sort(w.done)
	return w.done, nil
}

type visit uint8

const (
	open visit = iota + 1
	finished
)

// walk goes depth first over the templates that one can include.
type walk struct {
	lookup func(string) *tree
	state  map[string]visit
	path   []string
	done   []string
}

func (w *walk) from(name string) *diag.Diagnostic {
	t := w.lookup(name)
	w.state[name] = open
	w.path = append(w.path, name)
	for _, c := range t.calls {
		switch w.state[c.name] {
		case finished:
			continue
		case open:
			loop := append(w.path[slices.Index(w.path, c.name):], c.name)
			d := diag.New(t.file.path(), c.pos, diag.TemplateRecursion, c.name, strings.Join(loop, " → "))
			return &d
		}
		if w.lookup(c.name) == nil {
			return w.unknown(t, c)
		}
		if finding := w.from(c.name); finding != nil {
			return finding
		}
	}
	w.path = w.path[:len(w.path)-1]
	w.state[name] = finished
	w.done = append(w.done, name)
	return nil
}

// unknown is the finding about a name that no template has.
func (w *walk) unknown(t *tree, c call) *diag.Diagnostic {
	var known []string
	for name := range w.state {
		known = append(known, name)
	}
	slices.Sort(known)
	near, _ := lang.Nearest(c.name, known)
	d := diag.New(t.file.path(), c.pos, diag.TemplateUnknown, c.name, near)
	return &d
}
