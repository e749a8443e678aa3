package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"stadtbote/internal/diag"
)

// sameOut fails unless the output folder holds what it held.
func sameOut(t *testing.T, w *town, before map[string]string) {
	t.Helper()
	if difference := differences(w.out(), before); difference != "" {
		t.Errorf("the output folder changed:\n%s", difference)
	}
}

func TestBuildPublishesEverythingPlanned(t *testing.T) {
	w := newTown(t)
	w.report("a.md", "Brunnen", "stichwörter: [Wasser]\n", "Text.")
	report := w.good()
	if report.Pages == 0 || report.Written != report.Pages || report.Unchanged != 0 || report.Removed != 0 {
		t.Errorf("got %+v", report)
	}
	w.wantClean()
	page := w.out()["2026/05/a/index.html"]
	if !strings.Contains(page, "<p>Text.</p>") {
		t.Errorf("the article's page is\n%s", page)
	}
}

func TestSecondBuildOpensNoSource(t *testing.T) {
	w := newTown(t)
	w.report("a.md", "Brunnen", "stichwörter: [Wasser, wasser]\n", "Text.")
	w.wait(time.Hour)
	first := w.good()
	w.opened = map[string]int{}
	second := w.good()
	for name, times := range w.opened {
		if info, err := fs.Stat(w.files, name); err == nil && !info.IsDir() && name != "stadtbote.yaml" {
			t.Errorf("%s was opened %d times", name, times)
		}
	}
	if second.Written != 0 || second.Unchanged != first.Pages || second.Pages != first.Pages {
		t.Errorf("got %+v", second)
	}
	if len(first.Diags) == 0 || !reflect.DeepEqual(first.Diags, second.Diags) {
		t.Errorf("findings were %v, told again as %v", first.Diags, second.Diags)
	}
}

func TestFreshCloneRewritesNothing(t *testing.T) {
	w := newTown(t)
	w.report("a.md", "Brunnen", "bild: {datei: b.png, alt: Ein Brunnen, quelle: Stadt}\n", "Text.")
	w.put("content/meldungen/b.png", pngOf(20))
	w.wait(time.Hour)
	w.good()
	before := w.stats()
	for _, file := range w.files {
		file.ModTime = w.clock.Add(-time.Minute)
	}
	if report := w.good(); report.Written != 0 {
		t.Errorf("got %+v", report)
	}
	if after := w.stats(); !reflect.DeepEqual(before, after) {
		t.Error("files were touched")
	}
}

// stats are sizes and times of the output folder's files.
func (t *town) stats() map[string][2]int64 {
	t.tb.Helper()
	stats := map[string][2]int64{}
	for name := range t.out() {
		info, err := os.Stat(filepath.Join(t.folder, "public", name))
		if err != nil {
			t.tb.Fatal(err)
		}
		stats[name] = [2]int64{info.Size(), info.ModTime().UnixNano()}
	}
	return stats
}

func TestChangeWithinTheClocksGranularityIsSeen(t *testing.T) {
	w := newTown(t)
	w.report("a.md", "Brunnen", "", "Alter Text.")
	w.good()
	w.report("a.md", "Brunnen", "", "Neuer Text.") // same size, same time
	w.wait(time.Hour)
	w.good()
	w.wantClean()
	w.good()
	w.wantClean()
}

func TestEmbargoPassesByTimeAlone(t *testing.T) {
	w := newTown(t)
	w.report("a.md", "Geheim", "sperrfrist: 2026-06-01 18:00\nbild: {datei: b.png, alt: Ein Brunnen, quelle: Stadt}\nstichwörter: [Geheimes]\n", "Text.")
	w.put("content/meldungen/b.png", pngOf(20))
	w.wait(time.Minute)
	report := w.good()
	for name, text := range w.out() {
		if strings.Contains(strings.ToLower(name+text), "geheim") || strings.HasPrefix(name, "bilder/b-") || strings.HasPrefix(name, "bilder/a-") {
			t.Errorf("%s shows the embargoed report", name)
		}
	}
	if want := time.Date(2026, 6, 1, 16, 0, 0, 0, time.UTC); !report.Next.Equal(want) {
		t.Errorf("the next build is due at %v, want %v", report.Next, want)
	}
	w.wait(5 * time.Hour)
	w.good()
	if out := w.out(); out["2026/05/a/index.html"] == "" || !hasPicture(out, "b") {
		t.Errorf("not published when the embargo was over")
	}
	w.wantClean()
	w.options.Now = w.clock.Add(-5 * time.Hour)
	w.good()
	w.wantClean()
}

func TestOutputThatSomebodyTouchedIsMadeAgain(t *testing.T) {
	w := newTown(t)
	w.options.Explain = true
	w.report("a.md", "Brunnen", "", "Text.")
	w.wait(time.Hour)
	w.good()
	public := filepath.Join(w.folder, "public")
	err := errors.Join(
		os.WriteFile(filepath.Join(public, "index.html"), []byte("gehackt"), 0o666),
		os.Remove(filepath.Join(public, "2026/05/a/index.html")),
	)
	if err != nil {
		t.Fatal(err)
	}
	report := w.good()
	want := []Explanation{{Path: "2026/05/a/index.html", Why: Gone}, {Path: "index.html", Why: Touched}}
	if report.Written != 2 || !reflect.DeepEqual(report.Explained, want) {
		t.Errorf("wrote %d, explained %v, want %v", report.Written, report.Explained, want)
	}
	w.wantClean()
}

func TestExplanationsNameWhatChanged(t *testing.T) {
	w := newTown(t)
	w.options.Explain = true
	w.report("a.md", "Brunnen", "", "Text.")
	w.report("b.md", "Teich", "", "Text.")
	w.wait(time.Hour)
	if report := w.good(); len(report.Explained) != report.Pages || report.Explained[0].Why != New {
		t.Errorf("at first: %v", report.Explained)
	}
	explained := func() map[string]Explanation {
		w.wait(time.Hour)
		all := map[string]Explanation{}
		for _, e := range w.good().Explained {
			all[e.Path] = e
		}
		return all
	}

	w.report("a.md", "Brunnen", "", "Anderer Text.")
	got := explained()
	if e := got["2026/05/a/index.html"]; e.Why != InputsChanged || !slices.Equal(e.Inputs, []string{"article"}) {
		t.Errorf("after an edit of the body: %v", e)
	}
	if e, made := got["2026/05/b/index.html"]; made {
		t.Errorf("the other page was made as well: %v", e)
	}

	w.put("templates/print.html", smallTemplates()["print.html"]+"!")
	got = explained()
	if e := got["2026/05/b/druck/index.html"]; e.Why != InputsChanged || !slices.Equal(e.Inputs, []string{"template"}) {
		t.Errorf("after an edit of the template: %v", e)
	}
	if e, made := got["2026/05/b/index.html"]; made {
		t.Errorf("the page does not use that template: %v", e)
	}

	delete(w.files, "content/meldungen/b.md")
	if e := explained()["2026/05/b/index.html"]; e.Why != NoLongerWanted {
		t.Errorf("after deleting the article: %v", e)
	}

	w.options.Version = "other"
	if e := explained()["2026/05/a/index.html"]; e.Why != ProgramChanged {
		t.Errorf("with another program: %v", e)
	}
}

func TestFileThatChangesDuringTheBuildIsBuiltAsItIsThen(t *testing.T) {
	w := newTown(t)
	w.report("a.md", "Brunnen", "", "Erst.")
	w.wait(time.Hour)
	w.good()
	w.wait(time.Hour)
	w.put("templates/article.html", strings.Replace(smallTemplates()["article.html"], "<h1>", "<h1>Neu: ", 1)) // the page is made, its body read again
	w.onOpen = func(name string) {
		if name == "content/meldungen/a.md" {
			w.onOpen = nil
			w.report("a.md", "Brunnen", "", "Dann.")
		}
	}
	w.good()
	if page := w.out()["2026/05/a/index.html"]; !strings.Contains(page, "Dann.") {
		t.Errorf("the page is\n%s", page)
	}
	w.wantClean()
}

// hasPicture reports whether a picture of that name is published.
func hasPicture(out map[string]string, name string) bool {
	return slices.ContainsFunc(slices.Collect(maps.Keys(out)), func(path string) bool { return strings.HasPrefix(path, "bilder/"+name+"-") })
}

func TestRenamedArticleLeavesNothingBehind(t *testing.T) {
	w := newTown(t)
	w.report("a.md", "Brunnen", "bild: {datei: b.png, alt: Ein Brunnen, quelle: Stadt}\n", "Text.")
	w.put("content/meldungen/b.png", pngOf(20))
	w.wait(time.Hour)
	w.good()
	w.files["content/meldungen/2026/neu.md"] = w.files["content/meldungen/a.md"]
	w.files["content/meldungen/2026/b.png"] = w.files["content/meldungen/b.png"]
	delete(w.files, "content/meldungen/a.md")
	delete(w.files, "content/meldungen/b.png")
	if report := w.good(); report.Removed != 4 { // page, print version, PDF, sign; the picture has an address of its own
		t.Errorf("removed %d", report.Removed)
	}
	if _, err := os.Stat(filepath.Join(w.folder, "public/2026/05/a")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the old folder: %v", err)
	}
	w.wantClean()
}

func TestCompressedFilesStandBesideText(t *testing.T) {
	w := newTown(t)
	w.options.Compress = true
	w.report("a.md", "Brunnen", "bild: {datei: b.png, alt: Ein Brunnen, quelle: Stadt}\n", "Text.")
	w.put("content/meldungen/b.png", pngOf(20))
	w.good()
	out := w.out()
	for _, name := range []string{"index.html.gz", "index.html.br", "2026/05/a/index.html.gz", "sitemap.xml.br"} {
		if out[name] == "" {
			t.Errorf("%s is missing", name)
		}
	}
	if out["2026/05/a/b.png.gz"] != "" {
		t.Error("a picture was compressed")
	}
	if got := gunzip(t, out["index.html.gz"]); got != out["index.html"] {
		t.Errorf("index.html.gz holds\n%s", got)
	}
	if got := unbrotli(t, out["index.html.br"]); got != out["index.html"] {
		t.Errorf("index.html.br holds\n%s", got)
	}
	w.wantClean()
	w.options.Compress = false
	w.good()
	w.wantClean()
}

func TestEqualBytesWithOneWorkerAndMany(t *testing.T) {
	w := newTown(t)
	w.options.SkipBroken = true
	for name := range strings.SplitSeq("abcdefghijklmnop", "") {
		w.report(name+".md", "Meldung "+name, "stichwörter: [A, a, "+name+"]\n", "[x](fehlt-"+name+".md)")
		w.report(name+name+".md", "Meldung "+name, "stichwörter: [A, B]\n", "Text.")
	}
	var outs []map[string]string
	var diags []diag.List
	for _, jobs := range []int{1, 7} {
		w.options.Jobs = jobs
		w.folder = fastFolder(t)
		diags = append(diags, w.build().Diags)
		outs = append(outs, w.out())
	}
	if difference := differences(outs[1], outs[0]); difference != "" {
		t.Error(difference)
	}
	if !reflect.DeepEqual(diags[0], diags[1]) {
		t.Errorf("findings differ:\n%v\n%v", diags[0], diags[1])
	}
}

func TestDamagedCacheIsAsGoodAsNone(t *testing.T) {
	for _, ending := range []string{".manifest", "sources", ".files.txt"} {
		for name, damage := range map[string]func([]byte) []byte{
			"cut off":        func(b []byte) []byte { return b[:len(b)/2] },
			"empty":          func([]byte) []byte { return nil },
			"one bit turned": func(b []byte) []byte { b[len(b)/3] ^= 4; return b },
			"foreign":        func([]byte) []byte { return []byte("something else entirely\n") },
		} {
			t.Run(ending+" "+name, func(t *testing.T) {
				w := newTown(t)
				w.report("a.md", "Brunnen", "", "Text.")
				w.wait(time.Hour)
				w.good()
				path := w.cacheFile(ending)
				data, err := os.ReadFile(path)
				if err == nil {
					err = os.WriteFile(path, damage(data), 0o666)
				}
				if err != nil {
					t.Fatal(err)
				}
				w.report("b.md", "Teich", "", "Text.")
				w.good()
				w.wantClean()
			})
		}
	}
}

func TestProgressEndsWithEverythingDone(t *testing.T) {
	w := newTown(t)
	for i := range 200 {
		w.report("m"+strings.Repeat("x", i%50)+string(rune('a'+i/50))+".md", "Meldung", "", "Text.")
	}
	last := map[Stage]Progress{}
	o := w.all()
	o.Progress = func(p Progress) {
		if p.Done <= last[p.Stage].Done {
			t.Errorf("%v after %v", p, last[p.Stage])
		}
		last[p.Stage] = p
	}
	report, err := Run(context.Background(), o)
	if err != nil || report.Diags.HasErrors() {
		t.Fatalf("%v %v", report.Diags, err)
	}
	if p := last[Making]; p.Done != report.Pages || p.Total != report.Pages {
		t.Errorf("made %v of %d", p, report.Pages)
	}
	if p := last[Reading]; p.Done != p.Total || p.Total < 200 {
		t.Errorf("read %v", p)
	}
}

func TestEmbeddedFilesCountAsInputs(t *testing.T) {
	w := newTown(t)
	w.report("a.md", "Brunnen", "", "Text.")
	w.wait(time.Hour)
	w.good()
	w.templates["article.html"] = &fstest.MapFile{Data: []byte(`{{ define "main" }}neu{{ end }}`)}
	w.good()
	w.wantClean()
	w.static["css/site.css"] = &fstest.MapFile{Data: []byte("body{color:red}")}
	w.good()
	w.wantClean()
}

func TestMendingOneArticleReadsThatOneAlone(t *testing.T) {
	w := newTown(t)
	w.put("stadtbote.yaml", smallConfig+"outputs: {pdf: false}\n") // a PDF reads the text again, for its tree
	w.options.Jobs = 1                                             // a feed that is made at the same time may read it, too
	w.report("a.md", "Brunnen", "", "Text.")
	w.report("b.md", "Teich", "", "[dort](gibtesnicht.md)")
	w.wait(time.Hour)
	if report := w.build(); !report.Diags.HasErrors() {
		t.Fatal("no error to mend")
	}
	w.report("b.md", "Teich", "", "Text.")
	w.opened = map[string]int{}
	w.good()
	if n := w.opened["content/meldungen/b.md"]; n != 1 {
		t.Errorf("the mended article was opened %d times", n)
	}
	if n := w.opened["content/meldungen/a.md"]; n != 1 { // for its body, which no page has yet
		t.Errorf("the other article was opened %d times", n)
	}
	w.wantClean()
}

func TestBodiesOfManyArticlesComeBackFromTheScratchFile(t *testing.T) {
	w := newTown(t)
	text := strings.Repeat("Ein Satz, der Platz braucht. ", 3000)
	n := blockSize*(blocksStay+3)/len(text) + 1
	for i := range n {
		w.report(fmt.Sprintf("m%03d.md", i), "Meldung", fmt.Sprintf("slug: m%03d\n", i), fmt.Sprintf("Nummer %d. %s", i, text))
	}
	w.good()
	w.wantClean()
	if entries, err := os.ReadDir(filepath.Join(w.folder, "cache", ".stadtbote-new")); err != nil || len(entries) > 0 {
		t.Errorf("the scratch file is left: %v %v", entries, err)
	}
}
