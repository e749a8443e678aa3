package site_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/digest"
	"stadtbote/internal/markdown"
	"stadtbote/internal/site"
)

// corpus returns n reports like those of a large town: tags by Zipf's law,
// eight sections, an external link in each body.
func corpus(n int) site.Input {
	random := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(random, 1.1, 8, uint64(min(1280, n/20+3)))
	first := time.Date(2015, 1, 5, 8, 0, 0, 0, time.UTC)
	articles := make([]*article.Article, n)
	for i := range articles {
		a := &article.Article{
			Path:    fmt.Sprintf("content/meldungen/%d/bauausschuss-prueft-radweg-%d.md", 2015+i*10/n, i),
			Title:   fmt.Sprintf("Bauausschuss prüft Radweg: Marktplatz %d", i),
			Teaser:  "Die Kosten für das Vorhaben belaufen sich auf 300 000 Euro. Der Eintritt ist frei.",
			Slug:    fmt.Sprintf("bauausschuss-prueft-radweg-%d", i),
			Date:    first.Add(time.Duration(i) * time.Hour),
			Section: article.Value{Text: fmt.Sprintf("Rubrik %d", random.IntN(8))},
			Source:  digest.String(fmt.Sprint(i)),
		}
		a.Facts.Refs = []markdown.Ref{{Dest: "https://rat.example.org/vorlage/12"}}
		for range 3 + random.IntN(4) {
			a.Tags = append(a.Tags, article.Value{Text: fmt.Sprintf("Stichwort %d", zipf.Uint64())})
		}
		articles[i] = a
	}
	random.Shuffle(n, func(i, j int) { articles[i], articles[j] = articles[j], articles[i] })
	return site.Input{Config: config.Default(), Data: &config.Data{}, Articles: articles, Now: now}
}

func BenchmarkAssemble(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		in := corpus(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				site.Assemble(in)
			}
		})
	}
}

// BenchmarkAssembleAfterAnEdit is what a preview does when an author saved one
// article.
func BenchmarkAssembleAfterAnEdit(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		for _, edit := range []articleEdit{
			{"body", func(*article.Article) {}},
			{"title", func(a *article.Article) { a.Title += "!" }},
			{"tags", func(a *article.Article) { a.Tags = a.Tags[1:] }},
		} {
			b.Run(fmt.Sprint(n, "/", edit.name), func(b *testing.B) {
				in := corpus(n)
				in.Keep = true
				before, _ := site.Assemble(in)
				old := in.Articles[n/2]
				changed := *old
				changed.Source = digest.String("anders")
				edit.do(&changed)
				articles := [2]*article.Article{old, &changed}
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					in.Articles[n/2] = articles[i%2]
					in.Before = before
					now := in
					now.Articles = append([]*article.Article(nil), in.Articles...)
					before, _ = site.Assemble(now)
				}
			})
		}
	}
}
