package markdown

import (
	"strings"
	"testing"
)

// filled returns a body's HTML with its holes filled by what stood in the text.
func filled(t *testing.T, body string, o Options) string {
	t.Helper()
	d, _ := Parse("a.md", []byte(body), 1, o)
	refs := d.Facts().Refs
	return string(d.Fragment().Fill(func(ref int) string {
		if refs[ref].Kind == Image {
			return ` src="` + refs[ref].Dest + `"`
		}
		return refs[ref].Dest
	}))
}

type renderCase struct{ name, in, want string }

func checkRendered(t *testing.T, cases []renderCase, o Options) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.TrimSpace(filled(t, c.in, o)); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
			}
		})
	}
}

func TestTypographyRunsOverTheWholeBlock(t *testing.T) {
	checkRendered(t, []renderCase{
		{"quotes around a link", `Ein "[Verweis](a.md)" hier`, `<p>Ein „<a href="a.md">Verweis</a>“ hier</p>`},
		{"quotes within a link", `Ein ["Verweis"](a.md) hier`, `<p>Ein <a href="a.md">„Verweis“</a> hier</p>`},
		{"quotes beside a link within emphasis", `*"[a](b.md)"*`, `<p><em>„<a href="b.md">a</a>“</em></p>`},
		{"a quotation that begins in emphasis and ends behind it", `*"So* geht es"`, `<p><em>„So</em> geht es“</p>`},
		{"quotes around code", "Der Befehl \"`ls`\" hier", `<p>Der Befehl „<code>ls</code>“ hier</p>`},
		{"quotes before a footnote", "\"Ja\"[^1]\n\n[^1]: Nein", `<p>„Ja“<sup><a href="#fn1" id="fnref1" aria-label="Fußnote 1">1</a></sup></p>
<section class="footnotes" aria-label="Fußnoten">
<ol>
<li id="fn1">
<p>Nein <a href="#fnref1" aria-label="Zurück zum Text, Fußnote 1">Zurück zum Text</a></p>
</li>
</ol>
</section>`},
		{"quotes around a picture", `"![Bild](a.jpg)"`, `<p>„<img src="a.jpg" alt="Bild">“</p>`},
		{"quotes over two lines", "\"Eins\nzwei\"", "<p>„Eins\nzwei“</p>"},
		{"a number in emphasis keeps its unit", `*10 000* Euro`, "<p><em>10\u00a0000</em>\u00a0Euro</p>"},
		{"a paragraph of a law in a link", `§ [5](a.md)`, "<p>§\u00a0<a href=\"a.md\">5</a></p>"},
		{"a line break in the text gives way", "Nach §\n5 gilt", "<p>Nach §\u00a05 gilt</p>"},
		{"a line break that the author wants stays", "Nach §  \n5 gilt", "<p>Nach §<br>\n5 gilt</p>"},
		{"code stays", "`\"a\" -- b...`", `<p><code>&quot;a&quot; -- b...</code></p>`},
		{"code blocks stay", "    \"a\" -- b...", "<pre tabindex=\"0\"><code>&quot;a&quot; -- b...\n</code></pre>"},
		{"addresses stay", `<https://example.org/a--b...c>`, `<p><a href="https://example.org/a--b...c" class="url">https://example.org/a--b...c</a></p>`},
		{"an escaped quote stays", `Ein Rohr von \"5\" Zoll`, `<p>Ein Rohr von &quot;5&quot; Zoll</p>`},
		{"an entity for a quote stays", `&quot;so&quot; und "so"`, `<p>&quot;so&quot; und „so“</p>`},
		{"escaped hyphens stay", `a \-- b`, `<p>a -- b</p>`},
		{
			"titles and descriptions are set too", `![Das "Rathaus"](a.jpg "Unser 'Haus' - neu")`,
			`<figure><img src="a.jpg" alt="Das „Rathaus“"><figcaption>Unser ‚Haus‘ – neu</figcaption></figure>`,
		},
		{"headings are set, their ids are not", `## Das "neue" Rathaus`, `<h2 id="das-neue-rathaus">Das „neue“ Rathaus</h2>`},
		{"table cells are set each", "|\"a|b\"|\n|-|-|\n|\"c\"|d|", `<div class="scroll" role="group" tabindex="0" aria-label="Tabelle">
<table>
<thead>
<tr><th scope="col">„a</th><th scope="col">b“</th></tr>
</thead>
<tbody>
<tr><th scope="row">„c“</th><td>d</td></tr>
</tbody>
</table>
</div>`},
		{"English passages keep English quotes", `Er sagt "[it's "fine"]{lang=en}".`, `<p>Er sagt „<span lang="en">it’s “fine”</span>“.</p>`},
		{"a block in English keeps English quotes", "\"Fine\"\n{lang=en}", `<p lang="en">“Fine”</p>`},
		{"a quotation in English keeps English quotes", "> \"Fine\"\n{lang=en}", "<blockquote lang=\"en\">\n<p>“Fine”</p>\n</blockquote>"},
		{"a block in French stays", "\"Bon\"\n{lang=fr}", `<p lang="fr">&quot;Bon&quot;</p>`},
		{"the editor's sigil stays text", "Ende. (ve)", "<p>Ende. (ve)</p>"},
	}, Options{Language: "de"})
	checkRendered(t, []renderCase{
		{"English articles have English quotes", `"It's" -- *"fine"*`, `<p>“It’s” – <em>“fine”</em></p>`},
		{"German passages keep German quotes", `"[Das "Amt"]{lang=de}"`, `<p>“<span lang="de">Das „Amt“</span>”</p>`},
	}, Options{Language: "en"})
}

func TestBlocks(t *testing.T) {
	checkRendered(t, []renderCase{
		{"a box", "> [!HINWEIS]\n> Text *so*", `<aside class="note" aria-labelledby="hinweis1">
<p class="label" id="hinweis1">HINWEIS</p>
<p>Text <em>so</em></p>
</aside>`},
		{"a box in another case and language", "> [!Warning]\n>\n> Text", `<aside class="note note--warning" aria-labelledby="hinweis1">
<p class="label" id="hinweis1">WARNUNG</p>
<p>Text</p>
</aside>`},
		{"text behind the word of a box is its text", "> [!TIPP] Text\n> weiter", `<aside class="note note--tip" aria-labelledby="hinweis1">
<p class="label" id="hinweis1">TIPP</p>
<p>Text
weiter</p>
</aside>`},
		{"a quotation with its source in a paragraph", "> Satz\n>\n> — Erika *Muster*", `<blockquote>
<p>Satz</p>
<footer>Erika <em>Muster</em></footer>
</blockquote>`},
		{"a quotation with its source in the last line", "> Satz\n> -- Erika Muster", `<blockquote>
<p>Satz</p>
<footer>Erika Muster</footer>
</blockquote>`},
		{"a quotation that is nothing but a dash and words has no source", "> — Satz", `<blockquote>
<p>— Satz</p>
</blockquote>`},
		{"a picture alone is a figure", `![Brücke](b.jpg "Im Nebel")`, `<figure><img src="b.jpg" alt="Brücke"><figcaption>Im Nebel</figcaption></figure>`},
		{"a picture without a title has no caption", `![Brücke](b.jpg)`, `<figure><img src="b.jpg" alt="Brücke"></figure>`},
		{"pictures below the first are loaded late", "![a](b.jpg)\n\nText ![c](d.jpg \"e\")", `<figure><img src="b.jpg" alt="a"></figure>
<p>Text <img src="d.jpg" title="e" alt="c" loading="lazy"></p>`},
		{"tasks have labels", "- [x] a *b*\n- [ ] c\n  - d", `<ul>
<li><label><input type="checkbox" disabled checked> a <em>b</em></label></li>
<li><label><input type="checkbox" disabled> c</label>
<ul>
<li>d</li>
</ul>
</li>
</ul>`},
		{"definitions", "Amt\n: Ort\n: Stelle", `<dl>
<dt>Amt</dt>
<dd>Ort</dd>
<dd>Stelle</dd>
</dl>`},
		{"strikethrough", "~~a~~", "<p><del>a</del></p>"},
		{"a list may begin anywhere", "3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>"},
		{"a table with a caption before it", "Tabelle: Kosten *neu*\n\n|a|b|\n|:-:|-:|\n|c|1|", `<div class="scroll" role="group" tabindex="0" aria-labelledby="tabelle1">
<table>
<caption id="tabelle1">Kosten <em>neu</em></caption>
<thead>
<tr><th scope="col" class="center">a</th><th scope="col" class="num">b</th></tr>
</thead>
<tbody>
<tr><td class="center">c</td><td class="num">1</td></tr>
</tbody>
</table>
</div>`},
		{"a table with a caption behind it, and empty fields", "||b|\n|-|-|\n||1|\n\nTabelle: Kosten", `<div class="scroll" role="group" tabindex="0" aria-labelledby="tabelle1">
<table>
<caption id="tabelle1">Kosten</caption>
<thead>
<tr><td></td><th scope="col">b</th></tr>
</thead>
<tbody>
<tr><td></td><td>1</td></tr>
</tbody>
</table>
</div>`},
		{"code names its language", "```go\na < b\n```", "<pre tabindex=\"0\"><code class=\"language-go\">a &lt; b\n</code></pre>"},
		{"comments are dropped", "a <!-- b --> c\n\n<!--more-->\n\n<!-- stadtbote:erlaube x\ny -->", "<p>a  c</p>"},
		{"two marks of one footnote", "a[^x] b[^x]\n\n[^x]: c", `<p>a<sup><a href="#fn1" id="fnref1" aria-label="Fußnote 1">1</a></sup> b<sup><a href="#fn1" id="fnref1-2" aria-label="Fußnote 1">1</a></sup></p>
<section class="footnotes" aria-label="Fußnoten">
<ol>
<li id="fn1">
<p>c <a href="#fnref1" aria-label="Zurück zum Text, Fußnote 1">Zurück zum Text</a> <a href="#fnref1-2" aria-label="Zurück zur 2. Stelle, Fußnote 1">Zurück zur 2. Stelle</a></p>
</li>
</ol>
</section>`},
		{"a footnote that ends with a list", "a[^x]\n\n[^x]: b\n\n    - c", `<p>a<sup><a href="#fn1" id="fnref1" aria-label="Fußnote 1">1</a></sup></p>
<section class="footnotes" aria-label="Fußnoten">
<ol>
<li id="fn1">
<p>b</p>
<ul>
<li>c</li>
</ul>
<p> <a href="#fnref1" aria-label="Zurück zum Text, Fußnote 1">Zurück zum Text</a></p>
</li>
</ol>
</section>`},
		{"a footnote in a link stands behind it", "[a[^x]](b.md)\n\n[^x]: c", `<p><a href="b.md">a</a><sup><a href="#fn1" id="fnref1" aria-label="Fußnote 1">1</a></sup></p>
<section class="footnotes" aria-label="Fußnoten">
<ol>
<li id="fn1">
<p>c <a href="#fnref1" aria-label="Zurück zum Text, Fußnote 1">Zurück zum Text</a></p>
</li>
</ol>
</section>`},
	}, Options{})
}

func TestHeadings(t *testing.T) {
	checkRendered(t, []renderCase{
		{"ids write umlauts out", "## Städte, Maße & Öl", `<h2 id="staedte-masse-oel">Städte, Maße &amp; Öl</h2>`},
		{"ids are unique", "## A\n\n## A\n\n## A 2\n\n## A", "<h2 id=\"a\">A</h2>\n<h2 id=\"a-2\">A</h2>\n<h2 id=\"a-2-2\">A 2</h2>\n<h2 id=\"a-3\">A</h2>"},
		{"an id of the author's", "## A {#ziel .gross}", `<h2 id="ziel" class="gross">A</h2>`},
		{"an id of the author's on its own line", "## A\n{#ziel}", `<h2 id="ziel">A</h2>`},
		{"nothing is left for an id", "## …", `<h2 id="abschnitt">…</h2>`},
		{"the ids of the page are not taken", "## Inhalt", `<h2 id="inhalt-2">Inhalt</h2>`},
		{"the ids of footnotes are not taken", "## fn1", `<h2 id="fn1-x">fn1</h2>`},
		{"a body that begins at level 1 is moved", "# A\n\n## B\n\nC\n===", "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n<h2 id=\"c\">C</h2>"},
		{"a body that begins at level 3 is moved", "### A\n\n#### B", "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>"},
		{"level 6 stays where all is moved down", "# A\n\n###### B", "<h2 id=\"a\">A</h2>\n<h6 id=\"b\">B</h6>"},
		{"empty ones are left out", "## A\n\n##", `<h2 id="a">A</h2>`},
		{"markup in headings", "## `a` *b* [c](d.md)", `<h2 id="a-b-c"><code>a</code> <em>b</em> <a href="d.md">c</a></h2>`},
	}, Options{})
	checkRendered(t, []renderCase{
		{"a prefix is for what no author links to", "## A\n\n[b](#a)[^1]\n\n[^1]: c", `<h2 id="a">A</h2>
<p><a href="#a">b</a><sup><a href="#x-fn1" id="x-fnref1" aria-label="Fußnote 1">1</a></sup></p>
<section class="footnotes" aria-label="Fußnoten">
<ol>
<li id="x-fn1">
<p>c <a href="#x-fnref1" aria-label="Zurück zum Text, Fußnote 1">Zurück zum Text</a></p>
</li>
</ol>
</section>`},
	}, Options{IDPrefix: "x-"})
}

func TestLinks(t *testing.T) {
	checkRendered(t, []renderCase{
		{
			"bare addresses", "Siehe https://example.org/a_(b)?c=d&e=f, www.example.org. Oder info@example.org!",
			`<p>Siehe <a href="https://example.org/a_(b)?c=d&amp;e=f" class="url">https://example.org/a_(b)?c=d&amp;e=f</a>, ` +
				`<a href="http://www.example.org" class="url">www.example.org</a>. Oder <a href="mailto:info@example.org">info@example.org</a>!</p>`,
		},
		{
			"an address as the text of its link, which paper need not repeat", `[www.example.org](https://www.example.org/) [Beispiel](https://example.org)`,
			`<p><a href="https://www.example.org/" class="url">www.example.org</a> <a href="https://example.org">Beispiel</a></p>`,
		},
		{
			"a bare address in quotes", `Die Seite „https://example.org“ ("www.example.org")`,
			`<p>Die Seite „<a href="https://example.org" class="url">https://example.org</a>“ („<a href="http://www.example.org" class="url">www.example.org</a>“)</p>`,
		},
		{
			"a bare address with stars and lines", "https://example.org/*a*/_b_/c und **https://example.org**",
			`<p><a href="https://example.org/*a*/_b_/c" class="url">https://example.org/*a*/_b_/c</a> und <strong><a href="https://example.org" class="url">https://example.org</a></strong></p>`,
		},
		{"an address with an umlaut", "https://münchen.example/straße", `<p><a href="https://m%C3%BCnchen.example/stra%C3%9Fe" class="url">https://münchen.example/straße</a></p>`},
		{"a mail address with a line", "max_muster@example.org", `<p><a href="mailto:max_muster@example.org">max_muster@example.org</a></p>`},
		{"what only looks like an address", "a@b, www.x, http://, https://localhost, 5:// und @@", "<p>a@b, www.x, http://, https://localhost, 5:// und @@</p>"},
		{"a bare address within a link is its text", "[https://example.org](a.md)", `<p><a href="a.md">https://example.org</a></p>`},
		{"an address in angle brackets within a link is its text", "[a <https://example.org>](b.md)", `<p><a href="b.md">a https://example.org</a></p>`},
		{"titles of links", `[a](b.md "c &amp; \"d\"")`, `<p><a href="b.md" title="c &amp; „d“">a</a></p>`},
		{"attributes of links", `[a](b.md){lang=en .x}`, `<p><a href="b.md" lang="en" class="x">a</a></p>`},
		{"a link without text shows its address", "[](a.md)", `<p><a href="a.md">a.md</a></p>`},
		{"a link around a picture", "[![b](c.jpg)](a.md)", `<p><a href="a.md"><img src="c.jpg" alt="b"></a></p>`},
		{"reference links", "[a][x] und [x]\n\n[x]: b.md", `<p><a href="b.md">a</a> und <a href="b.md">x</a></p>`},
		{"a decorative picture", "![](a.jpg){.dekorativ}", `<figure><img src="a.jpg" class="dekorativ" alt=""></figure>`},
		{"addresses without a scheme lead out", "[a](//example.org/b)", `<p><a href="//example.org/b">a</a></p>`},
		{"mail and telephone", "[a](mailto:b@example.org) [c](tel:+4930123)", `<p><a href="mailto:b@example.org">a</a> <a href="tel:+4930123">c</a></p>`},
		{"ampersands in addresses are escaped", "[a](https://example.org/?b=\"&c=<d>)", `<p><a href="https://example.org/?b=%22&amp;c=%3Cd%3E">a</a></p>`},
	}, Options{})
}

func TestAttributes(t *testing.T) {
	checkRendered(t, []renderCase{
		{"a span", "a [b *c*]{lang=en} d", `<p>a <span lang="en">b <em>c</em></span> d</p>`},
		{"spans within each other", "[a [b]{.x} c]{.y} [d]{.z}", `<p><span class="y">a <span class="x">b</span> c</span> <span class="z">d</span></p>`},
		{"a span over two lines", "[a\nb]{#x}\nc", "<p><span id=\"x\">a\nb</span>\nc</p>"},
		{"a span around a link", "[a [b](c.md)]{lang=en}", `<p><span lang="en">a <a href="c.md">b</a></span></p>`},
		{"brackets without attributes stay", "[a] {b} [c]{d} \\[e]{.f}", "<p>[a] {b} [c]{d} [e]{.f}</p>"},
		{"emphasis and code", "*a*{lang=en} `b`{.c}", `<p><em lang="en">a</em> <code class="c">b</code></p>`},
		{"a list", "- a\n{.x}", "<ul class=\"x\">\n<li>a</li>\n</ul>"},
		{"a table", "|a|\n|-|\n|b|\n{lang=en}", `<div class="scroll" role="group" tabindex="0" aria-label="Tabelle">
<table lang="en">
<thead>
<tr><th scope="col">a</th></tr>
</thead>
<tbody>
<tr><td>b</td></tr>
</tbody>
</table>
</div>`},
		{"a picture's paragraph", "![a](b.jpg)\n{.breit}", `<figure class="breit"><img src="b.jpg" alt="a"></figure>`},
		{"scripts and styles are not taken", "a\n{onclick=\"x()\" style=\"color:red\" title=\"ja\"}", `<p title="ja">a</p>`},
		{"a line that belongs to nothing is shown", "{.x}\n\na", "<p>{.x}</p>\n<p>a</p>"},
		{"a line that is none is text", "a\n{b c}", "<p>a\n{b c}</p>"},
	}, Options{})
}

func TestShortcodesAreShownAsText(t *testing.T) {
	checkRendered(t, []renderCase{
		{"Hugo's", "a {{< b \"c\" >}} *d*", `<p>a {{&lt; b &quot;c&quot; &gt;}} <em>d</em></p>`},
		{"one that looks like HTML", "{{<b c=\"d\">}}e{{</b>}}", `<p>{{&lt;b c=&quot;d&quot;&gt;}}e{{&lt;/b&gt;}}</p>`},
		{"one over two lines", "{{< a\n  b >}} c", "<p>{{&lt; a\nb &gt;}} c</p>"},
		{"Jekyll's", "{% a %} {{ b }}", `<p>{% a %} {{ b }}</p>`},
		{"one without an end is text", "{{< a \"b\"", `<p>{{&lt; a „b“</p>`},
		{"as an address", "[a]({{site.url}}/b)", `<p>a</p>`},
		{"in code they are code", "`{{< a >}}`", `<p><code>{{&lt; a &gt;}}</code></p>`},
	}, Options{Shortcodes: true})
}

func TestRawHTMLIsShownAsText(t *testing.T) {
	checkRendered(t, []renderCase{
		{"in text", `a <b>c</b> "d"`, `<p>a &lt;b&gt;c&lt;/b&gt; „d“</p>`},
		{"as a block", "<div class=\"x\">\na\n</div>", "<p>&lt;div class=&quot;x&quot;&gt;\na\n&lt;/div&gt;</p>"},
		{"a script and the rest of its line", "<script>a</script> b\n\nc", "<p>&lt;script&gt;a&lt;/script&gt; b</p>\n<p>c</p>"},
		{"text behind a comment", "<!-- a --> b", "<p>b</p>"},
		{"a comment without an end", "<!-- a\n\nb", "<p>&lt;!-- a\n\nb</p>"},
	}, Options{})
}

func TestRawHTMLIsCleaned(t *testing.T) {
	checkRendered(t, []renderCase{
		{"text elements stay", `a <b>c</b><br>"d" <sup>2</sup>`, `<p>a <b>c</b><br>„d“ <sup>2</sup></p>`},
		{"scripts and styles go", `<b style="x" onclick="y">a</b><script>b</script>`, `<p><b>a</b>b</p>`},
		{"blocks around Markdown", "<details><summary>a</summary>\n\n*b*\n\n</details>", "<details><summary>a</summary>\n<p><em>b</em></p>\n</details>"},
		{"what is not closed is closed", "<div>\n\na <b>c", "<div>\n<p>a <b>c</b></p>\n</div>"},
		{"what was not opened is not closed", "a</b>\n\n</div>", "<p>a</p>"},
		{"blocks do not stand in text", "a <div>b</div>", "<p>a b</p>"},
		{"links are resolved", `<a href="b.md" onclick="x">a</a> <a href="https://example.org">c</a>`, `<p><a href="b.md">a</a> <a href="https://example.org">c</a></p>`},
		{"dangerous links go", `<a href="javascript:b">a</a>`, `<p>a</p>`},
		{"pictures are resolved", `<p><img src="a.jpg" alt="b" width="5"></p>`, `<p><img src="a.jpg" alt="b"></p>`},
		{"comments go", "a <!-- b --> c", "<p>a  c</p>"},
	}, Options{Sanitize: true})
}
