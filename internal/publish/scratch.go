package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

// Scratch is a file for what a build cannot keep in memory. It is made with
// the first Append, may be used by many goroutines, and is gone after Close.
type Scratch struct {
	folder *Folder

	mu   sync.Mutex
	file *os.File
	end  int64
}

// Scratch returns a scratch file beside the cache.
func (f *Folder) Scratch() *Scratch { return &Scratch{folder: f} }

// Append writes data and returns where it lies.
func (s *Scratch) Append(data []byte) (at int64, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.file == nil {
		if err := s.folder.openCache(); err != nil {
			return 0, fmt.Errorf("making a scratch file: %w", err)
		}
		if s.file, err = os.CreateTemp(s.folder.cachePath(stagingName), "scratch-"); err != nil {
			return 0, fmt.Errorf("making a scratch file: %w", err)
		}
		s.unlink() // where an open file has no need of a name, a killed build leaves none
	}
	if _, err := s.file.WriteAt(data, s.end); err != nil {
		return 0, fmt.Errorf("writing a scratch file: %w", err)
	}
	at = s.end
	s.end += int64(len(data))
	return at, nil
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
