package markdown

import (
	"strconv"
	"strings"

	"stadtbote/internal/lang"
)

// words are the program's own words within a text, in the text's language.
type words struct {
	footnote, footnotes, back string
	again                     func(n int) string // back to the n-th place
	table, tableID            string
	tablePrefix               []string // of the paragraph that is a caption
	noteID, headingID         string
	labels                    map[string]string // of boxes, by style
}

var germanWords = &words{
	footnote: "Fußnote", footnotes: "Fußnoten", back: "Zurück zum Text",
	again:       func(n int) string { return "Zurück zur " + strconv.Itoa(n) + ". Stelle" },
	table:       "Tabelle",
	tableID:     "tabelle",
	tablePrefix: []string{"Tabelle:", "Table:"},
	noteID:      "hinweis",
	headingID:   "abschnitt",
	labels: map[string]string{
		"note": "HINWEIS", "tip": "TIPP", "important": "WICHTIG", "warning": "WARNUNG", "caution": "ACHTUNG",
	},
}

var englishWords = &words{
	footnote: "Footnote", footnotes: "Footnotes", back: "Back to the text",
	again:       func(n int) string { return "Back to place " + strconv.Itoa(n) },
	table:       "Table",
	tableID:     "table",
	tablePrefix: []string{"Table:", "Tabelle:"},
	noteID:      "note",
	headingID:   "section",
	labels: map[string]string{
		"note": "NOTE", "tip": "TIP", "important": "IMPORTANT", "warning": "WARNING", "caution": "CAUTION",
	},
}

// wordsIn returns the words of a language; English ones for those that have
// no words here.
func wordsIn(language string) *words {
	if language == "" || language == "de" || strings.HasPrefix(language, "de-") {
		return germanWords
	}
	return englishWords
}

// noteStyle returns the style of a box by what the author calls it.
func noteStyle(name string) (style string, known bool) {
	switch strings.ToUpper(name) {
	case "HINWEIS", "NOTE", "INFO", "INFORMATION", "NOTIZ":
		return "note", true
	case "TIPP", "TIP":
		return "tip", true
	case "WICHTIG", "IMPORTANT":
		return "important", true
	case "WARNUNG", "WARNING", "VORSICHT":
		return "warning", true
	case "ACHTUNG", "CAUTION", "GEFAHR", "DANGER":
		return "caution", true
	}
	return "", false
}

// nearestNote returns the name of the box that the author most likely meant.
func (w *words) nearestNote(name string) string {
	names := make([]string, 0, len(w.labels))
	for _, style := range []string{"note", "tip", "important", "warning", "caution"} {
		names = append(names, w.labels[style])
	}
	if near, found := lang.Nearest(name, names); found {
		return near
	}
	return names[0]
}
