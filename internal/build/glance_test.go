package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"testing"
	"testing/fstest"
	"time"
)

// replan compares with a site that is kept in memory and told what changed, as
// the preview does.
func (e *editor) replan(edit string, want map[string]string, clean *Planned) {
	e.rt.Helper()
	if e.hinted == nil {
		e.hinted = clean
		e.changed()
		return
	}
	var err error
	if e.hinted, err = Replan(context.Background(), e.all(), e.hinted, e.changed()); err != nil {
		e.rt.Fatalf("planning after %s: %v", edit, err)
	}
	got, found := e.made(e.hinted)
	if difference := differences(got, want); difference != "" {
		e.rt.Fatalf("after %s a site that was told what changed differs from a clean one:\n%s", edit, difference)
	}
	if fmt.Sprint(found.Diags) != fmt.Sprint(clean.Diags) {
		e.rt.Fatalf("after %s findings differ:\n%v\n%v", edit, found.Diags, clean.Diags)
	}
	if outdated, err := e.hinted.Outdated(context.Background(), e.all()); err != nil || outdated {
		e.rt.Fatalf("after %s the second look found more: %v", edit, err)
	}
}

// resume compares with a site that is planned by what the last build knew of its
// files, as a preview begins.
func (e *editor) resume(edit string, want map[string]string, clean *Planned) {
	e.rt.Helper()
	if difference := e.resumed(want, clean); difference != "" {
		e.rt.Fatalf("after %s a site that was planned by the cache differs from a clean one:\n%s", edit, difference)
	}
}

// resumed describes in what a site planned by the cache differs from a clean
// one; "" if in nothing.
func (e *editor) resumed(want map[string]string, clean *Planned) string {
	e.rt.Helper()
	plan, err := Resume(context.Background(), e.all())
	if err != nil {
		e.rt.Fatalf("planning: %v", err)
	}
	got, found := e.made(plan)
	difference := differences(got, want)
	if fmt.Sprint(found.Diags) != fmt.Sprint(clean.Diags) {
		difference += fmt.Sprintf("findings are\n%v\nand should be\n%v\n", found.Diags, clean.Diags)
	}
	return difference
}

// changed are the files that are not what they were.
func (e *editor) changed() []string {
	now := map[string]fstest.MapFile{}
	var paths []string
	for name, file := range e.files {
		now[name] = *file
		if was, known := e.known[name]; !known || !was.ModTime.Equal(file.ModTime) || string(was.Data) != string(file.Data) {
			paths = append(paths, name)
		}
	}
	for name := range e.known {
		if _, still := now[name]; !still {
			paths = append(paths, name)
		}
	}
	e.known = now
	slices.Sort(paths)
	return paths
}

func TestASecondLookFindsWhatNobodyTold(t *testing.T) {
	x := newTown(t)
	x.report("a.md", "Eins", "", "Text.")
	x.report("b.md", "Zwei", "", "Text.")
	x.wait(time.Hour) // young files are looked at anyway
	_, plan := x.clean(nil)
	for name, change := range map[string]func(){
		"another file":      func() { x.report("b.md", "Drei", "", "Text.") },
		"a new file":        func() { x.report("c.md", "Vier", "", "Text.") },
		"the configuration": func() { x.put("stadtbote.yaml", smallConfig+"# anders\n") },
		"a template":        func() { x.put("templates/404.html", "anders") },
		"a file that went":  func() { delete(x.files, "content/meldungen/a.md") },
	} {
		t.Run(name, func(t *testing.T) {
			before := maps.Clone(x.files)
			defer func() { x.files = before }()
			x.wait(1)
			change()
			told, err := Replan(context.Background(), x.all(), plan, nil)
			if err != nil {
				t.Fatal(err)
			}
			if outdated, err := told.Outdated(context.Background(), x.all()); err != nil || !outdated {
				t.Errorf("outdated: %v, %v", outdated, err)
			}
			if same, err := plan.Outdated(context.Background(), x.all()); err != nil || !same {
				t.Errorf("the plan of before is outdated as well: %v, %v", same, err)
			}
		})
	}
	if outdated, err := plan.Outdated(context.Background(), x.all()); err != nil || outdated {
		t.Errorf("where nothing changed: %v, %v", outdated, err)
	}
}

// An editor that writes twice within the clock's granularity leaves a file that
// looks untouched.
func TestAFileThatOnlySeemsUntouchedIsRead(t *testing.T) {
	x := newTown(t)
	x.report("a.md", "Eins", "", "Text.")
	_, plan := x.clean(nil)
	x.report("a.md", "Zwei", "", "Text.")
	told, err := Replan(context.Background(), x.all(), plan, []string{"content/meldungen/a.md"})
	if err != nil {
		t.Fatal(err)
	}
	got, _ := x.made(told)
	want, _ := x.clean(nil)
	if difference := differences(got, want); difference != "" {
		t.Error(difference)
	}
}

// A look that nobody waits for makes way for the next plan.
func TestASecondLookEndsWhenItIsNotWanted(t *testing.T) {
	x := newTown(t)
	x.report("a.md", "Eins", "", "Text.")
	_, plan := x.clean(nil)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := plan.Outdated(ctx, x.all()); !errors.Is(err, context.Canceled) {
		t.Errorf("a look that was called off says %v", err)
	}
}

// TestALookThatIsCalledOffEndsAtOnce: not at the end of the folder, and it tells
// nothing of what it has not seen.
func TestALookThatIsCalledOffEndsAtOnce(t *testing.T) {
	w := newTown(t)
	for i := range 50 {
		w.report(fmt.Sprintf("bericht-%d.md", i), "Brunnen", "", "Text.")
	}
	planned, err := Plan(context.Background(), w.all(), nil)
	if err != nil {
		t.Fatal(err)
	}
	o := w.all()
	ctx, callOff := context.WithCancel(context.Background())
	seen := 0
	o.Source = countedFS{o.Source, func() {
		if seen++; seen == 10 {
			callOff()
		}
	}}
	if outdated, err := planned.Outdated(ctx, o); !errors.Is(err, context.Canceled) || outdated || seen != 10 {
		t.Errorf("outdated %t, %v, after %d files", outdated, err, seen)
	}
}

// countedFS tells of each file that is looked at while its folder is listed.
type countedFS struct {
	fs.FS
	tell func()
}

func (c countedFS) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(c.FS, name)
	for i, entry := range entries {
		entries[i] = countedEntry{entry, c.tell}
	}
	return entries, err
}

type countedEntry struct {
	fs.DirEntry
	tell func()
}

func (c countedEntry) Info() (fs.FileInfo, error) {
	c.tell()
	return c.DirEntry.Info()
}
