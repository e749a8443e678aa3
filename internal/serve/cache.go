package serve

import (
	"container/list"
	"sync"

	"stadtbote/internal/digest"
	"stadtbote/internal/output"
)

// budget is how many bytes of finished files are kept.
const budget = 16 << 20

// cache keeps files that were made, the ones asked for last. Its keys name a
// file with all its inputs, so that nothing in it ever becomes wrong.
type cache struct {
	mu    sync.Mutex
	size  int
	order *list.List // of *kept, the last asked for in front
	byKey map[digest.Sum]*list.Element
}

type kept struct {
	key  digest.Sum
	body []byte
}

func newCache() *cache { return &cache{order: list.New(), byKey: map[digest.Sum]*list.Element{}} }

// keyOf names a file with everything that it is made from.
func keyOf(file output.File) digest.Sum {
	var b digest.Builder
	b.Text(file.Path)
	for _, in := range file.Named() {
		b.Text(in.Name)
		b.Sum(in.Sum)
	}
	return b.Name()
}

func (c *cache) find(key digest.Sum) (body []byte, known bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	element, known := c.byKey[key]
	if !known {
		return nil, false
	}
	c.order.MoveToFront(element)
	return element.Value.(*kept).body, true
}

// keep takes a file that nobody changes any more. A file that would drive out
// most others is not kept.
func (c *cache) keep(key digest.Sum, body []byte) {
	if len(body) > budget/4 {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, known := c.byKey[key]; known {
		return
	}
	c.byKey[key] = c.order.PushFront(&kept{key, body})
	for c.size += len(body); c.size > budget; {
		last := c.order.Back()
		old := c.order.Remove(last).(*kept)
		delete(c.byKey, old.key)
		c.size -= len(old.body)
	}
}
