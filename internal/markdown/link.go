package markdown

import (
	"bytes"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// link finishes a link and returns the node to go on with. A link that leads
// nowhere, or where nobody should go, becomes its text.
func (p *pass) link(n *ast.Link) ast.Node {
	next := n.NextSibling()
	n.Destination = unescaped(n.Destination)
	if n.Title != nil {
		n.Title = []byte(lang.Typeset(string(unescaped(n.Title)), p.tongue))
	}
	if !p.acceptable(n, n.Destination) {
		first := n.FirstChild()
		for c := first; c != nil; c = n.FirstChild() {
			n.Parent().InsertBefore(n.Parent(), n, c)
		}
		n.Parent().RemoveChild(n.Parent(), n)
		if first != nil {
			return first
		}
		return next
	}
	p.refer(n, Ref{Kind: Link, Dest: string(n.Destination), Title: string(n.Title), Pos: p.pos(n.Pos())})
	p.inlines(n, n)
	if strings.TrimSpace(plain(n, p.source)) == "" && !describedImage(n) {
		p.report(n.Pos(), diag.LinkWithoutText, excerpt(n.Destination))
		n.AppendChild(n, p.newText(n.Destination))
	}
	return n.NextSibling()
}

// describedImage reports whether a picture with a description stands in a link.
func describedImage(n ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == ast.KindImage && c.HasChildren() || describedImage(c) {
			return true
		}
	}
	return false
}

// refer records a reference.
func (p *pass) refer(n ast.Node, ref Ref) {
	p.refs = append(p.refs, n)
	p.facts.Refs = append(p.facts.Refs, ref)
}

// acceptable reports whether a link may lead to an address, and tells why not.
func (p *pass) acceptable(n ast.Node, dest []byte) bool {
	switch {
	case len(bytes.TrimSpace(dest)) == 0 || string(dest) == "#":
		p.report(n.Pos(), diag.LinkEmpty, excerpt([]byte(plain(n, p.source))))
		return false
	case isShortcode(dest):
		p.report(n.Pos(), diag.Shortcode, excerpt(dest))
		return false
	}
	switch scheme := schemeOf(dest); scheme {
	case "", "http", "https", "mailto", "tel":
		return true
	default:
		p.report(n.Pos(), diag.SchemeRefused, scheme, excerpt(dest))
		return false
	}
}

// schemeOf returns the scheme of an address as a browser sees it, in lower
// case: it does not see control characters and spaces.
func schemeOf(dest []byte) string {
	const longest = 32
	var scheme [longest]byte
	n := 0
	for _, c := range dest {
		switch {
		case c <= ' ' || c == 0x7f:
		case c == ':':
			return string(scheme[:n])
		case n == longest:
			return ""
		case util.IsAlphaNumeric(c) && (n > 0 || !util.IsNumeric(c)), n > 0 && (c == '+' || c == '-' || c == '.'):
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			scheme[n] = c
			n++
		default:
			return ""
		}
	}
	return ""
}

// leadsOut reports whether an address needs no resolving: it leads to another
// site, or to a place on the same page.
func leadsOut(dest []byte) bool {
	return bytes.HasPrefix(dest, []byte("#")) || bytes.HasPrefix(dest, []byte("//")) || schemeOf(dest) != ""
}

// image finishes a picture. What refers to a picture that nobody may load
// becomes its description.
func (p *pass) image(n *ast.Image) {
	n.Destination = unescaped(n.Destination)
	n.Title = []byte(lang.Typeset(string(unescaped(n.Title)), p.tongue))
	alt := lang.Typeset(p.description(n), p.tongue)
	if !p.acceptable(n, n.Destination) {
		if alt == "" {
			n.Parent().RemoveChild(n.Parent(), n)
		} else {
			replace(n, p.newText([]byte(alt)))
		}
		return
	}
	n.RemoveChildren(n)
	if alt != "" {
		n.AppendChild(n, p.newText([]byte(alt)))
	}
	p.judgeAlt(n, alt)
	p.refer(n, Ref{
		Kind: Image, Dest: string(n.Destination), Title: string(n.Title), Alt: alt, Pos: p.pos(n.Pos()),
		First: !p.pictured,
	})
	p.pictured = true
}

// description returns the plain text within a picture's brackets.
func (p *pass) description(n ast.Node) string {
	var flat []byte
	var walk func(n ast.Node)
	walk = func(n ast.Node) {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			switch c := c.(type) {
			case *ast.Text:
				if c.IsRaw() {
					flat = append(flat, c.Segment.Value(p.source)...)
				} else {
					flat = appendUnescaped(flat, c.Segment.Value(p.source), nil)
				}
				if c.SoftLineBreak() || c.HardLineBreak() {
					flat = append(flat, ' ')
				}
			case *ast.AutoLink:
				flat = append(flat, c.Label(p.source)...)
			default:
				walk(c)
			}
		}
	}
	walk(n)
	return string(bytes.TrimSpace(flat))
}

// judgeAlt reports a picture's description that describes nothing.
func (p *pass) judgeAlt(n *ast.Image, alt string) {
	dest := string(n.Destination)
	switch class := " " + attribute(n, "class") + " "; {
	case strings.Contains(class, " dekorativ ") || strings.Contains(class, " decorative "):
	case alt == "":
		p.report(n.Pos(), diag.AltMissing, excerpt(n.Destination))
	case strings.EqualFold(alt, path.Base(dest)) || strings.EqualFold(alt, strings.TrimSuffix(path.Base(dest), path.Ext(dest))),
		alt == string(n.Title):
		p.report(n.Pos(), diag.AltUseless, alt)
	}
}

// autoLink finishes a bare address. One that is refused, or stands within a
// link, becomes text.
func (p *pass) autoLink(n *ast.AutoLink, link ast.Node) {
	dest := addressOf(n, p.source)
	if link != nil || !p.acceptable(n, dest) {
		replace(n, p.newText(n.Label(p.source)))
		return
	}
	p.refer(n, Ref{Kind: Link, Dest: string(dest), Pos: p.pos(n.Pos())})
}

// addressOf returns where a bare address leads.
func addressOf(n *ast.AutoLink, source []byte) []byte {
	dest := n.URL(source)
	if n.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(dest, []byte("mailto:")) {
		return append([]byte("mailto:"), dest...)
	}
	return dest
}
