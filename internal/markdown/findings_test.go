package markdown

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"stadtbote/internal/diag"
)

// findings returns what is reported of a body that begins in line 5, as
// "line:column code arguments".
func findings(body string, o Options) []string {
	_, found := Parse("a.md", []byte(body), 5, o)
	lines := []string{}
	for _, f := range found {
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%d:%d %s %s", f.Pos.Line, f.Pos.Col, f.Code, strings.Join(f.Args, "|"))))
	}
	return lines
}

func TestFindings(t *testing.T) {
	type args []string
	for _, c := range []struct {
		name, in string
		want     args
	}{
		{"a body without mistakes", "## A\n\nb [c](d.md) ![e](f.jpg)", args{}},
		{"HTML in text, by its opening tag", "ä *ö* <b>c</b>", args{"5:7 SB201 <b>"}},
		{"HTML as a block", "a\n\n<div\n  class=\"x\">\nb</div>", args{`7:1 SB201 <div class="x"> b</div>`}},
		{"a closing tag alone", "a</b>", args{"5:2 SB201 </b>"}},
		{"a comment that does not end", "a\n\n<!-- b\n\nc", args{"7:1 SB201 <!-- b c"}},
		{"text behind a comment", "<!-- a --> b", args{"5:1 SB203 b"}},
		{"a comment is no finding", "<!-- a -->\n\nb <!-- c --> <!--more-->", args{}},
		{"a shortcode", "a\nb {{< c\nd >}}", args{"6:3 SB204 {{< c d >}}"}},
		{"a shortcode as an address", "[a]({{b}})", args{"5:1 SB204 {{b}}"}},
		{"a script as an address", "a [b](javascript:c)", args{"5:3 SB205 javascript|javascript:c"}},
		{"a script in a reference", "a [b]\n\n[b]: JavaScript:c", args{"5:3 SB205 javascript|JavaScript:c"}},
		{"a script in disguise", "[a](&#1;java&Tab;script&colon;b)", args{"5:1 SB205 javascript|\x01java script:b"}},
		{"a script in angle brackets", "<javascript:a>", args{"5:1 SB205 javascript|javascript:a"}},
		{"a picture as data", "![a](data:image/png;base64,b)", args{"5:1 SB205 data|data:image/png;base64,b"}},
		{"a file of one's own computer", "[a](file:///c) ![d](C:\\b.jpg)", args{"5:1 SB205 file|file:///c", "5:16 SB205 c|C:\\b.jpg"}},
		{"a link without an address", "[a]() [b](#)", args{"5:1 SB206 a", "5:7 SB206 b"}},
		{"a link without text", "a [](b.md)", args{"5:3 SB207 b.md"}},
		{"a picture without a description", "![](a.jpg)", args{"5:1 SB208 a.jpg"}},
		{"a link around a picture without a description", "[![](a.jpg)](b.md)", args{"5:1 SB207 b.md", "5:2 SB208 a.jpg"}},
		{"a picture described by its name", "![Foto](x/foto.jpg)", args{"5:1 SB209 Foto"}},
		{"a picture described by its caption", `![Ein Haus](a.jpg "Ein Haus")`, args{"5:1 SB209 Ein Haus"}},
		{"a reference that is not there", "[a][b] und c[0][1]", args{"5:4 SB234 b", "5:16 SB234 1"}},
		{"headings from level 1", "a\n\n# B\n\n## C", args{"7:1 SB210 1|#"}},
		{"headings from level 3", "### B", args{"5:1 SB210 3|###"}},
		{"a skipped level", "## A\n\n#### B", args{"7:1 SB211 2|4|B"}},
		{"a first heading that is not the highest", "### A\n\n## B", args{"5:1 SB211 1|3|A"}},
		{"an empty heading", "## A\n\n##", args{"7:1 SB212"}},
		{"too deep a heading", "# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F", args{"5:1 SB210 1|#", "15:1 SB213 F"}},
		{"unknown attributes", "a\n{style=\"b\" onclick=\"c\" d=e}", args{"6:1 SB220 style", "6:1 SB220 onclick", "6:1 SB220 d"}},
		{"attributes of nothing", "{.a}\n\nb", args{"5:1 SB221 {.a}"}},
		{"an id twice", "## A {#b}\n\n## C {#b}", args{"7:1 SB222 b|b-2"}},
		{"no language", "[a]{lang=Englisch} [b]{lang=d}", args{"5:1 SB223 Englisch", "5:20 SB223 d"}},
		{"no box", "> [!HINWEISS]\n> a", args{"5:3 SB230 HINWEISS|HINWEIS"}},
		{"a footnote without text", "a[^b] \\[^c] `[^d]`", args{"5:2 SB231 b"}},
		{"a footnote that nobody uses", "a\n\n[^b]: c", args{"7:1 SB232 b"}},
		{"a footnote twice", "a[^b]\n\n[^b]: c\n\n[^b]: d", args{"9:1 SB233 b|7"}},
		{"everything in the order of the file", "[a]()\n\n# B\n\n<b>", args{"5:1 SB206 a", "7:1 SB210 1|#", "9:1 SB201 <b>"}},
		{"columns count characters", "äöü „“ [a]()", args{"5:8 SB206 a"}},
		{"places within quotations and lists", "> - a\n>   [b]()", args{"6:5 SB206 b"}},
		{"places within tables", "|a|b|\n|-|-|\n|c|[d]()|", args{"7:4 SB206 d"}},
		{"places within footnotes", "a[^b]\n\n[^b]: c [d]()", args{"7:9 SB206 d"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := findings(c.in, Options{Shortcodes: true}); !slices.Equal(got, c.want) {
				t.Errorf("%s\n got %q\nwant %q", c.in, got, []string(c.want))
			}
		})
	}
}

func TestFindingsOfCleaning(t *testing.T) {
	for in, want := range map[string][]string{
		"<b>a</b>": {},
		"<b style=\"c\">a</b> <font color=\"d\">e</font>": {"5:1 SB202 style=", "5:20 SB202 <font>, color="},
		"<script>a</script>":                              {"5:1 SB202 <script>"},
		"<a href=\"javascript:b\">a</a>":                  {"5:1 SB202 <a>, href="},
		"<img src=\"b.jpg\">":                             {"5:1 SB208 b.jpg"},
	} {
		if got := findings(in, Options{Sanitize: true}); !slices.Equal(got, want) {
			t.Errorf("%s\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestFacts(t *testing.T) {
	d, _ := Parse("a.md", []byte(`Ein *Wort* – „und“ [noch](b.md "T") `+"`code`"+` 10 000.[^x]

## Über ŁÓDŹ

![Bild](c.jpg "Titel") [d](#anker) <https://example.org>

|a|
|-|
|b|
{#tab}

[^x]: e ![f](g.png)
`), 11, Options{})
	f := d.Facts()
	want := []Ref{
		{Kind: Link, Dest: "b.md", Title: "T", Pos: diag.Pos{Line: 11, Col: 20}},
		{Kind: Image, Dest: "c.jpg", Title: "Titel", Alt: "Bild", Pos: diag.Pos{Line: 15, Col: 1}, First: true},
		{Kind: Link, Dest: "#anker", Pos: diag.Pos{Line: 15, Col: 24}},
		{Kind: Link, Dest: "https://example.org", Pos: diag.Pos{Line: 15, Col: 36}},
		{Kind: Image, Dest: "g.png", Alt: "f", Pos: diag.Pos{Line: 22, Col: 9}},
	}
	if !slices.Equal(f.Refs, want) {
		t.Errorf("references\n got %+v\nwant %+v", f.Refs, want)
	}
	if want := []Heading{{Level: 2, ID: "ueber-lodz", Text: "Über ŁÓDŹ", Pos: diag.Pos{Line: 13, Col: 1}}}; !slices.Equal(f.Headings, want) {
		t.Errorf("headings %+v", f.Headings)
	}
	if !f.HasItalic || !f.HasTable || !f.BeyondASCI || f.Footnotes != 1 || f.Words != 16 || !slices.Equal(f.Anchors, []string{"tab"}) {
		t.Errorf("facts %+v", f)
	}
	if got, want := d.PlainText(), "Ein Wort – „und“ noch code 10\u00a0000.\nÜber ŁÓDŹ\nBild d https://example.org\na\nb\ne f\n"; got != want {
		t.Errorf("plain text\n got %q\nwant %q", got, want)
	}
}

func TestFragmentHolesAreForAddressesThatOnlyTheSiteKnows(t *testing.T) {
	d, _ := Parse("a.md", []byte("[a](b.md) [c](https://d.example) ![e](f.jpg) [g](#h) [i](/j/)"), 1, Options{})
	f := d.Fragment()
	var holes []int
	for _, hole := range f.Holes {
		holes = append(holes, hole.Ref)
	}
	if want := []int{0, 2, 4}; !slices.Equal(holes, want) {
		t.Errorf("holes of references %v, want %v", holes, want)
	}
	if again := d.Fragment(); string(again.HTML) != string(f.HTML) || !slices.Equal(again.Holes, f.Holes) {
		t.Error("a second fragment differs")
	}
}
