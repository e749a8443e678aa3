package site

import (
	"runtime"
	"sync"
)

// partSize is how many entries are worth a goroutine.
const partSize = 512

// inParts calls do for the parts of 0 … n-1, several at once, and returns when
// all are done. What do writes belongs to its part alone. A panic of a part is
// one of the caller's, who can apologise for it.
func inParts(n int, do func(from, to int)) {
	parts := min(runtime.GOMAXPROCS(0), (n+partSize-1)/partSize)
	if parts <= 1 {
		do(0, n)
		return
	}
	var all sync.WaitGroup
	panics := make([]any, parts)
	for part := range parts {
		all.Go(func() {
			defer func() { panics[part] = recover() }()
			do(n*part/parts, n*(part+1)/parts)
		})
	}
	all.Wait()
	for _, value := range panics {
		if value != nil {
			panic(value)
		}
	}
}
