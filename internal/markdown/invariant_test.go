package markdown

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"
)

// checkDocument parses a body and checks what is true of every one: places
// exist, holes lie in the HTML and in order, tags are closed, nothing
// dangerous is in it, and the tree keeps its promises.
func checkDocument(t *testing.T, body []byte, o Options) {
	t.Helper()
	const line = 7
	d, found := Parse("a.md", body, line, o)
	lines := bytes.Split(body, []byte{'\n'})
	for _, f := range found {
		at := f.Pos.Line - line
		if at < 0 || at >= len(lines) || f.Pos.Col < 1 || f.Pos.Col > len([]rune(string(lines[at])))+2 {
			t.Errorf("%q: %s is at %v, which is not in the file", body, f.Code, f.Pos)
		}
	}
	facts, fragment := d.Facts(), d.Fragment()
	if len(d.RefNodes()) != len(facts.Refs) {
		t.Errorf("%q: %d nodes for %d references", body, len(d.RefNodes()), len(facts.Refs))
	}
	before := 0
	for _, hole := range fragment.Holes {
		if hole.At < before || hole.At > len(fragment.HTML) || hole.Ref < 0 || hole.Ref >= len(facts.Refs) {
			t.Fatalf("%q: hole %+v of %d bytes, %d references", body, hole, len(fragment.HTML), len(facts.Refs))
		}
		before = hole.At
	}
	filled := fragment.Fill(func(ref int) string {
		if facts.Refs[ref].Kind == Image {
			return ` src="/bild.jpg"`
		}
		return "/ziel/"
	})
	checkHTML(t, body, filled)
	checkTree(t, body, d)
	_ = d.PlainText()
}

// harmful is what no page may hold: scripts, event handlers, inline styles.
var harmful = regexp.MustCompile(`(?i)<(script|style|iframe|object|embed|form)\b|<[^>]*\s(on\w+|style)\s*=`)

// checkHTML checks that every element is closed where it was opened, that no
// id occurs twice, and that no link is dangerous.
func checkHTML(t *testing.T, body, page []byte) {
	t.Helper()
	var open []string
	ids := map[string]bool{}
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if !errors.Is(z.Err(), io.EOF) {
				t.Fatalf("%q: %v", body, z.Err())
			}
			break
		}
		raw := string(z.Raw())
		token := z.Token()
		switch kind {
		case html.StartTagToken:
			if harmful.MatchString(raw) {
				t.Fatalf("%q: harmful tag %s", body, raw)
			}
			checkAttributes(t, body, token, ids)
			if !slices.Contains([]string{"br", "hr", "img", "input", "wbr"}, token.Data) {
				open = append(open, token.Data)
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Fatalf("%q: </%s> closes %v in %s", body, token.Data, open, page)
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Fatalf("%q: %v is never closed in %s", body, open, page)
	}
}

func checkAttributes(t *testing.T, body []byte, token html.Token, ids map[string]bool) {
	t.Helper()
	for _, a := range token.Attr {
		switch a.Key {
		case "id":
			if ids[a.Val] {
				t.Fatalf("%q: id %q twice", body, a.Val)
			}
			ids[a.Val] = true
		case "href", "src":
			seen := strings.ToLower(strings.Map(func(r rune) rune {
				if r <= ' ' {
					return -1
				}
				return r
			}, a.Val))
			for _, bad := range []string{"javascript:", "vbscript:", "data:", "file:"} {
				if strings.HasPrefix(seen, bad) {
					t.Fatalf("%q: link to %q", body, a.Val)
				}
			}
		}
	}
}

// checkTree checks what the package's documentation says of the finished tree.
func checkTree(t *testing.T, body []byte, d *Document) {
	t.Helper()
	root, source := d.Tree()
	if !bytes.HasPrefix(source, body) {
		t.Fatalf("%q: the source does not begin with the body", body)
	}
	var walk func(n ast.Node)
	walk = func(n ast.Node) {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			switch c := c.(type) {
			case *ast.Text:
				if !c.IsRaw() || c.Segment.Start > c.Segment.Stop || c.Segment.Stop > len(source) {
					t.Fatalf("%q: text %q is not raw, or not in the source", body, c.Segment.Value(source))
				}
			case *ast.RawHTML, *ast.HTMLBlock, *ast.LinkReferenceDefinition, *attributeLine, *verbatim, *ast.String:
				t.Fatalf("%q: a node of kind %s is left", body, c.Kind())
			case *ast.Heading:
				if c.Level < 2 || c.Level > 6 || attribute(c, "id") == "" {
					t.Fatalf("%q: heading of level %d with id %q", body, c.Level, attribute(c, "id"))
				}
			}
			walk(c)
		}
	}
	walk(root)
}
