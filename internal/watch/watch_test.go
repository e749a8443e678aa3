package watch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// brisk is a pace that tests have the patience for.
var brisk = pace{
	quiet: 10 * time.Millisecond, storm: 200 * time.Millisecond, beat: 20 * time.Millisecond,
	trial: 40 * time.Millisecond, trials: 100 * time.Millisecond, poll: 20 * time.Millisecond,
}

// patience is how long a test waits for what must happen.
const patience = 5 * time.Second

// town is a site's folder under watch.
type town struct {
	*testing.T
	root   string
	events chan Event
	heard  func(error) // what the system's notifier complains of, if anybody wants to know
}

// silent is a notifier on a file system without events, or one that refuses.
type silent struct{ refuse error }

func (s silent) Add(string) error    { return s.refuse }
func (s silent) Remove(string) error { return nil }
func (s silent) Close() error        { return nil }

// watchTown makes a folder and watches it. A notifier takes the place of the
// system's, if not nil.
func watchTown(t *testing.T, instead notifier, errs chan error) *town {
	t.Helper()
	x := newTown(t)
	x.start(instead, errs)
	return x
}

// newTown makes a folder that nobody watches yet.
func newTown(t *testing.T) *town {
	t.Helper()
	x := &town{T: t, root: filepath.Join(t.TempDir(), "stadt"), events: make(chan Event, 1000)}
	x.write("content/meldungen/a.md", "alt")
	x.write("stadtbote.yaml", "title: Musterstadt")
	return x
}

func (x *town) start(instead notifier, errs chan error) {
	ctx, cancel := context.WithCancel(context.Background())
	o := Options{
		Root: x.root, Folders: []string{"content", "data", "static", "templates"}, Files: []string{"stadtbote.yaml"},
		Ignore: func(name string) bool { return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") },
		Tell: func(e Event) {
			select {
			case x.events <- e:
			case <-ctx.Done(): // nobody listens any more
			}
		},
	}
	w := Open(o)
	if instead != nil {
		w.close()
		w.use(instead, nil, errs)
	} else if errs != nil {
		w.errors = errs
	}
	if x.heard != nil {
		w.errors = overheard(w.errors, x.heard)
	}
	w.pace = brisk
	done := make(chan struct{})
	go func() { w.Run(ctx); close(done) }()
	x.Cleanup(func() { cancel(); <-done })
}

// overheard passes errors on and tells of each.
func overheard(from chan error, tell func(error)) chan error {
	to := make(chan error)
	go func() {
		for err := range from {
			tell(err)
			to <- err
		}
	}()
	return to
}

func (x *town) path(name string) string { return filepath.Join(x.root, filepath.FromSlash(name)) }

func (x *town) write(name, text string) {
	x.Helper()
	x.must(os.MkdirAll(filepath.Dir(x.path(name)), 0o755))
	x.must(os.WriteFile(x.path(name), []byte(text), 0o644))
}

func (x *town) rename(from, to string) {
	x.Helper()
	x.must(os.Rename(x.path(from), x.path(to)))
}

func (x *town) must(err error) {
	x.Helper()
	if err != nil {
		x.Fatal(err)
	}
}

// next returns the next event of a kind; Began comes before Quiet.
func (x *town) next(kind Kind) Event {
	x.Helper()
	for late := time.After(patience); ; {
		select {
		case e := <-x.events:
			if e.Kind == kind {
				return e
			}
		case <-late:
			x.Fatalf("no event of kind %d within %v", kind, patience)
		}
	}
}

// quiet waits until nothing is told any more, and returns all paths told since.
func (x *town) quiet() (paths []string, all bool) {
	x.Helper()
	e := x.next(Quiet)
	for {
		paths, all = append(paths, e.Paths...), all || e.All
		select {
		case e = <-x.events:
		case <-time.After(10 * brisk.quiet):
			slices.Sort(paths)
			return slices.Compact(paths), all
		}
	}
}

// hears fails unless a change of the file is told.
func (x *town) hears(name string) {
	x.Helper()
	x.write(name, fmt.Sprint("neu ", time.Now().UnixNano()))
	if paths, all := x.quiet(); !all && !slices.Contains(paths, name) {
		x.Errorf("%s changed, told were %q", name, paths)
	}
}

// hearsNothing fails if anything is told.
func (x *town) hearsNothing() {
	x.Helper()
	select {
	case e := <-x.events:
		x.Errorf("told %+v", e)
	case <-time.After(150 * time.Millisecond):
	}
}

func TestWhatMakesAnEvent(t *testing.T) {
	for name, change := range map[string]func(x *town){
		"a file is written in place":         func(x *town) { x.write("content/meldungen/a.md", "neu") },
		"the configuration":                  func(x *town) { x.write("stadtbote.yaml", "title: Posemuckel") },
		"the first data of the site":         func(x *town) { x.write("data/impressum.yaml", "a: b") },
		"the first template":                 func(x *town) { x.write("templates/partials/footer.html", "x") },
		"a picture":                          func(x *town) { x.write("static/img/a.png", "x") },
		"a file goes":                        func(x *town) { x.must(os.Remove(x.path("content/meldungen/a.md"))) },
		"all of content goes":                func(x *town) { x.must(os.RemoveAll(x.path("content"))) },
		"the permission to read a file goes": func(x *town) { x.must(os.Chmod(x.path("content/meldungen/a.md"), 0)) },
		"an editor saves by rename": func(x *town) {
			x.write("content/meldungen/.a.md.swp", "neu")
			x.rename("content/meldungen/.a.md.swp", "content/meldungen/a.md")
		},
		"an editor moves the old file away and writes a new one": func(x *town) {
			x.rename("content/meldungen/a.md", "content/meldungen/a.md~")
			x.write("content/meldungen/a.md", "neu")
		},
	} {
		t.Run(name, func(t *testing.T) {
			x := watchTown(t, nil, nil)
			change(x)
			x.next(Began)
			x.next(Quiet)
		})
	}
}

func TestWhatMakesNone(t *testing.T) {
	x := watchTown(t, nil, nil)
	x.write("static/a.txt", "x") // folders of the site are a change
	x.quiet()
	for _, name := range []string{
		"content/meldungen/.a.md.swp", "content/meldungen/a.md~", "content/.#a.md", "static/.DS_Store", "content/.git/index",
		"public/index.html", ".stadtbote/manifest", "README.md",
	} {
		x.write(name, "x")
	}
	x.hearsNothing()
}

func TestASavedFileIsNamed(t *testing.T) {
	x := watchTown(t, nil, nil)
	x.write("content/meldungen/a.md", "neu")
	if e := x.next(Quiet); e.All || !slices.Equal(e.Paths, []string{"content/meldungen/a.md"}) {
		t.Errorf("told %+v", e)
	}
}

func TestAFolderThatAppearsWholeIsWatchedToItsDepth(t *testing.T) {
	x := watchTown(t, nil, nil)
	x.write("anderswo/2026/11/bericht/index.md", "neu")
	x.hearsNothing()
	x.rename("anderswo", "content/meldungen/jahre")
	if _, all := x.quiet(); !all {
		t.Error("what came with the folder is not known")
	}
	x.hears("content/meldungen/jahre/2026/11/bericht/index.md")
}

func TestARenamedFolderIsToldOfByItsNewName(t *testing.T) {
	x := watchTown(t, nil, nil)
	x.write("content/meldungen/2025/tief/b.md", "alt")
	x.quiet()
	x.rename("content/meldungen/2025", "content/meldungen/2026")
	x.quiet()
	x.hears("content/meldungen/2026/tief/b.md")
	x.rename("content/meldungen/2026", "fort")
	x.quiet()
	x.write("fort/tief/b.md", "nicht mehr dabei")
	x.hearsNothing()
}

func TestADeletedFolderMayComeBack(t *testing.T) {
	x := watchTown(t, nil, nil)
	for range 3 {
		x.must(os.RemoveAll(x.path("content")))
		x.quiet()
		x.write("content/meldungen/a.md", "wieder da")
		x.quiet()
		x.hears("content/meldungen/a.md")
	}
}

func TestABranchWithThousandsOfFilesIsFewChanges(t *testing.T) {
	x := watchTown(t, nil, nil)
	start := time.Now()
	for i := range 3000 {
		x.write(fmt.Sprintf("content/meldungen/%d/%d.md", i%30, i), "neu")
	}
	took := time.Since(start)
	_, all := x.quiet()
	if !all {
		t.Error("with so many files nobody knows them all")
	}
	x.hears("content/meldungen/29/2999.md")
	t.Logf("written in %v", took)
}

func TestAStormIsToldOfBeforeItEnds(t *testing.T) {
	x := watchTown(t, nil, nil)
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for n := 0; ; n++ {
			select {
			case <-stop:
				return
			case <-time.After(2 * time.Millisecond):
				_ = os.WriteFile(x.path("content/meldungen/a.md"), fmt.Append(nil, n), 0o644)
			}
		}
	}()
	x.next(Began)
	start := time.Now()
	x.next(Quiet)
	if took := time.Since(start); took > time.Second {
		t.Errorf("the first Quiet came after %v", took)
	}
	x.next(Quiet)
	close(stop)
	<-done
}

func TestAnOverflowIsAChangeOfEverything(t *testing.T) {
	errs := make(chan error, 1)
	x := watchTown(t, nil, errs)
	errs <- fsnotify.ErrEventOverflow
	if _, all := x.quiet(); !all {
		t.Error("who lost events knows no paths")
	}
	x.hears("content/meldungen/a.md")
}

func TestASilentFileSystemIsLookedAt(t *testing.T) {
	x := watchTown(t, silent{}, nil)
	time.Sleep(3 * brisk.trial) // nothing happens: nothing is suspicious
	x.write("content/meldungen/a.md", "neu, und niemand sagt es")
	if e := x.next(Polling); !errors.Is(e.Cause, ErrSilent) {
		t.Errorf("cause %v", e.Cause)
	}
	x.next(Quiet)
	x.hears("content/meldungen/a.md")
	x.hears("content/neu/b.md")
	x.hears("stadtbote.yaml")
	x.write("content/.a.swp", "x")
	x.hearsNothing()
}

func TestWhereWatchesAreRefusedItIsLooked(t *testing.T) {
	x := watchTown(t, silent{refuse: syscall.ENOSPC}, nil)
	if e := x.next(Polling); !errors.Is(e.Cause, ErrLimit) || !errors.Is(e.Cause, syscall.ENOSPC) {
		t.Errorf("cause %v", e.Cause)
	}
	x.quiet()
	x.hears("content/meldungen/a.md")
}

func TestTheRootMayBeReplaced(t *testing.T) {
	for name, instead := range map[string]notifier{"with events": nil, "where it is looked": silent{refuse: syscall.ENOSPC}} {
		t.Run(name, func(t *testing.T) {
			x := watchTown(t, instead, nil)
			other := &town{T: t, root: x.root + "-neu", events: x.events}
			other.write("content/meldungen/c.md", "andere Stadt")
			x.must(os.Rename(x.root, x.root+"-alt"))
			time.Sleep(3 * brisk.beat)
			x.must(os.Rename(other.root, x.root))
			if _, all := x.quiet(); !all {
				t.Error("of another folder nothing is known")
			}
			x.hears("content/meldungen/c.md")
		})
	}
}

func TestTheRootMayBeALinkThatIsTurned(t *testing.T) {
	base := t.TempDir()
	x := &town{T: t, root: filepath.Join(base, "aktuell"), events: make(chan Event, 1000)}
	for _, release := range []string{"eins", "zwei"} {
		(&town{T: t, root: filepath.Join(base, release)}).write("content/a.md", release)
	}
	x.must(os.Symlink("eins", x.root))
	x.start(nil, nil)
	x.hears("content/a.md")
	x.must(os.Symlink("zwei", x.root+".neu"))
	x.must(os.Rename(x.root+".neu", x.root))
	x.quiet()
	x.hears("content/a.md")
}
