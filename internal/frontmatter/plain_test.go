package frontmatter

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// TestPlainReadsWhatTheLibraryReads is what allows plain to exist.
func TestPlainReadsWhatTheLibraryReads(t *testing.T) {
	for _, text := range plainSeeds {
		comparePlain(t, text)
	}
	source := rand.New(rand.NewPCG(1, 2))
	read := 0
	const rounds = 60_000
	for range rounds {
		if comparePlain(t, randomBlock(source)) {
			read++
		}
		if t.Failed() {
			return
		}
	}
	if read < rounds/20 {
		t.Errorf("only %d of %d random blocks are plain: the test says little", read, rounds)
	}
}

var plainSeeds = []string{
	"titel: Stadtfest\n",
	"titel:    Stadtfest   \ndatum: 2018-11-09",
	"titel: \"Ein: Doppelpunkt\"\nteaser: 'einfach # so'\n",
	"stichwörter: [Fest, \"Musik, laut\", 'a', Grün ist schön]\n",
	"orte:\n  - Krähwinkel\n  - \"Posemuckel\"\nrubrik: Kultur\n",
	"orte:\n- Krähwinkel\n\n- Posemuckel\n",
	"orte:\n\n# Bemerkung\n  - Krähwinkel\n# noch eine\n  - Posemuckel\n",
	"leer:\nauch_leer: \nnull: null\nende:",
	"stichwörter: []\nx: [ ]\n",
	"a: b\n\n\n  c\n",
	"a: b #c\n",
	"a: b#c\n",
	"a: http://x.example:80/\n",
	"ä: ö\nü: [ä, ö]\n",
	"a: „Zitat“\nb: – Strich\n",
	"a: b\u2028c\n", "a: b\u0085c\n", "a: b\u00a0c\n", "a: 😀\n",
	"a: [b, null, 'null']\n",
	"a: 'it''s'\n", "a: \"x\\n\"\n", "a: 'x' y\n",
	"a: [b,]\n", "a: [b c, d:e, f?]\n", "a: [\"x\"y]\n",
	"- a\n", "a\n", "a:b\n", "? a\n: b\n",
	"a:\n  - b\n - c\n", "a:\n  - b\n   - c\n", "a:\n  - b: c\n", "a:\n  -\n", "a:\n  - - b\n",
	"a:\n  b: c\n", "a: |\n  b\n", "a: &x b\nc: *x\n",
	"a: b\n...\n", "%YAML 1.1\n", "a: b\n# c", "#", "",
	"a: ja\nb: no\nc: 1e3\nd: 0x1F\ne: .5\nf: 2018-11-09T10:00:00Z\n",
	"<<: x\n", "true: x\n", "a: [1, 2.5, true]\n", "a: O'Brien \"sagt\" x\n", "a: x, y [z] {w}\n",
}

// comparePlain reports whether plain read a block; where it did, the library
// must agree.
func comparePlain(t *testing.T, text string) bool {
	t.Helper()
	b := block{raw: []byte(text), line: 2}
	fast, ok := plain(b)
	if !ok {
		return false
	}
	r := &reader{file: "x.md"}
	slow, good := r.yaml(b)
	if !good {
		t.Errorf("%q: plain reads what the library refuses: %v", text, r.diags)
	} else if !reflect.DeepEqual(fast, slow) {
		t.Errorf("%q:\nplain   %+v\nlibrary %+v", text, fast, slow)
	}
	return true
}

// randomBlock returns a few lines that are often plain and often nearly so.
func randomBlock(r *rand.Rand) string {
	words := []string{
		"a", "titel", "stichwörter", "Grün", "null", "Null", "~", "true", "1", "2018-11-09", "10:30", "„x“", "–", "-", "'", "\"", "''",
		"#", ":", ",", "[", "]", "{", "}", "?", "!", "&a", "*a", "|", ">", "%", "@", "`", " ", "  ", "\u00a0", "😀", "x:y", "\\", "\t", "\n",
	}
	pick := func() string { return words[r.IntN(len(words))] }
	text := func() string {
		var b strings.Builder
		for range 1 + r.IntN(3) {
			b.WriteString(pick())
			if r.IntN(2) == 0 {
				b.WriteString(" ")
			}
		}
		return b.String()
	}
	quoted := func() string {
		switch r.IntN(6) {
		case 0:
			return `"` + strings.ReplaceAll(text(), `"`, "") + `"`
		case 1:
			return "'" + strings.ReplaceAll(text(), "'", "") + "'"
		}
		return text()
	}
	var b strings.Builder
	for range 1 + r.IntN(4) {
		switch r.IntN(6) {
		case 0:
			b.WriteString(words[r.IntN(3)] + ": [" + quoted() + ", " + quoted() + "]")
		case 1:
			b.WriteString(words[r.IntN(3)] + ":\n  - " + quoted() + "\n  - " + quoted())
		case 2:
			b.WriteString(strings.Repeat(" ", r.IntN(3)) + text())
		default:
			b.WriteString(words[r.IntN(3)] + ": " + quoted())
		}
		b.WriteString("\n")
	}
	return b.String()
}

func FuzzPlainReadsWhatTheLibraryReads(f *testing.F) {
	for _, text := range plainSeeds {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { comparePlain(t, text) })
}
