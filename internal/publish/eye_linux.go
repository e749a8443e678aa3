package publish

import (
	"os"
	"sync"

	"golang.org/x/sys/unix"
)

// eye looks at the files of one folder, and there are tens of thousands of
// them in each build. So it keeps the folder open: the system then need not walk
// down to it again for each file. From any goroutine.
type eye struct {
	once   sync.Once
	folder *os.File // nil where it could not be opened
}

// renew forgets the folder: another may lie there by now.
func (e *eye) renew() {
	if e.folder != nil {
		_ = e.folder.Close() // only read
	}
	e.once, e.folder = sync.Once{}, nil
}

// stat looks at a file below the folder; ok is false unless it is there and a
// regular file.
func (e *eye) stat(folder, name string) (stat Stat, ok bool) {
	e.once.Do(func() { e.folder, _ = os.Open(folder) })
	if e.folder == nil {
		return Stat{}, false
	}
	var now unix.Stat_t
	err := unix.Fstatat(int(e.folder.Fd()), name, &now, unix.AT_SYMLINK_NOFOLLOW)
	for err == unix.EINTR {
		err = unix.Fstatat(int(e.folder.Fd()), name, &now, unix.AT_SYMLINK_NOFOLLOW)
	}
	if err != nil || now.Mode&unix.S_IFMT != unix.S_IFREG {
		return Stat{}, false
	}
	return Stat{Size: now.Size, ModTime: now.Mtim.Nano()}, true
}
