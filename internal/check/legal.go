package check

import (
	"strings"
	"unicode"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
	"stadtbote/internal/source"
)

// The regimes of accessibility that legal.regime names: the law of the
// federation, that of a Land, or none.
const (
	federal   = "bitv"
	voluntary = "voluntary"
)

// statementMissing looks for the accessibility statement. What is missing in
// one, package config tells.
func statementMissing(c *Checker, r *report) {
	if c.subject.Site.Config.Legal.Regime != voluntary && c.data().Statement == nil {
		r.add("", diag.Pos{}, "data/barrierefreiheit.yaml")
	}
}

// imprintMissing looks for the Impressum.
func imprintMissing(c *Checker, r *report) {
	if c.data().Imprint == nil {
		r.add("", diag.Pos{}, "data/impressum.yaml")
	}
}

// data returns the folder data/; one that could not be read is empty.
func (c *Checker) data() *config.Data {
	if d := c.subject.Site.Data; d != nil {
		return d
	}
	return &config.Data{}
}

// The age of a statement in days: from when to remind, and from when it is
// too old (§ 7 BITV 2.0: at least once a year).
const (
	ageing = 330
	stale  = 365
)

func statementOld(c *Checker, r *report) {
	c.age(r, func(days int) bool { return days >= ageing && days < stale })
}

func statementStale(c *Checker, r *report) {
	c.age(r, func(days int) bool { return days >= stale })
}

// age reports the statement if its age in days is bad.
func (c *Checker) age(r *report, bad func(days int) bool) {
	s := c.data().Statement
	if s == nil || c.subject.Site.Config.Legal.Regime == voluntary {
		return
	}
	day := s.Reviewed
	if day.Time.IsZero() {
		day = s.Created
	}
	if day.Time.IsZero() {
		return // package config tells
	}
	if days := int(c.subject.Now.Sub(day.Time).Hours() / 24); bad(days) {
		r.add(s.File, day.Pos, lang.ShortDate(day.Time), days)
	}
}

// easyMissing looks on the start page for a link to a page in Leichte Sprache.
func easyMissing(p *page, f *finder) {
	if p.url != f.base || f.subject.Site.Config.Legal.Regime != federal {
		return
	}
	easy := f.subject.Site.Easy()
	if easy == nil {
		f.found("leichte_sprache: ja", hint{})
		return
	}
	for _, l := range p.links {
		if text := squeeze(l.text); l.href == easy.URL && (text == "Leichte Sprache" || text == "Easy language") {
			return
		}
	}
	f.found(easy.URL, hint{})
}

// longSentence is how many words a sentence in Leichte Sprache has at most.
// The rules of the Netzwerk Leichte Sprache ask for short sentences and give no
// number; more than this is never short.
const longSentence = 15

// easySentence looks for long sentences in Leichte Sprache.
func easySentence(c *Checker, r *report) {
	for e := range c.subject.Site.All() {
		if !e.Article.Easy {
			continue
		}
		text, _, err := source.Read(c.subject.Folder, e.Path)
		if err != nil || text == nil {
			continue
		}
		rules := article.Rules{Language: c.subject.Site.Config.Language}
		for sentence := range sentences(article.Document(e.Article, text, rules).PlainText()) {
			if n := len(strings.Fields(sentence)); n > longSentence {
				pos, _ := position(string(text), beginning(sentence))
				r.add(e.Path, pos, excerpt(sentence), n, longSentence)
			}
		}
	}
}

// sentences calls do for each sentence of a text; a line ends one as well.
func sentences(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			for rest := strings.TrimSpace(line); rest != ""; {
				end := strings.IndexAny(rest, ".!?:")
				for end >= 0 && end+1 < len(rest) && !unicode.IsSpace(rune(rest[end+1])) {
					next := strings.IndexAny(rest[end+1:], ".!?:")
					if next < 0 {
						end = -1
						break
					}
					end += 1 + next
				}
				sentence := rest
				if end >= 0 {
					sentence, rest = rest[:end+1], strings.TrimSpace(rest[end+1:])
				} else {
					rest = ""
				}
				if !yield(sentence) {
					return
				}
			}
		}
	}
}

// beginning returns the first words of a sentence, to look for in the source.
func beginning(sentence string) string {
	words := strings.Fields(sentence)
	return strings.Join(words[:min(3, len(words))], " ")
}

// easyHyphen looks whether words of a text in Leichte Sprache are divided.
func easyHyphen(p *page, f *finder) {
	e := f.entries()[p.origin]
	if e == nil || !e.Article.Easy || p.url != e.URL {
		return
	}
	switch {
	case p.soft != "":
		f.found(p.soft, hint{text: p.soft})
	case !p.easy:
		f.found(`class="easy"`, hint{})
	}
}
