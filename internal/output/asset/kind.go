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
	"stadtbote/internal/site"
)

// New returns the kind that copies the files of static/ and the pictures that
// articles show.
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

// Plan yields every file of site.Assets and of site.Pictures.
func (k kind) Plan(s *site.Site) iter.Seq[output.File] {
	return func(yield func(output.File) bool) {
		for _, name := range slices.Sorted(maps.Keys(s.Assets)) {
			if !yield(k.asset(s, s.Assets[name])) {
				return
			}
		}
		for _, p := range s.Pictures {
			if !yield(k.picture(s, p)) {
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
		file.Make = func(w io.Writer) error { return copyTo(w, from) }
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

func (k kind) picture(s *site.Site, p site.Published) output.File {
	return output.File{
		Path:   s.File(p.URL),
		Origin: p.Source,
		Inputs: []output.Input{{Name: "file", Sum: p.Sum}},
		Make:   func(w io.Writer) error { return copyTo(w, source{k.Folder, p.Source}) },
	}
}

func writeSheet(w io.Writer, from source, name string, s *site.Site) error {
	css, err := fs.ReadFile(from.FS, from.path)
	if err != nil {
		return fmt.Errorf("reading %s: %w", from.path, err)
	}
	css = colored(name, css, s.Config)
	css = rewrite(name, css, references(css), s.Home(), s.Assets)
	if _, err := w.Write(css); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

func copyTo(w io.Writer, from source) error {
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
