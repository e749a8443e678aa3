package diag

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/diagnosen.md anew")

// ranges are what the first digit of a code says, as docs/diagnosen.md puts it.
var ranges = []struct {
	digit   string
	title   string
	entries []Entry
}{
	{"0", "Dateien und Ordner", sourceEntries},
	{"1", "Der Kopf einer Meldung", matterEntries},
	{"2", "Der Text einer Meldung", markdownEntries},
	{"3", "Die Seite als Ganzes", siteEntries},
	{"4", "stadtbote.yaml und data/", configEntries},
	{"5", "Vorlagen", themeEntries},
	{"6", "Der Ausgabeordner", publishEntries},
	{"7", "PDF", pdfEntries},
	{"8", "Die Regeln von „stadtbote check“", checkEntries},
}

func TestEachEntryIsComplete(t *testing.T) {
	form := regexp.MustCompile(`^SB\d{3}$`)
	seen := map[Code]bool{}
	for _, group := range ranges {
		for _, e := range group.entries {
			t.Run(string(e.Code), func(t *testing.T) {
				if !form.MatchString(string(e.Code)) || string(e.Code[2]) != group.digit {
					t.Errorf("the code is not one of SB%sxx", group.digit)
				}
				if seen[e.Code] {
					t.Error("the code is used twice")
				}
				seen[e.Code] = true
				if e.Severity < Error || e.Severity > Note {
					t.Errorf("severity %d", e.Severity)
				}
				checkText(t, "German", e.DE)
				checkText(t, "English", e.EN)
				if de, en := holes(e.DE.Message), holes(e.EN.Message); !slices.Equal(de, en) {
					t.Errorf("the German message tells %v, the English %v", de, en)
				}
				for _, text := range []string{e.DE.Message, e.DE.Cause, e.DE.Remedy} {
					if strings.ContainsAny(text, "”") || strings.Count(text, "„") != strings.Count(text, "“") {
						t.Errorf("German quotes are „so“: %s", text)
					}
				}
				if e.DE.Message == e.EN.Message {
					t.Error("not translated")
				}
			})
		}
	}
	if len(groups()) != len(ranges) {
		t.Errorf("%d groups of entries, but %d ranges of codes", len(groups()), len(ranges))
	}
}

func checkText(t *testing.T, language string, text Text) {
	t.Helper()
	for part, s := range map[string]string{"message": text.Message, "cause": text.Cause, "remedy": text.Remedy} {
		if s == "" || s != strings.TrimSpace(s) || strings.ContainsAny(s, "\n\t") {
			t.Errorf("%s %s: %q", language, part, s)
		}
	}
}

// holes returns the numbers of the arguments that a text tells, in order.
func holes(text string) []string {
	found := regexp.MustCompile(`\{\d\}`).FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// The document is what the catalogue says; "go test ./internal/diag -update"
// writes it anew.
func TestTheDocumentIsThatOfTheCatalogue(t *testing.T) {
	name := filepath.Join("..", "..", "docs", "diagnosen.md")
	want := document()
	if *update {
		if err := os.WriteFile(name, want, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	got = bytes.ReplaceAll(got, []byte("\r\n"), []byte("\n")) // as git lays it on Windows
	if !bytes.Equal(got, want) {
		t.Error("docs/diagnosen.md is out of date: go test ./internal/diag -update")
	}
}

func document() []byte {
	var b bytes.Buffer
	b.WriteString(`# Alle Befunde

<!-- Erzeugt aus dem Katalog des Programms: go test ./internal/diag -update -->

Jeder Befund nennt Datei, Zeile und Spalte und hat eine Nummer, die sich nie ändert. Ein **Fehler** hält die
Veröffentlichung auf, eine **Warnung** wird nur gemeldet, ein **Hinweis** ist gut zu wissen. Mit ` + "`--strict`" + ` gelten
Warnungen als Fehler. Ziffern in geschweiften Klammern stehen für das, was in Ihrer Datei steht.
`)
	severities := map[Severity]string{Error: "Fehler", Warning: "Warnung", Note: "Hinweis"}
	for _, group := range ranges {
		if len(group.entries) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n## SB%sxx: %s\n", group.digit, group.title)
		entries := slices.Clone(group.entries)
		slices.SortFunc(entries, func(a, b Entry) int { return strings.Compare(string(a.Code), string(b.Code)) })
		for _, e := range entries {
			fmt.Fprintf(&b, "\n### %s\n\n**%s:** %s\n\n*Grund:* %s\n\n*Abhilfe:* %s\n", e.Code, severities[e.Severity],
				plain(e.DE.Message), plain(e.DE.Cause), plain(e.DE.Remedy))
		}
	}
	return b.Bytes()
}

// plain keeps Markdown from reading the catalogue's text as its own.
func plain(text string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "<", `\<`, "[", `\[`, "`", "\\`", "#", `\#`).Replace(text)
}
