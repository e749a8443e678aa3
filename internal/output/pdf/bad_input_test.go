package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"stadtbote/internal/pdf/pdftest"
)

// TestNothingIsLostOfTextsThatNobodyShouldWrite counts what validators do not
// miss.
func TestNothingIsLostOfTextsThatNobodyShouldWrite(t *testing.T) {
	t.Parallel()
	n := newNewsroom()
	n.report("hoch", "|Nummer|Wert|\n|-|-|\n"+strings.Repeat("|Eins|Zwei|\n", 500))
	n.report("breit", "|"+strings.Repeat("Spalte|", 30)+"\n|"+strings.Repeat("-|", 30)+"\n|"+strings.Repeat("Wert|", 30))
	n.report("noten", notes(200))
	n.report("tief", nested(30))
	n.report("wort", strings.Repeat("Donaudampfschifffahrt", 40))
	n.report("lang", strings.Repeat("Ein Satz, der sich wiederholt und wiederholt. ", 3300))
	n.report("leer", "")
	files := n.made(t)
	for name, c := range map[string]map[string]int{ // the records at the end are a list of three
		"hoch":  {"Table": 1, "THead": 1, "TBody": 1, "TR": 501, "TH": 2 + 500, "TD": 500},
		"breit": {"Table": 1, "TR": 2, "TH": 30 + 1, "TD": 29},
		"noten": {"Note": 200},
		"tief":  {"L": 30 + 1, "LI": 30 + 3},
		"leer":  {"H1": 1, "Art": 1},
	} {
		counts := map[string]int{}
		for line := range strings.Lines(pdftest.Tree(t, files[name])) {
			role := strings.TrimSpace(line)
			if end := strings.IndexAny(role, " :"); end >= 0 {
				role = role[:end]
			}
			counts[role]++
		}
		for role, want := range c {
			if counts[role] != want {
				t.Errorf("%s: %s occurs %d times, not %d", name, role, counts[role], want)
			}
		}
	}
	for name, word := range map[string]string{"wort": "Donaudampfschifffahrt", "lang": "wiederholt.", "noten": "Note"} {
		want := map[string]int{"wort": 40, "lang": 3300, "noten": 200}[name]
		if got := strings.Count(wholeText(t, files[name]), word); got != want {
			t.Errorf("%s: %q occurs %d times, not %d", name, word, got, want)
		}
	}
}

// wholeText is the text of a file in the order of its structure, without white
// space and soft hyphens.
func wholeText(t *testing.T, file []byte) string {
	t.Helper()
	var b strings.Builder
	for line := range strings.Lines(pdftest.Tree(t, file)) {
		if text, ok := strings.CutPrefix(strings.TrimSpace(line), `"`); ok {
			fmt.Fprint(&b, strings.TrimSuffix(text, `"`))
		}
	}
	return bare(b.String())
}
