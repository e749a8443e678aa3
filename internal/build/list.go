package build

import (
	"context"
	"slices"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/output"
	"stadtbote/internal/publish"
	"stadtbote/internal/theme"
)

// listed is how the files of all kinds were put in order, for the next plan:
// mostly it has the same files in the same order.
type listed struct {
	order   []int32 // place in the order of the kinds, by place in Files
	clashes diag.List
}

// list collects the files of all kinds and sees to it that they can lie in one
// folder. It is the net under package site, which knows the addresses of
// articles but not the files of every kind.
func (p *planner) list(ctx context.Context, t *theme.Theme) error {
	r := &p.result
	all := kinds(parts{theme: t, bodies: r.bodies.of, assets: p.assets, press: r.press(), images: p.images()})
	lists := make([][]output.File, len(all))
	err := each(ctx, p.jobs(), len(all), func(i int) error {
		lists[i] = slices.Collect(all[i].Plan(r.Site))
		return nil
	})
	if err != nil {
		return err
	}
	files := slices.Concat(lists...)
	if p.Compress {
		files = append(files, compressed(files)...)
	}
	if !p.asBefore(files) {
		p.order(files)
	}
	p.report(r.listed.clashes)
	return nil
}

// asBefore puts the files into the order of the earlier plan, if they have the
// same paths and origins.
func (p *planner) asBefore(files []output.File) bool {
	if p.earlier == nil || len(p.earlier.Files) != len(files) {
		return false
	}
	before, r := p.earlier, &p.result
	ordered := make([]output.File, len(files))
	for i, at := range before.listed.order {
		ordered[i] = files[at]
		if ordered[i].Path != before.Files[i].Path || ordered[i].Origin != before.Files[i].Origin {
			return false
		}
	}
	r.Files, r.listed = ordered, before.listed
	return true
}

// order puts the files in order and looks for those that exclude each other.
func (p *planner) order(files []output.File) {
	r := &p.result
	r.listed.order = make([]int32, len(files))
	for i := range files {
		r.listed.order[i] = int32(i)
	}
	slices.SortStableFunc(r.listed.order, func(a, b int32) int { return strings.Compare(files[a].Path, files[b].Path) })
	r.Files = make([]output.File, len(files))
	for i, at := range r.listed.order {
		r.Files[i] = files[at]
	}
	r.listed.clashes = collisions(r.Files)
}

// collisions finds the files of a list, ordered by path, that cannot lie in one
// folder.
func collisions(files []output.File) diag.List {
	var ds diag.List
	folded := map[string]string{}
	folders := map[string]int{} // folder → one file in it
	for i, f := range files {
		ds = append(ds, publish.CheckName(f.Path, f.Origin)...)
		if i > 0 && files[i-1].Path == f.Path {
			ds.Report(f.Origin, diag.Pos{}, diag.SameOutput, f.Path, origin(files[i-1]), origin(f))
			continue
		}
		if publish.FoldsCase() {
			key := strings.ToLower(f.Path)
			if other, taken := folded[key]; taken {
				ds.Report(f.Origin, diag.Pos{}, diag.CaseCollision, other, f.Path)
			}
			folded[key] = f.Path
		}
		noteFolders(folders, f.Path, i)
	}
	for i, f := range files {
		if below, is := folders[f.Path]; is {
			ds.Report(f.Origin, diag.Pos{}, diag.FileAndFolder, f.Path, files[below].Path, origin(files[i]), origin(files[below]))
		}
	}
	return ds
}

// noteFolders notes the folders above a file, up to one that is known.
func noteFolders(folders map[string]int, path string, file int) {
	for {
		at := strings.LastIndexByte(path, '/')
		if at < 0 {
			return
		}
		path = path[:at]
		if _, known := folders[path]; known {
			return
		}
		folders[path] = file
	}
}

// origin is what to tell of where a file comes from.
func origin(f output.File) string {
	if f.Origin != "" {
		return f.Origin
	}
	return f.Path
}
