package picture

import (
	"container/list"
	"sync"

	"stadtbote/internal/digest"
)

// budget is how many bytes a Memory keeps.
const budget = 64 << 20

// Memory is a Store of those versions that were asked for last, for previews
// that write nothing.
type Memory struct {
	mu    sync.Mutex
	size  int
	order *list.List // of *kept, the last asked for in front
	byKey map[digest.Sum]*list.Element
}

type kept struct {
	key  digest.Sum
	data []byte
}

// NewMemory returns an empty Memory.
func NewMemory() *Memory { return &Memory{order: list.New(), byKey: map[digest.Sum]*list.Element{}} }

// Load returns what was saved under a key, if it is still known.
func (m *Memory) Load(key digest.Sum) (data []byte, known bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	element, known := m.byKey[key]
	if !known {
		return nil, false
	}
	m.order.MoveToFront(element)
	return element.Value.(*kept).data, true
}

// Save keeps data, which nobody changes any more.
func (m *Memory) Save(key digest.Sum, data []byte) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, known := m.byKey[key]; known {
		return
	}
	m.byKey[key] = m.order.PushFront(&kept{key, data})
	for m.size += len(data); m.size > budget && m.order.Len() > 1; {
		old := m.order.Remove(m.order.Back()).(*kept)
		delete(m.byKey, old.key)
		m.size -= len(old.data)
	}
}
