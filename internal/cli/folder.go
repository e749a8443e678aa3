package cli

import (
	"io/fs"
	"os"
	"time"
)

// A file can be changed so that neither its size nor its time shows it: tar,
// rsync and cp -p put old times back, and a text of the same length is quickly
// written. Where the system notes as well when it last wrote the file's entry
// (Unix; nobody can put that back), the later of both times is the file's time.

// folder is the site's folder as a file system whose files have that time.
type folder struct{ inner fs.ReadLinkFS }

// folderOf returns the folder of a path of this machine.
func folderOf(path string) fs.FS {
	inner, ok := os.DirFS(path).(fs.ReadLinkFS)
	if !ok {
		return os.DirFS(path) // never, by its documentation
	}
	return folder{inner}
}

func (f folder) Open(name string) (fs.File, error) {
	file, err := f.inner.Open(name)
	if err != nil {
		return nil, err
	}
	return openFile{file}, nil
}

func (f folder) ReadFile(name string) ([]byte, error)   { return fs.ReadFile(f.inner, name) }
func (f folder) ReadLink(name string) (string, error)   { return f.inner.ReadLink(name) }
func (f folder) Lstat(name string) (fs.FileInfo, error) { return later(f.inner.Lstat(name)) }
func (f folder) Stat(name string) (fs.FileInfo, error)  { return later(fs.Stat(f.inner, name)) }

func (f folder) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(f.inner, name)
	for i, entry := range entries {
		entries[i] = dirEntry{entry}
	}
	return entries, err
}

type openFile struct{ fs.File }

func (f openFile) Stat() (fs.FileInfo, error) { return later(f.File.Stat()) }

type dirEntry struct{ fs.DirEntry }

func (e dirEntry) Info() (fs.FileInfo, error) { return later(e.DirEntry.Info()) }

// fileInfo is what is known of a file, with the later of its times.
type fileInfo struct {
	fs.FileInfo
	time time.Time
}

func (i fileInfo) ModTime() time.Time { return i.time }

func later(info fs.FileInfo, err error) (fs.FileInfo, error) {
	if err != nil || info.IsDir() {
		return info, err
	}
	if noted := noted(info); noted.After(info.ModTime()) {
		return fileInfo{info, noted}, nil
	}
	return info, nil
}
