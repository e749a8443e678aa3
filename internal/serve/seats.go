package serve

import (
	"context"
	"net"
	"net/http"
	"slices"
	"sync"
)

// seats keep a browser from spending all its connections on listening: it has
// six for one address, and pages need some of them. Who comes when all seats are
// taken gets that of who sat longest; the browser brings that one back by itself
// a moment later, and it is told what it missed.
type seats struct {
	mu    sync.Mutex
	taken map[string][]*seat // by the browser's address, in the order of their coming
}

// seat is where one open page listens.
type seat struct{ leave context.CancelFunc }

// seatsEach is how many pages of one browser listen at once.
const seatsEach = 4

// take gives the sender of a request a seat. The context ends when another takes
// it; the function gives it back.
func (s *seats) take(r *http.Request) (context.Context, func()) {
	ctx, cancel := context.WithCancel(r.Context())
	from, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		from = r.RemoteAddr
	}
	own := &seat{cancel}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.taken == nil {
		s.taken = map[string][]*seat{}
	}
	s.taken[from] = append(s.taken[from], own)
	if len(s.taken[from]) > seatsEach {
		s.taken[from][0].leave()
		s.taken[from] = s.taken[from][1:]
	}
	return ctx, func() {
		cancel()
		s.mu.Lock()
		defer s.mu.Unlock()
		s.taken[from] = slices.DeleteFunc(s.taken[from], func(x *seat) bool { return x == own })
	}
}
