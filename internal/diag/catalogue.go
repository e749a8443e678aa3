package diag

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Entry is what the program knows of one code: the only source of messages,
// documentation and severities. In texts, {1}, {2}, … stand for the arguments.
// What leads to the finding, and what does not, is its Story.
type Entry struct {
	Code     Code
	Severity Severity // unless the site's configuration says otherwise
	DE, EN   Text
}

// Text is an entry in one language: what was found, in one line; why that
// matters; and how to mend it.
type Text struct {
	Message string
	Cause   string
	Remedy  string
}

// In returns the entry's text in a language, "de" or "en".
func (e Entry) In(language string) Text {
	if language == "en" {
		return e.EN
	}
	return e.DE
}

// Open returns the text with its holes left open, for all findings of a code.
func (t Text) Open() Text {
	open := func(s string) string { return hole.ReplaceAllString(s, "…") }
	return Text{open(t.Message), open(t.Cause), open(t.Remedy)}
}

// hole is where a text of the catalogue takes an argument.
var hole = regexp.MustCompile(`\{\d\}`)

// Group is a range of codes: those that begin with the same digit.
type Group struct {
	Digit   byte
	DE, EN  string // what the findings are about
	Entries []Entry
}

// Groups returns all ranges of codes, in order.
func Groups() []Group {
	return []Group{
		{'0', "Dateien, Ordner und Schreibweise", "Files, folders and how they are written", slices.Concat(sourceEntries, syntaxEntries)},
		{'1', "Der Kopf einer Meldung", "The front matter of a report", matterEntries},
		{'2', "Der Text einer Meldung", "The text of a report", markdownEntries},
		{'3', "Die Seite als Ganzes", "The site as a whole", siteEntries},
		{'4', "stadtbote.yaml, data/ und der Umzug von anderen Programmen", "stadtbote.yaml, data/ and moving in from other programs", configEntries},
		{'5', "Vorlagen", "Templates", themeEntries},
		{'6', "Der Ausgabeordner", "The output folder", publishEntries},
		{'7', "PDF", "PDF documents", pdfEntries},
		{'8', "Die Regeln von „stadtbote check“", "The rules of “stadtbote check”", checkEntries},
		{'9', "Vorschau, Beobachten, Vergleichen", "Preview, watching, comparing", liveEntries},
	}
}

// Title returns what the findings of a group are about, in a language.
func (g Group) Title(language string) string {
	if language == "en" {
		return g.EN
	}
	return g.DE
}

// ByCode returns the entries of a group ordered by code.
func (g Group) ByCode() []Entry {
	return slices.SortedFunc(slices.Values(g.Entries), func(a, b Entry) int {
		return strings.Compare(string(a.Code), string(b.Code))
	})
}

// Lookup returns the entry of a code and whether there is one.
func Lookup(code Code) (Entry, bool) {
	for _, group := range Groups() {
		if len(code) < 3 || code[2] != group.Digit {
			continue
		}
		if i := slices.IndexFunc(group.Entries, func(e Entry) bool { return e.Code == code }); i >= 0 {
			return group.Entries[i], true
		}
	}
	return Entry{}, false
}

// New returns the finding of a code at a place; its severity is the
// catalogue's. A code without an entry is a programmer's mistake and panics.
func New(file string, pos Pos, code Code, args ...any) Diagnostic {
	entry, known := Lookup(code)
	if !known {
		panic("diag: no catalogue entry for code " + string(code))
	}
	words := make([]string, len(args))
	for i, arg := range args {
		words[i] = fmt.Sprint(arg)
	}
	return Diagnostic{Code: code, Severity: entry.Severity, File: file, Pos: pos, Args: words}
}

// Report adds a finding to the list.
func (l *List) Report(file string, pos Pos, code Code, args ...any) {
	*l = append(*l, New(file, pos, code, args...))
}

// HasErrors reports whether any finding stops publication.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}
