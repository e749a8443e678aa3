// Package mend makes the changes that have one right answer: what
// "stadtbote check --fix" offers. It knows no files: it is given the bytes of
// one and the findings about it, and returns other bytes.
//
// All that a finding does not concern stays as it is, byte for byte: a byte
// order mark, line endings, the rest of the line. A file that is not clean
// (package source) in any other way is left alone, since its places cannot be
// told for sure.
package mend

import (
	"bytes"
	"slices"
	"strings"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
	"stadtbote/internal/source"
)

// Change is what becomes of one file.
type Change struct {
	Path          string
	Before, After []byte
	Mended        diag.List
}

// edit replaces some bytes of the clean text.
type edit struct {
	from, to int
	new      string
}

// menders are the findings that have one right answer.
var menders = map[diag.Code]func(*file, diag.Diagnostic) []edit{
	diag.BadDate:        (*file).date,
	diag.TermSpelling:   (*file).spelling,
	diag.HeadlineStop:   (*file).stop,
	diag.AllowUnused:    (*file).allowance,
	diag.StraightQuotes: (*file).quotes,
}

// Codes returns the findings that Mend knows an answer to, sorted. It does not
// always find one.
func Codes() []diag.Code {
	codes := []diag.Code{diag.AddressGone}
	for code := range menders {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}

// file is the text that is being mended.
type file struct {
	path   string
	text   []byte // clean
	starts []int  // where its lines begin
	rules  article.Rules
}

// Mend returns what becomes of a file; ok is false if nothing does. raw is the
// file as it lies on the disk, found the findings about it.
func Mend(path string, raw []byte, found diag.List, rules article.Rules) (c Change, ok bool) {
	text, _ := source.Clean(path, raw)
	if text == nil || !bytes.Equal(text, plain(raw)) {
		return c, false
	}
	f := &file{path: path, text: text, starts: []int{0}, rules: rules}
	for i, b := range text {
		if b == '\n' {
			f.starts = append(f.starts, i+1)
		}
	}
	c = Change{Path: path, Before: raw}
	var edits []edit
	var gone diag.List
	for _, d := range found.Sorted() {
		mender := menders[d.Code]
		if mender == nil || d.File != path {
			if d.Code == diag.AddressGone && d.File == path {
				gone = append(gone, d)
			}
			continue
		}
		if more := mender(f, d); len(more) > 0 && apart(edits, more) {
			edits = append(edits, more...)
			c.Mended = append(c.Mended, d)
		}
	}
	if more := f.redirects(gone); len(more) > 0 && apart(edits, more) {
		edits, c.Mended = append(edits, more...), append(c.Mended, gone...)
	}
	if len(edits) == 0 {
		return c, false
	}
	c.After = applied(raw, edits)
	return c, !bytes.Equal(c.After, raw)
}

// plain returns a text without byte order mark and with LF as line ending.
func plain(raw []byte) []byte {
	return bytes.ReplaceAll(bytes.TrimPrefix(raw, []byte("\uFEFF")), []byte("\r\n"), []byte("\n"))
}

// apart reports whether edits touch none of those before.
func apart(before, more []edit) bool {
	for _, a := range before {
		for _, b := range more {
			if a.from < b.to && b.from < a.to || a == b {
				return false
			}
		}
	}
	return true
}

// applied returns the raw file with edits whose places count the plain text.
func applied(raw []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(a, b edit) int { return a.from - b.from })
	ending := "\n"
	if bytes.Contains(raw, []byte("\r\n")) {
		ending = "\r\n"
	}
	var out []byte
	rest := raw
	if bytes.HasPrefix(raw, []byte("\uFEFF")) {
		out, rest = append(out, raw[:3]...), raw[3:]
	}
	at := 0 // in the plain text
	step := func(to int, keep bool) {
		for at < to && len(rest) > 0 {
			n := 1
			if bytes.HasPrefix(rest, []byte("\r\n")) {
				n = 2
			}
			if keep {
				out = append(out, rest[:n]...)
			}
			rest = rest[n:]
			at++
		}
	}
	for _, e := range edits {
		step(e.from, true)
		out = append(out, strings.ReplaceAll(e.new, "\n", ending)...)
		step(e.to, false)
	}
	return append(out, rest...)
}

// line returns where a line begins and ends, its line feed excluded.
func (f *file) line(number int) (from, to int, ok bool) {
	if number < 1 || number > len(f.starts) {
		return 0, 0, false
	}
	from, to = f.starts[number-1], len(f.text)
	if number < len(f.starts) {
		to = f.starts[number] - 1
	}
	return from, to, true
}

// at returns the offset of a place.
func (f *file) at(pos diag.Pos) (offset, end int, ok bool) {
	from, to, ok := f.line(pos.Line)
	if !ok || pos.Col < 1 {
		return 0, 0, false
	}
	offset = from
	for col := 1; col < pos.Col; col++ {
		if offset >= to {
			return 0, 0, false
		}
		_, size := decode(f.text[offset:])
		offset += size
	}
	return offset, to, true
}
