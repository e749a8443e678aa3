package build

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"stadtbote"
	"stadtbote/internal/diag"
	"stadtbote/internal/site"
)

// TestIncrementalEqualsClean is the rule that keeps incremental builds honest:
// after each of many random edits, the output folder equals a build from
// nothing, byte for byte, and so does a site that is kept in memory from plan
// to plan. Every new kind of input adds an edit here.
//
// For a long run: go test ./internal/build -run IncrementalEqualsClean -rapid.checks=5000
func TestIncrementalEqualsClean(t *testing.T) {
	t.Parallel()
	published, stopped := 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		e := randomEdits(t, rt, 20)
		published, stopped = published+e.published, stopped+e.stopped
	})
	t.Logf("%d edits were published, %d were stopped by an error", published, stopped)
	if published < 2*stopped {
		t.Error("too many edits end in an error to say much")
	}
}

// The templates that people really use, with fewer edits: they take longer.
func TestIncrementalEqualsCleanWithTheRealTheme(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	rapid.Check(t, func(rt *rapid.T) {
		if rapid.IntRange(0, 9).Draw(rt, "one in ten") > 0 {
			return
		}
		w := newTown(t)
		defer os.RemoveAll(w.folder)
		w.tb = rt
		realTheme(w)
		newEditor(rt, w).run(10)
	})
}

func realTheme(w *town) {
	for into, from := range map[*fstest.MapFS]string{&w.templates: "templates", &w.static: "static"} {
		*into = fstest.MapFS{}
		fsys := stadtbote.Templates
		if from == "static" {
			fsys = stadtbote.Static
		}
		below, err := fs.Sub(fsys, from)
		if err != nil {
			w.tb.Fatal(err)
		}
		err = fs.WalkDir(below, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			data, err := fs.ReadFile(below, name)
			(*into)[name] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			w.tb.Fatal(err)
		}
	}
}

// randomEdits makes a site, edits it and compares after each edit.
func randomEdits(t *testing.T, rt *rapid.T, edits int) *editor {
	w := newTown(t)
	defer os.RemoveAll(w.folder)
	w.tb = rt
	e := newEditor(rt, w)
	e.run(edits)
	return e
}

func (e *editor) run(edits int) {
	e.compare("at first")
	for range edits {
		e.compare(e.edit())
	}
}

// compare builds and compares the three ways to the same site.
func (e *editor) compare(edit string) {
	e.rt.Helper()
	before := e.out()
	want, clean := e.clean(nil)
	if e.number(0, 2) == 0 { // a preview may begin before anybody builds
		e.resume(edit, want, clean)
	}
	report := e.build()
	if i := slices.IndexFunc(report.Diags, func(d diag.Diagnostic) bool { return d.Code >= "SB640" && d.Code < "SB650" }); i >= 0 {
		e.rt.Fatalf("after %s a text that no two articles share is taken for a leak: %v", edit, report.Diags[i])
	}
	kept, again := e.clean(e.kept)
	e.kept = again
	if difference := differences(kept, want); difference != "" {
		e.rt.Fatalf("after %s a site kept in memory differs from a clean one:\n%s", edit, difference)
	}
	if fmt.Sprint(again.Diags) != fmt.Sprint(clean.Diags) || !sameFindings(report, clean) {
		e.rt.Fatalf("after %s findings differ:\n%v %v\n%v %v\n%v", edit, report.Diags, report.Left, clean.Diags, clean.Left, again.Diags)
	}
	if !again.Files.alike(clean.Files.lists) || !slices.Equal(again.Files.order, clean.Files.order) {
		e.rt.Fatalf("after %s the files of a site kept in memory stand in another order", edit)
	}
	if e.number(0, 2) == 0 {
		e.resume(edit, want, clean)
	}
	e.replan(edit, want, clean)
	e.inError = clean.Stopped
	if clean.Stopped {
		want = before // nothing may have been written
		e.stopped++
	} else {
		e.published++
	}
	if difference := differences(e.out(), want); difference != "" {
		e.rt.Fatalf("after %s the output folder differs from a clean build:\n%s", edit, difference)
	}
	if !report.Next.Equal(clean.Next) && !clean.Stopped {
		e.rt.Fatalf("after %s the next build is due at %v, not %v", edit, report.Next, clean.Next)
	}
}

func sameFindings(report *Report, clean *Planned) bool {
	return fmt.Sprint(report.Diags) == fmt.Sprint(clean.Diags) &&
		slices.EqualFunc(report.Left, clean.Left, func(a, b site.Omission) bool {
			return a.Path == b.Path && a.Title == b.Title && a.Reason == b.Reason && a.Until.Equal(b.Until)
		})
}
