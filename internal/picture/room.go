package picture

import "sync"

// Room bounds how many pixels are in memory at once, whatever the number of
// goroutines: they wait until others are done.
type Room struct {
	mu    sync.Mutex
	freed *sync.Cond
	left  int
}

// roomy is how many pixels a Room takes: those of the largest picture, and of
// one from a good camera beside it.
const roomy = MaxPixels + 32<<20

// NewRoom returns an empty room.
func NewRoom() *Room {
	r := &Room{left: roomy}
	r.freed = sync.NewCond(&r.mu)
	return r
}

// Enter waits until there is room for so many pixels, and returns what is to be
// called when they are no longer needed.
func (r *Room) Enter(pixels int) (leave func()) {
	pixels = min(pixels, roomy)
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.left < pixels {
		r.freed.Wait()
	}
	r.left -= pixels
	return func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.left += pixels
		r.freed.Broadcast()
	}
}
