// Package theme joins a site's own templates with the embedded ones and
// executes them. A mistake in a template is a finding with file and line.
//
// A template file is a page ("article.html"), the frame of pages
// ("base.html"), or a part of them ("partials/card.html"). A site's own file
// of the same name replaces the embedded one, file by file. A page that only
// defines blocks is executed through base.html; a page with text of its own
// stands alone.
//
// Everything that is the same on every page costs nothing at execution: the
// theme's words, addresses of static files and their integrity are written
// into the templates when they are loaded, and a partial that many pages show
// is rendered once for each value:
//
//	{{ cached "partials/card.html" .Lead }}
//
// What cached has rendered is kept until Forget: a Theme that serves several
// plans is told to forget between them.
package theme

import (
	"fmt"
	"io"
	"io/fs"
	"slices"
	"sync"

	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
)

// Folder is where templates lie in a site's folder; it begins the file names
// in findings.
const Folder = "templates"

// base is the frame of all pages that do not stand alone.
const base = "base.html"

// Options are what the site says about its theme.
type Options struct {
	Language string           // of the theme's words: "de" or "en"
	Assets   map[string]Asset // by path below static/: "css/site.css"
}

// Asset is what templates need to know of one static file.
type Asset struct {
	URL       string
	Integrity string // "sha384-…", or "" where a browser does not ask for it
}

// Theme is a set of templates ready for execution. It may be used by many
// goroutines at once.
type Theme struct {
	files    map[string]file      // by name
	trees    map[string]*tree     // of base.html and partials, by template name
	pages    map[string]*page     // by name
	partials *programs            // all trees of base.html and partials
	cache    map[string]*sync.Map // by partial: any → template.HTML
	words    Words
	assets   map[string]Asset
}

// page is one page with everything that it can include.
type page struct {
	programs *programs
	entry    string // the template that execution begins with
	sum      digest.Sum
	mentions map[string]bool // identifiers after a dot, anywhere in what it can include
}

// Load joins the templates of both file systems, whose roots are the folders
// templates/ themselves; own may be nil. Templates with findings are left out.
func Load(embedded, own fs.FS, options Options) (*Theme, diag.List) {
	t := &Theme{
		trees:  make(map[string]*tree),
		pages:  make(map[string]*page),
		cache:  make(map[string]*sync.Map),
		words:  WordsOf(options.Language),
		assets: options.Assets,
	}
	var ds diag.List
	t.files, ds = collect(embedded, own)
	l := loader{Theme: t, diags: &ds}
	l.load()
	return t, ds
}

// Names returns the pages of the theme, sorted.
func (t *Theme) Names() []string {
	names := make([]string, 0, len(t.pages))
	for name := range t.pages {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Sum names the page and everything that it can include: the templates, the
// words and the addresses of static files in them. An unknown page has the
// zero Sum.
func (t *Theme) Sum(name string) digest.Sum {
	if p := t.pages[name]; p != nil {
		return p.sum
	}
	return digest.Sum{}
}

// Mentions reports whether the page, or anything that it can include, asks for
// a field of that name. A page that never does cannot depend on its value.
func (t *Theme) Mentions(name, field string) bool {
	p := t.pages[name]
	return p != nil && p.mentions[field]
}

// Render executes a page and writes what came out, all or nothing. A mistake
// in a template comes back as *Failure; every other error is the writer's.
func (t *Theme) Render(w io.Writer, name string, data any) error {
	p := t.pages[name]
	if p == nil {
		return &Failure{missingPage(name, t.Names())}
	}
	buf := buffers.Get().(*buffer)
	defer buf.release()
	if err := p.programs.execute(t, p.entry, buf, data); err != nil {
		return t.failure(name, err, data)
	}
	if _, err := w.Write(buf.bytes); err != nil {
		return fmt.Errorf("writing a page by %s: %w", name, err)
	}
	return nil
}

// Forget drops what cached has rendered for the values of an earlier plan.
// Pages that are being rendered meanwhile are not disturbed.
func (t *Theme) Forget() {
	for _, rendered := range t.cache {
		rendered.Clear()
	}
}
