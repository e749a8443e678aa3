package check

import (
	"bytes"
	"strings"
	"sync"

	"golang.org/x/net/html"
)

// tokenKind tells what a token of a page is.
type tokenKind uint8

const (
	textToken tokenKind = iota
	startToken
	endToken
)

// token is one tag of a page, or the text between two.
type token struct {
	kind  tokenKind
	name  string // of a tag, in lower case
	text  string // of a text, unescaped; of a tag as it is written
	attrs []html.Attribute
}

// attr returns an attribute and whether the tag has it.
func (t *token) attr(name string) (string, bool) {
	for i := range t.attrs {
		if t.attrs[i].Key == name {
			return t.attrs[i].Val, true
		}
	}
	return "", false
}

// value returns an attribute, "" where the tag has none.
func (t *token) value(name string) string {
	v, _ := t.attr(name)
	return v
}

// Pages are made of pieces that stand on many of them: menus, cards, the foot.
// A scanner takes a page apart piece by piece and remembers the pieces, so that
// each is read by the library once, not ten thousand times. A piece ends where
// a line begins with a tag; that does not depend on what stands before it.
type scanner struct {
	mu     sync.RWMutex
	pieces map[string]*piece
}

// piece is a part of a page.
type piece struct {
	tokens []token
	open   string // element whose end is missing, and inside of which no tag is one
}

const (
	mostPieces = 60_000  // remembered at a time
	longest    = 4 << 10 // of a remembered piece
)

func newScanner() *scanner { return &scanner{pieces: map[string]*piece{}} }

// tokens calls do for each token of a page, in order. The tokens are shared and
// stay as they are.
func (s *scanner) tokens(page []byte, do func(*token)) {
	for len(page) > 0 {
		end := boundary(page, 0)
		p := s.piece(page[:end])
		for p.open != "" && end < len(page) {
			end = boundary(page, closing(page, end, p.open))
			p = read(string(page[:end]))
		}
		for i := range p.tokens {
			do(&p.tokens[i])
		}
		page = page[end:]
	}
}

// boundary returns where the piece that goes on at from ends.
func boundary(page []byte, from int) int {
	if from >= len(page) {
		return len(page)
	}
	if at := bytes.Index(page[from:], []byte("\n<")); at >= 0 {
		return from + at + 1
	}
	return len(page)
}

// closing returns where the end of an element stands behind from.
func closing(page []byte, from int, open string) int {
	end := "</" + open
	if open == "!--" {
		end = "-->"
	}
	if at := bytes.Index(page[from:], []byte(end)); at >= 0 {
		return from + at + len(end)
	}
	return len(page)
}

// piece returns what a part of a page is made of.
func (s *scanner) piece(text []byte) *piece {
	s.mu.RLock()
	p := s.pieces[string(text)]
	s.mu.RUnlock()
	if p != nil {
		return p
	}
	p = read(string(text))
	if len(text) > longest {
		return p
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.pieces) >= mostPieces {
		clear(s.pieces)
	}
	s.pieces[string(text)] = p
	return p
}

// raw are the elements inside of which no tag is one.
const raw = " script style textarea title noscript iframe noembed noframes xmp "

// read takes a text apart.
func read(text string) *piece {
	p := &piece{}
	if at := strings.LastIndex(text, "<!--"); at >= 0 && !strings.Contains(text[at:], "-->") {
		p.open = "!--"
		return p
	}
	z := html.NewTokenizer(strings.NewReader(text))
	z.AllowCDATA(false)
	at := 0
	for {
		kind := z.Next()
		length := len(z.Raw())
		written := text[at : at+length]
		at += length
		switch kind {
		case html.ErrorToken:
			return p
		case html.TextToken:
			p.tokens = append(p.tokens, token{kind: textToken, text: string(z.Text())})
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			p.tokens = append(p.tokens, token{kind: startToken, name: t.Data, text: written, attrs: t.Attr})
			if strings.Contains(raw, " "+t.Data+" ") && kind == html.StartTagToken {
				p.open = t.Data
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			p.tokens = append(p.tokens, token{kind: endToken, name: string(name), text: written})
			if string(name) == p.open {
				p.open = ""
			}
		case html.CommentToken, html.DoctypeToken: // mean nothing to readers
		}
	}
}
