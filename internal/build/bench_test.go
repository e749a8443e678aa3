package build

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"stadtbote"
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
