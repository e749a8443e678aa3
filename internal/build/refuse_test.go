package build

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"stadtbote/internal/diag"
	"stadtbote/internal/output"
	"stadtbote/internal/site"
)

func TestAnErrorPublishesNothing(t *testing.T) {
	w := newTown(t)
	w.report("a.md", "Brunnen", "", "Text.")
	w.good()
	before := w.out()
	w.report("b.md", "Zweite", "", "[dort](gibtesnicht.md)")
	w.report("c.md", "Dritte", "", "Text.")
	w.wait(time.Minute)
	report := w.build()
	if want := []diag.Code{diag.LinkDead}; !slices.Equal(codes(report.Diags), want) || report.Diags[0].File != "content/meldungen/b.md" {
		t.Errorf("got %v, want LinkDead of b.md", report.Diags)
	}
	if report.Pages != 0 || report.Written != 0 {
		t.Errorf("got %+v", report)
	}
	sameOut(t, w, before)
}

func TestAnErrorMakesNoOutputFolder(t *testing.T) {
	w := newTown(t)
	w.put("content/meldungen/a.md", "ohne Kopf")
	if report := w.build(); !report.Diags.HasErrors() {
		t.Errorf("got %v", report.Diags)
	}
	if _, err := os.Stat(filepath.Join(w.folder, "public")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the output folder: %v", err)
	}
}

func TestSkipBrokenPublishesTheRestAndListsWhatIsLeftOut(t *testing.T) {
	w := newTown(t)
	w.options.SkipBroken = true
	w.report("good.md", "Gut", "", "Text.")
	w.report("dead.md", "Toter Verweis", "", "[dort](gibtesnicht.md)")
	w.report("leads.md", "Führt dorthin", "", "[dort](dead.md)")
	w.put("content/meldungen/broken.md", "ohne Kopf")
	report := w.build()
	var left []string
	for _, l := range report.Left {
		if l.Reason != site.Broken {
			t.Errorf("%s is left out for %v", l.Path, l.Reason)
		}
		left = append(left, l.Path)
	}
	want := []string{"content/meldungen/broken.md", "content/meldungen/dead.md", "content/meldungen/leads.md"}
	if !slices.Equal(left, want) {
		t.Errorf("left out %v, want %v", left, want)
	}
	out := w.out()
	if out["2026/05/good/index.html"] == "" || out["2026/05/dead/index.html"] != "" || out["2026/05/leads/index.html"] != "" {
		t.Errorf("published %v", out)
	}
	for _, path := range want {
		if !slices.ContainsFunc(report.Diags, func(d diag.Diagnostic) bool { return d.File == path && d.Severity == diag.Error }) {
			t.Errorf("no finding about %s in %v", path, report.Diags)
		}
	}
	w.wantClean()
}

func TestSkipBrokenDoesNotSkipErrorsOfTheWholeSite(t *testing.T) {
	w := newTown(t)
	w.options.SkipBroken = true
	w.put("stadtbote.yaml", smallConfig+"titel: falsch\n")
	if report := w.build(); !report.Diags.HasErrors() || report.Pages != 0 {
		t.Errorf("got %+v", report)
	}
}

func TestStrictBuildTakesWarningsForErrors(t *testing.T) {
	w := newTown(t)
	w.report("a.md", "Brunnen", "stichwörter: [Wasser, wasser]\n", "Text.")
	w.report("b.md", "Teich", "", "Text.")
	if report := w.good(); len(report.Diags) == 0 {
		t.Fatal("no warning to be strict about")
	}
	before := w.out()
	w.options.Strict = true
	report := w.build()
	if !report.Diags.HasErrors() || report.Pages != 0 {
		t.Errorf("got %+v", report)
	}
	sameOut(t, w, before)
	w.options.SkipBroken = true
	w.build()
	if out := w.out(); out["2026/05/a/index.html"] != "" || out["2026/05/b/index.html"] == "" {
		t.Error("a strict build that skips must leave out the article with the warning alone")
	}
}

func TestTemplateThatFailsPublishesNothing(t *testing.T) {
	w := newTown(t)
	w.report("a.md", "Brunnen", "", "Text.")
	w.report("b.md", "Teich", "", "Text.")
	w.good()
	before := w.out()
	w.wait(time.Minute)
	w.put("templates/article.html", `{{ define "main" }}{{ index .Tags 7 }}{{ end }}`)
	report := w.build()
	if !report.Diags.HasErrors() || report.Diags[0].File != "templates/article.html" || report.Diags[0].Pos.Line != 1 {
		t.Errorf("got %v", report.Diags)
	}
	sameOut(t, w, before)
	if _, err := os.Stat(filepath.Join(w.folder, "public", ".stadtbote-new")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the staging folder is left: %v", err)
	}
}

func TestFileThatNeverRestsIsAFinding(t *testing.T) {
	w := newTown(t)
	w.report("a.md", "Brunnen", "", "Erst.")
	w.good()
	before := w.out()
	w.wait(time.Hour)
	w.report("a.md", "Brunnen", "", "Dann.")
	w.vanished = "content/meldungen/a.md"
	report := w.build()
	if !slices.Equal(codes(report.Diags), []diag.Code{diag.ChangedMeantime}) || report.Diags[0].File != w.vanished {
		t.Errorf("got %v", report.Diags)
	}
	sameOut(t, w, before)
}

func TestFaultsOfTheOutputFolderAreFindings(t *testing.T) {
	w := newTown(t)
	if err := os.WriteFile(filepath.Join(w.folder, "public"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if report := w.build(); !slices.Equal(codes(report.Diags), []diag.Code{diag.OutputIsFile}) {
		t.Errorf("got %v", report.Diags)
	}
}

func TestCancelledBuildPublishesNothing(t *testing.T) {
	w := newTown(t)
	w.report("a.md", "Brunnen", "", "Text.")
	ctx, cancel := context.WithCancel(context.Background())
	o := w.all()
	o.Progress = func(Progress) { cancel() }
	_, err := Run(ctx, o)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if out := w.out(); len(out) > 0 {
		t.Errorf("published %v", out)
	}
}

func TestFilesThatAreOutOfPlaceAreReported(t *testing.T) {
	w := newTown(t)
	w.put("content/notiz.md", "---\ntitel: Verirrt\n---\n")
	w.put("content/meldungen/kaputt.png", "kein Bild")
	report := w.good()
	if want := []diag.Code{diag.BadPicture, diag.StrayFile}; !slices.Equal(codes(report.Diags), want) {
		t.Errorf("got %v, want %v", report.Diags, want)
	}
}

func TestFilesThatCannotLieInOneFolderAreReported(t *testing.T) {
	file := func(path, origin string) output.File { return output.File{Path: path, Origin: origin} }
	tests := map[string]struct {
		files []output.File // by path
		want  []diag.Code
		args  []string
	}{
		"none": {files: []output.File{file("a", ""), file("a-b", ""), file("b/a", "")}},
		"twice the same": {
			[]output.File{file("a/index.html", "content/seiten/a.md"), file("a/index.html", "static/a/index.html")},
			[]diag.Code{diag.SameOutput},
			[]string{"a/index.html", "content/seiten/a.md", "static/a/index.html"},
		},
		"file and folder": {
			[]output.File{file("a", "static/a"), file("a-b", ""), file("a/b/index.html", "content/seiten/b.md")},
			[]diag.Code{diag.FileAndFolder},
			[]string{"a", "a/b/index.html", "static/a", "content/seiten/b.md"},
		},
		"names that differ in case alone": {
			[]output.File{file("Plan.txt", "static/Plan.txt"), file("plan.txt", "static/plan.txt")},
			[]diag.Code{diag.CaseCollision},
			[]string{"Plan.txt", "plan.txt"},
		},
		"out of the folder": {
			[]output.File{file("../a", "content/seiten/a.md")},
			[]diag.Code{diag.UnsafeName},
			[]string{"../a"},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			files := only(test.files...)
			ds := collisions(&files, strings.ToLower)
			if !slices.Equal(codes(ds), test.want) {
				t.Fatalf("got %v, want %v", ds, test.want)
			}
			if len(ds) > 0 && !slices.Equal(ds[0].Args, test.args) {
				t.Errorf("told %v, want %v", ds[0].Args, test.args)
			}
		})
	}
}

func TestStaticFileInTheWayOfAPageIsAnError(t *testing.T) {
	w := newTown(t)
	w.put("static/impressum", "im Weg")
	report := w.build()
	if report.Pages > 0 || len(report.Diags) != 1 || !slices.Contains(report.Diags[0].Args, "static/impressum") {
		t.Errorf("got %v", report.Diags)
	}
}
