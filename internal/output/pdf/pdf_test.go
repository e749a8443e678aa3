package pdf_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"stadtbote/internal/config"
	"stadtbote/internal/pdf/matterhorn"
	"stadtbote/internal/pdf/pdftest"
)

// everything is a report with every kind of block and mark.
const everything = `Der Rat hat **beschlossen**, was _lange_ ` + "`galt`" + ` und ~~nie~~ gelten soll.[^1] Mehr sagt
der [Bericht der Kämmerei](https://www.kraehwinkel.example/bericht) oder <https://www.posemuckel.example/>.
[An English sentence.]{lang=en}

## Was geplant ist

1. Trassen, und zwar
   - auf dem Land,
   - in der Stadt.
2. Rohre

- [x] Antrag
- [ ] Bescheid

> Es geht voran.
>
> — Erna Muster

### Zahlen

Tabelle: Ausbau nach Ortsteilen

| Ortsteil | Häuser |
|----------|-------:|
| Nord     |     12 |
| Süd      |      7 |

![Ein Bagger](bagger.jpg "Der Bagger")

> [!HINWEIS]
> Die Straße ist gesperrt.

` + "```" + `
make all
` + "```" + `

---

Glasfaser
: Ein Faden aus Glas.

[^1]: Mit zwölf Stimmen.
`

// full is a newsroom with that report.
func full(t testing.TB) *newsroom {
	n := newNewsroom()
	n.add("content/meldungen/bagger.jpg", photograph(t, "jpg"))
	n.add("content/meldungen/logo.png", photograph(t, "png"))
	n.add("content/meldungen/alles.md", []byte(front+"slug: alles\nbild: {datei: logo.png, alt: Ein Logo, unterschrift: Das Logo, quelle: Stadt Krähwinkel}\n"+
		"links: [https://www.kraehwinkel.example/]\nkorrekturen: [{datum: 10.11.2018, text: Es sind zwölf.}]\n---\n"+everything))
	return n
}

func TestReportsConformToWhatTheyClaim(t *testing.T) {
	files := map[string][]byte{}
	want := map[string]string{}
	for name, set := range map[string]struct {
		claim string
		pdf   config.PDF
	}{
		"first generation":  {"2a ua1", config.PDF{Profile: "ua1"}},
		"with its source":   {"3a ua1", config.PDF{Profile: "ua1", EmbedSource: true}},
		"second generation": {"4f ua2 wt1a wt1r", config.PDF{Profile: "ua2", Justify: true}},
	} {
		n := full(t)
		n.config.PDF = set.pdf
		files[name], want[name] = n.made(t)["alles"], set.claim
		if r, err := matterhorn.Check(files[name]); err != nil || len(r.Findings) > 0 {
			t.Errorf("%s: %v, error %v", name, r, err)
		}
	}
	for name, verdict := range pdftest.VeraPDF(t, files) {
		if verdict.String() != want[name] {
			t.Errorf("%s is judged %s, not %s", name, verdict, want[name])
		}
	}
}

// TestNothingOfTheReportIsLost counts elements and compares texts: validators
// do not miss what is not there.
func TestNothingOfTheReportIsLost(t *testing.T) {
	data := full(t).made(t)["alles"]
	counts := map[string]int{}
	links := 0
	reading := pdftest.PDFJS(t, data)
	for _, p := range reading.Pages {
		p.Tree.Count(counts)
		links += len(p.Annotations)
	}
	want := map[string]int{
		"H1": 1, "H2": 1, "H3": 1, "Figure": 2, "Table": 1, "TH": 4, "TD": 2, "Note": 1, "BlockQuote": 1, "Code": 2,
	}
	for role, n := range want {
		if counts[role] != n {
			t.Errorf("%s occurs %d times, not %d", role, counts[role], n)
		}
	}
	if links < 8 {
		t.Errorf("only %d links: 2 of the text, 2 of the note, and those of the records", links)
	}
	var titles []string
	for _, b := range reading.Outline {
		titles = append(titles, b.Title)
	}
	if len(titles) != 1 || titles[0] != "Krähwinkel baut „schnell“" {
		t.Errorf("outline is %v", titles)
	}
	text := strings.Join(strings.Fields(pdftest.Text(t, data)), " ")
	for _, words := range []string{
		"Krähwinkel / Posemuckel", "[9.11.2018]", "Zwei Orte, ein Netz.", "(em)", "Mit zwölf Stimmen.", "Ausbau nach Ortsteilen",
		"Der Bagger", "HINWEIS", "make all", "Ein Faden aus Glas.", "Es sind zwölf.", "Politik, Glasfaser, Tiefbau", "Seite 1 von",
		"musterbote.example/2018/11/alles", "An English sentence.", "Stadt Krähwinkel",
	} {
		if !strings.Contains(text, words) {
			t.Errorf("%q is not in the text", words)
		}
	}
	if info := pdftest.Info(t, data); info["Author"] != "Erna Muster" || info["Tagged"] != "yes" {
		t.Errorf("pdfinfo says %v", info)
	}
}

// TestWildReportsBecomeGoodFiles sets what nobody should write.
func TestWildReportsBecomeGoodFiles(t *testing.T) {
	t.Parallel()
	n := newNewsroom()
	n.add("content/meldungen/zeichnung.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`))
	for name, text := range map[string]string{
		"leer":         "",
		"langes-wort":  strings.Repeat("Donaudampfschifffahrt", 40),
		"breit":        "|" + strings.Repeat("Spalte|", 30) + "\n|" + strings.Repeat("-|", 30) + "\n|" + strings.Repeat("Wert|", 30),
		"hoch":         "|Nummer|Wert|\n|-|-|\n" + strings.Repeat("|Eins|Zwei|\n", 500),
		"lang":         strings.Repeat("Ein Satz, der sich wiederholt und wiederholt. ", 3300),
		"noten":        notes(1000),
		"tief":         nested(30),
		"hebraeisch":   "שלום עולם. مرحبا بالعالم",
		"chinesisch":   "你好，世界。こんにちは",
		"emoji":        "Gut 😀, sehr gut 👨‍👩‍👧 und ☀️.",
		"zeichnung":    "Siehe ![Ein Plan](zeichnung.svg) hier.",
		"ueberschrift": "#### Vier\n\n## Zwei\n\n##### Fünf",
		"zeichen":      "a\u2009b\u202fc\u2011d → e ≥ f ½ ² € † ∑ α",
	} {
		n.report(name, text)
	}
	files := n.made(t)
	if len(files) != 13 {
		t.Fatalf("only %v were made", slices.Sorted(maps.Keys(files)))
	}
	for name, data := range files {
		if r, err := matterhorn.Check(data); err != nil || len(r.Findings) > 0 {
			t.Errorf("%s: %+v, error %v", name, r, err)
		}
	}
	for name, verdict := range pdftest.VeraPDF(t, files) {
		if verdict.String() != "2a ua1" {
			t.Errorf("%s is judged %s", name, verdict)
		}
	}
}

func notes(count int) string {
	var b strings.Builder
	for i := range count {
		fmt.Fprintf(&b, "Wort[^%d] ", i)
	}
	for i := range count {
		fmt.Fprintf(&b, "\n\n[^%d]: Note %d.", i, i)
	}
	return b.String()
}

func nested(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat("  ", i) + "- Ebene\n")
	}
	return b.String()
}

// TestInputsNameWhatIsShown changes one thing at a time.
func TestInputsNameWhatIsShown(t *testing.T) {
	inputs := func(change func(n *newsroom)) string {
		n := full(t)
		change(n)
		var names []string
		before := full(t).plan(t)["alles"]
		for i, in := range named(n.plan(t)["alles"]) {
			if in != before.Named()[i] {
				names = append(names, in.Name)
			}
		}
		return strings.Join(names, " ")
	}
	for name, c := range map[string]struct {
		change func(n *newsroom)
		want   string
	}{
		"nothing": {func(*newsroom) {}, ""},
		"the text": {func(n *newsroom) {
			n.files["content/meldungen/alles.md"].Data = append(n.files["content/meldungen/alles.md"].Data, "Neu."...)
		}, "article"},
		"a picture":     {func(n *newsroom) { n.files["content/meldungen/bagger.jpg"].Data = append(photograph(t, "jpg"), 0) }, "article pictures"},
		"the publisher": {func(n *newsroom) { n.config.Publisher.Name = "Land" }, "house"},
		"the profile":   {func(n *newsroom) { n.config.PDF.Profile = "ua2" }, "house"},
		"an editor":     {func(n *newsroom) { n.data.Editors["em"] = "Emil Muster" }, "house"},
		"the menu":      {func(n *newsroom) { n.config.Navigation = []config.Link{{Title: "Start", URL: "/"}} }, ""},
	} {
		if got := inputs(c.change); got != c.want {
			t.Errorf("%s: inputs that differ are %q, not %q", name, got, c.want)
		}
	}
}

func TestNoPDFIsPlannedWhereTheSiteWantsNone(t *testing.T) {
	n := full(t)
	n.config.Outputs.PDF = false
	if plan := n.plan(t); len(plan) > 0 {
		t.Errorf("planned: %v", plan)
	}
}
