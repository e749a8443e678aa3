package recent

import (
	"testing"

	"stadtbote/internal/digest"
)

func TestBytesKeepToTheirBudget(t *testing.T) {
	const budget = 1000
	b := New(budget)
	for i := range byte(100) {
		b.Save(digest.Sum{i}, make([]byte, 100))
	}
	if b.size > budget || len(b.byKey) != b.order.Len() {
		t.Errorf("%d bytes in %d and %d places", b.size, len(b.byKey), b.order.Len())
	}
	if data, known := b.Load(digest.Sum{99}); !known || len(data) != 100 {
		t.Error("the newest is gone")
	}
	if _, known := b.Load(digest.Sum{0}); known {
		t.Error("the oldest is still there")
	}
	b.Save(digest.Sum{200}, make([]byte, budget))
	if _, known := b.Load(digest.Sum{99}); !known {
		t.Error("one large file drove out the others")
	}
}

func TestWhatIsAskedForIsKept(t *testing.T) {
	b := New(1000)
	for i := range byte(6) {
		b.Save(digest.Sum{i}, make([]byte, 200))
		b.Load(digest.Sum{0})
	}
	_, first := b.Load(digest.Sum{0})
	_, second := b.Load(digest.Sum{1})
	_, last := b.Load(digest.Sum{5})
	if !first || second || !last {
		t.Error(first, second, last)
	}
}

func TestTwoSavesOfOneKeyCountOnce(t *testing.T) {
	b := New(1000)
	b.Save(digest.Sum{1}, make([]byte, 100))
	b.Save(digest.Sum{1}, make([]byte, 100))
	if b.size != 100 {
		t.Errorf("%d bytes", b.size)
	}
}
