package publish

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Single writes one file outside any output folder, as a whole: who looks sees
// the old file or the new one. The path is one of this machine; an error of
// write leaves the old file as it is.
func Single(path string, write func(w io.Writer) error) error {
	part := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d.part", filepath.Base(path), os.Getpid()))
	_ = os.Remove(part) // of a process long gone
	f, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return fmt.Errorf("making %s: %w", path, err)
	}
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(part, path)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, errors.Join(err, os.Remove(part)))
	}
	return flushFolder(filepath.Dir(path))
}
