package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// writer writes a finished tree as HTML into one buffer.
type writer struct {
	*Document
	out   []byte
	holes []Hole
	ref   int // the next reference to come
}

// Fragment returns the finished HTML, with holes where the site knows better.
func (d *Document) Fragment() Fragment {
	r := writer{Document: d, out: make([]byte, 0, len(d.source)+len(d.source)/4+256)}
	if holes := len(d.refs); holes > 0 {
		r.holes = make([]Hole, 0, holes)
	}
	r.blocks(d.root)
	return Fragment{HTML: r.out, Holes: r.holes}
}

func (r *writer) write(s string) { r.out = append(r.out, s...) }

// open writes a start tag with the attributes that its author gave it.
func (r *writer) open(tag string, n ast.Node) {
	r.write("<")
	r.write(tag)
	r.attributes(n)
	r.write(">")
}

func (r *writer) close(tag string) {
	r.write("</")
	r.write(tag)
	r.write(">")
}

// attributes writes a node's attributes.
func (r *writer) attributes(n ast.Node) {
	for _, attribute := range n.Attributes() {
		if value, ok := attribute.Value.([]byte); ok {
			r.attribute(string(attribute.Name), value)
		}
	}
}

func (r *writer) attribute(name string, value []byte) {
	r.write(" ")
	r.write(name)
	r.write(`="`)
	r.out = appendEscaped(r.out, value)
	r.write(`"`)
}

func (r *writer) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		r.block(n)
	}
}

func (r *writer) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		r.lineOf("p", n)
	case *ast.Heading:
		r.lineOf(headingTags[n.Level], n)
	case *ast.TextBlock:
		r.text(n)
		if n.NextSibling() != nil {
			r.write("\n")
		}
	case *ast.List:
		r.list(n)
	case *ast.ListItem:
		r.listItem(n)
	case *ast.Blockquote:
		r.blockOf("blockquote", n)
	case *QuoteSource:
		r.lineOf("footer", n)
	case *Note:
		r.note(n)
	case *Figure:
		r.figure(n)
	case *extast.Table:
		r.table(n)
	case *ast.CodeBlock:
		r.code(n, nil)
	case *ast.FencedCodeBlock:
		r.code(n, n.Language(r.source))
	case *ast.ThematicBreak:
		r.open("hr", n)
		r.write("\n")
	case *extast.DefinitionList:
		r.blockOf("dl", n)
	case *extast.DefinitionTerm:
		r.lineOf("dt", n)
	case *extast.DefinitionDescription:
		r.open("dd", n)
		r.blocks(n)
		r.write("</dd>\n")
	case *extast.FootnoteList:
		r.footnotes(n)
	case *HTML:
		r.html(n)
		r.write("\n")
	}
}

var headingTags = [...]string{"h2", "h2", "h2", "h3", "h4", "h5", "h6"}

// lineOf writes a block that holds text.
func (r *writer) lineOf(tag string, n ast.Node) {
	r.open(tag, n)
	r.text(n)
	r.close(tag)
	r.write("\n")
}

// blockOf writes a block that holds blocks.
func (r *writer) blockOf(tag string, n ast.Node) {
	r.open(tag, n)
	r.write("\n")
	r.blocks(n)
	r.close(tag)
	r.write("\n")
}

func (r *writer) list(n *ast.List) {
	tag := "ul"
	if n.IsOrdered() {
		tag = "ol"
	}
	r.write("<")
	r.write(tag)
	if n.IsOrdered() && n.Start != 1 {
		r.write(` start="`)
		r.out = strconv.AppendInt(r.out, int64(n.Start), 10)
		r.write(`"`)
	}
	r.attributes(n)
	r.write(">\n")
	r.blocks(n)
	r.close(tag)
	r.write("\n")
}

func (r *writer) listItem(n *ast.ListItem) {
	r.open("li", n)
	if first := n.FirstChild(); first != nil && first.Kind() != ast.KindTextBlock {
		r.write("\n")
	}
	r.blocks(n)
	r.write("</li>\n")
}

// note writes a box.
func (r *writer) note(n *Note) {
	r.write(`<aside class="note`)
	if n.Style != "note" {
		r.write(" note--")
		r.write(n.Style)
	}
	r.write(`" aria-labelledby="`)
	r.out = appendEscaped(r.out, []byte(n.ID))
	r.write(`"`)
	for _, attribute := range n.Attributes() {
		if name := string(attribute.Name); name != "class" {
			r.attribute(name, attribute.Value.([]byte))
		}
	}
	r.write(">\n" + `<p class="label" id="`)
	r.out = appendEscaped(r.out, []byte(n.ID))
	r.write(`">`)
	r.write(n.Label)
	r.write("</p>\n")
	r.blocks(n)
	r.write("</aside>\n")
}

// figure writes a picture with its caption.
func (r *writer) figure(n *Figure) {
	image := n.FirstChild().(*ast.Image)
	r.open("figure", n)
	r.image(image)
	if len(image.Title) > 0 {
		r.write("<figcaption>")
		r.out = appendEscaped(r.out, image.Title)
		r.write("</figcaption>")
	}
	r.write("</figure>\n")
}

// code writes a block of code. It can be scrolled by the keyboard.
func (r *writer) code(n ast.Node, language []byte) {
	r.write(`<pre tabindex="0"`)
	r.attributes(n)
	r.write("><code")
	if len(language) > 0 {
		r.attribute("class", append([]byte("language-"), unescaped(language)...))
	}
	r.write(">")
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		r.out = appendEscaped(r.out, line.Value(r.source))
	}
	r.write("</code></pre>\n")
}

// footnotes writes the list of footnotes.
func (r *writer) footnotes(n *extast.FootnoteList) {
	r.write(`<section class="footnotes" aria-label="`)
	r.write(r.words.footnotes)
	r.write("\">\n<ol>\n")
	for note := n.FirstChild(); note != nil; note = note.NextSibling() {
		footnote, ok := note.(*extast.Footnote)
		if !ok {
			continue
		}
		r.write(`<li id="`)
		r.footnoteID("fn", footnote.Index, 0)
		r.write("\">\n")
		r.footnote(footnote)
		r.write("</li>\n")
	}
	r.write("</ol>\n</section>\n")
}

// footnote writes the blocks of one footnote. goldmark puts the links back
// into its last paragraph, or behind its last block: then they get one.
func (r *writer) footnote(n *extast.Footnote) {
	c := n.FirstChild()
	for ; c != nil && c.Kind() != extast.KindFootnoteBacklink; c = c.NextSibling() {
		r.block(c)
	}
	if c == nil {
		return
	}
	r.write("<p>")
	for ; c != nil; c = c.NextSibling() {
		r.inline(c)
	}
	r.write("</p>\n")
}

// html writes a piece of cleaned HTML.
func (r *writer) html(n *HTML) {
	for _, part := range n.Parts {
		r.out = append(r.out, part.HTML...)
		if part.Ref >= 0 {
			r.holes = append(r.holes, Hole{At: len(r.out), Ref: part.Ref})
		}
	}
	for r.ref < len(r.refs) && r.refs[r.ref] == ast.Node(n) {
		r.ref++
	}
}

// nextRef returns the number of the next reference: they come in the order in
// which they were recorded.
func (r *writer) nextRef() int {
	r.ref++
	return r.ref - 1
}

// escapes are what stands for bytes that mean something in HTML.
var escapes = [256]string{'<': "&lt;", '>': "&gt;", '&': "&amp;", '"': "&quot;", 0: "\uFFFD"}

// appendEscaped appends text as HTML.
func appendEscaped(dst, text []byte) []byte {
	from := 0
	for i, c := range text {
		if escapes[c] == "" {
			continue
		}
		dst = append(dst, text[from:i]...)
		dst = append(dst, escapes[c]...)
		from = i + 1
	}
	return append(dst, text[from:]...)
}
