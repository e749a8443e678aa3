package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// ignoreRule keeps the cache out of the site's repository.
const ignoreRule = "# made by stadtbote, may be deleted\n*\n"

// durability tells what a kept file must survive.
type durability bool

const (
	durable    durability = true  // a power loss
	disposable durability = false // nothing: a damaged one is noticed and made again
)

// memory is where this output folder's own memory lies in the cache.
func (f *Folder) memory(name string) string { return f.key + "." + name }

// Recall returns what Keep last kept for this output folder under a name; ""
// if that is nothing.
func (f *Folder) Recall(name string) (string, error) { return f.recall(f.memory(name)) }

// StillKeeps reports whether Recall would return this text.
func (f *Folder) StillKeeps(name, text string) bool { return f.cache.holds(f.memory(name), text) }

// Keep remembers what is written to it for this output folder. The old or the
// new is there at any time; after a power loss perhaps neither, so what is
// written must show damage.
func (f *Folder) Keep(name string, what io.WriterTo) error {
	return problem(name, f.keep(f.memory(name), what, disposable))
}

// RecallShared returns what KeepShared last kept under a name, for whichever
// output folder.
func (f *Folder) RecallShared(name string) (string, error) { return f.recall(name) }

// Recall returns what a Folder at that place last kept under a name by
// KeepShared. Nothing is made there, and nobody is kept out; a build may be
// under way, and what it keeps comes into place whole.
func Recall(at Place, name string) (string, error) {
	f, _, err := Open(at)
	if f == nil {
		return "", err
	}
	return f.recall(name)
}

// KeepShared remembers what is written for all output folders that share the
// cache.
func (f *Folder) KeepShared(name string, what io.WriterTo) error {
	return problem(name, f.keep(name, what, disposable))
}

func (f *Folder) recall(name string) (string, error) {
	text, err := f.cache.readText(name)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("reading the cache: %w", err)
	}
	return text, nil
}

func (f *Folder) keep(name string, what io.WriterTo, how durability) error {
	if err := f.openCache(); err != nil {
		return fmt.Errorf("making the cache folder: %w", err)
	}
	fresh := stagingName + "/" + f.key + "." + name
	if err := f.cache.remove(fresh); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("clearing the cache: %w", err)
	}
	if err := f.cache.pour(fresh, what); err != nil {
		return fmt.Errorf("writing the cache: %w", err)
	}
	if how == durable {
		if err := f.cache.flush([]string{fresh}); err != nil {
			return fmt.Errorf("writing the cache: %w", err)
		}
	}
	if err := f.cache.rename(fresh, name); err != nil {
		return fmt.Errorf("writing the cache: %w", err)
	}
	if how == durable {
		return f.cache.flushNames()
	}
	return nil
}

// openCache makes the cache folder where it is missing.
func (f *Folder) openCache() error {
	if err := f.cache.prepare(); err != nil {
		return err
	}
	err := f.cache.mkdir(stagingName)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := f.cache.lstat(".gitignore"); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	const fresh = stagingName + "/.gitignore"
	if err := f.cache.remove(fresh); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if _, err := f.cache.create(fresh, []byte(ignoreRule)); err != nil {
		return err
	}
	return f.cache.rename(fresh, ".gitignore")
}
