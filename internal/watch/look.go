package watch

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"stadtbote/internal/digest"
)

// trials tell whether the file system tells of changes.
type trials struct {
	folders []trial
	next    time.Time // when to look again
	wait    time.Duration
}

// trial is what is known of one folder; "" stands for the single files.
type trial struct {
	name    string
	sum     digest.Sum
	heard   bool // an event told of it: it is trusted from now on
	suspect bool // it changed, and no event has come yet
}

// heard notes an event about a path.
func (t *trials) heard(path string) {
	first, _, below := strings.Cut(path, "/")
	for i := range t.folders {
		if f := &t.folders[i]; f.name == first || !below && f.name == "" {
			f.heard = true
		}
	}
}

// begin notes how everything looks before the first event.
func (w *Watcher) begin() {
	w.trials.folders = nil
	for _, name := range append([]string{""}, w.Folders...) {
		w.trials.folders = append(w.trials.folders, trial{name: name, sum: w.sum(name)})
	}
	w.trials.wait = w.pace.trial
	w.trials.next = time.Now().Add(w.trials.wait)
	w.looked = time.Now()
}

// look is done now and then: is the root still the same, and does the system
// tell everything?
func (w *Watcher) look(now time.Time) {
	root, err := os.Stat(w.Root)
	switch {
	case err != nil && w.root == nil:
		return
	case err != nil: // gone; whoever took it away will bring it back, or another
		w.uproot()
		w.root = nil
		return
	case w.root == nil || !os.SameFile(w.root, root):
		w.uproot()
		w.root = root
		w.pending.rooted = true
		w.saw("")
		return
	}
	if w.notifier == nil {
		w.poll(now)
		return
	}
	w.followLinks()
	w.try(now)
}

// uproot takes all watches away.
func (w *Watcher) uproot() {
	if w.notifier != nil {
		w.forget(w.Root)
	}
}

// try compares the folders that no event has told of yet.
func (w *Watcher) try(now time.Time) {
	if now.Before(w.trials.next) {
		return
	}
	w.trials.wait = min(2*w.trials.wait, w.pace.trials)
	w.trials.next = now.Add(w.trials.wait)
	for i := range w.trials.folders {
		f := &w.trials.folders[i]
		if f.heard {
			continue
		}
		sum := w.sum(f.name)
		switch {
		case f.suspect:
			w.surrender(ErrSilent)
			w.Tell(Event{Kind: Polling, Cause: w.cause})
			w.begin()
			w.saw("")
			return
		case sum != f.sum: // an event may be on its way
			f.sum, f.suspect = sum, true
			w.trials.next = now.Add(w.pace.beat)
		}
	}
}

// surrender takes to looking instead of waiting for events.
func (w *Watcher) surrender(cause error) {
	w.close()
	w.notifier, w.events, w.errors, w.cause = nil, nil, nil, cause
	w.root, _ = os.Stat(w.Root)
}

// poll looks whether anything changed. A look that takes long is taken less
// often.
func (w *Watcher) poll(now time.Time) {
	if now.Sub(w.looked) < max(w.pace.poll, 10*w.took) {
		return
	}
	start := time.Now()
	for i := range w.trials.folders {
		f := &w.trials.folders[i]
		if sum := w.sum(f.name); sum != f.sum {
			f.sum = sum
			w.saw("")
		}
	}
	w.looked, w.took = time.Now(), time.Since(start)
}

// sum names how a folder looks from outside. While it is looked instead of told,
// that includes what links lead to; otherwise links are looked at apart, because
// there the system's silence says nothing.
func (w *Watcher) sum(folder string) digest.Sum {
	stat := os.Lstat
	if w.notifier == nil {
		stat = os.Stat
	}
	var b digest.Builder
	note := func(path string, info fs.FileInfo, err error) {
		b.Text(path)
		if err == nil {
			b.Int(info.Size())
			b.Int(info.ModTime().UnixNano())
			b.Int(int64(info.Mode()))
		}
	}
	if folder == "" {
		for _, name := range w.Files {
			info, err := stat(filepath.Join(w.Root, name))
			note(name, info, err)
		}
		return b.Name()
	}
	_ = filepath.WalkDir(filepath.Join(w.Root, folder), func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			note(path, nil, err)
		case w.Ignore(entry.Name()) && entry.IsDir():
			return fs.SkipDir
		case w.Ignore(entry.Name()), entry.IsDir():
		default:
			info, err := stat(path)
			note(path, info, err)
		}
		return nil
	})
	return b.Name()
}
