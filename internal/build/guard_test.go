package build

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/output"
)

const (
	secretTitle = "Das große Geheimnis von Krähwinkel"
	secretText  = "Ab dem ersten Juli bekommt jedes Haus der Stadt einen eigenen Brunnen."
)

// secret is an embargoed article.
func (t *town) secret() {
	t.report("geheim.md", secretTitle, "sperrfrist: 2026-07-01 10:00\n", secretText)
}

func TestAKeptSecretIsNoFinding(t *testing.T) {
	w := newTown(t)
	w.report("a.md", "Brunnen", "", "Text.")
	w.secret()
	if report := w.good(); len(report.Diags) > 0 {
		t.Errorf("got %v", report.Diags)
	}
}

// A mistake in the program itself would be noticed as well: whatever kind of
// file tells the secret, and however it hides it.
func TestASecretIsFoundInEveryKindOfFile(t *testing.T) {
	for name, make := range map[string]func(io.Writer) error{
		"feed.atom": func(w io.Writer) error {
			_, err := io.WriteString(w, "<feed><title>"+secretTitle+"</title></feed>")
			return err
		},
		"suche.json": func(w io.Writer) error {
			_, err := io.WriteString(w, `{"t":"Das gro\u00dfe Geheimnis von Kr\u00e4hwinkel"}`)
			return err
		},
		"meldung.pdf": func(w io.Writer) error {
			output.Tell(w, func() string { return secretText })
			_, err := io.WriteString(w, "%PDF-1.7 \x00 compressed")
			return err
		},
		"2026/05/geheim/index.html": func(io.Writer) error { return nil },
	} {
		w := newTown(t)
		w.secret()
		planned, err := Plan(context.Background(), w.all(), nil)
		if err != nil {
			t.Fatal(err)
		}
		g, err := newGuard(planned)
		if err != nil {
			t.Fatal(err)
		}
		planned.Files = only(output.File{Path: name, Make: make})
		var b buffer
		if err := b.make(planned.Files.At(0)); err != nil {
			t.Fatal(err)
		}
		if err := g.read(0, [16]byte{}, b.text.Bytes(), b.told); err != nil {
			t.Fatal(err)
		}
		if ds, err := g.verdict(); err != nil || !ds.HasErrors() {
			t.Errorf("%s: %v, %v", name, ds, err)
		}
	}
}

// The address of an article that is called by a number reads like a day, which
// others may name.
func TestADayIsNoAddress(t *testing.T) {
	w := newTown(t)
	w.put("content/meldungen/01.md", "---\ntitel: Wort\ndatum: 2026-05-01\nteaser: Kurz gesagt.\nrubrik: Rathaus\nsperrfrist: 2026-07-01 10:00\n---\n\nText.\n")
	w.report("a.md", "Brunnen", "", "Am 2026-05-01, im Netz 2026/05/01.")
	if report := w.build(); len(report.Diags) > 0 {
		t.Errorf("found %v", report.Diags)
	}
}

// A picture that was scaled has other bytes, and is told by what it was made
// from.
func TestAScaledPictureOfASecretIsFound(t *testing.T) {
	w := newTown(t)
	w.put("content/meldungen/foto.png", pngOf(2))
	w.report("geheim.md", secretTitle, "sperrfrist: 2026-07-01 10:00\nbild: {datei: foto.png, alt: Ein Bild, quelle: Stadt}\n", secretText)
	planned, err := Plan(context.Background(), w.all(), nil)
	if err != nil {
		t.Fatal(err)
	}
	g, err := newGuard(planned)
	if err != nil {
		t.Fatal(err)
	}
	sum := planned.sources.find("content/meldungen/foto.png").picture.Digest
	planned.Files = only(output.File{Path: "bilder/klein.png", Inputs: []output.Input{{Name: "file", Sum: sum}, {Name: "recipe"}}})
	if err := g.read(0, digest.String("other bytes"), []byte("\x89PNG\x00"), ""); err != nil {
		t.Fatal(err)
	}
	if ds, err := g.verdict(); err != nil || !slices.Equal(codes(ds), []diag.Code{diag.PictureLeaks}) {
		t.Errorf("%v, %v", ds, err)
	}
}

// TestFilesThatAreKnownToBeCleanAreNotReadAgain counts with the file that would
// be: a secret put into it from outside, its looks unchanged, is not noticed
// until the phrases change.
func TestFilesThatAreKnownToBeCleanAreNotReadAgain(t *testing.T) {
	w := newTown(t)
	w.report("a.md", "Brunnen", "", "Text.")
	w.secret()
	w.wait(time.Hour)
	w.good()
	name := w.folder + "/public/2026/05/a/index.html"
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprintf("%-*s", info.Size(), "<p>"+secretText)
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(name, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	w.put("static/x.txt", "x")
	w.wait(time.Hour)
	w.good()
	w.report("entwurf.md", "Ein Entwurf von morgen früh", "entwurf: true\n", "Text.")
	w.wait(time.Hour)
	if report := w.build(); !slices.Contains(codes(report.Diags), diag.TextLeaks) {
		t.Errorf("got %v", report.Diags)
	}
}

// TestLeaksAreFoundByEachWay edits what tells a secret and what is one, and
// compares: a build that finds little to do reports what a build from nothing
// reports. It begins with a secret that is told.
func TestLeaksAreFoundByEachWay(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		w := newTown(t)
		defer os.RemoveAll(w.folder)
		w.tb = rt
		edits := leakEdits()
		edits[0](w, true)
		if report := w.build(); report.Diags.HasErrors() {
			rt.Fatalf("nobody tells it yet: %v", report.Diags)
		}
		telling := rapid.SampledFrom([]int{tellsText, tellsTitle}).Draw(rt, "telling")
		edits[telling](w, true)
		w.wait(time.Second)
		if report := w.build(); !report.Diags.HasErrors() {
			rt.Fatal("it is told, and nothing was found")
		}
		for range 4 {
			edit := rapid.SampledFrom(edits).Draw(rt, "edit")
			edit(w, rapid.Bool().Draw(rt, "there"))
			w.wait(time.Duration(rapid.IntRange(1, 20).Draw(rt, "seconds")) * time.Second)
			report := w.build()
			fresh := newTown(t)
			fresh.tb, fresh.files, fresh.clock = rt, w.files, w.clock
			want := fresh.build()
			os.RemoveAll(fresh.folder)
			if fmt.Sprint(report.Diags) != fmt.Sprint(want.Diags) {
				rt.Fatalf("found %v, from nothing %v", report.Diags, want.Diags)
			}
		}
	})
}

// Places in leakEdits of those that tell a secret and are no article: what a
// published one says is no secret any more.
const (
	tellsText  = 5
	tellsTitle = 7
)

// leakEdits are what may happen between a secret and those who tell it.
func leakEdits() []func(w *town, there bool) {
	file := func(name, text string) func(*town, bool) {
		return func(w *town, there bool) {
			if there {
				w.put(name, text)
			} else {
				delete(w.files, name)
			}
		}
	}
	article := func(title, more, body string) string {
		return fmt.Sprintf("---\ntitel: %s\ndatum: 2026-05-01\nteaser: Kurz gesagt.\nrubrik: Rathaus\n%s---\n\n%s\n", title, more, body)
	}
	return []func(w *town, there bool){
		file("content/meldungen/geheim.md", article(secretTitle, "sperrfrist: 2026-07-01 10:00\n", secretText)),
		file("content/meldungen/geheim.md", article(secretTitle, "entwurf: true\n", secretText)),
		file("content/meldungen/geheim.md", article(secretTitle, "", secretText)),
		file("content/meldungen/zitat.md", article("Ein Zitat", "", "Hier: "+secretTitle+".")),
		file("content/meldungen/auch.md", article("Auch das", "", secretText)),
		file("static/notiz.txt", secretText),
		file("static/anders.txt", "Nichts."),
		file("templates/404.html", "<!doctype html><p>"+secretTitle+"</p>"),
	}
}

// only returns a plan of files of one kind, which are in order.
func only(files ...output.File) Files {
	f := Files{lists: [][]output.File{files}}
	for i := range files {
		f.order = append(f.order, spot{at: int32(i)})
	}
	return f
}
