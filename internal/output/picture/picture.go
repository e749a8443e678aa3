// Package picture makes the files of the pictures that pages show: each in the
// widths that the recipe asks for, without what is private, and with the name
// of whoever it is from.
//
// Scaling is the most expensive thing that a build does, so a version is made
// once and kept in a Store under a name that says all it depends on. The words
// that go into a file are not among it: they are put in each time, which costs
// next to nothing, and a mended credit scales no picture again. All versions of
// a picture are made together, because decoding it is half of the work.
package picture

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"strings"

	"stadtbote/internal/digest"
	"stadtbote/internal/output"
	"stadtbote/internal/picture"
	"stadtbote/internal/picture/metadata"
	"stadtbote/internal/site"
)

// Input is what pictures are made from.
type Input struct {
	Folder   fs.FS // the site's folder
	Embedded fs.FS // the program's static/, rooted there; may be nil
	Store    Store
}

// Store keeps what is costly to make. It may be used by many goroutines, and
// may forget.
type Store interface {
	Load(key digest.Sum) (data []byte, known bool)
	Save(key digest.Sum, data []byte)
}

// New returns the kind that makes pictures.
func New(in Input) output.Kind {
	return kind{&workshop{Input: in, room: picture.NewRoom(), busy: map[digest.Sum]*bench{}}}
}

type kind struct{ *workshop }

func (kind) Name() string { return "picture" }

// Plan yields every version of every picture of the site.
func (k kind) Plan(s *site.Site) iter.Seq[output.File] {
	return func(yield func(output.File) bool) {
		recipe := s.Recipe.Sum()
		for _, shown := range s.Pictures {
			job := job{site: s, shown: shown, files: shown.Files()}
			notes := notesSum(shown.Notes)
			for n, v := range job.files {
				planned := yield(output.File{
					Path:   s.File(v.URL),
					Origin: shown.Info.Path,
					Inputs: []output.Input{{Name: "file", Sum: shown.Info.Digest}, {Name: "recipe", Sum: recipe}, {Name: "notes", Sum: notes}},
					Make:   func(w io.Writer) error { return k.write(w, job, n) },
				})
				if !planned {
					return
				}
			}
		}
	}
}

func notesSum(n metadata.Notes) digest.Sum {
	var b digest.Builder
	for _, text := range []string{n.Credit, n.Photographer, n.Rights, n.Licence, n.Caption} {
		b.Text(text)
	}
	return b.Name()
}

// Keys returns the names under which a Store keeps what a site shows.
func Keys(s *site.Site) iter.Seq[digest.Sum] {
	return func(yield func(digest.Sum) bool) {
		for _, shown := range s.Pictures {
			for _, v := range shown.Files() {
				if !v.Kept && !yield(key(s, shown.Info, v)) {
					return
				}
			}
		}
	}
}

// key names a version by all that its pixels depend on.
func key(s *site.Site, i *picture.Info, v site.Version) digest.Sum {
	return digest.Join(i.Digest, s.Recipe.Sum(), digest.String(fmt.Sprint(v.Type, v.Width)))
}

// job is a picture with its versions.
type job struct {
	site  *site.Site
	shown *site.Shown
	files []site.Version
}

// write writes a version with the words that belong to it.
func (k *workshop) write(w io.Writer, j job, n int) error {
	data, err := k.version(j, n)
	if err != nil {
		return err
	}
	if j.files[n].Type != "svg" {
		said := metadata.Data{Notes: j.shown.Notes}
		if data, err = metadata.Write(data, said); err != nil {
			return fmt.Errorf("labelling %s: %w", j.shown.Info.Path, err)
		}
	}
	if _, err := w.Write(data); err != nil {
		return fmt.Errorf("writing a version of %s: %w", j.shown.Info.Path, err)
	}
	return nil
}

// read returns the bytes of a source, which must still be those that were
// looked at.
func (k *workshop) read(i *picture.Info) ([]byte, error) {
	data, err := fs.ReadFile(k.Folder, i.Path)
	if below, ok := strings.CutPrefix(i.Path, "static/"); ok && errors.Is(err, fs.ErrNotExist) && k.Embedded != nil {
		data, err = fs.ReadFile(k.Embedded, below)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &output.ChangedError{Path: i.Path}
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", i.Path, err)
	}
	if digest.Bytes(data) != i.Digest {
		return nil, &output.ChangedError{Path: i.Path}
	}
	return data, nil
}
