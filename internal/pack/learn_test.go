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
// are right; these are short for what the samples have.
func TestLearnCodes(t *testing.T) {
	if *folder == "" {
		t.Skip("run with -learn FOLDER to write the codes anew")
	}
	samples := map[string][][]byte{}
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
		letters := learn(samples[sort])
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
func gather(t *testing.T, into map[string][][]byte, path string) {
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
		if s.Dict["Type"] == cos.Name("XRef") {
			delete(s.Dict, "DecodeParms") // what is deflated are the differences of rows
		}
		if data, err := f.Data(s); err == nil && len(data) <= Limit {
			sort := sortOf(s.Dict, data)
			into[sort] = append(into[sort], data)
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

// learn makes the sizes of the codes for data like the samples, as New takes them.
// What no sample has gets a code, too. Samples are at most Limit long.
func learn(samples [][]byte) string {
	var literal [literals]int
	var distance [distances]int
	var e Encoder
	for _, data := range samples {
		e.parse(data)
		for _, k := range e.tokens {
			if k <= endOfBlock {
				literal[k]++
				continue
			}
			symbol, _, _ := lengthSymbol(int(k >> 15))
			literal[symbol]++
			symbol, _, _ = distanceSymbol(int(k&(window-1)) + 1)
			distance[symbol]++
		}
	}
	sizes := lengths(literal[:]) + lengths(distance[:])
	return strings.Map(func(r rune) rune { return r + 'a' - 1 }, sizes)
}

// lengths are the sizes of the codes of symbols that occur so often. One that
// does not occur gets a code as well.
func lengths(counts []int) string {
	weights := make([]int, len(counts))
	for i, n := range counts {
		weights[i] = 16*n + 1
	}
	return limited(weights, 15)
}
