package build

import (
	"slices"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/output"
	"stadtbote/internal/publish"
	"stadtbote/internal/theme"
)

// list collects the files of all kinds and sees to it that they can lie in one
// folder. It is the net under package site, which knows the addresses of
// articles but not the files of every kind.
func (p *planner) list(t *theme.Theme) {
	r := &p.result
	for _, kind := range kinds(parts{theme: t, bodies: r.bodies.of, assets: p.assets, press: r.press()}) {
		for file := range kind.Plan(r.Site) {
			r.Files = append(r.Files, file)
		}
	}
	if p.Compress {
		r.Files = append(r.Files, compressed(r.Files)...)
	}
	slices.SortStableFunc(r.Files, func(a, b output.File) int { return strings.Compare(a.Path, b.Path) })
	p.report(collisions(r.Files))
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
