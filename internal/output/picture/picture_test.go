package picture_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/digest"
	"stadtbote/internal/output"
	images "stadtbote/internal/output/picture"
	"stadtbote/internal/picture"
	"stadtbote/internal/picture/metadata"
	"stadtbote/internal/recent"
	"stadtbote/internal/site"
)

// counting is a store that counts.
type counting struct {
	*recent.Bytes
	mu    sync.Mutex
	saved map[digest.Sum]int
}

func (c *counting) Save(key digest.Sum, data []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.saved[key]++
	c.Bytes.Save(key, data)
}

// gallery is a site with one photo of 1000 × 800 pixels.
type gallery struct {
	files  fstest.MapFS
	credit string
	store  *counting
}

func newGallery(t *testing.T) *gallery {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, 1000, 800))
	for i := range m.Pix {
		m.Pix[i] = uint8(i * i / 99)
	}
	m.Set(0, 0, color.White)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return &gallery{
		files: fstest.MapFS{"content/meldungen/foto.jpg": {Data: b.Bytes()}}, credit: "Stadt",
		store: &counting{Bytes: recent.New(64 << 20), saved: map[digest.Sum]int{}},
	}
}

func (g *gallery) plan(t *testing.T) []output.File {
	t.Helper()
	info, err := picture.Read("content/meldungen/foto.jpg", bytes.NewReader(g.files["content/meldungen/foto.jpg"].Data))
	if err != nil {
		t.Fatal(err)
	}
	a := &article.Article{
		Path: "content/meldungen/a.md", Title: "A", Slug: "a", Teaser: "x", Date: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC),
		Pictures: []article.Picture{{File: article.Value{Text: "foto.jpg"}, Alt: "x", Credit: g.credit}},
	}
	s, _ := site.Assemble(site.Input{Config: config.Default(), Articles: []*article.Article{a}, Pictures: map[string]picture.Info{info.Path: info}, Now: a.Date.AddDate(1, 0, 0)})
	var files []output.File
	for f := range images.New(images.Input{Folder: g.files, Store: g.store}).Plan(s) {
		files = append(files, f)
	}
	return files
}

func TestVersionsAreMadeOnceHoweverManyAskForThem(t *testing.T) {
	g := newGallery(t)
	files := g.plan(t)
	if len(files) != 3 {
		t.Fatalf("%d files", len(files))
	}
	var all sync.WaitGroup
	for _, f := range append(files, files...) {
		all.Go(func() {
			var b bytes.Buffer
			if err := f.Make(&b); err != nil {
				t.Error(err)
			}
			if said := metadata.Read(b.Bytes()); said.Credit != "Stadt" {
				t.Errorf("%s says %+v", f.Path, said.Notes)
			}
		})
	}
	all.Wait()
	if len(g.store.saved) != 3 {
		t.Errorf("%d versions kept", len(g.store.saved))
	}
	for _, times := range g.store.saved {
		if times != 1 {
			t.Errorf("made %d times", times)
		}
	}
}

func TestAnotherCreditScalesNothingAgain(t *testing.T) {
	g := newGallery(t)
	for _, f := range g.plan(t) {
		if err := f.Make(&bytes.Buffer{}); err != nil {
			t.Fatal(err)
		}
	}
	g.credit = "Erika Muster"
	for _, f := range g.plan(t) {
		var b bytes.Buffer
		if err := f.Make(&b); err != nil || !strings.Contains(b.String(), "Erika Muster") {
			t.Errorf("%s: %v", f.Path, err)
		}
	}
	if len(g.store.saved) != 3 {
		t.Errorf("%d versions kept", len(g.store.saved))
	}
}

func TestASourceThatChangedMeanwhileIsTold(t *testing.T) {
	for name, change := range map[string]func(g *gallery){
		"other bytes": func(g *gallery) {
			g.files["content/meldungen/foto.jpg"].Data = append(g.files["content/meldungen/foto.jpg"].Data, 0)
		},
		"gone": func(g *gallery) { delete(g.files, "content/meldungen/foto.jpg") },
	} {
		g := newGallery(t)
		files := g.plan(t)
		change(g)
		changed, ok := errors.AsType[*output.ChangedError](files[0].Make(&bytes.Buffer{}))
		if !ok || changed.Path != "content/meldungen/foto.jpg" {
			t.Errorf("%s: not told", name)
		}
	}
}
