package publish

import (
	"fmt"
	"os"
	"path/filepath"
)

// Scratch is a file for what a build cannot keep in memory. It is made when it
// is first written, and is gone after Close. One goroutine writes, many read.
type Scratch struct {
	folder *Folder
	file   *os.File
}

// Scratch returns a scratch file beside the cache.
func (f *Folder) Scratch() *Scratch { return &Scratch{folder: f} }

// WriteAt writes data at a place.
func (s *Scratch) WriteAt(data []byte, at int64) error {
	if s.file == nil {
		if err := s.open(); err != nil {
			return fmt.Errorf("making a scratch file: %w", err)
		}
	}
	if _, err := s.file.WriteAt(data, at); err != nil {
		return fmt.Errorf("writing a scratch file: %w", err)
	}
	return nil
}

func (s *Scratch) open() (err error) {
	if err := s.folder.openCache(); err != nil {
		return err
	}
	if s.file, err = os.CreateTemp(s.folder.cachePath(stagingName), "scratch-"); err == nil {
		s.unlink() // where an open file has no need of a name, a killed build leaves none
	}
	return err
}

// ReadAt fills data with what lies at a place.
func (s *Scratch) ReadAt(data []byte, at int64) error {
	_, err := s.file.ReadAt(data, at)
	return err
}

// Close removes the file.
func (s *Scratch) Close() error {
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	s.unlink()
	return err
}

// unlink takes the file's name away, if that has not happened and can.
func (s *Scratch) unlink() { _ = os.Remove(s.file.Name()) }

func (f *Folder) cachePath(name string) string {
	return filepath.Join(f.cacheFolder, filepath.FromSlash(name))
}
