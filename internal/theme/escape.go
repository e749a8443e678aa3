package theme

import (
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

// The escapers that html/template puts behind a value, in the order in which
// it does, and what is known about them here.
var escapings = []struct {
	names string
	with  escaping
}{
	{"_html_template_htmlescaper", escaping{}},
	{"_html_template_rcdataescaper", escaping{attribute: true}},
	{"_html_template_attrescaper", escaping{attribute: true}},
	{"_html_template_urlfilter _html_template_urlnormalizer _html_template_attrescaper", escaping{attribute: true, url: normalized, filter: true}},
	{"_html_template_urlnormalizer _html_template_attrescaper", escaping{attribute: true, url: normalized}},
	{"_html_template_urlescaper _html_template_attrescaper", escaping{attribute: true, url: escaped}},
	{"_html_template_srcsetescaper _html_template_attrescaper", escaping{attribute: true, srcset: true}},
	{"_html_template_jsvalescaper", escaping{script: true}},
}

// escaping is what happens to a value before it is printed.
type escaping struct {
	attribute bool // in an attribute or a title, where finished HTML is stripped
	srcset    bool // a list of addresses, where only finished ones are known here
	script    bool // in a script, where only finished JavaScript is known here
	filter    bool // addresses with a scheme that runs code are refused
	url       urlEscaping
}

type urlEscaping uint8

const (
	normalized urlEscaping = iota + 1 // what is no part of an address is percent-encoded
	escaped                           // what is no part of a query's value is, too
)

var (
	htmlType   = reflect.TypeFor[template.HTML]()
	urlType    = reflect.TypeFor[template.URL]()
	jsType     = reflect.TypeFor[template.JS]()
	srcsetType = reflect.TypeFor[template.Srcset]()
	plainTypes = map[reflect.Type]bool{stringType: true, htmlType: true, urlType: true, jsType: true, srcsetType: true}
)

// print compiles {{ value | escapers }}.
func (c *compiler) print(pipe *parse.PipeNode, typ reflect.Type) op {
	how := escapingOf(pipe.Cmds[1:])
	if step := c.printCached(pipe.Cmds[0], how, typ); step != nil {
		return step
	}
	v := c.command(pipe.Cmds[0], typ)
	switch {
	case v.typ == intType:
		if how.script || how.url != 0 {
			leave()
		}
		return func(r *run, dot reflect.Value) {
			r.out.bytes = strconv.AppendInt(r.out.bytes, v.eval(r, dot).Int(), 10)
		}
	case !plainTypes[v.typ], how.script != (v.typ == jsType), how.srcset != (v.typ == srcsetType), how.attribute && v.typ == htmlType:
		leave()
	case v.typ == jsType, v.typ == htmlType:
		return func(r *run, dot reflect.Value) { r.out.bytes = append(r.out.bytes, v.eval(r, dot).String()...) }
	case how.url != 0:
		return printURL(v, how)
	}
	return func(r *run, dot reflect.Value) { r.out.escape(v.eval(r, dot).String()) }
}

// escapingOf reads the escapers behind a value.
func escapingOf(commands []*parse.CommandNode) escaping {
	names := make([]string, 0, 3)
	for _, command := range commands {
		id, ok := command.Args[0].(*parse.IdentifierNode)
		if !ok || len(command.Args) != 1 {
			leave()
		}
		names = append(names, id.Ident)
	}
	joined := strings.Join(names, " ")
	for _, known := range escapings {
		if known.names == joined {
			return known.with
		}
	}
	leave()
	return escaping{}
}

// printCached compiles {{ cached "name" .X }}; nil if it is something else.
func (c *compiler) printCached(command *parse.CommandNode, how escaping, typ reflect.Type) op {
	function, name := constantCall(command)
	if function != "cached" {
		return nil
	}
	if how != (escaping{}) || len(command.Args) != 3 {
		leave()
	}
	v := c.operand(command.Args[2], typ)
	if v.typ.Kind() != reflect.Pointer {
		leave()
	}
	known := c.theme.cache[name]
	return func(r *run, dot reflect.Value) {
		pointer := v.eval(r, dot)
		if pointer.IsNil() {
			return
		}
		key := pointer.Interface()
		html, ok := known.Load(key)
		if !ok {
			made, err := r.theme.cached(name, key)
			if err != nil {
				r.giveUp()
			}
			html = made
		}
		r.out.bytes = append(r.out.bytes, html.(template.HTML)...)
	}
}

// printURL compiles an address in an attribute.
func printURL(v value, how escaping) op {
	trusted := v.typ == urlType
	if trusted {
		how.filter, how.url = false, normalized
	}
	return func(r *run, dot reflect.Value) {
		s := v.eval(r, dot).String()
		if how.filter && !safeURL(s) {
			r.giveUp()
		}
		r.out.escape(encodeURL(s, how.url))
	}
}

// safeURL reports whether an address is relative or has a scheme that runs no
// code. The others are html/template's to refuse.
func safeURL(s string) bool {
	scheme, _, found := strings.Cut(s, ":")
	return !found || strings.Contains(scheme, "/") || strings.EqualFold(scheme, "http") ||
		strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto")
}

// encodeURL percent-encodes what does not belong into an address as
// html/template does: letters, digits and "-._~" stay; when normalizing,
// reserved characters and valid escapes stay as well.
func encodeURL(s string, how urlEscaping) string {
	const digits = "0123456789abcdef"
	var out []byte
	from := 0
	for i := range len(s) {
		if stays(s, i, how) {
			continue
		}
		out = append(out, s[from:i]...)
		out = append(out, '%', digits[s[i]>>4], digits[s[i]&15])
		from = i + 1
	}
	if out == nil {
		return s
	}
	return string(append(out, s[from:]...))
}

func stays(s string, i int, how urlEscaping) bool {
	switch c := s[i]; {
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '.', c == '_', c == '~':
		return true
	case how == escaped:
		return false
	case c == '%':
		return i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2])
	default:
		return strings.IndexByte("!#$&*+,/:;=?@[]", c) >= 0
	}
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// escape appends text, with those characters escaped that html/template
// escapes in text and in quoted attributes.
func (b *buffer) escape(s string) {
	from := 0
	for i := range len(s) {
		replacement := replacements[s[i]]
		if replacement == "" {
			continue
		}
		b.bytes = append(b.bytes, s[from:i]...)
		b.bytes = append(b.bytes, replacement...)
		from = i + 1
	}
	b.bytes = append(b.bytes, s[from:]...)
}

var replacements = [256]string{
	0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;",
}
