package theme

import (
	"maps"
	"slices"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
)

// family is the templates that can include one another: those of base.html and
// the partials, and those of one page, which come first.
type family struct{ shared, own map[string]*tree }

// lookup returns the template of a name, or nil.
func (f family) lookup(name string) *tree {
	if t := f.own[name]; t != nil {
		return t
	}
	return f.shared[name]
}

// names returns the names of all templates of the family, sorted.
func (f family) names() []string {
	names := slices.Collect(maps.Keys(f.shared))
	for name := range f.own {
		names = append(names, name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// sum names some templates of the family by what is written in them.
func (f family) sum(names []string) digest.Sum {
	var b digest.Builder
	for _, name := range names {
		b.Text(name)
		b.Sum(f.lookup(name).sum)
	}
	return b.Name()
}

// follow returns the names of all templates that one can include, itself among
// them, sorted; or what is wrong: an unknown name, or a template that includes
// itself. Templates never recur, so no execution can go too deep.
func follow(entry string, all family) ([]string, *diag.Diagnostic) {
	w := walk{family: all, state: make(map[string]visit)}
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
	family
	state map[string]visit
	path  []string
	done  []string
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
	d := diag.New(t.file.path(), c.pos, diag.TemplateUnknown, c.name, perhaps(c.name, w.names()))
	return &d
}
