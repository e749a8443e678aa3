package pdf_test

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/goregular"

	"stadtbote/internal/config"
	"stadtbote/internal/output"
	"stadtbote/internal/output/pdf"
	"stadtbote/internal/pdf/pdftest"
)

// builtin are the fonts that come with the program.
func builtin(t testing.TB) *pdf.Fonts {
	t.Helper()
	fonts, _, err := pdf.LoadFonts(nil, config.Fonts{})
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

func TestASiteMayHaveFontsOfItsOwn(t *testing.T) {
	files, names := map[string][]byte{}, map[string][]string{}
	for _, profile := range []string{"ua1", "ua2"} {
		n := full(t)
		n.add("data/go.ttf", goregular.TTF)
		n.add("data/gi.ttf", goitalic.TTF)
		n.add("data/gb.ttf", gobold.TTF)
		n.config.PDF = config.PDF{
			Profile: profile, QR: true,
			Fonts: config.Fonts{Regular: "data/go.ttf", Italic: "data/gi.ttf", Bold: "data/gb.ttf", Headline: "data/gb.ttf"},
		}
		files[profile] = n.made(t)["alles"]
		names[profile] = pdftest.Fonts(t, files[profile])
	}
	for _, font := range []string{"GoRegular", "Go-Bold", "Go-Italic"} {
		if !slices.ContainsFunc(names["ua1"], func(name string) bool { return strings.HasSuffix(name, "+"+font) }) {
			t.Errorf("%s is not among %q", font, names["ua1"])
		}
	}
	if !strings.Contains(pdftest.Text(t, files["ua1"]), "Mit zwölf Stimmen.") {
		t.Error("the text cannot be read")
	}
	want := map[string]string{"ua1": "2a ua1", "ua2": "4f ua2 wt1a wt1r"}
	for name, verdict := range pdftest.VeraPDF(t, files) {
		if verdict.String() != want[name] {
			t.Errorf("%s is judged %s", name, verdict)
		}
	}
}

func TestAFontOfTheSiteIsAnInput(t *testing.T) {
	n := full(t)
	before := named(n.plan(t)["alles"])
	n.add("data/go.ttf", goregular.TTF)
	n.config.PDF.Fonts.Regular = "data/go.ttf"
	one := named(n.plan(t)["alles"])
	n.add("data/go.ttf", gobold.TTF)
	two := named(n.plan(t)["alles"])
	if slices.Equal(before, one) || slices.Equal(one, two) {
		t.Error("another font makes no difference")
	}
}

func TestFontsThatCannotBeUsedAreFindings(t *testing.T) {
	forbidden := bytes.Clone(goregular.TTF)
	at := binary.BigEndian.Uint32(forbidden[bytes.Index(forbidden, []byte("OS/2"))+8:])
	binary.BigEndian.PutUint16(forbidden[at+8:], 2)
	folder := fstest.MapFS{
		"data/half.ttf":   {Data: goregular.TTF[:9000]},
		"data/text.ttf":   {Data: []byte("Das ist ein Text, keine Schrift, und lang genug dafür.")},
		"data/empty.ttf":  {},
		"data/poor.ttf":   {Data: withoutCharacters(goregular.TTF)},
		"data/forbid.ttf": {Data: forbidden},
	}
	for name, want := range map[string]string{
		"data/half.ttf":   "SB703",
		"data/text.ttf":   "SB703",
		"data/empty.ttf":  "SB703",
		"data/poor.ttf":   "SB704",
		"data/forbid.ttf": "SB705",
		"data/none.ttf":   "SB702",
		"data":            "SB001",
	} {
		fonts, ds, err := pdf.LoadFonts(folder, config.Fonts{Bold: name})
		if err != nil || fonts == nil {
			t.Fatal(err)
		}
		if len(ds) != 1 || string(ds[0].Code) != want {
			t.Errorf("%s: %v, not %s", name, ds, want)
		}
	}
}

// withoutCharacters takes the character of the euro sign from a font: its
// table cmap then ends before it.
func withoutCharacters(data []byte) []byte {
	data = bytes.Clone(data)
	at := binary.BigEndian.Uint32(data[bytes.Index(data, []byte("cmap"))+8:])
	for i := at; i < at+4096; i += 2 {
		if binary.BigEndian.Uint16(data[i:]) == 0x20ac {
			binary.BigEndian.PutUint16(data[i:], 0x20ad)
		}
	}
	return data
}

// named returns the inputs of a file.
func named(f output.File) []output.Input { return f.Named() }
