package diag

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
)

// text writes findings for people:
//
//	content/meldungen/tee.md:4:8: error: datum: „bald“ ist kein Datum [SB104]
//	  4 | datum: bald
//	    |        ^
//	  Grund:   …
//	  Abhilfe: …
//
// The reason is told once for each code. Very many findings are grouped
// (format_groups.go).
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

type texter struct {
	Printer
	out   *bufio.Writer
	words formatWords
	told  map[Code]bool // codes whose reason has been given
	file  string        // whose lines are at hand
	lines []string
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
