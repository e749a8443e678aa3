package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// Go's garbage collector starts anew whenever the heap has doubled, which for a
// program that begins small and lives for a second is far too often: a third of
// a build went there. So the heap may first grow to the floor, and beyond it by
// a share of what is alive, up to a ceiling that lets 100,000 articles fit into
// one GiB. What needs more than that gets it, with room to breathe.
const (
	heapFloor = 96 << 20 // bytes
	heapShare = 60       // per cent of what is alive
	ceiling   = 930 << 20
	breathing = 140 // per cent of what is alive
)

// paceCollector sets the collector's goal now and after each of its cycles. It
// leaves it alone where the environment has set one.
func paceCollector() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	setGoal(live)
}

// setGoal sets the goal by what was alive at the end of the last cycle, and
// leaves a sentinel whose death, in the next cycle, calls it again.
func setGoal(live []metrics.Sample) {
	metrics.Read(live)
	alive := max(live[0].Value.Uint64(), 4<<20) // the runtime's own least heap
	debug.SetGCPercent(int(max(heapShare, (heapFloor-min(alive, heapFloor))*100/alive)))
	debug.SetMemoryLimit(max(ceiling, int64(alive)*breathing/100)) //nolint:gosec // fits
	sentinel := new([16]byte)
	runtime.AddCleanup(sentinel, setGoal, live)
}
