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
	pages  *recent.Bytes
	good   sync.Map // of the pages that were made, by path: the key in pages
	shown  atomic.Pointer[show]
	seats  seats
	wake   chan struct{} // there is something to plan; holds one
	pauses pauses

	mu      sync.Mutex
	told    uint64        // changes that are known
	asked   uint64        // of them, those that are quiet: the next plan takes them in
	planned uint64        // of them, those that a plan has taken in
	news    chan struct{} // closed when planned grows
	changed watch.Event   // what the next plan is told
	hurry   func()        // calls off the look at everything; nil while there is none

	caretaker caretaker // of run alone

	doubt time.Time     // of run alone: when the first plan was made for which not everything has been looked at; zero: none
	long  time.Duration // likewise: how long looking at everything takes, as far as is known
}

// pauses are the times between a plan that believed what it was told, and a
// look at everything. The look comes when nobody types, so that neither the
// page that was just saved nor the next one waits for it; but not much later.
type pauses struct{ calm, atMost time.Duration }

// rarely is how many times longer than a look itself it may be put off, so that
// a site of 100,000 articles is not looked at with every tenth save.
const rarely = 50

var usual = pauses{calm: 200 * time.Millisecond, atMost: 5 * time.Second}

func newStage(o Options) *stage {
	s := &stage{Options: o, pages: recent.New(budget), wake: make(chan struct{}, 1), news: make(chan struct{}), pauses: usual}
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
		s.callOff()
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
	s.callOff()
	s.mu.Unlock()
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// callOff ends the look at everything, if there is one: something changed.
func (s *stage) callOff() {
	if s.hurry != nil {
		s.hurry()
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
	var next, calmed <-chan time.Time // when an embargo or expiry changes the site; when to look at everything
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-s.wake:
		case <-next:
			s.again()
			<-s.wake
		case <-calmed:
			s.caretaker.tidy()
			s.verify(ctx)
			calmed = nil // if it was called off, a plan is about to follow
			continue
		}
		believed, err := s.follow(ctx)
		if err != nil || ctx.Err() != nil {
			return err
		}
		calmed = nil
		if believed {
			calmed = time.After(s.pauses.calm)
		}
		next = s.deadline()
	}
}

// follow plans what is asked for by now. It reports whether the plan believed
// what it was told, so that everything is still to be looked at.
func (s *stage) follow(ctx context.Context) (believed bool, err error) {
	s.mu.Lock()
	number, changed := s.asked, s.changed
	s.changed = watch.Event{}
	s.mu.Unlock()
	changed.All = changed.All || !s.doubt.IsZero() && time.Since(s.doubt) > max(s.pauses.atMost, rarely*s.long)
	err = s.plan(ctx, changed)
	if ctx.Err() != nil {
		return false, nil
	}
	if panicked, ok := errors.AsType[*build.PanicError](err); ok {
		return false, panicked
	}
	if err != nil {
		s.tell(News{Failure: err, Changed: changed.Paths})
	}
	s.taken(number)
	switch {
	case changed.All:
		s.doubt = time.Time{}
	case s.doubt.IsZero():
		s.doubt = time.Now()
	}
	return err == nil && !changed.All, nil
}

// verify looks at everything, after plans for which only what was told was
// looked at. A change calls it off: the plan that follows is more urgent, and
// after it there is another look.
func (s *stage) verify(ctx context.Context) {
	looking, cancel := context.WithCancel(ctx)
	defer cancel()
	s.mu.Lock()
	idle := s.asked == s.told && s.told == s.planned
	if idle {
		s.hurry = cancel
	}
	s.mu.Unlock()
	if !idle {
		return
	}
	start := time.Now()
	outdated, err := s.shown.Load().latest.Outdated(looking, s.Build)
	took := time.Since(start)
	s.mu.Lock()
	s.hurry = nil
	s.mu.Unlock()
	if err != nil {
		s.long = max(s.long, took) // it was called off, at least that long it takes
		return
	}
	s.doubt, s.long = time.Time{}, took
	if outdated {
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
