package serve

import (
	"testing"
	"time"
)

// A browser has six connections for one address. However many pages are open,
// some are left for pages.
func TestManyOpenPagesLeaveConnectionsForOthers(t *testing.T) {
	p := open(t, small, nil)
	var streams []<-chan [2]string
	for range seatsEach + 2 {
		told := p.events("/", "x")
		p.hears(told, "changed")
		streams = append(streams, told)
	}
	for i, told := range streams {
		wait, should := patience, i < 2 // those who came first
		if !should {
			wait = 50 * time.Millisecond
		}
		if ends(told, wait) != should {
			t.Errorf("page %d of %d: that its stream ends should be %v", i+1, len(streams), should)
		}
	}
}

// ends reports whether a stream ends within a time.
func ends(told <-chan [2]string, within time.Duration) bool {
	for late := time.After(within); ; {
		select {
		case _, open := <-told:
			if !open {
				return true
			}
		case <-late:
			return false
		}
	}
}
