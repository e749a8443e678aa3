package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strconv"
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
// with the wrong files and not with the right ones.
func TestStories(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute with the race detector")
	}
	for _, group := range diag.Groups() {
		for _, e := range group.ByCode() {
			story, known := diag.StoryOf(e.Code)
			if !known || story.Untested != "" {
				continue
			}
			t.Run(string(e.Code), func(t *testing.T) {
				t.Parallel()
				if codes, said := play(t, story.Command, story.Both, story.Wrong); !slices.Contains(codes, e.Code) {
					t.Errorf("not reported with the wrong files; reported: %v\n%s", codes, said)
				}
				if codes, said := play(t, story.Command, story.Both, story.Right); slices.Contains(codes, e.Code) {
					t.Errorf("reported with the right files as well\n%s", said)
				} else if story.Command[0] == "build" && len(codes) > 0 {
					t.Errorf("the right files have other findings: %v\n%s", codes, said)
				}
			})
		}
	}
}

// play lays out files and runs a command on them. It returns the codes that
// were reported, and everything that the program said.
func play(t *testing.T, command []string, sets ...[]diag.Sample) (codes []diag.Code, said string) {
	t.Helper()
	folder := t.TempDir()
	lay(t, folder, diag.Sample{File: "stadtbote.yaml", Text: "base_url: https://www.musterstadt.example/\noutputs: {pdf: false}\n"})
	lay(t, folder, diag.Sample{File: "content/seiten/impressum.md", Text: "---\ntitel: Impressum\n---\nStadt Musterstadt\n"})
	if command[0] == "check" { // what a site must have is there, save for the mistake
		ground, err := txtar.ParseFile(filepath.Join("..", "..", "internal", "check", "testdata", "musterstadt.txtar"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range ground.Files {
			lay(t, folder, diag.Sample{File: f.Name, Text: string(f.Data)})
		}
	}
	for _, set := range sets {
		for _, sample := range set {
			lay(t, folder, sample)
		}
	}
	var out, errs bytes.Buffer
	cli.Run(context.Background(), cli.Env{
		Args:      append(slices.Clone(command), "--format", "json"),
		Stdin:     strings.NewReader(""),
		Stdout:    &out,
		Stderr:    &errs,
		Dir:       folder,
		LookupEnv: func(string) (string, bool) { return "", false },
		Now:       storyDay,
		Identity:  func() (string, error) { return "test", nil },
	})
	said = out.String() + errs.String()
	for line := range strings.Lines(out.String()) {
		var finding struct{ Code diag.Code }
		if err := json.Unmarshal([]byte(line), &finding); err != nil {
			t.Fatalf("%v: %s\n%s", err, line, errs.String())
		}
		codes = append(codes, finding.Code)
	}
	return codes, said
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

// contentOf returns what a file of a story holds: its text, or what the text
// says in parentheses.
func contentOf(t *testing.T, sample diag.Sample) []byte {
	t.Helper()
	text := strings.TrimSpace(sample.Text)
	var width, height int
	if n, _ := fmt.Sscanf(text, "(picture %dx%d)", &width, &height); n == 2 {
		return pictureOf(t, sample.File, width, height)
	}
	if quoted, ok := strings.CutPrefix(text, "(bytes "); ok {
		data, err := strconv.Unquote(strings.TrimSuffix(quoted, ")"))
		if err != nil {
			t.Fatalf("%s: %v", sample.File, err)
		}
		return []byte(data)
	}
	return []byte(sample.Text)
}

func pictureOf(t *testing.T, name string, width, height int) []byte {
	t.Helper()
	var b bytes.Buffer
	plain := image.NewGray(image.Rect(0, 0, width, height))
	err := png.Encode(&b, plain)
	if strings.HasSuffix(name, ".jpg") {
		b.Reset()
		err = jpeg.Encode(&b, plain, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
