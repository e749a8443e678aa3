package build

import (
	"errors"
	"io/fs"

	"stadtbote/internal/config"
	"stadtbote/internal/site"
)

// readPublic reads all published articles, the configuration and data/, once.
func (g *guard) readPublic() error {
	g.once.Do(func() {
		g.public.keys = map[uint64]bool{}
		for _, entries := range [][]*site.Entry{g.plan.Site.Articles, g.plan.Site.Pages, g.plan.Site.Withdrawn} {
			for _, e := range entries {
				if g.failed = g.readArticle(e); g.failed != nil {
					return
				}
			}
		}
		g.failed = g.readSettings()
	})
	return g.failed
}

// readSettings learns what stadtbote.yaml and data/ say. What is kept even of
// published articles is kept of data/ as well.
func (g *guard) readSettings() error {
	text, err := fs.ReadFile(g.plan.bodies.fsys, config.File)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, hit := range g.set.Find(text) {
		g.public.keys[hit.Key] = true
	}
	for _, f := range g.plan.seen.roots[dataRoot].files {
		if text, err = fs.ReadFile(g.plan.bodies.fsys, f.Path); err != nil {
			return err
		}
		for _, hit := range g.set.Find(text) {
			if !g.keeps(hit) {
				g.public.keys[hit.Key] = true
			}
		}
	}
	return nil
}

// readArticle learns what a published article says.
func (g *guard) readArticle(e *site.Entry) error {
	text, err := g.plan.bodies.read(e.Article)
	if err != nil {
		return err
	}
	for _, hit := range g.set.Find(text) {
		if partOfName(text, hit) {
			continue
		}
		pos := posOf(text, hit.At)
		if g.keeps(hit) && !allowed(e, pos) {
			g.public.quotes = append(g.public.quotes, quote{hit, string(text[hit.At:hit.Upto]), e.Path, pos})
			continue
		}
		g.public.keys[hit.Key] = true
	}
	return nil
}
