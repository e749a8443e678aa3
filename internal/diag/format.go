package diag

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Printer turns findings into text for people or for programs. The zero
// Printer writes German without excerpts and colour.
type Printer struct {
	Language string // "de" or "en"
	Prefix   string // before every file: the way from the reader's folder to the site's
	Colour   bool
	Limit    int // more findings than this are grouped by code; 0: never
	// Source returns the text that a file's positions are counted in. It may
	// be nil; then there are no excerpts.
	Source func(file string) (text []byte, ok bool)
}

// Formats are the names that Print knows.
func Formats() []string {
	names := make([]string, len(formats))
	for i, format := range formats {
		names[i] = format.name
	}
	return names
}

// Print writes the findings in a format, ordered by place, each once. An
// unknown format is a programmer's mistake and panics.
func (p Printer) Print(w io.Writer, format string, l List) error {
	for _, f := range formats {
		if f.name == format {
			return f.print(p, w, l.Sorted())
		}
	}
	panic("diag: no format " + format)
}

var formats = []struct {
	name  string
	print func(Printer, io.Writer, List) error
}{
	{"text", Printer.text},
	{"json", Printer.jsonLines},
	{"github", Printer.gitHub},
	{"gitlab", Printer.gitLab},
	{"sarif", Printer.sarif},
	{"junit", Printer.junit},
}

// String returns the English name that editors and code forges recognise.
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	default:
		return "note"
	}
}

// Sorted returns the findings ordered by file, place and gravity, each once.
// What is only wrong because of another finding comes last, after its cause.
func (l List) Sorted() List {
	sorted := slices.Clone(l)
	slices.SortStableFunc(sorted, compare)
	sorted = slices.CompactFunc(sorted, func(a, b Diagnostic) bool { return compare(a, b) == 0 })
	faulty := map[string]bool{}
	for _, d := range sorted {
		if d.Severity == Error && d.Code != LinkUnpublished {
			faulty[d.File] = true
		}
	}
	slices.SortStableFunc(sorted, func(a, b Diagnostic) int { return cmp.Compare(follows(a, faulty), follows(b, faulty)) })
	return sorted
}

// follows returns 1 if a finding is that of a link to an article that appears
// once its own errors are mended, else 0.
func follows(d Diagnostic, faulty map[string]bool) int {
	if d.Code == LinkUnpublished && len(d.Args) > 1 && faulty[d.Args[1]] {
		return 1
	}
	return 0
}

func compare(a, b Diagnostic) int {
	return cmp.Or(
		strings.Compare(a.File, b.File),
		cmp.Compare(a.Pos.Line, b.Pos.Line),
		cmp.Compare(a.Pos.Col, b.Pos.Col),
		cmp.Compare(a.Severity, b.Severity),
		strings.Compare(string(a.Code), string(b.Code)),
		slices.Compare(a.Args, b.Args),
	)
}

// Text returns the finding's words in a language, "de" or "en". Authors' bytes
// in them are made harmless and short.
func (d Diagnostic) Text(language string) Text {
	entry, _ := Lookup(d.Code)
	text := entry.In(language)
	args := make([]string, len(d.Args))
	for i, arg := range d.Args {
		if language != "en" {
			arg = german(arg)
		}
		args[i] = shorten(harmless(arg))
	}
	return Text{fill(told(text.Message, args), args), fill(text.Cause, args), fill(text.Remedy, args)}
}

// told leaves out sentences behind the first that have nothing to tell, because
// their arguments are empty: "The nearest is: {2}".
func told(message string, args []string) string {
	sentences := strings.SplitAfter(message, ". ")
	kept := sentences[:1]
	for _, sentence := range sentences[1:] {
		if !hole.MatchString(sentence) || fill(sentence, args) != fill(sentence, make([]string, len(args))) {
			kept = append(kept, sentence)
		}
	}
	return strings.TrimRight(strings.Join(kept, ""), " ")
}

// fill puts the arguments in the places of {1}, {2}, …; what an argument says
// is not looked at again.
func fill(pattern string, args []string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(pattern, '{')
		if open < 0 {
			break
		}
		b.WriteString(pattern[:open])
		pattern = pattern[open:]
		end := strings.IndexByte(pattern, '}')
		if n, err := strconv.Atoi(pattern[1:max(end, 1)]); err == nil && n >= 1 && n <= len(args) {
			b.WriteString(args[n-1])
			pattern = pattern[end+1:]
			continue
		}
		b.WriteByte('{')
		pattern = pattern[1:]
	}
	b.WriteString(pattern)
	return b.String()
}

// harmless returns s on one line and without anything that a terminal obeys:
// control characters, and those that turn the direction of writing.
func harmless(s string) string {
	clean := func(r rune) bool { return r == ' ' || r == '\u00AD' || unicode.IsGraphic(r) }
	if strings.IndexFunc(s, func(r rune) bool { return !clean(r) }) < 0 && utf8.ValidString(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case clean(r), r == '\u200D': // joins the parts of an emoji
			return r
		case r < ' ':
			return r + 0x2400 // the picture of the control character
		}
		return utf8.RuneError
	}, s)
}

// longest is how many characters of a value a message repeats.
const longest = 160

func shorten(s string) string {
	if len(s) <= longest {
		return s
	}
	if runes := []rune(s); len(runes) > longest {
		return string(runes[:longest]) + "…"
	}
	return s
}
