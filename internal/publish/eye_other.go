//go:build !linux

package publish

import (
	"os"
	"path/filepath"
)

// eye looks at the files of one folder.
type eye struct{}

// renew forgets the folder: another may lie there by now.
func (*eye) renew() {}

// stat looks at a file below the folder; ok is false unless it is there and a
// regular file.
func (*eye) stat(folder, name string) (stat Stat, ok bool) {
	info, err := os.Lstat(folder + string(filepath.Separator) + filepath.FromSlash(name))
	if err != nil || !info.Mode().IsRegular() {
		return Stat{}, false
	}
	return statOf(info), true
}
