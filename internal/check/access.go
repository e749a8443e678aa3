package check

import (
	"strconv"
	"strings"
	"unicode"

	"stadtbote/internal/lang"
)

// pageLanguage looks for <html lang>.
func pageLanguage(p *page, f *finder) {
	if !lang.IsTag(p.root.value) {
		f.found(p.root.value, hint{written: p.root.written})
	}
}

// passageLanguage looks at the lang of passages.
func passageLanguage(p *page, f *finder) {
	for _, e := range p.passages {
		if e.value != "" && !lang.IsTag(e.value) {
			f.found(e.value, hint{written: e.written, text: "lang=" + e.value})
		}
	}
}

func pageTitle(p *page, f *finder) {
	if len(p.titles) == 0 || squeeze(p.titles[0]) == "" {
		f.found("", hint{written: "<title>"})
	}
}

// collectTitles notes the titles of pages; titleTwice tells of equal ones.
func collectTitles(p *page, f *finder) {
	if len(p.titles) == 0 {
		return
	}
	title := squeeze(p.titles[0])
	f.mu.Lock()
	defer f.mu.Unlock()
	if _, known := f.titles[title]; !known {
		title = strings.Clone(title) // a part of the page, which is not to be kept
	}
	f.titles[title] = append(f.titles[title], titled{p.url, p.origin})
}

func pageHeadline(p *page, f *finder) {
	n, second := 0, ""
	for _, h := range p.headings {
		if h.level == 1 {
			if n++; n == 2 {
				second = h.written
			}
		}
	}
	if n != 1 {
		f.found(strconv.Itoa(n), hint{written: second})
	}
}

// pageLevels looks for headings that go more than one level deeper than the
// one before.
func pageLevels(p *page, f *finder) {
	before := 0
	for _, h := range p.headings {
		if h.level > before+1 && before > 0 {
			f.found(excerpt(h.text), hint{written: h.written, text: h.text})
		}
		before = h.level
	}
}

func pageHeadingEmpty(p *page, f *finder) {
	for _, h := range p.headings {
		if squeeze(h.text) == "" {
			f.found(h.written, hint{written: h.written})
		}
	}
}

func pageAltMissing(p *page, f *finder) {
	for _, i := range p.images {
		if !i.described {
			f.found(i.src, hint{written: i.written, src: i.src})
		}
	}
}

// pageAltUseless looks for descriptions that are the file's name or repeat the
// caption.
func pageAltUseless(p *page, f *finder) {
	for _, i := range p.images {
		alt := squeeze(i.alt)
		if alt == "" {
			continue
		}
		name := fileName(i.src)
		stem, _, _ := strings.Cut(name, ".")
		switch {
		case strings.EqualFold(alt, name), strings.EqualFold(alt, stem),
			strings.EqualFold(strings.TrimSuffix(alt, extension(alt)), stem), i.caption != "" && withoutCredit(i.caption) == alt:
			f.found(i.alt, hint{written: i.written, src: i.src, alt: i.alt})
		}
	}
}

// extension returns the ending of a picture's name, "" if it has none.
func extension(s string) string {
	for _, ending := range []string{".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg"} {
		if strings.HasSuffix(strings.ToLower(s), ending) {
			return s[len(s)-len(ending):]
		}
	}
	return ""
}

// withoutCredit returns a caption without the credit at its end.
func withoutCredit(caption string) string {
	for _, word := range []string{"Bildquelle:", "Picture credit:"} {
		caption, _, _ = strings.Cut(caption, word)
	}
	return strings.TrimSpace(caption)
}

func pageLinkEmpty(p *page, f *finder) {
	for _, l := range p.links {
		if squeeze(l.text) == "" {
			f.found(l.href, hint{written: l.written, href: l.href})
		}
	}
}

// vagueWords are texts of links that name no target, folded.
var vagueWords = map[string]bool{
	"hier": true, "hierhin": true, "mehr": true, "klick": true, "klicken": true, "klicken sie hier": true, "hier klicken": true,
	"klick hier": true, "link": true, "weiter": true, "weiterlesen": true, "mehr lesen": true, "mehr erfahren": true,
	"mehr dazu": true, "mehr infos": true, "mehr informationen": true, "details": true, "dort": true, "diese seite": true, "siehe hier": true,
	"here": true, "click": true, "click here": true, "more": true, "read more": true, "learn more": true, "this page": true,
}

// linkVague looks for links that say nothing out of their sentence.
func linkVague(p *page, f *finder) {
	for _, l := range p.links {
		text := squeeze(l.text)
		if len(text) > 24 {
			continue
		}
		folded := strings.ToLower(strings.TrimFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }))
		if vagueWords[folded] {
			f.found(text, hint{written: l.written, href: l.href})
		}
	}
}

// pageIDTwice looks for ids that two elements have.
func pageIDTwice(p *page, f *finder) {
	seen := make(map[string]bool, len(p.ids))
	for _, e := range p.ids {
		if seen[e.value] {
			f.found(e.value, hint{written: e.written})
		}
		seen[e.value] = true
	}
}

// pageLandmark looks for the parts that one can jump by.
func pageLandmark(p *page, f *finder) {
	wanted := []string{"header", "nav", "main", "footer"}
	if p.variant() {
		wanted = []string{"main"}
	} else if !p.skip {
		f.found(`<a class="skip" href="#inhalt">`, hint{})
	}
	for _, name := range wanted {
		if p.landmarks[name] == 0 {
			f.found("<"+name+">", hint{})
		}
	}
	if p.landmarks["main"] > 1 {
		f.found("<main> × "+strconv.Itoa(p.landmarks["main"]), hint{})
	}
}

// pageCurrent looks whether the main menu knows where it is.
func pageCurrent(p *page, f *finder) {
	if p.variant() {
		return
	}
	for _, l := range p.links {
		if l.menu && l.href == p.url && !l.current {
			f.found(squeeze(l.text), hint{written: l.written})
		}
	}
}

func pageTableHead(p *page, f *finder) {
	for _, t := range p.tables {
		if t.heads == 0 || t.scopes < t.heads || squeeze(t.head) == "" {
			f.found(tableName(t), hint{written: t.written, text: firstWord(t.head)})
		}
	}
}

func pageTableCaption(p *page, f *finder) {
	for _, t := range p.tables {
		if !t.caption {
			f.found(tableName(t), hint{written: t.written, text: firstWord(t.head)})
		}
	}
}

// tableName is what to call a table in a message.
func tableName(t table) string {
	if head := excerpt(t.head); head != "" {
		return head
	}
	return t.written
}

// firstWord returns what the header row of a table begins with in Markdown.
func firstWord(head string) string {
	if words := strings.Fields(head); len(words) > 0 {
		return "| " + words[0]
	}
	return ""
}
