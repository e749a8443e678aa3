package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"stadtbote/internal/diag"
	"stadtbote/internal/typeset/layout"
)

// maxLetters bounds the findings about one text: one in a script that no font
// has would report each of its letters.
const maxLetters = 10

// Findings are the characters of a report's text that no font has, with the
// place where each stands first. An article is looked through once, when it is read: what is
// found there is known before anything is published.
func (f *Fonts) Findings(file string, text []byte) diag.List {
	var ds diag.List
	seen := ""
	for line, at := 1, 0; at < len(text); {
		c := text[at]
		if c < utf8.RuneSelf {
			if c == '\n' {
				line++
			}
			at++
			continue
		}
		r, size := utf8.DecodeRune(text[at:])
		if !layout.Knows(f.family, r) && !strings.ContainsRune(seen, r) {
			seen += string(r)
			ds.Report(file, diag.Pos{Line: line, Col: column(text, at)}, diag.GlyphMissing, string(r), fmt.Sprintf("U+%04X", r))
			if len(ds) == maxLetters {
				return ds
			}
		}
		at += size
	}
	return ds
}

// column counts the characters of a line up to an offset, from 1.
func column(text []byte, at int) int {
	from := bytes.LastIndexByte(text[:at], '\n') + 1
	return utf8.RuneCount(text[from:at]) + 1
}
