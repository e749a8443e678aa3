package publish

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"stadtbote/internal/diag"
)

// Commit brings all staged files into place and removes those that an earlier
// build made and that are not among paths, the sorted list of all files of the
// site. It returns what it removed.
//
// Findings mean that something foreign is in the way, and nothing has changed.
// After an error each file is the old or the new one, and the next build
// completes the work. In any case the update is over.
func (u *Update) Commit(paths []string) (removed []string, findings diag.List, err error) {
	slices.Sort(u.staged)
	plan, err := u.surveyed(u.staged)
	if err != nil || len(plan.findings) > 0 {
		if plan != nil {
			findings = plan.findings
		}
		return nil, findings, errors.Join(err, u.Abort())
	}
	removed, err = u.carryOut(plan, paths)
	if err != nil {
		return removed, nil, errors.Join(err, u.Abort())
	}
	return removed, nil, nil
}

// carryOut changes the output folder, each step only after the one before.
func (u *Update) carryOut(plan *survey, paths []string) (removed []string, err error) {
	if err := u.announce(paths); err != nil {
		return nil, err
	}
	if err := u.makeRoom(plan.removals); err != nil {
		return nil, err
	}
	if err := u.moveAll(plan.units); err != nil {
		return nil, err
	}
	removed, err = u.prune(paths)
	if err != nil {
		return removed, err
	}
	if !slices.Equal(u.announced(paths), paths) {
		if err := u.folder.keepOwned(paths); err != nil {
			return removed, problem(ownedName, err)
		}
	}
	return removed, errors.Join(problem(stagingName, u.tidy(plan.units)), problem(stagingName, u.end()))
}

// announce writes down which files are about to be ours, and waits until the
// staged bytes are on the disk.
func (u *Update) announce(paths []string) error {
	if all := u.announced(paths); len(all) > len(u.owned) {
		if err := u.folder.keepOwned(all); err != nil {
			return problem(ownedName, err)
		}
	}
	names := make([]string, len(u.staged))
	for i, path := range u.staged {
		names[i] = stagingName + "/" + path
	}
	return problem(stagingName, u.folder.out.flush(names))
}

// announced is what the list of our files says while the update is on.
func (u *Update) announced(paths []string) []string { return union(u.owned, paths) }

// makeRoom removes our own files and folders that stand where something of
// another nature is to come.
func (u *Update) makeRoom(names []string) error {
	for _, name := range names {
		if err := u.folder.out.remove(name); err != nil {
			return problem(name, err)
		}
	}
	return nil
}

// moveAll renames: first what pages refer to, then the pages.
func (u *Update) moveAll(units map[string]bool) error {
	pages := map[string]bool{}
	for _, path := range u.staged {
		if !strings.HasSuffix(path, ".html") {
			continue
		}
		for at := range path {
			if path[at] == '/' && units[path[:at]] {
				pages[path[:at]] = true
			}
		}
		pages[path] = true
	}
	order := slices.SortedFunc(maps.Keys(units), func(a, b string) int {
		if pages[a] != pages[b] {
			if pages[a] {
				return 1
			}
			return -1
		}
		return cmp.Compare(a, b)
	})
	for _, name := range order {
		if err := u.folder.out.rename(stagingName+"/"+name, name); err != nil {
			return problem(name, err)
		}
	}
	return nil
}

// prune removes the files that are ours and no longer part of the site, and
// the folders that this empties.
func (u *Update) prune(paths []string) (removed []string, err error) {
	stays := func(string) bool { return false }
	if FoldsCase() {
		folded := foldedSet(paths)
		stays = func(path string) bool { return folded[strings.ToLower(path)] }
	}
	for _, path := range without(u.owned, paths) {
		if stays(path) {
			continue // the same file under a name that differs only in case
		}
		gone, err := u.removeOwn(path)
		if err == nil {
			err = u.pruneFolders(path)
		}
		if gone {
			removed = append(removed, path)
		}
		if err != nil {
			return removed, problem(path, err)
		}
	}
	return removed, nil
}

// removeOwn removes a file of ours. One that is gone, or is something else by
// now, does not count.
func (u *Update) removeOwn(path string) (gone bool, err error) {
	info, err := u.folder.out.lstat(path)
	if missing(err) || err == nil && !info.Mode().IsRegular() {
		return false, nil
	}
	if err == nil {
		err = u.folder.out.remove(path)
	}
	return err == nil, err
}

// missing reports whether an error says that there is no such file, also
// because one of its folders is a file now.
func missing(err error) bool { return errors.Is(err, fs.ErrNotExist) || notFolder(err) }

// pruneFolders removes the folders above a removed file as long as they are
// empty.
func (u *Update) pruneFolders(path string) error {
	for {
		at := strings.LastIndexByte(path, '/')
		if at < 0 {
			return nil
		}
		path = path[:at]
		info, err := u.folder.out.lstat(path)
		if missing(err) {
			continue
		}
		if err == nil && !info.IsDir() {
			return nil // a file by now
		}
		if err == nil {
			err = u.folder.out.remove(path)
		}
		if errors.Is(err, fs.ErrExist) { // not empty
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func foldedSet(paths []string) map[string]bool {
	set := make(map[string]bool, len(paths))
	for _, path := range paths {
		set[strings.ToLower(path)] = true
	}
	return set
}
