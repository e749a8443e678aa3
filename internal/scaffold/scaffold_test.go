package scaffold

import (
	"errors"
	"io/fs"
	"path"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/lang"
)

var day = time.Date(2026, 11, 8, 23, 30, 0, 0, time.UTC) // the ninth in Berlin

// Whatever an editor calls a report, the file is one that the program reads
// without complaint, with that very title.
func TestANewReportCanBeRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		title := strings.TrimSpace("A" + rapid.StringMatching(`[ -~äöüßÄÖÜ„“–…#:'"\\{}\[\]&*!|>%@]{0,120}`).Draw(t, "title"))
		language := rapid.SampledFrom([]string{"de", "en"}).Draw(t, "language")
		for _, kind := range []func(Draft) (File, bool){Report, Page} {
			file, ok := kind(Draft{Title: title, Date: day, Language: language, Sections: []string{"Bau & Verkehr: alles", "Kultur"}})
			if !ok {
				t.Fatalf("no file for %q", title)
			}
			a := article.Parse(file.Path, file.Data, article.Rules{Language: language})
			if len(a.Diags) > 0 {
				t.Fatalf("%v in\n%s", a.Diags, file.Data)
			}
			if want := lang.Typeset(title, language); a.Title != want {
				t.Fatalf("title %q, want %q", a.Title, want)
			}
			if !a.Draft {
				t.Fatal("no draft: it would be published unfinished")
			}
			if a.Kind == article.Report && (lang.ShortDate(a.Date) != "9.11.2026" || a.Section.Text != "Bau & Verkehr: alles") {
				t.Fatalf("date %v, section %q", a.Date, a.Section.Text)
			}
		}
	})
}

func TestANewEventCanBeRead(t *testing.T) {
	for _, language := range []string{"de", "en"} {
		file, ok := Event(Draft{Title: "Sprint: eins", Date: day, Language: language})
		a := article.Parse(file.Path, file.Data, article.Rules{Language: language})
		if !ok || len(a.Diags) > 0 || !a.Draft || a.Kind != article.Event {
			t.Errorf("%v in\n%s", a.Diags, file.Data)
		}
	}
}

func TestNamesOfNewFiles(t *testing.T) {
	long := strings.Repeat("Wörter ", 60)
	tests := []struct {
		name, title, report, page string
		ok                        bool
	}{
		{"umlauts are folded", "Über Straßen", "content/meldungen/2026/2026-11-09-ueber-strassen.md", "content/seiten/ueber-strassen.md", true},
		{"folders cannot be left", "../../etc/passwd", "content/meldungen/2026/2026-11-09-etc-passwd.md", "content/seiten/etc-passwd.md", true},
		{"long titles are cut between words", long, "content/meldungen/2026/2026-11-09-" + strings.Repeat("woerter-", 9) + "woerter.md", "content/seiten/" + strings.Repeat("woerter-", 9) + "woerter.md", true},
		{"one endless word is cut within", strings.Repeat("x", 300), "content/meldungen/2026/2026-11-09-" + strings.Repeat("x", 80) + ".md", "content/seiten/" + strings.Repeat("x", 80) + ".md", true},
		{"nothing is left", "!?", "", "", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			report, ok := Report(Draft{Title: test.title, Date: day})
			page, _ := Page(Draft{Title: test.title, Date: day})
			if ok != test.ok {
				t.Fatalf("ok is %t", ok)
			}
			if ok && (report.Path != test.report || page.Path != test.page) {
				t.Errorf("got %s and %s", report.Path, page.Path)
			}
		})
	}
}

func TestANewSiteHasAValidConfiguration(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, file := range Site(Draft{Title: `Muster: "Stadt"`, Date: day}) {
		fsys[file.Path] = &fstest.MapFile{Data: file.Data}
	}
	c, found := config.Load(fsys)
	if len(found) > 0 || c.Title != `Muster: "Stadt"` {
		t.Errorf("%q, %v", c.Title, found)
	}
	for name, file := range fsys {
		if path.Ext(name) == ".md" && strings.HasPrefix(name, "content/") {
			if a := article.Parse(name, file.Data, article.Rules{Language: "de"}); len(a.Diags) > 0 || a.Draft {
				t.Errorf("%s: %v, draft %t", name, a.Diags, a.Draft)
			}
		}
		if strings.Contains(string(file.Data), "{{") {
			t.Errorf("%s has a hole that nobody filled", name)
		}
	}
}

func TestEject(t *testing.T) {
	templates := fstest.MapFS{"templates/article.html": {Data: []byte("article")}, "templates/partials/card.html": {Data: []byte("card")}}
	static := fstest.MapFS{"static/css/site.css": {Data: []byte("css")}}
	tests := []struct{ name, want string }{
		{"article.html", "templates/article.html"},
		{"templates/article.html", "templates/article.html"},
		{"./templates/article.html", "templates/article.html"},
		{`partials\card.html`, "templates/partials/card.html"},
		{"css/site.css", "static/css/site.css"},
		{"partials", ""},
		{"nothing.html", ""},
		{"../article.html", ""},
		{"/etc/passwd", ""},
		{"", ""},
	}
	for _, test := range tests {
		file, err := Eject(test.name, templates, static)
		if file.Path != test.want || (test.want == "") != errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q: got %q, %v", test.name, file.Path, err)
		}
	}
	if got := strings.Join(Ejectable(static, templates), " "); got != "static/css/site.css templates/article.html templates/partials/card.html" {
		t.Errorf("got %s", got)
	}
}
