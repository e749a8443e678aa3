package theme

import (
	"html"
	"text/template/parse"

	"stadtbote/internal/diag"
)

// folder walks one template before its first execution. It writes the theme's
// words and the addresses of static files into it as plain text, notes what
// the template includes and which fields it asks for, and makes every loop
// take a step that its buffer can count.
type folder struct {
	*loader
	tree *tree
}

// list walks a list of nodes and replaces those that are constant.
func (f *folder) list(list *parse.ListNode) {
	if list == nil {
		return
	}
	for i, node := range list.Nodes {
		if action, ok := node.(*parse.ActionNode); ok {
			if text, constant := f.constant(action.Pipe); constant {
				list.Nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: action.Pos, Text: []byte(html.EscapeString(text))}
				continue
			}
		}
		f.node(node)
	}
}

// node walks one node that stays.
func (f *folder) node(node parse.Node) {
	switch n := node.(type) {
	case *parse.ActionNode:
		f.pipe(n.Pipe)
	case *parse.IfNode:
		f.branch(&n.BranchNode)
	case *parse.WithNode:
		f.branch(&n.BranchNode)
	case *parse.RangeNode:
		f.branch(&n.BranchNode)
		step := &parse.TextNode{NodeType: parse.NodeText, Pos: n.List.Pos}
		n.List.Nodes = append([]parse.Node{step}, n.List.Nodes...)
	case *parse.TemplateNode:
		f.tree.calls = append(f.tree.calls, call{n.Name, f.pos(n.Pos)})
		f.pipe(n.Pipe)
	}
}

func (f *folder) branch(n *parse.BranchNode) {
	f.pipe(n.Pipe)
	f.list(n.List)
	f.list(n.ElseList)
}

// pipe walks the commands of a pipeline.
func (f *folder) pipe(pipe *parse.PipeNode) {
	if pipe == nil {
		return
	}
	for _, command := range pipe.Cmds {
		f.command(command)
	}
}

// command notes fields and checks the names that a command is given.
func (f *folder) command(command *parse.CommandNode) {
	f.checkCall(command)
	for _, arg := range command.Args {
		switch n := arg.(type) {
		case *parse.FieldNode:
			f.tree.uses = append(f.tree.uses, n.Ident...)
		case *parse.VariableNode:
			f.tree.uses = append(f.tree.uses, n.Ident[1:]...)
		case *parse.ChainNode:
			f.tree.uses = append(f.tree.uses, n.Field...)
			if inner, ok := n.Node.(*parse.PipeNode); ok {
				f.pipe(inner)
			}
		case *parse.PipeNode:
			f.pipe(n)
		}
	}
}

// checkCall checks the constant name that word, asset, integrity or cached is
// given.
func (f *folder) checkCall(command *parse.CommandNode) {
	function, name := constantCall(command)
	switch function {
	case "cached":
		f.tree.calls = append(f.tree.calls, call{name, f.pos(command.Pos)})
	case "word", "asset", "integrity":
		text, err := f.resolve(function, name)
		if err != nil {
			f.report(diag.New(f.tree.file.path(), f.pos(command.Pos), err.code, err.args...))
		}
		f.tree.resolved = append(f.tree.resolved, text)
	case "":
		f.checkVariable(command)
	}
}

// checkVariable looks at a call whose argument only the execution knows.
func (f *folder) checkVariable(command *parse.CommandNode) {
	id, ok := command.Args[0].(*parse.IdentifierNode)
	if !ok {
		return
	}
	switch id.Ident {
	case "cached":
		f.report(diag.New(f.tree.file.path(), f.pos(command.Pos), diag.TemplateCachedName))
	case "word", "asset", "integrity":
		f.tree.dynamic = true
	}
}

// constant returns the text of {{ word "…" }}, {{ asset "…" }} and
// {{ integrity "…" }}, where that is known already.
func (f *folder) constant(pipe *parse.PipeNode) (string, bool) {
	if len(pipe.Decl) > 0 || len(pipe.Cmds) != 1 || len(pipe.Cmds[0].Args) != 2 {
		return "", false
	}
	function, name := constantCall(pipe.Cmds[0])
	if function == "" || function == "cached" {
		return "", false
	}
	text, err := f.resolve(function, name)
	return text, err == nil
}

// constantCall returns the function and its first argument, if both are
// written out in the template.
func constantCall(command *parse.CommandNode) (function, name string) {
	if len(command.Args) < 2 {
		return "", ""
	}
	id, isFunction := command.Args[0].(*parse.IdentifierNode)
	text, isText := command.Args[1].(*parse.StringNode)
	if !isFunction || !isText {
		return "", ""
	}
	switch id.Ident {
	case "word", "asset", "integrity", "cached":
		return id.Ident, text.Text
	}
	return "", ""
}

// pos returns the line and column of a place in the template's file.
func (f *folder) pos(at parse.Pos) diag.Pos { return posAt(f.tree.file.text, int(at)) }
