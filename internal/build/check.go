package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"stadtbote/internal/check"
	"stadtbote/internal/diag"
	"stadtbote/internal/theme"
)

// Extent is what Check looks at besides the site itself. The zero Extent is
// nothing.
type Extent struct {
	Before *check.Before // the state published last
	Typed  bool          // tell of quotation marks as typed, too; typesetting mends most of them
	// Ask asks other sites whether the addresses that are linked are there.
	Ask func(ctx context.Context, addresses []string) map[string]check.Answer
}

// Check plans the site as a build does, makes the files in memory, and lets the
// rules of package check look at all of it. It opens no output folder.
// Articles with errors are left out, so that the rest is checked all the same.
func Check(ctx context.Context, o Options, x Extent) (*Report, error) {
	strict := o.Strict
	o.Strict, o.SkipBroken, o.raw = false, true, true
	planned, err := Plan(ctx, o, nil)
	if err != nil {
		return nil, err
	}
	report := &Report{Pages: planned.Files.Len(), Diags: slices.Clone(planned.Diags), Left: planned.Left, Next: planned.Next}
	checker := check.New(planned.Subject(o, x.Before))
	if err := planned.inspect(ctx, o, checker); err != nil {
		mistake, ok := errors.AsType[*theme.Failure](err)
		if !ok {
			return nil, err
		}
		report.Diags = append(report.Diags, mistake.Diag)
	}
	report.Diags = append(report.Diags, checker.Findings()...)
	if x.Ask != nil {
		report.Diags = append(report.Diags, check.Outside(planned.Site, x.Ask(ctx, check.Outgoing(planned.Site)))...)
	}
	if _, weighed := planned.Site.Config.Check.Severity[string(diag.StraightQuotes)]; !x.Typed && !weighed {
		report.Diags = slices.DeleteFunc(report.Diags, func(d diag.Diagnostic) bool { return d.Code == diag.StraightQuotes })
	}
	report.Diags = check.Settle(report.Diags, planned.Site.Config, checker.Articles())
	for i := range report.Diags {
		if d := &report.Diags[i]; strict && d.Severity == diag.Warning {
			d.Severity = diag.Error
		}
	}
	sortDiags(report.Diags)
	return report, nil
}

// Subject returns what the rules look at.
func (p *Planned) Subject(o Options, before *check.Before) check.Subject {
	paths := make(map[string]bool, p.Files.Len())
	for f := range p.Files.All() {
		paths[f.Path] = true
	}
	s := check.Subject{
		Site: p.Site, Folder: o.Source, Now: o.Now, Before: before,
		Exists: func(path string) bool { return paths[path] },
	}
	for i := range p.sources.files {
		switch k := &p.sources.files[i]; {
		case k.article != nil:
			s.Articles = append(s.Articles, k.article)
		case k.picture != nil:
			s.Pictures = append(s.Pictures, k.Path)
		}
	}
	return s
}

// inspect makes every file that can break a rule and shows it to the checker.
func (p *Planned) inspect(ctx context.Context, o Options, checker *check.Checker) error {
	buffers := sync.Pool{New: func() any { return &bytes.Buffer{} }}
	progress := o.progress(Making, p.Files.Len())
	return each(ctx, o.jobs(), p.Files.Len(), func(i int) error {
		defer progress.one()
		f := p.Files.At(i)
		if !check.Needs(f.Path, f.Origin) {
			return nil
		}
		b := buffers.Get().(*bytes.Buffer)
		defer buffers.Put(b)
		b.Reset()
		if err := f.Make(b); err != nil {
			return fmt.Errorf("making %s from %s: %w", f.Path, origin(f), err)
		}
		checker.File(f.Path, f.Origin, b.Bytes())
		return nil
	})
}
