package build

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/check"
	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/output"
	"stadtbote/internal/output/asset"
	"stadtbote/internal/output/pdf"
	"stadtbote/internal/picture"
	"stadtbote/internal/publish"
	"stadtbote/internal/recent"
	"stadtbote/internal/site"
	"stadtbote/internal/theme"
)

// Planned is a site in memory with everything it will consist of. It never
// changes, and its files can be made by any goroutine.
type Planned struct {
	Site    *site.Site
	Files   Files           // none if Stopped
	Diags   diag.List       // by file and place
	Left    []site.Omission // by path
	Next    time.Time       // when an embargo or expiry next changes the site; zero: never
	Stopped bool            // an error forbids publishing

	sources *sources
	bodies  *bodies
	seen    *sight
	theme   *loadedTheme
	clashes diag.List // among Files
	assets  asset.Input
	fonts   *pdf.Fonts
	memory  *recent.Bytes // versions of pictures, where no cache folder is known
}

// File returns the file of a path.
func (p *Planned) File(path string) (file output.File, known bool) {
	i, known := p.Files.search(path)
	if !known {
		return output.File{}, false
	}
	return *p.Files.At(i), true
}

// Plan reads what changed since the previous plan, which may be nil, and plans
// the site anew. It writes nothing and knows no output folder.
func Plan(ctx context.Context, o Options, previous *Planned) (*Planned, error) {
	return plan(ctx, o, previous, func() (*sight, error) { return look(o) })
}

// Resume is Plan for one who has no plan yet and does not want to read all
// files: what the last build knew of those that look untouched is taken from
// the cache.
func Resume(ctx context.Context, o Options) (*Planned, error) {
	if o.Cache == "" && o.Folder == "" {
		return Plan(ctx, o, nil)
	}
	kept, err := publish.Recall(publish.Place{Out: o.Out, Site: o.Folder, Cache: o.Cache}, sourcesName)
	if err != nil || kept == "" {
		return Plan(ctx, o, nil) // the cache only saves time
	}
	return Plan(ctx, o, &Planned{sources: decodeSources(kept, o.Version, o.jobs())})
}

// plan is Plan with a first look of the caller's.
func plan(ctx context.Context, o Options, previous *Planned, first func() (*sight, error)) (*Planned, error) {
	for attempt := 1; ; attempt++ {
		seen, err := first()
		if err != nil {
			return nil, err
		}
		p := &planner{Options: o, seen: seen, before: &sources{}, again: true}
		if previous != nil {
			p.before, p.bodies, p.result.memory = previous.sources, previous.bodies, previous.memory
			if previous.Site != nil {
				p.earlier = previous
			}
		}
		planned, err := p.plan(ctx)
		if _, changed := asChanged(err); !changed || attempt == attempts {
			return planned, err
		}
		first = func() (*sight, error) { return look(o) }
	}
}

// planner makes one Planned.
type planner struct {
	Options
	seen     *sight
	before   *sources
	bodies   *bodies          // of an earlier plan, or nil
	earlier  *Planned         // whose theme and order may still hold, or nil
	scratch  *publish.Scratch // nil if there is no place for one
	pictures *publish.Store   // likewise
	again    bool             // there may be another plan after this one
	wrote    *manifest        // what the last build wrote, or nil
	learned  func(*sources)   // told as soon as all sources are known; may be nil

	config *config.Config
	data   *config.Data
	assets asset.Input
	result Planned
}

func (p *planner) plan(ctx context.Context) (*Planned, error) {
	r := &p.result
	r.seen = p.seen
	p.report(p.seen.diags)
	if err := p.configure(); err != nil {
		return nil, err
	}
	if err := p.read(ctx); err != nil {
		return nil, err
	}
	static, err := p.static()
	if err != nil {
		return nil, err
	}
	r.assets = p.assets
	theme, err := p.join(ctx, static)
	if err != nil {
		return nil, err
	}
	if p.stopped() {
		r.Stopped = true
	} else {
		if err := p.list(ctx, theme); err != nil {
			return nil, err
		}
		r.Stopped = p.stopped()
	}
	if r.Stopped {
		r.Files = Files{}
	}
	sortDiags(r.Diags)
	planned := *r // of its own: the planner knows the plan before, and that one another
	return &planned, nil
}

// report adds findings.
func (p *planner) report(ds diag.List) {
	for _, d := range ds {
		if d, told := p.settled(d); told {
			p.result.Diags = append(p.result.Diags, d)
		}
	}
}

// settled returns a finding with the weight that the site gives it, and whether
// it is to be told: its author may have allowed it. In a strict build each
// warning is an error.
func (p *planner) settled(d diag.Diagnostic) (diag.Diagnostic, bool) {
	if p.raw {
		return d, true
	}
	if p.result.sources != nil {
		if k := p.result.sources.find(d.File); k != nil && k.article != nil && check.Allowed(d, k.article.Allowances) >= 0 {
			return d, false
		}
	}
	d, told := check.Weigh(d, p.config)
	if p.Strict && d.Severity == diag.Warning {
		d.Severity = diag.Error
	}
	return d, told
}

// stopped reports whether an error forbids publishing. If broken articles are
// skipped, only the errors of other files do.
func (p *planner) stopped() bool {
	for _, d := range p.result.Diags {
		if d.Severity == diag.Error && (!p.SkipBroken || !p.isArticle(d.File)) {
			return true
		}
	}
	return false
}

func (p *planner) isArticle(path string) bool {
	k := p.result.sources.find(path)
	return k != nil && k.article != nil
}

// configure reads stadtbote.yaml and data/.
func (p *planner) configure() error {
	c, ds := config.Load(p.Source)
	p.report(ds)
	if p.BaseURL != "" {
		base, ok := config.BaseURL(p.BaseURL)
		if !ok {
			return fmt.Errorf("%q is not the absolute address of a start page", p.BaseURL)
		}
		changed := *c
		changed.BaseURL, changed.Digest = base, digest.Join(c.Digest, digest.String(base))
		c = &changed
	}
	p.config = c
	p.data, ds = config.LoadData(p.Source)
	p.report(ds)
	return nil
}

// read brings the sources up to date.
func (p *planner) read(ctx context.Context) error {
	rules := article.Rules{Language: p.config.Language, Sanitize: p.config.Markdown.HTML == "sanitize"}
	if p.bodies == nil || p.bodies.rules != rules {
		p.bodies = newBodies(p.Source, rules, p.scratch)
		if p.raw {
			p.bodies.stay = blocksCheck
		}
	}
	p.result.bodies = p.bodies
	readers := &readers{fsys: p.Source, rules: rules, seen: p.seen, bodies: p.bodies, room: picture.NewRoom()}
	if err := p.fonts(); err != nil {
		return err
	}
	if p.config.Outputs.PDF {
		readers.fonts = p.result.fonts
	}
	now, err := readers.read(ctx, p.before, &p.Options)
	if err != nil {
		return err
	}
	p.result.sources = now
	p.report(now.findings())
	return nil
}

// fonts reads what PDF documents are set in.
func (p *planner) fonts() error {
	if p.earlier != nil && p.config.PDF.Fonts == (config.Fonts{}) && p.earlier.Site.Config.PDF.Fonts == (config.Fonts{}) {
		p.result.fonts = p.earlier.fonts // those that come with the program
		return nil
	}
	fonts, ds, err := pdf.LoadFonts(p.Source, p.config.PDF.Fonts)
	if err != nil {
		return err
	}
	p.report(ds)
	p.result.fonts = fonts
	return nil
}

// static finds the files of static/, the site's own laid over the embedded.
func (p *planner) static() (map[string]site.Asset, error) {
	if !p.config.Assets.Builtin {
		p.Static = nil
	}
	p.assets = asset.Input{Config: p.config, Embedded: p.Static, Folder: p.Source}
	for _, f := range p.seen.roots[staticRoot].files {
		p.assets.Files = append(p.assets.Files, f.Path)
	}
	sources := p.result.sources
	p.assets.Known = func(path string) (digest.Sum, bool) {
		k := sources.find(path)
		switch {
		case k == nil:
			return digest.Sum{}, false
		case k.picture != nil:
			return k.picture.Digest, k.picture.Type != ""
		}
		return k.sum, true
	}
	assets, ds, err := asset.Scan(p.assets)
	if err != nil {
		return nil, fmt.Errorf("reading static/: %w", err)
	}
	p.report(ds)
	p.result.assets = p.assets
	return assets, nil
}

// join does what only needs the sources: the site is assembled, beside it the
// theme is loaded, and who wants to know the sources is told.
func (p *planner) join(ctx context.Context, static map[string]site.Asset) (*theme.Theme, error) {
	steps := []func(){func() { p.assemble(static) }, func() { p.result.theme = p.theme(static) }}
	if p.learned != nil {
		steps = append(steps, func() { p.learned(p.result.sources) })
	}
	err := each(ctx, p.jobs(), len(steps), func(i int) error {
		steps[i]()
		return nil
	})
	if err != nil {
		return nil, err
	}
	p.report(p.result.theme.diags)
	return p.result.theme.theme, nil
}

// assemble makes the site.
func (p *planner) assemble(static map[string]site.Asset) {
	in := site.Input{
		Config: p.config, Data: p.data, Assets: static,
		Pictures: map[string]picture.Info{}, Files: map[string]digest.Sum{}, Exclude: map[string]bool{},
		Now: p.Now, Drafts: p.Drafts, Future: p.Future,
		Layouts: p.layouts(), Keep: p.again,
	}
	if p.earlier != nil {
		in.Before = p.earlier.Site
	}
	p.embeddedPictures(in.Pictures)
	for i := range p.result.sources.files {
		k := &p.result.sources.files[i]
		switch {
		case k.article != nil:
			in.Articles = append(in.Articles, k.article)
			if p.Strict && p.SkipBroken && p.hasErrors(k.article.Diags) {
				in.Exclude[k.Path] = true
			}
		case k.picture != nil:
			in.Pictures[k.Path] = *k.picture
		case strings.HasPrefix(k.Path, "content/"):
			in.Files[k.Path] = k.sum
		}
	}
	for _, d := range p.leaky {
		in.Exclude[d.File] = true
	}
	p.report(p.leaky)
	if p.SkipBroken {
		p.salvage(in)
	} else {
		s, ds := site.Assemble(in)
		p.report(ds)
		p.result.Site = s
	}
	p.result.Left, p.result.Next = p.result.Site.Left, p.result.Site.Next
	p.report(p.result.staticPictures())
}

// salvage assembles what is left without broken articles. In a strict build
// those with warnings are broken as well.
func (p *planner) salvage(in site.Input) {
	for {
		s, ds := site.Salvage(in)
		more := false
		for _, d := range ds {
			if p.Strict && d.Severity == diag.Warning && p.hasErrors(diag.List{d}) && p.isArticle(d.File) && !in.Exclude[d.File] {
				in.Exclude[d.File], more = true, true
				p.report(diag.List{d})
			}
		}
		if !more {
			p.report(ds)
			p.result.Site = s
			return
		}
	}
}

// hasErrors reports whether one of the findings, once settled, is an error.
func (p *planner) hasErrors(ds diag.List) bool {
	return slices.ContainsFunc(ds, func(d diag.Diagnostic) bool {
		d, told := p.settled(d)
		return told && d.Severity == diag.Error
	})
}

// embeddedPictures adds what is known of the pictures that the program
// carries; the site's own of the same name replace them.
func (p *planner) embeddedPictures(into map[string]picture.Info) {
	if p.Static == nil {
		return
	}
	_ = fs.WalkDir(p.Static, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !picture.Known(path) {
			return err
		}
		file, err := p.Static.Open(path)
		if err != nil {
			return err
		}
		defer file.Close() //nolint:errcheck // only read
		if info, err := picture.Read("static/"+path, file); err == nil {
			into[info.Path] = info
		}
		return nil
	})
}
