package source_test

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"stadtbote/internal/diag"
	"stadtbote/internal/source"
)

func TestClean(t *testing.T) {
	tests := []struct {
		name, raw, want string
		told            string
		pos             diag.Pos
	}{
		{"good text stays as it is", "titel: „Grüße“ – 5 €\n", "titel: „Grüße“ – 5 €\n", "", diag.Pos{}},
		{"a byte order mark goes", "\uFEFFtitel", "titel", "", diag.Pos{}},
		{"the line ends of Windows become those of Unix", "a\r\nb\r\n", "a\nb\n", "", diag.Pos{}},
		{"the line ends of old Macs become those of Unix", "a\rb\r", "a\nb\n", "", diag.Pos{}},
		{"an umlaut of two characters becomes one", "Gru\u0308n", "Grün", "", diag.Pos{}},
		{"an Ångström sign becomes the letter", "\u212B", "Å", "", diag.Pos{}},
		{"an umlaut whose mark is in the next eight bytes becomes one", "1234567u\u0308", "1234567ü", "", diag.Pos{}},
		{"emoji and foreign scripts stay", "😀 Здравствуйте 日本", "😀 Здравствуйте 日本", "", diag.Pos{}},
		{"nothing is empty", "", "", "x.md SB002", diag.Pos{Line: 1, Col: 1}},
		{"white space and a byte order mark are empty", "\uFEFF \r\n\t", "", "x.md SB002", diag.Pos{Line: 1, Col: 1}},
		{"a zero byte makes it binary", "ab\nc\x00d", "", "x.md SB003 00", diag.Pos{Line: 2, Col: 2}},
		{"UTF-16 of Windows is recognised", "\xff\xfet\x00", "", "x.md SB006", diag.Pos{Line: 1, Col: 1}},
		{"UTF-16 of Unix is recognised", "\xfe\xff\x00t", "", "x.md SB006", diag.Pos{Line: 1, Col: 1}},
		{"Windows-1252 is named with the word it spoils", "ä\r\nin M\xfcnchen", "", "x.md SB005 FC  („München“?)", diag.Pos{Line: 2, Col: 5}},
		{"a byte that is no letter anywhere has no guess", "a\x81", "", "x.md SB005 81", diag.Pos{Line: 1, Col: 2}},
		{"a letter cut off at the end is named", "a\nb\xc3", "", "x.md SB005 C3  („bÃ“?)", diag.Pos{Line: 2, Col: 2}},
		{"control characters go and are reported", "a\nb\x01c\x7F", "a\nbc", "x.md SB015 U+0001", diag.Pos{Line: 2, Col: 2}},
		{"a line break of Word still divides words", "a\vb", "a b", "x.md SB015 U+000B", diag.Pos{Line: 1, Col: 2}},
		{"a line end of InDesign still divides words", "a\u2028b", "a b", "x.md SB015 U+2028", diag.Pos{Line: 1, Col: 2}},
		{"a byte order mark inside goes", "a\uFEFFb", "ab", "x.md SB015 U+FEFF", diag.Pos{Line: 1, Col: 2}},
		{"a control character of old Windows goes", "12345678\u0096b", "12345678b", "x.md SB015 U+0096", diag.Pos{Line: 1, Col: 9}},
		{"a no-break space stays", "5\u00a0€\u202f–", "5\u00a0€\u202f–", "", diag.Pos{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text, ds := source.Clean("x.md", []byte(test.raw))
			if string(text) != test.want {
				t.Errorf("got %q, want %q", text, test.want)
			}
			if got := strings.Join(told(ds), "; "); got != test.told {
				t.Errorf("found %q, want %q", got, test.told)
			}
			if len(ds) > 0 && ds[0].Pos != test.pos {
				t.Errorf("at %v, want %v", ds[0].Pos, test.pos)
			}
		})
	}
}

func TestCleanDoesNotCopyCleanText(t *testing.T) {
	raw := []byte("Ein „Text“ mit Ümläuten – und 5 € in einer Zeile.\n")
	if allocs := testing.AllocsPerRun(10, func() { source.Clean("x.md", raw) }); allocs != 0 {
		t.Errorf("%v allocations, want none", allocs)
	}
}

// endless is a file of zeros that claims another size.
type endless struct {
	fs.FileInfo
	claimed int64
}

func (e endless) Stat() (fs.FileInfo, error) { return e, nil }
func (e endless) Size() int64                { return e.claimed }
func (e endless) Mode() fs.FileMode          { return 0o644 }
func (e endless) Read(p []byte) (int, error) { return copy(p, bytes.Repeat([]byte("x"), len(p))), nil }
func (e endless) Close() error               { return nil }
func (e endless) Open(string) (fs.File, error) {
	return e, nil
}

func TestReadRefusesWhatIsTooLarge(t *testing.T) {
	_, ds, err := source.Read(endless{claimed: 100 << 20}, "x.md")
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "findings", told(ds), []string{"x.md SB004 100,0 MB 5,0 MB"})

	_, ds, err = source.Read(endless{claimed: 10}, "x.md") // grows while it is read
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "findings", told(ds), []string{"x.md SB004 > 5,0 MB 5,0 MB"})
}

func TestReadReturnsCleanText(t *testing.T) {
	text, ds, err := source.Read(fstest.MapFS{"a.md": file("\uFEFFa\r\nb")}, "a.md")
	if err != nil || len(ds) > 0 || string(text) != "a\nb" {
		t.Errorf("%q, %v, %v", text, ds, err)
	}
}

func TestReadTellsAMissingFileFromABadOne(t *testing.T) {
	_, ds, err := source.Read(fstest.MapFS{}, "a.md")
	if !errors.Is(err, fs.ErrNotExist) || len(ds) > 0 {
		t.Errorf("got %v and %v, want fs.ErrNotExist", err, ds)
	}
}

func TestReadReportsAFolder(t *testing.T) {
	_, ds, err := source.Read(fstest.MapFS{"a.md/b": file("x")}, "a.md")
	if err != nil || !ds.HasErrors() {
		t.Errorf("got %v and %v, want a finding", ds, err)
	}
}

// Whatever the bytes: the text is nil and there is an error, or it is clean.
func FuzzClean(f *testing.F) {
	f.Add([]byte("\uFEFFtitel: Grüße\r\n"))
	f.Add([]byte("1234567u\u0308\x7f\v"))
	f.Add([]byte("M\xfcnchen"))
	f.Add([]byte("\u2126\u0344"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		text, ds := source.Clean("x.md", raw)
		if (text == nil) != ds.HasErrors() {
			t.Fatalf("text %q, findings %v", text, ds)
		}
		if !utf8.Valid(text) || !norm.NFC.IsNormal(text) || bytes.ContainsAny(text, "\r\x00\x01\v\f\x7f") {
			t.Errorf("%q becomes %q, which is not clean", raw, text)
		}
		lines := bytes.Count(raw, []byte("\n")) + bytes.Count(raw, []byte("\r")) + 1
		for _, d := range ds {
			if d.Pos.Line < 1 || d.Pos.Line > lines || d.Pos.Col < 1 {
				t.Errorf("%s at %v", d.Code, d.Pos)
			}
		}
		again, _ := source.Clean("x.md", text)
		if text != nil && !bytes.Equal(again, text) && len(bytes.TrimSpace(text)) > 0 {
			t.Errorf("%q becomes %q, then %q", raw, text, again)
		}
	})
}

func BenchmarkClean(b *testing.B) {
	raw := []byte(strings.Repeat("Während der Bauzeit wird der Verkehr über den „Ahornweg“ umgeleitet – ohne Halt.\n", 40))
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		source.Clean("x.md", raw)
	}
}
