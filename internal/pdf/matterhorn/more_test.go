package matterhorn_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stadtbote/internal/pdf/matterhorn"
	"stadtbote/internal/pdf/pdftest"
	"stadtbote/internal/typeset/font"
)

// form makes a form of the sample's picture, with that content.
func form(entries, content string) []string {
	return []string{
		`(?s)/Subtype /Image`, `/Subtype /Form/BBox [0 0 1 1]` + entries,
		`(?s)/Filter /DCTDecode(.*?)stream\n.*\nendstream`, `${1}stream` + "\n" + content + "\nendstream",
	}
}

// others are faults of kinds that our own files have no place for.
var others = map[string]fault{
	"metadata that do not name PDF/UA":      {`<pdfuaid:part>1</pdfuaid:part>`, ``, "06-002", "", nil},
	"metadata with half a claim of PDF/A":   {`<pdfaid:conformance>A</pdfaid:conformance>`, ``, "PDF/A 6.6.4", "", nil},
	"an alternative text in no language":    {`/Lang \(de-DE\)/Mark`, `/Mark`, "11-002", "ua1", nil},
	"an outline in no language":             {`/Lang \(de-DE\)/Mark`, `/Mark`, "11-003", "ua1", nil},
	"a description in no language":          {`/Lang \(de-DE\)/Mark`, `/Mark`, "11-004", "ua1", nil},
	"metadata in no language":               {`/Lang \(de-DE\)/Mark`, `/Mark`, "11-006", "ua1", nil},
	"a form field in no language":           {`/Lang \(de-DE\)/Mark`, `/Mark`, "11-005", "ua1", []string{`/Subtype /Link`, `/Subtype /Widget/TU (x)`}},
	"a form field without description":      {`/Subtype /Link`, `/Subtype /Widget`, "28-005", "ua1", nil},
	"a form field in no Form":               {`/Subtype /Link`, `/Subtype /Widget`, "28-010", "ua1", nil},
	"an annotation that says nothing":       {`/Subtype /Link`, `/Subtype /Text`, "28-004", "ua1", []string{`/Contents \([^)]*\)`, ``}},
	"a trap network":                        {`/Subtype /Link`, `/Subtype /TrapNet`, "28-007", "ua1", nil},
	"a printer's mark in the structure":     {`/Subtype /Link`, `/Subtype /PrinterMark`, "28-017", "ua1", nil},
	"items in a table of contents":          {`/S /L>>`, `/S /TOC>>`, "09-006", "ua1", nil},
	"an RB without Ruby":                    {`/S /Code`, `/S /RB`, "09-007", "", nil},
	"a WT without Warichu":                  {`/S /Code`, `/S /WT`, "09-008", "", nil},
	"two headings H in a section":           {`/S /H2`, `/S /H`, "14-006", "ua1", nil},
	"a formula without alternative text":    {`/S /Code`, `/S /Formula`, "17-002", "ua1", nil},
	"two notes of one ID":                   {`/S /Code`, `/ID (e23)/S /Note`, "19-004", "ua1", nil},
	"layers whose default has no name":      {`/Lang \(de-DE\)/Mark`, `/OCProperties <</D <</Order []>>/OCGs []>>/Lang (de-DE)/Mark`, "20-002", "ua1", nil},
	"layers of which a view has no name":    {`/Lang \(de-DE\)/Mark`, `/OCProperties <</D <</Name (x)>>/Configs [<</Order []>>]/OCGs []>>/Lang (de-DE)/Mark`, "20-001", "ua1", nil},
	"layers that switch by themselves":      {`/Lang \(de-DE\)/Mark`, `/OCProperties <</D <</Name (x)/AS []>>/OCGs []>>/Lang (de-DE)/Mark`, "20-003", "ua1", nil},
	"an embedded file without name":         {`/UF \(versuch.md\)`, ``, "21-001", "ua1", nil},
	"a dynamic form":                        {`/Lang \(de-DE\)/Mark`, `/AcroForm <</XFA [(x) 1000 0 R]/Fields []>>/Lang (de-DE)/Mark`, "25-001", "", []string{`1000 0 R`, `96 0 R`, `<dc:format>`, `<dynamicRender>required</dynamicRender><dc:format>`}},
	"encryption that states no rights":      {`/Size \d+`, `$0/Encrypt <</Filter /Standard>>`, "26-001", "", nil},
	"encryption that locks out readers":     {`/Size \d+`, `$0/Encrypt <</Filter /Standard/P -513>>`, "26-002", "", nil},
	"content in another file":               {`/I0 Do`, `/I0  Do`, "30-001", "ua1", form(`/Ref <<>>`, ``)},
	"a tagged form that is shown twice":     {`/I0 Do`, `/I0 Do /I0 Do`, "30-002", "", form(``, `/P <</MCID 0>> BDC 0 0 1 1 re f EMC`)},
	"a film whose kind is not stated":       {`/A <</S /URI/URI [^>]*>>`, `/A <</S /Rendition/R <</S /MR/C <</S /MCD/Alt [() (Film)]>>>>>>`, "28-014", "", nil},
	"a film without alternative text":       {`/A <</S /URI/URI [^>]*>>`, `/A <</S /Rendition/R <</S /MR/C <</S /MCD/CT (video/mp4)>>>>>>`, "28-015", "", nil},
	"a list that leaves characters out":     {`/FontFile2`, `/CIDSet 1000 0 R/FontFile2`, "31-014", "ua1", []string{`1000 0 R`, ``}},
	"a list of characters that are not":     {`/FontFile2`, `/CIDSet 1000 0 R/FontFile2`, "31-015", "", []string{`1000 0 R`, ``}},
	"a font of another ordering":            {`(<</CIDSystemInfo <</Ordering )\(Identity\)`, `$1(Other)`, "31-002", "ua1", nil},
	"a character map of a later supplement": {`/Supplement 0>>/CMapName`, `/Supplement 3>>/CMapName`, "31-003", "", nil},
	"a character map that builds on others": {`/WMode 0>>`, `/WMode 0/UseCMap /Unknown-H>>`, "31-008", "", nil},
}

// second are faults of the second generation.
var second = map[string]fault{
	"a note that its reference does not name": {`/Ref \[\d+ 0 R\](/S /FENote)`, `$1`, "UA2 8.2.5.14", "ua2", nil},
	"a jump to no element":                    {`/SD \[[^\]]*\]`, ``, "UA2 8.8", "ua2", nil},
	"an attachment that is not described":     {`/Desc \([^)]*\)`, ``, "UA2 8.11", "ua2", nil},
	"a Document of PDF 1.7":                   {`/NS \d+ 0 R/P (\d+ 0 R)/S /Document`, `/P $1/S /Document`, "UA2 8.2.5.2", "ua2", nil},
	"a file without language":                 {`/Lang \(de-DE\)/Mark`, `/Mark`, "11-001", "ua2", nil},
	"a type that its namespace lacks":         {`/S /Strong`, `/S /Bold`, "02-001", "ua2", nil},
	"tags not marked":                         {`/Marked true`, ``, "UA1 6.2", "ua2", nil},
}

func TestOtherFaultsAreFound(t *testing.T) {
	file := pdftest.Write(t, pdftest.Rich(t), pdftest.WithSource(pdftest.Describe()), pdftest.Picture(t))
	for name, f := range others {
		if len(f.more) > 1 && f.more[0] == "1000 0 R" { // the number of the metadata's object
			f.more[1] = metadata(t, file)
		}
		if got := numbers(t, plant(t, file, f)); !slices.Contains(got, f.number) {
			t.Errorf("%s: findings are %v, without %s", name, got, f.number)
		}
	}
}

func metadata(t *testing.T, file []byte) string {
	t.Helper()
	var number string
	pdftest.Rewrite(t, file, func(text string) string {
		if _, rest, ok := strings.Cut(text, "/Metadata "); ok && strings.Contains(text, "/Catalog") {
			number, _, _ = strings.Cut(rest, "/")
		}
		return text
	})
	return number
}

func TestFaultsOfTheSecondGenerationAreFound(t *testing.T) {
	file := pdftest.Write(t, pdftest.Rich(t), pdftest.DescribeUA2(), pdftest.Picture(t))
	for name, f := range second {
		if got := numbers(t, plant(t, file, f)); !slices.Contains(got, f.number) {
			t.Errorf("%s: findings are %v, without %s", name, got, f.number)
		}
	}
}

func TestVeraPDFAgreesOnOtherFaults(t *testing.T) {
	files := map[string][]byte{}
	planted := map[string]fault{}
	first := pdftest.Write(t, pdftest.Rich(t), pdftest.WithSource(pdftest.Describe()), pdftest.Picture(t))
	for name, f := range others {
		if len(f.more) > 1 && f.more[0] == "1000 0 R" {
			f.more[1] = metadata(t, first)
		}
		if f.vera != "" {
			files[name], planted[name] = plant(t, first, f), f
		}
	}
	later := pdftest.Write(t, pdftest.Rich(t), pdftest.DescribeUA2(), pdftest.Picture(t))
	for name, f := range second {
		files[name], planted[name] = plant(t, later, f), f
	}
	for name, verdict := range pdftest.VeraPDF(t, files) {
		if len(verdict[planted[name].vera]) == 0 {
			t.Errorf("%s: veraPDF finds nothing against %s: %s", name, planted[name].vera, verdict)
		}
	}
}

// simple is a file whose text is in a simple TrueType font.
func simple(t *testing.T, dict string, flags int, program []byte) []byte {
	t.Helper()
	face, err := font.Parse(program)
	if err != nil {
		t.Fatal(err)
	}
	widths := make([]string, 256)
	for i := range widths {
		widths[i] = fmt.Sprint(face.Advance(face.Glyph(rune(i))))
	}
	return assemble(
		`<</Type/Catalog/Pages 2 0 R/Lang(de)>>`,
		`<</Type/Pages/Kids[3 0 R]/Count 1>>`,
		`<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>`,
		stream(``, []byte("/Artifact BMC BT /F 9 Tf (Abc) Tj ET EMC")),
		`<</Type/Font/Subtype/TrueType/BaseFont/Test/FirstChar 0/LastChar 255/Widths[`+strings.Join(widths, " ")+`]/FontDescriptor 6 0 R`+dict+`>>`,
		fmt.Sprintf(`<</Type/FontDescriptor/FontName/Test/Flags %d/FontFile2 7 0 R>>`, flags),
		stream(``, program),
	)
}

func stream(dict string, data []byte) string {
	return fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", dict, len(data), data)
}

// assemble makes a file of objects 1, 2, 3, …; the first is the catalog.
func assemble(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, at)
	return b.Bytes()
}

// simpleFaults are what can be wrong with a simple TrueType font.
var simpleFaults = map[string]struct {
	dict   string
	flags  int
	subset bool // the program has no character map
	number string
}{
	"no encoding":                         {``, 32, false, "31-019"},
	"an encoding without base":            {`/Encoding<</Differences[65/A]>>`, 32, false, "31-020"},
	"an encoding of its own":              {`/Encoding/StandardEncoding`, 32, false, "31-021"},
	"no character map":                    {`/Encoding/WinAnsiEncoding`, 32, true, "31-017"},
	"a symbolic font with an encoding":    {`/Encoding/WinAnsiEncoding`, 4, false, "31-024"},
	"a symbolic font without map":         {``, 4, true, "31-025"},
	"a symbolic font with too many maps":  {``, 4, false, "31-026"},
	"a character that the map lacks":      {`/Encoding/WinAnsiEncoding/Codes`, 32, false, "31-018"},
	"other names without the Unicode map": {`/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[65/A]>>`, 32, false, "31-023"},
}

func TestSimpleFontsAreExamined(t *testing.T) {
	program, err := os.ReadFile(filepath.Join("..", "..", "typeset", "font", "sofia", "regular.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	if got := fontNumbers(t, simple(t, `/Encoding/WinAnsiEncoding`, 32, program)); len(got) > 0 {
		t.Errorf("a good font: %v", got)
	}
	for name, c := range simpleFaults {
		data := simple(t, c.dict, c.flags, program)
		switch {
		case c.subset: // hide the table
			data = bytes.Replace(data, []byte("cmap"), []byte("xxxx"), 1)
		case c.number == "31-018":
			data = bytes.Replace(data, []byte("(Abc)"), []byte("(\x81b\x8d)"), 1)
		case c.number == "31-023": // the map becomes one of another platform
			data = bytes.ReplaceAll(data, []byte("\x00\x03\x00\x01\x00\x00\x00"), []byte("\x00\x01\x00\x00\x00\x00\x00"))
		}
		if got := fontNumbers(t, data); !slices.Contains(got, c.number) {
			t.Errorf("%s: findings are %v, without %s", name, got, c.number)
		}
	}
}

// fontNumbers are the conditions about fonts that a file fails.
func fontNumbers(t *testing.T, data []byte) []string {
	t.Helper()
	return slices.DeleteFunc(numbers(t, data), func(n string) bool { return !strings.HasPrefix(n, "31-") })
}

// TestEveryConditionIsSeenToFail: a condition that no test makes fail is a
// promise without proof.
func TestEveryConditionIsSeenToFail(t *testing.T) {
	seen := map[string]bool{
		"UA1 7.1":     true, // TestFilesWithoutTags
		"PDF/A 6.1.4": true, // TestRepairedFilesSaySo
	}
	for _, set := range []map[string]fault{faults, others, second} {
		for _, f := range set {
			seen[f.number] = true
		}
	}
	for _, f := range simpleFaults {
		seen[f.number] = true
	}
	last := ""
	for _, c := range matterhorn.Conditions() {
		if !seen[c.Number] {
			t.Errorf("%s is not seen to fail", c.Number)
		}
		if c.Number <= last || c.Clause == "" || c.German == "" || c.English == "" {
			t.Errorf("%s stands in the wrong place or lacks words", c.Number)
		}
		last = c.Number
	}
}

var update = flag.Bool("update", false, "write docs/pdf-pruefung.md anew")

// TestTheListOfConditionsIsPublished compares with the list for editors.
func TestTheListOfConditionsIsPublished(t *testing.T) {
	var b strings.Builder
	b.WriteString(`# Was „stadtbote check-pdf“ prüft

<!-- Erzeugt aus dem Programm: go test ./internal/pdf/matterhorn -update -->

Eine Nummer wie 13-004 ist die des Matterhorn-Protokolls 1.1, das alle Arten aufzählt, PDF/UA-1 (ISO 14289-1) zu
verfehlen; hier stehen die, die ein Programm erkennen kann. UA1, UA2 und PDF/A nennen Abschnitte der Normen ISO 14289-1,
ISO 14289-2 und ISO 19005. Ob ein Alternativtext stimmt oder eine Überschrift eine ist, muss ein Mensch sehen.

| Nummer | Abschnitt | Was falsch ist |
|---|---|---|
`)
	for _, c := range matterhorn.Conditions() {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", c.Number, c.Clause, c.German)
	}
	name := filepath.Join("..", "..", "..", "docs", "pdf-pruefung.md")
	if *update {
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if strings.ReplaceAll(string(got), "\r\n", "\n") != b.String() {
		t.Error("docs/pdf-pruefung.md is out of date: go test ./internal/pdf/matterhorn -update")
	}
}

// TestRepairedFilesSaySo breaks the list of objects: all else is found and good.
func TestRepairedFilesSaySo(t *testing.T) {
	file := bytes.Replace(good(t), []byte("startxref\n"), []byte("startxref\n9"), 1)
	if got := numbers(t, file); !slices.Equal(got, []string{"PDF/A 6.1.4"}) {
		// The identifier stands in the list that is broken.
		t.Errorf("findings are %v", got)
	}
}

func TestFilesWithoutTags(t *testing.T) {
	data := assemble(`<</Type/Catalog/Pages 2 0 R>>`, `<</Type/Pages/Kids[]/Count 0>>`)
	if got := numbers(t, data); !slices.Contains(got, "UA1 7.1") {
		t.Errorf("findings are %v", got)
	}
}
