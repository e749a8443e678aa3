package build

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// jobs is how many goroutines work at once.
func (o *Options) jobs() int {
	if o.Jobs > 0 {
		return o.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

// PanicError is a panic of the program while it worked on one thing. It is a
// fault of the program, never of an author.
type PanicError struct {
	Value any
	Stack []byte
}

func (p *PanicError) Error() string { return fmt.Sprintf("panic: %v", p.Value) }

// stretch is how many numbers in a row one goroutine takes at most: an article's
// page and its print version stand side by side and share what the first needs.
const stretch = 16

// each calls do for 0 … n-1, in this order as far as jobs allow, and returns
// when all calls have. It returns the error of the lowest number that has one,
// whichever came first; of the numbers above it, some are not done.
func each(ctx context.Context, jobs, n int, do func(i int) error) error {
	var next, limit atomic.Int64
	limit.Store(int64(n))
	errs := make([]error, max(jobs, 1))
	at := make([]int64, len(errs))
	some := int64(max(1, min(stretch, n/(8*len(errs)))))
	work := func(worker int) {
		for from := next.Add(some) - some; from < limit.Load(); from = next.Add(some) - some {
			for i := from; i < min(from+some, limit.Load()); i++ {
				if err := guarded(ctx, int(i), do); err != nil {
					errs[worker], at[worker] = err, i
					lower(&limit, i)
					return // what it has yet to do is above i
				}
			}
		}
	}
	var all sync.WaitGroup
	for worker := range errs {
		all.Go(func() { work(worker) })
	}
	all.Wait()
	for worker, err := range errs {
		if err != nil && at[worker] == limit.Load() {
			return err
		}
	}
	return nil
}

// guarded calls do and turns a panic into an error.
func guarded(ctx context.Context, i int, do func(i int) error) (err error) {
	defer func() {
		if value := recover(); value != nil {
			err = &PanicError{Value: value, Stack: debug.Stack()}
		}
	}()
	if err := ctx.Err(); err != nil {
		return err
	}
	return do(i)
}

// lower sets v to n if n is lower.
func lower(v *atomic.Int64, n int64) {
	for {
		now := v.Load()
		if n >= now || v.CompareAndSwap(now, n) {
			return
		}
	}
}

// progress passes on how far a stage has come.
type progress struct {
	mu    sync.Mutex
	tell  func(Progress)
	stage Stage
	done  int
	total int
}

// step is how many things are done between two reports.
const step = 64

func (o *Options) progress(stage Stage, total int) *progress {
	return &progress{tell: o.Progress, stage: stage, total: total}
}

// one notes that one more thing is done.
func (p *progress) one() {
	if p.tell == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	if p.done%step == 0 || p.done == p.total {
		p.tell(Progress{Stage: p.stage, Done: p.done, Total: p.total})
	}
}
