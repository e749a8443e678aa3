package article

import (
	"path"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/frontmatter"
	"stadtbote/internal/lang"
	"stadtbote/internal/markdown"
)

// Rules are what the site says about all its articles.
type Rules struct {
	Language string // of articles that name none
	Sanitize bool   // raw HTML is cleaned instead of refused
}

// The folders that articles live in.
const (
	Reports = "content/meldungen"
	Pages   = "content/seiten"
	Events  = "content/termine"
)

// KindOf returns the kind of the article that a file is, by its folder, and
// whether it is one at all.
func KindOf(file string) (Kind, bool) {
	if !IsText(file) {
		return 0, false
	}
	switch {
	case strings.HasPrefix(file, Reports+"/"):
		return Report, true
	case strings.HasPrefix(file, Pages+"/"):
		return Page, true
	case strings.HasPrefix(file, Events+"/"):
		return Event, true
	}
	return 0, false
}

// IsText reports whether a file's ending is that of Markdown.
func IsText(file string) bool {
	switch ext := path.Ext(file); len(ext) {
	case len(".md"):
		return strings.EqualFold(ext, ".md")
	case len(".markdown"):
		return strings.EqualFold(ext, ".markdown")
	}
	return false
}

// Parse returns the article that a file holds; text is what source.Read
// returned. Everything that is wrong with it is in its Diags.
func Parse(file string, text []byte, rules Rules) *Article {
	matter, body, ds := frontmatter.Parse(file, text)
	a := newArticle(file)
	a.Diags, a.Source = ds, digest.Bytes(text)
	b := builder{Article: a, matter: &matter, rules: rules}
	b.language()
	if matter.Readable { // else all further findings would be consequences
		b.build()
		b.body(body)
	}
	a.Allowances = allowances(text, body.Line)
	a.Broken = a.Diags.HasErrors()
	return a
}

// Unreadable returns the article of a file whose text could not be read; ds
// says why.
func Unreadable(file string, ds diag.List) *Article {
	a := newArticle(file)
	a.Diags, a.Broken = ds, true
	return a
}

// Body returns the finished text of an article that Parse once returned. The
// file must be unchanged since.
func Body(a *Article, text []byte, rules Rules) markdown.Fragment {
	return Document(a, text, rules).Fragment()
}

// Document returns the parsed text of an article that Parse once returned. The
// file must be unchanged since.
func Document(a *Article, text []byte, rules Rules) *markdown.Document {
	below := frontmatter.Below(a.Path, text)
	document, _ := markdown.Parse(a.Path, below.Text, below.Line, options(a, rules))
	return document
}

func newArticle(file string) *Article {
	a := &Article{Path: file}
	a.Kind, _ = KindOf(file)
	if isIndex(file) {
		a.Bundle = path.Dir(file)
	}
	return a
}

// isIndex reports whether a file stands for its folder: index.md, and Hugo's
// _index.md.
func isIndex(file string) bool {
	base := path.Base(file)
	name := strings.TrimSuffix(base, path.Ext(base))
	return name == "index" || name == "_index"
}

// options are what Markdown has to know of an article.
func options(a *Article, rules Rules) markdown.Options {
	return markdown.Options{
		Language:   a.languageOr(rules.Language),
		Sanitize:   rules.Sanitize,
		IDPrefix:   "a" + digest.String(a.Path).Hex()[:6] + "-",
		Shortcodes: true,
	}
}

func (a *Article) languageOr(sites string) string {
	if a.Language != "" {
		return a.Language
	}
	return sites
}

// body takes in the text, and the teaser where it has to come from there.
func (b *builder) body(body frontmatter.Body) {
	document, ds := markdown.Parse(b.Path, body.Text, body.Line, options(b.Article, b.rules))
	b.Diags = append(b.Diags, ds...)
	b.Facts, b.Body = document.Facts(), document.Fragment()
	if b.Teaser == "" && b.Kind == Report {
		b.report(diag.Pos{Line: 1, Col: 1}, diag.MissingTeaser)
		b.Teaser = lang.Typeset(beginning(document), b.languageOr(b.rules.Language))
	}
}

// teaserLength is how many characters of a text make a teaser.
const teaserLength = 240

// beginning returns the first paragraph of a text, cut to the length of a
// teaser between two words.
func beginning(document *markdown.Document) string {
	headings := map[string]bool{"": true}
	for _, h := range document.Facts().Headings {
		headings[strings.TrimSpace(h.Text)] = true
	}
	for line := range strings.Lines(document.PlainText()) {
		if line = strings.TrimSpace(line); !headings[line] {
			return shorten(line)
		}
	}
	return ""
}

func shorten(text string) string {
	letters := []rune(text)
	if len(letters) <= teaserLength {
		return text
	}
	text = string(letters[:teaserLength])
	if space := strings.LastIndexByte(text, ' '); space > 0 {
		text = text[:space]
	}
	return strings.TrimRight(text, " ,;:–-") + " …"
}
