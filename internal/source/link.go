package source

import (
	"errors"
	"io/fs"
	"path"
	"strings"
)

var (
	errLeaves = errors.New("leads out of the folder")
	errCircle = errors.New("runs in a circle")
)

// maxHops is how many symbolic links one path may run through: Linux's limit.
const maxHops = 40

// resolve returns where a path leads once all symbolic links in it are
// followed. With errLeaves, the result is what the leaving link says.
// A file system that cannot tell where links lead is not trusted.
func resolve(fsys fs.FS, name string) (string, error) {
	if _, ok := fsys.(fs.ReadLinkFS); !ok {
		return name, errLeaves
	}
	done, rest, last, hops := "", name, name, 0
	for rest != "" {
		part, after, _ := strings.Cut(rest, "/")
		rest = after
		next := path.Join(done, part)
		if next == ".." || strings.HasPrefix(next, "../") {
			return last, errLeaves
		}
		info, err := fs.Lstat(fsys, orDot(next))
		if err != nil {
			return next, err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			done = next
			continue
		}
		if hops++; hops > maxHops {
			return next, errCircle
		}
		target, err := fs.ReadLink(fsys, next)
		if err != nil {
			return next, err
		}
		target = strings.ReplaceAll(target, `\`, "/") // Windows
		last = target
		if path.IsAbs(target) || len(target) > 1 && target[1] == ':' {
			return target, errLeaves
		}
		rest = strings.TrimSuffix(path.Clean(target)+"/"+rest, "/")
	}
	return orDot(done), nil
}

func orDot(name string) string {
	if name == "" {
		return "."
	}
	return name
}
