package watch

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// A branch is checked out by git itself, there and back.
func TestGitChecksOutABranchOfThousands(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git")
	}
	x := watchTown(t, nil, nil)
	git := func(args ...string) {
		x.Helper()
		command := exec.Command("git", append([]string{"-C", x.root, "-c", "user.name=x", "-c", "user.email=x@example.org"}, args...)...)
		command.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull)
		if out, err := command.CombinedOutput(); err != nil {
			x.Fatalf("git %q: %v\n%s", args, err, out)
		}
	}
	git("init", "-q", "-b", "klein")
	git("add", ".")
	git("commit", "-qm", "klein")
	git("checkout", "-qb", "gross")
	for i := range 2000 {
		x.write(fmt.Sprintf("content/meldungen/%d/%d.md", i%40, i), "neu")
	}
	git("add", ".")
	git("commit", "-qm", "gross")
	x.quiet()
	for range 2 {
		git("checkout", "-q", "klein")
		x.quiet()
		x.hears("content/meldungen/a.md")
		git("checkout", "-q", "--", "content/meldungen/a.md")
		x.quiet()
		git("checkout", "-q", "gross")
		if _, all := x.quiet(); !all {
			t.Error("of so many files nobody knows them all")
		}
		x.hears("content/meldungen/39/1999.md")
		git("checkout", "-q", "--", "content")
		x.quiet()
	}
}

// The system's own queue runs full, because nobody takes from it.
func TestAQueueThatRunsFullIsAChangeOfEverything(t *testing.T) {
	text, err := os.ReadFile("/proc/sys/fs/inotify/max_queued_events")
	limit, notNumber := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil || notNumber != nil || limit > 40_000 || testing.Short() {
		t.Skip("the queue is too long to be filled here")
	}
	x := newTown(t)
	x.events = make(chan Event) // its writer waits for a reader
	overflowed := make(chan error, 1000)
	x.heard = func(err error) { overflowed <- err }
	x.start(nil, nil)
	for i := range limit {
		x.write(fmt.Sprintf("content/meldungen/%d.txt", i), "neu") // in a folder that has a watch
	}
	for late := time.After(4 * patience); ; {
		select {
		case <-x.events:
			continue
		case err := <-overflowed:
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				t.Fatalf("the system complains of %v", err)
			}
		case <-late:
			t.Fatal("the queue never ran full: the test proves nothing")
		}
		break
	}
	for !x.next(Quiet).All { // what was told of before
	}
	x.hears("content/meldungen/a.md")
}

// limited makes the test binary one that may watch three folders.
const limited = "STADTBOTE_TEST_LIMIT"

// The system's own limit is reached. It is lowered for a child alone, in a user
// namespace of its own, where the system allows that.
func TestWhereTheSystemsLimitIsReachedItIsLooked(t *testing.T) {
	if os.Getenv(limited) == "" {
		child := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
		child.Env = append(os.Environ(), limited+"=1")
		child.SysProcAttr = &syscall.SysProcAttr{
			Cloneflags:  syscall.CLONE_NEWUSER,
			UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
			GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
		}
		out, err := child.CombinedOutput()
		switch exit := (*exec.ExitError)(nil); {
		case err != nil && !errors.As(err, &exit):
			t.Skipf("the system allows no namespace: %v", err)
		case err != nil:
			t.Fatalf("%v\n%s", err, out)
		case strings.Contains(string(out), "--- SKIP"):
			t.Skipf("%s", out)
		}
		return
	}
	if err := os.WriteFile("/proc/sys/user/max_inotify_watches", []byte("3"), 0o644); err != nil {
		t.Skip(err)
	}
	x := watchTown(t, nil, nil)
	for i := range 6 {
		x.write(fmt.Sprintf("content/meldungen/%d/a.md", i), "neu")
	}
	if e := x.next(Polling); !errors.Is(e.Cause, ErrLimit) {
		t.Errorf("cause %v", e.Cause)
	}
	x.quiet()
	x.hears("content/meldungen/5/a.md")
}
