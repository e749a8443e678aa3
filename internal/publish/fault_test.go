package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"stadtbote/internal/diag"
)

// errKilled is what every operation returns after the process was "killed".
var errKilled = errors.New("killed")

// fault lets the n-th operation of both disks fail. A killed process does
// nothing any more, not even cleaning up.
type fault struct {
	n      int // counts down
	err    error
	fired  bool
	unlock func() error
}

func (f *fault) next() error {
	if f.fired && errors.Is(f.err, errKilled) {
		return errKilled
	}
	f.n--
	if f.n == 0 {
		f.fired = true
		return f.err
	}
	return nil
}

// faulty is a disk whose operations pass through a fault.
type faulty struct {
	disk
	fault *fault
}

func (d *faulty) prepare() error {
	if err := d.fault.next(); err != nil {
		return err
	}
	return d.disk.prepare()
}

func (d *faulty) lstat(name string) (fs.FileInfo, error) {
	if err := d.fault.next(); err != nil {
		return nil, err
	}
	return d.disk.lstat(name)
}

func (d *faulty) readFile(name string) ([]byte, error) {
	if err := d.fault.next(); err != nil {
		return nil, err
	}
	return d.disk.readFile(name)
}

func (d *faulty) stat(name string) (Stat, bool) {
	if err := d.fault.next(); err != nil {
		return Stat{}, false
	}
	return d.disk.stat(name)
}

func (d *faulty) readText(name string) (string, error) {
	if err := d.fault.next(); err != nil {
		return "", err
	}
	return d.disk.readText(name)
}

func (d *faulty) readDir(name string) ([]fs.DirEntry, error) {
	if err := d.fault.next(); err != nil {
		return nil, err
	}
	return d.disk.readDir(name)
}

func (d *faulty) mkdir(name string) error {
	if err := d.fault.next(); err != nil {
		return err
	}
	return d.disk.mkdir(name)
}

// create leaves half a file behind when it fails.
func (d *faulty) create(name string, data []byte) (fs.FileInfo, error) {
	dead := d.fault.fired && errors.Is(d.fault.err, errKilled)
	if err := d.fault.next(); err != nil {
		if !dead {
			_, half := d.disk.create(name, data[:len(data)/2])
			err = errors.Join(err, half)
		}
		return nil, err
	}
	return d.disk.create(name, data)
}

// pour leaves half a file behind as well.
func (d *faulty) pour(name string, what io.WriterTo) error {
	dead := d.fault.fired && errors.Is(d.fault.err, errKilled)
	if err := d.fault.next(); err != nil {
		if !dead {
			var data bytes.Buffer
			_, writing := what.WriteTo(&data)
			_, half := d.disk.create(name, data.Bytes()[:data.Len()/2])
			err = errors.Join(err, writing, half)
		}
		return err
	}
	return d.disk.pour(name, what)
}

func (d *faulty) holds(name, text string) bool {
	return d.fault.next() == nil && d.disk.holds(name, text)
}

func (d *faulty) rename(from, to string) error {
	if err := d.fault.next(); err != nil {
		return err
	}
	return d.disk.rename(from, to)
}

func (d *faulty) remove(name string) error {
	if err := d.fault.next(); err != nil {
		return err
	}
	return d.disk.remove(name)
}

func (d *faulty) flush(names []string) error {
	if err := d.fault.next(); err != nil {
		return err
	}
	return d.disk.flush(names)
}

func (d *faulty) flushNames() error {
	if err := d.fault.next(); err != nil {
		return err
	}
	return d.disk.flushNames()
}

// lock remembers how to let go: the operating system does it for the killed.
func (d *faulty) lock(name string, text []byte) (func() error, error) {
	if err := d.fault.next(); err != nil {
		return nil, err
	}
	unlock, err := d.disk.lock(name, text)
	if err != nil {
		return nil, err
	}
	d.fault.unlock = unlock
	return func() error {
		if err := d.fault.next(); err != nil {
			return err
		}
		d.fault.unlock = nil
		return unlock()
	}, nil
}

// Three states of a site: files that stay, change, come, go, and two names that
// change between file and folder.
var (
	stateOne   = content{"index.html": "one", "same.txt": "same", "a/index.html": "a1", "a/old/index.html": "old", "swap/index.html": "folder", "turn": "file", "css/a.css": "1"}
	stateTwo   = content{"index.html": "two, longer", "same.txt": "same", "a/index.html": "a2", "new/deep/index.html": "new", "swap": "file", "turn/x.html": "folder", "css/b.css": "2"}
	stateThree = content{"index.html": "three", "same.txt": "same", "swap/b.html": "b", "turn": "file again"}
)

func TestEveryFailureLeavesOldOrNewAndIsHealed(t *testing.T) {
	for _, cause := range []error{syscall.ENOSPC, syscall.EACCES, syscall.EIO, errKilled} {
		healings := map[string]content{"the same build": stateTwo}
		if errors.Is(cause, errKilled) {
			healings["going back"], healings["going on"] = stateOne, stateThree
		}
		for next, healing := range healings {
			t.Run(fmt.Sprintf("%v, healed by %s", cause, next), func(t *testing.T) {
				t.Parallel()
				for n := 1; ; n++ {
					if !failAt(t, n, cause, healing) {
						if n < 40 {
							t.Errorf("only %d operations were tried", n)
						}
						break
					}
				}
			})
		}
	}
}

// failAt publishes state one, then state two with the n-th operation failing,
// then a healing state. It reports whether there was an n-th operation.
func failAt(t *testing.T, n int, cause error, healing content) (failed bool) {
	t.Helper()
	site := t.TempDir()
	f := reopen(t, site)
	mustWrite(t, f, stateOne)
	put(t, f, "foreign.txt", "foreign")
	put(t, f, "a/foreign.txt", "foreign")

	broken := reopen(t, site)
	fault := &fault{n: n, err: cause}
	broken.out, broken.cache = &faulty{broken.out, fault}, &faulty{broken.cache, fault}
	_, findings, err := write(broken, stateTwo)
	if len(findings) > 0 {
		t.Fatalf("operation %d: findings %v", n, findings)
	}
	killed := errors.Is(cause, errKilled)
	wantOldOrNew(t, f, n, killed)
	wantExplained(t, err, cause, n)
	if fault.unlock != nil {
		if err := fault.unlock(); err != nil {
			t.Fatal(err)
		}
		put(t, f, lockName, "9999\nnobody\n")
	}

	mustWrite(t, reopen(t, site), healing)
	want := maps.Clone(healing)
	want["foreign.txt"], want["a/foreign.txt"] = "foreign", "foreign"
	wantLies(t, f, want)
	if owned, err := f.owned(); err != nil || !maps.Equal(asSet(owned), asSet(healing.paths())) {
		t.Errorf("operation %d: ours are %v (%v), want %v", n, owned, err, healing.paths())
	}
	if t.Failed() {
		t.Fatalf("at operation %d", n)
	}
	return fault.fired
}

// wantOldOrNew checks what a web server would read after the failure.
func wantOldOrNew(t *testing.T, f *Folder, n int, killed bool) {
	t.Helper()
	for path, text := range lies(t, f) {
		inStaging := strings.HasPrefix(path, stagingName+"/")
		switch {
		case inStaging && killed, strings.HasSuffix(path, "foreign.txt") && text == "foreign":
		case strings.HasSuffix(path, "/") && !inStaging: // an emptied folder
		case inStaging:
			// Left only where clearing up itself was what failed.
		case text != stateOne[path] && text != stateTwo[path], text == "":
			t.Errorf("operation %d: %s holds %q", n, path, text)
		}
	}
	for _, path := range []string{"index.html", "same.txt", "a/index.html", "foreign.txt", "a/foreign.txt"} {
		if _, err := os.Lstat(filepath.Join(f.path, path)); err != nil {
			t.Errorf("operation %d: %s is gone", n, path)
		}
	}
}

// wantExplained checks that a failure carries a finding with a remedy.
func wantExplained(t *testing.T, err, cause error, n int) {
	t.Helper()
	if err == nil || errors.Is(cause, errKilled) {
		return
	}
	want := map[error]diag.Code{syscall.ENOSPC: diag.DiskFull, syscall.EACCES: diag.NotWritable, syscall.EIO: diag.WriteFailed}[cause]
	var known *Problem
	if !errors.As(err, &known) || known.Finding.Code != want {
		t.Errorf("operation %d: got %v, want a problem with code %s", n, err, want)
	}
}

func asSet(paths []string) map[string]bool {
	set := map[string]bool{}
	for _, path := range paths {
		set[path] = true
	}
	return set
}
