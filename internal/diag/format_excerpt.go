package diag

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// excerpt writes the line of a finding with a caret below its column.
func (t *texter) excerpt(d Diagnostic) {
	line, ok := t.line(d)
	if !ok {
		return
	}
	number := strconv.Itoa(d.Pos.Line)
	gutter := strings.Repeat(" ", len(number))
	shownLine, caret := window([]rune(line), d.Pos.Col)
	fmt.Fprintf(t.out, "  %s %s\n", t.paint(faint, number+" |"), shownLine)
	if d.Pos.Col > 0 {
		mark := strings.Repeat(" ", caret) + t.paint(colours[d.Severity], "^")
		fmt.Fprintf(t.out, "  %s %s\n", t.paint(faint, gutter+" |"), mark)
	}
}

// line returns the line that a finding names, if there is one. Findings come
// ordered by file, so one file is kept at hand.
func (t *texter) line(d Diagnostic) (string, bool) {
	if t.Source == nil || d.File == "" || d.Pos.Line < 1 {
		return "", false
	}
	if t.lines == nil || t.file != d.File {
		t.file, t.lines = d.File, []string{}
		if text, ok := t.Source(d.File); ok {
			t.lines = strings.Split(string(text), "\n")
		}
	}
	if d.Pos.Line > len(t.lines) {
		return "", false
	}
	line := strings.TrimRight(t.lines[d.Pos.Line-1], " \t\r")
	return line, line != ""
}

// Sizes of an excerpt, in columns of a terminal.
const (
	widest   = 96 // of a line
	before   = 48 // of them before the caret, where the line is longer
	tabWidth = 4
)

// window returns the part of a line around a column, safe for a terminal, and
// how many columns of the terminal precede the caret.
func window(line []rune, col int) (shown string, caret int) {
	at := min(max(col-1, 0), len(line))
	from := 0
	if columns(line) > widest {
		for room := before; from < at && columns(line[from:at]) > room; {
			from++
		}
	}
	to, used := from, 0
	for to < len(line) && used+width(line[to]) <= widest {
		used += width(line[to])
		to++
	}
	shown, caret = printable(line[from:to]), columns(line[from:at])
	if from > 0 {
		shown, caret = "…"+shown, caret+1
	}
	if to < len(line) {
		shown += "…"
	}
	return shown, caret
}

func printable(line []rune) string {
	return harmless(strings.ReplaceAll(string(line), "\t", strings.Repeat(" ", tabWidth)))
}

func columns(line []rune) int {
	sum := 0
	for _, r := range line {
		sum += width(r)
	}
	return sum
}

// width returns how many columns of a terminal a character takes.
func width(r rune) int {
	switch {
	case r == '\t':
		return tabWidth
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me), r == '\u200D':
		return 0
	case unicode.Is(wide, r):
		return 2
	}
	return 1
}

// wide are the characters of East Asian scripts and the emoji, which take two
// columns (Unicode Standard Annex 11, in round numbers).
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x1100, 0x115F, 1},
		{0x2E80, 0xA4CF, 1},
		{0xAC00, 0xD7A3, 1},
		{0xF900, 0xFAFF, 1},
		{0xFE30, 0xFE6F, 1},
		{0xFF00, 0xFF60, 1},
		{0xFFE0, 0xFFE6, 1},
	},
	R32: []unicode.Range32{
		{0x1F300, 0x1F64F, 1},
		{0x1F680, 0x1F6FF, 1},
		{0x1F900, 0x1F9FF, 1},
		{0x20000, 0x3FFFD, 1},
	},
}
