package watch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// plant puts a watch on the root and on every folder that matters and has
// none, and notes the links.
func (w *Watcher) plant() error {
	if err := w.add(w.Root); err != nil {
		return err
	}
	w.links = links{}
	w.noteLinks()
	for _, name := range w.Folders {
		err := filepath.WalkDir(filepath.Join(w.Root, name), func(path string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil: // it is gone, or nobody may look into it
				return nil
			case entry.Type()&fs.ModeSymlink != 0:
				w.links.note(path)
				return nil
			case !entry.IsDir():
				return nil
			case w.Ignore(entry.Name()):
				return fs.SkipDir
			}
			return w.add(path)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// add puts a watch on one folder. One that is gone again needs none.
func (w *Watcher) add(path string) error {
	if w.watched[path] {
		return nil
	}
	switch err := w.notifier.Add(path); {
	case err == nil:
		w.watched[path] = true
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.ENOTDIR):
	default:
		return limit(err)
	}
	return nil
}

// limit says that the system refused a watch.
func limit(err error) error { return fmt.Errorf("%w: %w", ErrLimit, err) }

// forget takes the watches from a folder and everything below it. The system
// would go on telling of them under their old names.
func (w *Watcher) forget(path string) {
	below := path + string(filepath.Separator)
	for watched := range w.watched {
		if watched == path || strings.HasPrefix(watched, below) {
			_ = w.notifier.Remove(watched) // it may be gone by itself
			delete(w.watched, watched)
		}
	}
}

func isFolder(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.IsDir()
}
