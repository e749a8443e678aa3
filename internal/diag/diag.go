// Package diag says what an author must mend, where, and how.
//
// A Diagnostic is a value: a code of the catalogue, a place, and the words
// that fill its text. Packages that read an author's bytes return a List and
// go on; only the command line turns a List into German or English text, into
// JSON, or into the annotations of a code forge.
package diag

// Severity tells whether a finding stops publication.
type Severity uint8

// The severities, the gravest first.
const (
	Error   Severity = iota + 1 // nothing is published until it is mended
	Warning                     // published, and reported
	Note                        // worth knowing
)

// Code names one kind of finding, for instance "SB104". Codes are stable and
// never used again for something else.
type Code string

// Pos is a place in a file: line and column, both counted from 1 in the whole
// file; columns count characters (Unicode code points). The zero Pos means the
// file as a whole.
type Pos struct{ Line, Col int }

// Diagnostic is one finding.
type Diagnostic struct {
	Code     Code
	Severity Severity
	File     string // slash-separated, relative to the site's folder
	Pos      Pos
	Args     []string // fill {1}, {2}, … of the catalogue's text
}

// List is the findings about one or many files, in the order they were met.
type List []Diagnostic
