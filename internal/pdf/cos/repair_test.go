package cos_test

import (
	"bytes"
	"strings"
	"testing"

	"stadtbote/internal/pdf/cos"
	"stadtbote/internal/pdf/pdftest"
)

// TestDamagedListsOfObjectsAreRepaired breaks the list of objects in the ways
// that transfers and old programs do.
func TestDamagedListsOfObjectsAreRepaired(t *testing.T) {
	good := string(build("", "<</Type/Catalog/Pages 2 0 R/Mark 7>>", "<</Type/Pages/Kids[]/Count 0>>"))
	for name, data := range map[string]string{
		"startxref that leads nowhere":   strings.Replace(good, "startxref\n", "startxref\n9", 1),
		"a line more at the beginning":   strings.Replace(good, "%PDF-1.7\n", "%PDF-1.7\n% made by hand\n", 1),
		"the end is cut off":             good[:strings.Index(good, "xref")],
		"the catalog is another object":  strings.Replace(good, "/Root 1", "/Root 9", 1),
		"an older version of the object": strings.Replace(good, "%PDF-1.7\n", "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Mark 6>>\nendobj\n", 1),
		"line ends of another system":    strings.ReplaceAll(good, "\n", "\r\n"),
	} {
		f, err := cos.Open([]byte(data))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !f.Repaired || f.Catalog()["Mark"] != cos.Integer(7) {
			t.Errorf("%s: repaired %v, catalog %v", name, f.Repaired, f.Catalog())
		}
	}
	if f := open(t, []byte(good)); f.Repaired {
		t.Error("a good file is repaired")
	}
}

// TestObjectStreamsAreFoundAgain cuts the cross-reference stream off a file
// whose objects lie in object streams.
func TestObjectStreamsAreFoundAgain(t *testing.T) {
	file := pdftest.Write(t, pdftest.Rich(t), pdftest.Describe(), pdftest.Picture(t))
	whole, cut := open(t, file), open(t, file[:bytes.LastIndex(file, []byte("/Type/XRef"))])
	if whole.Repaired || !cut.Repaired {
		t.Errorf("repaired: the whole file %v, the cut one %v", whole.Repaired, cut.Repaired)
	}
	if got, want := len(cut.Catalog()), len(whole.Catalog()); got != want {
		t.Errorf("the catalog has %d entries, not %d", got, want)
	}
}
