package feed

import (
	"bytes"
	"fmt"
	"io"
	"testing"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/digest"
	"stadtbote/internal/markdown"
	"stadtbote/internal/site"
)

// A feed of twenty reports of 3 KB: a site of 10,000 has eight hundred of them.
func BenchmarkFeed(b *testing.B) {
	var articles []*article.Article
	for i := range 20 {
		articles = append(articles, &article.Article{
			Path: fmt.Sprintf("content/meldungen/%d.md", i), Slug: fmt.Sprint(i), Title: "Umbau am Marktplatz",
			Teaser: "Die Arbeiten beginnen im Frühjahr.", Date: time.Date(2024, 1, i+1, 0, 0, 0, 0, time.UTC), Source: digest.String(fmt.Sprint(i)),
		})
	}
	s, _ := site.Assemble(site.Input{Config: config.Default(), Articles: articles, Now: time.Date(2024, 6, 1, 0, 0, 0, 0, time.UTC)})
	body := bytes.Repeat([]byte(`<p>Der Umbau dauert nach Angaben der Verwaltung <a href="https://rat.example/">noch bis zum Mai</a>.</p>`+"\n"), 30)
	kind := New(func(*site.Entry) (markdown.Fragment, error) { return markdown.Fragment{HTML: body}, nil })
	for f := range kind.Plan(s) {
		b.Run(f.Path, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := f.Make(io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
