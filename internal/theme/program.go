package theme

import (
	"html/template"
	"reflect"
	"sync"
)

// html/template looks up every field by its name and calls every escaper by
// reflection: some 0.8 µs for each value on a page, more than all the rest of
// a build together. So a template that html/template has parsed, checked and
// escaped is compiled once more for the type of its data: fields become
// indexes, escapers become direct calls.
//
// Two rules keep this honest. What the compiler does not know (maps, methods,
// most functions, unusual contexts) it leaves to html/template. And a program
// never explains a mistake: whatever goes wrong while it runs, it gives up, and
// html/template executes the template again and says what is wrong. A test
// executes all templates both ways with random data and compares.

// program is a template compiled for data of one type.
type program struct {
	ops   []op
	slots int // for variables
}

// op is one step of a program: it appends to the output.
type op func(r *run, dot reflect.Value)

// run is one execution of a program.
type run struct {
	theme *Theme
	out   *buffer
	vars  []reflect.Value
}

// giveUp ends a run that html/template shall repeat.
type giveUp struct{}

func (r *run) giveUp() { panic(giveUp{}) }

// do runs a list of steps.
func (r *run) do(ops []op, dot reflect.Value) {
	for _, step := range ops {
		step(r, dot)
	}
}

// text appends constant text and counts the step.
func (r *run) text(p []byte) {
	if _, err := r.out.Write(p); err != nil {
		r.giveUp()
	}
}

// execute runs the program and reports whether it came to its end.
func (p *program) execute(t *Theme, out *buffer, data any) (done bool) {
	defer func() {
		if recover() != nil { // giveUp, or what html/template shall report
			out.bytes, out.writes = out.bytes[:0], 0
			done = false
		}
	}()
	r := run{theme: t, out: out}
	if p.slots > 0 {
		r.vars = make([]reflect.Value, p.slots)
	}
	dot := reflect.ValueOf(data)
	r.vars[0] = dot
	r.do(p.ops, dot)
	return true
}

// programs are the compiled forms of the templates of one set.
type programs struct {
	set  *template.Template
	made sync.Map // programKey → *program; nil for what cannot be compiled
}

type programKey struct {
	name string
	data reflect.Type
}

// of returns the program of a template for that data; nil if there is none.
func (p *programs) of(t *Theme, name string, data any) *program {
	key := programKey{name, reflect.TypeOf(data)}
	if known, ok := p.made.Load(key); ok {
		return known.(*program)
	}
	known, _ := p.made.LoadOrStore(key, compile(t, p.set, key))
	return known.(*program)
}

// execute runs a template of the set: compiled where that is possible, by
// html/template otherwise and after every mistake.
func (p *programs) execute(t *Theme, name string, out *buffer, data any) error {
	if program := p.of(t, name, data); program != nil && program.execute(t, out, data) {
		return nil
	}
	return execute(p.set, name, out, data)
}
