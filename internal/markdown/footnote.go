package markdown

import (
	extast "github.com/yuin/goldmark/extension/ast"

	"stadtbote/internal/diag"
)

// unusedFootnotes reports footnotes that do not appear on the page.
func (p *pass) unusedFootnotes() {
	var first map[string]*extast.Footnote
	for _, note := range p.footnotes {
		label := string(note.Ref)
		earlier, twice := first[label]
		switch {
		case twice:
			p.report(note.Pos(), diag.FootnoteTwice, label, p.pos(earlier.Pos()).Line)
			continue
		case note.Index < 0:
			p.report(note.Pos(), diag.FootnoteUnused, label)
		}
		if first == nil {
			first = make(map[string]*extast.Footnote, len(p.footnotes))
		}
		first[label] = note
	}
}
