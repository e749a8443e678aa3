// Package recent keeps bytes in memory that are costly to make, those that were
// asked for last. Keys name everything that the bytes are made from, so that
// nothing kept ever becomes wrong; it can only be forgotten.
package recent

import (
	"container/list"
	"sync"

	"stadtbote/internal/digest"
)

// Bytes keeps as many bytes as it may, for any number of goroutines.
type Bytes struct {
	budget int

	mu    sync.Mutex
	size  int
	order *list.List // of *kept, the last asked for in front
	byKey map[digest.Sum]*list.Element
}

type kept struct {
	key  digest.Sum
	data []byte
}

// New returns an empty Bytes that keeps at most so many bytes.
func New(budget int) *Bytes {
	return &Bytes{budget: budget, order: list.New(), byKey: map[digest.Sum]*list.Element{}}
}

// Load returns what was saved under a key, if it is still known.
func (b *Bytes) Load(key digest.Sum) (data []byte, known bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	element, known := b.byKey[key]
	if !known {
		return nil, false
	}
	b.order.MoveToFront(element)
	return element.Value.(*kept).data, true
}

// Save keeps data, which nobody changes any more. Data that would drive out
// most others are not kept.
func (b *Bytes) Save(key digest.Sum, data []byte) {
	if len(data) > b.budget/4 {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if _, known := b.byKey[key]; known {
		return
	}
	b.byKey[key] = b.order.PushFront(&kept{key, data})
	for b.size += len(data); b.size > b.budget; {
		old := b.order.Remove(b.order.Back()).(*kept)
		delete(b.byKey, old.key)
		b.size -= len(old.data)
	}
}
