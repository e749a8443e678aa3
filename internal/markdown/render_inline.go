package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// text writes the text of a block. Behind a box to tick, it is the box's label.
func (r *writer) text(n ast.Node) {
	box, ok := n.FirstChild().(*extast.TaskCheckBox)
	if !ok {
		r.inlines(n)
		return
	}
	r.write(`<label><input type="checkbox" disabled`)
	if box.IsChecked {
		r.write(" checked")
	}
	r.write("> ")
	r.inlines(n)
	r.write("</label>")
}

func (r *writer) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		r.inline(n)
	}
}

func (r *writer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		r.out = appendEscaped(r.out, n.Segment.Value(r.source))
		switch {
		case n.HardLineBreak():
			r.write("<br>\n")
		case n.SoftLineBreak():
			r.write("\n")
		}
	case *ast.Emphasis:
		r.emphasis(n)
	case *ast.Link:
		r.link(n)
	case *ast.AutoLink:
		r.autoLink(n)
	case *ast.Image:
		r.image(n)
	case *ast.CodeSpan:
		r.open("code", n)
		r.out = appendEscaped(r.out, codeText(n, r.source))
		r.write("</code>")
	case *extast.Strikethrough:
		r.open("del", n)
		r.inlines(n)
		r.write("</del>")
	case *Span:
		r.open("span", n)
		r.inlines(n)
		r.write("</span>")
	case *extast.FootnoteLink:
		r.footnoteLink(n)
	case *extast.FootnoteBacklink:
		r.footnoteBacklink(n)
	case *HTML:
		r.html(n)
	}
}

func (r *writer) emphasis(n *ast.Emphasis) {
	tag := "em"
	if n.Level == 2 {
		tag = "strong"
	}
	r.open(tag, n)
	r.inlines(n)
	r.close(tag)
}

func (r *writer) link(n *ast.Link) {
	r.href(n.Destination, r.nextRef())
	if len(n.Title) > 0 && attribute(n, "title") == "" {
		r.attribute("title", n.Title)
	}
	if child, ok := n.FirstChild().(*ast.Text); ok && child.NextSibling() == nil {
		r.spelledOut(n, n.Destination, child.Value(r.source))
	}
	r.attributes(n)
	r.write(">")
	r.inlines(n)
	r.write("</a>")
}

// spelledOut marks a link whose text is its address: on paper, where addresses
// follow their links, it is not to be told twice.
func (r *writer) spelledOut(n ast.Node, dest, text []byte) {
	if attribute(n, "class") == "" && leadsOut(dest) && bytes.Equal(bare(dest), bare(text)) {
		r.write(` class="url"`)
	}
}

// bare returns an address as people write it, without "https://" and "/" at
// its end.
func bare(address []byte) []byte {
	for _, scheme := range []string{"https://", "http://"} {
		address = bytes.TrimPrefix(address, []byte(scheme))
	}
	return bytes.TrimSuffix(address, []byte("/"))
}

func (r *writer) autoLink(n *ast.AutoLink) {
	dest := addressOf(n, r.source)
	r.href(dest, r.nextRef())
	r.spelledOut(n, dest, n.Label(r.source))
	r.attributes(n)
	r.write(">")
	r.out = appendEscaped(r.out, n.Label(r.source))
	r.write("</a>")
}

// href writes the beginning of a link: its address, or a hole for it.
func (r *writer) href(dest []byte, ref int) {
	r.write(`<a href="`)
	if leadsOut(dest) {
		r.out = appendAddress(r.out, dest)
	} else {
		r.holes = append(r.holes, Hole{At: len(r.out), Ref: ref})
	}
	r.write(`"`)
}

// image writes a picture with a hole for its source and size.
func (r *writer) image(n *ast.Image) {
	ref := r.nextRef()
	r.write("<img")
	r.holes = append(r.holes, Hole{At: len(r.out), Ref: ref})
	if len(n.Title) > 0 && n.Parent().Kind() != KindFigure && attribute(n, "title") == "" {
		r.attribute("title", n.Title)
	}
	r.attributes(n)
	r.out = appendImageEnd(r.out, r.facts.Refs[ref].Alt, r.facts.Refs[ref].First)
}

// appendImageEnd appends what follows a picture's source.
func appendImageEnd(dst []byte, alt string, first bool) []byte {
	dst = append(dst, ` alt="`...)
	dst = appendEscaped(dst, []byte(alt))
	if first {
		return append(dst, `">`...)
	}
	return append(dst, `" loading="lazy">`...)
}

// appendAddress appends an address that needs no resolving, as it belongs into
// an attribute.
func appendAddress(dst, address []byte) []byte {
	return appendEscaped(dst, util.URLEscape(address, false))
}

// footnoteLink writes the mark of a footnote.
func (r *writer) footnoteLink(n *extast.FootnoteLink) {
	r.write(`<sup><a href="#`)
	r.footnoteID("fn", n.Index, 0)
	r.write(`" id="`)
	r.footnoteID("fnref", n.Index, n.RefIndex)
	r.write(`" aria-label="`)
	r.write(r.words.footnote)
	r.write(" ")
	r.out = strconv.AppendInt(r.out, int64(n.Index), 10)
	r.write(`">`)
	r.out = strconv.AppendInt(r.out, int64(n.Index), 10)
	r.write("</a></sup>")
}

// footnoteBacklink writes the link from a footnote back to its mark.
func (r *writer) footnoteBacklink(n *extast.FootnoteBacklink) {
	words := r.words.back
	if n.RefIndex > 0 {
		words = r.words.again(n.RefIndex + 1)
	}
	r.write(` <a href="#`)
	r.footnoteID("fnref", n.Index, n.RefIndex)
	r.write(`" aria-label="`)
	r.write(words)
	r.write(", ")
	r.write(r.words.footnote)
	r.write(" ")
	r.out = strconv.AppendInt(r.out, int64(n.Index), 10)
	r.write(`">`)
	r.write(words)
	r.write("</a>")
}

// footnoteID writes the id of a footnote or of a mark that refers to it.
func (r *writer) footnoteID(kind string, index, again int) {
	r.out = appendEscaped(r.out, []byte(r.options.IDPrefix))
	r.write(kind)
	r.out = strconv.AppendInt(r.out, int64(index), 10)
	if again > 0 {
		r.write("-")
		r.out = strconv.AppendInt(r.out, int64(again+1), 10)
	}
}
