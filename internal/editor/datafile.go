package editor

import (
	"reflect"
	"strings"

	"stadtbote/internal/config"
)

// dataFile is a file of data/ whose form is a struct of package config.
type dataFile struct {
	name, label string
	form        any
}

// dataFiles are the files that the editor in the browser can show: those whose
// top is a table with known keys. Lists and tables with keys of the site's own
// (stichwoerter.yaml, redaktion.yaml) are beyond it.
func dataFiles() []dataFile {
	return []dataFile{
		{"impressum.yaml", "Impressum", config.Imprint{}},
		{"datenschutz.yaml", "Datenschutz", config.Privacy{}},
		{"barrierefreiheit.yaml", "Erklärung zur Barrierefreiheit", config.Statement{}},
	}
}

// dataFields returns the fields of a struct by its tags: "yaml" is the name,
// "need" an example of what must be given, "none" the
// word for there being none.
func dataFields(form reflect.Type) []block {
	var fields []block
	for field := range form.Fields() {
		name, example := field.Tag.Get("yaml"), field.Tag.Get("need")
		if name == "" || name == "-" {
			continue
		}
		label := strings.ToUpper(name[:1]) + strings.ReplaceAll(name[1:], "_", " ")
		b := block{}.with("name", name).with("label", spelledOut(label))
		switch kind := field.Type; {
		case kind.Kind() == reflect.Slice && kind.Elem().Kind() == reflect.Struct:
			b = b.with("widget", "list").with("collapsed", false).with("fields", dataFields(kind.Elem()))
		case kind.Kind() == reflect.Slice:
			b = b.with("widget", "list").with("allow_add", true)
		case kind.Kind() == reflect.Struct && kind.Name() == "Day":
			b = b.with("widget", "datetime").with("format", "DD.MM.YYYY").with("date_format", "DD.MM.YYYY").with("time_format", false)
		case kind.Kind() == reflect.Struct:
			b = b.with("widget", "object").with("fields", dataFields(kind))
		case kind.Kind() == reflect.Bool:
			b = b.with("widget", "boolean")
		default:
			b = b.with("widget", "string")
		}
		b = b.with("required", example != "")
		switch none := field.Tag.Get("none"); {
		case none != "":
			b = b.with("hint", "Gibt es das nicht, schreiben Sie: "+none)
		case example != "" && field.Type.Kind() != reflect.Struct:
			b = b.with("hint", "Zum Beispiel: "+example)
		}
		fields = append(fields, b)
	}
	return fields
}

// spelledOut gives a label its umlauts back, which keys of data/ lack.
func spelledOut(label string) string {
	return strings.NewReplacer("Strasse", "Straße", "Plz", "Postleitzahl", "Luecken", "Lücken", "Geprueft", "Geprüft",
		"Pruefer", "Prüfer", "Ust id", "Umsatzsteuer-Nummer", "Url", "Adresse im Netz", "Email", "E-Mail").Replace(label)
}
