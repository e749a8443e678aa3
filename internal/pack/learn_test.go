package pack

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stadtbote/internal/pdf/cos"
)

var folder = flag.String("learn", "", "a `folder` of PDF files from which the codes of package pdf are learned anew")

// sorts are the sorts of streams that package pdf has codes for.
var sorts = []string{"contents", "glyphs", "charmaps", "objects", "metadata", "entries"}

// TestLearnCodes writes the constants by which package pdf deflates. Any codes
// are right; these are short for the symbols that the samples were written with.
func TestLearnCodes(t *testing.T) {
	if *folder == "" {
		t.Skip("run with -learn FOLDER to write the codes anew")
	}
	samples := map[string]*counts{"others": {}}
	for _, sort := range sorts {
		samples[sort] = new(counts)
	}
	err := filepath.WalkDir(*folder, func(path string, _ os.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".pdf" {
			gather(t, samples, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("package pdf\n\n// Codes for package pack, by sort of stream. Made by:\n" +
		"// go test ./internal/pack -run LearnCodes -learn FOLDER\nconst (\n")
	for _, sort := range sorts {
		letters := samples[sort].learn()
		fmt.Fprintf(&b, "\t%sCodes = \"\"", sort)
		for ; letters != ""; letters = letters[min(79, len(letters)):] {
			fmt.Fprintf(&b, " +\n\t\t%q", letters[:min(79, len(letters))])
		}
		b.WriteString("\n")
	}
	b.WriteString(")\n")
	if err := os.WriteFile("../pdf/codes.go", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// gather sorts the streams of a file by what they are.
func gather(t *testing.T, into map[string]*counts, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := cos.Open(data)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	size, _ := f.Integer(f.Trailer["Size"])
	for n := range size {
		s, ok := f.Resolve(cos.Ref{Number: n}).(*cos.Stream)
		if !ok {
			continue
		}
		if data, err := f.Data(s); err == nil && len(data) <= Limit && s.Dict["Filter"] == cos.Name("FlateDecode") {
			into[sortOf(s.Dict, data)].read(s.Raw)
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
