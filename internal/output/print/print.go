// Package print makes the print version of every article: no navigation, link
// targets written out, the address it was printed from.
package print

import (
	"io"
	"iter"
	"slices"

	"stadtbote/internal/digest"
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
		common := k.common(s, b)
		versions := make([]version, len(s.Articles))
		for i, e := range s.Articles {
			v := &versions[i]
			*v = version{kind: &k, view: b, entry: e, common: common}
			if !yield(output.File{Path: s.PrintFile(e), Origin: e.Path, Naming: v.named, Make: v.make}) {
				return
			}
		}
	}
}

// common returns what every print version depends on. Nobody changes it.
func (k kind) common(s *site.Site, b *view.Builder) []output.Input {
	inputs := []output.Input{
		{Name: "template", Sum: k.theme.Sum(template)},
		{Name: "site", Sum: s.Digest},
		{Name: "menu", Sum: b.Frame()},
	}
	if k.theme.Mentions(template, "Reports") || k.theme.Mentions(template, "Often") {
		inputs = append(inputs, output.Input{Name: "counts", Sum: b.Counts()})
	}
	return inputs
}

// version is the print version of one report.
type version struct {
	kind   *kind
	view   *view.Builder
	entry  *site.Entry
	common []output.Input
}

func (v *version) named() []output.Input {
	inputs := append(slices.Clip(v.common), output.Input{Name: "article", Sum: v.entry.Text})
	if v.view.Namesake(v.entry) {
		inputs = append(inputs, output.Input{Name: "namesake", Sum: digest.String("namesake")})
	}
	return inputs
}

func (v *version) make(w io.Writer) error {
	body, err := v.kind.bodies(v.entry)
	if err != nil {
		return err
	}
	return v.kind.theme.Render(w, template, v.view.Print(v.entry, body))
}
