package build

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// killEnv makes the test binary a build that waits to be killed: it holds the
// folder and the number of the state to build.
const killEnv = "STADTBOTE_TEST_KILL"

func TestMain(m *testing.M) {
	if at, ok := os.LookupEnv(killEnv); ok {
		folder, state, _ := strings.Cut(at, "|")
		n, err := strconv.Atoi(state)
		if err == nil {
			fmt.Println(begun)
			_, err = Run(context.Background(), killOptions(folder, n))
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	flag.Parse()
	if testing.Short() {
		// The race detector makes everything some seven times slower, and looks
		// for what a few edits show. rapid takes a fifth of this.
		if err := flag.Set("rapid.checks", "25"); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// killOptions build state n of a site with some hundred articles. Odd and even
// states have different ones, and all texts differ.
func killOptions(folder string, n int) Options {
	files := fstest.MapFS{"stadtbote.yaml": {Data: []byte(smallConfig + "outputs: {" + lean + "}\n")}}
	for i := range 300 {
		if i%10 == n%2 {
			continue
		}
		text := fmt.Sprintf("---\ntitel: Meldung %d\ndatum: 2026-05-%02d\nteaser: Kurz.\nrubrik: Rathaus\n---\n\nStand %d. %s\n", i, 1+i%28, n, strings.Repeat("Viel Text. ", 200))
		files[fmt.Sprintf("content/meldungen/m%03d.md", i)] = &fstest.MapFile{Data: []byte(text), ModTime: time.Unix(int64(1000*n), 0)}
	}
	templates := fstest.MapFS{}
	for name, text := range smallTemplates() {
		templates[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return Options{
		Source: files, Folder: filepath.Join(folder, "site"), Templates: templates,
		Static: fstest.MapFS{"css/site.css": {Data: []byte("body{}")}},
		Out:    filepath.Join(folder, "public"), Cache: filepath.Join(folder, "cache"),
		Now: time.Unix(1_800_000_000, 0), Clock: time.Now, Version: "test",
	}
}

// begun is what a build to be killed says when it begins.
const begun = "begun"

// A build is killed at a random moment, again and again: one between its
// beginning and the time that it would have taken. What then lies in the
// folder is whole files, each the old or the new one; and the next build makes
// it right. Only kills that came in time are counted.
func TestKilledBuildIsHealedByTheNext(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("takes a minute")
	}
	kills := 200
	if n, err := strconv.Atoi(os.Getenv("STADTBOTE_KILLS")); err == nil {
		kills = n // for long runs
	}
	w := newTown(t)
	site := func(n int) map[string]string {
		w.files = killOptions(w.folder, n).Source.(fstest.MapFS)
		w.options.Now = killOptions(w.folder, n).Now
		w.static = fstest.MapFS{"css/site.css": {Data: []byte("body{}")}}
		want, _ := w.clean(nil)
		return want
	}
	states := []map[string]string{site(0), site(1)}
	tries, takes := 0, newPaces(t, w.folder)
	for killed := 0; killed < kills; tries++ {
		if tries > 10*kills {
			t.Fatalf("%d of %d kills came in time", killed, tries)
		}
		underWay := runAndKill(t, w.folder, tries, time.Duration(rand.Int64N(int64(takes.next(tries)))))
		takes.learn(underWay)
		if !underWay {
			continue
		}
		for name, text := range w.out() {
			if strings.HasPrefix(name, ".stadtbote-new/") {
				continue
			}
			if a, b := sameButState(text, states[0][name]), sameButState(text, states[1][name]); !a && !b {
				t.Fatalf("after kill %d %s is torn:\n%s", tries, name, text)
			}
		}
		if killed++; killed%3 == 0 {
			o := killOptions(w.folder, tries)
			if report, err := Run(t.Context(), o); err != nil || report.Diags.HasErrors() {
				t.Fatalf("healing after kill %d: %v %v", tries, report.Diags, err)
			}
			if difference := differences(w.out(), site(tries)); difference != "" {
				t.Fatalf("after kill %d and one more build:\n%s", tries, difference)
			}
		}
	}
	t.Logf("%d of %d builds were killed under way", kills, tries)
}

// paces measures how long builds take now: the machine may be busy.
type paces struct {
	t      *testing.T
	folder string
	took   time.Duration
}

func newPaces(t *testing.T, folder string) *paces { return &paces{t: t, folder: folder} }

// next returns how long build n may take; now and then that is measured anew,
// by a build that nobody kills.
func (p *paces) next(n int) time.Duration {
	p.t.Helper()
	if n%40 == 0 {
		start := time.Now()
		if runAndKill(p.t, p.folder, n, 0) {
			p.t.Fatal("a build that nobody killed was killed")
		}
		p.took = max(time.Since(start), time.Millisecond)
	}
	return p.took
}

// learn takes note of whether a kill came in time. Builds take longer or
// shorter as the machine is busy, and starting a process, which is measured
// with them, may take longer than they do.
func (p *paces) learn(inTime bool) {
	if inTime {
		p.took += p.took / 20
	} else {
		p.took = max(p.took-p.took/5, time.Millisecond)
	}
}

// sameButState compares two pages apart from the number of the state.
func sameButState(got, want string) bool {
	return statelessly(got) == statelessly(want)
}

func statelessly(text string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, "Stand ")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		_, text, _ = strings.Cut(after, ".")
	}
}

// runAndKill starts a build and kills it that long after it has begun, or never
// if that is 0; it reports whether the build was still under way.
func runAndKill(t *testing.T, folder string, state int, after time.Duration) bool {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), self)
	command.Env = append(os.Environ(), fmt.Sprintf("%s=%s|%d", killEnv, folder, state))
	command.Stderr = os.Stderr
	said, err := command.StdoutPipe()
	if err == nil {
		err = command.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(said).ReadString('\n'); err != nil || line != begun+"\n" {
		t.Fatalf("the build said %q, %v", line, err)
	}
	if after > 0 {
		time.Sleep(after)
		if err := command.Process.Kill(); err != nil && !isDone(err) {
			t.Fatal(err)
		}
	}
	return command.Wait() != nil
}

func isDone(err error) bool { return err.Error() == os.ErrProcessDone.Error() }
