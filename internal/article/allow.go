package article

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"stadtbote/internal/diag"
)

// Allowance excuses a finding in one place:
//
//	<!-- stadtbote:erlaube SB810 Zitat aus der Satzung -->
//
// In the text it is a comment, which readers never see; in the front matter it
// stands behind "#". In a line of its own it counts for the block below it,
// else for its own line.
type Allowance struct {
	Code     string // as written
	Reason   string // may be empty, which is a finding of check
	Pos      diag.Pos
	From, To int // the lines that it counts for, both included
}

// marks begin an allowance.
var marks = []string{"stadtbote:erlaube", "stadtbote:allow"}

// allowances returns those of a file whose text begins in line body.
func allowances(text []byte, body int) []Allowance {
	if !bytes.Contains(text, []byte("stadtbote:")) {
		return nil // as nearly always
	}
	var found []Allowance
	lines := strings.Split(string(text), "\n")
	fence := ""
	for i, line := range lines {
		number := i + 1
		if number >= body {
			if fence = fenced(fence, line); fence != "" {
				continue // an example, no comment
			}
		}
		a, own, is := allowance(line, number < body)
		if !is {
			continue
		}
		a.Pos.Line, a.From, a.To = number, number, number
		if own {
			a.From, a.To = below(lines, number, number < body)
		}
		found = append(found, a)
	}
	return found
}

// fenced returns the fence of the code block that goes on behind a line, "" if
// there is none.
func fenced(fence, line string) string {
	trimmed := strings.TrimLeft(line, " >")
	switch {
	case fence != "" && strings.HasPrefix(trimmed, fence):
		return ""
	case fence != "":
		return fence
	case strings.HasPrefix(trimmed, "```"):
		return "```"
	case strings.HasPrefix(trimmed, "~~~"):
		return "~~~"
	}
	return ""
}

// allowance reads the comment of a line, and whether the line holds nothing
// else.
func allowance(line string, matter bool) (a Allowance, own, is bool) {
	open, end := "<!--", "-->"
	if matter {
		open, end = "#", ""
	}
	before, after, ok := strings.Cut(line, open)
	if !ok {
		return a, false, false
	}
	inside := after
	rest := ""
	if end != "" {
		inside, rest, _ = strings.Cut(inside, end)
	}
	words := strings.TrimSpace(inside)
	for _, mark := range marks {
		said, marked := strings.CutPrefix(words, mark)
		if !marked || said != "" && said[0] != ' ' && said[0] != '\t' && said[0] != ':' {
			continue
		}
		said = strings.TrimLeft(said, ": \t")
		code, reason, _ := strings.Cut(said, " ")
		a.Code, a.Reason = strings.Trim(code, ":,;"), strings.TrimSpace(reason)
		a.Pos.Col = utf8.RuneCountInString(before) + 1
		return a, strings.TrimSpace(before+rest) == "", true
	}
	return a, false, false
}

// below returns the lines of the block that follows a line: up to the next
// empty line; in the front matter the next entry.
func below(lines []string, line int, matter bool) (from, to int) {
	at := line // index of the next line
	for at < len(lines) && (strings.TrimSpace(lines[at]) == "" || commented(lines[at])) {
		at++
	}
	from, to = line, at+1
	for at+1 < len(lines) && strings.TrimSpace(lines[at+1]) != "" {
		if next := lines[at+1]; matter && !strings.HasPrefix(next, " ") && !strings.HasPrefix(next, "-") {
			break
		}
		at++
		to = at + 1
	}
	return from, min(to, len(lines))
}

// commented reports whether a line is another allowance.
func commented(line string) bool {
	_, own, is := allowance(line, false)
	if !is {
		_, own, is = allowance(line, true)
	}
	return is && own
}
