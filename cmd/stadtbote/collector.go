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
	// A preview lives for hours, and each plan leaves a site behind: with more
	// room it is not searched for rubbish while somebody waits for a page. It
	// still stays below 250 MB with 10,000 articles.
	previewFloor = 168 << 20
	heapShare    = 60 // per cent of what is alive
	// Of what is alive beyond a large site's first bytes, a preview may take more:
	// room for the plans of two edits of 100,000 articles.
	largeSite    = 128 << 20 // bytes
	previewShare = 120       // per cent
	ceiling      = 930 << 20
	breathing    = 140 // per cent of what is alive
)

// paceCollector sets the collector's goal now and after each of its cycles. It
// leaves it alone where the environment has set one.
func paceCollector(args []string) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	g := goal{live: []metrics.Sample{{Name: "/gc/heap/live:bytes"}}, floor: heapFloor, share: heapShare}
	if len(args) > 1 && args[1] == "serve" {
		g.floor, g.share = previewFloor, previewShare
	}
	g.set()
}

// goal is what the collector is to aim at.
type goal struct {
	live  []metrics.Sample
	floor uint64 // bytes
	share uint64 // per cent of what is alive beyond largeSite
}

// room returns how many bytes there may be beyond those alive.
func (g goal) room(alive uint64) uint64 {
	small := min(alive, largeSite)
	return max(small*heapShare/100+(alive-small)*g.share/100, g.floor-min(alive, g.floor))
}

// set sets the goal by what was alive at the end of the last cycle, and
// leaves a sentinel whose death, in the next cycle, calls it again.
func (g goal) set() {
	metrics.Read(g.live)
	alive := max(g.live[0].Value.Uint64(), 4<<20)                  // the runtime's own least heap
	debug.SetGCPercent(int(g.room(alive) * 100 / alive))           //nolint:gosec // fits
	debug.SetMemoryLimit(max(ceiling, int64(alive)*breathing/100)) //nolint:gosec // fits
	sentinel := new([16]byte)
	runtime.AddCleanup(sentinel, goal.set, g)
}
