package markdown

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Bare addresses in running text become links: https://…, http://…, www.… and
// e-mail addresses. goldmark's own parser for them looks at every word; ours
// looks where a colon is followed by two slashes while goldmark parses (so
// that a star within an address is none of emphasis), and for the rest through
// the finished texts.

var (
	www        = []byte("www.")
	schemeMark = []byte("://")
	atSign     = []byte("@")
)

// bareAddresses is the parser of addresses that begin with a scheme.
type bareAddresses struct{}

// Trigger implements parser.InlineParser.
func (bareAddresses) Trigger() []byte { return []byte{':'} }

// Parse implements parser.InlineParser.
func (bareAddresses) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	p := passOf(pc)
	line, segment := block.PeekLine()
	if p == nil || !bytes.HasPrefix(line, schemeMark) || pc.IsInLinkLabel() {
		return nil
	}
	before, ok := parent.LastChild().(*ast.Text)
	if !ok || before.Segment.Stop != segment.Start || before.Segment.Padding > 0 {
		return nil
	}
	written := p.source[before.Segment.Start : segment.Start+len(bytes.TrimRight(line, "\n"))]
	at := before.Segment.Len()
	start, end := webAddress(written, at)
	if end == 0 {
		return nil
	}
	block.Advance(end - at)
	begin := before.Segment.Start + start
	if start == 0 {
		parent.RemoveChild(parent, before)
	} else {
		before.Segment = before.Segment.WithStop(begin)
	}
	link := ast.NewAutoLink(ast.AutoLinkURL, ast.NewTextSegment(text.NewSegment(begin, segment.Start+end-at)))
	link.SetPos(begin)
	return link
}

// bare finds addresses in the texts within a node.
func (p *pass) bare(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		t, ok := n.(*ast.Text)
		if !ok || t.IsRaw() || t.Segment.Padding > 0 {
			continue
		}
		p.bareIn(parent, t)
	}
}

// bareIn makes links of the addresses in one text.
func (p *pass) bareIn(parent ast.Node, t *ast.Text) {
	base := t.Segment.Start
	found := newFinder(t.Segment.Value(p.source))
	for {
		start, end, kind := found.next()
		if end == 0 {
			return
		}
		t = splitAddress(parent, t, base+start, base+end, kind)
	}
}

// addressKind tells how an address begins.
type addressKind uint8

const (
	webKind addressKind = iota
	wwwKind
	mailKind
)

// splitAddress makes a link of what stands in a text between two offsets of
// the source, and returns the text after it.
func splitAddress(parent ast.Node, t *ast.Text, start, end int, kind addressKind) *ast.Text {
	after := ast.NewTextSegment(t.Segment.WithStart(end))
	after.SetSoftLineBreak(t.SoftLineBreak())
	after.SetHardLineBreak(t.HardLineBreak())
	t.SetSoftLineBreak(false)
	t.SetHardLineBreak(false)
	t.Segment = t.Segment.WithStop(start)
	value := ast.NewTextSegment(text.NewSegment(start, end))
	link := ast.NewAutoLink(ast.AutoLinkURL, value)
	switch kind {
	case wwwKind:
		link.Protocol = []byte("http")
	case mailKind:
		link = ast.NewAutoLink(ast.AutoLinkEmail, value)
	}
	link.SetPos(start)
	parent.InsertAfter(parent, t, link)
	parent.InsertAfter(parent, link, after)
	return after
}

// finder looks for addresses in a text, from left to right.
type finder struct {
	text            []byte
	from            int // behind the last address
	colon, dots, at int // where the next "://", "www." and "@" are
}

func newFinder(text []byte) finder {
	return finder{
		text: text, colon: index(text, schemeMark, 0), dots: index(text, www, 0), at: index(text, atSign, 0),
	}
}

// next returns the next address; end is 0 where there is none.
func (f *finder) next() (start, end int, kind addressKind) {
	for {
		nearest := min(f.colon, f.dots, f.at)
		if nearest == len(f.text) {
			return 0, 0, 0
		}
		switch nearest {
		case f.colon:
			start, end = webAddress(f.text, nearest)
			kind = webKind
			f.colon = index(f.text, schemeMark, nearest+1)
		case f.dots:
			start, end = f.domain(nearest)
			kind = wwwKind
			f.dots = index(f.text, www, nearest+1)
		default:
			start, end = f.mail(nearest)
			kind = mailKind
			f.at = index(f.text, atSign, nearest+1)
		}
		if end > 0 && start >= f.from {
			f.from = end
			f.skip()
			return start, end, kind
		}
	}
}

// skip passes over the signs within the last address.
func (f *finder) skip() {
	if f.colon < f.from {
		f.colon = index(f.text, schemeMark, f.from)
	}
	if f.dots < f.from {
		f.dots = index(f.text, www, f.from)
	}
	if f.at < f.from {
		f.at = index(f.text, atSign, f.from)
	}
}

// index returns where a pattern begins at or after an offset, the length of
// the text where it does not.
func index(text, pattern []byte, from int) int {
	if i := bytes.Index(text[from:], pattern); i >= 0 {
		return from + i
	}
	return len(text)
}

// webAddress returns where the address begins and ends whose "://" is at an
// offset; end is 0 where it is none.
func webAddress(b []byte, at int) (start, end int) {
	for _, scheme := range []string{"https", "http"} {
		start = at - len(scheme)
		if start < 0 || string(b[start:at]) != scheme || start > 0 && util.IsAlphaNumeric(b[start-1]) {
			continue
		}
		host := at + len(schemeMark)
		end = addressEnd(b, host)
		if !isDomain(b[host:end]) {
			return 0, 0
		}
		return start, end
	}
	return 0, 0
}

// domain finds an address that begins with "www.".
func (f *finder) domain(at int) (start, end int) {
	if at > 0 && (util.IsAlphaNumeric(f.text[at-1]) || f.text[at-1] == '/' || f.text[at-1] == '.' || f.text[at-1] == '@') {
		return 0, 0
	}
	end = addressEnd(f.text, at+len(www))
	if !isDomain(f.text[at+len(www) : end]) {
		return 0, 0
	}
	return at, end
}

// mail finds an e-mail address around an @.
func (f *finder) mail(at int) (start, end int) {
	start, end = at, at+1
	for start > 0 && (util.IsAlphaNumeric(f.text[start-1]) || bytes.IndexByte([]byte("._%+-"), f.text[start-1]) >= 0) {
		start--
	}
	for end < len(f.text) && (util.IsAlphaNumeric(f.text[end]) || bytes.IndexByte([]byte("._-"), f.text[end]) >= 0) {
		end++
	}
	for end > at && bytes.IndexByte([]byte("._-"), f.text[end-1]) >= 0 {
		end--
	}
	if start == at || !isDomain(f.text[at+1:end]) || end < len(f.text) && f.text[end] == '@' {
		return 0, 0
	}
	return start, end
}

// isDomain reports whether b begins with a name and, behind a dot, another.
func isDomain(b []byte) bool {
	dot := bytes.IndexByte(b, '.')
	if dot <= 0 || dot == len(b)-1 {
		return false
	}
	for _, c := range b[:dot] {
		if !util.IsAlphaNumeric(c) && c != '-' && c != '_' && c < utf8.RuneSelf {
			return false
		}
	}
	return util.IsAlphaNumeric(b[dot+1]) || b[dot+1] >= utf8.RuneSelf
}

// longestAddress is how far the end of an address is looked for, in bytes.
const longestAddress = 2_000

// addressEnd returns where an address ends that begins before an offset: at a
// space or a quotation mark, without the punctuation of the sentence around it.
func addressEnd(b []byte, from int) int {
	end := from
	for end < len(b) && end < from+longestAddress {
		r, size := utf8.DecodeRune(b[end:])
		if endsAddress(r) {
			break
		}
		end += size
	}
	return trimAddress(b, from, end)
}

func endsAddress(r rune) bool {
	switch r {
	case '<', '>', '"', '`', '\\', '„', '“', '”', '‚', '‘', '’', '«', '»', '…', '–', '—', '\u00a0', utf8.RuneError, '\ufeff':
		return true
	}
	return r <= ' '
}

// trimAddress drops what stands at the end of an address and belongs to the
// sentence: marks, and brackets that the address did not open.
func trimAddress(b []byte, from, end int) int {
	opened := bytes.Count(b[from:end], []byte{'('}) - bytes.Count(b[from:end], []byte{')'})
	for end > from {
		switch b[end-1] {
		case '?', '!', '.', ',', ':', ';', '*', '_', '~', '\'', '|', ']', '}':
			end--
		case ')':
			if opened >= 0 {
				return end
			}
			opened++
			end--
		default:
			return end
		}
	}
	return end
}
