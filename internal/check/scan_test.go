package check

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// oddPages are texts at which a scanner that knows plain tags only would go
// wrong.
var oddPages = []string{
	"", "<", "<a", "<a>", "a<b c", "1 < 2 & 3 > 2", "</>", "</ a>", "<a/>", "<a / b>", "<br/ >", "<A HREF=x>", "<a href=x/>", "<a href = 'x'>",
	`<a b="1"b="2">`, `<a b="1" b="2">`, `<a b="&amp;&notit;&not=">`, `<a b="&notit">`, `<a b="a & b&">`, `<a ="x">`, `<a "x">`, `<a b="x`,
	"<!doctype html><p>", "<!DOCTYPE html SYSTEM>", "<!-->x-->", "<!--->x-->", "<!-- a --!> b --> c", "<!-- a", "<!x><?php echo 1 ?><![CDATA[x]]>",
	"<title>a<b>&amp;</title>c", "<title>a</titlex></title>", "<title>a</TITLE>b", "<title/>a</title>", "<title>a", "<textarea>\n<b></textarea>",
	"<script>if (a<b) '</scr'</script>x", "<script><!--<script></script>--></script>x", "<style>a{}</style >x", "<noscript><img></noscript>",
	"<plaintext><p>", "<xmp></xm></xmp>", "a\r\nb", "a\x00b", "<p lang='de'>x</p\n>", "<p x:y_z-1=\"\t\">\u00ad", "<svg:a xlink:href=\"#x\"></svg:a>",
	"<p\n\tclass=\"a\"\n>", "<p\fa>", "<input disabled>", "<input disabled/>", "&amp;&#43;&auml", `<a b="&#43;&#x2b;&#;">`, "<1>", "<é>", `<p a="&apos;&nbsp;&shy;">`,
}

// The scanner's own reading is that of the library, whatever the page is.
func FuzzScanReadsAsTheLibraryDoes(f *testing.F) {
	for _, page := range oddPages {
		f.Add(page)
	}
	f.Fuzz(func(t *testing.T, page string) {
		compareStories(t.Errorf, page)
	})
}

// Pieces of odd pages make odder ones.
func TestScanReadsMixturesAsTheLibraryDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOfN(rapid.SampledFrom(oddPages), 1, 6).Draw(t, "pieces")
		cut := rapid.IntRange(0, 12).Draw(t, "cut")
		page := strings.Join(pieces, rapid.SampledFrom([]string{"", " ", "\n", ">", "<p>", "'", "\"", "-->"}).Draw(t, "between"))
		compareStories(t.Errorf, page[min(cut, len(page)):])
	})
}

func compareStories(wrong func(string, ...any), page string) {
	library := func(page string, do func(*token)) { (&scanner{rest: page, do: do}).read() }
	if got, want := story(scan, page), story(library, page); got != want {
		wrong("%q is\n%s\nby the library\n%s", page, got, want)
	}
}

// story writes down the tokens of a page; texts that follow one another are one.
func story(read func(string, func(*token)), page string) string {
	var b strings.Builder
	inText := false
	read(page, func(now *token) {
		if now.kind != textToken || !inText {
			b.WriteString("\n" + [...]string{"text ", "start ", "end "}[now.kind])
		}
		inText = now.kind == textToken
		if !inText {
			b.WriteString(now.name + " ")
		}
		b.WriteString(now.text)
		for _, a := range now.attrs {
			b.WriteString(" {" + a.Key + "|" + a.Val + "}")
		}
	})
	return b.String()
}
