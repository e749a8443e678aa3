package moving

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
)

var now = time.Date(2026, 11, 9, 12, 0, 0, 0, time.UTC)

// take takes over a site of some files and returns its articles by path.
func take(t interface{ Fatal(args ...any) }, from string, files map[string]string) (*Result, map[string]string) {
	old := fstest.MapFS{}
	for name, text := range files {
		old[name] = &fstest.MapFile{Data: []byte(text)}
	}
	result, err := Take(Input{Old: old, From: from, Language: "de", Now: now, Settings: true})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, file := range result.Files {
		out[file.Path] = string(file.Data)
	}
	return result, out
}

func TestADraftWithoutADayIsADraftOfToday(t *testing.T) {
	_, out := take(t, "jekyll", map[string]string{"_drafts/idee.md": "---\ntitle: Idee\n---\nText.\n"})
	want := "---\ntitel: Idee\ndatum: 2026-11-09\nrubrik: Aktuelles\nentwurf: true\n---\n\nText.\n"
	if got := out["content/meldungen/2026/idee.md"]; got != want {
		t.Errorf("got %q in %v", got, out)
	}
}

func TestWhatIsConverted(t *testing.T) {
	tests := []struct{ name, from, text, want string }{
		{"a figure", "hugo", `{{< figure src="a.jpg" alt="x" title="y" >}}`, `![x](a.jpg "y")`},
		{"a figure of several lines", "hugo", "{{< figure\n  src=\"a.jpg\"\n  alt='x [1]'\n>}}", `![x \[1\]](a.jpg)`},
		{"a figure with a link stays", "hugo", `{{< figure src="a.jpg" link="b" >}}`, `{{< figure src="a.jpg" link="b" >}}`},
		{"highlighted code with fences in it", "hugo", "{{< highlight md >}}\n```\n{{< /highlight >}}", "{{< highlight md >}}\n```\n{{< /highlight >}}"},
		{"highlighted code", "hugo", "{{<highlight go>}}\na\n{{</highlight>}}", "\n```go\na\n```\n"},
		{"a reference to nowhere stays", "hugo", `[a]({{< ref "weg" >}})`, `[a]({{< ref "weg" >}})`},
		{"a reference with an anchor", "hugo", `[a]({{% relref "zwei.md#b" %}})`, `[a](../../seiten/zwei.md#b)`},
		{"an example of an instruction", "hugo", "{{</* figure */>}}", "{{< figure >}}"},
		{"an unknown instruction stays", "hugo", "{{< karte >}}", "{{< karte >}}"},
		{"code stays", "hugo", "`{{< youtube a >}}` ``{{< youtube a >}}``", "`{{< youtube a >}}` ``{{< youtube a >}}``"},
		{"an open mark stays", "hugo", "{{< youtube", "{{< youtube"},
		{"a gist", "hugo", "{{< gist erika 1 >}}", "[Gist von erika](https://gist.github.com/erika/1)"},
		{"a post", "hugo", `{{< x user="erika" id="1" >}}`, "[Beitrag von erika](https://x.com/erika/status/1)"},
		{"attributes of kramdown", "jekyll", "Text\n{:.klasse}\n", "Text\n\n"},
		{"a variable stays", "jekyll", "{{ page.date | date: '%Y' }}", "{{ page.date | date: '%Y' }}"},
		{"an included file stays", "jekyll", "{% include a.html %}", "{% include a.html %}"},
		{"a picture of Eleventy", "eleventy", `{% image "a b.jpg", "x" %}`, `![x](<a b.jpg>)`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			folder := map[string]string{"hugo": "content/blog/", "jekyll": "_posts/", "eleventy": "content/blog/"}[test.from]
			_, out := take(t, test.from, map[string]string{
				folder + "2025-01-02-eins.md": "---\ntitle: Eins\n---\n" + test.text,
				"content/zwei.md":             "---\ntitle: Zwei\n---\n",
			})
			_, body, _ := strings.Cut(out["content/meldungen/2025/2025-01-02-eins.md"], "\n---\n\n")
			if want := strings.TrimLeft(test.want, "\n"); body != want {
				t.Errorf("got %q, want %q", body, want)
			}
		})
	}
}

// fateOf returns the account of a file.
func fateOf(t *testing.T, result *Result, file string) Account {
	t.Helper()
	for _, account := range result.Accounts {
		if account.Path == file {
			return account
		}
	}
	t.Fatalf("%s is not accounted for", file)
	return Account{}
}

// codes returns the codes of an account's findings.
func codes(a Account) string {
	var all []string
	for _, d := range a.Diags {
		all = append(all, string(d.Code))
	}
	return strings.Join(all, " ")
}

// Jekyll's defaults hold where an article says nothing itself; the more
// particular scope counts more.
func TestDefaultsOfJekyllAreInherited(t *testing.T) {
	result, out := take(t, "jekyll", map[string]string{
		"_config.yml": "defaults:\n" +
			"- {scope: {path: ''}, values: {layout: default, author: Erika, karte: ja}}\n" +
			"- {scope: {path: '', type: posts}, values: {author: Max, category: Rathaus, permalink: '/news/:title/'}}\n" +
			"- {scope: {path: _posts/sport}, values: {category: Sport}}\n" +
			"- {scope: {path: '_posts/*/alt'}, values: {draft: true}}\n",
		"_posts/2025-01-02-eins.md":           "---\ntitle: Eins\n---\nText.\n",
		"_posts/sport/2025-01-03-zwei.md":     "---\ntitle: Zwei\nauthor: Vera\n---\nText.\n",
		"_posts/sport/alt/2025-01-04-drei.md": "---\ntitle: Drei\n---\nText.\n",
		"ueber.md":                            "---\ntitle: Über uns\n---\nText.\n",
	})
	for name, want := range map[string]string{
		"content/meldungen/2025/2025-01-02-eins.md": "---\ntitel: Eins\ndatum: 2025-01-02\nrubrik: Rathaus\nkürzel: Max\nweiterleitungen: [/news/eins/]\n---\n",
		"content/meldungen/2025/2025-01-03-zwei.md": "---\ntitel: Zwei\ndatum: 2025-01-03\nrubrik: Sport\nkürzel: Vera\nweiterleitungen: [/news/zwei/]\n---\n",
		"content/meldungen/2025/2025-01-04-drei.md": "entwurf: true\n",
		"content/seiten/ueber.md":                   "---\ntitel: Über uns\n",
	} {
		if !strings.Contains(out[name], want) {
			t.Errorf("%s is\n%s\nwant\n%s", name, out[name], want)
		}
		if strings.Contains(out[name], "karte") || strings.Contains(out[name], "layout") {
			t.Errorf("%s has what means nothing here:\n%s", name, out[name])
		}
	}
	if got := codes(fateOf(t, result, "_posts/2025-01-02-eins.md")); !strings.Contains(got, string(diag.MoveInherited)) {
		t.Errorf("nobody tells where the author comes from: %s", got)
	}
}

// Eleventy's directory data is joined from the folder above down to the file.
func TestDirectoryDataOfEleventyIsInherited(t *testing.T) {
	result, out := take(t, "eleventy", map[string]string{
		"content/content.json":              `{"author": "Erika", "lang": "en"}`,
		"content/blog/blog.11tydata.json":   `{"tags": ["posts", "Rat"], "author": "Max"}`,
		"content/blog/eins.md":              "---\ntitle: Eins\ndate: 2025-01-02\ntags: [Haushalt]\n---\nText.\n",
		"content/blog/eins.json":            `{"category": "Rathaus"}`,
		"content/blog/kaputt.11tydata.json": `{"tags": `,
		"content/blog/kaputt.md":            "---\ntitle: Zwei\ndate: 2025-01-03\nlang: de\n---\nText.\n",
		"content/blog/blog.11tydata.js":     "export default {}",
	})
	if want := "sprache: en\n"; !strings.Contains(out["content/meldungen/2025/eins.md"], want) {
		t.Errorf("no %q in\n%s", want, out["content/meldungen/2025/eins.md"])
	}
	for _, want := range []string{"rubrik: Rathaus\n", "stichwörter: [Haushalt, Rat]\n", "kürzel: Max\n"} {
		if !strings.Contains(out["content/meldungen/2025/eins.md"], want) {
			t.Errorf("no %q in\n%s", want, out["content/meldungen/2025/eins.md"])
		}
	}
	if got := out["content/meldungen/2025/kaputt.md"]; !strings.Contains(got, "stichwörter: [Rat]\n") {
		t.Errorf("got\n%s", got)
	}
	for file, want := range map[string]Fate{
		"content/blog/blog.11tydata.json": Read, "content/content.json": Read, "content/blog/eins.json": Read,
		"content/blog/kaputt.11tydata.json": Refused, "content/blog/blog.11tydata.js": Passed,
	} {
		if got := fateOf(t, result, file); got.Fate != want || len(got.Diags) == 0 {
			t.Errorf("%s: %+v", file, got)
		}
	}
	if got := codes(fateOf(t, result, "content/blog/blog.11tydata.js")); got != string(diag.MoveDataCode) {
		t.Errorf("the program is accounted for by %s", got)
	}
}

// Articles of Hugo in another language than the main one keep its code in
// their name and their address, and say which it is.
func TestLanguagesOfHugoStandSideBySide(t *testing.T) {
	post := func(title string) string {
		return "---\ntitle: " + title + "\ndate: 2025-01-02\n---\nSiehe [den Rat]({{< ref \"blog/rat\" >}}).\n"
	}
	for name, files := range map[string]map[string]string{
		"folders": {
			"content/de/_index.md": "---\ntitle: Start\n---\n", "content/en/_index.md": "---\ntitle: Home\n---\n",
			"content/de/blog/tee.md": post("Tee"), "content/en/blog/tee.md": post("Tea"), "content/de/blog/rat.md": post("Rat"), "content/en/blog/rat.md": post("Council"),
			"content/de/ueber.md": "---\ntitle: Über uns\n---\n", "content/en/ueber.md": "---\ntitle: About us\n---\n",
		},
		"names": {
			"hugo.toml":           "defaultContentLanguage = 'de'\n[languages.de]\nweight = 1\n[languages.en]\nweight = 2\n",
			"content/blog/tee.md": post("Tee"), "content/blog/tee.en.md": post("Tea"), "content/blog/rat.de.md": post("Rat"), "content/blog/rat.en.md": post("Council"),
			"content/ueber.md": "---\ntitle: Über uns\n---\n", "content/ueber.en.md": "---\ntitle: About us\n---\n",
		},
	} {
		t.Run(name, func(t *testing.T) {
			result, out := take(t, "hugo", files)
			for file, want := range map[string]string{
				"content/meldungen/2025/tee.md":    "---\ntitel: Tee\ndatum: 2025-01-02\nrubrik: Blog\nweiterleitungen: [/blog/tee/]\n---\n\nSiehe [den Rat](rat.md).\n",
				"content/meldungen/2025/tee-en.md": "---\ntitel: Tea\ndatum: 2025-01-02\nsprache: en\nrubrik: Blog\nweiterleitungen: [/en/blog/tee/]\n---\n\nSiehe [den Rat](rat-en.md).\n",
				"content/seiten/ueber.md":          "---\ntitel: Über uns\n---\n\n",
				"content/seiten/en/ueber.md":       "---\ntitel: About us\nsprache: en\n---\n\n",
			} {
				if out[file] != want {
					t.Errorf("%s is\n%s\nwant\n%s", file, out[file], want)
				}
			}
			for file := range files {
				fateOf(t, result, file)
			}
		})
	}
}

// Whatever a site holds, every file is accounted for once, nothing is written
// twice, no file leaves the new site, and the front matter that is written has
// no mistake that the old one did not have.
func TestEveryFileIsAccountedFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		files := map[string]string{}
		name := rapid.SampledFrom([]string{
			"content/a.md", "content/b/c.md", "content/b/c.en.md", "content/de/_index.md", "content/en/_index.md", "content/en/b/c.md", "content/b/b.json", "content/b/c.11tydata.json", "content/b/b.11tydata.js", "content/b/index.md", "content/b/_index.md", "content/B/c.md", "content/b/2025-01-02-d.md",
			"_posts/2025-01-02-d.md", "_drafts/e.md", "static/x.png", "content/b/x.png", "config.toml", "_config.yml", "layouts/a.html", "content/ä ö.md", "public/x.md", "index.md",
		})
		line := rapid.SampledFrom([]string{
			"title: A", "title: 'A: b'", "date: 2025-01-02", "date: bald", "tags: [a, b]", "tags: a, b", "categories: [X, Y]", "draft: true",
			"aliases: [/a/, /b/]", "url: /x/", "permalink: /a/:title/", "image: x.png", "images: [x.png, y.png]", "links: [a]", "status: Laufend", "params: {subtitle: S}", "slug: z", "a: {b: [c]}", "kürzel: x\nauthor: y",
		})
		for range rapid.IntRange(1, 12).Draw(t, "files") {
			text := "---\n" + strings.Join(rapid.SliceOfNDistinct(line, 0, 6, rapid.ID[string]).Draw(t, "lines"), "\n") + "\n---\n" +
				rapid.StringMatching("[a{}<>%/`\"() \n#-]{0,40}").Draw(t, "body")
			files[name.Draw(t, "name")] = text
		}
		from := rapid.SampledFrom(Generators()).Draw(t, "generator")
		result, out := take(t, from, files)
		told := map[string]int{}
		for _, account := range result.Accounts {
			told[account.Path]++
			if account.Fate == Passed && len(account.Diags) == 0 {
				t.Fatalf("%s is passed over without a reason", account.Path)
			}
		}
		for file := range files {
			top, _, _ := strings.Cut(file, "/")
			if told[file]+told[top+"/"] != 1 {
				t.Fatalf("%s is accounted for %d times", file, told[file])
			}
		}
		if len(out) != len(result.Files) {
			t.Fatal("a file is written twice")
		}
		for path, text := range out {
			if strings.Contains(path, "..") || strings.HasPrefix(path, "/") {
				t.Fatalf("%s leaves the site", path)
			}
			if strings.HasSuffix(path, ".md") && !strings.HasPrefix(path, "static/") {
				sound(t, path, text)
			}
		}
	})
}

// sound insists that the head of an article is one that is understood.
func sound(t *rapid.T, path, text string) {
	a := article.Parse(path, []byte(text), article.Rules{Language: "de", Sanitize: true})
	for _, d := range a.Diags {
		if strings.HasPrefix(string(d.Code), "SB1") && d.Code != diag.MissingTeaser && d.Code != diag.SlugFolded && d.Code != diag.BadSlug {
			t.Fatalf("%s: %s %v in\n%s", path, d.Code, d.Args, text)
		}
	}
}
