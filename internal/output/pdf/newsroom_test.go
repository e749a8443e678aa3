package pdf_test

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/digest"
	"stadtbote/internal/markdown"
	"stadtbote/internal/output"
	"stadtbote/internal/output/pdf"
	"stadtbote/internal/picture"
	"stadtbote/internal/site"
)

// newsroom is a fictional site in memory.
type newsroom struct {
	files  fstest.MapFS
	config *config.Config
	data   *config.Data
}

// front is the front matter of every report in the tests.
const front = "---\ntitel: Krähwinkel baut „schnell“\ndachzeile: Krähwinkel / Posemuckel\ndatum: 9.11.2018\n" +
	"teaser: Zwei Orte, ein Netz.\nrubrik: Politik\nstichwörter: [Glasfaser, Tiefbau]\norte: [Krähwinkel, Posemuckel]\nkürzel: em\n"

func newNewsroom() *newsroom {
	c := config.Default()
	c.Title, c.BaseURL = "Musterbote", "https://musterbote.example/"
	c.Publisher.Name = "Stadt Krähwinkel"
	return &newsroom{
		files: fstest.MapFS{}, config: c, data: &config.Data{Editors: map[string]string{"em": "Erna Muster"}},
	}
}

// report adds a report with that text.
func (n *newsroom) report(name, text string) {
	n.add("content/meldungen/"+name+".md", []byte(front+"slug: "+name+"\n---\n"+text))
}

func (n *newsroom) add(path string, data []byte) {
	n.files[path] = &fstest.MapFile{Data: data}
}

// photograph is a small picture of that width, as JPEG or PNG.
func photograph(t testing.TB, kind string) []byte {
	t.Helper()
	m := image.NewNRGBA(image.Rect(0, 0, 90, 60))
	draw.Draw(m, m.Bounds(), image.NewUniform(color.NRGBA{20, 90, 160, 255}), image.Point{}, draw.Src)
	var b bytes.Buffer
	var err error
	if kind == "png" {
		m.Set(0, 0, color.Transparent)
		err = png.Encode(&b, m)
	} else {
		err = jpeg.Encode(&b, m, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func (n *newsroom) rules() article.Rules { return article.Rules{Language: n.config.Language} }

// assemble makes the site.
func (n *newsroom) assemble(t testing.TB) *site.Site {
	t.Helper()
	in := site.Input{
		Config: n.config, Data: n.data, Pictures: map[string]picture.Info{},
		Now: time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC),
	}
	for _, name := range names(n.files) {
		data := n.files[name].Data
		if _, is := article.KindOf(name); is {
			if a := article.Parse(name, data, n.rules()); !a.Broken {
				in.Articles = append(in.Articles, a)
			}
		} else if info := stated(data); info.Type != "" {
			info.Path, info.Digest = name, digest.Bytes(data)
			in.Pictures[name] = *info
		}
	}
	s, _ := site.Salvage(in)
	return s
}

func names(files fstest.MapFS) []string {
	var list []string
	_ = fs.WalkDir(files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			list = append(list, path)
		}
		return err
	})
	return list
}

// texts is an output.Texts.
func (n *newsroom) texts(e *site.Entry) ([]byte, *markdown.Document, error) {
	text := n.files[e.Path].Data
	return text, article.Document(e.Article, text, n.rules()), nil
}

// plan returns the planned files by their names without folder and ending.
func (n *newsroom) plan(t testing.TB) map[string]output.File {
	t.Helper()
	files := map[string]output.File{}
	for f := range pdf.New(n.input(t)).Plan(n.assemble(t)) {
		name := f.Path[strings.LastIndexByte(f.Path, '/')+1:]
		files[strings.TrimSuffix(name, ".pdf")] = f
	}
	return files
}

// input is what PDF documents are made with.
func (n *newsroom) input(t testing.TB) pdf.Input {
	t.Helper()
	fonts, ds, err := pdf.LoadFonts(n.files, n.config.PDF.Fonts)
	if err != nil || len(ds) > 0 {
		t.Fatal(err, ds)
	}
	return pdf.Input{Texts: n.texts, Fonts: fonts, Folder: n.files}
}

// made are the bytes of all PDF versions, by name.
func (n *newsroom) made(t testing.TB) map[string][]byte {
	t.Helper()
	made := map[string][]byte{}
	for name, f := range n.plan(t) {
		var b bytes.Buffer
		if err := f.Make(&b); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		made[name] = b.Bytes()
	}
	return made
}
