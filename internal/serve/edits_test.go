package serve

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stadtbote"
	"stadtbote/internal/build"
)

// TestWhatIsServedIsWhatIsBuilt edits a site at random. After each edit, every
// file of a build from nothing is asked for, and is what the preview answers,
// byte for byte, but for what the preview adds to pages.
func TestWhatIsServedIsWhatIsBuilt(t *testing.T) {
	t.Parallel()
	p := open(t, small, nil)
	random := rand.New(rand.NewPCG(1, 2))
	count := 40
	if testing.Short() {
		count = 10
	}
	files := 0
	for n := range count {
		name := p.edit(random, n)
		plan := p.plan()
		for start := time.Now(); ; time.Sleep(5 * time.Millisecond) {
			wrong := p.differs(plan)
			if wrong == "" {
				break
			}
			if time.Since(start) > patience {
				t.Fatalf("edit %d (%s): %s", n, name, wrong)
			}
		}
		files += plan.Files.Len()
	}
	t.Logf("%d files were compared after %d edits", files, count)
}

// edit changes something and says what.
func (p *preview) edit(random *rand.Rand, n int) string {
	edits := []struct {
		name string
		do   func()
	}{
		{"body", func() { p.write("content/meldungen/tee.md", tea+fmt.Sprintf("\nAusgabe %d.\n", n)) }},
		{"title", func() {
			p.write("content/meldungen/tee.md", strings.Replace(tea, "Der Tee", fmt.Sprintf("Der %d. Tee", n), 1))
		}},
		{"tag", func() {
			p.write("content/meldungen/tee.md", strings.Replace(tea, "rubrik:", fmt.Sprintf("stichwörter: [Wasser, Tee %d]\nrubrik:", n%3), 1))
		}},
		{"new report", func() {
			p.write(fmt.Sprintf("content/meldungen/neu%d.md", n%4), strings.Replace(tea, "Der Tee", fmt.Sprintf("Neues %d vom Tee", n), 1))
		}},
		{"report goes", func() { _ = os.Remove(p.path(fmt.Sprintf("content/meldungen/neu%d.md", n%4))) }},
		{"rename", func() { _ = os.Rename(p.path("content/meldungen/neu1.md"), p.path("content/meldungen/neu2.md")) }},
		{"date", func() {
			p.write("content/meldungen/kaffee.md", strings.Replace(small["content/meldungen/kaffee.md"], "2024-02-01", fmt.Sprintf("2024-02-%02d", 1+n%28), 1))
		}},
		{"partial", func() { p.write("templates/partials/footer.html", fmt.Sprintf("<footer>Fuß %d</footer>", n)) }},
		{"style sheet", func() { p.write("static/css/haus.css", fmt.Sprintf("body{margin:%dpx}", n)) }},
		{"static file", func() { p.write("static/zahlen.txt", fmt.Sprint(n)) }},
		{"configuration", func() {
			p.write("stadtbote.yaml", fmt.Sprintf("%sdescription: Blatt %d\n", small["stadtbote.yaml"], n))
		}},
		{"data", func() { p.write("data/redaktion.yaml", fmt.Sprintf("ve: Vera Muster %d\n", n)) }},
	}
	one := edits[random.IntN(len(edits))]
	one.do()
	return one.name
}

func (p *preview) path(name string) string { return filepath.Join(p.folder, filepath.FromSlash(name)) }

// plan plans the site from nothing.
func (p *preview) plan() *build.Planned {
	p.Helper()
	o := build.Options{Source: os.DirFS(p.folder), Folder: p.folder, Now: time.Now(), Drafts: true, Future: true, Version: "test"}
	o.Templates, o.Static = below(stadtbote.Templates, "templates"), below(stadtbote.Static, "static")
	plan, err := build.Plan(context.Background(), o, nil)
	p.must(err)
	if plan.Stopped {
		p.Fatal(plan.Diags)
	}
	return plan
}

// differs names a file that is served otherwise than it is built; "" if none.
func (p *preview) differs(plan *build.Planned) string {
	p.Helper()
	for file := range plan.Files.All() {
		var built bytes.Buffer
		p.must(file.Make(&built))
		response, body := p.ask(http.MethodGet, "/"+(&url.URL{Path: file.Path}).EscapedPath())
		if response.StatusCode != http.StatusOK {
			return file.Path + ": " + response.Status
		}
		if isPage(file.Path) {
			body = withoutPreview(body)
		}
		if body != built.String() {
			return fmt.Sprintf("%s is served as\n%s\nand built as\n%s", file.Path, body, built.String())
		}
	}
	return ""
}

// withoutPreview takes out of a page what the preview added.
func withoutPreview(body string) string {
	before, rest, found := strings.Cut(body, "<stadtbote-preview")
	_, after, closed := strings.Cut(rest, "</script>\n")
	if !found || !closed {
		return body
	}
	return before + after
}
