package outside_test

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"stadtbote/internal/check"
	"stadtbote/internal/outside"
)

// host is a server on an address of its own: 127.0.0.2, 127.0.0.3, ….
type host struct {
	*httptest.Server
	mu    sync.Mutex
	lines []string // what was asked
	busy  atomic.Int32
	most  atomic.Int32 // questions at once
	tries map[string]int
}

func newHost(t *testing.T, number int, answer func(h *host, w http.ResponseWriter, r *http.Request)) *host {
	t.Helper()
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.%d:0", number))
	if err != nil {
		t.Skip("this machine has only one loopback address: ", err)
	}
	h := &host{tries: map[string]int{}}
	h.Server = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.most.Store(max(h.most.Load(), h.busy.Add(1)))
		defer h.busy.Add(-1)
		h.mu.Lock()
		h.lines = append(h.lines, r.Method+" "+r.URL.Path+" "+r.UserAgent())
		h.tries[r.Method+r.URL.Path]++
		h.mu.Unlock()
		answer(h, w, r)
	}))
	h.Listener.Close()
	h.Listener = listener
	h.Start()
	t.Cleanup(h.Close)
	return h
}

func (h *host) times(what string) int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.tries[what]
}

// town answers by the name of the page.
func town(h *host, w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/da":
	case "/weg":
		w.WriteHeader(http.StatusNotFound)
	case "/ohne-head":
		if r.Method == http.MethodHead {
			w.WriteHeader(http.StatusMethodNotAllowed)
		}
	case "/falscher-head":
		if r.Method == http.MethodHead {
			w.WriteHeader(http.StatusNotFound)
		}
	case "/umgezogen":
		http.Redirect(w, r, "/da", http.StatusMovedPermanently)
	case "/vorerst":
		http.Redirect(w, r, "/da", http.StatusFound)
	case "/umgezogen-und-weg":
		http.Redirect(w, r, "/weg", http.StatusMovedPermanently)
	case "/kreis":
		http.Redirect(w, r, "/kreis", http.StatusFound)
	case "/beschäftigt":
		if h.times("HEAD/beschäftigt") < 3 {
			w.Header().Set("Retry-After", "1")
			w.WriteHeader(http.StatusTooManyRequests)
		}
	case "/kaputt":
		w.WriteHeader(http.StatusInternalServerError)
	case "/langsam":
		<-r.Context().Done() // the asker has given up
	case "/verboten":
		w.WriteHeader(http.StatusForbidden)
	}
}

func asker(now time.Time, memory *outside.Memory) outside.Asker {
	return outside.Asker{
		Agent: "Stadtbote/Test", Pause: time.Millisecond, Patience: 200 * time.Millisecond, Backoff: time.Millisecond,
		Memory: memory, Now: now,
	}
}

var noon = time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)

func TestWhatOthersAnswer(t *testing.T) {
	h := newHost(t, 2, town)
	slow := newHost(t, 4, town)
	closed := newHost(t, 3, town)
	closed.Close()
	tests := []struct {
		path string
		want check.Verdict
	}{
		{"/da", check.Alive},
		{"/weg", check.Dead},
		{"/ohne-head", check.Alive},
		{"/falscher-head", check.Alive},
		{"/umgezogen", check.Moved},
		{"/vorerst", check.Alive},
		{"/umgezogen-und-weg", check.Dead},
		{"/kreis", check.Silent},
		{"/beschäftigt", check.Alive},
		{"/kaputt", check.Silent},
		{"/verboten", check.Silent},
	}
	var addresses []string
	for _, test := range tests {
		addresses = append(addresses, h.URL+test.path)
	}
	addresses = append(addresses, closed.URL+"/da", slow.URL+"/langsam", "http://nirgends.invalid/")
	answers := asker(noon, nil).Ask(t.Context(), addresses)
	for _, test := range tests {
		if got := answers[h.URL+test.path]; got.Verdict != test.want {
			t.Errorf("%s: %+v, want %s", test.path, got, test.want)
		}
	}
	if to := answers[h.URL+"/umgezogen"].To; to != h.URL+"/da" {
		t.Errorf("moved to %q", to)
	}
	if got := answers[closed.URL+"/da"]; got.Verdict != check.Silent {
		t.Errorf("a closed port: %+v", got)
	}
	if got := answers[slow.URL+"/langsam"]; got.Verdict != check.Silent || got.Words != "timeout" {
		t.Errorf("somebody slow: %+v", got)
	}
	if got := answers["http://nirgends.invalid/"]; got.Verdict == check.Alive || got.Words == "" {
		t.Errorf("a name that nobody has: %+v", got)
	}
	if h.most.Load() > 1 {
		t.Errorf("%d questions to one host at once", h.most.Load())
	}
	if n := h.times("HEAD/kaputt"); n != 3 {
		t.Errorf("who is out of order was asked %d times", n)
	}
	for _, line := range h.lines {
		if !strings.HasSuffix(line, " Stadtbote/Test") {
			t.Errorf("no name in %q", line)
		}
	}
}

func TestHostsAreAskedAtOnce(t *testing.T) {
	var together, most atomic.Int32
	meet := func(_ *host, _ http.ResponseWriter, _ *http.Request) {
		most.Store(max(most.Load(), together.Add(1)))
		time.Sleep(30 * time.Millisecond)
		together.Add(-1)
	}
	var addresses []string
	for number := 2; number < 7; number++ {
		h := newHost(t, number, meet)
		addresses = append(addresses, h.URL+"/a", h.URL+"/b")
	}
	if answers := asker(noon, nil).Ask(t.Context(), addresses); len(answers) != len(addresses) {
		t.Fatalf("%d answers", len(answers))
	}
	if most.Load() < 2 {
		t.Error("one host after the other")
	}
}

func TestAnswersAreRemembered(t *testing.T) {
	h := newHost(t, 2, town)
	addresses := []string{h.URL + "/da", h.URL + "/weg", h.URL + "/kaputt"}
	memory := &outside.Memory{}
	asker(noon, memory).Ask(t.Context(), addresses)
	data, err := memory.Data(noon)
	if err != nil {
		t.Fatal(err)
	}
	asked := func(now time.Time) map[string]int {
		before := map[string]int{}
		for _, path := range []string{"/da", "/weg", "/kaputt"} {
			before[path] = h.times("HEAD" + path)
		}
		answers := asker(now, outside.Remember(data)).Ask(t.Context(), addresses)
		if answers[h.URL+"/weg"].Verdict != check.Dead {
			t.Errorf("remembered: %+v", answers)
		}
		for path, n := range before {
			before[path] = min(1, h.times("HEAD"+path)-n)
		}
		return before
	}
	for _, test := range []struct {
		after time.Duration
		want  map[string]int
	}{
		{time.Hour, map[string]int{"/da": 0, "/weg": 0, "/kaputt": 1}},
		{36 * time.Hour, map[string]int{"/da": 0, "/weg": 1, "/kaputt": 1}},
		{8 * 24 * time.Hour, map[string]int{"/da": 1, "/weg": 1, "/kaputt": 1}},
	} {
		if got := asked(noon.Add(test.after)); fmt.Sprint(got) != fmt.Sprint(test.want) {
			t.Errorf("after %v asked %v, want %v", test.after, got, test.want)
		}
	}
	if len(outside.Remember([]byte("kaputt")).Answers) != 0 {
		t.Error("remembers what nobody said")
	}
}

func TestItStopsWhenToldTo(t *testing.T) {
	h := newHost(t, 2, town)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if answers := asker(noon, nil).Ask(ctx, []string{h.URL + "/da"}); len(answers) != 0 {
		t.Errorf("answers: %v", answers)
	}
}
