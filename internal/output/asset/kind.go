package asset

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"slices"

	"stadtbote/internal/output"
	"stadtbote/internal/picture/metadata"
	"stadtbote/internal/site"
)

// New returns the kind that copies the files of static/ and those that texts
// link. Pictures among them lose what is private: see package metadata.
func New(in Input) output.Kind {
	k := kind{Input: in, own: make(map[string]bool, len(in.Files))}
	for _, file := range in.Files {
		k.own[file] = true
	}
	return k
}

type kind struct {
	Input
	own map[string]bool // Files
}

func (kind) Name() string { return "asset" }

// Plan yields every file of site.Assets and of site.Linked.
func (k kind) Plan(s *site.Site) iter.Seq[output.File] {
	return func(yield func(output.File) bool) {
		for _, name := range slices.Sorted(maps.Keys(s.Assets)) {
			if !yield(k.asset(s, s.Assets[name])) {
				return
			}
		}
		for _, p := range s.Linked {
			if !yield(k.linked(s, p)) {
				return
			}
		}
	}
}

func (k kind) asset(s *site.Site, a site.Asset) output.File {
	file := output.File{
		Path:   s.File(a.URL),
		Origin: folder + a.Path,
		Inputs: []output.Input{{Name: "file", Sum: a.Sum}},
	}
	from := k.source(a.Path)
	if ending(a.Path) == "css" {
		file.Make = func(w io.Writer) error { return writeSheet(w, from, a.Path, s) }
	} else {
		file.Make = func(w io.Writer) error { return from.copyTo(w) }
	}
	return file
}

// source returns where a file of static/ comes from.
func (k kind) source(name string) source {
	if k.own[folder+name] {
		return source{k.Folder, folder + name}
	}
	return source{k.Embedded, name}
}

func (k kind) linked(s *site.Site, p site.Published) output.File {
	return output.File{
		Path:   s.File(p.URL),
		Origin: p.Source,
		Inputs: []output.Input{{Name: "file", Sum: p.Sum}},
		Make:   source{k.Folder, p.Source}.copyTo,
	}
}

func writeSheet(w io.Writer, from source, name string, s *site.Site) error {
	css, err := fs.ReadFile(from.FS, from.path)
	if err != nil {
		return fmt.Errorf("reading %s: %w", from.path, err)
	}
	css = colored(name, css, s.Config)
	css = slim(rewrite(name, css, references(css), s.Home(), s.Assets))
	if _, err := w.Write(css); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

// copyTo writes a file as it is, a picture without what is private.
func (from source) copyTo(w io.Writer) error {
	switch ending(from.path) {
	case "jpg", "jpeg", "png", "webp", "gif":
		return from.copyPicture(w)
	}
	f, err := from.Open(from.path)
	if err != nil {
		return fmt.Errorf("reading %s: %w", from.path, err)
	}
	_, err = io.Copy(w, f)
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("copying %s: %w", from.path, err)
	}
	return nil
}

// copyPicture writes a picture that keeps whose it is and how it is to be
// turned, and nothing else of what cameras write. A damaged one is copied.
func (from source) copyPicture(w io.Writer) error {
	data, err := fs.ReadFile(from.FS, from.path)
	if err != nil {
		return fmt.Errorf("reading %s: %w", from.path, err)
	}
	said := metadata.Read(data)
	if clean, err := metadata.Write(data, metadata.Data{Notes: said.Notes, Orientation: said.Orientation}); err == nil {
		data = clean
	}
	if _, err := w.Write(data); err != nil {
		return fmt.Errorf("writing %s: %w", from.path, err)
	}
	return nil
}
