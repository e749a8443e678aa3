package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestADeploymentThatFailsIsFinishedByTheNext: a target that refuses, is full
// or goes away half way gives a clear error, and the next run finishes the work.
func TestADeploymentThatFailsIsFinishedByTheNext(t *testing.T) {
	if testing.Short() {
		t.Skip("runs servers")
	}
	const notWhole = "nicht vollständig am Ziel"
	t.Run("a target that refuses", func(t *testing.T) {
		town := newTown(t)
		town.store.stop()
		town.store.start("--read-only")
		if said, err := town.deploy(); err == nil || !strings.Contains(said, notWhole) || !strings.Contains(said, "rclone: ") {
			t.Fatalf("%v\n%s", err, said)
		}
		town.store.stop()
		town.store.start()
		town.finishes()
	})
	t.Run("a target that is full", func(t *testing.T) {
		town := newTown(t)
		if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=200k", "none", town.store.folder).CombinedOutput(); err != nil {
			t.Skipf("a small disk needs a right that is missing here: %s", out)
		}
		said, err := town.deploy()
		if out, err := exec.Command("umount", "-l", town.store.folder).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if err == nil || !strings.Contains(said, notWhole) {
			t.Fatalf("%v\n%s", err, said)
		}
		town.store.stop() // it would remember sizes of files on the full disk
		town.store.start()
		town.finishes() // on the disk below, which is empty
	})
	t.Run("a target that goes away half way", func(t *testing.T) {
		town := newTown(t)
		gone := make(chan struct{})
		go func() {
			defer close(gone)
			for start := time.Now(); time.Since(start) < patience && !town.arrived(); time.Sleep(time.Millisecond) {
			}
			town.store.stop()
		}()
		said, err := town.deploy()
		<-gone
		if err == nil || !strings.Contains(said, notWhole) {
			t.Fatalf("%v\n%s", err, said)
		}
		town.store.start()
		town.finishes()
	})
}

// Folders that a deletion empties are removed, wherever there are folders; what
// others have put beside our files stays.
func TestADeploymentLeavesNoEmptyFolders(t *testing.T) {
	if testing.Short() {
		t.Skip("runs servers")
	}
	for _, kind := range []string{"sftp", "webdav", "s3", "local"} {
		t.Run(kind, func(t *testing.T) {
			town := newTown(t)
			if kind != "webdav" {
				town.store.stop()
				town.keeps(kind)
			}
			town.finishes()
			there := func(name string) bool {
				_, err := os.Stat(filepath.Join(town.store.folder, filepath.FromSlash(name)))
				return err == nil
			}
			public := filepath.Join(town.folder, "stadt", "public")
			for _, name := range []string{"alt/tief", "fremd/tief"} {
				page := filepath.Join(public, filepath.FromSlash(name), "index.html")
				if err := os.MkdirAll(filepath.Dir(page), 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(page, []byte("alt"), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			town.finishes()
			if err := os.WriteFile(filepath.Join(town.store.folder, "fremd", "von-anderen.txt"), nil, 0o666); err != nil || !there("alt/tief/index.html") {
				t.Fatal(err)
			}
			for _, name := range []string{"alt", "fremd"} {
				if err := os.RemoveAll(filepath.Join(public, name)); err != nil {
					t.Fatal(err)
				}
			}
			time.Sleep(300 * time.Millisecond) // the servers keep listings for a while
			if said, err := town.deploy(); err != nil || strings.Contains(said, "Leere Ordner") {
				t.Fatalf("%v\n%s", err, said)
			}
			if there("alt") || there("fremd/tief") || !there("fremd/von-anderen.txt") {
				t.Errorf("alt: %t, fremd/tief: %t, fremd/von-anderen.txt: %t", there("alt"), there("fremd/tief"), there("fremd/von-anderen.txt"))
			}
		})
	}
}

// town is a finished site and a storage for it.
type town struct {
	t             *testing.T
	store         *storage
	folder        string
	program, tool string
}

func newTown(t *testing.T) *town {
	t.Helper()
	town := &town{t: t, tool: rcloneProgram(t), program: built(t), folder: t.TempDir()}
	town.keeps("webdav")
	for _, args := range [][]string{{"new", "site", "stadt"}, {"build", "--source", "stadt"}} {
		if out, err := town.run(args...); err != nil {
			t.Fatalf("%s: %v\n%s", args, err, out)
		}
	}
	return town
}

// keeps gives the town another kind of storage.
func (town *town) keeps(kind string) {
	town.t.Helper()
	if kind == "local" {
		folder := town.t.TempDir()
		town.store = &storage{folder: folder, target: folder}
	} else {
		town.store = served(town.t, kind)
	}
	if err := os.WriteFile(filepath.Join(town.folder, "rclone.conf"), []byte(town.store.conf), 0o600); err != nil {
		town.t.Fatal(err)
	}
}

func (town *town) run(args ...string) (said string, err error) {
	cmd := exec.Command(town.program, args...)
	cmd.Dir = town.folder
	cmd.Env = append(os.Environ(), "RCLONE_CONFIG="+filepath.Join(town.folder, "rclone.conf"), "RCLONE_LOW_LEVEL_RETRIES=1", "LANG=de_DE.UTF-8")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func (town *town) deploy() (said string, err error) {
	return town.run("deploy", "--rclone", town.tool, "--to", town.store.target, "--source", "stadt")
}

// arrived reports whether a first file is at its place.
func (town *town) arrived() bool {
	arrived, err := filepath.Glob(filepath.Join(town.store.folder, "css", "*.css"))
	return err == nil && len(arrived) > 0
}

// finishes fails unless the next run brings the whole site to its storage.
func (town *town) finishes() {
	town.t.Helper()
	if said, err := town.deploy(); err != nil {
		town.t.Fatalf("the next run: %v\n%s", err, said)
	}
	lies(town.t, town.store.folder, filepath.Join(town.folder, "stadt", "public"))
	if said, err := town.deploy(); err != nil || !strings.Contains(said, "Nichts zu tun") {
		town.t.Fatalf("the run after it: %v\n%s", err, said)
	}
}

// built returns the program. It is this very test, which is the program where
// it is called by its name (see TestMain).
func built(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), "stadtbote")
	if err := os.Link(self, program); err != nil {
		data, err := os.ReadFile(self)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(program, data, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	return program
}

// lies fails unless a storage holds the files of a finished site and nothing
// but them and the record.
func lies(t *testing.T, storage, public string) {
	t.Helper()
	want := files(t, public)
	got := files(t, storage)
	delete(got, ".stadtbote-published.json")
	for name, text := range want {
		if got[name] != text {
			t.Errorf("%s is missing or different", name)
		}
	}
	for name := range got {
		if _, known := want[name]; !known {
			t.Errorf("%s is too much", name)
		}
	}
	if len(want) < 10 {
		t.Errorf("a site of %d files shows nothing", len(want))
	}
}

func files(t *testing.T, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	fsys := os.DirFS(folder)
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		all[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
