package check

import (
	"bytes"
	"net/url"
	"regexp"
	"strings"

	"stadtbote/internal/diag"
)

// foreign returns the host that an address leads to, if it is not the site's.
func (c *Checker) foreign(address string) (host string, is bool) {
	if !strings.Contains(address, "//") {
		return "", false
	}
	at, err := url.Parse(strings.TrimSpace(address))
	if err != nil || at.Host == "" {
		return "", false
	}
	return at.Host, at.Scheme+"://"+at.Host != c.origin && (at.Scheme != "" || "https://"+at.Host != c.origin)
}

// loadsForeign looks for what a browser gets from elsewhere unasked.
func loadsForeign(p *page, f *finder) {
	for _, l := range p.loads {
		if _, is := f.foreign(l.url); is {
			f.found(l.url, hint{written: l.written, src: l.url})
		}
	}
}

// loadsGone looks for files of the site that a page loads and that are not
// there.
func loadsGone(p *page, f *finder) {
	for _, l := range p.loads {
		if _, is := f.foreign(l.url); is || strings.HasPrefix(l.url, "data:") {
			continue
		}
		if target, _, local := f.resolve(p, l.url); local && !f.leads(target) {
			f.found(l.url, hint{written: l.written, src: l.url})
		}
	}
}

func inlineStyle(p *page, f *finder) {
	for _, s := range p.styles {
		f.found(excerpt(s), hint{written: s})
	}
}

func inlineScript(p *page, f *finder) {
	for _, s := range p.scripts {
		f.found(excerpt(s), hint{written: s})
	}
	for _, l := range p.links {
		if strings.HasPrefix(strings.ToLower(strings.TrimSpace(l.href)), "javascript:") {
			f.found(excerpt(l.href), hint{written: l.written})
		}
	}
}

var (
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	cssLoad    = regexp.MustCompile(`(?i)url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']`)
	jsComment  = regexp.MustCompile(`(?s)/\*.*?\*/|(?m)(^|[\s;])//[^\n]*`)
	jsStore    = regexp.MustCompile(`\bdocument\s*\.\s*cookie\b|\bcookieStore\b|\blocalStorage\b|\bsessionStorage\b|\bindexedDB\b|\bcaches\s*\.\s*open\b|["'\x60](?:localStorage|sessionStorage|indexedDB|cookie)["'\x60]`)
	jsLoad     = regexp.MustCompile("(?:\\b(?:fetch|import|sendBeacon|WebSocket|EventSource|Worker|open)\\s*\\(\\s*(?:[\"'][A-Z]+[\"']\\s*,\\s*)?|\\bfrom\\s+|\\bsrc\\s*=\\s*)[\"'`]((?:https?:|wss?:)?//[^\"'`]+)")
	svgLoad    = regexp.MustCompile(`(?i)<(?:image|use|script|feImage)\b[^>]*?(?:xlink:)?(?:href|src)\s*=\s*["']((?:https?:)?//[^"']+)|url\(\s*["']?((?:https?:)?//[^"')]+)|@import\s+["']((?:https?:)?//[^"']+)`)
)

// blanked returns a text in which all that matches is blank, so that places
// stay what they are.
func blanked(text []byte, what *regexp.Regexp) []byte {
	return what.ReplaceAllFunc(text, func(match []byte) []byte {
		return bytes.Map(func(r rune) rune {
			if r == '\n' {
				return r
			}
			return ' '
		}, match)
	})
}

// at returns the place of a byte of a text.
func at(text []byte, offset int) diag.Pos {
	start := bytes.LastIndexByte(text[:offset], '\n') + 1
	return diag.Pos{Line: bytes.Count(text[:offset], []byte("\n")) + 1, Col: len([]rune(string(text[start:offset]))) + 1}
}

// matches calls do for the first group of each match that is not empty.
func matches(text []byte, what *regexp.Regexp, do func(match string, pos diag.Pos)) {
	for _, groups := range what.FindAllSubmatchIndex(text, -1) {
		from, to := groups[0], groups[1]
		for i := 2; i+1 < len(groups); i += 2 {
			if groups[i] >= 0 {
				from, to = groups[i], groups[i+1]
			}
		}
		do(strings.TrimSpace(string(text[from:to])), at(text, from))
	}
}

// style looks at a style sheet.
func (c *Checker) style(_, origin string, data []byte) {
	text := blanked(data, cssComment)
	matches(text, cssLoad, func(address string, pos diag.Pos) {
		if _, is := c.foreign(address); is {
			c.file(origin, pos, diag.StyleLoadsForeign, address)
		}
	})
	if strings.Contains(string(text), "--paper:") {
		c.contrasts(origin, text)
	}
}

// script looks at a script.
func (c *Checker) script(origin string, data []byte) {
	text := blanked(data, jsComment)
	matches(text, jsStore, func(what string, pos diag.Pos) { c.file(origin, pos, diag.StoresData, what) })
	matches(data, jsLoad, func(address string, pos diag.Pos) {
		if _, is := c.foreign(address); is {
			c.file(origin, pos, diag.LoadsForeign, address, origin, 1)
		}
	})
}

// drawing looks at an SVG: it is a page of its own once it is opened alone.
func (c *Checker) drawing(origin string, data []byte) {
	matches(data, svgLoad, func(address string, pos diag.Pos) {
		if host, is := c.foreign(address); is && host != "www.w3.org" {
			c.file(origin, pos, diag.LoadsForeign, address, origin, 1)
		}
	})
}

// file reports a finding in a file that is published as it is.
func (c *Checker) file(origin string, pos diag.Pos, code diag.Code, args ...any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.files.Report(origin, pos, code, args...)
}
