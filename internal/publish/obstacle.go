package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"stadtbote/internal/diag"
)

// survey looks at the output folder before anything in it changes. It finds
// out which staged folders are new as a whole, what of ours must make room (a
// file where a folder is needed, or a folder where a file is), and what of
// others is in the way.
type survey struct {
	folder   *Folder
	owned    []string
	known    map[string]bool // folder → exists
	units    map[string]bool // what is renamed: a file, or a folder that is new
	removals []string        // ours, to be removed before renaming: files, then their folders
	findings diag.List
}

// surveyed returns the survey for sorted staged paths.
func (u *Update) surveyed(staged []string) (*survey, error) {
	s := &survey{folder: u.folder, owned: u.owned, known: map[string]bool{".": true}, units: map[string]bool{}}
	for _, path := range staged {
		if err := s.look(path); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// look finds what is in the way of one staged file, and the largest thing that
// can be renamed to bring it into place.
func (s *survey) look(path string) error {
	for at := 0; ; {
		next := strings.IndexByte(path[at:], '/')
		if next < 0 {
			break
		}
		at += next
		exists, err := s.exists(path[:at], path)
		if err != nil {
			return err
		}
		if !exists {
			s.units[path[:at]] = true
			return nil
		}
		at++
	}
	s.units[path] = true
	return s.lookAtFile(path)
}

// exists reports whether a folder that the file needs is there.
func (s *survey) exists(folder, file string) (bool, error) {
	if exists, known := s.known[folder]; known {
		return exists, nil
	}
	info, err := s.folder.out.lstat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return false, problem(folder, err)
	case info.IsDir():
		s.known[folder] = true
		return true, nil
	default:
		s.displace(folder, info, file)
	}
	s.known[folder] = false
	return false, nil
}

// lookAtFile judges what lies at the place of a staged file itself.
func (s *survey) lookAtFile(path string) error {
	info, err := s.folder.out.lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return problem(path, err)
	case info.IsDir():
		return s.displaceFolder(path, path)
	case !info.Mode().IsRegular() || !has(s.owned, path):
		s.blame(path, info.Mode(), path)
	}
	return nil
}

// displace plans to remove a file of ours from where a folder is needed.
func (s *survey) displace(name string, info fs.FileInfo, file string) {
	if !info.Mode().IsRegular() || !has(s.owned, name) {
		s.blame(name, info.Mode(), file)
		return
	}
	s.removals = append(s.removals, name)
}

// displaceFolder plans to remove a folder, all of whose files are ours, from
// where a file is needed.
func (s *survey) displaceFolder(folder, file string) error {
	entries, err := s.folder.out.readDir(folder)
	if err != nil {
		return problem(folder, fmt.Errorf("listing: %w", err))
	}
	for _, entry := range entries {
		name := folder + "/" + entry.Name()
		switch {
		case entry.IsDir():
			if err := s.displaceFolder(name, file); err != nil {
				return err
			}
		case !entry.Type().IsRegular() || !has(s.owned, name):
			s.blame(name, entry.Type(), file)
		default:
			s.removals = append(s.removals, name)
		}
	}
	s.removals = append(s.removals, folder)
	return nil
}

// blame reports what is in a file's way and not ours.
func (s *survey) blame(name string, mode fs.FileMode, file string) {
	code := diag.ForeignFile
	if !mode.IsRegular() {
		code = diag.StrangeOutput
	}
	s.findings.Report("", diag.Pos{}, code, name, file)
}
