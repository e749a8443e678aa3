package serve

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"stadtbote"
	"stadtbote/internal/build"
)

// patience is how long a test waits for what must happen.
const patience = 10 * time.Second

// preview is a site that is being served from a folder.
type preview struct {
	*testing.T
	folder string
	base   string // "http://127.0.0.1:…"
	news   chan News
	end    func() error
}

const tea = `---
titel: Der Tee ist fertig
datum: 2024-03-01
teaser: Im Rathaus von Krähwinkel gibt es Tee.
rubrik: Rathaus
---
Es gibt Tee.
`

// small is a site of a few files.
var small = map[string]string{
	"stadtbote.yaml":           "title: Krähwinkel\nbase_url: https://kraehwinkel.example/\n",
	"content/meldungen/tee.md": tea,
	"content/meldungen/kaffee.md": strings.NewReplacer("Der Tee", "Der Kaffee", "Tee", "Kaffee", "2024-03-01", "2024-02-01").
		Replace(tea),
	"content/meldungen/entwurf.md": strings.NewReplacer("Der Tee ist fertig", "Kakao folgt", "rubrik: Rathaus", "rubrik: Rathaus\nentwurf: ja").Replace(tea),
	"content/meldungen/sperre.md":  strings.NewReplacer("Der Tee ist fertig", "Punsch folgt", "rubrik: Rathaus", "rubrik: Rathaus\nsperrfrist: 2999-12-01 10:00").Replace(tea),
	"static/zahlen.txt":            "0123456789",
}

func open(t *testing.T, files map[string]string, change func(o *Options)) *preview {
	t.Helper()
	p := &preview{T: t, folder: t.TempDir(), news: make(chan News, 1000)}
	for name, text := range files {
		p.write(name, text)
	}
	o := Options{
		Build: build.Options{
			Source: os.DirFS(p.folder), Folder: p.folder, Templates: below(stadtbote.Templates, "templates"), Static: below(stadtbote.Static, "static"),
			Clock: time.Now, Drafts: true, Future: true, Version: "test",
		},
		Tell: func(n News) { p.news <- n },
	}
	if change != nil {
		change(&o)
	}
	listener, err := Listen("127.0.0.1", 0)
	p.must(err)
	p.base = "http://" + listener.Addr().String()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- Run(ctx, listener, o) }()
	p.end = sync.OnceValue(func() error { cancel(); return <-done })
	t.Cleanup(func() {
		if err := p.end(); err != nil {
			t.Error(err)
		}
	})
	return p
}

// below returns a folder of an embedded file system.
func below(fsys fs.FS, name string) fs.FS {
	folder, err := fs.Sub(fsys, name)
	if err != nil {
		panic(err) // only for a name that is no path
	}
	return folder
}

func (p *preview) must(err error) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
}

func (p *preview) write(name, text string) {
	p.Helper()
	path := filepath.Join(p.folder, filepath.FromSlash(name))
	p.must(os.MkdirAll(filepath.Dir(path), 0o755))
	p.must(os.WriteFile(path, []byte(text), 0o644))
}

// ask sends a request with headers given as name and value in turn, and does
// not follow where it leads.
func (p *preview) ask(method, path string, header ...string) (*http.Response, string) {
	p.Helper()
	request, err := http.NewRequest(method, p.base+path, nil)
	p.must(err)
	for i := 0; i < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
		if header[i] == "Host" {
			request.Host = header[i+1]
		}
	}
	response, err := http.DefaultTransport.RoundTrip(request)
	p.must(err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	p.must(err)
	return response, string(body)
}

func (p *preview) get(path string) string {
	p.Helper()
	response, body := p.ask("GET", path)
	if response.StatusCode != http.StatusOK {
		p.Fatalf("%s: %s\n%s", path, response.Status, body)
	}
	return body
}

// becomes waits until a page holds a text; the watcher needs a moment to see.
func (p *preview) becomes(path, text string) {
	p.Helper()
	for start := time.Now(); ; time.Sleep(time.Millisecond) {
		if _, body := p.ask("GET", path); strings.Contains(body, text) {
			return
		}
		if time.Since(start) > patience {
			p.Fatalf("%s never held %q", path, text)
		}
	}
}

func TestAnswers(t *testing.T) {
	p := open(t, small, nil)
	tests := []struct {
		name, method, path string
		header             []string
		status             int
		want               string // "Header: value" or a part of the body
	}{
		{"the start page", "GET", "/", nil, 200, "Content-Type: text/html; charset=utf-8"},
		{"an article", "GET", "/2024/03/tee/", nil, 200, "Es gibt Tee."},
		{"the print version", "GET", "/2024/03/tee/druck/", nil, 200, "Es gibt Tee."},
		{"the name of a page's file", "GET", "/2024/03/tee/index.html", nil, 200, "Es gibt Tee."},
		{"an address without its last slash", "GET", "/2024/03/tee?a=b", nil, 307, "Location: /2024/03/tee/?a=b"},
		{"the feed", "GET", "/feed.atom", nil, 200, "Content-Type: application/atom+xml"},
		{"a style", "GET", "/zahlen.txt", nil, 200, "Content-Type: text/plain; charset=utf-8"},
		{"a range of a file", "GET", "/zahlen.txt", []string{"Range", "bytes=2-4"}, 206, "Content-Range: bytes 2-4/10"},
		{"the end of a file", "GET", "/zahlen.txt", []string{"Range", "bytes=-3"}, 206, "789"},
		{"a range that there is not", "GET", "/zahlen.txt", []string{"Range", "bytes=20-"}, 416, ""},
		{"only the head", "HEAD", "/zahlen.txt", nil, 200, "Content-Length: 10"},
		{"a page that there is not", "GET", "/gibt/es/nicht/", nil, 404, "<h1"},
		{"a folder without a page", "GET", "/css/", nil, 404, ""},
		{"the way out", "GET", "/../stadtbote.yaml", nil, 404, ""},
		{"the hidden way out", "GET", "/%2e%2e/stadtbote.yaml", nil, 404, ""},
		{"the way out of Windows", "GET", `/..%5cstadtbote.yaml`, nil, 404, ""},
		{"a source", "GET", "/content/meldungen/tee.md", nil, 404, ""},
		{"the configuration", "GET", "/stadtbote.yaml", nil, 404, ""},
		{"sending something", "POST", "/", nil, 405, "Allow: GET, HEAD"},
		{"under localhost", "GET", "/", []string{"Host", "localhost:99"}, 200, ""},
		{"under the address of IPv6", "GET", "/", []string{"Host", "[::1]:99"}, 200, ""},
		{"under the name of a stranger", "GET", "/", []string{"Host", "angreifer.example"}, 421, "angreifer.example"},
		{"the script under the name of a stranger", "GET", "/_stadtbote/preview.js", []string{"Host", "angreifer.example:80"}, 421, ""},
		{"the events under the name of a stranger", "GET", "/_stadtbote/events", []string{"Host", "127.0.0.1.angreifer.example"}, 421, ""},
		{"under an address of another machine", "GET", "/", []string{"Host", "192.0.2.7"}, 421, ""},
		{"what the preview has not", "GET", "/_stadtbote/overlay.html", nil, 404, ""},
		{"the preview's own script", "GET", "/_stadtbote/preview.js", nil, 200, "Content-Type: text/javascript; charset=utf-8"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			q := *p
			q.T = t
			response, body := q.ask(test.method, test.path, test.header...)
			var head bytes.Buffer
			q.must(response.Header.Write(&head))
			if response.StatusCode != test.status || !strings.Contains(head.String()+body, test.want) {
				t.Errorf("want %d and %q, got %s\n%s\n%.2000s", test.status, test.want, response.Status, head.String(), body)
			}
		})
	}
}

func TestABrowserThatHasThePageIsToldSo(t *testing.T) {
	p := open(t, small, nil)
	first, _ := p.ask("GET", "/2024/03/tee/")
	tag := first.Header.Get("ETag")
	if !strings.HasPrefix(tag, `"`) {
		t.Fatalf("ETag %s is not a strong one", tag)
	}
	if again, body := p.ask("GET", "/2024/03/tee/", "If-None-Match", tag); again.StatusCode != http.StatusNotModified || body != "" {
		t.Errorf("%s %q", again.Status, body)
	}
	p.write("content/meldungen/tee.md", strings.ReplaceAll(tea, "Es gibt Tee", "Es gibt Pfefferminztee"))
	p.becomes("/2024/03/tee/", "Es gibt Pfefferminztee")
	if now, _ := p.ask("GET", "/2024/03/tee/", "If-None-Match", tag); now.StatusCode != http.StatusOK || now.Header.Get("ETag") == tag {
		t.Errorf("%s %s", now.Status, now.Header.Get("ETag"))
	}
}

func TestBesidesThePreviewsOwnThePageIsTheBuiltOne(t *testing.T) {
	p := open(t, small, nil)
	body := p.get("/2024/03/tee/")
	plain := withoutPreview(body)
	if plain == body {
		t.Fatal("the preview's own is missing")
	}
	file, _ := p.plan().File("2024/03/tee/index.html")
	var built strings.Builder
	p.must(file.Make(&built))
	if plain != built.String() {
		t.Errorf("served:\n%s\nbuilt:\n%s", plain, built.String())
	}
}

func TestWhatReadersDoNotSeeIsMarked(t *testing.T) {
	p := open(t, small, nil)
	for path, want := range map[string]string{
		"/2024/03/entwurf/": "Entwurf · nur in der Vorschau zu sehen",
		"/2024/03/sperre/":  "Sperrfrist bis 1. Dezember 2999, 10 Uhr · nur in der Vorschau zu sehen",
	} {
		if body := p.get(path); !strings.Contains(strings.ReplaceAll(body, "\u00a0", " "), want) {
			_, rest, _ := strings.Cut(body, "<stadtbote-preview")
			t.Errorf("%s does not say %q: %q", path, want, rest)
		}
	}
	if strings.Contains(p.get("/2024/03/tee/"), `role="note"`) {
		t.Error("a published article is marked")
	}
}

func TestAPublishedPreviewHidesWhatIsHidden(t *testing.T) {
	p := open(t, small, func(o *Options) { o.Build.Drafts, o.Build.Future = false, false })
	if response, _ := p.ask("GET", "/2024/03/entwurf/"); response.StatusCode != http.StatusNotFound {
		t.Errorf("%s", response.Status)
	}
}

func TestTheBasePathIsHonoured(t *testing.T) {
	files := map[string]string{"stadtbote.yaml": "title: Krähwinkel\nbase_url: https://kreis.example/kraehwinkel/\n", "content/meldungen/tee.md": tea}
	p := open(t, files, nil)
	for from, to := range map[string]string{"/": "/kraehwinkel/", "/kraehwinkel": "/kraehwinkel/", "/kraehwinkel/2024/03/tee": "/kraehwinkel/2024/03/tee/"} {
		if response, _ := p.ask("GET", from); response.Header.Get("Location") != to {
			t.Errorf("%s leads to %q, not to %q", from, response.Header.Get("Location"), to)
		}
	}
	p.get("/kraehwinkel/2024/03/tee/")
	if response, _ := p.ask("GET", "/2024/03/tee/"); response.StatusCode != http.StatusNotFound {
		t.Errorf("outside of the base path: %s", response.Status)
	}
}

func TestAMistakeIsShownAboveTheLastGoodPage(t *testing.T) {
	p := open(t, small, nil)
	p.becomes("/2024/03/tee/", "Es gibt Tee.")
	p.write("content/meldungen/tee.md", strings.Replace(tea, "2024-03-01", "bald", 1))
	p.becomes("/2024/03/tee/", `role="alert"`)
	body := p.get("/2024/03/tee/")
	for _, want := range []string{"Es gibt Tee.", "content/meldungen/tee.md, Zeile 3, Spalte 8", "datum: <mark>b</mark>ald", "Abhilfe:", "„bald“ ist kein Datum"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	p.write("content/meldungen/tee.md", tea+"Und Kekse.")
	p.becomes("/2024/03/tee/", "Und Kekse.")
	if strings.Contains(p.get("/2024/03/tee/"), `role="alert"`) {
		t.Error("the mistake is mended and still shown")
	}
}

func TestAPreviewThatBeginsBrokenShowsTheRest(t *testing.T) {
	files := map[string]string{"content/meldungen/kaputt.md": "---\ntitel: <b>x</b>\ndatum: bald\n---\n"}
	maps.Copy(files, small)
	p := open(t, files, func(o *Options) { o.Language = "en" })
	if body := p.get("/2024/03/tee/"); !strings.Contains(body, "Something is to be mended") || !strings.Contains(body, "Es gibt Tee.") {
		t.Error("the sound article and what is to be mended are not shown")
	}
	p.write("stadtbote.yaml", "titel_der_seite: x\n")
	p.becomes("/2024/03/tee/", "titel_der_seite")
	if response, _ := p.ask("GET", "/2024/03/tee/"); response.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("nothing can be shown: %s", response.Status)
	}
	p.write("stadtbote.yaml", small["stadtbote.yaml"])
	p.becomes("/2024/03/tee/", "Es gibt Tee.")
}

func TestWhenItEndsNothingGoesOn(t *testing.T) {
	before := runtime.NumGoroutine()
	p := open(t, small, nil)
	told := p.events("/", "x")
	p.hears(told, "changed")
	start := time.Now()
	p.must(p.end())
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("it took %v to end", took)
	}
	for range told { // until the stream is closed
	}
	http.DefaultTransport.(*http.Transport).CloseIdleConnections()
	for wait := time.Now(); runtime.NumGoroutine() > before; time.Sleep(5 * time.Millisecond) {
		if time.Since(wait) > patience {
			all := make([]byte, 1<<16)
			t.Fatalf("%d goroutines, %d before:\n%s", runtime.NumGoroutine(), before, all[:runtime.Stack(all, true)])
		}
	}
}

func TestNothingIsWritten(t *testing.T) {
	p := open(t, small, nil)
	p.get("/")
	p.write("content/meldungen/tee.md", tea+"Und Kekse.")
	p.becomes("/2024/03/tee/", "Und Kekse.")
	entries, err := os.ReadDir(p.folder)
	p.must(err)
	for _, entry := range entries {
		switch entry.Name() {
		case "content", "static", "stadtbote.yaml":
		default:
			t.Errorf("%s is new", entry.Name())
		}
	}
}

func TestATakenPortNamesTheNextFreeOne(t *testing.T) {
	first, err := Listen("127.0.0.1", 0)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	var port int
	_, _ = fmt.Sscanf(first.Addr().String(), "127.0.0.1:%d", &port)
	_, err = Listen("127.0.0.1", port)
	taken, ok := errors.AsType[*TakenError](err)
	if !ok || taken.Port != port || taken.Free <= port {
		t.Fatalf("%v", err)
	}
	second, err := Listen("127.0.0.1", taken.Free)
	if err != nil {
		t.Fatal(err)
	}
	second.Close()
}
