package cli

import (
	"io/fs"
	"syscall"
	"time"
)

// noted returns when the system last wrote a file's entry; zero if unknown.
func noted(info fs.FileInfo) time.Time {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return time.Unix(int64(stat.Ctim.Sec), int64(stat.Ctim.Nsec)) //nolint:unconvert // they are 32 bits wide on some processors
	}
	return time.Time{}
}
