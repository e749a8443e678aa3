package cli

import (
	"io/fs"
	"syscall"
	"time"
)

// noted returns when the system last wrote a file's entry; zero if unknown.
func noted(info fs.FileInfo) time.Time {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return time.Unix(stat.Ctimespec.Sec, stat.Ctimespec.Nsec)
	}
	return time.Time{}
}
