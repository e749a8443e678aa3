package build

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stadtbote"
	"stadtbote/internal/site"
)

// The benchmarks build the site whose folder STADTBOTE_BENCH names, as made by
// the corpus generator; see docs/performance.md.

// benchOptions are those of a real build of that site into a new folder.
func benchOptions(b *testing.B) Options {
	b.Helper()
	folder := os.Getenv("STADTBOTE_BENCH")
	if folder == "" {
		b.Skip("STADTBOTE_BENCH names no site")
	}
	work := fastFolder(b)
	o := Options{
		Source: os.DirFS(folder), Folder: folder, Out: filepath.Join(work, "public"), Cache: filepath.Join(work, "cache"),
		Now: time.Now(), Clock: time.Now, Version: "bench",
	}
	for _, embedded := range []struct {
		fsys fs.FS
		name string
		into *fs.FS
	}{{stadtbote.Templates, "templates", &o.Templates}, {stadtbote.Static, "static", &o.Static}} {
		below, err := fs.Sub(embedded.fsys, embedded.name)
		if err != nil {
			b.Fatal(err)
		}
		*embedded.into = below
	}
	return o
}

func benchRun(b *testing.B, o Options) *Report {
	b.Helper()
	report, err := Run(b.Context(), o)
	if err != nil || report.Pages == 0 {
		b.Fatalf("building: %v %v", report.Diags, err)
	}
	return report
}

func BenchmarkCleanBuild(b *testing.B) {
	o := benchOptions(b)
	for b.Loop() {
		b.StopTimer()
		if err := os.RemoveAll(filepath.Dir(o.Out)); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		benchRun(b, o)
	}
}

func BenchmarkNothingChanged(b *testing.B) {
	o := benchOptions(b)
	benchRun(b, o)
	for b.Loop() {
		if report := benchRun(b, o); report.Written > 0 {
			b.Fatalf("wrote %d files", report.Written)
		}
	}
}

// putBack returns what is in a file, and puts it back when the benchmark ends.
func putBack(b *testing.B, file string) []byte {
	b.Helper()
	before, err := os.ReadFile(file)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := os.WriteFile(file, before, 0o666); err != nil {
			b.Error(err)
		}
	})
	return before
}

// BenchmarkRebuild is a build after one article's body was edited. It edits the
// site it is given, and puts it back.
func BenchmarkRebuild(b *testing.B) {
	o := benchOptions(b)
	benchRun(b, o)
	file := middle(b, o)
	before := putBack(b, file)
	n := 0
	for b.Loop() {
		n++
		if err := os.WriteFile(file, fmt.Appendf(before[:len(before):len(before)], "\nPrüfmarke %d\n", n), 0o666); err != nil {
			b.Fatal(err)
		}
		o.Now = time.Now()
		if report := benchRun(b, o); report.Written == 0 {
			b.Fatal("nothing was written")
		}
	}
}

// middle returns the file of an article of the middle. No plan lives on: a build
// has nothing in memory when it begins.
func middle(b *testing.B, o Options) string {
	b.Helper()
	planned, err := Plan(b.Context(), o, nil)
	if err != nil || planned.Stopped {
		b.Fatal(planned.Diags, err)
	}
	return filepath.Join(o.Folder, filepath.FromSlash(planned.Site.Articles[len(planned.Site.Articles)/2].Path))
}

// BenchmarkPlanAgain is what a preview waits for after each change.
func BenchmarkPlanAgain(b *testing.B) {
	o := benchOptions(b)
	planned, err := Plan(b.Context(), o, nil)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if planned, err = Plan(b.Context(), o, planned); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkEdit is what a preview does between the word that an article was
// saved and its new page. It edits the site it is given, and puts it back. Body
// is an article of the middle, the others are the newest, which every page shows.
func BenchmarkEdit(b *testing.B) {
	tagged := func(text, tag string) string {
		return strings.Replace(text, "stichwörter: [", "stichwörter: ["+tag+", ", 1)
	}
	for _, c := range []edit{
		{"body", func(s *site.Site) *site.Entry { return s.Articles[len(s.Articles)/2] }, func(_ *site.Site, text string, n int) string {
			return text + fmt.Sprintf("\nPrüfmarke %d\n", n)
		}},
		{"title", newest, func(_ *site.Site, text string, n int) string {
			return strings.Replace(text, `titel: "`, fmt.Sprintf(`titel: "Prüfmarke %d `, n), 1)
		}},
		{"tag", newest, func(s *site.Site, text string, n int) string { return tagged(text, s.Tags[n%len(s.Tags)].Name) }},
		{"new tag", newest, func(_ *site.Site, text string, n int) string { return tagged(text, fmt.Sprintf("Prüfmarke %d", n%2)) }},
	} {
		b.Run(c.name, c.bench)
	}
}

// edit is one way to change an article.
type edit struct {
	name string
	of   func(s *site.Site) *site.Entry
	text func(s *site.Site, text string, n int) string
}

func newest(s *site.Site) *site.Entry { return s.Articles[0] }

func (c *edit) bench(b *testing.B) {
	o := benchOptions(b)
	planned, err := Plan(b.Context(), o, nil)
	if err != nil || planned.Stopped {
		b.Fatal(planned.Diags, err)
	}
	e := c.of(planned.Site)
	file := filepath.Join(o.Folder, filepath.FromSlash(e.Path))
	before := putBack(b, file)
	n := 0
	for b.Loop() {
		n++
		if err := os.WriteFile(file, []byte(c.text(planned.Site, string(before), n)), 0o666); err != nil {
			b.Fatal(err)
		}
		o.Now = time.Now()
		if planned, err = Replan(b.Context(), o, planned, []string{e.Path}); err != nil {
			b.Fatal(err)
		}
		page, known := planned.File(planned.Site.File(e.URL))
		if !known {
			b.Fatal(planned.Diags)
		}
		if err := page.Make(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCheck is "stadtbote check" of the whole site.
func BenchmarkCheck(b *testing.B) { benchCheck(b, benchOptions(b), 0) }

// BenchmarkCheckManyFindings is a check of a copy of the site in which each
// article has two wrong links and a table without a caption.
func BenchmarkCheckManyFindings(b *testing.B) {
	o := benchOptions(b)
	folder := fastFolder(b)
	if err := os.CopyFS(folder, o.Source); err != nil {
		b.Fatal(err)
	}
	articles := 0
	err := filepath.WalkDir(filepath.Join(folder, "content"), func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		articles++
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(name, fmt.Appendf(text, "\nDen Antrag gibt es [hier](/), den Plan [im Rathaus](/#plan-%d).\n\n| Amt | Zimmer |\n|---|---|\n| Bau | %d |\n", articles, articles), 0o666)
	})
	if err != nil {
		b.Fatal(err)
	}
	o.Source, o.Folder = os.DirFS(folder), folder
	benchCheck(b, o, 3*articles)
}

// benchCheck checks a site that has at least so many findings.
func benchCheck(b *testing.B, o Options, least int) {
	found := 0
	for b.Loop() {
		report, err := Check(b.Context(), o, Extent{})
		if err != nil || report.Pages == 0 {
			b.Fatalf("checking: %v", err)
		}
		if found = len(report.Diags); found < least {
			b.Fatalf("%d findings, not %d", found, least)
		}
	}
	b.ReportMetric(float64(found), "findings")
}
