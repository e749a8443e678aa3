package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// disk is all that this package asks of a file system: one folder, names
// slash-separated below it. Tests put a failing one in its place and let the
// n-th operation go wrong, for every n.
type disk interface {
	prepare() error // makes the folder itself
	lstat(name string) (fs.FileInfo, error)
	stat(name string) (stat Stat, ok bool) // of a regular file
	readFile(name string) ([]byte, error)
	readText(name string) (string, error) // of which parts are shared, not copied
	holds(name, text string) bool
	readDir(name string) ([]fs.DirEntry, error)
	mkdir(name string) error
	create(name string, data []byte) (fs.FileInfo, error) // a new file, whole
	pour(name string, what io.WriterTo) error             // likewise, of a large one
	rename(from, to string) error
	remove(name string) error   // a file or an empty folder
	flush(names []string) error // their bytes survive a power loss
	flushNames() error          // the names in the folder itself survive it
	lock(name string, text []byte) (unlock func() error, err error)
}

// rooted is a folder of this machine. Whatever changes what a reader sees goes
// through os.Root, so that a symbolic link in the output folder cannot lead a
// write outside. New files are created by plain paths: they lie in a staging
// folder that this process has just made, and os.Root, which opens every folder
// on the way, would cost half a second of processor time for 100,000 files.
type rooted struct {
	path string
	root *os.Root
	eye  eye
}

func (d *rooted) prepare() error {
	if d.root != nil {
		return nil
	}
	if err := os.MkdirAll(d.path, 0o777); err != nil {
		return err
	}
	root, err := os.OpenRoot(d.path)
	if err != nil {
		return err
	}
	d.root = root
	d.eye.renew()
	return nil
}

func (d *rooted) lstat(name string) (fs.FileInfo, error) { return os.Lstat(d.plain(name)) }

func (d *rooted) stat(name string) (Stat, bool) { return d.eye.stat(d.path, name) }

func (d *rooted) readFile(name string) ([]byte, error) { return os.ReadFile(d.plain(name)) }

// readText reads straight into the string: the kept form of a large site would
// else be in memory twice.
func (d *rooted) readText(name string) (string, error) {
	f, err := os.Open(d.plain(name))
	if err != nil {
		return "", err
	}
	defer f.Close() //nolint:errcheck // only read
	info, err := f.Stat()
	if err != nil {
		return "", err
	}
	var text strings.Builder
	text.Grow(int(info.Size()))
	_, err = io.Copy(&text, f)
	return text.String(), err
}

// holds reads piece by piece, for the same reason.
func (d *rooted) holds(name, text string) bool {
	f, err := os.Open(d.plain(name))
	if err != nil {
		return false
	}
	defer f.Close() //nolint:errcheck // only read
	piece := make([]byte, 64<<10)
	for {
		n, err := f.Read(piece)
		if n > len(text) || string(piece[:n]) != text[:n] {
			return false
		}
		text = text[n:]
		if err != nil {
			return errors.Is(err, io.EOF) && text == ""
		}
	}
}

func (d *rooted) readDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(d.plain(name)) }

func (d *rooted) plain(name string) string {
	if name == "." {
		return d.path
	}
	return d.path + string(filepath.Separator) + filepath.FromSlash(name)
}

func (d *rooted) mkdir(name string) error {
	if staged(name) {
		return os.Mkdir(d.plain(name), 0o777)
	}
	return d.root.Mkdir(name, 0o777)
}

func (d *rooted) create(name string, data []byte) (fs.FileInfo, error) {
	if !staged(name) {
		return nil, fmt.Errorf("creating %s outside the staging folder", name)
	}
	f, err := os.OpenFile(d.plain(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, err
	}
	_, err = f.Write(data)
	info, statErr := f.Stat()
	return info, errors.Join(err, statErr, f.Close())
}

func (d *rooted) pour(name string, what io.WriterTo) error {
	if !staged(name) {
		return fmt.Errorf("creating %s outside the staging folder", name)
	}
	f, err := os.OpenFile(d.plain(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = what.WriteTo(f)
	return errors.Join(err, f.Close())
}

func (d *rooted) rename(from, to string) error { return d.root.Rename(from, to) }

func (d *rooted) remove(name string) error { return d.root.Remove(name) }

// staged reports whether the name lies in a staging folder.
func staged(name string) bool {
	return name == stagingName || strings.HasPrefix(name, stagingName+"/")
}
