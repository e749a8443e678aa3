package pdf_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"stadtbote/internal/config"
	"stadtbote/internal/output/pdf"
	"stadtbote/internal/pdf/matterhorn"
	"stadtbote/internal/pdf/pdftest"
	"stadtbote/internal/site"
)

// bound is a dossier of all reports of a newsroom, oldest first.
func (n *newsroom) bound(t testing.TB, title string) []byte {
	t.Helper()
	s := n.assemble(t)
	reports := append([]*site.Entry(nil), s.Articles...)
	d := pdf.Dossier{Title: title, Made: time.Date(2030, 5, 1, 0, 0, 0, 0, time.UTC), Reports: reports}
	var b bytes.Buffer
	if err := pdf.Bind(&b, n.input(t), s, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// press is a newsroom with three reports, one of them in English.
func press(t testing.TB) *newsroom {
	n := full(t)
	n.report("kurz", "Nur ein Satz mit ![Ein Bagger](bagger.jpg).")
	english := strings.NewReplacer("titel: Krähwinkel baut „schnell“", "titel: Fibre for all\nsprache: en", "[Glasfaser, Tiefbau]", "[Zweckverband, Äpfel]").Replace(front)
	n.add("content/meldungen/english.md", []byte(english+"slug: english\n---\nAll of it, at once.[^1]\n\n## More\n\nText.\n\n[^1]: A note."))
	return n
}

func TestDossiersConformToWhatTheyClaim(t *testing.T) {
	files, want := map[string][]byte{}, map[string]string{}
	for claim, settings := range map[string]config.PDF{
		"2a ua1":           {Profile: "ua1"},
		"3a ua1":           {Profile: "ua1", EmbedSource: true},
		"4f ua2 wt1a wt1r": {Profile: "ua2"},
	} {
		n := press(t)
		n.config.PDF = settings
		files[claim], want[claim] = n.bound(t, "Alles über Glasfaser"), claim
		if r, err := matterhorn.Check(files[claim]); err != nil || len(r.Findings) > 0 {
			t.Errorf("%s: %v, error %v", claim, r, err)
		}
		pdftest.QPDF(t, files[claim])
	}
	for name, verdict := range pdftest.VeraPDF(t, files) {
		if verdict.String() != want[name] {
			t.Errorf("%s is judged %s", name, verdict)
		}
	}
}

func TestADossierHasCoverContentsReportsAndIndex(t *testing.T) {
	data := press(t).bound(t, "Alles über Glasfaser")
	reading := pdftest.PDFJS(t, data)
	var outline []string
	for _, b := range reading.Outline {
		outline = append(outline, b.Title)
	}
	if got := strings.Join(outline, " | "); !strings.HasPrefix(got, "Alles über Glasfaser | ") || strings.Count(got, "Krähwinkel baut") != 2 {
		t.Errorf("outline: %s", got)
	}
	counts := map[string]int{}
	foreign := 0
	for _, p := range reading.Pages {
		p.Tree.Count(counts)
		foreign += inEnglish(p.Tree)
	}
	if foreign < 2 {
		t.Errorf("%d elements are English: neither the report nor its line of the contents", foreign)
	}
	for role, n := range map[string]int{"TOCI": 3, "Index": 1, "Figure": 3, "Note": 2} {
		if counts[role] != n {
			t.Errorf("%s occurs %d times, not %d", role, counts[role], n)
		}
	}
	text := strings.Join(strings.Fields(pdftest.Text(t, data)), " ")
	at := 0
	for _, words := range []string{
		"[1.5.2030] Pressespiegel Alles über Glasfaser 3 Meldungen, 9. November 2018.", "Inhalt",
		"Herausgeber Stadt Krähwinkel", "All of it, at once.", "Stichwörter Äpfel", "Glasfaser", "Tiefbau", "Zweckverband",
	} {
		i := strings.Index(text[at:], words)
		if i < 0 {
			t.Fatalf("%q does not follow in %q", words, text)
		}
		at += i
	}
	if info := pdftest.Info(t, data); info["Title"] != "Alles über Glasfaser" || info["Tagged"] != "yes" {
		t.Errorf("pdfinfo: %v", info)
	}
}

func TestAPictureOfTwoReportsIsInADossierOnce(t *testing.T) {
	n := press(t)
	if got := bytes.Count(n.bound(t, "Bilder"), []byte("/Subtype/Image")); got != 3 { // the logo has a mask of its own
		t.Errorf("%d pictures, not bagger, logo and its mask", got)
	}
}

func TestADossierHasTheSameBytesEachTime(t *testing.T) {
	if !bytes.Equal(press(t).bound(t, "Eins"), press(t).bound(t, "Eins")) {
		t.Error("made twice, it differs")
	}
	if bytes.Equal(press(t).bound(t, "Eins"), press(t).bound(t, "Zwei")) {
		t.Error("another title makes no difference")
	}
}

// inEnglish counts the elements that say that they are English.
func inEnglish(n *pdftest.Node) int {
	if n == nil {
		return 0
	}
	count := 0
	if n.Lang == "en" {
		count++
	}
	for _, kid := range n.Children {
		count += inEnglish(kid)
	}
	return count
}
