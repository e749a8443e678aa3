// Package output says what a kind of output is: a plan of files, each of which
// names what it is made from and can make itself.
//
// A new output is one package below this one and one line in package build.
package output

import (
	"io"
	"iter"

	"stadtbote/internal/digest"
	"stadtbote/internal/markdown"
	"stadtbote/internal/site"
)

// Kind is one kind of output: article pages, feeds, the sitemap.
type Kind interface {
	// Name is short and stable: "page", "print", "feed".
	Name() string
	// Plan yields every file of this kind, without making one. It is cheap.
	Plan(s *site.Site) iter.Seq[File]
}

// File is one file of the finished site.
type File struct {
	Path   string  // slash-separated, relative to the output folder
	Origin string  // file that it is mainly made from, for messages; may be ""
	Inputs []Input // equal inputs make equal bytes
	// Naming returns Inputs where it takes work to name them; else nil. A preview
	// that shows one page does not wait for the names of ten thousand.
	Naming func() []Input
	// Make writes the file's bytes. It may be called from any goroutine, and
	// more than once.
	Make func(w io.Writer) error
}

// Named returns the inputs of a file, however they are given.
func (f *File) Named() []Input {
	if f.Naming != nil {
		return f.Naming()
	}
	return f.Inputs
}

// Teller is a writer that wants to know what the bytes say where it cannot be
// read from them, because they are compressed.
type Teller interface {
	// Tell takes the text of a file, in any order of its parts.
	Tell(text func() string)
}

// Tell tells a writer the text of what is written to it, if it wants to know.
func Tell(w io.Writer, text func() string) {
	if teller, wants := w.(Teller); wants {
		teller.Tell(text)
	}
}

// Input is one named thing that a file is made from.
type Input struct {
	Name string // "article", "list", "template", …: shown by --explain
	Sum  digest.Sum
}

// ChangedError means that a source file is not what it was when the site was
// planned. The build starts again.
type ChangedError struct {
	Path string // of the source
}

func (c *ChangedError) Error() string { return c.Path + " changed during the build" }

// Bodies returns the finished body of an article, still without addresses. It
// reads the text again where this build has not parsed it; an error means that
// the file changed or vanished meanwhile.
type Bodies func(e *site.Entry) (markdown.Fragment, error)

// Texts returns the text of an article's file and its parsed body, both read
// again. An error means that the file changed or vanished meanwhile.
type Texts func(e *site.Entry) ([]byte, *markdown.Document, error)
