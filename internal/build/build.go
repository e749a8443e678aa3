// Package build makes again only what has to be made again, and says why.
//
// Its nouns: a Planned is the whole site in memory, with a plan of every file
// it will have (plan.go); the sources are what is known of each source file
// from this build or an earlier one (sources.go); the manifest is what the last
// build wrote, file by file, and from which inputs (manifest.go).
//
// Plan walks the road from the folder to the plan. Run adds the rest of it:
// stale files are made and published. Two comparisons decide everything:
//
//   - A source file whose size and time are those of last time is not read. If
//     only its time differs, its content decides (a fresh clone in CI).
//   - An output whose inputs have the names of last time, and which lies in the
//     output folder as it was left, is not made. If it had to be made but its
//     bytes are the same, it is not touched.
//
// Where nothing at all has changed, not even the manifest's records are
// compared with a plan: see fast.go.
//
// Errors of authors are findings in the Report, and nothing is written. An
// error returned means that the program could not do its work.
package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"stadtbote/internal/diag"
	"stadtbote/internal/output"
	"stadtbote/internal/publish"
	"stadtbote/internal/site"
)

// Options are all that a build is told from outside.
type Options struct {
	Source    fs.FS  // the site's folder
	Folder    string // where Source lies on this machine; "" if nowhere
	Templates fs.FS  // embedded templates, rooted at the folder itself
	Static    fs.FS  // embedded static files, rooted at the folder itself

	Out     string // output folder
	Cache   string // cache folder; "" is .stadtbote in Folder
	BaseURL string // instead of the configured one, if not ""

	Now   time.Time        // decides on embargoes and expiry
	Clock func() time.Time // the machine's: tells how old a file is

	Drafts     bool // publish drafts as well
	Future     bool // publish embargoed articles as well
	Strict     bool // warnings count as errors
	SkipBroken bool // leave out what has errors and publish the rest
	Explain    bool // fill Report.Explained
	Compress   bool // write .gz and .br beside text files

	Jobs     int            // how much is done at once; 0: as the machine likes
	Version  string         // names the program: another one makes every file again
	Progress func(Progress) // told now and then, never twice at once; may be nil

	// leaky are the findings of articles that are left out, with SkipBroken,
	// because they give away what may not appear yet.
	leaky  diag.List
	raw    bool                          // findings are told as they are, for Check to settle
	faulty func(output.Kind) output.Kind // tests plant faults in kinds; else nil
}

// Progress tells how far a build has come.
type Progress struct {
	Stage Stage
	Done  int
	Total int
}

// Stage is a part of the road.
type Stage uint8

// The stages that take time.
const (
	Reading Stage = iota // source files
	Making               // output files
	Asking               // addresses of other sites
)

// Report is what a build did.
type Report struct {
	Pages     int // files that the site has
	Written   int
	Unchanged int
	Removed   int

	Diags     diag.List       // by file and place
	Left      []site.Omission // articles that are not published, by path
	Explained []Explanation   // by path; only with Options.Explain
	Next      time.Time       // when an embargo or expiry next changes the site; zero: never
}

// attempts is how often a build starts again because a source file changed
// while it was under way.
const attempts = 4

// Run builds the site into the output folder. The report is never nil. With
// errors among its findings nothing was written, unless SkipBroken was asked
// for and the errors concern single articles.
func Run(ctx context.Context, o Options) (*Report, error) {
	folder, findings, err := publish.Open(publish.Place{Out: o.Out, Site: o.Folder, Cache: o.Cache})
	if err != nil || len(findings) > 0 {
		return &Report{Diags: findings}, err
	}
	r := &run{Options: o, folder: folder}
	for attempt := 0; attempt < attempts; {
		known := len(r.leaky)
		report, err := r.once(ctx)
		if len(r.leaky) > known {
			continue // without the articles that tell a secret
		}
		changed, ok := asChanged(err)
		if !ok {
			return finished(report, err)
		}
		r.changed = changed
		attempt++
	}
	report := &Report{}
	report.Diags.Report(r.changed.Path, diag.Pos{}, diag.ChangedMeantime)
	return report, nil
}

// finished puts what the catalogue can explain of an error among the findings.
func finished(report *Report, err error) (*Report, error) {
	if report == nil {
		report = &Report{}
	}
	if known, ok := errors.AsType[*publish.Problem](err); ok {
		report.Diags = append(report.Diags, known.Finding)
	}
	return report, err
}

// run is one call of Run.
type run struct {
	Options
	folder  *publish.Folder
	last    lastBuild
	sources *sources // of an attempt before, or of the cache
	changed *output.ChangedError
}

// once tries to build; an output.ChangedError asks for another attempt.
func (r *run) once(ctx context.Context) (*Report, error) {
	seen, err := r.begin(ctx)
	if err != nil {
		return nil, err
	}
	if report, ok := r.nothingToDo(seen); ok {
		return report, nil
	}
	if err := r.recall(); err != nil {
		return nil, err
	}
	scratch := r.folder.Scratch()
	defer scratch.Close() //nolint:errcheck // it is thrown away
	p := &planner{Options: r.Options, seen: seen, before: r.sources, scratch: scratch, pictures: r.folder.Store(pictureStore)}
	var forgotten diag.List
	p.wrote = r.last.manifest
	p.learned = func(now *sources) { forgotten = r.keepSources(now) }
	planned, err := p.plan(ctx)
	if err != nil {
		return nil, err
	}
	r.sources = planned.sources
	report := &Report{Diags: planned.Diags, Left: planned.Left}
	if !planned.Stopped {
		if report, err = r.write(ctx, planned); err == nil {
			r.forgetPictures(p.pictures, planned)
		}
	}
	if report != nil {
		report.Diags = append(report.Diags[:len(report.Diags):len(report.Diags)], forgotten...)
	}
	return report, err
}

// begin looks at the folder and recalls the last build, both at once.
func (r *run) begin(ctx context.Context) (seen *sight, err error) {
	err = each(ctx, r.jobs(), 2, func(i int) (err error) {
		if i == 0 {
			seen, err = look(r.Options)
			return err
		}
		r.last = r.lastBuild()
		return nil
	})
	return seen, err
}

// recall brings back what the last build knew of the sources.
func (r *run) recall() error {
	if r.sources != nil {
		return nil
	}
	kept, err := r.folder.RecallShared(sourcesName)
	if err != nil {
		return fmt.Errorf("recalling the sources: %w", err)
	}
	r.sources = decodeSources(kept, r.Version, r.jobs())
	return nil
}
