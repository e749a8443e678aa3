package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"stadtbote/internal/build"
)

// terminal is an Env that remembers what is written.
type terminal struct {
	Env
	out, err bytes.Buffer
}

func newTerminal(t *testing.T, environment map[string]string, args ...string) *terminal {
	t.Helper()
	term := &terminal{}
	term.Env = Env{
		Args:   args,
		Stdin:  strings.NewReader(""),
		Stdout: &term.out,
		Stderr: &term.err,
		Dir:    t.TempDir(),
		LookupEnv: func(name string) (string, bool) {
			value, set := environment[name]
			return value, set
		},
		Now:      func() time.Time { return time.Date(2026, 11, 9, 12, 0, 0, 0, time.UTC) },
		Identity: func() (string, error) { return "test", nil },
	}
	return term
}

func (term *terminal) run() int { return Run(context.Background(), term.Env) }

func (term *terminal) write(t *testing.T, name, text string) {
	t.Helper()
	name = filepath.Join(term.Dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

const smallSite = "base_url: https://www.musterstadt.example/\n"

func TestTheLanguageIsChosenByFlagThenEnvironment(t *testing.T) {
	tests := []struct {
		name        string
		environment map[string]string
		args        []string
		want        tongue
	}{
		{"nothing is said", nil, nil, german},
		{"no language at all", map[string]string{"LANG": "C.UTF-8"}, nil, german},
		{"Austria", map[string]string{"LANG": "de_AT.UTF-8"}, nil, german},
		{"Britain", map[string]string{"LANG": "en_GB.UTF-8"}, nil, english},
		{"France, whose language we lack", map[string]string{"LANG": "fr_FR"}, nil, english},
		{"LC_ALL before LANG", map[string]string{"LANG": "en_GB", "LC_ALL": "de_DE"}, nil, german},
		{"the flag before all", map[string]string{"LC_ALL": "de_DE"}, []string{"build", "--lang=en"}, english},
		{"the flag in two words", nil, []string{"--lang", "en", "build"}, english},
		{"no flag after --", nil, []string{"new", "seite", "--", "--lang=en"}, german},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := choose(newTerminal(t, test.environment, test.args...).Env); got != test.want {
				t.Errorf("got %s", got)
			}
		})
	}
}

func TestAPanicIsToldPolitely(t *testing.T) {
	for language, want := range map[string]string{"de": "Entschuldigung: Das Programm", "en": "Sorry: the program"} {
		term := newTerminal(t, nil, "build", "--lang", language)
		term.write(t, "stadtbote.yaml", smallSite)
		term.Identity = func() (string, error) { panic("a bolt from the blue") }
		if code := term.run(); code != 2 {
			t.Errorf("exit code %d", code)
		}
		for _, part := range []string{want, "a bolt from the blue", "cli_test.go", "stadtbote"} {
			if !strings.Contains(term.err.String()+version().String(), part) {
				t.Errorf("%q is missing from\n%s", part, term.err.String())
			}
		}
	}
}

func TestAFailureOfTheMachineIsNoFaultOfAnAuthor(t *testing.T) {
	term := newTerminal(t, nil, "build")
	term.write(t, "stadtbote.yaml", smallSite)
	term.Identity = func() (string, error) { return "", errors.New("the program is gone") }
	if code := term.run(); code != 2 || !strings.Contains(term.err.String(), "Fehler: the program is gone") {
		t.Errorf("exit code %d, %s", code, term.err.String())
	}
}

func TestACancelledBuildSaysSo(t *testing.T) {
	term := newTerminal(t, nil, "build")
	term.write(t, "stadtbote.yaml", smallSite)
	term.write(t, "content/meldungen/tee.md", "---\ntitel: Tee\ndatum: 1.2.2026\nteaser: Tee.\nrubrik: Rathaus\n---\n")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if code := Run(ctx, term.Env); code != 2 || !strings.HasPrefix(term.err.String(), "Abgebrochen.") {
		t.Errorf("exit code %d, %s", code, term.err.String())
	}
	if _, err := os.Stat(filepath.Join(term.Dir, "public", "index.html")); err == nil {
		t.Error("a page was published")
	}
}

func TestColourNeedsATerminalThatWantsIt(t *testing.T) {
	tests := []struct {
		name        string
		terminal    bool
		environment map[string]string
		want        bool
	}{
		{"a terminal", true, nil, true},
		{"a file", false, nil, false},
		{"a terminal with NO_COLOR", true, map[string]string{"NO_COLOR": "1"}, false},
		{"a dumb terminal", true, map[string]string{"TERM": "dumb"}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			term := newTerminal(t, test.environment, "build")
			term.IsTerminal = test.terminal
			term.write(t, "content/meldungen/leer.md", "")
			if code := term.run(); code != 1 {
				t.Fatalf("exit code %d, %s", code, term.err.String())
			}
			if got := strings.Contains(term.err.String(), "\x1b[1;31m"); got != test.want {
				t.Errorf("coloured: %t in %q", got, term.err.String())
			}
		})
	}
}

func TestProgress(t *testing.T) {
	now := time.Date(2026, 11, 9, 12, 0, 0, 0, time.UTC)
	clock := func() time.Time { return now }
	steps := func(p *progress) {
		for done := range 81 { // four seconds
			p.show(build.Progress{Stage: build.Making, Done: done * 125, Total: 10_000})
			now = now.Add(50 * time.Millisecond)
		}
		p.clear()
	}
	var out bytes.Buffer
	a := &app{Env: Env{Stderr: &out, Now: clock}, tongue: german}

	steps(a.progress(false))
	if want := "7.500 von 10.000 Dateien gemacht\n10.000 von 10.000 Dateien gemacht\n"; out.String() != want {
		t.Errorf("after three seconds a log gets a line a second:\n%s", out.String())
	}

	out.Reset()
	a.IsTerminal = true
	steps(a.progress(false))
	if n := strings.Count(out.String(), "\r"); n < 30 || n > 50 || strings.Contains(out.String(), "\n") {
		t.Errorf("a terminal gets a bar ten times a second: %d, %q", n, out.String())
	}
	if !strings.HasSuffix(out.String(), "\r\x1b[K") {
		t.Error("the bar is not taken away")
	}

	out.Reset()
	steps(a.progress(true))
	if out.Len() > 0 {
		t.Errorf("quiet, but %q", out.String())
	}
}

// Every word of every command is there in both languages.
func TestEveryCommandSpeaksBothLanguages(t *testing.T) {
	words := func(language tongue) map[string]string {
		a := &app{Env: newTerminal(t, nil).Env, tongue: language}
		said := map[string]string{}
		var visit func(cmd *cobra.Command)
		visit = func(cmd *cobra.Command) {
			said[cmd.CommandPath()] = cmd.Short
			cmd.LocalFlags().VisitAll(func(flag *pflag.Flag) { said[cmd.CommandPath()+" --"+flag.Name] = flag.Usage })
			for _, sub := range cmd.Commands() {
				visit(sub)
			}
		}
		visit(a.root())
		return said
	}
	de, en := words(german), words(english)
	if len(de) < 30 || len(de) != len(en) {
		t.Fatalf("%d German and %d English texts", len(de), len(en))
	}
	for name := range de {
		if de[name] == "" || en[name] == "" || de[name] == en[name] {
			t.Errorf("%s: %q, %q", name, de[name], en[name])
		}
	}
}

func TestNumbersAreWrittenAsTheirReadersDo(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1.000", 1234567: "1.234.567"} {
		if got := german.number(n); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		if got := english.number(n); got != strings.ReplaceAll(want, ".", ",") {
			t.Errorf("got %s in English", got)
		}
	}
	if got := german.count(1, "Fehler", "Fehler") + german.decimal(0.25); got != "1 Fehler0,2" {
		t.Errorf("got %s", got)
	}
}

func TestATitleIsMadeOfAFoldersName(t *testing.T) {
	for name, want := range map[string]string{"muster-stadt_news": "Muster Stadt News", "örtchen": "Örtchen", "-": "Musterstadt"} {
		if got := siteTitle(filepath.Join("somewhere", name)); got != want {
			t.Errorf("%s: got %q", name, got)
		}
	}
}
