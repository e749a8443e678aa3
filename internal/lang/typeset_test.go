package lang

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestTypeset(t *testing.T) {
	for _, c := range []struct{ name, language, in, want string }{
		{"double quotes become German ones", "de", `Er sagte "Guten Tag" und ging.`, `Er sagte „Guten Tag“ und ging.`},
		{"a quotation may fill the whole text", "de", `"Ja"`, `„Ja“`},
		{"single quotes become German ones", "de", `Der Film 'Der Blaue' läuft.`, `Der Film ‚Der Blaue‘ läuft.`},
		{"a quotation within a quotation", "de", `"Wir nennen es 'Amt 2.0'", sagt sie.`, `„Wir nennen es ‚Amt 2.0‘“, sagt sie.`},
		{"both close at the same place", "de", `"Das ist 'gut'"`, `„Das ist ‚gut‘“`},
		{"quotes in brackets", "de", `("neu")`, `(„neu“)`},
		{"a comma stands after the closing mark", "de", `"Ja", sagt er, "nein".`, `„Ja“, sagt er, „nein“.`},
		{"an opening mark the author set is closed", "de", `„Ja", sagt er.`, `„Ja“, sagt er.`},
		{"an object is a word", "de", `"` + Object + `"`, `„` + Object + `“`},
		{"inches stay", "de", `Ein Rohr von 5" Weite`, `Ein Rohr von 5" Weite`},
		{"a number in quotes is no inch", "de", `Die Band "Level 42" spielt.`, `Die Band „Level 42“ spielt.`},
		{"an apostrophe within a word", "de", `Geht's los?`, `Geht’s los?`},
		{"an apostrophe at the end of a word", "de", `Hans' Garten`, `Hans’ Garten`},
		{"an apostrophe at the beginning of a word", "de", `Das war 'ne Nacht und 's war kalt.`, `Das war ’ne Nacht und ’s war kalt.`},
		{"years without a century", "de", `Im Sommer '89`, `Im Sommer ’89`},
		{"a hyphen between spaces is a dash", "de", `Berlin - das ist weit.`, `Berlin – das ist weit.`},
		{"two hyphens are a dash", "de", `Berlin -- das ist weit. 10--12 Uhr`, "Berlin – das ist weit. 10–12\u00a0Uhr"},
		{"three hyphens are a German dash too", "de", `so --- sagt man`, `so – sagt man`},
		{"three hyphens are an English dash", "en", `so --- they say`, `so — they say`},
		{"an option of a command stays", "de", `mit --strict bauen`, `mit --strict bauen`},
		{"a hyphen that waits for its word stays", "de", `Vor- und Nachteile`, `Vor- und Nachteile`},
		{"a minus at the beginning stays", "de", `- 5`, `- 5`},
		{"three dots are one sign", "de", `Warten...`, `Warten…`},
		{"an ellipsis stays with its word", "de", `Warten ...`, "Warten\u00a0…"},
		{"an ellipsis that is set already stays with its word too", "de", `Warten …`, "Warten\u00a0…"},
		{"four dots stay", "de", `Seite ....`, `Seite ....`},
		{"abbreviations do not break", "de", `z. B. hier, i. d. R. da, u. Ä.`, "z.\u00a0B. hier, i.\u00a0d.\u00a0R. da, u.\u00a0Ä."},
		{"an era does not break", "de", `500 v. Chr.`, "500 v.\u00a0Chr."},
		{"a sentence that ends with a letter may break", "de", `Anlage A. Der Rest`, `Anlage A. Der Rest`},
		{"paragraphs of a law do not break", "de", `§ 5 Abs. 2 und §§ 7, 8`, "§\u00a05 Abs.\u00a02 und §§\u00a07, 8"},
		{"pages and numbers do not break", "de", `S. 5, Nr. 3`, "S.\u00a05, Nr.\u00a03"},
		{"a word that ends like an abbreviation may break", "de", `Im Paris. 5 Leute`, `Im Paris. 5 Leute`},
		{"thousands do not break", "de", `10 000 Euro, 1 000 000 Bäume`, "10\u00a0000\u00a0Euro, 1\u00a0000\u00a0000 Bäume"},
		{"a year is no thousand", "de", `2018 100 Plätze`, `2018 100 Plätze`},
		{"units do not break", "de", `5 %, 3,5 Mio. Euro, 10.30 Uhr.`, "5\u00a0%, 3,5\u00a0Mio. Euro, 10.30\u00a0Uhr."},
		{"dates do not break", "de", `am 9. November 2018`, "am 9.\u00a0November 2018"},
		{"a line feed is a space", "de", "§\n5", "§\u00a05"},
		{"English quotes", "en", `She said "it's 'fine'" and left.`, `She said “it’s ‘fine’” and left.`},
		{"English dates", "en", `on 9 November`, "on 9\u00a0November"},
		{"other languages stay", "fr", `"Oui" - c'est 10 000 ...`, `"Oui" - c'est 10 000 ...`},
		{"lonely marks stay", "de", `ein " zwei ' drei`, `ein " zwei ' drei`},
		{"titles stay with names", "de", `Dr. Muster, Prof. Dr. Beispiel`, "Dr.\u00a0Muster, Prof.\u00a0Dr.\u00a0Beispiel"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Typeset(c.in, c.language)
			if got != c.want {
				t.Errorf("Typeset(%q)\n got %q\nwant %q", c.in, got, c.want)
			}
			if again := Typeset(got, c.language); again != got {
				t.Errorf("a second time it becomes %q", again)
			}
		})
	}
}

func TestTypesettingLongTextsTakesNoLongTime(t *testing.T) {
	const limit = 2 * time.Second // a hundred times what they take on an idle machine
	for _, piece := range []string{`'a `, `"`, `a' `, `-`, `.`, `1 `, `z. `, "„", "§ ", `"a' `} {
		start := time.Now()
		_ = Typeset(strings.Repeat(piece, 200_000), "de")
		if took := time.Since(start); took > limit {
			t.Errorf("200,000 times %q took %v", piece, took)
		}
	}
}

func TestTypesettingTwiceChangesNothingMore(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"Wort", "5", "10", "000", "Euro", "§", "z.", "B.", "Nr.", `"Zitat"`, `"zwei`, `Wörter",`, "'einfach'", "geht's", "Hans'",
		"-", "--", "---", "...", "…", "„fertig“", "‚auch‘", "9.", "November", "(", ")", Object,
	})
	rapid.Check(t, func(t *rapid.T) {
		language := rapid.SampledFrom([]string{"de", "en"}).Draw(t, "language")
		text := strings.Join(rapid.SliceOf(piece).Draw(t, "words"), " ")
		once := Typeset(text, language)
		if twice := Typeset(once, language); twice != once {
			t.Errorf("%q\nonce  %q\ntwice %q", text, once, twice)
		}
	})
}

func FuzzTypeset(f *testing.F) {
	for _, seed := range []string{`"a" 'b' c's -- d ... § 5 z. B. 10 000 Euro`, `'"'"'`, "„‚“‘ ' \"", "5. Mai", "\xc2", "\xe2\x80", "9.\n"} {
		f.Add(seed, "de")
		f.Add(seed, "en")
	}
	f.Fuzz(func(t *testing.T, text, language string) {
		end := 0
		for _, edit := range AppendEdits(nil, []byte(text), language) {
			if edit.At < end || edit.Len <= 0 || edit.At+edit.Len > len(text) {
				t.Fatalf("edit %+v after offset %d in a text of %d bytes", edit, end, len(text))
			}
			end = edit.At + edit.Len
		}
		_ = Typeset(text, language)
	})
}

func BenchmarkTypeset(b *testing.B) {
	text := strings.Repeat(`Der Ausschuss hat den "Antrag" mit 140 Stimmen angenommen, z. B. nach § 5. `, 30)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		_ = Typeset(text, "de")
	}
}
