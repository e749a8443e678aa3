package frontmatter_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"stadtbote/internal/frontmatter"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestEveryKeySaysWhatItIs insists that nobody adds a key that the handbook,
// the schema or the editor in the browser could not explain.
func TestEveryKeySaysWhatItIs(t *testing.T) {
	taken := map[string]string{}
	if n := len(frontmatter.Keys()); n > 64 {
		t.Errorf("%d keys; maxKeys is 64", n)
	}
	for _, key := range frontmatter.Keys() {
		names := slices.Concat(key.Names, key.Others)
		if len(names) == 0 {
			t.Fatalf("a key has no name: %+v", key)
		}
		name := names[0]
		for _, n := range names {
			if other, twice := taken[n]; twice {
				t.Errorf("%s: the name %s belongs to %s", name, n, other)
			}
			taken[n] = name
		}
		explained(t, name, key.DE, key.EN)
		if key.Uses == 0 || key.Required&^key.Uses != 0 {
			t.Errorf("%s: uses %b, required %b", name, key.Uses, key.Required)
		}
		table := key.Kind == frontmatter.Table || key.Kind == frontmatter.Tables
		if table != (len(key.Fields) > 0) {
			t.Errorf("%s: tables have fields, others have none", name)
		}
		if key.Kind == frontmatter.Choice && len(key.Choices) == 0 && key.From == frontmatter.Nowhere {
			t.Errorf("%s: a choice of nothing", name)
		}
		for _, choice := range slices.Concat(key.Choices, key.More) {
			understood(t, name, choice)
		}
		understood(t, name, key.Example)
		for _, field := range key.Fields {
			explained(t, name+"."+field.Names[0], field.DE, field.EN)
			if field.Example == "" {
				t.Errorf("%s.%s has no example", name, field.Names[0])
			}
		}
	}
}

func explained(t *testing.T, name string, de, en frontmatter.Words) {
	t.Helper()
	for _, words := range []frontmatter.Words{de, en} {
		if words.Label == "" || !strings.HasSuffix(words.Help, ".") {
			t.Errorf("%s: label %q and help %q: both languages need a label and a sentence", name, words.Label, words.Help)
		}
	}
}

// understood insists that the parser has nothing to say about an example.
func understood(t *testing.T, name, value string) {
	t.Helper()
	if value == "" {
		t.Errorf("%s has no example", name)
	}
	if _, ds := parse(name + ": " + value + "\n"); len(ds) > 0 {
		t.Errorf("%s: %s: %v", name, value, told(ds))
	}
}

const (
	handbook   = "../../docs/redaktion.md"
	tableBegin = "<!-- Schlüssel: erzeugt durch go test ./internal/frontmatter -update -->\n"
	tableEnd   = "<!-- Ende der Schlüssel -->\n"
)

func TestTheHandbookHasEveryKey(t *testing.T) {
	text, err := os.ReadFile(handbook)
	if err != nil {
		t.Fatal(err)
	}
	was := strings.ReplaceAll(string(text), "\r\n", "\n")
	head, rest, begun := strings.Cut(was, tableBegin)
	_, tail, ended := strings.Cut(rest, tableEnd)
	if !begun || !ended {
		t.Fatal("docs/redaktion.md lacks the marks between which the keys stand")
	}
	want := head + tableBegin + chapter() + tableEnd + tail
	if *update {
		if err := os.WriteFile(handbook, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if was != want {
		t.Error("docs/redaktion.md is out of date: go test ./internal/frontmatter -update")
	}
}

// chapter is the handbook's chapter on the keys.
func chapter() string {
	var b strings.Builder
	b.WriteString("\n| Schlüssel | auch | Beispiel | Bedeutung |\n|---|---|---|---|\n")
	for _, key := range frontmatter.Keys() {
		if len(key.Names) > 0 {
			fmt.Fprintf(&b, "| `%s` | %s | `%s` | %s |\n", key.Names[0], coded(also(key)), key.Example, needed(key)+key.DE.Help)
		}
	}
	for _, key := range frontmatter.Keys() {
		if len(key.Fields) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\nEin Eintrag von `%s` hat diese Angaben:\n\n| Angabe | auch | Beispiel | Bedeutung |\n|---|---|---|---|\n", key.Names[0])
		for _, field := range key.Fields {
			must := ""
			if field.Required {
				must = "**Pflicht.** "
			}
			fmt.Fprintf(&b, "| `%s` | %s | `%s` | %s |\n", field.Names[0], coded(slices.Concat(field.Names[1:], field.Others)), field.Example, must+field.DE.Help)
		}
	}
	b.WriteString("\n")
	return b.String()
}

// also returns the other names of a key, that without umlauts among them.
func also(key frontmatter.Key) []string {
	var names []string
	plain := strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue").Replace(key.Names[0])
	if plain != key.Names[0] {
		names = append(names, plain)
	}
	return slices.Concat(names, key.Names[1:], key.Others)
}

func coded(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "`" + strings.Join(names, "`, `") + "`"
}

func needed(key frontmatter.Key) string {
	var of []string
	for use, name := range map[frontmatter.Uses]string{
		frontmatter.Reports: "Meldungen", frontmatter.Pages: "Seiten", frontmatter.Events: "Termine",
	} {
		if key.Required&use != 0 {
			of = append(of, name)
		}
	}
	slices.Sort(of)
	switch len(of) {
	case 0:
		return ""
	case 3:
		return "**Pflicht.** "
	}
	return "**Pflicht für " + strings.Join(of, " und ") + ".** "
}
