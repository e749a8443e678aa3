package watch

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// links are the symbolic links among the files, each with what it leads to; nil
// where that is nothing. The system tells of a file under its own name, not
// under that of a link to it, and it may lie outside of the folders. So links,
// which are few, are looked at now and then.
type links map[string]fs.FileInfo

// note remembers where a link leads now.
func (l links) note(path string) { l[path], _ = os.Stat(path) }

// turned returns the links that lead to something else than before, sorted, and
// remembers where they lead now.
func (l links) turned() (paths []string) {
	for path, before := range l {
		now, _ := os.Stat(path)
		if !alike(before, now) {
			l[path] = now
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}

func alike(a, b fs.FileInfo) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	return os.SameFile(a, b) && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime())
}

// followLinks tells of files that changed behind a link.
func (w *Watcher) followLinks() {
	for _, name := range w.links.turned() {
		if path, matters := w.path(name); matters {
			w.saw(path)
		}
	}
}

// noteLinks notes the single files that are links.
func (w *Watcher) noteLinks() {
	for _, name := range w.Files {
		if path := filepath.Join(w.Root, name); isLink(path) {
			w.links.note(path)
		}
	}
}

func isLink(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}
