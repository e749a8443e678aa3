// Package print makes the print version of every article: no navigation, link
// targets written out, the address it was printed from.
package print

import (
	"io"
	"iter"

	"stadtbote/internal/output"
	"stadtbote/internal/site"
	"stadtbote/internal/theme"
	"stadtbote/internal/view"
)

// template is the page that print versions are made by.
const template = "print.html"

// kind is output.Kind.
type kind struct {
	theme  *theme.Theme
	bodies output.Bodies
}

// New returns the kind of output that makes print versions by a theme.
func New(t *theme.Theme, bodies output.Bodies) output.Kind { return kind{t, bodies} }

// Name returns "print".
func (k kind) Name() string { return "print" }

// Plan yields the print version of every report, unless the site wants none. A
// withdrawn report has none. Neighbours and lists are no inputs: a print
// version shows nothing but its article.
func (k kind) Plan(s *site.Site) iter.Seq[output.File] {
	return func(yield func(output.File) bool) {
		if !s.Config.Outputs.Print {
			return
		}
		b := view.New(s)
		for _, e := range s.Articles {
			if !yield(k.file(s, b, e)) {
				return
			}
		}
	}
}

func (k kind) file(s *site.Site, b *view.Builder, e *site.Entry) output.File {
	inputs := []output.Input{
		{Name: "template", Sum: k.theme.Sum(template)},
		{Name: "site", Sum: s.Digest},
		{Name: "menu", Sum: b.Frame()},
		{Name: "article", Sum: e.Text},
	}
	if k.theme.Mentions(template, "Reports") || k.theme.Mentions(template, "Often") {
		inputs = append(inputs, output.Input{Name: "counts", Sum: b.Counts()})
	}
	return output.File{
		Path:   s.File(s.PrintURL(e)),
		Origin: e.Path,
		Inputs: inputs,
		Make: func(w io.Writer) error {
			body, err := k.bodies(e)
			if err != nil {
				return err
			}
			return k.theme.Render(w, template, b.Print(e, body))
		},
	}
}
