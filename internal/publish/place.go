package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"stadtbote/internal/diag"
)

// misplaced says why a folder cannot be the output folder. Paths are shown as
// the user gave them and compared with all links resolved.
func misplaced(at Place, out string) diag.List {
	var ds diag.List
	if info, err := os.Stat(out); err == nil && !info.IsDir() {
		ds.Report("", diag.Pos{}, diag.OutputIsFile, at.Out)
		return ds
	}
	if file := fileAbove(out); file != "" {
		ds.Report("", diag.Pos{}, diag.OutputIsFile, file)
		return ds
	}
	if at.Site == "" {
		return ds
	}
	site, err := resolved(at.Site)
	if err != nil {
		return ds
	}
	if inside(out, site) {
		ds.Report("", diag.Pos{}, diag.OutputContains, at.Out)
		return ds
	}
	for _, name := range []string{"content", "templates", "static", "data"} {
		folder, err := resolved(filepath.Join(site, name))
		if err != nil {
			continue
		}
		switch {
		case inside(folder, out):
			ds.Report("", diag.Pos{}, diag.OutputInside, at.Out, name+"/")
			return ds
		case inside(out, folder):
			ds.Report("", diag.Pos{}, diag.OutputContains, at.Out)
			return ds
		}
	}
	return ds
}

// inside reports whether path is folder or lies below it.
func inside(folder, path string) bool {
	below, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(below)
}

// fileAbove returns the nearest existing ancestor of path if it is a file.
func fileAbove(path string) string {
	for dir := filepath.Dir(path); ; dir = filepath.Dir(dir) {
		info, err := os.Stat(dir)
		if err == nil && !info.IsDir() {
			return dir
		}
		if err == nil || dir == filepath.Dir(dir) {
			return ""
		}
	}
}

// resolved returns the absolute path without symbolic links. What does not
// exist yet is added to what does.
func resolved(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(path)
	if err == nil || !errors.Is(err, fs.ErrNotExist) {
		if err != nil && fileAbove(path) != "" {
			return path, nil // a file stands where a folder is needed: told by misplaced
		}
		return real, err
	}
	parent := filepath.Dir(path)
	if parent == path {
		return path, nil
	}
	if parent, err = resolved(parent); err != nil {
		return "", err
	}
	return filepath.Join(parent, filepath.Base(path)), nil
}
