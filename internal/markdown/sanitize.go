package markdown

import (
	"bytes"
	"html"
	"slices"
	"strings"
	"sync"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark/ast"
	nethtml "golang.org/x/net/html"

	"stadtbote/internal/diag"
)

// htmlPolicies are the allow-lists of raw HTML: inline elements anywhere,
// blocks only where a block may stand. Nothing with a script, a style, a
// class, or from another site.
type htmlPolicies struct{ inline, block *bluemonday.Policy }

var policies = sync.OnceValue(func() htmlPolicies {
	both := htmlPolicies{inline: bluemonday.NewPolicy(), block: bluemonday.NewPolicy()}
	for _, policy := range []*bluemonday.Policy{both.inline, both.block} {
		policy.AllowElements("b", "i", "u", "s", "em", "strong", "small", "sub", "sup", "mark", "abbr", "cite", "code",
			"kbd", "samp", "var", "q", "del", "ins", "time", "br", "wbr", "bdi", "dfn")
		policy.AllowAttrs("lang", "dir", "title").Globally()
		policy.AllowAttrs("lang", "dir", "title").OnElements("span", "bdo")
		policy.AllowAttrs("datetime").OnElements("time", "del", "ins")
		policy.AllowAttrs("href").OnElements("a")
		policy.AllowAttrs("src", "alt").OnElements("img")
		policy.AllowURLSchemes("http", "https", "mailto", "tel")
		policy.AllowRelativeURLs(true)
		policy.RequireNoFollowOnLinks(false)
	}
	both.block.AllowElements("p", "div", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead",
		"tbody", "tfoot", "tr", "th", "td", "hr", "pre", "figure", "figcaption", "details", "summary")
	both.block.AllowAttrs("colspan", "rowspan", "scope", "headers").OnElements("th", "td")
	both.block.AllowAttrs("start", "reversed").OnElements("ol")
	both.block.AllowAttrs("value").OnElements("li")
	both.block.AllowAttrs("open").OnElements("details")
	return both
})

// openTags are the elements of raw HTML that are open within one node: what
// opens there must close there.
type openTags struct{ names []string }

// newOpenTags returns what keeps account of a node's elements: nothing where
// HTML is refused anyway.
func (p *pass) newOpenTags() *openTags {
	if !p.options.Sanitize {
		return nil
	}
	return &openTags{}
}

// close returns the tags that close an element and those open within it, ""
// where it is not open.
func (o *openTags) close(name string) string {
	for i := len(o.names) - 1; i >= 0; i-- {
		if o.names[i] == name {
			return o.closeFrom(i)
		}
	}
	return ""
}

// closeFrom returns the tags that close all elements from the i-th on.
func (o *openTags) closeFrom(i int) string {
	var tags strings.Builder
	for _, name := range slices.Backward(o.names[i:]) {
		tags.WriteString("</" + name + ">")
	}
	o.names = o.names[:i]
	return tags.String()
}

// closing returns a node that closes all that is still open, nil where nothing is.
func (o *openTags) closing(block bool) ast.Node {
	if o == nil || len(o.names) == 0 {
		return nil
	}
	return &HTML{Block: block, Parts: []HTMLPart{{HTML: []byte(o.closeFrom(0)), Ref: -1}}}
}

// htmlPlace is where raw HTML stands.
type htmlPlace struct {
	block bool
	open  *openTags
}

// clean returns raw HTML cleaned, and reports what is gone.
func (p *pass) clean(n ast.Node, raw []byte, place htmlPlace) *HTML {
	policy := policies().inline
	if place.block {
		policy = policies().block
	}
	c := cleaner{pass: p, from: n, place: place, node: &HTML{Block: place.block}, kept: map[string]int{}}
	c.node.SetPos(n.Pos())
	z := nethtml.NewTokenizer(bytes.NewReader(policy.SanitizeBytes(raw)))
	for kind := z.Next(); kind != nethtml.ErrorToken; kind = z.Next() {
		c.token(z, kind)
	}
	c.flush(-1)
	if gone := removed(raw, c.kept); len(gone) > 0 {
		p.report(n.Pos(), diag.HTMLCleaned, strings.Join(gone, ", "))
	}
	return c.node
}

// cleaner writes the parts of one HTML node.
type cleaner struct {
	pass  *pass
	from  ast.Node
	place htmlPlace
	node  *HTML
	html  []byte
	kept  map[string]int // "<name>" and "attribute=", how often
}

// token writes one token of HTML that the policy has let through.
func (c *cleaner) token(z *nethtml.Tokenizer, kind nethtml.TokenType) {
	raw := slices.Clone(z.Raw())
	token := z.Token()
	switch kind {
	case nethtml.TextToken:
		c.html = append(c.html, raw...)
		c.node.Words += token.Data
	case nethtml.EndTagToken:
		c.html = append(c.html, c.place.open.close(token.Data)...)
	case nethtml.StartTagToken, nethtml.SelfClosingTagToken:
		c.start(token)
	}
}

// start writes a start tag. Addresses of links and pictures become holes.
func (c *cleaner) start(token nethtml.Token) {
	name := token.Data
	switch name {
	case "a":
		if !c.link(token) {
			return
		}
	case "img":
		c.image(token)
		return
	case "em", "i", "cite", "dfn", "var":
		c.pass.facts.HasItalic = true
	case "table":
		c.pass.facts.HasTable = true
	}
	if name != "a" {
		c.html = append(c.html, '<')
		c.html = append(c.html, name...)
	}
	c.kept["<"+name+">"]++
	for _, attribute := range token.Attr {
		c.kept[attribute.Key+"="]++
		if name == "a" && attribute.Key == "href" {
			continue
		}
		c.html = append(c.html, ' ')
		c.html = append(c.html, attribute.Key...)
		c.html = append(c.html, `="`...)
		c.html = append(c.html, html.EscapeString(attribute.Val)...)
		c.html = append(c.html, '"')
	}
	c.html = append(c.html, '>')
	switch name {
	case "br", "hr", "wbr":
	default:
		c.place.open.names = append(c.place.open.names, name)
	}
}

// link writes the tag of a link up to its address, if that may be followed.
func (c *cleaner) link(token nethtml.Token) bool {
	dest := attributeOf(token, "href")
	if dest == "" || slices.Contains(c.place.open.names, "a") || !c.pass.acceptable(c.from, []byte(dest)) {
		return false
	}
	ref := len(c.pass.facts.Refs)
	c.pass.refer(c.node, Ref{Kind: Link, Dest: dest, Pos: c.pass.pos(c.from.Pos())})
	c.html = append(c.html, `<a href="`...)
	if leadsOut([]byte(dest)) {
		c.html = appendAddress(c.html, []byte(dest))
	} else {
		c.flush(ref)
	}
	c.html = append(c.html, '"')
	return true
}

// image writes a picture.
func (c *cleaner) image(token nethtml.Token) {
	src, alt := attributeOf(token, "src"), attributeOf(token, "alt")
	if src == "" || !c.pass.acceptable(c.from, []byte(src)) {
		return
	}
	for _, key := range []string{"<img>", "src=", "alt="} {
		c.kept[key]++
	}
	ref := len(c.pass.facts.Refs)
	first := !c.pass.pictured
	c.pass.pictured = true
	c.pass.refer(c.node, Ref{Kind: Image, Dest: src, Alt: alt, Pos: c.pass.pos(c.from.Pos()), First: first})
	if !slices.ContainsFunc(token.Attr, func(a nethtml.Attribute) bool { return a.Key == "alt" }) {
		c.pass.report(c.from.Pos(), diag.AltMissing, excerpt([]byte(src)))
	}
	c.html = append(c.html, "<img"...)
	c.flush(ref)
	c.html = appendImageEnd(c.html, alt, first)
	c.node.Words += alt
}

// flush ends a part; the hole of a reference follows it.
func (c *cleaner) flush(ref int) {
	if len(c.html) > 0 || ref >= 0 {
		c.node.Parts = append(c.node.Parts, HTMLPart{HTML: c.html, Ref: ref})
		c.html = nil
	}
}

func attributeOf(token nethtml.Token, name string) string {
	for _, attribute := range token.Attr {
		if attribute.Key == name {
			return attribute.Val
		}
	}
	return ""
}

// removed returns the elements and attributes of raw HTML that were not kept,
// each once, in their order.
func removed(raw []byte, kept map[string]int) []string {
	var gone []string
	drop := func(name string) {
		if kept[name]--; kept[name] < 0 && !slices.Contains(gone, name) {
			gone = append(gone, name)
		}
	}
	z := nethtml.NewTokenizer(bytes.NewReader(raw))
	for kind := z.Next(); kind != nethtml.ErrorToken; kind = z.Next() {
		if kind != nethtml.StartTagToken && kind != nethtml.SelfClosingTagToken {
			continue
		}
		token := z.Token()
		drop("<" + token.Data + ">")
		for _, attribute := range token.Attr {
			drop(attribute.Key + "=")
		}
	}
	return gone
}
