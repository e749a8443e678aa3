package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestStatSeesRegularFilesOnly(t *testing.T) {
	f := open(t)
	mustWrite(t, f, content{"a/index.html": "four"})
	if err := os.Symlink("index.html", filepath.Join(f.path, "a", "link")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	stat, ok := f.Stat("a/index.html")
	info, err := os.Lstat(filepath.Join(f.path, "a", "index.html"))
	if err != nil || !ok || stat != statOf(info) || stat.Size != 4 {
		t.Errorf("got %+v, %t, want %+v, %v", stat, ok, info, err)
	}
	for _, path := range []string{"a", "a/link", "b", "a/index.html/c"} {
		if _, ok := f.Stat(path); ok {
			t.Errorf("%s passes for a file", path)
		}
	}
}

// Who moves the output folder away while a build reads the sources gets a new
// one, not the belief that all is still there.
func TestStatLooksIntoTheFolderThatIsWrittenInto(t *testing.T) {
	site := t.TempDir()
	mustWrite(t, reopen(t, site), content{"index.html": "a"})
	f := reopen(t, site)
	if _, ok := f.Stat("index.html"); !ok {
		t.Fatal("the file is not seen")
	}
	if err := os.Rename(f.path, f.path+"-moved"); err != nil {
		t.Skip("an open folder cannot be moved here:", err)
	}
	u, findings, err := f.Begin()
	if err != nil || len(findings) > 0 {
		t.Fatal(findings, err)
	}
	if _, ok := f.Stat("index.html"); ok {
		t.Error("a file of the folder that was moved away is seen")
	}
	if err := u.Abort(); err != nil {
		t.Error(err)
	}
}

func TestStillKeepsTellsEveryOtherText(t *testing.T) {
	f := open(t)
	text := strings.Repeat("äöü", 50_000)
	if f.StillKeeps("manifest", text) {
		t.Error("nothing is kept, and it is that text")
	}
	if err := f.Keep("manifest", strings.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	if !f.StillKeeps("manifest", text) {
		t.Error("what was kept is not recognised")
	}
	for _, other := range []string{"", text[1:], text[:len(text)-1], text + "x", text[:len(text)-1] + "x"} {
		if f.StillKeeps("manifest", other) {
			t.Errorf("a text of %d bytes is taken for it", len(other))
		}
	}
}
