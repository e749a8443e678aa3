package build

import (
	"io/fs"
	"maps"

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
func (p *planner) theme(static map[string]site.Asset) *theme.Theme {
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
	p.result.theme = now
	p.report(now.diags)
	return now.theme
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
