package pdf_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"stadtbote/internal/pdf"
	"stadtbote/internal/pdf/pdftest"
	"stadtbote/internal/typeset/page"
)

// samples are the rich document in each profile, and one for each kind of
// picture.
func samples(t *testing.T) map[string][]byte {
	photo := pdftest.Picture(t)
	files := map[string][]byte{
		"plain 2a": pdftest.Write(t, pdftest.Plain(t), pdftest.Describe()),
		"rich 2a":  pdftest.Write(t, pdftest.Rich(t), pdftest.Describe(), photo),
		"rich 3a":  pdftest.Write(t, pdftest.Rich(t), pdftest.WithSource(pdftest.Describe()), photo),
		"rich 4f":  pdftest.Write(t, pdftest.Rich(t), pdftest.DescribeUA2(), photo),
	}
	for name, data := range pictures(t) {
		m, err := pdf.NewImage(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		files[name+" 2a"] = pdftest.Write(t, pdftest.Show(t), pdftest.Describe(), m)
		files[name+" 4f"] = pdftest.Write(t, pdftest.Show(t), pdftest.DescribeUA2(), m)
	}
	return files
}

// claims are the standards that veraPDF has to confirm.
var claims = map[string]string{"2a": "2a ua1", "3a": "3a ua1", "4f": "4f ua2 wt1a wt1r"}

func TestVeraPDFConfirmsEveryClaim(t *testing.T) {
	files := samples(t)
	for name, verdict := range pdftest.VeraPDF(t, files) {
		if want := claims[name[len(name)-2:]]; verdict.String() != want {
			t.Errorf("%s: judged %q, not %q", name, verdict, want)
		}
	}
}

func TestOtherReadersAgree(t *testing.T) {
	for _, name := range []string{"rich 2a", "rich 3a", "rich 4f"} {
		data := samples(t)[name]
		pdftest.QPDF(t, data)
		if fonts := pdftest.Fonts(t, data); len(fonts) != 5 {
			t.Errorf("%s: fonts are %v", name, fonts)
		}
		info := pdftest.Info(t, data)
		if info["Tagged"] != "yes" || info["Pages"] != "2" {
			t.Errorf("%s: pdfinfo says %v", name, info)
		}
		if name != "rich 4f" && info["Title"] != pdftest.Describe().Title {
			t.Errorf("%s: title is %q", name, info["Title"])
		}
	}
}

func TestPDFCPUAcceptsFiles(t *testing.T) {
	pdftest.PDFCPU(t, samples(t)["rich 2a"])
}

// TestStructureIsReadAsWritten compares what poppler reads with the document.
// Poppler does not know the types that PDF 2.0 has added.
func TestStructureIsReadAsWritten(t *testing.T) {
	tree := pdftest.Tree(t, samples(t)["rich 2a"])
	var texts strings.Builder
	for line := range strings.Lines(tree) {
		if text, ok := strings.CutPrefix(strings.TrimSpace(line), `"`); ok {
			texts.WriteString(strings.TrimSuffix(text, `"`))
		}
	}
	const want = "Krähwinkel baut „schnell“Krähwinkel fibre to the homeDie Stadt hofft: " +
		"Bericht der Kämmereigestern11Stand vom November.Was geplant ist" +
		"1. Trassen• auch hier1. Rohre• auch hierEs geht voran.make allZahlen" +
		"Ausbau nach OrtsteilenOrtsteilHäuserNord12Süd7Der Bagger. Foto: E. Mustermann" +
		"Wie es weitergehtHinweis: Die Straße ist gesperrt.Λαμία, Λάρισα"
	if texts.String() != want {
		t.Errorf("text in reading order is\n%s\nnot\n%s", texts.String(), want)
	}
}

// TestPDFJSSeesEveryElement counts: validators do not miss what is not there.
func TestPDFJSSeesEveryElement(t *testing.T) {
	r := pdftest.PDFJS(t, samples(t)["rich 3a"])
	counts := map[string]int{}
	links := 0
	for _, p := range r.Pages {
		p.Tree.Count(counts)
		for _, a := range p.Annotations {
			links++
			if a.ContentsObj.Str == "" {
				t.Error("a link has no description")
			}
		}
	}
	for role, want := range map[string]int{
		"H1": 1, "H2": 2, "H3": 1, "L": 3, "LI": 4, "Table": 1, "TR": 3, "TH": 4, "TD": 2, "Figure": 2,
		"Caption": 2, "Link": 3, "Note": 1, "BlockQuote": 1, "Code": 1,
	} {
		if counts[role] != want {
			t.Errorf("%s occurs %d times, not %d", role, counts[role], want)
		}
	}
	if links != 3 || !r.Marked || r.Info.Language != "de-DE" || len(r.Attachments) != 1 {
		t.Errorf("%d links, marked %v, language %q, attachments %v", links, r.Marked, r.Info.Language, r.Attachments)
	}
	if o := r.Outline; len(o) != 1 || len(o[0].Items) != 2 || len(o[0].Items[0].Items) != 1 {
		t.Errorf("outline is %+v", o)
	}
}

var update = flag.Bool("update", false, "write the digests of the samples anew")

// TestBytesAreTheSameEverywhere compares with digests that every processor has
// to give, and with what many goroutines write at once through one Press.
func TestBytesAreTheSameEverywhere(t *testing.T) {
	files := samples(t)
	var sums strings.Builder
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.Contains(name, "JPEG") || strings.Contains(name, "rich") || strings.Contains(name, "plain") {
			sum := sha256.Sum256(files[name])
			sums.WriteString(hex.EncodeToString(sum[:8]) + " " + name + "\n")
		}
	}
	const golden = "testdata/samples.sums"
	if *update {
		if err := os.WriteFile(golden, []byte(sums.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if sums.String() != string(want) {
		t.Errorf("digests are\n%snot\n%s", &sums, want)
	}
	var press pdf.Press
	var group sync.WaitGroup
	for range 8 {
		doc, photo := pdftest.Rich(t), pdftest.Picture(t)
		group.Go(func() {
			for range 5 {
				var out bytes.Buffer
				err := press.Write(&out, doc, pdftest.Describe(), []*pdf.Image{photo})
				if err != nil || !bytes.Equal(out.Bytes(), files["rich 2a"]) {
					t.Errorf("bytes differ; error %v", err)
				}
			}
		})
	}
	group.Wait()
}

func TestWrongDocumentsAreRefused(t *testing.T) {
	for name, spoil := range map[string]func(d *page.Document, i *pdf.Info){
		"without title":              func(_ *page.Document, i *pdf.Info) { i.Title = "" },
		"without language":           func(_ *page.Document, i *pdf.Info) { i.Language = "" },
		"second generation, no text": func(_ *page.Document, i *pdf.Info) { i.Profile = pdf.UA2 },
		"without pages":              func(d *page.Document, _ *pdf.Info) { d.Pages = nil },
		"without structure":          func(d *page.Document, _ *pdf.Info) { d.Nodes = nil },
		"figure without text":        func(d *page.Document, _ *pdf.Info) { attr(d, page.Figure).Alt = "" },
		"picture that is not there":  func(d *page.Document, _ *pdf.Info) { item(d, page.Image).Picture = 7 },
		"content of an element":      func(d *page.Document, _ *pdf.Info) { item(d, page.Image).Leaf = 1 },
		"link without words":         func(d *page.Document, _ *pdf.Info) { d.Pages[0].Links[0].Contents = "" },
		"link to nowhere":            func(d *page.Document, _ *pdf.Info) { d.Pages[0].Links[0].URL = "" },
		"link without a place":       func(d *page.Document, _ *pdf.Info) { d.Pages[0].Links[0].Rects = nil },
	} {
		t.Run(name, func(t *testing.T) {
			doc, info := pdftest.Rich(t), pdftest.Describe()
			spoil(doc, info)
			var press pdf.Press
			if err := press.Write(io.Discard, doc, info, []*pdf.Image{pdftest.Picture(t)}); err == nil {
				t.Error("is written")
			}
		})
	}
}

// attr is what the first node of a role has.
func attr(d *page.Document, role page.Role) *page.Attr {
	for i := range d.Nodes {
		if d.Nodes[i].Role == role {
			return d.Attr(int32(i))
		}
	}
	return nil
}

// item is the first item of a kind.
func item(d *page.Document, kind page.Kind) *page.Item {
	for p := range d.Pages {
		for i := range d.Pages[p].Items {
			if it := &d.Pages[p].Items[i]; it.Kind == kind {
				return it
			}
		}
	}
	return nil
}

// failing fails at the n-th write.
type failing struct{ left int }

func (f *failing) Write(b []byte) (int, error) {
	if f.left--; f.left < 0 {
		return 0, io.ErrShortWrite
	}
	return len(b), nil
}

func TestErrorsOfTheWriterAreReported(t *testing.T) {
	var press pdf.Press
	if err := press.Write(&failing{}, pdftest.Plain(t), pdftest.Describe(), nil); err == nil {
		t.Error("no error")
	}
}

func BenchmarkWrite(b *testing.B) {
	doc, photo := pdftest.Rich(b), pdftest.Picture(b)
	info := pdftest.Describe()
	var press pdf.Press
	b.ReportAllocs()
	for b.Loop() {
		if err := press.Write(io.Discard, doc, info, []*pdf.Image{photo}); err != nil {
			b.Fatal(err)
		}
	}
}
