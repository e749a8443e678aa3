package serve

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"stadtbote/internal/build"
	"stadtbote/internal/digest"
	"stadtbote/internal/site"
	"stadtbote/internal/watch"
)

// show is what there is to see between two plans. It never changes.
type show struct {
	site    *build.Planned  // what is shown; nil if there never was anything to show
	whole   bool            // site has no errors
	latest  *build.Planned  // the newest plan, which may have errors
	overlay string          // what stops publication, as HTML; "" if nothing does
	marks   map[string]mark // what readers would not see, by the article's file
	assets  digest.Sum      // of everything that pages show and that is no page
	base    string          // path of the start page: "/", "/stadt/"
	goTo    string          // address of the page that changed last, with Navigate; else ""
	next    chan struct{}   // closed when the next show has begun
}

// mark says why readers do not see an article yet.
type mark struct {
	draft   bool
	embargo time.Time // zero: none
}

// plan makes the next show.
func (s *stage) plan(ctx context.Context, changed watch.Event) error {
	start := time.Now()
	before, o := s.shown.Load(), s.Build
	if !s.Fixed {
		o.Now = start
	}
	plan, err := planned(ctx, o, before.latest, changed)
	if err != nil {
		return err
	}
	now := &show{site: plan, whole: !plan.Stopped, latest: plan, next: make(chan struct{})}
	if plan.Stopped {
		now.site, now.whole = before.site, before.whole
		if !before.whole {
			now.site, err = salvage(ctx, o, plan)
		}
		now.overlay = s.findings(plan.Diags)
	}
	now.describe(o)
	if s.Navigate && !plan.Stopped {
		now.goTo = destination(before.site, now.site, changed.Paths)
	}
	s.shown.Store(now)
	close(before.next)
	s.tell(News{
		Start: now.base, Diags: plan.Diags, Stopped: plan.Stopped, Pages: plan.Files.Len(),
		Took: time.Since(start), Changed: changed.Paths,
	})
	return err
}

// planned looks only at what changed, where that is known.
func planned(ctx context.Context, o build.Options, before *build.Planned, changed watch.Event) (*build.Planned, error) {
	switch {
	case before == nil:
		return build.Resume(ctx, o)
	case changed.All:
		return build.Plan(ctx, o, before)
	}
	return build.Replan(ctx, o, before, changed.Paths)
}

// salvage plans the site without what is broken, for a preview that begins
// with a broken site. It is nil if nothing can be shown.
func salvage(ctx context.Context, o build.Options, broken *build.Planned) (*build.Planned, error) {
	o.SkipBroken = true
	plan, err := build.Plan(ctx, o, broken)
	if err != nil || plan.Stopped {
		return nil, err
	}
	return plan, nil
}

// describe completes a show by what can be read from its site.
func (w *show) describe(o build.Options) {
	w.base = "/"
	if w.latest.Site != nil {
		w.base = w.latest.Site.Home()
	}
	if w.site == nil {
		return
	}
	w.marks = map[string]mark{}
	for e := range w.site.Site.All() {
		if e.Draft || e.Embargo.After(o.Now) {
			m := mark{draft: e.Draft}
			if e.Embargo.After(o.Now) {
				m.embargo = e.Embargo
			}
			w.marks[e.Path] = m
		}
	}
	var b digest.Builder
	assets := w.site.Site.Assets
	for _, name := range slices.Sorted(maps.Keys(assets)) {
		b.Text(name)
		b.Sum(assets[name].Sum)
	}
	for _, picture := range w.site.Site.Pictures {
		b.Text(picture.Name)
	}
	w.assets = b.Name()
}

// destination returns the address of the article that changed, or "".
func destination(before, now *build.Planned, changed []string) string {
	if before == nil || now == nil {
		return ""
	}
	for _, path := range changed {
		if !strings.HasPrefix(path, "content/") {
			continue
		}
		e, was := find(now.Site, path), find(before.Site, path)
		if e != nil && e.URL != "" && (was == nil || was.Text != e.Text) {
			return e.URL
		}
	}
	return ""
}

// find returns the entry of a file.
func find(s *site.Site, path string) *site.Entry {
	for e := range s.All() {
		if e.Path == path {
			return e
		}
	}
	return nil
}
