package mend_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
	"stadtbote/internal/mend"
)

var rules = article.Rules{Language: "de"}

// at returns a finding at the first place of some words.
func at(t *testing.T, text, words string, code diag.Code, args ...any) diag.Diagnostic {
	t.Helper()
	before, _, found := strings.Cut(text, words)
	if !found {
		t.Fatalf("no %q in the text", words)
	}
	line := strings.Count(before, "\n") + 1
	col := len([]rune(before[strings.LastIndexByte(before, '\n')+1:])) + 1
	return diag.New("a.md", diag.Pos{Line: line, Col: col}, code, args...)
}

const head = "---\ntitel: Über Brücken.\ndatum: 2018-31-12\nteaser: Ein Satz.\nstichwörter: [Verkher, Open-Data]\n"

func TestWhatHasOneRightAnswerIsMended(t *testing.T) {
	text := head + "---\n\n<!-- stadtbote:erlaube SB810 Zitat -->\nSie heißt \"Bürgerbrücke\", `\"so\"` nicht.\n"
	tests := []struct {
		name, old, now string
		finding        diag.Diagnostic
	}{
		{"a date with day and month exchanged", "2018-31-12", "2018-12-31", at(t, text, "2018-31-12", diag.BadDate, "datum", "2018-31-12")},
		{"the spelling of a tag", "Open-Data", "Open Data", at(t, text, "Open-Data", diag.TermSpelling, "Open-Data", "Open Data")},
		{"a full stop", "Brücken.\n", "Brücken\n", at(t, text, "Über", diag.HeadlineStop, "Über Brücken.")},
		{"an allowance", "<!-- stadtbote:erlaube SB810 Zitat -->\n", "", at(t, text, "<!--", diag.AllowUnused, "SB810")},
		{"quotation marks, not in code", `"Bürgerbrücke"`, "„Bürgerbrücke“", at(t, text, `"Bürger`, diag.StraightQuotes, 2)},
		{"an address", "Open-Data]\n", "Open-Data]\nweiterleitungen: [/alt/]\n", diag.New("a.md", diag.Pos{}, diag.AddressGone, "/alt/", "main:a.md")},
	}
	for _, test := range tests {
		for _, form := range []string{"plain", "CRLF", "BOM", "CRLF and BOM"} {
			t.Run(test.name+", "+form, func(t *testing.T) {
				text := text
				if test.finding.Code == diag.StraightQuotes { // else the article is broken
					text = strings.Replace(text, "2018-31-12", "2018-12-31", 1)
				}
				raw, want := text, strings.Replace(text, test.old, test.now, 1)
				if strings.Contains(form, "CRLF") {
					raw, want = strings.ReplaceAll(raw, "\n", "\r\n"), strings.ReplaceAll(want, "\n", "\r\n")
				}
				if strings.Contains(form, "BOM") {
					raw, want = "\uFEFF"+raw, "\uFEFF"+want
				}
				change, ok := mend.Mend("a.md", []byte(raw), diag.List{test.finding}, rules)
				if !ok || string(change.After) != want {
					t.Errorf("\n got %q\nwant %q", change.After, want)
				}
				if !bytes.Equal(change.Before, []byte(raw)) || len(change.Mended) != 1 {
					t.Errorf("before %q, mended %v", change.Before, change.Mended)
				}
			})
		}
	}
}

func TestWhatHasSeveralAnswersIsLeftAlone(t *testing.T) {
	text := head + "---\n\nText.\n"
	for name, finding := range map[string]diag.Diagnostic{
		"a date that can be two":        at(t, text, "2018-31-12", diag.BadDate, "datum", "5/6/2018"),
		"a dead link":                   at(t, text, "Text", diag.LinkDead, "/x/", "/y/"),
		"a place that does not exist":   diag.New("a.md", diag.Pos{Line: 90, Col: 4}, diag.TermSpelling, "A", "B"),
		"words that stand not there":    at(t, text, "Verkher", diag.TermSpelling, "Bus", "Busse"),
		"a finding about another file":  diag.New("b.md", diag.Pos{Line: 2, Col: 8}, diag.HeadlineStop, "x"),
		"a headline without a stop now": at(t, text, "Verkher", diag.HeadlineStop, "x"),
	} {
		if change, ok := mend.Mend("a.md", []byte(text), diag.List{finding}, rules); ok {
			t.Errorf("%s: became %q", name, change.After)
		}
	}
	if _, ok := mend.Mend("a.md", []byte("---\ntitel: u\u0308ber.\n---\n"), diag.List{diag.New("a.md", diag.Pos{Line: 2, Col: 8}, diag.HeadlineStop, "x")}, rules); ok {
		t.Error("a text that is not NFC was changed")
	}
}

func TestDatesThatMeanOneDay(t *testing.T) {
	for written, want := range map[string]string{
		"2018.11.09": "2018-11-09", "20181109": "2018-11-09", "2018-31-12": "2018-12-31", "9.11.18": "2018-11-09",
		"31/12/2018": "2018-12-31", "31-12-2018": "2018-12-31", "5-5-2018": "2018-05-05",
		"5/6/2018": "", "2018-13-13": "", "31.2.18": "", "bald": "", "202X-MM-TT": "", "12-11-2018": "",
	} {
		if got, ok := mend.Date(written); got != want || ok != (want != "") {
			t.Errorf("%s became %q, want %q", written, got, want)
		}
	}
}

func TestAddressesJoinThoseThatAreThere(t *testing.T) {
	for old, want := range map[string]string{
		"weiterleitungen: [/a/]\n":       "weiterleitungen: [/alt/, /neu/, /a/]\n",
		"weiterleitungen: []\n":          "weiterleitungen: [/alt/, /neu/]\n",
		"weiterleitungen:\n  - /a/\n":    "weiterleitungen:\n  - /alt/\n  - /neu/\n  - /a/\n",
		"aliases: /a/\n":                 "aliases: [/a/, /alt/, /neu/]\n",
		"":                               "weiterleitungen: [/alt/, /neu/]\n",
		"weiterleitungen: /a/\nort: X\n": "weiterleitungen: [/a/, /alt/, /neu/]\nort: X\n",
	} {
		found := diag.List{diag.New("a.md", diag.Pos{}, diag.AddressGone, "/alt/", "x"), diag.New("a.md", diag.Pos{}, diag.AddressGone, "/neu/", "x")}
		change, _ := mend.Mend("a.md", []byte("---\ntitel: A\n"+old+"---\nText\n"), found, rules)
		if got := string(change.After); got != "---\ntitel: A\n"+want+"---\nText\n" {
			t.Errorf("%q became %q", old, got)
		}
	}
}

func TestTheDiffIsThatOfPatch(t *testing.T) {
	var was, is strings.Builder
	for n := range 30 {
		fmt.Fprintf(&was, "Zeile %d\n", n)
		switch n {
		case 3:
			is.WriteString("anders\n")
		case 20:
		default:
			fmt.Fprintf(&is, "Zeile %d\n", n)
		}
	}
	var b strings.Builder
	if err := (mend.Change{Path: "a.md", Before: []byte(was.String()), After: []byte(is.String())}).Diff(&b); err != nil {
		t.Fatal(err)
	}
	want := "--- a.md\n+++ a.md\n@@ -1,7 +1,7 @@\n Zeile 0\n Zeile 1\n Zeile 2\n-Zeile 3\n+anders\n Zeile 4\n Zeile 5\n Zeile 6\n" +
		"@@ -18,7 +18,6 @@\n Zeile 17\n Zeile 18\n Zeile 19\n-Zeile 20\n Zeile 21\n Zeile 22\n Zeile 23\n"
	if b.String() != want {
		t.Errorf("\n got %s\nwant %s", b.String(), want)
	}
}

// FuzzMend: whatever the bytes and places, the rest of the file stays.
func FuzzMend(f *testing.F) {
	f.Add([]byte(head+"---\n\"a\" b\n"), 2, 8, "A", "B")
	f.Fuzz(func(t *testing.T, raw []byte, line, col int, old, now string) {
		for _, code := range mend.Codes() {
			d := diag.Diagnostic{Code: code, File: "a.md", Pos: diag.Pos{Line: line, Col: col}, Args: []string{old, now}}
			if change, ok := mend.Mend("a.md", raw, diag.List{d}, rules); ok && bytes.Equal(change.After, change.Before) {
				t.Errorf("%s claims to have changed something", code)
			}
		}
	})
}
