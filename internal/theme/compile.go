package theme

import (
	"html/template"
	"reflect"
	"text/template/parse"
)

// compiler makes a program of an escaped template.
type compiler struct {
	theme *Theme
	set   *template.Template
	slots int
	scope []variable // visible ones, the innermost last
}

// variable is a template's variable: its place in run.vars and its type.
type variable struct {
	name string
	slot int
	typ  reflect.Type
}

// unknown is what the compiler panics with where it leaves a template to
// html/template.
type unknown struct{}

func leave() { panic(unknown{}) }

// compile returns the program of a template, or nil if it cannot be compiled.
func compile(t *Theme, set *template.Template, key programKey) (p *program) {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(unknown); !ok {
				panic(r)
			}
			p = nil
		}
	}()
	c := compiler{theme: t, set: set}
	c.declare("$", key.data)
	ops := c.list(c.tree(key.name).Root, key.data)
	return &program{ops: ops, slots: c.slots}
}

// tree returns an escaped template. One that html/template derived for another
// context is not to be had.
func (c *compiler) tree(name string) *parse.Tree {
	found := c.set.Lookup(name)
	if found == nil || found.Tree == nil {
		leave()
	}
	return found.Tree
}

// declare makes a variable visible and returns its slot.
func (c *compiler) declare(name string, typ reflect.Type) int {
	slot := c.slots
	c.slots++
	c.scope = append(c.scope, variable{name, slot, typ})
	return slot
}

// declareIn makes the one variable of a pipeline visible, if it has one, and
// returns its slot or -1.
func (c *compiler) declareIn(pipe *parse.PipeNode, typ reflect.Type) int {
	switch {
	case len(pipe.Decl) == 0:
		return -1
	case len(pipe.Decl) > 1 || pipe.IsAssign:
		leave()
	}
	return c.declare(pipe.Decl[0].Ident[0], typ)
}

// list compiles nodes whose dot has the type typ. What they declare ends with
// them.
func (c *compiler) list(list *parse.ListNode, typ reflect.Type) []op {
	if list == nil {
		return nil
	}
	visible := len(c.scope)
	ops := make([]op, 0, len(list.Nodes))
	for _, node := range list.Nodes {
		if step := c.node(node, typ); step != nil {
			ops = append(ops, step)
		}
	}
	c.scope = c.scope[:visible]
	return ops
}

func (c *compiler) node(node parse.Node, typ reflect.Type) op {
	switch n := node.(type) {
	case *parse.TextNode:
		text := n.Text
		return func(r *run, _ reflect.Value) { r.text(text) }
	case *parse.ActionNode:
		return c.action(n.Pipe, typ)
	case *parse.IfNode:
		return c.ifNode(n, typ)
	case *parse.WithNode:
		return c.with(n, typ)
	case *parse.RangeNode:
		return c.rangeNode(n, typ)
	case *parse.TemplateNode:
		return c.call(n, typ)
	case *parse.CommentNode:
		return nil
	}
	leave()
	return nil
}

// action compiles {{ value | escapers }} and {{ $x := value }}.
func (c *compiler) action(pipe *parse.PipeNode, typ reflect.Type) op {
	if len(pipe.Decl) == 0 {
		return c.print(pipe, typ)
	}
	value := c.pipe(pipe, typ)
	slot := c.declareIn(pipe, value.typ)
	return func(r *run, dot reflect.Value) { r.vars[slot] = value.eval(r, dot) }
}

func (c *compiler) ifNode(n *parse.IfNode, typ reflect.Type) op {
	if len(n.Pipe.Decl) > 0 {
		leave()
	}
	holds := c.condition(n.Pipe, typ)
	then, otherwise := c.list(n.List, typ), c.list(n.ElseList, typ)
	return func(r *run, dot reflect.Value) {
		if holds(r, dot) {
			r.do(then, dot)
		} else {
			r.do(otherwise, dot)
		}
	}
}

func (c *compiler) with(n *parse.WithNode, typ reflect.Type) op {
	visible := len(c.scope)
	value := c.pipe(n.Pipe, typ)
	slot := c.declareIn(n.Pipe, value.typ)
	holds := truth(value.typ)
	then, otherwise := c.list(n.List, value.typ), c.list(n.ElseList, typ)
	c.scope = c.scope[:visible]
	return func(r *run, dot reflect.Value) {
		v := value.eval(r, dot)
		if slot >= 0 {
			r.vars[slot] = v
		}
		if holds(v) {
			r.do(then, v)
		} else {
			r.do(otherwise, dot)
		}
	}
}

// rangeNode compiles a loop over a slice; other loops are rare.
func (c *compiler) rangeNode(n *parse.RangeNode, typ reflect.Type) op {
	visible := len(c.scope)
	value := c.pipe(n.Pipe, typ)
	if value.typ.Kind() != reflect.Slice || n.Pipe.IsAssign || len(n.Pipe.Decl) > 2 {
		leave()
	}
	index, item := -1, -1
	decl := n.Pipe.Decl
	if len(decl) == 2 {
		index = c.declare(decl[0].Ident[0], reflect.TypeFor[int]())
		decl = decl[1:]
	}
	if len(decl) == 1 {
		item = c.declare(decl[0].Ident[0], value.typ.Elem())
	}
	body := c.list(n.List, value.typ.Elem())
	c.scope = c.scope[:visible]
	otherwise := c.list(n.ElseList, typ)
	return func(r *run, dot reflect.Value) {
		list := value.eval(r, dot)
		for i := range list.Len() {
			v := list.Index(i)
			if index >= 0 {
				r.vars[index] = reflect.ValueOf(i)
			}
			if item >= 0 {
				r.vars[item] = v
			}
			r.do(body, v)
		}
		if list.Len() == 0 {
			r.do(otherwise, dot)
		}
	}
}

// call compiles {{ template }}: the steps of the other template, with
// variables of its own.
func (c *compiler) call(n *parse.TemplateNode, typ reflect.Type) op {
	tree := c.tree(n.Name)
	outer := c.scope
	defer func() { c.scope = outer }()
	if n.Pipe == nil {
		c.scope = nil
		ops := c.list(tree.Root, nil)
		return func(r *run, _ reflect.Value) { r.do(ops, reflect.Value{}) }
	}
	if len(n.Pipe.Decl) > 0 {
		leave()
	}
	value := c.pipe(n.Pipe, typ)
	c.scope = nil
	slot := c.declare("$", value.typ)
	ops := c.list(tree.Root, value.typ)
	return func(r *run, dot reflect.Value) {
		v := value.eval(r, dot)
		r.vars[slot] = v
		r.do(ops, v)
	}
}
