package serve

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"stadtbote/internal/build"
	"stadtbote/internal/recent"
	"stadtbote/internal/watch"
)

// stage plans the site anew whenever it changed, one plan at a time.
type stage struct {
	Options
	pages *recent.Bytes
	shown atomic.Pointer[show]
	wake  chan struct{} // there is something to plan; holds one

	mu      sync.Mutex
	told    uint64        // changes that are known
	asked   uint64        // of them, those that are quiet: the next plan takes them in
	planned uint64        // of them, those that a plan has taken in
	news    chan struct{} // closed when planned grows
	changed watch.Event   // what the next plan is told
}

func newStage(o Options) *stage {
	s := &stage{Options: o, pages: recent.New(budget), wake: make(chan struct{}, 1), news: make(chan struct{})}
	s.told = 1 // the first plan is due
	s.shown.Store(&show{next: make(chan struct{})})
	s.demand(watch.Event{All: true})
	return s
}

// event is told by the watcher.
func (s *stage) event(e watch.Event) {
	switch e.Kind {
	case watch.Began:
		s.mu.Lock()
		s.told++
		s.mu.Unlock()
	case watch.Quiet:
		s.demand(e)
	case watch.Polling:
		s.tell(News{Polling: e.Cause})
	}
}

// demand lets a plan begin. Several demands become one plan.
func (s *stage) demand(e watch.Event) {
	s.mu.Lock()
	s.changed.Paths = append(s.changed.Paths, e.Paths...)
	s.changed.All = s.changed.All || e.All
	s.asked = s.told
	s.mu.Unlock()
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// again demands a plan although nobody told of a change: a file was not what
// the plan took it for.
func (s *stage) again() {
	s.mu.Lock()
	s.told++
	s.mu.Unlock()
	s.demand(watch.Event{All: true})
}

// current returns the show that holds everything known by now. If ctx ends
// first, it is the one there is.
func (s *stage) current(ctx context.Context) *show {
	s.mu.Lock()
	wanted := s.told
	s.mu.Unlock()
	for {
		s.mu.Lock()
		planned, news := s.planned, s.news
		s.mu.Unlock()
		if planned >= wanted {
			return s.shown.Load()
		}
		select {
		case <-news:
		case <-ctx.Done():
			return s.shown.Load()
		}
	}
}

// run plans until ctx ends.
func (s *stage) run(ctx context.Context) error {
	var next <-chan time.Time // when an embargo or expiry changes the site
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-s.wake:
		case <-next:
			s.again()
			<-s.wake
		}
		s.mu.Lock()
		number, changed := s.asked, s.changed
		s.changed = watch.Event{}
		s.mu.Unlock()
		err := s.plan(ctx, changed)
		if ctx.Err() != nil {
			return nil
		}
		if panicked, ok := errors.AsType[*build.PanicError](err); ok {
			return panicked
		}
		if err != nil {
			s.tell(News{Failure: err, Changed: changed.Paths})
		}
		s.taken(number)
		if err == nil && !changed.All {
			s.verify()
		}
		next = s.deadline()
	}
}

// verify looks at everything, after a plan for which only what was told was
// looked at. Nobody waits for it.
func (s *stage) verify() {
	if len(s.wake) > 0 {
		s.demand(watch.Event{All: true}) // the next plan looks itself
		return
	}
	if outdated, err := s.shown.Load().latest.Outdated(s.Build); err == nil && outdated {
		s.again()
	}
}

// taken notes which changes the show holds, and wakes those who wait for it.
func (s *stage) taken(number uint64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.planned = number
	close(s.news)
	s.news = make(chan struct{})
}

// deadline returns a channel that tells when the site changes by itself.
func (s *stage) deadline() <-chan time.Time {
	plan := s.shown.Load().latest
	if s.Fixed || plan == nil || plan.Next.IsZero() {
		return nil
	}
	return time.After(min(time.Until(plan.Next), 24*time.Hour))
}

func (s *stage) tell(n News) {
	if s.Tell != nil {
		s.Tell(n)
	}
}
