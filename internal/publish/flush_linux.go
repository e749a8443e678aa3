package publish

import (
	"os"

	"golang.org/x/sys/unix"
)

// flushAll puts everything written to the file system of a folder on the disk,
// and reports whether that was possible.
func flushAll(folder string) bool {
	f, err := os.Open(folder)
	if err != nil {
		return false
	}
	defer f.Close() //nolint:errcheck // opened for reading
	return unix.Syncfs(int(f.Fd())) == nil
}
