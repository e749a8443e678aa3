package theme

import (
	"errors"
	"fmt"
	"html/template"
	"runtime/debug"
	"sync"
)

// The limits of one execution. A page of 100,000 entries stays far below; a
// template that runs away meets them within a second or two.
const (
	maxBytes  = 64 << 20
	maxWrites = 8 << 20
	maxString = 1 << 20 // of one value that a template puts together
)

var (
	errTooLong = errors.New("output too long")
	errEndless = errors.New("too many steps")
	errString  = errors.New("text too long")
)

// buffer collects the output of one execution and ends it when it runs away.
// Every turn of a loop writes at least the empty text that the loader put
// there, so an endless loop meets the limit even if it prints nothing.
type buffer struct {
	bytes  []byte
	writes int
}

var buffers = sync.Pool{New: func() any { return &buffer{bytes: make([]byte, 0, 32<<10)} }}

// Write keeps p.
func (b *buffer) Write(p []byte) (int, error) {
	b.writes++
	if b.writes > maxWrites {
		return 0, errEndless
	}
	if len(b.bytes)+len(p) > maxBytes {
		return 0, errTooLong
	}
	b.bytes = append(b.bytes, p...)
	return len(p), nil
}

// release hands the buffer to the next execution. Very large ones are left to
// the collector.
func (b *buffer) release() {
	if cap(b.bytes) > 1<<20 {
		return
	}
	b.bytes, b.writes = b.bytes[:0], 0
	buffers.Put(b)
}

// execute runs one template of a set. What panics inside comes back as an
// error, so that one template cannot end a build without a word.
func execute(set *template.Template, name string, w *buffer, data any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &panicked{name: name, value: fmt.Sprint(r), stack: debug.Stack()}
		}
	}()
	return set.ExecuteTemplate(w, name, data)
}

// panicked is what is known of a panic during execution.
type panicked struct {
	name, value string
	stack       []byte
}

func (p *panicked) Error() string { return p.name + ": " + p.value }
