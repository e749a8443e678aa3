package build

import (
	"bytes"
	"io"
	"path"
	"slices"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"

	"stadtbote/internal/digest"
	"stadtbote/internal/output"
)

// encoding is one way to send a file shorter. Web servers look for the file of
// the same name with its ending.
type encoding struct {
	ending string
	open   func(io.Writer) io.WriteCloser
}

// encodings are fixed to the level: equal bytes make equal bytes.
func encodings() []encoding {
	return []encoding{
		{".gz", func(w io.Writer) io.WriteCloser {
			z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
			if err != nil {
				panic(err) // the level exists
			}
			return z
		}},
		{".br", func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, brotliLevel) }},
	}
}

// brotliLevel is below the library's highest, 11, because every changed page is
// compressed in every build.
const brotliLevel = 9

// compressed returns the shorter forms of all text files among those given.
func compressed(files []output.File) []output.File {
	var more []output.File
	for _, f := range files {
		if !isText(f.Path) {
			continue
		}
		for _, e := range encodings() {
			more = append(more, output.File{
				Path:   f.Path + e.ending,
				Origin: f.Origin,
				Naming: func() []output.Input {
					return append(slices.Clip(f.Named()), output.Input{Name: "compression", Sum: digest.String(e.ending)})
				},
				Make: func(w io.Writer) error { return e.write(w, f) },
			})
		}
	}
	return more
}

// write makes a file and writes it in its shorter form.
func (e encoding) write(w io.Writer, f output.File) error {
	var plain bytes.Buffer
	if err := f.Make(&plain); err != nil {
		return err
	}
	short := e.open(w)
	if _, err := short.Write(plain.Bytes()); err != nil {
		return err
	}
	return short.Close()
}

// isText reports whether a file is of a type that gets much shorter.
func isText(name string) bool {
	switch path.Ext(name) {
	case ".html", ".css", ".js", ".mjs", ".json", ".xml", ".atom", ".rss", ".svg", ".txt", ".ics", ".webmanifest", ".md", ".csv":
		return true
	}
	return false
}
