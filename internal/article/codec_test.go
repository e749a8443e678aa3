package article_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/frontmatter"
	"stadtbote/internal/lang"
	"stadtbote/internal/markdown"
	"stadtbote/internal/source"
)

// filler gives every field of a value something of its own, so that a field
// which the codec forgets is found.
type filler struct{ n int }

func (f *filler) fill(v reflect.Value) {
	f.n++
	if v.Type() == reflect.TypeFor[time.Time]() {
		v.Set(reflect.ValueOf(time.Unix(int64(f.n)*1_000_003, int64(f.n)).In(lang.Berlin())))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for _, field := range v.Fields() {
			f.fill(field)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			f.fill(v.Index(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			f.fill(v.Index(i))
		}
	case reflect.String:
		v.SetString(strings.Repeat("ä", f.n%90) + fmt.Sprint(f.n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(int64(f.n) * 7)
	case reflect.Uint8:
		v.SetUint(uint64(f.n % 256))
	default:
		panic("no rule for " + v.Type().String())
	}
}

func filled() *article.Article {
	a := &article.Article{}
	(&filler{}).fill(reflect.ValueOf(a).Elem())
	return a
}

func TestDecodeReturnsEverythingButTheBody(t *testing.T) {
	a := filled()
	want := *a
	want.Body = markdown.Fragment{}
	buf := article.AppendTo([]byte("davor"), a)
	buf = article.AppendTo(buf, &article.Article{Path: "zweiter"})
	got, rest, err := article.Decode(string(buf[len("davor"):]))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(*got, want) {
		t.Errorf("\n got %+v\nwant %+v", *got, want)
	}
	second, rest, err := article.Decode(rest)
	if err != nil || len(rest) != 0 || !reflect.DeepEqual(second, &article.Article{Path: "zweiter"}) {
		t.Errorf("second %+v, %d bytes left, %v", second, len(rest), err)
	}
}

// Each claim is stored by itself: all true at once would hide a mix-up.
func TestDecodeTellsClaimsApart(t *testing.T) {
	for _, set := range []func(a *article.Article){
		func(a *article.Article) { a.Broken = true }, func(a *article.Article) { a.HasTime = true },
		func(a *article.Article) { a.Draft = true }, func(a *article.Article) { a.Withdrawn = true },
		func(a *article.Article) { a.Paid = true }, func(a *article.Article) { a.Facts.HasItalic = true },
		func(a *article.Article) { a.Release = true }, func(a *article.Article) { a.Easy = true },
		func(a *article.Article) { a.Happening = &article.Happening{AllDay: true} },
		func(a *article.Article) { a.Happening = &article.Happening{Cancelled: true} },
		func(a *article.Article) { a.Happening = &article.Happening{Moved: true} },
		func(a *article.Article) { a.Happening = &article.Happening{FromTime: true} },
		func(a *article.Article) { a.Facts.HasTable = true }, func(a *article.Article) { a.Facts.BeyondASCI = true },
	} {
		a := &article.Article{}
		set(a)
		got, _, err := article.Decode(string(article.AppendTo(nil, a)))
		if err != nil || !reflect.DeepEqual(got, a) {
			t.Errorf("got %+v, want %+v, %v", got, a, err)
		}
	}
}

func TestDecodeRefusesWhatIsCutOffOrChanged(t *testing.T) {
	whole := article.AppendTo(nil, filled())
	for n := range len(whole) {
		if _, _, err := article.Decode(string(whole[:n])); !errors.Is(err, article.ErrStored) {
			t.Fatalf("%d of %d bytes: %v", n, len(whole), err)
		}
	}
	shorter := bytes.Clone(whole)
	shorter[0]-- // the length
	if _, _, err := article.Decode(string(shorter)); !errors.Is(err, article.ErrStored) {
		t.Errorf("a wrong length: %v", err)
	}
}

// Whatever the bytes: no panic, and what is read can be stored again.
func FuzzDecode(f *testing.F) {
	f.Add(article.AppendTo(nil, filled()))
	f.Add(article.AppendTo(nil, &article.Article{}))
	f.Fuzz(func(t *testing.T, buf []byte) {
		a, rest, err := article.Decode(string(buf))
		if err != nil {
			return
		}
		again, _, err := article.Decode(string(article.AppendTo(nil, a)))
		if err != nil || !reflect.DeepEqual(a, again) || len(rest) >= len(buf) {
			t.Errorf("%+v became %+v, %v", a, again, err)
		}
	})
}

// corpus returns articles of the bench, or this repository's own.
func corpus(b *testing.B) (paths []string, texts [][]byte) {
	b.Helper()
	folder := os.Getenv("STADTBOTE_BENCH")
	if folder == "" {
		folder = filepath.Join("..", "..")
	}
	fsys := os.DirFS(folder)
	files, _, err := source.Scan(fsys, article.Reports)
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range files {
		if !article.IsText(f.Path) {
			continue
		}
		text, _, err := source.Read(fsys, f.Path)
		if err != nil {
			b.Fatal(err)
		}
		paths, texts = append(paths, f.Path), append(texts, text)
	}
	return paths, texts
}

func BenchmarkFrontMatter(b *testing.B) {
	paths, texts := corpus(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		frontmatter.Parse(paths[i%len(paths)], texts[i%len(paths)])
	}
}

func BenchmarkParse(b *testing.B) {
	paths, texts := corpus(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		article.Parse(paths[i%len(paths)], texts[i%len(paths)], german)
	}
}

// BenchmarkParseWithoutText is Parse with hardly any Markdown to read.
func BenchmarkParseWithoutText(b *testing.B) {
	paths, texts := corpus(b)
	for i, text := range texts {
		below := frontmatter.Below(paths[i], text)
		texts[i] = append(bytes.Clone(text[:len(text)-len(below.Text)]), "Text.\n"...)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		article.Parse(paths[i%len(paths)], texts[i%len(paths)], german)
	}
}

func BenchmarkDecode(b *testing.B) {
	paths, texts := corpus(b)
	var stored []string
	for i := range paths {
		stored = append(stored, string(article.AppendTo(nil, article.Parse(paths[i], texts[i], german))))
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if _, _, err := article.Decode(stored[i%len(stored)]); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAppendTo(b *testing.B) {
	paths, texts := corpus(b)
	a := article.Parse(paths[0], texts[0], german)
	var buf []byte
	b.ReportAllocs()
	for b.Loop() {
		buf = article.AppendTo(buf[:0], a)
	}
}
