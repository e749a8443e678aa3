package pdf_test

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"stadtbote/internal/pack"
	"stadtbote/internal/pdf/cos"
)

var learn = flag.Bool("learn", false, "learn the codes of package pack anew from the samples")

// sorts are the sorts of streams that package pdf has codes for.
var sorts = []string{"contents", "glyphs", "charmaps", "objects", "metadata", "entries"}

// TestLearnCodes writes the constants by which streams are deflated. Any
// constants are right; these are short for what the samples have.
func TestLearnCodes(t *testing.T) {
	if !*learn {
		t.Skip("run with -learn to write the codes anew")
	}
	samples := map[string][][]byte{}
	gather(t, samples, samplesAndAll(t))
	var b strings.Builder
	b.WriteString("package pdf\n\n// Codes for package pack, by sort of stream. Made by:\n" +
		"// go test ./internal/output/pdf -run LearnCodes -learn\nconst (\n")
	for _, sort := range sorts {
		letters := pack.Learn(samples[sort])
		fmt.Fprintf(&b, "\t%sCodes = \"\"", sort)
		for ; letters != ""; letters = letters[min(79, len(letters)):] {
			fmt.Fprintf(&b, " +\n\t\t%q", letters[:min(79, len(letters))])
		}
		b.WriteString("\n")
	}
	b.WriteString(")\n")
	if err := os.WriteFile("../../pdf/codes.go", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// samplesAndAll are PDF files of all kinds: those of the samples, and the full
// report in both generations.
func samplesAndAll(t *testing.T) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for i, name := range slices.Sorted(maps.Keys(samples(t).plan(t))) {
		if i%2 == 0 {
			files[name] = nil
		}
	}
	for name, data := range samples(t).made(t) {
		if _, wanted := files[name]; wanted {
			files[name] = data
		}
	}
	for _, profile := range []string{"ua1", "ua2"} {
		n := full(t)
		n.config.PDF.Profile = profile
		files["full "+profile] = n.made(t)["alles"]
	}
	return files
}

// gather sorts the streams of files by what they are.
func gather(t *testing.T, into map[string][][]byte, files map[string][]byte) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f, err := cos.Open(files[name])
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for n := range f.Numbers() {
			s, ok := f.Resolve(cos.Ref{Number: n}).(*cos.Stream)
			if !ok {
				continue
			}
			data, err := f.Data(s)
			if s.Dict["Type"] == cos.Name("XRef") { // as the predictor left it
				delete(s.Dict, "DecodeParms")
				data, err = f.Data(s)
			}
			if err == nil && len(data) <= pack.Limit {
				sort := sortOf(s.Dict, data)
				into[sort] = append(into[sort], data)
			}
		}
	}
}

func sortOf(d cos.Dict, data []byte) string {
	switch {
	case d["Length1"] != nil:
		return "glyphs"
	case d["Type"] == cos.Name("ObjStm"):
		return "objects"
	case d["Type"] == cos.Name("XRef"):
		return "entries"
	case d["Type"] == cos.Name("Metadata"):
		return "metadata"
	case bytes.Contains(data, []byte("begincmap")):
		return "charmaps"
	case d["N"] != nil || d["Subtype"] != nil:
		return "others"
	}
	return "contents"
}
