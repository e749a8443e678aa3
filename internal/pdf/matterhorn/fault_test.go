package matterhorn_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"stadtbote/internal/pdf/matterhorn"
	"stadtbote/internal/pdf/pdftest"
)

// fault is what is planted into a good file, and who has to see it.
type fault struct {
	old, new string   // a regular expression, and what stands in its place
	number   string   // the condition that we report
	vera     string   // the standard that veraPDF finds violated; "" where it is laxer
	more     []string // further pairs of old and new
}

// faults of the first generation, planted into the rich sample.
var faults = map[string]fault{
	"a figure without alternative text":       {`/Alt \(Muster\)`, ``, "13-004", "ua1", nil},
	"a figure with an empty alternative text": {`/Alt \(Muster\)`, `/Alt ()`, "13-004", "ua1", nil},
	"a catalog without language":              {`/Lang \(de-DE\)/Mark`, `/Mark`, "11-001", "ua1", nil},
	"header cells without scope and headers":  {`/Scope /\w+|/Headers \[[^\]]*\]`, ``, "15-003", "ua1", nil},
	"a link without description":              {`/Contents \(Bericht[^)]*\)`, ``, "28-012", "ua1", nil},
	"a page without order of the Tab key":     {`/Tabs /S`, ``, "28-008", "ua1", nil},
	"a page with another order":               {`/Tabs /S`, `/Tabs /R`, "28-009", "ua1", nil},
	"no wish to show the title":               {`/DisplayDocTitle true`, ``, "07-001", "ua1", nil},
	"a wish to show the file name":            {`/DisplayDocTitle true`, `/DisplayDocTitle false`, "07-002", "ua1", nil},
	"no mark that the file is tagged":         {`/Marked true`, ``, "UA1 6.2", "ua1", nil},
	"suspect tags":                            {`/Marked true`, `/Marked true/Suspects true`, "01-007", "ua1", nil},
	"a role without a standard type":          {`/Strong /Span`, ``, "02-001", "ua1", nil},
	"roles in a circle":                       {`/Strong /Span`, `/Strong /Em/Em /Strong`, "02-003", "ua1", nil},
	"a standard type in the role map":         {`/Strong /Span`, `/Strong /Span/P /Span`, "02-004", "ua1", nil},
	"a note without ID":                       {`/ID \(e23\)`, ``, "19-003", "ua1", nil},
	"metadata without title":                  {`<dc:title>.*</dc:title>`, ``, "06-003", "ua1", nil},
	"no metadata":                             {`/Metadata \d+ 0 R`, ``, "06-001", "1b", nil},
	"no output intent":                        {`/OutputIntents`, `/Outputs`, "PDF/A 6.2.4.3", "2a", nil},
	"H1, then H3":                             {`/S /H2`, `/S /H3`, "14-003", "ua1", nil},
	"H2 as the first heading":                 {`/S /H1`, `/S /H2`, "14-002", "ua1", nil},
	"H among numbered headings":               {`/S /H3`, `/S /H`, "14-007", "ua1", nil},
	"a cell outside a row":                    {`/S /TR`, `/S /P`, "09-004", "ua1", nil},
	"an item outside a list":                  {`/S /L>>`, `/S /P>>`, "09-005", "ua1", nil},
	"a label outside an item":                 {`/S /LI>>`, `/S /Lbl>>`, "09-005", "ua1", nil},
	"a link in no Link":                       {`/S /Link`, `/S /Span`, "28-011", "ua1", nil},
	"content that is not marked":              {`/Artifact <</Type /Layout>> BDC|/Artifact<</Type/Pagination/Subtype/Header>>BDC`, `/Untagged BMC`, "01-005", "ua1", nil},
	"content with a number that nobody owns":  {`/MCID 5>>`, `/MCID 99>>`, "01-005", "ua1", nil},
	"an artifact in tagged content":           {`/Span<</MCID 1>>BDC`, `/Span<</MCID 1>>BDC /Artifact BMC EMC`, "01-003", "ua1", nil},
	"tagged content in an artifact":           {`/Span<</MCID 1>>BDC`, `/Artifact BMC EMC /Artifact BMC /Span<</MCID 1>>BDC EMC EMC /Span<</MCID 2>>BDC`, "01-004", "ua1", nil},
	"a font without its program":              {`/FontFile2 \d+ 0 R`, ``, "31-009", "ua1", nil},
	"a font without Unicode":                  {`/ToUnicode \d+ 0 R`, ``, "31-027", "ua1", nil},
	"a font that maps to U+0000":              {`(?s)(beginbfrange\n<01><01>)<....>`, `$1<0000>`, "31-028", "ua1", nil},
	"a font that maps to U+FEFF":              {`(?s)(beginbfrange\n<01><01>)<....>`, `$1<FEFF>`, "31-029", "ua1", nil},
	"a font with wrong widths":                {`/W \[1 \[\d+`, `/W [1 [999`, "31-016", "ua1", nil},
	"a font without map to glyphs":            {`/CIDToGIDMap /Identity`, ``, "31-005", "ua1", nil},
	"a font with an unknown map to glyphs":    {`/CIDToGIDMap /Identity`, `/CIDToGIDMap /None`, "31-004", "ua1", nil},
	"a font of another registry":              {`(/Ordering \(Identity\))/Registry \(Adobe\)(/Supplement 0>>/CIDToGIDMap|[^>]*>>/DW)`, `$1/Registry (Other)$2`, "31-001", "ua1", nil},
	"a character map that is not embedded":    {`/Encoding \d+ 0 R`, `/Encoding /Unknown-H`, "31-006", "ua1", nil},
	"a character map of another direction":    {`/WMode 0>>`, `/WMode 1>>`, "31-007", "ua1", nil},
	"a glyph that the font lacks":             {`<00><FF>0`, `<00><FF>9000`, "31-011", "ua1", nil},
	"the glyph of missing characters":         {`<00><FF>0\n`, `<60><FF>0` + "\n", "31-030", "ua1", nil},
	"a character that Unicode does not know":  {`(?s)(beginbfrange\n)<01><01><....>`, `$1`, "10-001", "ua1", nil},
	"an annotation that is not printed":       {`/F 4/`, `/F 0/`, "PDF/A 6.3.2", "2a", nil},
	"a script":                                {`/A <</S /URI/URI [^>]*>>`, `/A <</S /JavaScript/JS (x)>>`, "PDF/A 6.5.1", "2a", nil},
	"an annotation of another kind":           {`/Subtype /Link`, `/Subtype /Text`, "28-002", "ua1", nil},
	"a file without identifier":               {`/ID \[`, `/DI [`, "PDF/A 6.1.3", "2a", nil},
	"a profile that is none":                  {`acsp`, `xxxx`, "PDF/A 6.2.3", "", nil},
	"rows of different length":                {`/O /Table/Scope /Row`, `/ColSpan 2/O /Table/Scope /Row`, "09-004", "ua1", nil},
}

// plant edits a file.
func plant(t *testing.T, good []byte, f fault) []byte {
	t.Helper()
	for edits := append([]string{f.old, f.new}, f.more...); len(edits) > 0; edits = edits[2:] {
		pattern := regexp.MustCompile(edits[0])
		planted := 0
		good = pdftest.Rewrite(t, good, func(text string) string {
			edited := pattern.ReplaceAllString(text, edits[1])
			if edited != text {
				planted++
			}
			return edited
		})
		if planted == 0 {
			t.Fatalf("%q is nowhere in the file", edits[0])
		}
	}
	return good
}

// numbers are the conditions that a file fails.
func numbers(t *testing.T, data []byte) []string {
	t.Helper()
	r, err := matterhorn.Check(data)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, f := range r.Findings {
		list = append(list, f.Condition.Number)
	}
	return list
}

func good(t *testing.T) []byte {
	return pdftest.Write(t, pdftest.Rich(t), pdftest.Describe(), pdftest.Picture(t))
}

func TestPlantedFaultsAreFound(t *testing.T) {
	file := good(t)
	for name, f := range faults {
		t.Run(name, func(t *testing.T) {
			if got := numbers(t, plant(t, file, f)); !slices.Contains(got, f.number) {
				t.Errorf("findings are %v, without %s", got, f.number)
			}
		})
	}
}

func TestGoodFilesHaveNoFindings(t *testing.T) {
	for name, data := range map[string][]byte{
		"PDF/UA-1 and PDF/A-2a": good(t),
		"PDF/UA-1 and PDF/A-3a": pdftest.Write(t, pdftest.Rich(t), pdftest.WithSource(pdftest.Describe()), pdftest.Picture(t)),
		"PDF/UA-2 and PDF/A-4f": pdftest.Write(t, pdftest.Rich(t), pdftest.DescribeUA2(), pdftest.Picture(t)),
		"written with a table":  pdftest.Rewrite(t, good(t), func(s string) string { return s }),
	} {
		if got := numbers(t, data); len(got) > 0 {
			t.Errorf("%s: findings are %v", name, got)
		}
	}
}

// TestVeraPDFAgrees calibrates the conditions: what we find, the reference
// finds, and the file without the fault passes there.
func TestVeraPDFAgrees(t *testing.T) {
	files := map[string][]byte{"good": pdftest.Rewrite(t, good(t), func(s string) string { return s })}
	for name, f := range faults {
		files[name] = plant(t, files["good"], f)
	}
	verdicts := pdftest.VeraPDF(t, files)
	if got := verdicts["good"].String(); got != "2a ua1" {
		t.Errorf("the good file is judged %s", got)
	}
	for name, f := range faults {
		verdict := verdicts[name]
		if f.vera != "" && len(verdict[f.vera]) == 0 {
			t.Errorf("%s: veraPDF finds nothing against %s: %s", name, f.vera, verdict)
		}
		if f.vera == "" && strings.Contains(verdict.String(), "(") {
			t.Errorf("%s: veraPDF finds it, too: %s", name, verdict)
		}
	}
}
