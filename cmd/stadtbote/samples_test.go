package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stadtbote"
	"stadtbote/internal/build"
	"stadtbote/internal/cli"
	"stadtbote/internal/lang"
	"stadtbote/internal/site"
)

// TestPostsOfOtherGeneratorsAreAccountedFor builds posts that were written for
// other generators, their front matter unchanged. Each is published, or named
// with its place and the reason, and a second build has nothing to do.
func TestPostsOfOtherGeneratorsAreAccountedFor(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	samples := filepath.Join("..", "..", "..", "shared", "samples")
	if _, err := os.Stat(samples); err != nil {
		t.Skip("../shared is missing: " + err.Error())
	}
	tests := []struct {
		name, from, to, config string
		published              int // at least
	}{
		{"German posts", "codefor-de/content", "content/meldungen", "", 290},
		{"German posts, their HTML cleaned", "codefor-de/content", "content/meldungen", "markdown:\n  html: sanitize\n", 380},
		{"English pages", "hugodocs/content/en", "content/seiten", "language: en\n", 430},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			folder := t.TempDir()
			if err := os.CopyFS(filepath.Join(folder, filepath.FromSlash(test.to)), os.DirFS(filepath.Join(samples, filepath.FromSlash(test.from)))); err != nil {
				t.Fatal(err)
			}
			config := "base_url: https://www.musterstadt.example/\n" + test.config
			if err := os.WriteFile(filepath.Join(folder, "stadtbote.yaml"), []byte(config), 0o666); err != nil {
				t.Fatal(err)
			}
			found, summary := builtWithoutBroken(t, folder)
			published := account(t, folder, found, summary)
			t.Logf("%d published", published)
			if published < test.published {
				t.Errorf("only %d published", published)
			}
			if _, summary := builtWithoutBroken(t, folder); !strings.Contains(summary, "davon 0 geschrieben") {
				t.Errorf("the second build wrote something:\n%s", summary[strings.LastIndex(summary, "Fertig"):])
			}
		})
	}
}

// told is a finding as --format json tells it.
type told struct {
	Code, Severity, File, Message, Remedy string
	Line, Col                             int
}

// builtWithoutBroken builds a site with --skip-broken and returns what was
// found and said.
func builtWithoutBroken(t *testing.T, folder string) (found []told, summary string) {
	t.Helper()
	var out, words bytes.Buffer
	code := cli.Run(context.Background(), cli.Env{
		Args:      []string{"build", "--skip-broken", "--format", "json", "--now", "2026-11-09"},
		Stdin:     strings.NewReader(""),
		Stdout:    &out,
		Stderr:    &words,
		Dir:       folder,
		LookupEnv: func(string) (string, bool) { return "", false },
		Now:       time.Now,
		Identity:  func() (string, error) { return "test", nil },
	})
	if code != 0 {
		t.Fatalf("exit code %d:\n%s", code, words.String())
	}
	for decoder := json.NewDecoder(&out); ; {
		var d told
		if err := decoder.Decode(&d); err == io.EOF {
			return found, words.String()
		} else if err != nil {
			t.Fatal(err)
		}
		found = append(found, d)
	}
}

// account checks that every post is a page that was written, or is left out
// for a reason that was told; it returns how many are pages.
func account(t *testing.T, folder string, found []told, summary string) (published int) {
	t.Helper()
	reasons := map[string]bool{}
	for _, d := range found {
		if d.Message == "" || d.Remedy == "" || d.Code == "" {
			t.Errorf("%+v lacks its words", d)
		}
		if d.Severity == "error" {
			reasons[d.File] = true
		}
	}
	planned := plan(t, folder)
	for _, o := range planned.Left {
		if o.Reason == site.Broken && !reasons[o.Path] {
			t.Errorf("%s is left out without a reason", o.Path)
		}
		if o.Reason == site.Broken && !strings.Contains(summary, "Ausgelassen: "+o.Path+" (fehlerhaft)\n") {
			t.Errorf("%s is not named as left out", o.Path)
		}
	}
	for e := range planned.Site.All() {
		if _, err := os.Stat(filepath.Join(folder, "public", filepath.FromSlash(planned.Site.File(e.URL)))); err != nil {
			t.Errorf("%s: %v", e.Path, err)
		}
		published++
	}
	if posts := countPosts(t, folder); posts != published+len(planned.Left) {
		t.Errorf("%d posts, but %d pages and %d left out", posts, published, len(planned.Left))
	}
	return published
}

func plan(t *testing.T, folder string) *build.Planned {
	t.Helper()
	sub := func(fsys fs.FS, name string) fs.FS {
		fsys, err := fs.Sub(fsys, name)
		if err != nil {
			t.Fatal(err)
		}
		return fsys
	}
	planned, err := build.Plan(context.Background(), build.Options{
		Source: os.DirFS(folder), Folder: folder,
		Templates: sub(stadtbote.Templates, "templates"), Static: sub(stadtbote.Static, "static"),
		Now: time.Date(2026, 11, 9, 0, 0, 0, 0, lang.Berlin()), Clock: time.Now, SkipBroken: true,
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return planned
}

func countPosts(t *testing.T, folder string) (n int) {
	t.Helper()
	err := filepath.WalkDir(filepath.Join(folder, "content"), func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && filepath.Ext(name) == ".md" {
			n++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}
