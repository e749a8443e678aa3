package cos_test

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"stadtbote/internal/pdf/cos"
)

// build makes a file with a cross-reference table from the values of objects
// 1, 2, 3, …; the first is the catalog.
func build(trailer string, objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Root 1 0 R/Size %d%s>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, at)
	return b.Bytes()
}

func open(t *testing.T, data []byte) *cos.File {
	t.Helper()
	f, err := cos.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestObjects(t *testing.T) {
	f := open(t, build("",
		"<</Type/Catalog/A[1 -2 .5 -.0625 true false null 3 0 R]/B(a\\(b\\)\\101\\\n\\r)/C<48 656C6C6F2>/D#20E/F>>",
		"<</G<</H 1>>>>", "7"))
	c := f.Catalog()
	want := cos.Array{cos.Integer(1), cos.Integer(-2), cos.Real(500), cos.Real(-62), true, false, nil, cos.Ref{Number: 3}}
	if got := f.Array(c["A"]); !reflect.DeepEqual(got, want) {
		t.Errorf("array is %v, not %v", got, want)
	}
	if got := c["B"]; got != cos.String("a(b)A\r") {
		t.Errorf("literal string is %q", got)
	}
	if got := c["C"]; got != cos.String("Hello ") {
		t.Errorf("hexadecimal string is %q", got)
	}
	if got := c["D E"]; got != cos.Name("F") {
		t.Errorf("escaped name leads to %v", got)
	}
	if got, _ := f.Integer(f.Array(c["A"])[7]); got != 7 {
		t.Errorf("the reference leads to %d, not 7", got)
	}
	if got := f.Dict(f.Dict(cos.Ref{Number: 2})["G"])["H"]; got != cos.Integer(1) {
		t.Errorf("nested dictionary holds %v", got)
	}
}

func TestReferencesInACircleAreNull(t *testing.T) {
	f := open(t, build("", "<</A 2 0 R>>", "3 0 R", "2 0 R"))
	if got := f.Resolve(f.Catalog()["A"]); got != nil {
		t.Errorf("a circle resolves to %v", got)
	}
}

func TestStreamWithWrongLengthEndsAtEndstream(t *testing.T) {
	f := open(t, build("", "<</S 2 0 R>>", "<</Length 3>>stream\nabcdef\nendstream"))
	data, err := f.Data(f.Stream(f.Catalog()["S"]))
	if err != nil || string(data) != "abcdef" {
		t.Errorf("data is %q, error %v", data, err)
	}
}

func TestFilters(t *testing.T) {
	for name, c := range map[string]struct{ dict, data, want string }{
		"ASCIIHex":  {"/Filter/ASCIIHexDecode", "48 65 6c6C 6f>", "Hello"},
		"ASCII85":   {"/Filter[/ASCII85Decode]", "87cURDZ~>", "Hello"},
		"RunLength": {"/Filter/RunLengthDecode", "\x01He\xfel\x00o\x80", "Helllo"},
		"LZW":       {"/Filter/LZWDecode", "\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", "-----A---B"},
		"two":       {"/Filter[/ASCIIHexDecode/ASCIIHexDecode]", "34 38>", "H"},
		"Up":        {"/Filter/ASCIIHexDecode/DecodeParms<</Predictor 12/Columns 2>>", "02 0102 02 0101>", "\x01\x02\x02\x03"},
		"Paeth":     {"/Filter/ASCIIHexDecode/DecodeParms<</Predictor 15/Columns 2>>", "00 0102 04 0101>", "\x01\x02\x02\x03"},
		"TIFF":      {"/Filter/ASCIIHexDecode/DecodeParms<</Predictor 2/Columns 3>>", "01 01 01>", "\x01\x02\x03"},
	} {
		t.Run(name, func(t *testing.T) {
			f := open(t, build("", "<</S 2 0 R>>", "<<"+c.dict+">>stream\n"+c.data+"\nendstream"))
			got, err := f.Data(f.Stream(f.Catalog()["S"]))
			if err != nil || string(got) != c.want {
				t.Errorf("unpacks to %q, not %q; error %v", got, c.want, err)
			}
		})
	}
}

func TestTextStrings(t *testing.T) {
	for in, want := range map[string]string{
		"(Gr\\374\\337e \\214x\\215)": "Grüße „x“",
		"<FEFF0141D83DDE00>":          "Ł😀",
		"<FFFE4101>":                  "Ł",
		"<EFBBBFC581>":                "Ł",
	} {
		f := open(t, build("", "<</T "+in+">>"))
		if got, _ := f.Text(f.Catalog()["T"]); got != want {
			t.Errorf("%s is %q, not %q", in, got, want)
		}
	}
}

func TestUnreadableFilesAreRefused(t *testing.T) {
	good := build("", "<</Type/Catalog>>")
	for name, c := range map[string]struct {
		data string
		want error
	}{
		"empty":                     {"", cos.ErrNoPDF},
		"a text":                    {"Guten Tag", cos.ErrNoPDF},
		"without its end":           {string(good[:12]), cos.ErrNoObjects},
		"startxref beyond the file": {"%PDF-1.7\nstartxref\n99999\n%%EOF", cos.ErrNoObjects},
		"without a catalog":         {strings.NewReplacer("/Type/Catalog", "/Type/Other", "/Root 1", "/Root 9").Replace(string(good)), cos.ErrNoObjects},
		"encrypted":                 {string(build("/Encrypt<</P -4>>", "<</Type/Catalog>>")), cos.ErrEncrypted},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := cos.Open([]byte(c.data))
			if err == nil || !strings.HasPrefix(err.Error(), c.want.Error()) {
				t.Errorf("error is %v, not %v", err, c.want)
			}
		})
	}
}

func TestBombIsNotUnpacked(t *testing.T) {
	data := bytes.Repeat([]byte("\x81x"), 1<<20) // run lengths of 128
	f := open(t, build("", "<</S 2 0 R>>", "<</Filter/RunLengthDecode>>stream\n"+string(data)+"\nendstream"))
	if got, err := f.Data(f.Stream(f.Catalog()["S"])); err == nil {
		t.Errorf("unpacks to %d bytes without error", len(got))
	}
}

func TestOperations(t *testing.T) {
	var got []string
	for op := range cos.Operations([]byte("q 1 0 0 1 5 5 cm\n[(a)-20(b)]TJ /P<</MCID 0>>BDC BI/W 1 ID \x00EIx EI Q")) {
		got = append(got, fmt.Sprint(op.Name, len(op.Operands)))
	}
	want := []string{"q0", "cm6", "TJ1", "BDC2", "BI1", "Q0"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("operations are %v, not %v", got, want)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(build("", "<</Type/Catalog/A[1 2 0 R]>>", "<</Length 3>>stream\nabc\nendstream"))
	f.Add(build("/Prev 9", "<</Type/Catalog>>"))
	f.Add([]byte("%PDF-1.5\n1 0 obj<</Type/XRef/W[1 1 1]/Size 2/Root 1 0 R/Length 6>>stream\n\x00\x00\x00\x01\x09\x00\nendstream endobj startxref\n9\n%%EOF"))
	f.Fuzz(func(_ *testing.T, data []byte) {
		file, err := cos.Open(data)
		if err != nil {
			return
		}
		for n := range 50 {
			o := file.Resolve(cos.Ref{Number: n})
			if s, ok := o.(*cos.Stream); ok {
				content, _ := file.Data(s)
				for op := range cos.Operations(content) {
					_ = op.Name
				}
			}
			file.Text(o)
			for _, k := range file.Dict(o).Keys() {
				file.Resolve(file.Dict(o)[k])
			}
		}
	})
}
