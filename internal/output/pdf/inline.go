package pdf

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"stadtbote/internal/markdown"
	"stadtbote/internal/typeset/layout"
)

// text is the text of a block as runs.
func (c *composer) text(n ast.Node) []layout.Run {
	w := inline{composer: c}
	w.kids(n, layout.Run{})
	return w.runs
}

// inline collects runs.
type inline struct {
	*composer
	runs []layout.Run
}

// add appends text in the style of like; neighbours in one style are joined.
func (w *inline) add(text string, like layout.Run) {
	if text == "" {
		return
	}
	if n := len(w.runs) - 1; n >= 0 {
		last := w.runs[n]
		last.Text = ""
		if last == like {
			w.runs[n].Text += text
			return
		}
	}
	like.Text = text
	w.runs = append(w.runs, like)
}

func (w *inline) kids(n ast.Node, like layout.Run) {
	for kid := n.FirstChild(); kid != nil; kid = kid.NextSibling() {
		w.node(kid, like)
	}
}

// node adds one inline node. like is what its surroundings give it: style,
// target, language.
func (w *inline) node(n ast.Node, like layout.Run) {
	switch n := n.(type) {
	case *ast.Text:
		w.add(string(n.Segment.Value(w.source)), like)
		switch {
		case n.HardLineBreak():
			w.add("\n", like)
		case n.SoftLineBreak():
			w.add(" ", like)
		}
	case *ast.Emphasis:
		like.Style |= layout.Emphasis
		if n.Level == 2 {
			like.Style = like.Style&^layout.Emphasis | layout.Strong
		}
		w.kids(n, like)
	case *ast.Link:
		like.URL = w.target(n, n.Destination)
		w.kids(n, like)
	case *ast.AutoLink:
		like.URL = w.target(n, n.URL(w.source))
		w.add(string(n.Label(w.source)), like)
	case *ast.CodeSpan:
		like.Style |= layout.CodeStyle
		w.add(w.code(n), like)
	case *extast.Strikethrough:
		like.Style |= layout.Strike
		w.kids(n, like)
	case *markdown.Span:
		if lang := attribute(n, "lang"); lang != "" {
			like.Lang = lang
		}
		w.kids(n, like)
	case *extast.FootnoteLink:
		w.runs = append(w.runs, layout.Run{Note: n.Index})
	case *markdown.HTML:
		w.add(n.Words, like)
	case *ast.Image, *extast.FootnoteBacklink, *extast.TaskCheckBox: // stand elsewhere
	default:
		w.kids(n, like)
	}
}

// target is the absolute address that a link leads to; "" if it leads nowhere.
func (w *inline) target(n ast.Node, written []byte) string {
	ref, ok := w.refs[n]
	if !ok || ref >= len(w.entry.Targets) {
		return string(written)
	}
	address := w.entry.Targets[ref].URL
	if strings.HasPrefix(address, "#") {
		address = w.entry.URL + address
	}
	if auto, ok := n.(*ast.AutoLink); ok && auto.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(address, "mailto:") {
		address = "mailto:" + address
	}
	return w.site.Absolute(address)
}

// code is the text of a piece of code, as one line.
func (w *inline) code(n *ast.CodeSpan) string {
	var b bytes.Buffer
	for kid := n.FirstChild(); kid != nil; kid = kid.NextSibling() {
		if t, ok := kid.(*ast.Text); ok {
			b.Write(t.Segment.Value(w.source))
		}
	}
	return strings.ReplaceAll(b.String(), "\n", " ")
}

func attribute(n ast.Node, name string) string {
	value, _ := n.AttributeString(name)
	text, _ := value.([]byte)
	return string(text)
}
