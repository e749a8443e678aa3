package serve

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"stadtbote"
	"stadtbote/internal/build"
	"stadtbote/internal/watch"
)

// deaf is a stage without a watcher: it knows only what the test tells.
func deaf(t *testing.T) (*stage, *preview) {
	t.Helper()
	p := &preview{T: t, folder: t.TempDir()}
	for name, text := range small {
		p.write(name, text)
	}
	p.age()
	s := p.stage()
	s.pauses = pauses{calm: 50 * time.Millisecond, atMost: 500 * time.Millisecond}
	s.begin(t)
	s.current(t.Context())
	return s, p
}

// stage is the stage of a preview, before its first plan.
func (p *preview) stage() *stage {
	return newStage(Options{Build: build.Options{
		Source: os.DirFS(p.folder), Folder: p.folder, Templates: below(stadtbote.Templates, "templates"), Static: below(stadtbote.Static, "static"),
		Clock: time.Now, Version: "test",
	}})
}

// begin plans until the test ends.
func (s *stage) begin(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
}

// TestWhoWaitsForTheFirstPlanIsNotCutOff: the time within which an answer must
// have been taken begins when there is one.
func TestWhoWaitsForTheFirstPlanIsNotCutOff(t *testing.T) {
	p := &preview{T: t, folder: t.TempDir()}
	for name, text := range small {
		p.write(name, text)
	}
	s := p.stage()
	w := &timed{ResponseRecorder: httptest.NewRecorder(), planned: func() bool { return s.shown.Load().latest != nil }}
	answered := make(chan bool)
	go func() {
		s.page(w, httptest.NewRequest(http.MethodGet, "/", nil))
		close(answered)
	}()
	time.Sleep(20 * time.Millisecond)
	s.begin(t)
	<-answered
	if w.Code != http.StatusOK || !w.limited || w.early {
		t.Errorf("status %d, limited %t, before there was a plan %t", w.Code, w.limited, w.early)
	}
}

// timed notes when its time is limited.
type timed struct {
	*httptest.ResponseRecorder
	planned        func() bool
	limited, early bool
}

func (t *timed) SetWriteDeadline(time.Time) error {
	t.limited, t.early = true, t.early || !t.planned()
	return nil
}

// age makes files look as if nobody had touched them for long, so that none is
// read again only for its youth.
func (p *preview) age() {
	for name := range small {
		p.must(os.Chtimes(p.path(name), time.Time{}, time.Now().Add(-time.Hour)))
	}
}

// saved tells the stage of a file, as a watcher does.
func (s *stage) saved(path string) {
	s.event(watch.Event{Kind: watch.Began})
	s.event(watch.Event{Kind: watch.Quiet, Paths: []string{path}})
}

// shows reports whether the show that is current has a report of a title.
func (s *stage) shows(t *testing.T, title string) bool {
	for e := range s.current(t.Context()).site.Site.All() {
		if strings.Contains(e.Title, title) {
			return true
		}
	}
	return false
}

// TestAChangeThatNobodyToldIsSeen: the event of one of two files is lost.
func TestAChangeThatNobodyToldIsSeen(t *testing.T) {
	const coffee = "content/meldungen/kaffee.md"
	for name, telling := range map[string]time.Duration{
		"when it is calm again":          time.Hour,
		"while somebody saves and saves": 10 * time.Millisecond,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, p := deaf(t)
			p.write(coffee, strings.ReplaceAll(small[coffee], "Der Kaffee", "Der Mokka"))
			p.write("content/meldungen/tee.md", strings.ReplaceAll(tea, "Der Tee", "Der Mate"))
			s.saved("content/meldungen/tee.md")
			if !s.shows(t, "Der Mate") {
				t.Fatal("what was told is not shown")
			}
			if s.shows(t, "Der Mokka") {
				t.Fatal("what was not told is known at once: the test proves nothing")
			}
			again := time.NewTicker(telling)
			defer again.Stop()
			for start := time.Now(); !s.shows(t, "Der Mokka"); {
				select {
				case <-again.C:
					s.saved("content/meldungen/tee.md")
				case <-time.After(5 * time.Millisecond):
				}
				if time.Since(start) > patience {
					t.Fatal("what was not told is never shown")
				}
			}
		})
	}
}

// A template may be written well and fail all the same, as soon as a page is
// made by it.
func TestATemplateThatFailsLeavesTheLastGoodPage(t *testing.T) {
	p := open(t, small, nil)
	const page = "/2024/03/tee/"
	if !strings.Contains(p.get(page), "Es gibt Tee.") {
		t.Fatal("the page is not there to begin with")
	}
	p.write("templates/article.html", `{{ define "main" }}{{ .Gibtesnicht }}{{ end }}`)
	p.becomes(page, `role="alert"`)
	for _, words := range []string{"Es gibt Tee.", "templates/article.html", "Zeile 1", "Gibtesnicht"} {
		if !strings.Contains(p.get(page), words) {
			t.Errorf("%q is missing", words)
		}
	}
	if response, body := p.ask("GET", "/2024/02/kaffee/"); response.StatusCode != http.StatusServiceUnavailable || !strings.Contains(body, "templates/article.html") {
		t.Errorf("a page that was never made: %s\n%s", response.Status, body)
	}
	p.write("templates/article.html", `{{ define "main" }}{{ .Headline }} ist wieder gut.{{ end }}`)
	p.becomes(page, "ist wieder gut")
	if strings.Contains(p.get(page), `role="alert"`) {
		t.Error("the mistake is mended and still told")
	}
}
