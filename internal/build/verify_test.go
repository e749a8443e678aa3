package build

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stadtbote/internal/diag"
)

// What --verify says of an output folder to which something happened.
func TestVerifyNamesWhatDiffersAndWhy(t *testing.T) {
	out := func(w *town, name string) string { return filepath.Join(w.folder, "public", filepath.FromSlash(name)) }
	cases := []struct {
		name   string
		happen func(w *town)
		want   []string // code and arguments
	}{
		{"nothing", func(*town) {}, nil},
		{
			"an article was edited and not built", func(w *town) { w.report("a.md", "Brunnen", "", "Anders.") },
			[]string{"SB908 2026/05/a/druck/index.html article", "SB908 2026/05/a/index.html article", "SB908 feed.atom list"},
		},
		{"a page is gone", func(w *town) { os.Remove(out(w, "2026/05/a/index.html")) }, []string{"SB910 2026/05/a/index.html"}},
		{
			"a page was written by somebody else", func(w *town) { os.WriteFile(out(w, "2026/05/a/index.html"), []byte("fremd"), 0o666) },
			[]string{"SB912 2026/05/a/index.html"},
		},
		{
			"an article is gone", func(w *town) { delete(w.files, "content/meldungen/b.md") },
			[]string{"SB911 2026/05/b/druck/index.html", "SB911 2026/05/b/index.html"},
		},
		{"an article has an error by now", func(w *town) { w.put("content/meldungen/a.md", "---\n---\n") }, []string{"SB913"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := newTown(t)
			w.report("a.md", "Brunnen", "", "Wasser.")
			w.report("b.md", "Brücke", "", "Stein.")
			w.good()
			c.happen(w)
			_, found, err := Verify(context.Background(), w.all())
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, d := range found {
				var line strings.Builder
				line.WriteString(string(d.Code))
				for _, arg := range d.Args {
					line.WriteString(" " + arg)
				}
				if d.Code >= "SB9" {
					got = append(got, line.String())
				}
			}
			for _, want := range c.want {
				if !slices.Contains(got, want) {
					t.Errorf("%q is not said; said is %q", want, got)
				}
			}
			if c.want == nil && got != nil {
				t.Errorf("said is %q", got)
			}
		})
	}
}

// A file that depends on something that it does not name is what Verify is
// for: the plan says that nothing changed, and the bytes are others.
func TestVerifyTellsOfAForgottenInput(t *testing.T) {
	w := newTown(t)
	w.report("a.md", "Brunnen", "", "Wasser.")
	w.options.faulty = fault{"page", "article"}.plant
	o := w.all()
	if report, err := Run(t.Context(), o); err != nil || report.Diags.HasErrors() {
		t.Fatal(report.Diags, err)
	}
	w.report("a.md", "Brunnen", "", "Anders.")
	o = w.all()
	if _, err := Run(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	_, found, err := Verify(t.Context(), o)
	if err != nil || len(found) != 1 || found[0].Code != diag.VerifyForgot || found[0].Args[0] != "2026/05/a/index.html" {
		t.Errorf("found %v, %v", found, err)
	}
}
