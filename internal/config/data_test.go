package config_test

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"stadtbote/internal/config"
)

// repository is this repository's own folder.
func repository(t *testing.T) fs.FS {
	t.Helper()
	return os.DirFS("../..")
}

func TestDataOfEveryForm(t *testing.T) {
	data, ds := config.LoadData(folder(map[string]string{
		"data/redaktion.yaml": "ve: Vera Eifrig\n\"hg\": Hans Groß\n",
		"data/stichwoerter.yaml": "- Breitband\n- name: Deutsche Telekom\n  synonyme: [Telekom, DTAG]\n  beschreibung: Ein Unternehmen.\n" +
			"- name: E-Akte\n  synonyme: Elektronische Akte\n",
		"data/termine.json":    `[{"titel": "Ratssitzung", "jahr": 2018}]`,
		"data/.versteckt.yaml": "x: [",
		"data/liesmich.txt":    "kein YAML: [",
	}))
	if len(ds) > 0 {
		t.Fatalf("findings: %v", told(ds))
	}
	got := fmt.Sprint(data.Editors, data.Keywords, len(data.All), data.All["termine"])
	want := "map[hg:Hans Groß ve:Vera Eifrig] [{Breitband [] } {Deutsche Telekom [Telekom DTAG] Ein Unternehmen.} " +
		"{E-Akte [Elektronische Akte] }] 3 [map[jahr:2018 titel:Ratssitzung]]"
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestKeywordsMayBeAMap(t *testing.T) {
	data, ds := config.LoadData(folder(map[string]string{
		"data/stichwoerter.yaml": "Breitband:\nTelekom: Ein Unternehmen.\nE-Akte: [Elektronische Akte]\nRat: {synonyme: [Stadtrat]}\n",
	}))
	got := fmt.Sprint(data.Keywords, told(ds))
	if want := "[{Breitband [] } {Telekom [] Ein Unternehmen.} {E-Akte [Elektronische Akte] } {Rat [Stadtrat] }] []"; got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestASiteWithoutDataHasNone(t *testing.T) {
	data, ds := config.LoadData(fstest.MapFS{})
	if len(ds) > 0 || len(data.Editors)+len(data.Keywords)+len(data.All) > 0 {
		t.Errorf("got %+v and %v", data, ds)
	}
}

func TestMistakesInDataAreNamedWithTheirPlace(t *testing.T) {
	tests := []struct {
		name, file, text string
		told             []string
	}{
		{"broken YAML", "x.yaml", "a: [b\n", []string{"1:4 SB020"}},
		{"broken JSON", "x.json", "{\n  \"a\": 1,\n  b\n}", []string{"3:3 SB035"}},
		{"JSON that ends too early", "x.json", "{\n", []string{"1:1 SB020"}},
		{"editors as a list", "redaktion.yaml", "- ve\n", []string{"1:1 SB419 kürzel: Name"}},
		{"an editor without a name", "redaktion.yaml", "ve:\n", []string{"1:4 SB419 ve: Vorname Nachname"}},
		{"keywords as a text", "stichwoerter.yaml", "Breitband\n", []string{"1:1 SB419 - name: Deutsche Telekom\n  synonyme: [Telekom]"}},
		{"a keyword without a name", "stichwoerter.yaml", "- synonyme: [a]\n", []string{"1:3 SB419 - name: Deutsche Telekom\n  synonyme: [Telekom]"}},
		{"a mistyped part of a keyword", "stichwoerter.yaml", "- {name: a, synonime: [b]}\n", []string{"1:13 SB402 synonime | synonyme"}},
		{"a spelling of two keywords", "stichwoerter.yaml", "- {name: Telekom}\n- {name: DTAG, synonyme: [telekom]}\n", []string{"1:1 SB421 telekom | Telekom | DTAG"}},
		{"a keyword twice", "stichwoerter.yaml", "- Rat\n- rat\n", []string{"1:1 SB421 rat | Rat | rat"}},
		{"a file far too large", "x.yaml", strings.Repeat("# x\n", 3<<20), []string{"0:0 SB004 12 MB | 5 MB"}},
		{"a YAML bomb", "x.yaml", bomb, []string{"4:8 SB028 *c"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, ds := config.LoadData(folder(map[string]string{"data/" + test.file: test.text}))
			if got := told(ds); !slices.Equal(got, test.told) {
				t.Errorf("\n got %q\nwant %q", got, test.told)
			}
		})
	}
}

const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
g: [*f, *f, *f, *f, *f, *f, *f, *f, *f, *f]
`

func TestTwoDataFilesOfOneNameAreReported(t *testing.T) {
	_, ds := config.LoadData(folder(map[string]string{"data/x.json": "{}", "data/x.yaml": "a: b"}))
	if got := told(ds); !slices.Equal(got, []string{"0:0 SB420 x"}) {
		t.Errorf("got %q", got)
	}
}

func TestDataBehindALinkIsNotRead(t *testing.T) {
	fsys := folder(map[string]string{"geheim.yaml": "a: b"})
	fsys["data/x.yaml"] = &fstest.MapFile{Data: []byte("../geheim.yaml"), Mode: fs.ModeSymlink | 0o777}
	data, ds := config.LoadData(fsys)
	if got := told(ds); !slices.Equal(got, []string{"0:0 SB422"}) || len(data.All) > 0 {
		t.Errorf("got %q and %v", got, data.All)
	}
}

func TestTheSumNamesTheWholeFolder(t *testing.T) {
	one, _ := config.LoadData(folder(map[string]string{"data/x.yaml": "a: b"}))
	two, _ := config.LoadData(folder(map[string]string{"data/x.yaml": "a: c"}))
	three, _ := config.LoadData(folder(map[string]string{"data/y.yaml": "a: b"}))
	if one.Sum == two.Sum || one.Sum == three.Sum {
		t.Error("different data, equal sums")
	}
}
