package build

import (
	"archive/zip"
	"bytes"
	"io"
	"iter"
	"path"
	"slices"
	"testing"
	"time"

	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/output"
	"stadtbote/internal/site"
)

// treacherous is a kind of output by a programmer who made a mistake: once it
// is told to, each of its files tells the secret, in the way of its kind.
type treacherous struct {
	output.Kind
	name    string
	telling *bool
	picture []byte
	files   *int
}

func (k treacherous) Plan(s *site.Site) iter.Seq[output.File] {
	return func(yield func(output.File) bool) {
		for file := range k.Kind.Plan(s) {
			if k.Name() == k.name && *k.telling {
				*k.files++
				file = k.betray(file)
			}
			if !yield(file) {
				return
			}
		}
	}
}

func (k treacherous) betray(file output.File) output.File {
	whole := file
	file.Inputs, file.Naming = append(slices.Clone(whole.Named()), output.Input{Name: "mistake", Sum: digest.String("made")}), nil
	file.Make = func(w io.Writer) error {
		switch path.Ext(file.Path) {
		case ".png", ".jpg", ".webp", ".ico":
			_, err := w.Write(k.picture)
			return err
		case ".pdf":
			output.Tell(w, func() string { return secretText })
		}
		if err := whole.Make(w); err != nil || path.Ext(file.Path) == ".pdf" {
			return err
		}
		_, err := io.WriteString(w, "\n"+secretText+"\n")
		return err
	}
	return file
}

// A secret in any kind of output is found by a build from nothing, and by one
// that makes again only what changed: there is nothing that it does not look at.
func TestASecretInEachKindOfOutputIsFound(t *testing.T) {
	for _, kind := range kinds(parts{}) {
		t.Run(kind.Name(), func(t *testing.T) {
			for _, incremental := range []bool{false, true} {
				w, telling, files := newTown(t), !incremental, 0
				secret := pngOf(3)
				w.options.faulty = func(k output.Kind) output.Kind { return treacherous{k, kind.Name(), &telling, []byte(secret), &files} }
				w.put("content/meldungen/geheim.png", secret)
				w.put("content/meldungen/foto.png", pngOf(2))
				w.report("geheim.md", secretTitle, "sperrfrist: 2026-07-01 10:00\nbild: {datei: geheim.png, alt: Ein Bild, quelle: Stadt}\n", secretText)
				w.report("a.md", "Brunnen", "weiterleitungen: [/alt/]\nbild: {datei: foto.png, alt: Ein Bild, quelle: Stadt}\n", "Text.")
				w.put("content/termine/fest.md", "---\ntitel: Fest\nrubrik: Rathaus\nteaser: Ein Fest.\nbeginn: 2026-06-10 10:00\nende: 2026-06-10 12:00\nort: Rathaus\n---\nText.\n")
				w.put("static/notiz.txt", "Nichts.")
				if incremental {
					w.wait(time.Hour)
					if report := w.build(); report.Diags.HasErrors() {
						t.Fatalf("nobody tells it yet: %v", report.Diags)
					}
					telling = true
					w.put("static/anders.txt", "Auch nichts.")
					w.wait(time.Hour)
				}
				report := w.build()
				if files == 0 {
					t.Fatalf("incremental %v: there is no such file: %v", incremental, report.Diags)
				}
				if found := codes(report.Diags); !slices.Contains(found, diag.TextLeaks) && !slices.Contains(found, diag.PictureLeaks) {
					t.Errorf("incremental %v: found %v", incremental, report.Diags)
				}
			}
		})
	}
}

// What others made is opened, also where nothing but that is new.
func TestASecretInAFileOfOthersIsFound(t *testing.T) {
	picture := pngOf(3)
	for name, data := range map[string]string{
		"static/presse.zip":  archiveOf(t, "text.txt", secretText),
		"static/presse.docx": archiveOf(t, "word/document.xml", "<w:p><w:t>"+secretText[:20]+"</w:t><w:t>"+secretText[20:]+"</w:t></w:p>"),
		"static/fotos.zip":   archiveOf(t, "eins.png", picture),
		"static/brief.pdf":   "%PDF-1.4\x00\n1 0 obj (" + secretText + ") endobj",
	} {
		for _, incremental := range []bool{false, true} {
			w := newTown(t)
			w.put("content/meldungen/geheim.png", picture)
			w.report("geheim.md", secretTitle, "sperrfrist: 2026-07-01 10:00\nbild: {datei: geheim.png, alt: Ein Bild, quelle: Stadt}\n", secretText)
			w.report("a.md", "Brunnen", "", "Text.")
			if incremental {
				w.good()
				w.wait(time.Hour)
			}
			w.put(name, data)
			report := w.build()
			if len(report.Diags) != 1 || report.Diags[0].Severity != diag.Error {
				t.Errorf("%s, incremental %v: found %v", name, incremental, report.Diags)
			}
		}
	}
}

// What data/ says is public, save for headline and address of what is embargoed.
func TestWhatDataSaysIsNoSecret(t *testing.T) {
	w := newTown(t)
	w.secret()
	w.put("data/plan.yaml", "text: "+secretText+"\n")
	w.put("static/plan.txt", secretText)
	if report := w.build(); report.Diags.HasErrors() {
		t.Errorf("found %v", report.Diags)
	}
	w.put("data/plan.yaml", "text: "+secretTitle+"\n")
	w.put("static/plan.txt", secretTitle)
	w.wait(time.Hour)
	if report := w.build(); !report.Diags.HasErrors() {
		t.Error("the headline of an embargoed article is no secret")
	}
}

// archiveOf is a ZIP file of one entry.
func archiveOf(t *testing.T, name, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	entry, err := w.Create(name)
	if err == nil {
		_, err = io.WriteString(entry, text)
	}
	if err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	return b.String()
}
