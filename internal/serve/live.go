package serve

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"stadtbote/internal/diag"
	"stadtbote/internal/theme"
)

// heartbeat keeps a silent stream alive, and finds out who has gone.
const heartbeat = 15 * time.Second

// stream tells one open page what happens, as server-sent events:
//
//	findings  what is to be mended, as HTML in JSON; "" for nothing
//	changed   the page is no longer what its reader sees
//	go        another page changed, and is to be looked at
func (s *stage) stream(w http.ResponseWriter, r *http.Request) {
	asked := r.URL.Query()
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	if r.Method == http.MethodHead {
		return
	}
	l := &reader{stage: s, w: w, page: decoded(asked.Get("page")), stand: asked.Get("stand")}
	ctx, leave := s.seats.take(r)
	defer leave()
	l.write("retry: 1000\n\n") // milliseconds, after which the browser comes back
	now := s.current(ctx)
	l.behold(now)
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for l.err == nil {
		select {
		case <-ctx.Done():
			return
		case <-now.next:
			now = s.shown.Load()
			l.behold(now)
			if now.goTo != "" {
				l.event("go", now.goTo)
			}
		case <-beat.C:
			l.write(": \n\n")
		}
	}
}

// decoded is a path as requests have it. What cannot be decoded names no page,
// and stays as it is.
func decoded(path string) string {
	if plain, err := url.PathUnescape(path); err == nil {
		return plain
	}
	return path
}

// reader is who has one page open.
type reader struct {
	*stage
	w     http.ResponseWriter
	page  string // its path, decoded
	stand string // names what its reader sees
	found *string
	err   error // who listened is gone
}

// behold tells what the page's reader does not see yet.
func (l *reader) behold(now *show) {
	a, err := l.find(now, l.page)
	if err != nil {
		a = l.apology(now, err)
	}
	if l.found == nil || *l.found != a.show.overlay {
		l.found = &a.show.overlay
		html, err := json.Marshal(a.show.overlay)
		if err != nil {
			panic("serve: " + err.Error()) // a string has a form in JSON
		}
		l.event("findings", string(html))
	}
	if stand := a.stand(); stand != l.stand {
		l.stand = stand
		l.event("changed", stand)
	}
}

func (l *reader) event(name, data string) {
	l.write(fmt.Sprintf("event: %s\ndata: %s\n\n", name, data))
}

func (l *reader) write(text string) {
	if l.err != nil {
		return
	}
	control := http.NewResponseController(l.w)
	_ = control.SetWriteDeadline(time.Now().Add(sendTime))
	_, err := l.w.Write([]byte(text))
	l.err = errors.Join(err, control.Flush())
}

// findingIn returns the mistake of an author that kept a page from being made.
func findingIn(err error) (diag.Diagnostic, bool) {
	if mistake, ok := errors.AsType[*theme.Failure](err); ok {
		return mistake.Diag, true
	}
	return diag.Diagnostic{}, false
}
