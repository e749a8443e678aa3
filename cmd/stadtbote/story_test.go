package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"stadtbote/internal/cli"
	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// storyDay returns when the stories of the codes play.
func storyDay() time.Time { return time.Date(2018, time.November, 20, 12, 0, 0, 0, lang.Berlin()) }

// TestStories plays the examples that "explain" shows: the code is reported
// with the wrong files and not with the right ones. What files and commands
// cannot bring about is played by the test that the story names.
func TestStories(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute with the race detector")
	}
	for _, group := range diag.Groups() {
		for _, e := range group.ByCode() {
			story, known := diag.StoryOf(e.Code)
			if !known {
				t.Errorf("%s has no story", e.Code)
			}
			if !known || story.Played.Name != "" {
				continue
			}
			t.Run(string(e.Code), func(t *testing.T) {
				t.Parallel()
				if codes, said := play(t, e.Code, story, story.Wrong); !slices.Contains(codes, e.Code) {
					t.Errorf("not reported with the wrong files; reported: %v\n%s", codes, said)
				}
				if codes, said := play(t, "", story, story.Right); slices.Contains(codes, e.Code) {
					t.Errorf("reported with the right files as well\n%s", said)
				} else if story.Command[0] == "build" && len(codes) > 0 {
					t.Errorf("the right files have other findings: %v\n%s", codes, said)
				}
			})
		}
	}
}

// play lays out one side of a story and runs its command, or what is typed. It
// returns the codes that were reported, and everything that the program said.
func play(t *testing.T, awaited diag.Code, story diag.Story, side []diag.Sample) (codes []diag.Code, said string) {
	t.Helper()
	folder := t.TempDir()
	ground(t, folder, story.Command[0])
	typed := ""
	for _, sample := range slices.Concat(story.Both, side) {
		if sample.IsTerminal() {
			typed = sample.Text
			continue
		}
		lay(t, folder, sample)
	}
	if typed != "" {
		said = typing(t, folder, typed, awaited)
	} else {
		said = command(t, folder, story.Command)
	}
	for _, match := range reported.FindAllStringSubmatch(said, -1) {
		codes = append(codes, diag.Code(match[1]+match[2]))
	}
	return codes, said
}

// reported is how a finding shows its code, in JSON and as text.
var reported = regexp.MustCompile(`"code":"(SB\d{3})"|\[(SB\d{3})\]`)

// ground lays out what a site must have to be without other findings.
func ground(t *testing.T, folder, command string) {
	t.Helper()
	lay(t, folder, diag.Sample{File: "stadtbote.yaml", Text: "base_url: https://www.musterstadt.example/\noutputs: {pdf: false}\n"})
	lay(t, folder, diag.Sample{File: "content/seiten/impressum.md", Text: "---\ntitel: Impressum\n---\nStadt Musterstadt\n"})
	if command != "check" {
		return
	}
	town, err := txtar.ParseFile(filepath.Join("..", "..", "internal", "check", "testdata", "musterstadt.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range town.Files {
		lay(t, folder, diag.Sample{File: f.Name, Text: string(f.Data)})
	}
}

// command runs a command in a folder and returns all that it said.
func command(t *testing.T, folder string, args []string) string {
	t.Helper()
	var out, errs bytes.Buffer
	code := cli.Run(t.Context(), cli.Env{
		Args:      append(slices.Clone(args), "--format", "json"),
		Stdin:     strings.NewReader(""),
		Stdout:    &out,
		Stderr:    &errs,
		Dir:       folder,
		LookupEnv: func(string) (string, bool) { return "", false },
		Now:       storyDay,
		Identity:  func() (string, error) { return "test", nil },
	})
	if code > 1 {
		t.Errorf("the command could not work: %s", errs.String())
	}
	return out.String() + errs.String()
}

// lay writes a file of a story. A folder is written as a name that ends in /.
func lay(t *testing.T, folder string, sample diag.Sample) {
	t.Helper()
	name := filepath.Join(folder, filepath.FromSlash(sample.File))
	if strings.TrimSpace(sample.Text) == "(none)" {
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
		return
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, contentOf(t, sample), 0o666); err != nil {
		t.Fatal(err)
	}
}
