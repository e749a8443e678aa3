package build

import (
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/output"
	"stadtbote/internal/publish"
)

// remember keeps what the next build wants to know. If that fails the site is
// finished all the same, and a warning is enough.
func (w *writing) remember() diag.List {
	m := &manifest{
		sight: w.plan.seen.sum,
		young: w.plan.seen.anyYoung,
		now:   w.Now,
		next:  w.plan.Site.Next,
		diags: w.plan.Diags,
		left:  w.plan.Left,
		files: w.records,
	}
	m.addRecipes(w.plan.Files)
	var ds diag.List
	if err := w.folder.Keep(manifestName, m.encode()); err != nil {
		ds = append(ds, forgotten(err))
	}
	return ds
}

// keepSources keeps what was learned of the sources before anything is made, so
// that it survives where the build stops or is killed: who mends one article of
// thousands waits for that one alone.
func (r *run) keepSources() diag.List {
	if !r.sources.fresh {
		return nil
	}
	if err := r.folder.KeepShared(sourcesName, r.sources.encode(r.Version)); err != nil {
		return diag.List{forgotten(err)}
	}
	return nil
}

// forgotten is the warning that something could not be kept.
func forgotten(err error) diag.Diagnostic {
	return diag.New("", diag.Pos{}, diag.MemoryFailed, publish.CacheName, err)
}

// addRecipes completes the records by what --explain will need of them.
func (m *manifest) addRecipes(files []output.File) {
	known := map[string]int{}
	var names []string
	for i := range m.files {
		inputs := files[i].Inputs
		names = names[:0]
		for _, in := range inputs {
			names = append(names, in.Name)
		}
		key := strings.Join(names, "\n")
		at, seen := known[key]
		if !seen {
			at = len(m.recipes)
			known[key] = at
			m.recipes = append(m.recipes, append(recipe(nil), names...))
		}
		r := &m.files[i]
		r.recipe = at
		r.tags = make([]uint32, len(inputs))
		for j, in := range inputs {
			r.tags[j] = tag(in.Sum)
		}
	}
}
