package diag

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// text writes findings for people:
//
//	content/meldungen/tee.md:4:8: error: datum: „bald“ ist kein Datum [SB104]
//	  4 | datum: bald
//	    |        ^
//	  Grund:   …
//	  Abhilfe: …
//
// The reason is told once for each code. Where there are very many findings,
// they are grouped by code, the gravest first, and all but the first few of a
// code only counted.
func (p Printer) text(w io.Writer, l List) error {
	out := bufio.NewWriter(w)
	t := texter{Printer: p, out: out, words: germanWords, told: map[Code]bool{}}
	if p.Language == "en" {
		t.words = englishWords
	}
	if p.Limit > 0 && len(l) > p.Limit {
		t.groups(l)
	} else {
		for _, d := range l {
			t.finding(d)
		}
	}
	return out.Flush()
}

// shown is how many findings of a group are written out.
const shown = 3

type texter struct {
	Printer
	out   *bufio.Writer
	words formatWords
	told  map[Code]bool // codes whose reason has been given
	file  string        // whose lines are at hand
	lines []string
}

type formatWords struct {
	cause, remedy string
	more          string // count, code, count of files
	most, file    string // the files with the most findings; file and count
	all           string // where the rest is
}

var (
	germanWords = formatWords{
		"Grund:   ", "Abhilfe: ", "… und %s weitere dieser Art [%s], insgesamt in %s Dateien.",
		"Die meisten Befunde haben:", "%s (%s)", "Alle %s Befunde einzeln zeigt --all, für Programme --format json.",
	}
	englishWords = formatWords{
		"Cause:  ", "Remedy: ", "… and %s more of this kind [%s], in %s files altogether.",
		"Most findings are in:", "%s (%s)", "--all shows all %s findings one by one, --format json for programs.",
	}
)

func (t *texter) groups(l List) {
	byCode := map[Code]List{}
	for _, d := range l {
		byCode[d.Code] = append(byCode[d.Code], d)
	}
	codes := make([]Code, 0, len(byCode))
	for code := range byCode {
		codes = append(codes, code)
	}
	slices.SortFunc(codes, func(a, b Code) int {
		if x, y := byCode[a][0].Severity, byCode[b][0].Severity; x != y {
			return int(x) - int(y)
		}
		return strings.Compare(string(a), string(b))
	})
	for _, code := range codes {
		t.group(code, byCode[code])
	}
	t.most(l)
	fmt.Fprintf(t.out, t.words.all+"\n\n", t.count(len(l)))
}

// worst is how many files are named that have the most findings.
const worst = 5

// most names the files with the most findings, where there are such.
func (t *texter) most(l List) {
	counts := map[string]int{}
	for _, d := range l {
		counts[t.path(d)]++
	}
	delete(counts, "")
	files := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b))
	})
	if len(files) == 0 || counts[files[0]] <= shown {
		return
	}
	fmt.Fprintln(t.out, t.words.most)
	for _, file := range files[:min(worst, len(files))] {
		fmt.Fprintf(t.out, "  "+t.words.file+"\n", file, t.count(counts[file]))
	}
	t.out.WriteByte('\n')
}

func (t *texter) group(code Code, l List) {
	for _, d := range l[:min(shown, len(l))] {
		t.finding(d)
	}
	if len(l) <= shown {
		return
	}
	files := map[string]bool{}
	for _, d := range l {
		files[d.File] = true
	}
	more := fmt.Sprintf(t.words.more, t.count(len(l)-shown), code, t.count(len(files)))
	fmt.Fprintf(t.out, "%s\n\n", t.paint(bold, more))
}

// count writes a number as its readers do: 19.998 or 19,998.
func (t *texter) count(n int) string {
	separator := "."
	if t.Language == "en" {
		separator = ","
	}
	s := strconv.Itoa(n)
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + separator + s[at:]
	}
	return s
}

func (t *texter) finding(d Diagnostic) {
	text := d.Text(t.Language)
	if place := t.place(d); place != "" {
		fmt.Fprintf(t.out, "%s ", t.paint(bold, place+":"))
	}
	fmt.Fprintf(t.out, "%s %s %s\n", t.paint(colours[d.Severity], d.Severity.String()+":"), text.Message, t.paint(faint, "["+string(d.Code)+"]"))
	t.excerpt(d)
	if text.Cause != "" && !t.told[d.Code] {
		fmt.Fprintf(t.out, "  %s%s\n", t.paint(faint, t.words.cause), text.Cause)
		t.told[d.Code] = true
	}
	if text.Remedy != "" {
		fmt.Fprintf(t.out, "  %s%s\n", t.paint(faint, t.words.remedy), text.Remedy)
	}
	t.out.WriteByte('\n')
}

// place returns "file:line:col", as far as it is known.
func (p Printer) place(d Diagnostic) string {
	place := p.path(d)
	if place != "" && d.Pos.Line > 0 {
		place += ":" + strconv.Itoa(d.Pos.Line)
		if d.Pos.Col > 0 {
			place += ":" + strconv.Itoa(d.Pos.Col)
		}
	}
	return place
}

func (p Printer) path(d Diagnostic) string {
	if d.File == "" {
		return ""
	}
	return p.Prefix + harmless(d.File)
}

// Codes of terminals (ECMA-48).
const (
	bold  = "1"
	faint = "2"
)

var colours = map[Severity]string{Error: "1;31", Warning: "1;33", Note: "1;36"}

func (t *texter) paint(colour, s string) string {
	if !t.Colour {
		return s
	}
	return "\x1b[" + colour + "m" + s + "\x1b[0m"
}
