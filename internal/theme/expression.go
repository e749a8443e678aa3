package theme

import (
	"reflect"
	"slices"
	"text/template/parse"
)

// value is a compiled expression: how to get it, and the type that it always
// has.
type value struct {
	typ  reflect.Type
	eval func(r *run, dot reflect.Value) reflect.Value
}

var (
	intType    = reflect.TypeFor[int]()
	stringType = reflect.TypeFor[string]()
	boolType   = reflect.TypeFor[bool]()
)

// pipe compiles a pipeline of one command. Its declarations are the caller's.
func (c *compiler) pipe(pipe *parse.PipeNode, typ reflect.Type) value {
	if len(pipe.Cmds) != 1 {
		leave()
	}
	return c.command(pipe.Cmds[0], typ)
}

func (c *compiler) command(command *parse.CommandNode, typ reflect.Type) value {
	if id, ok := command.Args[0].(*parse.IdentifierNode); ok {
		return c.function(id.Ident, command.Args[1:], typ)
	}
	if len(command.Args) != 1 {
		leave()
	}
	return c.operand(command.Args[0], typ)
}

// operand compiles one word of a command.
func (c *compiler) operand(node parse.Node, typ reflect.Type) value {
	switch n := node.(type) {
	case *parse.DotNode:
		if typ == nil {
			leave()
		}
		return value{typ, func(_ *run, dot reflect.Value) reflect.Value { return dot }}
	case *parse.FieldNode:
		return c.operand(&parse.DotNode{}, typ).fields(n.Ident)
	case *parse.VariableNode:
		return c.variable(n.Ident[0]).fields(n.Ident[1:])
	case *parse.PipeNode:
		if len(n.Decl) > 0 {
			leave()
		}
		return c.pipe(n, typ)
	case *parse.StringNode:
		return constantOf(n.Text)
	case *parse.NumberNode:
		if n.IsInt {
			return constantOf(int(n.Int64))
		}
	case *parse.BoolNode:
		return constantOf(n.True)
	}
	leave()
	return value{}
}

func constantOf(v any) value {
	constant := reflect.ValueOf(v)
	return value{constant.Type(), func(*run, reflect.Value) reflect.Value { return constant }}
}

func (c *compiler) variable(name string) value {
	for _, v := range slices.Backward(c.scope) {
		if v.name != name {
			continue
		}
		if v.typ == nil {
			leave()
		}
		slot := v.slot
		return value{v.typ, func(r *run, _ reflect.Value) reflect.Value { return r.vars[slot] }}
	}
	leave()
	return value{}
}

// fields follows a chain of names.
func (v value) fields(names []string) value {
	for _, name := range names {
		v = v.field(name)
	}
	return v
}

// field is one field of a struct or of what a pointer leads to.
func (v value) field(name string) value {
	owner := v.typ
	pointer := owner.Kind() == reflect.Pointer
	if pointer {
		owner = owner.Elem()
	}
	if owner.Kind() != reflect.Struct || reflect.PointerTo(owner).NumMethod() > 0 {
		leave()
	}
	f, found := owner.FieldByName(name)
	if !found || !f.IsExported() || len(f.Index) != 1 {
		leave()
	}
	from, index := v.eval, f.Index[0]
	if !pointer {
		return value{f.Type, func(r *run, dot reflect.Value) reflect.Value { return from(r, dot).Field(index) }}
	}
	return value{f.Type, func(r *run, dot reflect.Value) reflect.Value {
		v := from(r, dot)
		if v.IsNil() {
			r.giveUp()
		}
		return v.Elem().Field(index)
	}}
}

// function compiles a call of the few functions that templates use most.
func (c *compiler) function(name string, args []parse.Node, typ reflect.Type) value {
	switch {
	case name == "word" && len(args) > 0:
		return c.word(args, typ)
	case name == "len" && len(args) == 1:
		list := c.operand(args[0], typ)
		if list.typ.Kind() != reflect.Slice {
			leave()
		}
		return value{intType, func(r *run, dot reflect.Value) reflect.Value {
			return reflect.ValueOf(list.eval(r, dot).Len())
		}}
	case name == "first" && len(args) == 2:
		n, list := c.operand(args[0], typ), c.operand(args[1], typ)
		if n.typ != intType || list.typ.Kind() != reflect.Slice {
			leave()
		}
		return value{list.typ, func(r *run, dot reflect.Value) reflect.Value {
			v := list.eval(r, dot)
			return v.Slice(0, max(0, min(int(n.eval(r, dot).Int()), v.Len())))
		}}
	case name == "eq" || name == "ne" || name == "not":
		holds := c.claim(name, args, typ)
		return value{boolType, func(r *run, dot reflect.Value) reflect.Value {
			return reflect.ValueOf(holds(r, dot))
		}}
	}
	leave()
	return value{}
}

// word compiles a word of the theme with values in it.
func (c *compiler) word(args []parse.Node, typ reflect.Type) value {
	key, ok := args[0].(*parse.StringNode)
	if !ok {
		leave()
	}
	text, known := c.theme.words[key.Text]
	if !known {
		leave()
	}
	var values []value
	for _, arg := range args[1:] {
		v := c.operand(arg, typ)
		if kind := v.typ.Kind(); kind != reflect.String && kind != reflect.Int || v.typ.NumMethod() > 0 {
			leave()
		}
		values = append(values, v)
	}
	return value{stringType, func(r *run, dot reflect.Value) reflect.Value {
		anys := make([]any, len(values))
		for i, v := range values {
			anys[i] = v.eval(r, dot).Interface()
		}
		return reflect.ValueOf(fill(text, anys))
	}}
}

// test is a compiled condition.
type test func(r *run, dot reflect.Value) bool

// condition compiles the pipeline of an {{ if }}.
func (c *compiler) condition(pipe *parse.PipeNode, typ reflect.Type) test {
	if len(pipe.Cmds) != 1 || len(pipe.Decl) > 0 {
		leave()
	}
	command := pipe.Cmds[0]
	if id, ok := command.Args[0].(*parse.IdentifierNode); ok {
		switch id.Ident {
		case "and", "or", "not", "eq", "ne":
			return c.claim(id.Ident, command.Args[1:], typ)
		}
	}
	v := c.command(command, typ)
	return v.test()
}

// test is whether the value counts as true.
func (v value) test() test {
	holds := truth(v.typ)
	return func(r *run, dot reflect.Value) bool { return holds(v.eval(r, dot)) }
}

// claim compiles and, or, not, eq and ne, as far as their truth matters.
func (c *compiler) claim(name string, args []parse.Node, typ reflect.Type) test {
	if name == "eq" || name == "ne" {
		return c.comparison(name == "eq", args, typ)
	}
	tests := make([]test, 0, len(args))
	for _, arg := range args {
		if inner, ok := arg.(*parse.PipeNode); ok {
			tests = append(tests, c.condition(inner, typ))
			continue
		}
		tests = append(tests, c.operand(arg, typ).test())
	}
	switch {
	case name == "not" && len(tests) == 1:
		return func(r *run, dot reflect.Value) bool { return !tests[0](r, dot) }
	case name == "and" && len(tests) > 0:
		return func(r *run, dot reflect.Value) bool { return all(tests, r, dot) }
	case name == "or" && len(tests) > 0:
		return func(r *run, dot reflect.Value) bool { return some(tests, r, dot) }
	}
	leave()
	return nil
}

func all(tests []test, r *run, dot reflect.Value) bool {
	for _, holds := range tests {
		if !holds(r, dot) {
			return false
		}
	}
	return true
}

func some(tests []test, r *run, dot reflect.Value) bool {
	for _, holds := range tests {
		if holds(r, dot) {
			return true
		}
	}
	return false
}

// comparison compiles eq and ne of two strings or two integers.
func (c *compiler) comparison(equal bool, args []parse.Node, typ reflect.Type) test {
	if len(args) != 2 {
		leave()
	}
	x, y := c.operand(args[0], typ), c.operand(args[1], typ)
	switch {
	case x.typ.Kind() == reflect.String && y.typ.Kind() == reflect.String:
		return func(r *run, dot reflect.Value) bool {
			return (x.eval(r, dot).String() == y.eval(r, dot).String()) == equal
		}
	case x.typ.Kind() == reflect.Int && y.typ.Kind() == reflect.Int:
		return func(r *run, dot reflect.Value) bool {
			return (x.eval(r, dot).Int() == y.eval(r, dot).Int()) == equal
		}
	}
	leave()
	return nil
}

// truth returns how values of a type count as true or false.
func truth(typ reflect.Type) func(reflect.Value) bool {
	switch typ.Kind() {
	case reflect.Bool:
		return reflect.Value.Bool
	case reflect.String, reflect.Slice:
		return func(v reflect.Value) bool { return v.Len() > 0 }
	case reflect.Int:
		return func(v reflect.Value) bool { return v.Int() != 0 }
	case reflect.Pointer:
		return func(v reflect.Value) bool { return !v.IsNil() }
	case reflect.Struct:
		return func(reflect.Value) bool { return true }
	}
	leave()
	return nil
}
