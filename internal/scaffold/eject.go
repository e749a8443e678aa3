package scaffold

import (
	"errors"
	"io/fs"
	"strings"
)

// Ejectable returns the names of all files of embedded folders that Eject
// knows, ordered: "static/css/site.css", "templates/article.html", ….
func Ejectable(folders ...fs.FS) []string {
	var names []string
	for _, folder := range folders {
		err := fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				names = append(names, name)
			}
			return err
		})
		if err != nil {
			panic("scaffold: " + err.Error()) // embedded files can be read
		}
	}
	return names
}

// Eject returns the embedded file of that name for changing. The name may do
// without its first folder: "article.html", "css/site.css". The error wraps
// fs.ErrNotExist where there is none.
func Eject(name string, folders ...fs.FS) (File, error) {
	name = strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "./")
	for _, prefix := range []string{"", "templates/", "static/"} {
		for _, folder := range folders {
			data, err := fs.ReadFile(folder, prefix+name)
			if err == nil {
				return File{prefix + name, data}, nil
			}
			if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrInvalid) {
				continue // a folder
			}
		}
	}
	return File{}, &fs.PathError{Op: "eject", Path: name, Err: fs.ErrNotExist}
}
