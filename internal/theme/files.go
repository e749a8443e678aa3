package theme

import (
	"io/fs"
	"path"
	"strings"

	"stadtbote/internal/diag"
)

// file is one template file as it was found.
type file struct {
	name string // below templates/: "partials/card.html"
	text string
	own  bool // from the site's folder, not embedded
}

// path returns the file's name as findings give it.
func (f file) path() string { return Folder + "/" + f.name }

// maxFile is the size above which a file is no template: no page needs a
// megabyte of markup around its content.
const maxFile = 1 << 20

// collect reads all template files; a site's own one replaces the embedded one.
func collect(embedded, own fs.FS) (map[string]file, diag.List) {
	files := make(map[string]file)
	var ds diag.List
	for _, layer := range []struct {
		fsys fs.FS
		own  bool
	}{{embedded, false}, {own, true}} {
		if layer.fsys == nil {
			continue
		}
		ds = append(ds, collectFrom(layer.fsys, layer.own, files)...)
	}
	return files, ds
}

// collectFrom adds the templates of one file system. A missing folder holds none.
func collectFrom(fsys fs.FS, own bool, files map[string]file) diag.List {
	var ds diag.List
	_ = fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil && name == ".":
			return fs.SkipAll
		case err != nil:
			ds.Report(Folder+"/"+name, diag.Pos{}, diag.TemplateUnreadable, err.Error())
			return nil
		case entry.IsDir() && strings.HasPrefix(entry.Name(), ".") && name != ".":
			return fs.SkipDir
		case entry.IsDir() || path.Ext(name) != ".html" || strings.HasPrefix(entry.Name(), "."):
			return nil
		}
		text, finding := readFile(fsys, name, entry)
		if finding != "" {
			ds.Report(Folder+"/"+name, diag.Pos{}, diag.TemplateUnreadable, finding)
			return nil
		}
		files[name] = file{name: name, text: text, own: own}
		return nil
	})
	return ds
}

// readFile returns the text of a template, or what is wrong with the file.
func readFile(fsys fs.FS, name string, entry fs.DirEntry) (text, finding string) {
	if info, err := entry.Info(); err == nil && info.Size() > maxFile {
		return "", "larger than 1 MiB"
	}
	raw, err := fs.ReadFile(fsys, name)
	if err != nil {
		return "", err.Error()
	}
	text = strings.TrimPrefix(string(raw), "\ufeff")
	return strings.ReplaceAll(text, "\r\n", "\n"), ""
}

// isPage reports whether a file is a page: it lies at the top, and is not the
// frame.
func isPage(name string) bool { return !strings.Contains(name, "/") && name != base }
