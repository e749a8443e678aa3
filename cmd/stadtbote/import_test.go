package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stadtbote/internal/cli"
)

// imported is the account of one file, as "import --format json" gives it.
type imported struct {
	File, Fate, State string
	To                []string
	Findings          []struct{ Message string }
}

// TestSitesOfOthersMoveIn takes over real sites. Every file is accounted for,
// and a build publishes exactly what the report says.
func TestSitesOfOthersMoveIn(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	samples := filepath.Join("..", "..", "..", "shared", "samples")
	if _, err := os.Stat(samples); err != nil {
		t.Skip("../shared is missing: " + err.Error())
	}
	for name, least := range map[string]int{"codefor-de": 420, "hugodocs": 380} {
		t.Run(name, func(t *testing.T) {
			old, err := filepath.Abs(filepath.Join(samples, name))
			if err != nil {
				t.Fatal(err)
			}
			folder := t.TempDir()
			accounts := importSite(t, old, folder)
			everyFile(t, old, accounts)
			builtWithoutBroken(t, folder)
			published := 0
			planned := plan(t, folder)
			there := map[string]bool{}
			for e := range planned.Site.All() {
				there[e.Path] = true
			}
			for _, account := range accounts {
				if account.Fate != "taken" {
					continue
				}
				if said := account.State == "published"; said != there[account.To[0]] {
					t.Errorf("%s: the report says %q, published is %t", account.File, account.State, there[account.To[0]])
				}
				if there[account.To[0]] {
					published++
				} else if account.State == "broken" && len(account.Findings) == 0 {
					t.Errorf("%s is left out without a reason", account.File)
				}
			}
			t.Logf("%d of %d published", published, len(accounts))
			if published < least || published != len(there) {
				t.Errorf("%d published, of %d that the build has", published, len(there))
			}
		})
	}
}

func importSite(t *testing.T, old, folder string) []imported {
	t.Helper()
	var out, words bytes.Buffer
	code := cli.Run(context.Background(), cli.Env{
		Args: []string{"import", "hugo", old, "--format", "json"}, Dir: folder, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &words,
		LookupEnv: func(string) (string, bool) { return "", false },
		Now:       func() time.Time { return time.Date(2026, 11, 9, 12, 0, 0, 0, time.UTC) },
		Identity:  func() (string, error) { return "test", nil },
	})
	if code == 2 {
		t.Fatalf("exit code %d: %s", code, words.String())
	}
	var accounts []imported
	for decoder := json.NewDecoder(&out); decoder.More(); {
		var account imported
		if err := decoder.Decode(&account); err != nil {
			t.Fatal(err)
		}
		accounts = append(accounts, account)
	}
	return accounts
}

// everyFile insists that each file of the old site has one account.
func everyFile(t *testing.T, old string, accounts []imported) {
	t.Helper()
	told := map[string]int{}
	for _, account := range accounts {
		told[account.File]++
	}
	err := filepath.WalkDir(old, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		rel, err := filepath.Rel(old, name)
		if rel = filepath.ToSlash(rel); told[rel] != 1 {
			t.Errorf("%s is accounted for %d times", rel, told[rel])
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
