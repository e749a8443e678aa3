package publish

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"stadtbote/internal/diag"
)

// stagingName is the folder in which an update grows, in the output folder, so
// that a rename never crosses file systems.
const stagingName = ".stadtbote-new"

// Stat is how a file looks from outside. Equal stats mean an untouched file.
type Stat struct {
	Size    int64 // bytes
	ModTime int64 // nanoseconds since 1970
}

func statOf(info fs.FileInfo) Stat {
	return Stat{Size: info.Size(), ModTime: info.ModTime().UnixNano()}
}

// Stat looks at a file of the output folder; ok is false unless it is there
// and a regular file.
func (f *Folder) Stat(path string) (stat Stat, ok bool) {
	return f.out.stat(path)
}

// Read returns the bytes of a file of the output folder.
func (f *Folder) Read(path string) ([]byte, error) {
	data, err := f.out.readFile(path)
	if err != nil {
		return nil, problem(path, err)
	}
	return data, nil
}

// Holds reports whether the file of that path has exactly these bytes.
func (f *Folder) Holds(path string, data []byte) (stat Stat, same bool) {
	stat, ok := f.Stat(path)
	if !ok || stat.Size != int64(len(data)) {
		return Stat{}, false
	}
	there, err := f.out.readFile(path)
	return stat, err == nil && bytes.Equal(there, data)
}

// Update is one change of a Folder. It holds the folder's lock until Commit or
// Abort, one of which must be called.
type Update struct {
	folder *Folder
	owned  []string // sorted: what was ours when the update began
	unlock func() error

	mu     sync.RWMutex
	made   map[string]bool // folders of the staging tree, relative to it
	staged []string
}

// Begin makes the output folder where it is missing, takes its lock and makes
// the staging folder. A finding means that the folder cannot be used now.
func (f *Folder) Begin() (*Update, diag.List, error) {
	if err := f.out.prepare(); err != nil {
		return nil, nil, problem(f.path, err)
	}
	unlock, err := f.hold()
	var held *heldError
	if errors.As(err, &held) {
		return nil, diag.List{held.finding(f.path)}, nil
	}
	if err != nil {
		return nil, nil, problem(f.path, err)
	}
	u := &Update{folder: f, unlock: unlock, made: map[string]bool{}}
	if err := u.prepare(); err != nil {
		return nil, nil, errors.Join(problem(f.path, err), u.Abort())
	}
	return u, nil, nil
}

// hold takes the lock. Another build that is just ending may remove the lock
// file or its folder in between: then once more.
func (f *Folder) hold() (unlock func() error, err error) {
	for range 10 {
		if err := f.out.mkdir(stagingName); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		unlock, err = f.out.lock(lockName, f.host.text())
		if !errors.Is(err, errMoved) && !errors.Is(err, fs.ErrNotExist) {
			break
		}
	}
	return unlock, err
}

// prepare clears what a killed build left, and learns what is ours.
func (u *Update) prepare() error {
	if err := u.folder.clear(stagingName, lockName); err != nil {
		return fmt.Errorf("clearing %s: %w", stagingName, err)
	}
	var err error
	u.owned, err = u.folder.owned()
	return err
}

// Own tells of files that are known to be ours from elsewhere, in case the list
// of them was lost. The paths are sorted.
func (u *Update) Own(paths []string) { u.owned = union(u.owned, paths) }

// clear removes everything in a folder except one file.
func (f *Folder) clear(folder, except string) error {
	entries, err := f.out.readDir(folder)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		path := folder + "/" + entry.Name()
		if path == except {
			continue
		}
		if entry.IsDir() {
			if err := f.clear(path, except); err != nil {
				return err
			}
		}
		if err := f.out.remove(path); err != nil {
			return err
		}
	}
	return nil
}

// Stage puts a file into the staging folder. Each path at most once; from any
// goroutine.
func (u *Update) Stage(path string, data []byte) (Stat, error) {
	if finding := CheckName(path, ""); len(finding) > 0 {
		return Stat{}, &Problem{Finding: finding[0], Err: fs.ErrInvalid}
	}
	if at := strings.LastIndexByte(path, '/'); at >= 0 {
		if err := u.mkdir(path[:at]); err != nil {
			return Stat{}, problem(path, err)
		}
	}
	info, err := u.folder.out.create(stagingName+"/"+path, data)
	if err != nil {
		return Stat{}, problem(path, err)
	}
	u.mu.Lock()
	u.staged = append(u.staged, path)
	u.mu.Unlock()
	return statOf(info), nil
}

// mkdir makes a folder of the staging tree and those above it. Two goroutines
// may try at once: the second finds it made.
func (u *Update) mkdir(folder string) error {
	u.mu.RLock()
	made := u.made[folder]
	u.mu.RUnlock()
	if made {
		return nil
	}
	if at := strings.LastIndexByte(folder, '/'); at >= 0 {
		if err := u.mkdir(folder[:at]); err != nil {
			return err
		}
	}
	if err := u.folder.out.mkdir(stagingName + "/" + folder); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	u.mu.Lock()
	u.made[folder] = true
	u.mu.Unlock()
	return nil
}

// Abort throws the update away. Readers have seen nothing of it.
func (u *Update) Abort() error {
	cleared := u.folder.clear(stagingName, lockName)
	return errors.Join(cleared, u.end())
}

// end lets go of the lock and removes the empty staging folder.
func (u *Update) end() error {
	if err := u.unlock(); err != nil {
		return err
	}
	err := u.folder.out.remove(stagingName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		if entries, readErr := u.folder.out.readDir(stagingName); readErr == nil && len(entries) > 0 {
			return nil // the next build has begun already
		}
	}
	return err
}

// tidy removes what is left of the staging tree after everything in it has
// moved: the folders whose counterparts existed, the deepest first.
func (u *Update) tidy(moved map[string]bool) error {
	var rest []string
	for folder := range u.made {
		if !movedAlong(folder, moved) {
			rest = append(rest, folder)
		}
	}
	slices.SortFunc(rest, func(a, b string) int { return cmp.Compare(b, a) })
	for _, folder := range rest {
		if err := u.folder.out.remove(stagingName + "/" + folder); err != nil {
			return fmt.Errorf("clearing %s: %w", stagingName, err)
		}
	}
	return nil
}

// movedAlong reports whether a folder or one above it was renamed as a whole.
func movedAlong(folder string, moved map[string]bool) bool {
	for {
		if moved[folder] {
			return true
		}
		at := strings.LastIndexByte(folder, '/')
		if at < 0 {
			return false
		}
		folder = folder[:at]
	}
}

// Empty reports whether the output folder holds nothing but the staging folder.
func (f *Folder) Empty() bool {
	entries, err := f.out.readDir(".")
	if err != nil {
		return false
	}
	return len(entries) == 0 || len(entries) == 1 && entries[0].Name() == stagingName
}
