package page_test

import (
	"io"
	"strings"
	"testing"

	"stadtbote/internal/output/page"
	"stadtbote/internal/view"
)

// BenchmarkArticle makes an article's page: view and template.
func BenchmarkArticle(b *testing.B) {
	x := newExample()
	s := x.assemble(b)
	for f := range page.New(loadTheme(b, "de", nil), x.bodiesOf).Plan(s) {
		if !strings.Contains(f.Path, "die-akte") {
			continue
		}
		b.ReportAllocs()
		for b.Loop() {
			if err := f.Make(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkView makes an article's view alone.
func BenchmarkView(b *testing.B) {
	x := newExample()
	s := x.assemble(b)
	builder := view.New(s)
	b.ReportAllocs()
	for b.Loop() {
		builder.Article(s.Articles[0], x.bodies[s.Articles[0].Path])
	}
}

// BenchmarkCards makes a list page whose cards are new each time.
func BenchmarkCards(b *testing.B) {
	x := newExample()
	s := x.assemble(b)
	t := loadTheme(b, "de", nil)
	b.ReportAllocs()
	for b.Loop() {
		v := view.New(s)
		l := v.Listings()[0]
		if err := t.Render(io.Discard, "list.html", v.List(&l, 1)); err != nil {
			b.Fatal(err)
		}
	}
}
