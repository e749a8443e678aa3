package build

import (
	"io/fs"
	"maps"
	"slices"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/site"
	"stadtbote/internal/theme"
)

// loadedTheme is a theme with everything that it was made from.
type loadedTheme struct {
	theme     *theme.Theme
	diags     diag.List
	options   theme.Options
	templates [2]digest.Sum // embedded, and how the site's own look
	young     bool          // the site's own may have changed since without looking changed
}

// theme loads the templates, the site's own over the embedded, unless they are
// those of the earlier plan.
func (p *planner) theme(static map[string]site.Asset) *loadedTheme {
	own := &p.seen.roots[templatesRoot]
	now := &loadedTheme{
		options:   theme.Options{Language: p.config.Language, Assets: make(map[string]theme.Asset, len(static))},
		templates: [2]digest.Sum{p.seen.embedded[0], own.sum},
		young:     p.seen.isYoung(own.newest),
	}
	for path, a := range static {
		now.options.Assets[path] = theme.Asset{URL: a.URL, Integrity: a.Integrity}
	}
	if p.earlier != nil && p.earlier.theme.holds(now) {
		now = p.earlier.theme
		now.theme.Forget()
	} else {
		now.load(p.Options)
	}
	return now
}

// holds reports whether a theme is what would be loaded now.
func (l *loadedTheme) holds(now *loadedTheme) bool {
	return l != nil && !l.young && l.templates == now.templates &&
		l.options.Language == now.options.Language && maps.Equal(l.options.Assets, now.options.Assets)
}

func (l *loadedTheme) load(o Options) {
	own, err := fs.Sub(o.Source, theme.Folder)
	if err != nil { // never: the name is a constant
		own = nil
	}
	l.theme, l.diags = theme.Load(o.Templates, own, l.options)
}

// layouts returns the names of all templates that a page may name, sorted.
func (p *planner) layouts() []string {
	var names []string
	add := func(path string) {
		name, isPage := strings.CutSuffix(path, ".html")
		if isPage && !strings.Contains(name, "/") {
			names = append(names, name)
		}
	}
	for _, f := range p.seen.roots[templatesRoot].files {
		add(strings.TrimPrefix(f.Path, theme.Folder+"/"))
	}
	if p.Templates != nil {
		if embedded, err := fs.ReadDir(p.Templates, "."); err == nil { // it is part of the program
			for _, entry := range embedded {
				add(entry.Name())
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
