package leak

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"testing"
)

// zipped is an archive of pairs of names and contents.
func zipped(t testing.TB, pairs ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		entry, err := w.Create(pairs[i])
		if err != nil {
			t.Fatal(err)
		}
		entry.Write([]byte(pairs[i+1]))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// deflated is a PDF file of one stream.
func deflated(stream string) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(stream))
	w.Close()
	return fmt.Appendf(nil, "%%PDF-1.4\n1 0 obj<</Filter/FlateDecode/Length %d>>stream\r\n%s\nendstream endobj\n", b.Len(), b.Bytes())
}

func TestWhatOthersMadeIsOpened(t *testing.T) {
	set := Compile(headline(title))
	docx := zipped(t, "word/document.xml", "<w:p><w:r><w:t>Tee f</w:t></w:r><w:r><w:t>ür alle Bürge</w:t></w:r><w:t>rinnen</w:t></w:p>")
	for name, file := range map[string][]byte{
		"a text in an archive":            zipped(t, "a.txt", "Heute: "+title),
		"a name in an archive":            zipped(t, "2018/tee-für-alle-bürgerinnen.jpg", "\xff\xd8"),
		"a document, its words torn":      docx,
		"a document in an archive":        zipped(t, "presse.docx", string(docx)),
		"a sheet":                         zipped(t, "xl/sharedStrings.xml", "<sst><si><t>Tee für alle</t></si><si><t>Bürgerinnen</t></si></sst>"),
		"a page of a PDF":                 deflated(`BT (Tee f\374r alle B\374rgerinnen) Tj ET`),
		"a line of a PDF, its words torn": deflated(`BT [(T)20(ee f\374r)-250(alle)-250(B\374r)-12(gerinnen)] TJ ET`),
		"the title of a PDF":              []byte("%PDF-1.4\n1 0 obj<</Title(\xfe\xff\x00T\x00e\x00e\x00 \x00f\x00\xfc\x00r\x00 \x00a\x00l\x00l\x00e\x00 \x00B\x00\xfc\x00r\x00g\x00e\x00r\x00i\x00n\x00n\x00e\x00n)>>"),
		"the metadata of a PDF":           deflated("<rdf:li>" + title + "</rdf:li>"),
	} {
		found := 0
		err := Inside(file, func(p Part) error {
			found += len(set.Find([]byte(p.Name))) + len(set.Find(p.Data)) + len(set.Find(p.Text))
			return nil
		})
		if err != nil || found == 0 {
			t.Errorf("%s: %d found, %v", name, found, err)
		}
	}
}

// However much a file says that it holds: there is an end.
func TestABombIsNotOpenedToItsEnd(t *testing.T) {
	zeros := string(make([]byte, 8<<20))
	var many []string
	for i := range 20 {
		many = append(many, fmt.Sprint(i), zeros)
	}
	inner := zipped(t, many...)
	for name, file := range map[string][]byte{
		"an archive":            inner,
		"archives in archives":  zipped(t, "a", string(zipped(t, "b", string(inner)))),
		"a PDF of many streams": bytes.Repeat(deflated(zeros), 20),
	} {
		total := 0
		if err := Inside(file, func(p Part) error { total += len(p.Data); return nil }); err != nil || total > mostInside {
			t.Errorf("%s: %d bytes, %v", name, total, err)
		}
	}
}

func TestTheErrorOfAVisitorEndsTheVisit(t *testing.T) {
	stop := errors.New("stop")
	for _, file := range [][]byte{zipped(t, "a", "b", "c", "d"), deflated("a")} {
		visits := 0
		if err := Inside(file, func(Part) error { visits++; return stop }); !errors.Is(err, stop) || visits != 1 {
			t.Errorf("%d visits, %v", visits, err)
		}
	}
}

func FuzzInside(f *testing.F) {
	f.Add(zipped(f, "a.xml", "<a>b</a>"))
	f.Add(deflated(`[(a\)b)-300(c)] TJ (\\\501`))
	f.Add([]byte("%PDF-stream"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := Inside(data, func(Part) error { return nil }); err != nil {
			t.Fatal(err)
		}
	})
}
