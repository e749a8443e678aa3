package serve

import (
	"runtime"
	"runtime/metrics"
)

// caretaker collects what earlier plans left behind while nobody waits for a
// page: with 100,000 articles that takes a third of a second, in which the
// plan of a change would take twice its time.
type caretaker struct{ last uint64 } // bytes allocated until it last collected

// untidy is the part of the collector's room that may be filled before it is
// worth collecting: one in so many.
const untidy = 4

// tidy begins to collect if there is enough to collect. It does not wait for
// the end.
func (c *caretaker) tidy() {
	sizes := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}, {Name: "/gc/heap/live:bytes"}, {Name: "/gc/heap/goal:bytes"}}
	metrics.Read(sizes)
	allocated, alive, goal := sizes[0].Value.Uint64(), sizes[1].Value.Uint64(), sizes[2].Value.Uint64()
	if (allocated-c.last)*untidy > goal-min(goal, alive) {
		c.last = allocated
		go runtime.GC()
	}
}
