package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"stadtbote/internal/scaffold"
)

// The expressions and conditions of the ready pipelines, for a push to the
// main branch of a site that rclone brings to its storage.
var (
	pushFacts = map[string]bool{
		`$CI_PIPELINE_SOURCE == "merge_request_event"`:             false,
		`$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $ZIEL == null`: false,
		`$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $ZIEL`:         true,
		`hashFiles('go.mod') != ''`:                                true,
		`github.event_name == 'pull_request'`:                      false,
		`github.event_name != 'pull_request'`:                      true,
		`github.event_name != 'pull_request' && vars.ZIEL != ''`:   true,
		`github.event_name != 'pull_request' && vars.ZIEL == ''`:   false,
		`vars.ZIEL != ''`: true,
		`vars.ZIEL == ''`: false,
	}
	pushValues = map[string]string{
		"vars.ADRESSE": "", "vars.VORSCHAU_ZIEL": "", "vars.VORSCHAU_ADRESSE": "", "github.base_ref": "", "github.token": "geheim",
	}
)

// TestPipelinesPublishOnlyWhatChanged runs the steps of each ready pipeline
// from fresh clones against a storage on loopback: the first run brings the
// whole site there, the second has nothing to do, and after an edit a few
// files travel.
func TestPipelinesPublishOnlyWhatChanged(t *testing.T) {
	if testing.Short() {
		t.Skip("runs servers")
	}
	tests := []struct{ platform, storage string }{{"gitlab", "s3"}, {"github", "sftp"}, {"forgejo", "webdav"}}
	for _, test := range tests {
		t.Run(test.platform+" to "+test.storage, func(t *testing.T) {
			store := served(t, test.storage)
			f := townForge(t, test.platform)
			f.aim(store)

			f.push(test.platform)
			if !strings.Contains(f.output.String(), "gesendet, 0 gelöscht, 0 unverändert") {
				t.Fatalf("the first run:\n%s", f.output.String())
			}
			lies(t, store.folder, filepath.Join(f.cache, "public"))

			f.push(test.platform)
			if !strings.Contains(f.output.String(), "Nichts zu tun: ziel:htdocs ist auf dem neuesten Stand.") || strings.Contains(f.output.String(), " gesendet") {
				t.Fatalf("the second run sent something:\n%s", f.output.String())
			}

			f.edit()
			f.push(test.platform)
			if !strings.Contains(f.output.String(), " gesendet") || strings.Contains(f.output.String(), " 0 unverändert") {
				t.Fatalf("after an edit:\n%s", f.output.String())
			}
			lies(t, store.folder, filepath.Join(f.cache, "public"))
		})
	}
}

// TestPreviewsAndPages runs the other jobs: the preview of a merge request,
// GitLab's and GitHub's Pages, and the branch that Forgejo's Pages show.
func TestPreviewsAndPages(t *testing.T) {
	if testing.Short() {
		t.Skip("runs servers")
	}
	t.Run("preview of a merge request", func(t *testing.T) {
		for _, platform := range scaffold.Platforms() {
			store := served(t, "webdav")
			f := townForge(t, platform)
			f.aim(store)
			f.facts[`$CI_PIPELINE_SOURCE == "merge_request_event"`] = true
			f.facts[`$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $ZIEL`] = false
			f.facts[`github.event_name == 'pull_request'`] = true
			f.facts[`github.event_name != 'pull_request'`] = false
			f.facts[`github.event_name != 'pull_request' && vars.ZIEL != ''`] = false
			f.facts[`vars.VORSCHAU_ZIEL != ''`] = true
			f.values["github.event.number"], f.env["CI_MERGE_REQUEST_IID"] = "7", "7"
			f.values["github.base_ref"], f.env["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = "main", "HEAD"
			f.values["vars.VORSCHAU_ZIEL"], f.env["VORSCHAU_ZIEL"] = "ziel:htdocs/vorschau", "ziel:htdocs/vorschau"
			f.values["vars.VORSCHAU_ADRESSE"], f.env["VORSCHAU_ADRESSE"] = "https://vorschau.musterstadt.example", "https://vorschau.musterstadt.example"
			f.push(platform)
			home, err := os.ReadFile(filepath.Join(store.folder, "vorschau", "7", "index.html"))
			if err != nil || !bytes.Contains(home, []byte(`href="https://vorschau.musterstadt.example/7/"`)) {
				t.Errorf("%s: %v\n%s", platform, err, f.output.String())
			}
		}
	})
	t.Run("pages", func(t *testing.T) {
		for _, platform := range scaffold.Platforms() {
			f := townForge(t, platform)
			f.facts[`$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $ZIEL == null`] = true
			f.facts[`$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $ZIEL`] = false
			f.facts[`github.event_name != 'pull_request' && vars.ZIEL != ''`] = false
			f.facts[`github.event_name != 'pull_request' && vars.ZIEL == ''`] = true
			f.facts[`vars.ZIEL != ''`], f.facts[`vars.ZIEL == ''`] = false, true
			f.values["vars.ZIEL"], f.values["secrets.RCLONE_CONF"] = "", ""
			f.values["steps.platz.outputs.base_url"], f.env["CI_PAGES_URL"] = "https://stadt.example/seite", "https://stadt.example/seite"
			f.env["GITHUB_SERVER_URL"], f.env["GITHUB_REPOSITORY"], f.env["GITHUB_SHA"] = "file://"+filepath.Dir(f.repository), filepath.Base(f.repository), "abc"
			bare := filepath.Join(filepath.Dir(f.repository), filepath.Base(f.repository)+".git")
			git(t, ".", "init", "-q", "--bare", bare)
			f.push(platform)
			public := f.artifacts
			if platform == "forgejo" {
				public = t.TempDir()
				git(t, ".", "clone", "-q", "-b", "pages", bare, public)
			}
			if _, err := os.Stat(filepath.Join(public, "index.html")); err != nil {
				t.Errorf("%s: %v\n%s", platform, err, f.output.String())
			}
		}
	})
}

// TestOwnPipelinesAreTheReadyOnes: what this repository's forges run is what
// "new ci" gives to everyone.
func TestOwnPipelinesAreTheReadyOnes(t *testing.T) {
	for _, platform := range scaffold.Platforms() {
		for _, file := range scaffold.Pipeline(platform) {
			own, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(file.Path)))
			if err != nil || !bytes.Equal(own, file.Data) {
				t.Errorf("%s is not what “new ci %s” makes (%v)", file.Path, platform, err)
			}
		}
	}
}

// townForge is a forge with the repository of a new town's site.
func townForge(t *testing.T, platform string) *forge {
	t.Helper()
	program, rclone := built(t), rcloneProgram(t)
	folder := t.TempDir()
	cmd := exec.Command(program, "new", "site", "musterstadt", "--ci", platform)
	cmd.Dir = folder
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	repository := filepath.Join(folder, "musterstadt")
	git(t, repository, "init", "-q")
	git(t, repository, "add", "-A")
	git(t, repository, "commit", "-qm", "Die neue Seite")
	data, err := os.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	f := &forge{t: t, repository: repository, cache: t.TempDir(), facts: map[string]bool{}, values: map[string]string{}}
	maps.Copy(f.facts, pushFacts)
	maps.Copy(f.values, pushValues)
	source := map[string]string{"STADTBOTE_URL": "file://" + program, "STADTBOTE_SHA256": fmt.Sprintf("%x", sha256.Sum256(data))}
	f.env = map[string]string{"LANG": "de_DE.UTF-8", "PATH": filepath.Dir(rclone) + ":" + os.Getenv("PATH"), "RCLONE_LOW_LEVEL_RETRIES": "1"}
	for name, value := range source {
		f.env[name], f.values["vars."+name] = value, value
	}
	return f
}

// aim tells the forge where its site goes.
func (f *forge) aim(store *storage) {
	f.env["ZIEL"], f.values["vars.ZIEL"] = store.target, store.target
	f.env["RCLONE_CONF"], f.values["secrets.RCLONE_CONF"] = store.conf, store.conf
}

// push runs the platform's pipeline, as after a push.
func (f *forge) push(platform string) {
	f.t.Helper()
	f.output.Reset()
	switch platform {
	case "gitlab":
		f.gitlab()
	case "github":
		f.actions(".github/workflows/website.yml")
	case "forgejo":
		f.actions(".forgejo/workflows/website.yml")
	}
}

// edit commits a new report.
func (f *forge) edit() {
	f.t.Helper()
	text := "---\ntitel: Brücke wieder frei\ndatum: 9.11.2026\nteaser: Der Verkehr rollt.\nrubrik: Verkehr\n---\n\nSeit heute.\n"
	if err := os.WriteFile(filepath.Join(f.repository, "content", "meldungen", "bruecke.md"), []byte(text), 0o666); err != nil {
		f.t.Fatal(err)
	}
	git(f.t, f.repository, "add", "-A")
	git(f.t, f.repository, "commit", "-qm", "Brücke")
}
