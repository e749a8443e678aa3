package check_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"stadtbote/internal/check"
	"stadtbote/internal/diag"
)

var update = flag.Bool("update", false, "write docs/regeln.md anew")

const document = "../../docs/regeln.md"

const documentHead = `# Die Regeln von „stadtbote check“

<!-- Erzeugt aus internal/check/table.go und dem Katalog durch: go test ./internal/check -update -->

` + "`stadtbote check`" + ` prüft die Artikel und die fertigen Seiten, bevor sie erscheinen. Jede Regel hat einen Grund, der hier
dabeisteht. Ein **Fehler** macht den Rückgabewert 1, eine **Warnung** erst mit ` + "`--strict`" + `, ein **Hinweis** nie.

Die Spalte „Wer hält sie ein?“: *Redaktion* heißt, es liegt an Artikeln und Daten; *Programm* heißt, mit den mitgelieferten
Vorlagen kann nichts geschehen, mit eigenen Vorlagen schon, darum wird auch das geprüft. Rechtliche Hinweise ersetzen keinen Rat.

Andere Gewichte stehen in ` + "`stadtbote.yaml`" + `:

` + "```yaml" + `
check:
  severity: {SB862: off, SB815: error}
` + "```" + `

Eine Ausnahme für eine einzige Stelle steht im Artikel, mit Grund; sie gilt für den Absatz darunter oder für ihre Zeile:

` + "```markdown" + `
<!-- stadtbote:erlaube SB810 Zitat aus der Satzung -->
Den Antrag gibt es [hier](/antrag/).
` + "```" + `

Im Kopf der Meldung steht sie hinter ` + "`#`" + ` über der Zeile, um die es geht.

In Vorlagen gibt es keine Ausnahmen: Was dort steht, steht auf allen Seiten, und wer die Vorlage schreibt, kann es dort auch
richten. Muss eine Regel für die ganze Website ruhen, steht das in ` + "`check.severity`" + `, wo alle es sehen.

`

const documentFoot = `
## Was kein Programm prüft

Ob ein Alternativtext stimmt, ob eine Schlagzeile hält, was sie verspricht, ob Leichte Sprache verstanden wird: das prüfen
Menschen. Ziele von mindestens 24 Pixeln und sichtbarer Fokus (A11Y-TARGET, WCAG 2.2, 2.5.8 und 2.4.11) werden für die
mitgelieferten Vorlagen im Browser getestet. Was vor Ablauf einer Sperrfrist nach außen dringt (PRS-EMB), prüft jeder Bau selbst.
`

// The document cannot be older than the table, since it is made from it.
func TestTheDocumentIsThatOfTheTable(t *testing.T) {
	want := rulesAsDocument()
	if *update {
		if err := os.WriteFile(document, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(bytes.ReplaceAll(got, []byte("\r\n"), []byte("\n")), want) {
		t.Error("docs/regeln.md is out of date: go test ./internal/check -update")
	}
}

func rulesAsDocument() []byte {
	var b bytes.Buffer
	b.WriteString(documentHead)
	severities := map[diag.Severity]string{diag.Error: "Fehler", diag.Warning: "Warnung", diag.Note: "Hinweis"}
	last := ""
	for _, rule := range check.Rules() {
		if rule.ID != last {
			fmt.Fprintf(&b, "## %s\n\n| Nummer | Gewicht | Befund | Grundlage | Wer hält sie ein? |\n|---|---|---|---|---|\n", rule.ID)
			last = rule.ID
		}
		entry, _ := diag.Lookup(rule.Code)
		keeper := "Redaktion"
		if rule.Kept {
			keeper = "Programm"
		}
		fmt.Fprintf(&b, "| [%s](diagnosen.md#%s) | %s | %s | %s | %s |\n", rule.Code, strings.ToLower(string(rule.Code)),
			severities[entry.Severity], cell(entry.DE.Message), cell(rule.Basis), keeper)
	}
	text := bytes.ReplaceAll(b.Bytes(), []byte("|\n## "), []byte("|\n\n## "))
	return append(text, documentFoot...)
}

// cell keeps Markdown from reading a text as its own.
func cell(text string) string {
	return strings.NewReplacer(`\`, `\\`, "|", `\|`, "*", `\*`, "<", `\<`, "[", `\[`, "`", "\\`").Replace(text)
}

// Every rule rests on something, is told in the catalogue, and those of one
// name stand together.
func TestTheTableIsInOrder(t *testing.T) {
	var names []string
	for _, rule := range check.Rules() {
		if _, known := diag.Lookup(rule.Code); !known {
			t.Errorf("%s: the catalogue knows no %s", rule.ID, rule.Code)
		}
		if rule.ID == "" || rule.Basis == "" {
			t.Errorf("%s has no name or no basis", rule.Code)
		}
		if n := len(names); n > 0 && names[n-1] != rule.ID && slices.Contains(names, rule.ID) {
			t.Errorf("the rules of %s do not stand together", rule.ID)
		}
		names = append(names, rule.ID)
	}
}

// Every code of check is one of the table.
func TestEveryCodeOfCheckIsInTheTable(t *testing.T) {
	inTable := map[diag.Code]bool{}
	for _, rule := range check.Rules() {
		inTable[rule.Code] = true
	}
	for n := 800; n < 900; n++ {
		code := diag.Code(fmt.Sprintf("SB%d", n))
		if _, known := diag.Lookup(code); known && !inTable[code] {
			t.Errorf("%s is in no rule", code)
		}
	}
}

// What "explain" and docs/diagnosen.md say of a rule's basis is what the table
// says, in both languages.
func TestTheStoriesRestOnWhatTheTableSays(t *testing.T) {
	law := regexp.MustCompile(`[§0-9]`)
	for _, rule := range check.Rules() {
		if story, _ := diag.StoryOf(rule.Code); law.MatchString(rule.Basis) && story.Basis != rule.Basis {
			t.Errorf("%s rests on %q by its story, on %q by the table", rule.Code, story.Basis, rule.Basis)
		}
		_, english, _ := check.Ground(rule.Code, "en")
		if law.MatchString(rule.Basis) != (english == rule.Basis) {
			t.Errorf("%s: %q is %q in English", rule.Code, rule.Basis, english)
		}
	}
	if _, _, ok := check.Ground(diag.QuoteLeaks, "de"); ok {
		t.Error("what the build finds is no rule of the table")
	}
}
