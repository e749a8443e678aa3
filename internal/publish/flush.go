package publish

import (
	"errors"
	"fmt"
	"os"
)

// manyFiles is the number of new files above which one flush of the whole file
// system is cheaper than one of each file.
const manyFiles = 256

// flush asks the operating system to put the files' bytes on the disk, so that
// after a power loss no renamed file is empty.
func (d *rooted) flush(names []string) error {
	if len(names) > manyFiles && flushAll(d.path) {
		return nil
	}
	for _, name := range names {
		if err := flushFile(d.plain(name)); err != nil {
			return fmt.Errorf("flushing %s: %w", name, err)
		}
	}
	return nil
}

func (d *rooted) flushNames() error {
	if err := flushFolder(d.path); err != nil {
		return fmt.Errorf("flushing the names in %s: %w", d.path, err)
	}
	return nil
}

func flushFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
