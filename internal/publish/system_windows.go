package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// lockedAt is where the locked byte lies: far behind the text, so that others
// can read who holds the lock.
const lockedAt = 1 << 10

// tryLock takes the lock of an open file and reports whether it was free.
func tryLock(f *os.File) (free bool, err error) {
	at := &windows.Overlapped{OffsetHigh: lockedAt}
	err = windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, at)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return false, nil
	}
	return err == nil, err
}

// flushFolder does nothing: Windows keeps names in order by itself.
func flushFolder(string) error { return nil }

// notFolder reports whether a path failed because a folder in it is a file.
func notFolder(err error) bool { return errors.Is(err, windows.ERROR_PATH_NOT_FOUND) }
