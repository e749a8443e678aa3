package build

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
)

func TestEachDoesEverythingOnce(t *testing.T) {
	for _, jobs := range []int{1, 3, 100} {
		var done [1000]atomic.Int32
		if err := each(t.Context(), jobs, len(done), func(i int) error { done[i].Add(1); return nil }); err != nil {
			t.Fatal(err)
		}
		for i := range done {
			if n := done[i].Load(); n != 1 {
				t.Fatalf("with %d jobs, number %d was done %d times", jobs, i, n)
			}
		}
	}
}

func TestEachReturnsTheErrorOfTheLowestNumber(t *testing.T) {
	for range 200 {
		err := each(t.Context(), 8, 300, func(i int) error {
			if i%7 == 5 {
				return fmt.Errorf("number %d", i)
			}
			return nil
		})
		if err == nil || err.Error() != "number 5" {
			t.Fatalf("got %v, want number 5", err)
		}
	}
}

func TestEachTurnsAPanicIntoAnError(t *testing.T) {
	err := each(t.Context(), 2, 10, func(i int) error {
		if i == 3 {
			panic("aus dem Takt")
		}
		return nil
	})
	panicked, ok := errors.AsType[*PanicError](err)
	if !ok || panicked.Value != "aus dem Takt" || len(panicked.Stack) == 0 {
		t.Errorf("got %v", err)
	}
}

func TestEachStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	n := 0
	err := each(ctx, 1, 100, func(i int) error {
		n++
		if i == 9 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) || n != 10 {
		t.Errorf("got %v after %d", err, n)
	}
}
