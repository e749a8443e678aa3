// Package pdf makes the PDF version of every report: tagged, archivable, from
// the same Markdown tree as its page.
//
// A report travels through it in four steps: Plan names what its file depends
// on; compose (story.go, body.go, inline.go) turns article and tree into a
// layout.Story; a layout.Setter sets that as pages; a pdf.Press writes them.
// The first step is all that a build does whose articles are unchanged.
//
// Together with markdown it is the only package that knows goldmark's tree.
package pdf

import (
	"fmt"
	"io"
	"io/fs"
	"iter"
	"sync"

	"stadtbote/internal/config"
	"stadtbote/internal/digest"
	"stadtbote/internal/output"
	tagged "stadtbote/internal/pdf"
	"stadtbote/internal/picture"
	"stadtbote/internal/site"
	"stadtbote/internal/theme"
	"stadtbote/internal/typeset/hyphen"
	"stadtbote/internal/typeset/layout"
	"stadtbote/internal/view"
)

// Input is what the PDF versions are made with, besides the site.
type Input struct {
	Texts  output.Texts
	Fonts  *Fonts
	Folder fs.FS // the site's folder: pictures of articles
	Static fs.FS // the program's own static/, rooted there; for pictures that articles show
	Store  Store // for pictures that were scaled down; may be nil
}

// kind is output.Kind. Patterns are read when the first file is made, then
// shared by all goroutines.
type kind struct {
	Input
	press  tagged.Press
	once   sync.Once
	hyphen map[string]*hyphen.Hyphenator
	free   sync.Pool // of *layout.Setter
	room   *picture.Room
}

// New returns the kind of output that makes PDF versions.
func New(in Input) output.Kind { return &kind{Input: in, room: picture.NewRoom()} }

// Name returns "pdf".
func (*kind) Name() string { return "pdf" }

// Plan yields the PDF version of every report, unless the site wants none. A
// withdrawn report has none.
func (k *kind) Plan(s *site.Site) iter.Seq[output.File] {
	return func(yield func(output.File) bool) {
		if !s.Config.Outputs.PDF {
			return
		}
		o := &office{kind: k, site: s, views: view.New(s), words: theme.WordsOf(s.Config.Language)}
		house := o.sum()
		for _, e := range s.Articles {
			if !yield(o.file(e, house)) {
				return
			}
		}
	}
}

// office makes the PDF versions of one site.
type office struct {
	*kind
	site  *site.Site
	views *view.Builder
	words theme.Words
}

func (o *office) file(e *site.Entry, house digest.Sum) output.File {
	naming := func() []output.Input {
		return []output.Input{
			{Name: "article", Sum: e.Text},
			{Name: "house", Sum: house},
			{Name: "pictures", Sum: picturesSum(e)},
		}
	}
	return output.File{
		Path:   o.site.PDFFile(e),
		Origin: e.Path,
		Naming: naming,
		Make:   func(w io.Writer) error { return o.make(w, e, naming()) },
	}
}

// sum names what every PDF version may show or be shaped by, and nothing else:
// a new template is no reason to make ten thousand files again.
func (o *office) sum() digest.Sum {
	c := o.site.Config
	var b digest.Builder
	for _, text := range []string{c.Title, c.BaseURL, c.Language, c.Everywhere, c.Addresses.PDF} {
		b.Text(text)
	}
	b.Text(fmt.Sprintf("%+v %+v", c.Publisher, c.PDF))
	b.Sum(o.Fonts.sum)
	b.Sum(paper(paperWidth).Sum())
	if o.site.Data != nil {
		b.Text(fmt.Sprint(o.site.Data.Editors)) // maps are printed in the order of their keys
	}
	return b.Name()
}

// picturesSum names the pictures that an article shows.
func picturesSum(e *site.Entry) digest.Sum {
	var b digest.Builder
	for p := range shownPictures(e) {
		b.Sum(p.Digest)
	}
	return b.Name()
}

// shownPictures are the pictures that an article shows.
func shownPictures(e *site.Entry) iter.Seq[*picture.Info] {
	return func(yield func(*picture.Info) bool) {
		for _, targets := range [...][]site.Target{e.Images, e.Targets} {
			for i := range targets {
				if p := targets[i].Picture; p != nil && !yield(p) {
					return
				}
			}
		}
	}
}

// make sets and writes one report.
func (o *office) make(w io.Writer, e *site.Entry, inputs []output.Input) error {
	text, body, err := o.Texts(e)
	if err != nil {
		return err
	}
	o.once.Do(func() { o.prepare(o.site.Config.PDF.Hyphenation) })
	c := newComposer(o, &album{}, e, body)
	story := c.story()
	output.Tell(w, story.Plain)
	setter := o.setter()
	defer o.free.Put(setter)
	document, _ := setter.Set(story)
	info := o.info(e, inputs)
	if o.site.Config.PDF.EmbedSource || info.Profile == tagged.UA2 {
		info.Source = o.source(e, text)
	}
	if err := o.press.Write(w, document, info, c.pictures); err != nil {
		return fmt.Errorf("PDF of %s: %w", e.Path, err)
	}
	return nil
}

// setter is a setter that nobody uses; it goes back to o.free.
func (k *kind) setter() *layout.Setter {
	if setter, ok := k.free.Get().(*layout.Setter); ok {
		return setter
	}
	return layout.New(k.Fonts.family, k.hyphen)
}

// prepare reads the patterns.
func (k *kind) prepare(exceptions []string) {
	k.hyphen = map[string]*hyphen.Hyphenator{
		"de": hyphen.New(hyphen.German(), hyphen.Options{Exceptions: exceptions}),
		"en": hyphen.New(hyphen.English(), hyphen.Options{}),
	}
}

// info is what a file says of itself.
func (o *office) info(e *site.Entry, inputs []output.Input) *tagged.Info {
	i := &tagged.Info{
		Title: e.Title, Language: o.language(e), Publisher: o.publisher(), Description: e.Teaser,
		Address: o.site.Absolute(e.URL), Creator: "Stadtbote", Created: e.Date, Modified: e.Updated, Profile: o.profile(),
	}
	for _, sigil := range e.Sigils {
		if o.site.Data != nil && o.site.Data.Editors[sigil.Text] != "" {
			i.Authors = append(i.Authors, o.site.Data.Editors[sigil.Text])
		}
	}
	for _, t := range e.Tags {
		i.Keywords = append(i.Keywords, t.Name)
	}
	var b digest.Builder
	for _, input := range inputs {
		b.Sum(input.Sum)
	}
	i.ID = b.Name()
	return i
}

// language is that of a report, with its country where it has no other.
func (o *office) language(e *site.Entry) string {
	language := e.Language
	if language == "" {
		language = o.site.Config.Language
	}
	return country(language)
}

// country is a language with its country where it has no other.
func country(language string) string {
	if language == "de" {
		return "de-DE"
	}
	return language
}

// publisher is who is responsible for the site, by name.
func (o *office) publisher() string {
	if name := o.site.Config.Publisher.Name; name != "" {
		return name
	}
	return o.site.Config.Title
}

func (o *office) profile() tagged.Profile {
	if o.site.Config.PDF.Profile == config.UA2 {
		return tagged.UA2
	}
	return tagged.UA1
}

// source is the text of a report, to be embedded.
func (o *office) source(e *site.Entry, text []byte) *tagged.Embedding {
	modified := e.Updated
	if modified.IsZero() {
		modified = e.Date
	}
	return &tagged.Embedding{
		Name: e.Slug + ".md", Type: "text/markdown", Description: "Markdown", Data: text, Modified: modified,
	}
}
