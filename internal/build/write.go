package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"

	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/output"
	"stadtbote/internal/publish"
	"stadtbote/internal/theme"
)

// writing is one update of an output folder from a plan.
type writing struct {
	*run
	plan   *Planned
	before *manifest // never nil
	update *publish.Update
	empty  bool // nothing lies in the output folder yet

	guard  *guard // nil where nothing has to be kept secret
	trusts bool   // files that were clean last time still are

	buffers sync.Pool
	written atomic.Int64
	records []record // of the planned files
	why     []Explanation
}

// write brings the output folder up to date with a plan.
func (r *run) write(ctx context.Context, planned *Planned) (*Report, error) {
	report := &Report{Pages: planned.Files.Len(), Diags: planned.Diags, Left: planned.Left, Next: planned.Site.Next}
	update, findings, err := r.folder.Begin()
	if err != nil || len(findings) > 0 {
		return failed(report, findings), err
	}
	w := &writing{run: r, plan: planned, update: update, empty: r.folder.Empty(), records: make([]record, planned.Files.Len())}
	if err := w.recall(); err != nil {
		return nil, errors.Join(err, update.Abort())
	}
	if err := w.watch(); err != nil {
		return nil, errors.Join(err, update.Abort())
	}
	if findings, err = w.make(ctx); err != nil || len(findings) > 0 {
		r.leave(planned, findings)
		return failed(report, findings), errors.Join(err, update.Abort())
	}
	removed, findings, err := update.Commit(planned.Files.paths())
	if err != nil || len(findings) > 0 {
		return failed(report, findings), err
	}
	report.Written = int(w.written.Load())
	report.Unchanged = report.Pages - report.Written
	report.Removed = len(removed)
	if r.Explain {
		report.Explained = w.explained(removed)
	}
	report.Diags = append(report.Diags, w.remember()...)
	return report, nil
}

// leave takes out of the next attempt the articles that tell a secret, if
// broken articles are to be left out. The attempt is judged like any other.
func (r *run) leave(planned *Planned, findings diag.List) {
	if !r.SkipBroken {
		return
	}
	left := diag.List{}
	for _, d := range findings {
		if k := planned.sources.find(d.File); d.Code == diag.QuoteLeaks && k != nil && k.article != nil {
			left = append(left, d)
		}
	}
	r.leaky = append(r.leaky[:len(r.leaky):len(r.leaky)], left...)
}

// failed is the report of a build that published nothing.
func failed(report *Report, findings diag.List) *Report {
	ds := append(report.Diags[:len(report.Diags):len(report.Diags)], findings...)
	sortDiags(ds)
	return &Report{Diags: ds, Left: report.Left}
}

// recall brings back what the last build into this folder did. It is read
// again although it was read at the beginning: only now does the lock keep
// others from changing it.
func (w *writing) recall() error {
	w.before = &manifest{}
	if w.empty {
		return nil
	}
	m := w.last.manifest
	if m == nil || !w.folder.StillKeeps(manifestName, w.last.kept) {
		kept, err := w.folder.Recall(manifestName)
		if err != nil {
			return fmt.Errorf("recalling the last build: %w", err)
		}
		m = decodeManifest(kept, w.jobs())
	}
	if m != nil {
		w.before = m
	}
	paths := make([]string, len(w.before.files))
	for i := range w.before.files {
		paths[i] = w.before.files[i].path
	}
	w.update.Own(paths)
	return nil
}

// watch sets up the guard.
func (w *writing) watch() (err error) {
	if w.guard, err = newGuard(w.plan); err != nil {
		return fmt.Errorf("collecting what must not appear: %w", err)
	}
	w.trusts, err = w.guard.trusts(w.before)
	return err
}

// make makes the files that are stale. A finding means that one of them cannot
// be made because of a mistake in a template, or tells a secret.
func (w *writing) make(ctx context.Context) (diag.List, error) {
	files := &w.plan.Files
	old := w.match()
	if w.Explain {
		w.why = make([]Explanation, files.Len())
	}
	progress := w.progress(Making, files.Len())
	err := each(ctx, w.jobs(), files.Len(), func(i int) error {
		defer progress.one()
		if err := w.one(i, old[i]); err != nil {
			return fmt.Errorf("making %s from %s: %w", files.At(i).Path, origin(files.At(i)), err)
		}
		return nil
	})
	if mistake, ok := errors.AsType[*theme.Failure](err); ok {
		return diag.List{mistake.Diag}, nil
	}
	if err != nil {
		return nil, err
	}
	return w.guard.verdict()
}

// match returns the record of each planned file, nil where there is none. Both
// lists are ordered by path.
func (w *writing) match() []*record {
	old := make([]*record, w.plan.Files.Len())
	rest := w.before.files
	for i := range old {
		path := w.plan.Files.At(i).Path
		for len(rest) > 0 && rest[0].path < path {
			rest = rest[1:]
		}
		if len(rest) > 0 && rest[0].path == path {
			old[i] = &rest[0]
		}
	}
	return old
}

// one makes a file if it is stale, and stages it if its bytes are new.
func (w *writing) one(i int, was *record) error {
	f := w.plan.Files.At(i)
	b := w.buffer()
	defer w.buffers.Put(b)
	inputs := f.Named()
	now := record{path: f.Path, inputs: inputsOf(&b.sums, w.Version, inputs), spot: w.plan.Files.order[i]}
	stat, there := publish.Stat{}, false
	if !w.empty {
		stat, there = w.folder.Stat(f.Path)
	}
	intact := was != nil && there && stat == was.stat
	if intact && was.inputs == now.inputs {
		w.records[i] = *was
		w.records[i].spot = now.spot
		if w.guard != nil && !w.trusts {
			return w.guard.again(i, was.bytes, func() ([]byte, error) { return w.folder.Read(f.Path) })
		}
		return nil
	}
	if w.Explain {
		w.why[i] = why(f, inputs, was, there)
		if was != nil && was.inputs == now.inputs && there {
			w.why[i].Why = Touched
		}
	}
	if err := b.make(f); err != nil {
		return err
	}
	now.bytes = digest.Bytes(b.text.Bytes())
	if w.guard != nil {
		if err := w.guard.read(i, now.bytes, b.text.Bytes(), b.told); err != nil {
			return err
		}
	}
	now.recipe, now.tags = b.recipe(inputs), tagsOf(inputs)
	var err error
	now.stat, err = w.place(f, b.text.Bytes(), intact && was.bytes == now.bytes, stat, there)
	w.records[i] = now
	return err
}

// place stages a file unless the output folder holds it already.
func (w *writing) place(f *output.File, data []byte, same bool, stat publish.Stat, there bool) (publish.Stat, error) {
	if same {
		return stat, nil
	}
	if there {
		if stat, same := w.folder.Holds(f.Path, data); same {
			return stat, nil
		}
	}
	w.written.Add(1)
	return w.update.Stage(f.Path, data)
}

// buffer is what one goroutine needs to make a file.
type buffer struct {
	text bytes.Buffer
	told string // what the file's bytes hide (output.Tell)
	sums digest.Builder

	recipes []recipe
}

// make makes a file.
func (b *buffer) make(f *output.File) error {
	b.text.Reset()
	b.told = ""
	return f.Make(b)
}

// Write takes bytes of a file.
func (b *buffer) Write(p []byte) (int, error) { return b.text.Write(p) }

// WriteString takes bytes of a file.
func (b *buffer) WriteString(s string) (int, error) { return b.text.WriteString(s) }

// Tell is output.Teller.
func (b *buffer) Tell(text func() string) { b.told += text() }

// recipe returns the names of inputs; of equal ones, the same.
func (b *buffer) recipe(inputs []output.Input) recipe {
	for _, known := range b.recipes {
		if slices.EqualFunc(known, inputs, func(name string, in output.Input) bool { return name == in.Name }) {
			return known
		}
	}
	names := make(recipe, len(inputs))
	for i, in := range inputs {
		names[i] = in.Name
	}
	b.recipes = append(b.recipes, names)
	return names
}

func (w *writing) buffer() *buffer {
	if b, ok := w.buffers.Get().(*buffer); ok {
		return b
	}
	return &buffer{}
}

// explained returns why files were made or removed.
func (w *writing) explained(removed []string) []Explanation {
	var all []Explanation
	for _, e := range w.why {
		if e.Path != "" {
			all = append(all, e)
		}
	}
	for _, path := range removed {
		all = append(all, Explanation{Path: path, Why: NoLongerWanted})
	}
	return all
}
