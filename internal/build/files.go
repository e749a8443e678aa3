package build

import (
	"iter"
	"slices"
	"sort"
	"strings"

	"stadtbote/internal/output"
)

// Files are the files of a plan by path. They lie as their kinds planned them;
// plans of the same paths share one order.
type Files struct {
	lists [][]output.File // by kind
	order []spot          // nobody changes it
}

// spot is where a file stands in the plan of its kind.
type spot struct{ kind, at int32 }

// Len returns how many files there are.
func (f *Files) Len() int { return len(f.order) }

// At returns the file at a place, from 0. Nobody changes it.
func (f *Files) At(i int) *output.File { return f.at(f.order[i]) }

// All yields every file.
func (f *Files) All() iter.Seq[*output.File] {
	return func(yield func(*output.File) bool) {
		for _, s := range f.order {
			if !yield(f.at(s)) {
				return
			}
		}
	}
}

// paths returns the paths of all files.
func (f *Files) paths() []string {
	all := make([]string, 0, f.Len())
	for file := range f.All() {
		all = append(all, file.Path)
	}
	return all
}

func (f *Files) at(s spot) *output.File { return &f.lists[s.kind][s.at] }

// search looks for a path.
func (f *Files) search(path string) (at int, found bool) {
	return sort.Find(f.Len(), func(i int) int { return strings.Compare(path, f.At(i).Path) })
}

// alike reports whether other files have the same paths and origins, kind by
// kind.
func (f *Files) alike(lists [][]output.File) bool {
	return slices.EqualFunc(f.lists, lists, func(was, now []output.File) bool {
		if len(was) != len(now) {
			return false
		}
		for i := range now {
			if was[i].Path != now[i].Path || was[i].Origin != now[i].Origin {
				return false
			}
		}
		return true
	})
}
