package theme

import (
	"html/template"
	"maps"
	"strings"
	"text/template/parse"
)

// A template that is included where text is not just text, for instance
// {{ block "title" . }} inside <title>, exists in html/template as a hidden
// copy that no program can be made of. Where such a call passes on its dot, the
// text of the other template can stand in its place, with the same result.

// derivedMark is what html/template puts behind the name of a hidden copy.
const derivedMark = "$htmltemplate_"

// spread returns those templates of the closure, with calls of hidden copies
// replaced by what they call; nothing if there is none that can be replaced.
func (f family) spread(set *template.Template, closure []string) map[string]*tree {
	spread := make(map[string]*tree)
	for _, name := range closure {
		escaped := set.Lookup(name)
		if escaped == nil || escaped.Tree == nil || !strings.Contains(escaped.Tree.Root.String(), derivedMark) {
			continue
		}
		hidden := make(map[string]bool)
		collectHidden(escaped.Tree.Root, hidden)
		changed := *f.lookup(name)
		changed.Tree = changed.Tree.Copy()
		if f.replace(changed.Root, hidden) {
			spread[name] = &changed
		}
	}
	return spread
}

// collectHidden notes which templates are called as hidden copies.
func collectHidden(list *parse.ListNode, hidden map[string]bool) {
	if list == nil {
		return
	}
	for _, node := range list.Nodes {
		switch n := node.(type) {
		case *parse.TemplateNode:
			if name, _, found := strings.Cut(n.Name, derivedMark); found {
				hidden[name] = true
			}
		case *parse.IfNode:
			collectHidden(n.List, hidden)
			collectHidden(n.ElseList, hidden)
		}
	}
}

// replace puts the text of other templates into a list whose dot is that of
// its template: so it goes into {{ if }}, but not into {{ with }} or {{ range }}.
func (f family) replace(list *parse.ListNode, hidden map[string]bool) (changed bool) {
	if list == nil {
		return false
	}
	nodes := make([]parse.Node, 0, len(list.Nodes))
	for _, node := range list.Nodes {
		switch n := node.(type) {
		case *parse.TemplateNode:
			if callee := f.lookup(n.Name); hidden[n.Name] && passesDot(n) && declaresNothing(callee.Root) {
				nodes = append(nodes, callee.Root.CopyList().Nodes...)
				changed = true
				continue
			}
		case *parse.IfNode:
			inList, inElse := f.replace(n.List, hidden), f.replace(n.ElseList, hidden)
			changed = changed || inList || inElse
		}
		nodes = append(nodes, node)
	}
	list.Nodes = nodes
	return changed
}

func passesDot(n *parse.TemplateNode) bool { return n.Pipe != nil && n.Pipe.String() == "." }

// declaresNothing reports whether a template has no variable that would stay
// visible behind it.
func declaresNothing(list *parse.ListNode) bool {
	for _, node := range list.Nodes {
		if action, ok := node.(*parse.ActionNode); ok && len(action.Pipe.Decl) > 0 {
			return false
		}
	}
	return true
}

// respread makes the set of a page anew as long as calls can be replaced. What
// html/template then refuses stays as it was.
func (l *loader) respread(p *page, name string, own map[string]*tree, closure []string) {
	for range 4 {
		all := family{shared: l.trees, own: own}
		spread := all.spread(p.programs.set, closure)
		if len(spread) == 0 {
			return
		}
		own = maps.Clone(own)
		maps.Copy(own, spread)
		set := l.join(name, own)
		if l.checkEscaping(set, p.entry) != nil {
			return
		}
		p.programs = &programs{set: set}
	}
}
