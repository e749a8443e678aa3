package site

import (
	"slices"
	"strings"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
)

// layouts checks that the templates which pages name exist. A page whose
// template does not is shown by the default one, so that the site stays whole.
func (a *assembly) layouts() {
	for _, e := range a.site.Pages {
		name := e.Layout.Text
		if name == "" || a.in.Layouts == nil || slices.Contains(a.in.Layouts, name) {
			continue
		}
		a.ds.Report(e.Path, e.Layout.Pos, diag.LayoutUnknown, name, strings.Join(a.in.Layouts, ", "))
		plain := *e.Article
		plain.Layout = article.Value{}
		e.Article = &plain
	}
}
