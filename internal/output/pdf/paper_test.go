package pdf_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"image/jpeg"
	"strings"
	"testing"

	"stadtbote/internal/digest"
	"stadtbote/internal/output/pdf"
	"stadtbote/internal/pdf/cos"
	"stadtbote/internal/pdf/pdftest"
)

// pressPhoto is a photograph of that size with much detail.
func pressPhoto(t testing.TB, width, height int) []byte {
	t.Helper()
	m := image.NewYCbCr(image.Rect(0, 0, width, height), image.YCbCrSubsampleRatio420)
	for i, at := 0, uint32(1); i < len(m.Y); i++ {
		at = at*1664525 + 1013904223
		m.Y[i] = byte(i/width*200/height) + byte(at>>27)
	}
	for i := range m.Cb {
		m.Cb[i], m.Cr[i] = byte(i), 128
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 98}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// shelf is a pdf.Store that counts.
type shelf struct {
	kept         map[digest.Sum][]byte
	loads, saves int
}

func (s *shelf) Load(key digest.Sum) ([]byte, bool) {
	data, known := s.kept[key]
	if known {
		s.loads++
	}
	return data, known
}

func (s *shelf) Save(key digest.Sum, data []byte) {
	s.saves++
	s.kept[key] = data
}

// photographs are width and height of the pictures of a file.
func photographs(t testing.TB, file []byte) (sizes [][2]int) {
	t.Helper()
	f, err := cos.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	count, _ := f.Integer(f.Trailer["Size"])
	for n := range count {
		if s, ok := f.Resolve(cos.Ref{Number: n}).(*cos.Stream); ok && s.Dict["Subtype"] == cos.Name("Image") {
			w, _ := f.Integer(s.Dict["Width"])
			h, _ := f.Integer(s.Dict["Height"])
			sizes = append(sizes, [2]int{w, h})
		}
	}
	return sizes
}

// TestPressPhotographsAreScaledForPaper makes a file with a large photograph,
// one that is just right, and a large drawing.
func TestPressPhotographsAreScaledForPaper(t *testing.T) {
	n := newNewsroom()
	n.add("content/meldungen/gross.jpg", pressPhoto(t, 3000, 2000))
	n.add("content/meldungen/passend.jpg", pressPhoto(t, 1500, 900))
	n.report("bilder", "![Groß](gross.jpg)\n\n![Passend](passend.jpg)\n")
	in := n.input(t)
	store := &shelf{kept: map[digest.Sum][]byte{}}
	in.Store = store
	var files [2]bytes.Buffer
	for i := range files {
		for f := range pdf.New(in).Plan(n.assemble(t)) {
			if err := f.Make(&files[i]); err != nil {
				t.Fatal(err)
			}
		}
	}
	if store.saves != 1 || store.loads != 1 || !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Errorf("%d saved, %d loaded", store.saves, store.loads)
	}
	for key, data := range store.kept {
		const want = "e50812c515bb2454"
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:8]) != want {
			t.Errorf("the scaled photograph is %x, not %s: if the change is wanted, write it here", sum[:8], want)
		}
		found := false
		for k := range pdf.Keys(n.assemble(t)) {
			found = found || k == key
		}
		if !found {
			t.Error("Keys lacks the scaled photograph")
		}
	}
	sizes := photographs(t, files[0].Bytes())
	if len(sizes) != 2 || sizes[0] != [2]int{1418, 945} || sizes[1] != [2]int{1500, 900} {
		t.Errorf("the pictures have %v pixels", sizes)
	}
	if verdict := pdftest.VeraPDF(t, map[string][]byte{"": files[0].Bytes()})[""].String(); verdict != "2a ua1" {
		t.Errorf("judged %s", verdict)
	}
}

// TestDamagedLargePhotographsLeaveTheirDescription cuts a photograph in two.
func TestDamagedLargePhotographsLeaveTheirDescription(t *testing.T) {
	n := newNewsroom()
	data := pressPhoto(t, 2400, 1600)
	n.add("content/meldungen/halb.jpg", data[:len(data)/2])
	n.report("halb", "![Ein halbes Bild](halb.jpg)\n")
	file := n.made(t)["halb"]
	if read := pdftest.Text(t, file); !strings.Contains(read, "Ein halbes Bild") || len(photographs(t, file)) > 0 {
		t.Errorf("the description is missing, or half a picture is shown: %q", read)
	}
}
