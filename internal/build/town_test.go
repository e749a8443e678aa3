package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"stadtbote/internal/diag"
	"stadtbote/internal/theme"
)

// town is a site whose folder lies in memory and whose clock the test turns.
type town struct {
	tb        tester
	files     fstest.MapFS
	templates fstest.MapFS // embedded
	static    fstest.MapFS // embedded
	folder    string       // holds the output folder and the cache
	clock     time.Time
	options   Options // what a test changes of the usual ones
	counting  sync.Mutex
	opened    map[string]int
	onOpen    func(name string)
	vanished  string // a file that is listed and cannot be found
}

// tester is what a town asks of testing.T and of rapid.T.
type tester interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// newTown returns a site with a configuration, a picture and small templates.
func newTown(tb testing.TB) *town {
	tb.Helper()
	t := &town{
		tb: tb, files: fstest.MapFS{}, templates: fstest.MapFS{}, static: fstest.MapFS{},
		folder: fastFolder(tb), clock: time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC),
	}
	for name, text := range smallTemplates() {
		t.templates[name] = &fstest.MapFile{Data: []byte(text)}
	}
	t.static["css/site.css"] = &fstest.MapFile{Data: []byte("body{color:#000}")}
	t.put("stadtbote.yaml", smallConfig)
	t.put("content/seiten/impressum.md", "---\ntitel: Impressum\n---\n\nRathaus von Krähwinkel.\n")
	return t
}

// fastFolder is a folder for outputs, in memory where there is such a place:
// the tests write a lot and are not about the disk.
func fastFolder(tb testing.TB) string {
	tb.Helper()
	folder, err := os.MkdirTemp("/dev/shm", "stadtbote-test-")
	if err != nil {
		return tb.TempDir()
	}
	tb.Cleanup(func() {
		if err := os.RemoveAll(folder); err != nil {
			tb.Error(err)
		}
	})
	return folder
}

const smallConfig = `title: Krähwinkel
base_url: https://kraehwinkel.example/
sections:
  - name: Rathaus
  - name: Verkehr
`

// smallTemplates show of everything a little: enough for each input to matter.
func smallTemplates() map[string]string {
	return map[string]string{
		"base.html": `<!doctype html><title>{{ .Page.Title }}</title><link href="{{ asset "css/site.css" }}" integrity="{{ integrity "css/site.css" }}">
{{ block "main" . }}{{ end }}{{ with .Page.Newest }}{{ range .Briefs }}<p>{{ .Label }} {{ .Date.Short }}</p>{{ end }}{{ end }}{{ .Page.Site.Name }}{{ .Page.Site.EasyURL }}{{ .Page.Site.CorrectionsURL }}{{ .Page.Site.CreditsURL }}{{ range .Page.Masthead.Navigation }}<a href="{{ .URL }}">{{ .Title }}</a>{{ end }}`,
		"partials/card.html": `<p><a href="{{ .URL }}">{{ .Label }}</a> {{ .Teaser }} {{ .Date.Short }}{{ with .Picture }}<img src="{{ .URL }}" alt="{{ .Alt }}">{{ end }}</p>
`,
		"article.html": `{{ define "main" }}<h1>{{ .Headline }}</h1>{{ .Date.Long }}{{ .Body }}{{ .BodyEnd }}{{ range .Authors }}({{ .Sigil }}, {{ .Name }}){{ end }}
{{ range .Tags }}<a href="{{ .URL }}">{{ .Name }}</a>{{ end }}{{ range .Earlier }}früher {{ .Label }}{{ end }}{{ range .Later }}später {{ .Label }}{{ end }}
{{ range .More }}{{ cached "partials/card.html" . }}{{ end }}{{ range .Related }}{{ .Label }}{{ end }}{{ with .Newer }}{{ .Label }}{{ end }}{{ with .Older }}{{ .Label }}{{ end }}{{ with .Picture }}<img src="{{ .URL }}" alt="" width="{{ .Width }}">{{ end }}{{ end }}`,
		"print.html":  `<!doctype html><title>{{ .Page.Title }}</title>{{ .Article.Headline }}{{ .Article.Body }}{{ .Article.BodyEnd }}{{ .Tags }}`,
		"page.html":   `{{ define "main" }}<h1>{{ .Headline }}</h1>{{ .Body }}{{ end }}`,
		"home.html":   `{{ define "main" }}{{ with .Lead }}{{ .Label }}{{ end }}{{ with .Next }}{{ .Headline }}{{ end }}{{ range .Newest }}{{ cached "partials/card.html" . }}{{ end }}{{ end }}`,
		"list.html":   `{{ define "main" }}<h1>{{ .Name }}</h1>{{ .Count }}{{ .Description }}{{ range .Cards }}{{ cached "partials/card.html" . }}{{ end }}{{ with .Pager }}{{ .Number }}/{{ .Total }}{{ end }}{{ end }}`,
		"tags.html":   `{{ define "main" }}{{ range .Letters }}{{ range .Entries }}{{ .Name }} {{ .Term.Reports }}{{ end }}{{ end }}{{ end }}`,
		"places.html": `{{ define "main" }}{{ range .Letters }}{{ range .Entries }}{{ .Name }} {{ .Term.Reports }}{{ end }}{{ end }}{{ end }}`,
		"events.html": `{{ define "main" }}{{ .Past }}{{ .OtherURL }}{{ range .Months }}{{ .Name }}{{ range .Events }}{{ cached "partials/event-card.html" . }}{{ end }}{{ end }}{{ end }}`,
		"event.html":  `{{ define "main" }}{{ cached "partials/event-card.html" .Card }}{{ .Past }}{{ .Body }}{{ range .Tags }}{{ .Name }}{{ .URL }}{{ end }}{{ end }}`,
		"partials/event-card.html": `{{ .Headline }} {{ .When.Begin.Long }} {{ .When.End.Long }} {{ .Cancelled }}{{ with .Place }}{{ .Name }}{{ .URL }}{{ end }}
`,
		"imprint.html":        `{{ define "main" }}{{ with .Imprint }}{{ .Name }}{{ end }}{{ .Body }}{{ end }}`,
		"privacy.html":        `{{ define "main" }}{{ with .Privacy }}{{ .Kept }}{{ end }}{{ .Body }}{{ end }}`,
		"accessibility.html":  `{{ define "main" }}{{ with .Statement }}{{ .Reviewed.Long }}{{ range .Gaps }}{{ .What }}{{ end }}{{ end }}{{ .Body }}{{ end }}`,
		"municipalities.html": `{{ define "main" }}{{ range .Lands }}{{ .Name }}{{ range .Of }}{{ .Name }}{{ .AGS }}{{ with .Place }}{{ .URL }}{{ end }}{{ range .Newest }}{{ .Label }}{{ end }}{{ end }}{{ end }}{{ end }}`,
		"credits.html":        `{{ define "main" }}{{ .Count }}{{ range .Rows }}{{ .URL }}{{ .Source }}{{ .Alt }}{{ range .Uses }}{{ .Title }}{{ .URL }}{{ end }}{{ end }}{{ end }}`,
		"corrections.html":    `{{ define "main" }}{{ .Count }}{{ range .Rows }}{{ .Date.Short }}{{ .Text }}{{ .Label }}{{ .URL }}{{ end }}{{ end }}`,
		"archive.html":        `{{ define "main" }}{{ range .Years }}{{ .Name }} {{ .Count }}{{ end }}{{ end }}`,
		"search.html":         `{{ define "main" }}Suche{{ end }}`,
		"404.html":            `{{ define "main" }}Nicht gefunden{{ end }}`,
	}
}

// put writes a source file now.
func (t *town) put(name, text string) {
	t.files[name] = &fstest.MapFile{Data: []byte(text), ModTime: t.clock}
}

// report writes an article with the usual front matter and more lines of it.
func (t *town) report(name, title, more, body string) {
	t.put("content/meldungen/"+name, fmt.Sprintf("---\ntitel: %s\ndatum: 2026-05-01\nteaser: Kurz gesagt.\nrubrik: Rathaus\n%s---\n\n%s\n", title, more, body))
}

// wait turns the clock.
func (t *town) wait(d time.Duration) { t.clock = t.clock.Add(d) }

// Open counts who is read.
func (t *town) Open(name string) (fs.File, error) {
	if t.onOpen != nil {
		t.onOpen(name)
	}
	t.counting.Lock()
	if t.opened != nil {
		t.opened[name]++
	}
	t.counting.Unlock()
	if name == t.vanished {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return t.files.Open(name)
}

// all are the options of the next build.
func (t *town) all() Options {
	o := t.options
	o.Source, o.Folder = t, filepath.Join(t.folder, "site")
	o.Templates, o.Static = t.templates, t.static
	o.Out, o.Cache = filepath.Join(t.folder, "public"), filepath.Join(t.folder, "cache")
	if o.Now.IsZero() {
		o.Now = t.clock
	}
	o.Clock = func() time.Time { return t.clock }
	if o.Version == "" {
		o.Version = "test"
	}
	return o
}

// build runs a build that must not fail.
func (t *town) build() *Report {
	t.tb.Helper()
	report, err := Run(context.Background(), t.all())
	if err != nil {
		t.tb.Fatalf("building: %v", err)
	}
	return report
}

// good runs a build that must publish.
func (t *town) good() *Report {
	t.tb.Helper()
	report := t.build()
	if report.Diags.HasErrors() {
		t.tb.Fatalf("building: %v", report.Diags)
	}
	return report
}

// out returns the output folder's files.
func (t *town) out() map[string]string { return filesBelow(t.tb, filepath.Join(t.folder, "public")) }

func filesBelow(tb tester, folder string) map[string]string {
	tb.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		name, relErr := filepath.Rel(folder, path)
		found[filepath.ToSlash(name)] = string(text)
		return errors.Join(err, relErr)
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		tb.Fatal(err)
	}
	return found
}

// clean returns what a build from nothing would publish, and its findings.
func (t *town) clean(previous *Planned) (map[string]string, *Planned) {
	t.tb.Helper()
	o := t.all()
	planned, err := Plan(context.Background(), o, previous)
	if err != nil {
		t.tb.Fatalf("planning: %v", err)
	}
	return t.made(planned)
}

// made returns every file of a plan, and the plan with what making them found.
func (t *town) made(planned *Planned) (map[string]string, *Planned) {
	t.tb.Helper()
	site := map[string]string{}
	for f := range planned.Files.All() {
		var b bytes.Buffer
		err := f.Make(&b)
		if mistake, ok := errors.AsType[*theme.Failure](err); ok {
			stopped := *planned
			stopped.Stopped = true
			stopped.Diags = append(slices.Clone(planned.Diags), mistake.Diag)
			sortDiags(stopped.Diags)
			return nil, &stopped
		}
		if err != nil {
			t.tb.Fatalf("making %s: %v", f.Path, err)
		}
		site[f.Path] = b.String()
	}
	return site, planned
}

// wantClean compares the output folder with a build from nothing.
func (t *town) wantClean() {
	t.tb.Helper()
	want, _ := t.clean(nil)
	if difference := differences(t.out(), want); difference != "" {
		t.tb.Fatalf("the output folder differs from a clean build:\n%s", difference)
	}
}

// differences describes where two folders differ; "" if they do not.
func differences(got, want map[string]string) string {
	var b strings.Builder
	names := slices.Sorted(maps.Keys(want))
	for name := range got {
		if _, wanted := want[name]; !wanted {
			names = append(names, name)
		}
	}
	for _, name := range names {
		is, there := got[name]
		should, wanted := want[name]
		switch {
		case !there:
			fmt.Fprintf(&b, "%s is missing\n", name)
		case !wanted:
			fmt.Fprintf(&b, "%s should not be there\n", name)
		case is != should:
			fmt.Fprintf(&b, "%s is\n%s\nand should be\n%s\n", name, is, should)
		}
	}
	return b.String()
}

// pngOf returns a PNG of that width.
func pngOf(width int) string { return pngOfShade(width, 0) }

// pngOfShade returns a PNG of that width in a shade of grey.
func pngOfShade(width int, shade uint8) string {
	var b bytes.Buffer
	picture := image.NewGray(image.Rect(0, 0, width, 10))
	for i := range picture.Pix {
		picture.Pix[i] = shade
	}
	if err := png.Encode(&b, picture); err != nil {
		panic(err)
	}
	return b.String()
}

func codes(ds diag.List) []diag.Code {
	var all []diag.Code
	for _, d := range ds {
		all = append(all, d.Code)
	}
	return all
}

// cacheFile returns the path of a kept file whose name ends so.
func (t *town) cacheFile(ending string) string {
	t.tb.Helper()
	entries, err := os.ReadDir(filepath.Join(t.folder, "cache"))
	if err != nil {
		t.tb.Fatal(err)
	}
	for _, entry := range entries {
		if strings.HasSuffix(entry.Name(), ending) {
			return filepath.Join(t.folder, "cache", entry.Name())
		}
	}
	t.tb.Fatalf("no %s in the cache", ending)
	return ""
}
