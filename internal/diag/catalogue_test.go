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

func TestEachEntryIsComplete(t *testing.T) {
	form := regexp.MustCompile(`^SB\d{3}$`)
	seen := map[Code]bool{}
	for _, group := range Groups() {
		for _, e := range group.Entries {
			t.Run(string(e.Code), func(t *testing.T) {
				if !form.MatchString(string(e.Code)) || e.Code[2] != group.Digit {
					t.Errorf("the code is not one of SB%sxx", string(group.Digit))
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
				sameHoles(t, "message", e.DE.Message, e.EN.Message)
				sameHoles(t, "cause", e.DE.Cause, e.EN.Cause)
				sameHoles(t, "remedy", e.DE.Remedy, e.EN.Remedy)
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
}

func checkText(t *testing.T, language string, text Text) {
	t.Helper()
	for part, s := range map[string]string{"message": text.Message, "cause": text.Cause, "remedy": text.Remedy} {
		if s == "" || s != strings.TrimSpace(s) || strings.ContainsAny(s, "\n\t") {
			t.Errorf("%s %s: %q", language, part, s)
		}
	}
}

// sameHoles insists that a text says the same in both languages, as far as a
// program can tell: the same arguments, each as often.
func sameHoles(t *testing.T, part, german, english string) {
	t.Helper()
	if de, en := holes(german), holes(english); !slices.Equal(de, en) {
		t.Errorf("the German %s tells %v, the English %v", part, de, en)
	}
}

// holes returns the numbers of the arguments that a text tells, in order, each
// as often as it is told.
func holes(text string) []string {
	found := regexp.MustCompile(`\{\d\}`).FindAllString(text, -1)
	slices.Sort(found)
	return found
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
	for _, group := range Groups() {
		if len(group.Entries) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n## SB%cxx: %s\n", group.Digit, group.DE)
		for _, e := range group.ByCode() {
			chapter(&b, e)
		}
	}
	return b.Bytes()
}

// chapter writes all that there is to say of a code.
func chapter(b *bytes.Buffer, e Entry) {
	severities := map[Severity]string{Error: "Fehler", Warning: "Warnung", Note: "Hinweis"}
	fmt.Fprintf(b, "\n### %s\n\n**%s:** %s\n\n*Grund:* %s\n\n", e.Code, severities[e.Severity], plain(e.DE.Message), plain(e.DE.Cause))
	story, known := StoryOf(e.Code)
	if story.Basis != "" {
		fmt.Fprintf(b, "*Grundlage:* %s\n\n", plain(story.Basis))
	}
	fmt.Fprintf(b, "*Abhilfe:* %s\n", plain(e.DE.Remedy))
	if known {
		if story.Without.DE != "" {
			fmt.Fprintf(b, "\n*Kein Beispiel:* %s\n", plain(story.Without.DE))
		}
		samples(b, "Falsch", story.Wrong)
		samples(b, "Richtig", story.Right)
	}
}

// samples writes the files of an example.
func samples(b *bytes.Buffer, title string, files []Sample) {
	for _, sample := range files {
		f := sample.Shown("de")
		fmt.Fprintf(b, "\n%s, `%s`:\n\n````\n%s````\n", title, f.File, f.Text)
	}
}

// plain keeps Markdown from reading the catalogue's text as its own.
func plain(text string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "<", `\<`, "[", `\[`, "`", "\\`", "#", `\#`).Replace(text)
}
