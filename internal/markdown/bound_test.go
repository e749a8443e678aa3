package markdown

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// nasty are bodies at which parsers of Markdown are known to take time that
// grows with the square of the length, or worse.
func nasty(n int) map[string]string {
	r := strings.Repeat
	numbered := func(format string, n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	var stairs strings.Builder
	for i := range 200 {
		stairs.WriteString(r(" ", 2*i) + "- a\n")
	}
	return map[string]string{
		"brackets": r("[", n), "pictures": r("![", n), "links": r("[a](", n), "closing brackets": r("]", n),
		"empty links": r("[]()", n), "references": r("[a][", n), "bracket pairs": r("[[]", n), "closed brackets": r("[", n) + r("]", n),
		"quotations": r(">", n), "quotations with tabs": r(">\t", n), "quotations over lines": r(r(">", 100)+"a\n", n/100),
		"lazy lines": r(">", n/10) + "a\n" + r("a\n", n/10), "empty quotations": r(">\n", n), "notes": r("> [!NOTE]\n\n", n/10),
		"lists": r("* ", n) + "a", "hyphens": r("- ", n), "numbers": r("1. ", n), "list lines": r("- a\n", n), "stairs": stairs.String(),
		"definitions": r("a\n: b\n", n/2), "colons": r(": ", n),
		"stars": r("*a ", n), "stars and lines": r("*a_ ", n), "pairs of stars": r("a**b", n), "mixed stars": r("*a**", n),
		"nested stars": r("*a ", n) + r("a* ", n), "long stars": r("*", n) + "a" + r("*", n), "tildes": r("~a ", n),
		"backticks": numbered("`%[1]d``a", n), "backtick pairs": r("` a `` ", n),
		"angle brackets": r("<", n), "tags": r("<a ", n), "comments": r("<!--", n), "instructions": r("<?", n), "attributes of tags": r("<a b=\"", n),
		"blocks of HTML": r("<p>\n\n", n/2), "inline HTML": r("a<b>", n), "closing tags": r("a</b>", n),
		"targets": numbered("[a%d]: x\n", n), "open targets": r("[a]: x (", n), "separate targets": numbered("[a%d]: x\n\n", n),
		"footnotes": numbered("[^a%d]: x\n\n", n/4) + numbered("[^a%d] ", n/4), "footnote marks": "[^a]: x\n\n" + r("[^a] ", n),
		"open footnotes": r("[^", n), "missing footnotes": r("[^a] ", n),
		"wide tables": r("|", n) + "\n" + r("|-", n) + "\n", "long tables": "|a|\n|-|\n" + r("|b|\n", n),
		"tables that fill themselves": r("|a", n/10) + "\n" + r("|-", n/10) + "\n" + r("|\n", n), "escaped cells": "|a|\n|-|\n" + r("|`\\|`|\n", n/10),
		"tables of tables": r("a\n|-|-|\n", n/2),
		"curly brackets":   r("{", n), "heading attributes": "# " + r("{", n), "attribute lines": r("a\n{.b}\n", n/2), "spans": r("[a]{.b}", n/2),
		"nested spans": r("[", n/2) + r("]{.b}", n/2), "open spans": r("]{.b}", n/2), "shortcodes": r("{{< a ", n), "closed shortcodes": r("{{a}}", n/2),
		"equal headings": r("# a\n\n", n/2), "underlined": r("a\n", n) + "===", "lines": r("a\n", n), "blank lines": r("\n", n), "hard lines": r("a  \n", n),
		"quotation marks": r("\"a ", n), "single marks": r("'a ", n), "points": r(".", n), "entities": r("&a", n), "backslashes": r("\\", n),
		"addresses": r("http://", n), "more addresses": r("http://a.b ", n/2), "www": r("www.", n), "at signs": r("@", n), "mail": r("a@b.cd ", n/2), "mail chains": r("a@", n),
		"spaces": r(" ", n), "tabs": r("\t", n) + "a", "rules": r("***\n", n/2), "code": r("```\n", n/2),
	}
}

// Whoever makes one of these bodies quadratic makes this test take minutes
// instead of milliseconds, and an output grow beyond the input's.
func TestNastyBodiesCostNoMoreThanTheirLength(t *testing.T) {
	n := 40_000
	if testing.Short() {
		n = 5_000
	}
	bodies := nasty(n)
	for _, name := range sorted(bodies) {
		in := bodies[name]
		for _, sanitize := range []bool{false, true} {
			d, ds := Parse("a.md", []byte(in), 1, Options{Shortcodes: true, Sanitize: sanitize})
			if html := len(d.Fragment().HTML); html > 60*len(in)+1_000 {
				t.Errorf("%s: %d bytes of HTML from %d", name, html, len(in))
			}
			if text := len(d.PlainText()); text > 3*len(in) {
				t.Errorf("%s: %d bytes of text from %d", name, text, len(in))
			}
			if len(ds) > len(in) {
				t.Errorf("%s: %d findings about %d bytes", name, len(ds), len(in))
			}
		}
	}
}

func TestNastyBodiesKeepWhatEveryBodyKeeps(t *testing.T) {
	bodies := nasty(300)
	for _, name := range sorted(bodies) {
		t.Run(name, func(t *testing.T) {
			checkDocument(t, []byte(bodies[name]), Options{Shortcodes: true})
			checkDocument(t, []byte(bodies[name]), Options{Sanitize: true})
		})
	}
}

func sorted(bodies map[string]string) []string {
	names := make([]string, 0, len(bodies))
	for name := range bodies {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func TestWhatGoesBeyondTheBoundsIsToldAndShown(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"quotations in quotations", strings.Repeat("> ", 300) + "Ende", "5:401 SB240 100"},
		{"too many marks", strings.Repeat("*a* ", 3_000) + "Ende", "5:6001 SB241 3000"},
		{"too large a table", strings.Repeat("|a", 60) + "\n" + strings.Repeat("|-", 60) + "\n" + strings.Repeat("|b\n", 1_000) + "Ende", "5:1 SB242 50000"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, _ := Parse("a.md", []byte(c.in), 5, Options{})
			if got := findings(c.in, Options{}); !slices.Equal(got, []string{c.want}) {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if !strings.Contains(d.PlainText(), "Ende") {
				t.Error("the end of the text is lost")
			}
		})
	}
}
