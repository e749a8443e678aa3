// Package watch tells when the folders of a site changed and are quiet again.
// It is the only user of fsnotify.
//
// A Watcher looks after a few folders with everything in them, and after a few
// single files beside them. A change begins with Began, told at once, and ends
// with Quiet, told when nothing more has happened for a moment, or when the
// storm has lasted long enough.
//
// What changed is never to be relied on: the paths of a Quiet are a hint that
// makes the next build cheaper. The system may lose events, name files that
// are gone, or stay silent altogether. So:
//
//   - A folder that came, went or moved has all watches below it made anew,
//     before Quiet is told. Whatever happened before is seen by whoever looks
//     then, whatever happens after makes an event.
//   - A queue that overflowed counts as a change of everything.
//   - Every folder is on trial until the first event about it: now and then it
//     is compared with what it was. One that changed in silence lies on a file
//     system without events, and the Watcher takes to looking itself.
//   - The same if the system refuses more watches.
//   - The root itself may be replaced by another folder of the same name.
//   - What a symbolic link leads to may lie anywhere, and is looked at.
//
// Rejected: fsnotify's recursive mode, which is not open to the public, and
// adding watches while events arrive, which races with the renaming of folders.
package watch

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Options say what to watch and whom to tell.
type Options struct {
	Root    string                 // absolute
	Folders []string               // in Root, watched with everything in them; need not exist
	Files   []string               // in Root; need not exist
	Ignore  func(name string) bool // names of files and folders that are no change; may be nil
	Tell    func(Event)            // called from Run, one event at a time; must return soon
}

// Event is what a Watcher tells.
type Event struct {
	Kind  Kind
	Paths []string // Quiet: what changed, as far as is known: slash-separated, below Root, sorted
	All   bool     // Quiet: anything else may have changed as well
	Cause error    // Polling: why the system's events are not enough
}

// Kind tells events apart.
type Kind uint8

// The kinds of events.
const (
	Began   Kind = iota + 1 // something changed, and more may follow
	Quiet                   // nothing more happened for a moment
	Polling                 // from now on the Watcher looks itself, which takes longer to notice
)

// Reasons to look instead of waiting for events.
var (
	ErrSilent = errors.New("the file system tells of no changes")
	ErrLimit  = errors.New("the system allows no more watches")
)

// pace are the times that a Watcher keeps.
type pace struct {
	quiet  time.Duration // without a change, until Quiet
	storm  time.Duration // at most, from Began to Quiet
	beat   time.Duration // between two looks at the root
	trial  time.Duration // until the first look whether events are missing; then twice as long, and so on
	trials time.Duration // at most
	poll   time.Duration // between two looks, at least
}

var usual = pace{
	quiet: 10 * time.Millisecond, storm: 200 * time.Millisecond, beat: 500 * time.Millisecond,
	trial: 2 * time.Second, trials: time.Minute, poll: 500 * time.Millisecond,
}

// manyPaths is how many paths a Quiet names at most.
const manyPaths = 64

// notifier is what is asked of fsnotify. Tests put a silent or a failing one
// in its place.
type notifier interface {
	Add(path string) error
	Remove(path string) error
	Close() error
}

// Watcher looks after the folders of one site.
type Watcher struct {
	Options
	pace     pace
	notifier notifier // nil while polling
	events   chan fsnotify.Event
	errors   chan error
	watched  map[string]bool // folders with a watch
	links    links
	root     os.FileInfo // what Root was; nil while it is missing

	pending pending
	trials  trials
	looked  time.Time // polling: when last
	took    time.Duration
	cause   error // why it polls
}

// pending is a change that is not quiet yet.
type pending struct {
	since  time.Time // zero: nothing is pending
	last   time.Time // when something was last seen
	paths  map[string]bool
	all    bool
	rooted bool // folders came or went
}

// Open begins to watch: what happens from now on is told once Run runs.
func Open(o Options) *Watcher {
	w := &Watcher{Options: o, pace: usual}
	if w.Ignore == nil {
		w.Ignore = func(string) bool { return false }
	}
	real, err := fsnotify.NewWatcher()
	if err != nil {
		w.surrender(limit(err))
		return w
	}
	w.use(real, real.Events, real.Errors)
	return w
}

// use takes a notifier and plants its watches.
func (w *Watcher) use(n notifier, events chan fsnotify.Event, errs chan error) {
	w.notifier, w.events, w.errors = n, events, errs
	w.watched = map[string]bool{}
	w.root, _ = os.Stat(w.Root)
	if err := w.plant(); err != nil {
		w.surrender(err)
	}
}

// Run tells of changes until ctx ends. It is called once.
func (w *Watcher) Run(ctx context.Context) {
	defer w.close()
	w.begin()
	if w.cause != nil {
		w.Tell(Event{Kind: Polling, Cause: w.cause})
		w.saw("") // whatever happened since Open is in what it begins with
	}
	beat := time.NewTicker(w.pace.beat)
	defer beat.Stop()
	quiet := time.NewTimer(time.Hour)
	defer quiet.Stop()
	for {
		if at, is := w.due(); is {
			quiet.Reset(time.Until(at))
		}
		select {
		case <-ctx.Done():
			return
		case e, open := <-w.events:
			if !open { // never without being closed: then events are not enough
				w.surrender(ErrSilent)
				w.Tell(Event{Kind: Polling, Cause: w.cause})
				continue
			}
			w.event(e)
		case err := <-w.errors:
			w.failure(err)
		case <-quiet.C:
			w.settle()
		case now := <-beat.C:
			w.look(now)
		}
	}
}

func (w *Watcher) close() {
	if w.notifier != nil {
		_ = w.notifier.Close() // nothing depends on it any more
	}
}

// event notes one event of the system.
func (w *Watcher) event(e fsnotify.Event) {
	if e.Name == "" || e.Op == 0 {
		return
	}
	gone := e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename)
	if filepath.Clean(e.Name) == filepath.Clean(w.Root) {
		if gone {
			w.look(time.Now())
		}
		return
	}
	path, watched := w.path(e.Name)
	if !watched {
		return
	}
	w.trials.heard(path)
	switch {
	case gone && w.watched[e.Name]:
		w.forget(e.Name)
		w.pending.rooted = true
	case e.Has(fsnotify.Create) && (isFolder(e.Name) || isLink(e.Name)):
		w.pending.rooted = true
	case gone && !strings.Contains(path, "/"):
		w.pending.rooted = true // a folder that is no longer one of ours
	}
	w.saw(path)
}

// path returns the slash-separated path below Root of a file that matters.
func (w *Watcher) path(name string) (path string, matters bool) {
	rel, err := filepath.Rel(w.Root, name)
	if err != nil {
		return "", false
	}
	path = filepath.ToSlash(rel)
	first, rest, below := strings.Cut(path, "/")
	if !slices.Contains(w.Folders, first) {
		return path, !below && slices.Contains(w.Files, path)
	}
	for part := range strings.SplitSeq(rest, "/") {
		if part != "" && w.Ignore(part) {
			return "", false
		}
	}
	return path, true
}

// failure notes what the notifier cannot do.
func (w *Watcher) failure(err error) {
	if err == nil {
		return
	}
	// An overflow, or something unknown: whatever happened, everything is to
	// be looked at.
	w.pending.rooted = true
	w.saw("")
}

// saw notes a change; "" stands for an unknown one.
func (w *Watcher) saw(path string) {
	p := &w.pending
	if p.since.IsZero() {
		p.since = time.Now()
		p.paths = map[string]bool{}
		w.Tell(Event{Kind: Began})
	}
	p.last = time.Now()
	if path == "" || len(p.paths) >= manyPaths {
		p.all = true
		return
	}
	p.paths[path] = true
}

// due returns when the pending change is to be told.
func (w *Watcher) due() (at time.Time, is bool) {
	p := &w.pending
	if p.since.IsZero() {
		return time.Time{}, false
	}
	at, latest := p.last.Add(w.pace.quiet), p.since.Add(w.pace.storm)
	if at.After(latest) {
		at = latest
	}
	return at, true
}

// settle ends a change.
func (w *Watcher) settle() {
	p := w.pending
	at, is := w.due()
	if !is || time.Until(at) > 0 {
		return
	}
	w.pending = pending{}
	if p.rooted && w.notifier != nil {
		p.all = true
		if err := w.plant(); err != nil {
			w.surrender(err)
			w.Tell(Event{Kind: Polling, Cause: w.cause})
		}
	}
	paths := make([]string, 0, len(p.paths))
	for path := range p.paths {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	w.Tell(Event{Kind: Quiet, Paths: paths, All: p.all})
}
