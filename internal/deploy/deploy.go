// Package deploy brings a finished site to the place where it is served, and
// moves only what changed.
//
// Storage differs in what it can tell of its files: WebDAV mostly knows no
// digests, and a fresh clone in CI has no times worth comparing. So deploy asks
// the storage for nothing. It keeps a Record beside the site: the digest of
// every file that it has brought there. What differs from the record is sent,
// what is in the record and no longer in the site is removed. Files that deploy
// never sent are never touched.
//
// A record must not promise too much, whatever goes wrong and wherever a run
// ends. Hence the order of Run:
//
//  1. The record is written with all that is about to change marked as unsure.
//  2. What pages need (styles, fonts, pictures) is sent, then the pages.
//  3. What is gone is removed, and the folders that are empty for it.
//  4. The record is written as it is now. It is also written after a failure,
//     with what is certain by then; where even that fails, the record of step
//     1 makes the next run send those files again.
package deploy

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
)

// Remote is a place that a site is brought to. Names are slash-separated and
// relative to the root of the site.
type Remote interface {
	// Fetch returns the content of a small file; known is false where there is none.
	Fetch(ctx context.Context, name string) (data []byte, known bool, err error)
	// Store makes a small file hold data.
	Store(ctx context.Context, name string, data []byte) error
	// Send copies files of the site's folder to the remote.
	Send(ctx context.Context, names []string) error
	// Remove deletes files at the remote; one that is not there is no error.
	Remove(ctx context.Context, names []string) error
	// Prune deletes folders, and those in them, that hold no file; others stay.
	// Storage without folders has nothing to do.
	Prune(ctx context.Context, folders []string) error
}

// Job is one deployment.
type Job struct {
	Site     fs.FS // the finished site
	Remote   Remote
	All      bool                  // send every file, also where the record says that it is there or cannot be read
	Progress func(done, total int) // files sent or removed so far; may be nil
	// Stayed is told why empty folders could not be removed; may be nil. The
	// site is published all the same, and a server may forbid it.
	Stayed func(err error)
}

// batch is how many files are sent between two notes of what is certain.
const batch = 1000

// Plan reads the site and the record of what is at the remote, and returns what
// has to be done. It changes nothing.
func (j *Job) Plan(ctx context.Context) (*Plan, error) {
	files, err := list(j.Site)
	if err != nil {
		return nil, fmt.Errorf("reading the site: %w", err)
	}
	if len(files) == 0 {
		return nil, ErrEmpty
	}
	record, err := j.published(ctx)
	if err != nil {
		return nil, err
	}
	if j.All {
		record = record.doubted()
	}
	return compare(files, record), nil
}

// published returns the record of what is at the remote, empty where there is none.
func (j *Job) published(ctx context.Context) (Record, error) {
	data, known, err := j.Remote.Fetch(ctx, RecordName)
	switch {
	case err != nil:
		return nil, fmt.Errorf("asking what is published: %w", err)
	case !known:
		return Record{}, nil
	}
	record, err := parseRecord(data)
	if err != nil && !j.All {
		return nil, fmt.Errorf("reading %s: %w", RecordName, err)
	}
	return record, nil
}

// ErrEmpty says that there is no site to bring anywhere.
var ErrEmpty = errors.New("the folder holds no files")

// Run does what a plan says. An error tells what could not be done; the next
// deployment then does what is left.
func (j *Job) Run(ctx context.Context, p *Plan) (err error) {
	if p.Nothing() {
		return nil
	}
	r := &running{Job: j, plan: p, record: p.unsure()}
	if err := r.note(ctx); err != nil {
		return err
	}
	defer func() {
		if err != nil { // what is certain by now saves work next time
			err = errors.Join(err, r.note(context.WithoutCancel(ctx)))
		}
	}()
	if err := r.send(ctx); err != nil {
		return err
	}
	if err := r.remove(ctx); err != nil {
		return err
	}
	return r.note(ctx)
}

// running is one run of a job.
type running struct {
	*Job
	plan   *Plan
	record Record
	done   int
}

func (r *running) note(ctx context.Context) error {
	if err := r.Remote.Store(ctx, RecordName, r.record.encode()); err != nil {
		return fmt.Errorf("noting what is published: %w", err)
	}
	return nil
}

func (r *running) send(ctx context.Context) error {
	for names := range batches(r.plan.Send) {
		if err := r.Remote.Send(ctx, names); err != nil {
			return fmt.Errorf("sending %s: %w", few(names), err)
		}
		for _, name := range names {
			r.record[name] = r.plan.files[name]
		}
		r.report(len(names))
	}
	return nil
}

func (r *running) remove(ctx context.Context) error {
	for names := range batches(r.plan.Remove) {
		if err := r.Remote.Remove(ctx, names); err != nil {
			return fmt.Errorf("removing %s: %w", few(names), err)
		}
		for _, name := range names {
			delete(r.record, name)
		}
		r.report(len(names))
	}
	folders := r.plan.emptied()
	if len(folders) == 0 {
		return nil
	}
	if err := r.Remote.Prune(ctx, folders); err != nil && r.Stayed != nil {
		r.Stayed(err)
	}
	return nil
}

func (r *running) report(more int) {
	r.done += more
	if r.Progress != nil {
		r.Progress(r.done, len(r.plan.Send)+len(r.plan.Remove))
	}
}
