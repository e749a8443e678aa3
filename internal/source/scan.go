package source

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"stadtbote/internal/diag"
)

// Scan lists the files of the folders named by roots and of all folders in
// them, ordered by path. A root that does not exist has no files. Files that
// an author has to do something about are left out and reported; the error is
// for failures of the machine.
func Scan(fsys fs.FS, roots ...string) ([]File, diag.List, error) {
	s := scan{fsys: fsys}
	for _, root := range roots {
		if err := s.root(path.Clean(root)); err != nil {
			return nil, s.diags, err
		}
	}
	byPath := func(a, b File) int { return strings.Compare(a.Path, b.Path) }
	if !slices.IsSortedFunc(s.files, byPath) {
		slices.SortFunc(s.files, byPath)
	}
	s.files = slices.CompactFunc(s.files, func(a, b File) bool { return a.Path == b.Path })
	return s.files, s.diags, nil
}

// scan is one walk in progress.
type scan struct {
	fsys  fs.FS
	files []File
	diags diag.List
}

func (s *scan) root(root string) error {
	info, err := fs.Lstat(s.fsys, root)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case errors.Is(err, fs.ErrPermission):
		s.report(root, diag.Unreadable, reason(err))
		return nil
	case err != nil:
		return fmt.Errorf("looking at %s: %w", root, err)
	case info.Mode()&fs.ModeSymlink != 0:
		s.link(root)
		return nil
	case !info.IsDir():
		s.report(root, diag.NotFolder, root)
		return nil
	}
	return s.folder(root)
}

// folder lists one folder and all below it.
func (s *scan) folder(dir string) error {
	entries, err := fs.ReadDir(s.fsys, dir)
	if errors.Is(err, fs.ErrPermission) {
		s.report(dir, diag.Unreadable, reason(err))
		return nil
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil // vanished meanwhile
	}
	if err != nil {
		return fmt.Errorf("listing %s: %w", dir, err)
	}
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return PassedOver(e.Name()) })
	s.checkNames(dir, entries)
	s.files = slices.Grow(s.files, len(entries))
	looks := looks(entries)
	for i, entry := range entries {
		if err := s.entry(join(dir, entry.Name()), entry, looks[i]); err != nil {
			return err
		}
	}
	return nil
}

// a look is how an entry of a folder looks.
type look struct {
	info fs.FileInfo
	err  error
}

// A file system takes its time for each file, one on another machine most of
// all. So a large folder is looked at by several at once.
const (
	lookers     = 4
	largeFolder = 256 // entries
)

// looks looks at all regular files among the entries of a folder.
func looks(entries []fs.DirEntry) []look {
	all := make([]look, len(entries))
	some := func(from, upto int) {
		for i := from; i < upto; i++ {
			if entries[i].Type().IsRegular() {
				all[i].info, all[i].err = entries[i].Info()
			}
		}
	}
	if len(entries) < largeFolder {
		some(0, len(entries))
		return all
	}
	var every sync.WaitGroup
	for n := range lookers {
		every.Go(func() { some(n*len(entries)/lookers, (n+1)*len(entries)/lookers) })
	}
	every.Wait()
	return all
}

func (s *scan) entry(name string, entry fs.DirEntry, look look) error {
	switch mode := entry.Type(); {
	case !fs.ValidPath(name): // not UTF-8, and reported as such
		return nil
	case mode.IsDir():
		return s.folder(name)
	case mode&fs.ModeSymlink != 0:
		s.link(name)
		return nil
	case !mode.IsRegular():
		s.report(name, diag.NotRegular, mode.String())
		return nil
	}
	switch {
	case errors.Is(look.err, fs.ErrNotExist): // vanished meanwhile
		return nil
	case errors.Is(look.err, context.Canceled):
		return fmt.Errorf("looking at %s: %w", name, look.err)
	case look.err != nil:
		s.report(name, diag.Unreadable, reason(look.err))
		return nil
	}
	s.add(name, look.info)
	return nil
}

func (s *scan) add(name string, info fs.FileInfo) {
	s.files = append(s.files, File{Path: name, Size: info.Size(), ModTime: info.ModTime().UnixNano()})
}

// link adds the file that a symbolic link leads to, if that stays inside.
func (s *scan) link(name string) {
	target, err := resolve(s.fsys, name)
	switch {
	case errors.Is(err, errLeaves):
		s.report(name, diag.LinkLeaves, target)
		return
	case err != nil:
		s.report(name, diag.LinkBroken, target)
		return
	}
	info, err := fs.Stat(s.fsys, target)
	switch {
	case err != nil:
		s.report(name, diag.LinkBroken, target)
	case info.IsDir():
		s.report(name, diag.LinkToFolder, target)
	case !info.Mode().IsRegular():
		s.report(name, diag.NotRegular, info.Mode().Type().String())
	default:
		s.add(name, info)
	}
}

// checkNames reports names that make trouble on other systems.
func (s *scan) checkNames(dir string, entries []fs.DirEntry) {
	seen := map[string]string{} // by what is the same on other systems
	differ := !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return !plain(e.Name()) })
	for _, entry := range entries {
		name := entry.Name()
		if !utf8.ValidString(name) {
			shown := strings.ToValidUTF8(name, "�")
			s.report(join(dir, shown), diag.NameNotUTF8, shown, allowed(name))
			continue
		}
		if culprit, better := forbidden(name); culprit != "" {
			s.report(join(dir, name), diag.ForbiddenName, name, culprit, better)
		}
		if differ {
			continue
		}
		key := strings.ToLower(norm.NFC.String(name))
		if first, clash := seen[key]; clash {
			s.report(join(dir, name), diag.CaseClash, first, name)
			continue
		}
		seen[key] = name
	}
}

// plain reports whether a name is the same on all systems: two such names of one
// folder differ everywhere.
func plain(name string) bool {
	for i := range len(name) {
		if c := name[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}

func (s *scan) report(name string, code diag.Code, args ...any) {
	s.diags.Report(name, diag.Pos{}, code, args...)
}

// join is path.Join for a clean folder and one name.
func join(dir, name string) string {
	if dir == "." {
		return name
	}
	return dir + "/" + name
}

// reason returns an error of the file system without its path, which the
// finding names anyway.
func reason(err error) string {
	if pathErr, ok := errors.AsType[*fs.PathError](err); ok {
		return pathErr.Err.Error()
	}
	return err.Error()
}
