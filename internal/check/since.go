package check

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
	"stadtbote/internal/frontmatter"
	"stadtbote/internal/site"
	"stadtbote/internal/source"
)

// Before is the state that was published last.
type Before struct {
	Name   string // how people call it: "main", "v1.2"
	Folder fs.FS  // the site's folder as it was
	Site   *site.Site
}

// addressesGone tells of addresses that were published and are no more.
func addressesGone(c *Checker, r *report) {
	b := c.subject.Before
	if b == nil {
		return
	}
	expired := map[string]bool{}
	for _, left := range c.subject.Site.Left {
		expired[left.Path] = left.Reason == site.Expired
	}
	for e := range b.Site.All() {
		if !expired[e.Path] && !c.still(e.URL) {
			file := ""
			if now := c.successor(e); now != nil {
				file = now.Path
			}
			r.add(file, diag.Pos{}, e.URL, b.Name+":"+e.Path)
		}
	}
	for _, former := range b.Site.Redirects {
		if !c.still(former.From) {
			file := ""
			if c.entries()[former.Origin] != nil {
				file = former.Origin
			}
			r.add(file, diag.Pos{}, former.From, b.Name+":"+former.Origin)
		}
	}
}

// still reports whether there is something at an address, be it a redirect.
func (c *Checker) still(address string) bool {
	if c.subject.Exists(c.fileAt(address)) {
		return true
	}
	return slices.ContainsFunc(c.subject.Site.Redirects, func(r site.Redirect) bool { return r.From == address })
}

// successor returns what an article of the last state has become: the same
// file, one with the same text, or one of the same title.
func (c *Checker) successor(e *site.Entry) *site.Entry {
	if same := c.entries()[e.Path]; same != nil {
		return same
	}
	var titled *site.Entry
	for now := range c.subject.Site.All() {
		if now.Source == e.Source {
			return now
		}
		if now.Title == e.Title && now.Kind == e.Kind && (titled == nil || now.Path < titled.Path) {
			titled = now
		}
	}
	return titled
}

// listsGone tells of lists that were published and are no more.
func listsGone(c *Checker, r *report) {
	b := c.subject.Before
	if b == nil {
		return
	}
	gone := func(address string) {
		if !c.still(address) {
			r.add("", diag.Pos{}, address)
		}
	}
	for _, terms := range [][]*site.Term{b.Site.Sections, b.Site.Tags, b.Site.Places} {
		for _, t := range terms {
			gone(t.URL)
		}
	}
}

// correctionMissing tells of published texts that were changed beyond typing
// mistakes, without a correction or a date of update.
func correctionMissing(c *Checker, r *report) {
	b := c.subject.Before
	if b == nil {
		return
	}
	for _, old := range b.Site.Articles {
		now := c.successor(old)
		if now == nil || now.Source == old.Source || now.Kind != article.Report || now.Withdrawn {
			continue
		}
		if len(now.Article.Corrections) > len(old.Article.Corrections) || now.Updated.After(old.Updated) {
			continue
		}
		change, beyond := compare(textOf(b.Folder, old.Path), textOf(c.subject.Folder, now.Path))
		if beyond {
			r.add(now.Path, diag.Pos{Line: change.line, Col: 1}, change.was, change.is, b.Name+":"+old.Path+":"+strconv.Itoa(change.before))
		}
	}
}

// word is one word of a text, without the signs of Markdown.
type word struct {
	text string
	line int
}

// textOf returns the words of an article: headline, teaser and text.
func textOf(folder fs.FS, file string) []word {
	text, _, err := source.Read(folder, file)
	if err != nil || text == nil {
		return nil
	}
	matter, body, _ := frontmatter.Parse(file, text)
	words := wordsOf(matter.Title.Text, matter.Title.Pos.Line)
	words = append(words, wordsOf(matter.Teaser.Text, matter.Teaser.Pos.Line)...)
	for i, line := range strings.Split(string(body.Text), "\n") {
		words = append(words, wordsOf(line, body.Line+i)...)
	}
	return words
}

func wordsOf(text string, line int) []word {
	var words []word
	for field := range strings.FieldsSeq(text) {
		if _, address, linked := strings.Cut(field, "]("); linked && strings.Contains(address, "/") {
			field, _, _ = strings.Cut(field, "](")
		}
		if field = strings.Trim(field, "*_#>[]()|`~\"„“”‚‘’.,;:!?-–{}"); field != "" && !strings.Contains(field, "stadtbote:") {
			words = append(words, word{field, line})
		}
	}
	return words
}

// change is where two texts differ first beyond typing mistakes.
type change struct {
	was, is      string
	before, line int
}

// slips is how many words may differ by a letter or two before a change is
// more than mended typing mistakes.
const slips = 6

// compare returns where a text was changed, and whether that is more than
// mended typing mistakes: a figure, a word replaced, more than a few letters.
func compare(old, now []word) (first change, beyond bool) {
	start := 0
	for start < len(old) && start < len(now) && old[start].text == now[start].text {
		start++
	}
	endOld, endNow := len(old), len(now)
	for endOld > start && endNow > start && old[endOld-1].text == now[endNow-1].text {
		endOld, endNow = endOld-1, endNow-1
	}
	was, is := old[start:endOld], now[start:endNow]
	if len(was) == 0 && len(is) == 0 {
		return first, false
	}
	first = change{phrase(was), phrase(is), lineAt(old, start), lineAt(now, start)}
	if len(was) != len(is) || len(was) > 400 {
		return first, true
	}
	typos := 0
	for i := range was {
		a, b := was[i].text, is[i].text
		if a == b {
			continue
		}
		if !typo(a, b) {
			return change{a, b, was[i].line, is[i].line}, true
		}
		if typos++; typos > slips {
			return first, true
		}
	}
	return first, false
}

// phrase is the beginning of a change, to be shown.
func phrase(words []word) string {
	if len(words) == 0 {
		return "–"
	}
	texts := make([]string, 0, 8)
	for _, w := range words[:min(8, len(words))] {
		texts = append(texts, w.text)
	}
	if len(words) > 8 {
		return strings.Join(texts, " ") + " …"
	}
	return strings.Join(texts, " ")
}

func lineAt(words []word, i int) int {
	if len(words) == 0 {
		return 1
	}
	return words[min(i, len(words)-1)].line
}
