package article_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
	"stadtbote/internal/source"
)

// Posts that people wrote for other generators are read without a panic, and
// each one is good or says why not.
func TestPostsOfOtherGeneratorsAreReadOrSayWhyNot(t *testing.T) {
	const folder = "../../../shared/samples"
	if _, err := os.Stat(folder); err != nil {
		t.Skip("../shared is missing: " + err.Error())
	}
	fsys := os.DirFS(folder)
	files, _, err := source.Scan(fsys, "codefor-de", "hugodocs")
	if err != nil {
		t.Fatal(err)
	}
	good, bad := 0, 0
	codes := map[diag.Code]int{}
	for _, f := range files {
		if !article.IsText(f.Path) {
			continue
		}
		text, ds, err := source.Read(fsys, f.Path)
		if err != nil {
			t.Fatal(err)
		}
		if ds.HasErrors() {
			t.Errorf("%s: %v", f.Path, ds)
			continue
		}
		a := article.Parse("content/meldungen/"+f.Path, text, article.Rules{Language: "de"})
		for _, d := range a.Diags {
			codes[d.Code]++
			checkPlace(t, text, d)
		}
		if a.Broken {
			bad++
			if !a.Diags.HasErrors() {
				t.Errorf("%s is left out without a reason", f.Path)
			}
			continue
		}
		good++
		if a.Title == "" || a.Slug == "" || a.Date.IsZero() {
			t.Errorf("%s: title %q, slug %q, date %v", f.Path, a.Title, a.Slug, a.Date)
		}
	}
	if good < 300 {
		t.Errorf("only %d articles are good", good)
	}
	t.Logf("%d good, %d left out; findings: %v", good, bad, summary(codes))
}

// checkPlace requires that the place of a finding is one in the text.
func checkPlace(t *testing.T, text []byte, d diag.Diagnostic) {
	t.Helper()
	if d.Pos == (diag.Pos{}) {
		return
	}
	lines := strings.Split(string(text), "\n")
	if d.Pos.Line < 1 || d.Pos.Line > len(lines) || d.Pos.Col < 1 || d.Pos.Col > 1+len([]rune(lines[d.Pos.Line-1])) {
		t.Errorf("%s: %s at %v, which is not in the file", d.File, d.Code, d.Pos)
	}
}

func summary(codes map[diag.Code]int) []string {
	var out []string
	for code, n := range codes {
		out = append(out, fmt.Sprintf("%s×%d", code, n))
	}
	slices.Sort(out)
	return out
}
