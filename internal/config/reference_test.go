package config_test

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"stadtbote/internal/config"
)

var update = flag.Bool("update", false, "write the golden files anew")

const reference = "../../docs/konfiguration.md"

const referenceHead = `# Die Konfiguration: stadtbote.yaml

<!-- Erzeugt aus internal/config/config.go durch: go test ./internal/config -update -->

Die Datei ` + "`stadtbote.yaml`" + ` liegt ganz oben im Ordner der Seite. Jede Angabe darf fehlen, auch die ganze Datei; dann gilt
der Vorgabewert. Ein unbekannter Schlüssel ist ein Fehler, damit kein Tippfehler unbemerkt bleibt. Für ja und nein
gehen ` + "`true` und `false`, `ja` und `nein`, `an` und `aus`" + `.

Ein Anfang:

` + "```yaml" + `
title: Musterstadt aktuell
base_url: https://www.musterstadt.example/
sections:
  - name: Politik
  - {name: Bauen und Wohnen, description: Was gebaut wird und warum.}
` + "```" + `

`

// The reference cannot be older than the code, since it is made from it.
func TestTheReferenceOfTheConfigurationIsComplete(t *testing.T) {
	var b strings.Builder
	b.WriteString(referenceHead)
	describe(t, &b, "Alle Schlüssel", "", reflect.ValueOf(*config.Default()))
	want := b.String()
	if *update {
		if err := os.WriteFile(reference, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(reference)
	if err != nil {
		t.Fatal(err)
	}
	if strings.ReplaceAll(string(got), "\r\n", "\n") != want {
		t.Error("docs/konfiguration.md is out of date: go test ./internal/config -update")
	}
}

// describe writes the table of a struct's keys, and below it the tables of the
// structs in it.
func describe(t *testing.T, b *strings.Builder, title, prefix string, v reflect.Value) {
	fmt.Fprintf(b, "## %s\n\n| Schlüssel | Bedeutung | Vorgabe |\n|---|---|---|\n", title)
	type inner struct {
		title, prefix string
		v             reflect.Value
	}
	var below []inner
	for i := range v.NumField() {
		f := v.Type().Field(i)
		key, text := f.Tag.Get("yaml"), f.Tag.Get("de")
		if key == "-" {
			continue
		}
		if key == "" || text == "" {
			t.Errorf("%s.%s needs the tags yaml and de", v.Type(), f.Name)
		}
		fmt.Fprintf(b, "| `%s%s` | %s | %s |\n", prefix, key, text, shown(v.Field(i)))
		switch f.Type.Kind() {
		case reflect.Struct:
			below = append(below, inner{"`" + prefix + key + "`", prefix + key + ".", v.Field(i)})
		case reflect.Slice:
			if f.Type.Elem().Kind() == reflect.Struct {
				below = append(below, inner{"Jeder Eintrag von `" + prefix + key + "`", "", reflect.Zero(f.Type.Elem())})
			}
		}
	}
	b.WriteString("\n")
	for _, in := range below {
		describe(t, b, in.title, in.prefix, in.v)
	}
}

// shown returns a default as it would be written in YAML.
func shown(v reflect.Value) string {
	if v.IsZero() && v.Kind() != reflect.Bool && v.Kind() != reflect.Int {
		return ""
	}
	switch v.Kind() {
	case reflect.Struct:
		return ""
	case reflect.Slice:
		return "`" + strings.ReplaceAll(fmt.Sprint(v), " ", ", ") + "`"
	}
	return "`" + fmt.Sprint(v) + "`"
}
