package pdf_test

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
	"stadtbote/internal/output"
	"stadtbote/internal/pdf/matterhorn"
	"stadtbote/internal/pdf/pdftest"
	"stadtbote/internal/site"
	"stadtbote/internal/source"
)

var all = flag.Bool("all", false, "veraPDF judges 200 of the samples instead of 20")

// samples is a newsroom with what people wrote for another generator.
func samples(t testing.TB) *newsroom {
	t.Helper()
	const folder = "../../../../shared/samples"
	if _, err := os.Stat(folder); err != nil {
		t.Skip("../shared is missing: samples of real Markdown lie there")
	}
	n := newNewsroom()
	files, _, err := source.Scan(os.DirFS(folder), "codefor-de")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		text, _, err := source.Read(os.DirFS(folder), f.Path)
		if err == nil && article.IsText(f.Path) && text != nil && !strings.HasPrefix(path.Base(f.Path), "_") {
			n.add("content/meldungen/"+path.Base(f.Path), text)
		}
	}
	return n
}

// TestRealTexts sets what people wrote for another generator: every file is
// good, and has every character of its text, in the order of reading.
func TestRealTexts(t *testing.T) {
	t.Parallel()
	n := samples(t)
	files := n.made(t)
	if len(files) < 200 {
		t.Fatalf("only %d samples were made", len(files))
	}
	entries := map[string]*site.Entry{}
	for _, e := range n.assemble(t).Articles {
		entries[e.Slug] = e
	}
	judged := map[string][]byte{}
	for i, name := range slices.Sorted(maps.Keys(files)) {
		if r, err := matterhorn.Check(files[name]); err != nil || len(r.Findings) > 0 {
			t.Errorf("%s: %+v, error %v", name, r, err)
		}
		if len(judged) < 200 && (*all || i%(len(files)/20) == 0) {
			judged[name] = files[name]
			checkText(t, n, entries[name], files[name])
		}
	}
	for name, verdict := range pdftest.VeraPDF(t, judged) {
		if verdict.String() != "2a ua1" {
			t.Errorf("%s is judged %s", name, verdict)
		}
	}
}

// checkText demands that the text of an article is a subsequence of the text
// of its file in reading order, but for white space, soft hyphens, and what
// its author was told that no font has (SB701). Notes stand elsewhere; articles
// with notes are only counted.
func checkText(t *testing.T, n *newsroom, e *site.Entry, file []byte) {
	t.Helper()
	source, document, err := n.texts(e)
	if err != nil {
		t.Fatal(err)
	}
	if document.Facts().Footnotes > 0 {
		return
	}
	var read strings.Builder
	for line := range strings.Lines(pdftest.Tree(t, file)) {
		if text, ok := strings.CutPrefix(strings.TrimSpace(line), `"`); ok {
			read.WriteString(strings.TrimSuffix(text, `"`))
		}
	}
	rest, text := []rune(bare(read.String())), bare(document.PlainText())
	told := n.told(t, e.Path, source)
	for i, r := range text {
		at := slices.Index(rest, r)
		if at < 0 && strings.ContainsRune(told, r) {
			continue
		}
		if at < 0 {
			t.Errorf("%s: the text ends before %q", e.Path, text[i:min(len(text), i+60)])
			return
		}
		rest = rest[at+1:]
	}
}

// told are the characters of which the author was told that no font has them.
func (n *newsroom) told(t testing.TB, path string, source []byte) string {
	t.Helper()
	var list strings.Builder
	for _, d := range n.input(t).Fonts.Findings(path, source) {
		if d.Code == diag.GlyphMissing {
			list.WriteString(fmt.Sprint(d.Args[0]))
		}
	}
	return list.String()
}

// bare is text without white space and without what only helps to divide it.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text)
}

// BenchmarkMake makes the PDF versions of the samples, one after the other, on
// one core: the time of an article, its Markdown parsed anew.
func BenchmarkMake(b *testing.B) {
	n := samples(b)
	var files []output.File
	plan := n.plan(b)
	for _, name := range slices.Sorted(maps.Keys(plan)) {
		files = append(files, plan[name])
	}
	var first bytes.Buffer
	if err := files[0].Make(&first); err != nil { // reads fonts and patterns
		b.Fatal(err)
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		if err := files[i%len(files)].Make(io.Discard); err != nil {
			b.Fatal(err)
		}
		i++
	}
}
