package diag

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func printed(t *testing.T, p Printer, format string, l List) string {
	t.Helper()
	var buf bytes.Buffer
	if err := p.Print(&buf, format, l); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

// finding is an error in a small file.
func finding(line, col int) Diagnostic {
	return New("content/tee.md", Pos{line, col}, BadDate, "datum", "bald")
}

func fileWith(lines ...string) func(string) ([]byte, bool) {
	return func(string) ([]byte, bool) { return []byte(strings.Join(lines, "\n")), true }
}

func TestTextShowsTheLineAndACaret(t *testing.T) {
	p := Printer{Source: fileWith("---", "titel: Tee", "datum: bald", "---")}
	want := `content/tee.md:3:8: error: datum: „bald“ ist kein Datum (Beispiel: 2018-11-09). [SB104]
  3 | datum: bald
    |        ^
  Grund:   Den Tag gibt es nicht, oder er ist in einer unbekannten Form geschrieben.
  Abhilfe: Schreiben Sie 9.11.2018, 2018-11-09 oder mit Uhrzeit 2018-11-09 10:00.

`
	if got := printed(t, p, "text", List{finding(3, 8)}); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTheCaretStandsBelowItsCharacter(t *testing.T) {
	long := strings.Repeat("ä", 500)
	tests := []struct {
		name, line string
		col        int
		below      string // the character above the caret
	}{
		{"after plain letters", "titel: x", 8, "x"},
		{"after umlauts, which are one character each", "äöü: x", 6, "x"},
		{"after tabs, which are four columns wide", "\ta\tx", 4, "x"},
		{"after wide characters", "東京 x", 4, "x"},
		{"after an emoji", "🎉 x", 3, "x"},
		{"after a combining mark", "o\u0302 x", 4, "x"},
		{"far to the right in a long line", long + "x" + long, 501, "x"},
		{"near the end of a long line", long + "x", 501, "x"},
		{"just behind the line", "titel:", 7, ""},
		{"far behind the line", "titel:", 70, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := strings.Split(printed(t, Printer{Source: fileWith(test.line)}, "text", List{finding(1, test.col)}), "\n")
			if len(got) < 3 {
				t.Fatalf("no excerpt in %q", got)
			}
			line, caret := []rune(got[1]), strings.Index(got[2], "^")
			at := 0
			for columns(line[:at]) < caret {
				at++
			}
			if below := string(line[at:min(at+1, len(line))]); below != test.below {
				t.Errorf("the caret stands below %q:\n%s\n%s", below, got[1], got[2])
			}
			if columns(line) > widest+10 {
				t.Errorf("%d columns wide", columns(line))
			}
		})
	}
}

func TestThereIsNoExcerptWhereThereIsNoLine(t *testing.T) {
	tests := []struct {
		name   string
		source func(string) ([]byte, bool)
		found  Diagnostic
	}{
		{"nobody knows the file", nil, finding(1, 1)},
		{"the file cannot be read", func(string) ([]byte, bool) { return nil, false }, finding(1, 1)},
		{"the file became shorter", fileWith("one"), finding(7, 1)},
		{"the line is empty", fileWith("", "two"), finding(1, 1)},
		{"the file as a whole is meant", fileWith("one"), finding(0, 0)},
		{"the site as a whole is meant", fileWith("one"), New("", Pos{}, BadDate, "a", "b")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := printed(t, Printer{Source: test.source}, "text", List{test.found}); strings.Contains(got, " | ") {
				t.Errorf("got %q", got)
			}
		})
	}
}

func TestFindingsAreSortedAndToldOnce(t *testing.T) {
	l := List{finding(3, 1), finding(1, 2), finding(3, 1), New("a.md", Pos{9, 9}, BadDate, "x", "y"), finding(1, 1)}
	var places []string
	for _, d := range l.Sorted() {
		places = append(places, fmt.Sprint(d.File, d.Pos.Line, d.Pos.Col))
	}
	want := "[a.md9 9 content/tee.md1 1 content/tee.md1 2 content/tee.md3 1]"
	if fmt.Sprint(places) != want {
		t.Errorf("got %v, want %s", places, want)
	}
	if l[0].Pos.Line != 3 {
		t.Error("the list itself was changed")
	}
}

// A link to an article that has an error of its own is no mistake of the link.
func TestTheCauseComesBeforeWhatFollowsFromIt(t *testing.T) {
	l := List{
		New("a.md", Pos{3, 1}, LinkUnpublished, "z.md", "content/z.md"),
		New("content/z.md", Pos{2, 1}, BadDate, "x", "y"),
		New("b.md", Pos{3, 1}, LinkUnpublished, "entwurf.md", "content/entwurf.md"),
		New("content/z.md", Pos{5, 1}, LinkUnpublished, "a.md", "content/fern.md"),
	}
	var files []string
	for _, d := range l.Sorted() {
		files = append(files, fmt.Sprint(d.File, ":", d.Pos.Line))
	}
	if want := "[b.md:3 content/z.md:2 content/z.md:5 a.md:3]"; fmt.Sprint(files) != want {
		t.Errorf("got %v, want %s", files, want)
	}
}

func TestTheReasonIsToldOnceForEachCode(t *testing.T) {
	got := printed(t, Printer{}, "text", List{finding(1, 1), finding(2, 1)})
	if strings.Count(got, "Grund:") != 1 || strings.Count(got, "Abhilfe:") != 2 {
		t.Errorf("got\n%s", got)
	}
}

func TestManyFindingsAreGroupedTheGravestFirst(t *testing.T) {
	var l List
	for i := range 1000 {
		l = append(l, New(fmt.Sprintf("b%04d.md", i), Pos{1, 1}, BadDate, "datum", "x"),
			New(fmt.Sprintf("a%04d.md", i), Pos{1, 1}, MissingTeaser))
	}
	got := printed(t, Printer{Limit: 50}, "text", l)
	if n := strings.Count(got, "\n"); n > 44 {
		t.Errorf("%d lines", n)
	}
	if want := "2.000 Befunde, betroffene Dateien: 2.000\n  1.000  error    SB104  …: „…“ ist kein Datum"; !strings.Contains(got, want) {
		t.Errorf("no overview in\n%s", got)
	}
	first, second := strings.Index(got, "… und 997 weitere dieser Art [SB104]"), strings.Index(got, "… und 997 weitere dieser Art [SB107]")
	if first < 0 || second < first {
		t.Errorf("groups at %d and %d in\n%s", first, second, got)
	}
	if strings.Contains(got, "Die meisten") {
		t.Error("files are named that have no more findings than others")
	}
	for i := range 20 {
		l = append(l, New("schlimm.md", Pos{i + 1, 1}, BadDate, "datum", "x"))
	}
	if got := printed(t, Printer{Limit: 50}, "text", l); !strings.Contains(got, "Die meisten Befunde haben:\n  schlimm.md (20)\n") || !strings.HasSuffix(got, "Alle 2.020 Befunde einzeln zeigt --all, für Programme --format json.\n\n") {
		t.Errorf("the end is\n%s", got)
	}
	if all := printed(t, Printer{}, "text", l[:2000]); strings.Count(all, "[SB104]") != 1000 {
		t.Error("without a limit not all are shown")
	}
}

// What thousands of findings are about is told, and the ones that are written
// out differ.
func TestAGroupTellsWhatItsFindingsAreAboutMostOften(t *testing.T) {
	var l List
	for i := range 60 {
		l = append(l, New("a.md", Pos{i + 1, 1}, LinkDead, "/antrag/", "/"), New("a.md", Pos{i + 1, 9}, LinkDead, fmt.Sprintf("/plan-%d/", i), "/"))
	}
	l = append(l, New("a.md", Pos{70, 1}, LinkDead, "/plan-3/", "/"))
	got := printed(t, Printer{Limit: 50}, "text", l)
	for _, want := range []string{
		"a.md:1:1: error: Der Verweis „/antrag/“", "a.md:1:9: error: Der Verweis „/plan-0/“", "a.md:4:9: error: Der Verweis „/plan-3/“",
		"… und 118 weitere dieser Art [SB320], alle in dieser Datei.\n  am häufigsten: /antrag/ (60), /plan-3/ (2)\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	if n := strings.Count(got, "/antrag/“"); n != 1 {
		t.Errorf("the same is written out %d times in\n%s", n, got)
	}
}

func TestOneMoreFindingIsShownRatherThanCounted(t *testing.T) {
	var l List
	for i := range 60 {
		l = append(l, finding(i+1, 1))
	}
	for i := range 4 {
		l = append(l, New("a.md", Pos{i + 1, 9}, LinkDead, "/antrag/", "/"))
	}
	if got := printed(t, Printer{Limit: 50}, "text", l); strings.Count(got, "[SB320]") != 4 || strings.Contains(got, "weitere dieser Art [SB320]") {
		t.Errorf("got\n%s", got)
	}
}

func TestColourIsUsedOnlyWhenAskedFor(t *testing.T) {
	l := List{finding(1, 1)}
	p := Printer{Source: fileWith("datum: bald")}
	if got := printed(t, p, "text", l); strings.Contains(got, "\x1b") {
		t.Errorf("got %q", got)
	}
	p.Colour = true
	coloured := printed(t, p, "text", l)
	if !strings.Contains(coloured, "\x1b[1;31merror:\x1b[0m") {
		t.Errorf("got %q", coloured)
	}
}

// Whatever an author wrote, a terminal is not steered by it, and a line stays
// a line.
func TestAuthorsCannotSteerTheTerminal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		evil := rapid.String().Draw(t, "evil") + "\x1b]0;title\a\u202e\u2066\x00" + string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes"))
		d := New(evil, Pos{1, rapid.IntRange(0, 300).Draw(t, "column")}, BadDate, evil, evil)
		var buf bytes.Buffer
		p := Printer{Source: func(string) ([]byte, bool) { return []byte(evil), true }}
		if err := p.Print(&buf, "text", List{d}); err != nil {
			t.Fatal(err)
		}
		if !utf8.Valid(buf.Bytes()) {
			t.Fatalf("not UTF-8: %q", buf.String())
		}
		for _, r := range buf.String() {
			if r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
				t.Fatalf("%q in %q", r, buf.String())
			}
		}
		if n := strings.Count(buf.String(), "\n"); n > 6 {
			t.Fatalf("%d lines: %q", n, buf.String())
		}
	})
}

func TestLongValuesAreShortened(t *testing.T) {
	d := New("a.md", Pos{1, 1}, BadDate, "datum", strings.Repeat("ä", 10_000))
	if got := d.Text("de").Message; utf8.RuneCountInString(got) > longest+100 || !strings.Contains(got, "ä…“") {
		t.Errorf("got %d characters", utf8.RuneCountInString(got))
	}
}

func TestArgumentsAreNotLookedAtAgain(t *testing.T) {
	tests := []struct{ pattern, want string }{
		{"{1} und {2}", "{2} und b"},
		{"{{ range }} {1}", "{{ range }} {2}"},
		{"{3} {0} {x} {", "{3} {0} {x} {"},
		{"{{1}}", "{{2}}"},
	}
	for _, test := range tests {
		if got := fill(test.pattern, []string{"{2}", "b"}); got != test.want {
			t.Errorf("%s: got %s, want %s", test.pattern, got, test.want)
		}
	}
}

func TestJSONIsOneObjectALine(t *testing.T) {
	l := List{finding(3, 8), New("", Pos{}, MissingTeaser)}
	lines := strings.Split(strings.TrimSuffix(printed(t, Printer{Prefix: "site/"}, "json", l), "\n"), "\n")
	if len(lines) != 2 {
		t.Fatalf("%d lines", len(lines))
	}
	var got map[string]any
	if err := json.Unmarshal([]byte(lines[1]), &got); err != nil {
		t.Fatal(err)
	}
	if got["file"] != "site/content/tee.md" || got["line"] != 3.0 || got["col"] != 8.0 || got["severity"] != "error" || got["code"] != "SB104" {
		t.Errorf("got %v", got)
	}
	if strings.Contains(lines[0], `"file"`) || !strings.Contains(lines[0], `"warning"`) {
		t.Errorf("got %s", lines[0])
	}
}

func TestGitHubCommandsAreEscaped(t *testing.T) {
	d := New("100 %, neu: tee.md", Pos{3, 8}, BadDate, "datum", "100 %\n::error::")
	got := printed(t, Printer{}, "github", List{d})
	if !strings.HasPrefix(got, "::error file=100 %25%2C neu%3A tee.md,line=3,col=8,title=SB104::datum: „100 %25 ::error::“") {
		t.Errorf("got %s", got)
	}
	if strings.Count(got, "\n") != 1 {
		t.Errorf("more than one line: %q", got)
	}
	if got := printed(t, Printer{}, "github", List{New("", Pos{}, MissingTeaser)}); !strings.HasPrefix(got, "::warning title=SB107::") {
		t.Errorf("got %s", got)
	}
}

func TestGitLabFingerprintsOutliveMovesAndAreUnique(t *testing.T) {
	read := func(l List) (issues []issue) {
		t.Helper()
		if err := json.Unmarshal([]byte(printed(t, Printer{}, "gitlab", l)), &issues); err != nil {
			t.Fatal(err)
		}
		return issues
	}
	before, after := read(List{finding(3, 8), finding(7, 8)}), read(List{finding(13, 8), finding(17, 8)})
	if before[0].Fingerprint != after[0].Fingerprint || before[1].Fingerprint != after[1].Fingerprint {
		t.Error("text put above a finding makes it a new one")
	}
	if before[0].Fingerprint == before[1].Fingerprint {
		t.Error("two findings have one fingerprint")
	}
	whole := read(List{New("", Pos{}, MissingTeaser)})
	if whole[0].Location.Path == "" || whole[0].Location.Lines.Begin != 1 {
		t.Errorf("a finding without a place: %+v", whole[0].Location)
	}
	if got := printed(t, Printer{}, "gitlab", nil); got != "[]\n" {
		t.Errorf("no findings: %q", got)
	}
}

func TestAWriterThatFailsIsReported(t *testing.T) {
	for _, format := range Formats() {
		if err := (Printer{}).Print(broken{}, format, List{finding(1, 1)}); !errors.Is(err, errBroken) {
			t.Errorf("%s: %v", format, err)
		}
	}
}

var errBroken = errors.New("broken")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errBroken }

// What the system says comes in the language of the finding; what an author
// wrote stays as it is.
func TestTheSystemSpeaksGerman(t *testing.T) {
	for arg, want := range map[string]string{
		"permission denied":              "keine Berechtigung",
		"JPEG…: unexpected EOF":          "JPEG…: die Datei endet zu früh",
		"table cmap: is a directory":     "table cmap: ist ein Ordner",
		"Alle: permission denied, oder?": "Alle: permission denied, oder?",
		"":                               "",
	} {
		d := New("a.md", Pos{}, Unreadable, arg)
		if got := d.Text("de").Message; got != "Die Datei lässt sich nicht lesen: "+want+"." {
			t.Errorf("%q: %s", arg, got)
		}
		if got := d.Text("en").Message; got != "The file cannot be read: "+arg+"." {
			t.Errorf("%q: %s", arg, got)
		}
	}
}

// A sentence about nothing is not told.
func TestAnEmptyArgumentLeavesItsSentenceOut(t *testing.T) {
	for near, want := range map[string]string{
		"/plan/": "Der Verweis „/plam/“ führt ins Leere. Am nächsten kommt: /plan/",
		"":       "Der Verweis „/plam/“ führt ins Leere.",
	} {
		if got := New("a.md", Pos{}, LinkDead, "/plam/", near).Text("de").Message; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
