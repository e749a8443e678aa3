package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"stadtbote/internal/diag"
)

// content is a folder's files by path.
type content map[string]string

func (c content) paths() []string { return slices.Sorted(maps.Keys(c)) }

// open returns the output folder "public" of a site in a new folder.
func open(t *testing.T) *Folder {
	t.Helper()
	site := t.TempDir()
	return reopen(t, site)
}

func reopen(t *testing.T, site string) *Folder {
	t.Helper()
	f, findings, err := Open(Place{Out: filepath.Join(site, "public"), Site: site})
	if err != nil || len(findings) > 0 {
		t.Fatalf("opening: %v %v", findings, err)
	}
	f.out, f.cache = &unflushed{f.out}, &unflushed{f.cache}
	return f
}

// unflushed is a disk for tests that are not about power losses.
type unflushed struct{ disk }

func (d *unflushed) flush([]string) error { return nil }

func (d *unflushed) flushNames() error { return nil }

// write publishes files as a build does.
func write(f *Folder, files content) (removed []string, findings diag.List, err error) {
	u, findings, err := f.Begin()
	if err != nil || len(findings) > 0 {
		return nil, findings, err
	}
	for _, path := range files.paths() {
		if _, same := f.Holds(path, []byte(files[path])); same {
			continue
		}
		if _, err := u.Stage(path, []byte(files[path])); err != nil {
			return nil, nil, errors.Join(err, u.Abort())
		}
	}
	return u.Commit(files.paths())
}

func mustWrite(t *testing.T, f *Folder, files content) (removed []string) {
	t.Helper()
	removed, findings, err := write(f, files)
	if err != nil || len(findings) > 0 {
		t.Fatalf("writing: %v %v", findings, err)
	}
	return removed
}

// lies returns what lies in the output folder; a folder without files counts
// as a file named "path/".
func lies(t *testing.T, f *Folder) content {
	t.Helper()
	found := content{}
	err := filepath.WalkDir(f.path, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(f.path, path)
		name = filepath.ToSlash(name)
		if entry.IsDir() {
			if entries, _ := os.ReadDir(path); len(entries) == 0 && name != "." {
				found[name+"/"] = ""
			}
			return err
		}
		text, err := os.ReadFile(path)
		found[name] = string(text)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return found
}

func wantLies(t *testing.T, f *Folder, want content) {
	t.Helper()
	if got := lies(t, f); !maps.Equal(got, want) {
		t.Errorf("in the output folder:\n%v\nwant\n%v", got, want)
	}
}

// put writes a file of somebody else into the output folder.
func put(t *testing.T, f *Folder, name, text string) {
	t.Helper()
	path := filepath.Join(f.path, name)
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(text), 0o666)); err != nil {
		t.Fatal(err)
	}
}

func TestSecondUpdateTouchesOnlyWhatChanged(t *testing.T) {
	f := open(t)
	mustWrite(t, f, content{"index.html": "one", "a/index.html": "a", "b/c/index.html": "c", "css/site.css": "x"})
	past := time.Now().Add(-time.Hour).Truncate(time.Second)
	for _, path := range []string{"index.html", "a/index.html", "css/site.css"} {
		if err := os.Chtimes(filepath.Join(f.path, path), past, past); err != nil {
			t.Fatal(err)
		}
	}
	next := content{"index.html": "two", "a/index.html": "a", "css/site.css": "x", "d/index.html": "d"}
	removed := mustWrite(t, f, next)
	if want := []string{"b/c/index.html"}; !slices.Equal(removed, want) {
		t.Errorf("removed %v, want %v", removed, want)
	}
	wantLies(t, f, next)
	for path, touched := range map[string]bool{"index.html": true, "a/index.html": false, "css/site.css": false} {
		stat, ok := f.Stat(path)
		if !ok || touched == (stat.ModTime == past.UnixNano()) {
			t.Errorf("%s: touched must be %v", path, touched)
		}
	}
}

func TestForeignFilesAreLeftAlone(t *testing.T) {
	f := open(t)
	put(t, f, "CNAME", "town.example.org")
	put(t, f, "a/own.txt", "own")
	mustWrite(t, f, content{"a/index.html": "a"})
	mustWrite(t, f, content{"index.html": "i"})
	wantLies(t, f, content{"CNAME": "town.example.org", "a/own.txt": "own", "index.html": "i"})
}

func TestForeignFileInTheWayStopsBeforeAnythingChanges(t *testing.T) {
	tests := map[string]struct {
		foreign string
		files   content
		blamed  string
	}{
		"a file at the place of a page":      {"a/index.html", content{"a/index.html": "a"}, "a/index.html"},
		"a file where a folder is needed":    {"a", content{"a/index.html": "a"}, "a"},
		"a folder where a file is needed":    {"feed/old.txt", content{"feed": "f"}, "feed/old.txt"},
		"a file deep where a file is needed": {"feed/x/y.txt", content{"feed": "f"}, "feed/x/y.txt"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			f := open(t)
			mustWrite(t, f, content{"index.html": "old"})
			put(t, f, test.foreign, "foreign")
			test.files["index.html"] = "new"
			_, findings, err := write(f, test.files)
			if err != nil || len(findings) != 1 || findings[0].Code != diag.ForeignFile || findings[0].Args[0] != test.blamed {
				t.Fatalf("got %v %v, want ForeignFile %s", findings, err, test.blamed)
			}
			wantLies(t, f, content{"index.html": "old", test.foreign: "foreign"})
		})
	}
}

func TestForeignFileWithTheSameBytesIsAdopted(t *testing.T) {
	f := open(t)
	put(t, f, "robots.txt", "same")
	mustWrite(t, f, content{"robots.txt": "same"})
	mustWrite(t, f, content{"robots.txt": "other"})
	wantLies(t, f, content{"robots.txt": "other"})
}

func TestFileAndFolderChangePlaces(t *testing.T) {
	f := open(t)
	first := content{"a/b/index.html": "1", "a/c.txt": "2", "x": "3"}
	second := content{"a": "4", "x/y/z.html": "5"}
	mustWrite(t, f, first)
	mustWrite(t, f, second)
	wantLies(t, f, second)
	mustWrite(t, f, first)
	wantLies(t, f, first)
}

func TestSymbolicLinksAreNotWrittenThrough(t *testing.T) {
	f := open(t)
	outside := t.TempDir()
	mustWrite(t, f, content{"index.html": "i"})
	if err := os.Symlink(outside, filepath.Join(f.path, "a")); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	_, findings, err := write(f, content{"index.html": "j", "a/index.html": "a"})
	if err != nil || len(findings) != 1 || findings[0].Code != diag.StrangeOutput {
		t.Errorf("got %v %v, want StrangeOutput", findings, err)
	}
	if entries, _ := os.ReadDir(outside); len(entries) > 0 {
		t.Errorf("written outside: %v", entries)
	}
}

func TestNamesThatLeaveTheFolderAreRefused(t *testing.T) {
	for _, name := range []string{"../a", "/etc/passwd", "a/../../b", "", ".", "a//b", "a/", `a\b`, "a\nb", "\xff", stagingName, stagingName + "/lock", strings.Repeat("x", 256)} {
		if findings := CheckName(name, "content/seiten/a.md"); len(findings) != 1 || findings[0].Code != diag.UnsafeName {
			t.Errorf("%q: got %v, want UnsafeName", name, findings)
		}
		f := open(t)
		if _, _, err := write(f, content{name: "x"}); err == nil {
			t.Errorf("%q was staged", name)
		}
		if got := lies(t, f); len(got) > 0 {
			t.Errorf("%q left %v", name, got)
		}
	}
	if findings := CheckName("stichwörter/..a/index.html", ""); len(findings) > 0 {
		t.Errorf("refused a good name: %v", findings)
	}
}

func TestWindowsForbids(t *testing.T) {
	for name, bad := range map[string]string{
		"aux": "AUX", "Con.html": "CON", "com1": "COM1", "com¹.txt": "COM¹", "a:b": ":", "was?": "?", "a.": ".", "a ": " ",
		"auxiliary": "", "com10": "", "common": "", "a.b": "", "nul-a": "",
	} {
		if got := windowsForbids(name); got != bad {
			t.Errorf("%q: got %q, want %q", name, got, bad)
		}
	}
	ds := checkName("plan/aux.txt", "static/plan/aux.txt", windowsForbids)
	if len(ds) != 1 || ds[0].Code != diag.WindowsName || ds[0].Args[1] != "AUX" {
		t.Errorf("got %v", ds)
	}
}

func TestMisplacedOutputFolderIsExplained(t *testing.T) {
	site := t.TempDir()
	for _, name := range []string{"content/meldungen", "static"} {
		if err := os.MkdirAll(filepath.Join(site, name), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(site, "file"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct {
		out  string
		code diag.Code
	}{
		"a file":                    {"file", diag.OutputIsFile},
		"below a file":              {"file/public", diag.OutputIsFile},
		"in content":                {"content/public", diag.OutputInside},
		"static itself":             {"static", diag.OutputInside},
		"the site itself":           {".", diag.OutputContains},
		"above the site":            {"..", diag.OutputContains},
		"beside content":            {"contents", ""},
		"a new folder below others": {"build/site/public", ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, findings, err := Open(Place{Out: filepath.Join(site, test.out), Site: site})
			if err != nil {
				t.Fatal(err)
			}
			var got diag.Code
			if len(findings) > 0 {
				got = findings[0].Code
			}
			if got != test.code || len(findings) > 1 {
				t.Errorf("got %v, want %q", findings, test.code)
			}
		})
	}
	if _, err := os.Stat(filepath.Join(site, "build")); err == nil {
		t.Error("opening made a folder")
	}
}

func TestLinkToContentIsSeenThrough(t *testing.T) {
	site := t.TempDir()
	if err := os.Mkdir(filepath.Join(site, "content"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("content", filepath.Join(site, "public")); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	_, findings, err := Open(Place{Out: filepath.Join(site, "public"), Site: site})
	if err != nil || len(findings) != 1 || findings[0].Code != diag.OutputInside {
		t.Errorf("got %v %v, want OutputInside", findings, err)
	}
}

func TestFolderThatCannotBeWrittenIsExplained(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("permissions do not hold back this user; TestEveryFailure covers EACCES")
	}
	f := open(t)
	if err := os.Mkdir(f.path, 0o555); err != nil {
		t.Fatal(err)
	}
	_, _, err := write(f, content{"a": "a"})
	var known *Problem
	if !errors.As(err, &known) || known.Finding.Code != diag.NotWritable {
		t.Errorf("got %v, want NotWritable", err)
	}
}

func TestSecondBuildLearnsWhoHoldsTheLock(t *testing.T) {
	site := t.TempDir()
	first := reopen(t, site)
	first.host = host{name: "rathaus", pid: 4711, clock: func() time.Time { return time.Date(2026, 6, 1, 8, 30, 0, 0, time.UTC) }}
	u, _, err := first.Begin()
	if err != nil {
		t.Fatal(err)
	}
	_, findings, err := reopen(t, site).Begin()
	if err != nil || len(findings) != 1 || findings[0].Code != diag.OutputLocked {
		t.Fatalf("got %v %v, want OutputLocked", findings, err)
	}
	if want := []string{"4711", "rathaus", "2026-06-01T08:30:00Z"}; !slices.Equal(findings[0].Args[1:], want) {
		t.Errorf("told %v, want %v", findings[0].Args[1:], want)
	}
	if err := u.Abort(); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, reopen(t, site), content{"a": "a"})
	wantLies(t, first, content{"a": "a"})
}

func TestRealFoldersAreFlushed(t *testing.T) {
	f := open(t)
	f.out, f.cache = &rooted{path: f.path}, &rooted{path: filepath.Join(filepath.Dir(f.path), CacheName)}
	files := content{}
	for i := range manyFiles + 1 {
		files[fmt.Sprintf("%d/index.html", i)] = "x"
	}
	mustWrite(t, f, files)
	files["0/index.html"] = "y"
	mustWrite(t, f, files)
	wantLies(t, f, files)
}

func TestCacheFolderIgnoresItselfInGit(t *testing.T) {
	site := t.TempDir()
	f := reopen(t, site)
	if err := f.Keep("manifest", strings.NewReader("m")); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(site, CacheName, ".gitignore"))
	if err != nil || string(text) != ignoreRule {
		t.Errorf("got %q, %v", text, err)
	}
	if data, err := reopen(t, site).Recall("manifest"); err != nil || data != "m" {
		t.Errorf("recalled %q, %v", data, err)
	}
}

func TestOutputBelowTheSiteKeepsItsMemoryInAnotherCheckout(t *testing.T) {
	a, b := open(t), open(t)
	if a.key != b.key {
		t.Errorf("keys %s and %s differ", a.key, b.key)
	}
	elsewhere, _, err := Open(Place{Out: t.TempDir(), Site: filepath.Dir(a.path)})
	if err != nil || elsewhere.key == a.key {
		t.Errorf("key %s of a folder elsewhere, %v", elsewhere.key, err)
	}
}
