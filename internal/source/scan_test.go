package source_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"stadtbote/internal/diag"
	"stadtbote/internal/source"
)

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

func link(target string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte(target), Mode: fs.ModeSymlink | 0o777}
}

func paths(files []source.File) []string {
	out := []string{}
	for _, f := range files {
		out = append(out, f.Path)
	}
	return out
}

// told returns findings as "file code args", which is what these tests compare.
func told(ds diag.List) []string {
	out := []string{}
	for _, d := range ds {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s", d.File, d.Code, strings.Join(d.Args, " "))))
	}
	return out
}

func equal(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n got %q\nwant %q", what, got, want)
	}
}

func TestScan(t *testing.T) {
	tests := []struct {
		name  string
		fsys  fstest.MapFS
		files []string
		told  []string
	}{
		{
			"lists all files in the order of their whole paths",
			fstest.MapFS{"content/a/z.md": file("x"), "content/a-b.md": file("x"), "content/a.md": file("x"), "data/x.yaml": file("x")},
			[]string{"content/a-b.md", "content/a.md", "content/a/z.md"},
			nil,
		},
		{"has no files where the folder is missing", fstest.MapFS{}, nil, nil},
		{
			"says that a file stands where a folder should",
			fstest.MapFS{"content": file("x")},
			nil,
			[]string{"content SB016 content"},
		},
		{
			"passes over what belongs to editors and to version control",
			fstest.MapFS{
				"content/a.md~": file("x"), "content/.a.md.swp": file("x"), "content/b.swp": file("x"), "content/.#a.md": file("x"),
				"content/#a.md#": file("x"), "content/.DS_Store": file("x"), "content/Thumbs.db": file("x"), "content/desktop.ini": file("x"),
				"content/~$brief.docx": file("x"), "content/.git/config": file("x"), "content/.hidden.md": file("x"),
				"content/.well-known/security.txt": file("x"), "content/.htaccess": file("x"),
			},
			[]string{"content/.htaccess", "content/.well-known/security.txt"},
			nil,
		},
		{
			"reads a link that stays in the folder through",
			fstest.MapFS{"content/a.md": file("x"), "content/b/c.md": link("../a.md")},
			[]string{"content/a.md", "content/b/c.md"},
			nil,
		},
		{
			"does not follow a link out of the folder",
			fstest.MapFS{"content/a.md": link("../../geheim.md"), "content/b.md": link("/etc/passwd"), "content/c.md": link(`C:\geheim.md`)},
			nil,
			[]string{"content/a.md SB007 ../../geheim.md", "content/b.md SB007 /etc/passwd", "content/c.md SB007 C:/geheim.md"},
		},
		{
			"does not follow a link that leaves by way of another one",
			fstest.MapFS{"content/weg": link("../.."), "content/a.md": link("weg/geheim.md")},
			nil,
			[]string{"content/a.md SB007 ../..", "content/weg SB007 ../.."},
		},
		{"reports a link that leads nowhere", fstest.MapFS{"content/a.md": link("fehlt.md")}, nil, []string{"content/a.md SB008 content/fehlt.md"}},
		{
			"reports links in a circle",
			fstest.MapFS{"content/a.md": link("b.md"), "content/b.md": link("a.md")},
			nil,
			[]string{"content/a.md SB008 content/a.md", "content/b.md SB008 content/b.md"},
		},
		{
			"does not follow a link to a folder",
			fstest.MapFS{"content/alt/a.md": file("x"), "content/neu": link("alt")},
			[]string{"content/alt/a.md"},
			[]string{"content/neu SB011 content/alt"},
		},
		{
			"does not follow a root that is a link out of the folder",
			fstest.MapFS{"content": link("/srv/anderswo")},
			nil,
			[]string{"content SB007 /srv/anderswo"},
		},
		{
			"names what Windows forbids, and something better",
			fstest.MapFS{
				"content/CON": file("x"), "content/aux.md": file("x"), "content/Lpt1.txt.md": file("x"), "content/punkt.": file("x"),
				"content/leer ": file("x"), "content/10:30 Uhr.md": file("x"), "content/wer?.md": file("x"), "content/con.d/console.md": file("x"),
			},
			[]string{
				"content/10:30 Uhr.md", "content/CON", "content/Lpt1.txt.md", "content/aux.md", "content/con.d/console.md",
				"content/leer ", "content/punkt.", "content/wer?.md",
			},
			[]string{
				"content/10:30 Uhr.md SB009 10:30 Uhr.md : 10-30 Uhr.md", "content/CON SB009 CON CON _CON",
				"content/Lpt1.txt.md SB009 Lpt1.txt.md Lpt1 _Lpt1.txt.md", "content/aux.md SB009 aux.md aux _aux.md",
				"content/con.d SB009 con.d con _con.d", "content/leer  SB009 leer    leer", "content/punkt. SB009 punkt. . punkt",
				"content/wer?.md SB009 wer?.md ? wer-.md",
			},
		},
		{
			"reports names that differ only in case or in the way an umlaut is written",
			fstest.MapFS{"content/Fest.md": file("x"), "content/fest.md": file("x"), "content/b\u00e4r.md": file("x"), "content/ba\u0308r.md": file("x")},
			[]string{"content/Fest.md", "content/ba\u0308r.md", "content/b\u00e4r.md", "content/fest.md"},
			[]string{"content/b\u00e4r.md SB010 ba\u0308r.md b\u00e4r.md", "content/fest.md SB010 Fest.md fest.md"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files, ds, err := source.Scan(test.fsys, "content")
			if err != nil {
				t.Fatal(err)
			}
			equal(t, "files", paths(files), test.files)
			got := told(ds)
			slices.Sort(got)
			equal(t, "findings", got, test.told)
		})
	}
}

func TestScanRemembersSizeAndTimeOfWhatALinkLeadsTo(t *testing.T) {
	when := time.Date(2018, 11, 9, 10, 0, 0, 5, time.UTC)
	fsys := fstest.MapFS{"content/a.md": {Data: []byte("Titel"), ModTime: when}, "content/b.md": link("a.md")}
	files, _, err := source.Scan(fsys, "content")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if f.Size != 5 || f.ModTime != when.UnixNano() {
			t.Errorf("%+v, want size 5 and time %d", f, when.UnixNano())
		}
	}
	if len(files) != 2 {
		t.Errorf("%d files, want 2", len(files))
	}
}

func TestScanNamesAFileOnceWhereRootsOverlap(t *testing.T) {
	files, _, err := source.Scan(fstest.MapFS{"content/a/b.md": file("x")}, "content", "content/a")
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "files", paths(files), []string{"content/a/b.md"})
}

func TestScanOnADisk(t *testing.T) {
	if runtime.GOOS == "windows" || os.Getuid() == 0 && runtime.GOOS != "linux" {
		t.Skip("needs the file permissions of Unix")
	}
	root := t.TempDir()
	write := func(name, text string) {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(root, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("content/a.md", "x")
	write("content/zu/b.md", "x")
	write("content/\xfcber.md", "x")
	for name, target := range map[string]string{"content/aus.md": "/etc/hostname", "content/innen.md": "a.md"} {
		if err := os.Symlink(target, filepath.Join(root, name)); err != nil {
			t.Fatal(err)
		}
	}
	files, ds, err := source.Scan(os.DirFS(root), "content")
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "files", paths(files), []string{"content/a.md", "content/innen.md", "content/zu/b.md"})
	equal(t, "findings", told(ds), []string{"content/�ber.md SB017 �ber.md -ber.md", "content/aus.md SB007 /etc/hostname"})
}

// locked is a file system that refuses one name.
type locked struct {
	fstest.MapFS
	name string
}

func (l locked) Open(name string) (fs.File, error) {
	if name == l.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.Open(name)
}

func (l locked) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == l.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.ReadDir(name)
}

func TestScanGoesOnBehindAFolderThatItMayNotOpen(t *testing.T) {
	fsys := locked{fstest.MapFS{"content/a/x.md": file("x"), "content/b.md": file("x")}, "content/a"}
	files, ds, err := source.Scan(fsys, "content")
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "files", paths(files), []string{"content/b.md"})
	equal(t, "findings", told(ds), []string{"content/a SB001 permission denied"})
}

func TestReadReportsAFileThatItMayNotOpen(t *testing.T) {
	_, ds, err := source.Read(locked{fstest.MapFS{"a.md": file("x")}, "a.md"}, "a.md")
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "findings", told(ds), []string{"a.md SB001 permission denied"})
}

func BenchmarkScan(b *testing.B) {
	root := b.TempDir()
	for i := range 10_000 {
		dir := filepath.Join(root, "content", fmt.Sprint(i%120))
		if i < 120 {
			if err := os.MkdirAll(dir, 0o755); err != nil {
				b.Fatal(err)
			}
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%05d-meldung.md", i)), []byte("x"), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	fsys := os.DirFS(root)
	for b.Loop() {
		files, _, err := source.Scan(fsys, "content")
		if err != nil || len(files) != 10_000 {
			b.Fatal(len(files), err)
		}
	}
}
