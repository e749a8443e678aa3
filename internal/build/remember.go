package build

import (
	"slices"

	"stadtbote/internal/diag"
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

		secrets: w.guard.sum(),
		excused: w.guard.excuses(),

		tidy:  w.tidy(),
		files: w.records,
	}
	var ds diag.List
	if err := w.folder.Keep(manifestName, m); err != nil {
		ds = append(ds, forgotten(err))
	}
	return ds
}

// tidy is the version of the program if it finds nothing wrong with the paths of
// the plan, else "".
func (w *writing) tidy() string {
	if len(w.plan.clashes) > 0 {
		return ""
	}
	return w.Version
}

// keepSources keeps what was learned of the sources before anything is made, so
// that it survives where the build stops or is killed: who mends one article of
// thousands waits for that one alone.
func (r *run) keepSources(now *sources) diag.List {
	if !now.fresh {
		return nil
	}
	if err := r.folder.KeepShared(sourcesName, keptSources{now, r.Version}); err != nil {
		return diag.List{forgotten(err)}
	}
	return nil
}

// forgotten is the warning that something could not be kept.
func forgotten(err error) diag.Diagnostic {
	return diag.New("", diag.Pos{}, diag.MemoryFailed, publish.CacheName, reason(err))
}

// recipes returns the recipes of all files, each once, and the number of each
// by its id.
func (m *manifest) recipes() (all []recipe, number map[*string]int) {
	number = map[*string]int{}
	for i := range m.files {
		r := m.files[i].recipe
		if _, known := number[r.id()]; known {
			continue
		}
		at := slices.IndexFunc(all, func(known recipe) bool { return slices.Equal(known, r) })
		if at < 0 {
			at = len(all)
			all = append(all, r)
		}
		number[r.id()] = at
	}
	return all, number
}
