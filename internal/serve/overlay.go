package serve

import (
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/source"
)

//go:embed own
var own embed.FS

// overlays lays out what is to be mended.
var overlays = template.Must(template.ParseFS(own, "own/overlay.html"))

// overlay is what overlay.html shows.
type overlay struct {
	Head, Lead, Close, Error, Remedy, More string
	Findings                               []finding
}

// finding is one mistake with the line that it is in.
type finding struct {
	Message, Place, Cause, Remedy string
	Excerpt                       *excerpt
}

// excerpt is the line of a mistake, taken apart at its column.
type excerpt struct {
	Line              int
	Before, At, After string
}

// manyFindings is how many mistakes an overlay shows.
const manyFindings = 10

// findings returns the errors of a plan as HTML.
func (s *stage) findings(ds diag.List) string {
	o := overlay{
		Head:   s.say("Hier ist etwas zu berichtigen", "Something is to be mended"),
		Lead:   s.say("Bis dahin zeigt die Vorschau die Seite, wie sie zuletzt in Ordnung war.", "Until then the preview shows the site as it last was in order."),
		Close:  s.say("Schließen", "Close"),
		Error:  s.say("Fehler:", "Error:"),
		Remedy: s.say("Abhilfe:", "Remedy:"),
	}
	n := 0
	for _, d := range ds.Sorted() {
		if d.Severity != diag.Error {
			continue
		}
		if n++; n <= manyFindings {
			o.Findings = append(o.Findings, s.finding(d))
		}
	}
	if n > manyFindings {
		o.More = fmt.Sprintf(s.say("… und %d weitere. Alle stehen im Fenster, in dem die Vorschau läuft.", "… and %d more. All are in the window that the preview runs in."), n-manyFindings)
	}
	var b strings.Builder
	if err := overlays.Execute(&b, o); err != nil {
		panic("serve: " + err.Error()) // only for a template that does not fit its type
	}
	return b.String()
}

func (s *stage) finding(d diag.Diagnostic) finding {
	text := d.Text(s.Language)
	f := finding{Message: text.Message, Cause: text.Cause, Remedy: text.Remedy, Place: d.File}
	if d.File != "" && d.Pos.Line > 0 {
		f.Place += fmt.Sprintf(s.say(", Zeile %d", ", line %d"), d.Pos.Line)
		if d.Pos.Col > 0 {
			f.Place += fmt.Sprintf(s.say(", Spalte %d", ", column %d"), d.Pos.Col)
		}
		f.Excerpt = s.excerpt(d)
	}
	f.Place += " [" + string(d.Code) + "]"
	return f
}

// around is how many characters an excerpt shows on both sides of a mistake.
const around = 70

func (s *stage) excerpt(d diag.Diagnostic) *excerpt {
	text, _, err := source.Read(s.Build.Source, d.File)
	if err != nil || text == nil {
		return nil
	}
	lines := strings.Split(string(text), "\n")
	if d.Pos.Line > len(lines) || strings.TrimSpace(lines[d.Pos.Line-1]) == "" {
		return nil
	}
	line := []rune(strings.TrimRight(lines[d.Pos.Line-1], " \t\r"))
	at := min(max(d.Pos.Col-1, 0), len(line))
	e := &excerpt{Line: d.Pos.Line, Before: string(line[max(0, at-around):at])}
	if at > around {
		e.Before = "…" + e.Before
	}
	if d.Pos.Col > 0 && at < len(line) {
		e.At = string(line[at])
		at++
	}
	e.After = string(line[at:min(len(line), at+around)])
	if at+around < len(line) {
		e.After += "…"
	}
	return e
}

// say returns a text in the authors' language.
func (s *stage) say(de, en string) string {
	if s.Language == "en" {
		return en
	}
	return de
}

// sendOwn answers with a file of the preview itself.
func sendOwn(name string) http.HandlerFunc {
	data, err := own.ReadFile("own/" + name)
	if err != nil {
		panic("serve: " + err.Error()) // only for a file that is not embedded
	}
	tag := `"` + digest.Bytes(data).Hex() + `"`
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", mimeType(name))
		w.Header().Set("ETag", tag)
		serveBytes(w, r, data)
	}
}

func endsWith(name string, endings ...string) bool {
	for _, ending := range endings {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	return false
}
