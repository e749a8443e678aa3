package asset

import (
	"bytes"
	"testing"
)

func TestStyleSheetsArePublishedSlim(t *testing.T) {
	for _, c := range []struct{ name, css, want string }{
		{"white space between rules", "a {\n  color: red;\n  margin: 0 }\n\n\nb { }\n", "a{color: red;margin: 0}b{}"},
		{"lists of selectors", "h1,\n  h2 .x { a: b }", "h1,h2 .x{a: b}"},
		{"a descendant stays a descendant", "a  :hover{}\n.x\n.y{}", "a :hover{}.x .y{}"},
		{"sums keep their spaces", "a{width:calc(1px + 2em)}", "a{width:calc(1px + 2em)}"},
		{"remarks", "/* oben */a/* mitten */b{}/* unten", "a b{}"},
		{"a licence stays", "/*! (c) */ a{}", "/*! (c) */ a{}"},
		{"texts stay", `a::after{content: "  /* kein  Kommentar */ "}`, `a::after{content: "  /* kein  Kommentar */ "}`},
		{"escapes stay", `.a\  b{}`, `.a\  b{}`},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := string(slim([]byte(c.css))); got != c.want {
				t.Errorf("%s\nwant: %s", got, c.want)
			}
		})
	}
}

func FuzzSlim(f *testing.F) {
	for _, css := range []string{`a{b:c}`, `/*`, `"`, `\`, `a /* */ b`, `/*!`} {
		f.Add(css)
	}
	f.Fuzz(func(t *testing.T, css string) {
		once := slim([]byte(css))
		if len(once) > len(css) || !bytes.Equal(slim(once), once) {
			t.Fatalf("%q became %q, then %q", css, once, slim(once))
		}
	})
}
