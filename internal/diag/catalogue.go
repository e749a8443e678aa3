package diag

import (
	"fmt"
	"slices"
)

// Entry is what the program knows of one code: the only source of messages,
// documentation and severities. In texts, {1}, {2}, … stand for the arguments.
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

// groups returns the entries of each range of codes: SB0xx, SB1xx, ….
func groups() [][]Entry {
	return [][]Entry{
		sourceEntries, matterEntries, markdownEntries, siteEntries,
		configEntries, themeEntries, publishEntries, pdfEntries, checkEntries,
	}
}

// Lookup returns the entry of a code and whether there is one.
func Lookup(code Code) (Entry, bool) {
	for _, group := range groups() {
		if i := slices.IndexFunc(group, func(e Entry) bool { return e.Code == code }); i >= 0 {
			return group[i], true
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
