package markdown

import (
	"bytes"
	"testing"
	"unicode/utf8"
)

func FuzzParse(f *testing.F) {
	for _, e := range specification(f) {
		if e.Example%8 == 0 {
			f.Add([]byte(e.Markdown), byte(0))
		}
	}
	for _, seed := range []string{
		"> [!HINWEIS]\n> Text\n{lang=en}\n", "[a \"b\" c]{lang=en #x .y} \"d\"\n", "Tabelle: x\n\n|a|b|\n|-|-:|\n|c|d|\n",
		"Wort[^1] und[^2]\n\n[^1]: eins\n[^3]: drei\n", "![a](b.jpg \"c\")\n", "> Satz\n> -- Name\n", "- [x] a\n- [ ] b\n",
		"{{< figure src=\"a\" >}} {% b %} {{ c }}", "<b>a <a href=\"b\">c</b> <img src=d> <!-- e -->", "<div>\n\n*a*\n\n</div>\n",
		"www.example.org https://example.org/a_(b)_c. info@example.org", "a\n: b\n\n    c\n", "# A\n\n### B {#c}\n\n#\n",
		"[a](javascript:b) [c](&#106;avascript:d) <javascript:e>", "\"a *b\" c* 'd' \\\"e\\\" &quot;f&quot; z. B. § 5\n",
		"[a]{.b}[c]{lang=xx}", "> > > - - 1. # a", "[^a]: [^a] [^a]\n\n[^a]", "\t\"a\"\n\n-\t\"b\"\n", "*a*{lang=en}`b`{.c}", "www.",
	} {
		f.Add([]byte(seed), byte(3))
	}
	f.Fuzz(func(t *testing.T, body []byte, flags byte) {
		o := Options{Sanitize: flags&1 != 0, Shortcodes: flags&2 != 0}
		if flags&4 != 0 {
			o.Language = "en"
		}
		if flags&8 != 0 {
			o.IDPrefix = "a1-"
		}
		if !utf8.Valid(body) || bytes.IndexByte(body, '\r') >= 0 { // package source lets none through
			d, _ := Parse("a.md", body, 1, o)
			_, _ = d.Fragment(), d.PlainText()
			return
		}
		checkDocument(t, body, o)
	})
}
