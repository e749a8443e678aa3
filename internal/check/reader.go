package check

import (
	"path"
	"strings"
)

// reader turns the tokens of a page into a page.
type reader struct {
	page    *page
	inMain  bool
	heading int // index of the open heading + 1
	link    int
	table   int
	figure  int // index of the first image of the open figure + 1
	caption *strings.Builder
	head    bool // within th
	nav     int
	menus   int // navigations met so far
	asides  int
	title   bool
	script  string // start tag of an open inline script
	style   string
	svg     int
}

// token takes in the next token of the page.
func (r *reader) token(t *token) {
	switch t.kind {
	case textToken:
		r.text(t.text)
	case startToken:
		r.start(t)
	case endToken:
		r.end(t.name)
	}
}

func (r *reader) text(s string) {
	p := r.page
	switch {
	case r.title:
		p.titles[len(p.titles)-1] += s
		return
	case r.script != "":
		if strings.TrimSpace(s) != "" {
			p.scripts = append(p.scripts, r.script+excerpt(s))
		}
		return
	case r.style != "":
		p.styles = append(p.styles, r.style+excerpt(s))
		return
	}
	if r.heading > 0 {
		p.headings[r.heading-1].text += strings.ReplaceAll(s, "\u00AD", "")
	}
	if r.link > 0 {
		l := &p.links[r.link-1]
		l.seen += s
		l.text += s
	}
	if r.caption != nil {
		r.caption.WriteString(s)
	}
	if r.head && r.table > 0 {
		p.tables[r.table-1].head += s + " "
	}
	if r.inMain {
		if at := strings.Index(s, "\u00AD"); at >= 0 && p.soft == "" {
			p.soft = divided(s, at)
		}
		if len(p.headings) == 0 {
			p.opening += s
		}
	}
}

// start takes in a start tag.
func (r *reader) start(t *token) {
	p := r.page
	for i := range t.attrs {
		r.attribute(t, t.attrs[i].Key, t.attrs[i].Val)
	}
	switch t.name {
	case "html":
		p.root = element{t.value("lang"), t.text}
	case "title":
		if r.svg == 0 {
			p.titles = append(p.titles, "")
			r.title = true
		}
	case "h1", "h2", "h3", "h4", "h5", "h6":
		p.headings = append(p.headings, heading{level: int(t.name[1] - '0'), text: t.value("aria-label"), written: t.text})
		r.heading = len(p.headings)
	case "a":
		r.startLink(t)
	case "img":
		r.image(t)
	case "svg":
		r.svg++
	case "figure":
		r.figure = len(p.images) + 1
	case "figcaption":
		r.caption = &strings.Builder{}
	case "table", "caption", "th":
		r.startTable(t)
	case "header", "nav", "main", "footer", "search", "aside", "article":
		r.landmark(t)
	case "meta":
		if strings.EqualFold(t.value("http-equiv"), "refresh") {
			p.stub = true
		}
	case "script":
		r.startScript(t)
	case "style":
		r.style = t.text
	}
	r.loads(t)
}

// attribute takes in what any tag can have.
func (r *reader) attribute(t *token, key, value string) {
	p := r.page
	switch key {
	case "id":
		p.ids = append(p.ids, element{value, t.text})
	case "lang":
		if t.name != "html" {
			p.passages = append(p.passages, element{value, t.text})
		}
	case "style":
		p.styles = append(p.styles, t.text)
	default:
		if strings.HasPrefix(key, "on") {
			p.scripts = append(p.scripts, t.text)
		}
	}
}

func (r *reader) startLink(t *token) {
	p := r.page
	href, is := t.attr("href")
	if !is {
		return
	}
	_, current := t.attr("aria-current")
	p.links = append(p.links, link{href: href, text: t.value("aria-label"), written: t.text, current: current, menu: r.nav == 1 && r.menus == 1, aside: r.asides > 0})
	r.link = len(p.links)
	if strings.HasPrefix(href, "#") && len(p.links) == 1 && p.landmarks["main"] == 0 {
		p.skip = true
	}
}

func (r *reader) image(t *token) {
	p := r.page
	alt, described := t.attr("alt")
	hidden := t.value("aria-hidden") == "true" || t.value("role") == "presentation" || t.value("role") == "none"
	p.images = append(p.images, image{src: t.value("src"), alt: alt, described: described || hidden, written: t.text})
	if r.link > 0 {
		p.links[r.link-1].text += " " + alt
	}
	if r.heading > 0 {
		p.headings[r.heading-1].text += alt
	}
}

func (r *reader) startTable(t *token) {
	p := r.page
	switch {
	case t.name == "table":
		p.tables = append(p.tables, table{written: t.text, caption: t.value("aria-labelledby") != "" || t.value("aria-label") != ""})
		r.table = len(p.tables)
	case r.table == 0:
	case t.name == "caption":
		p.tables[r.table-1].caption = true
	default:
		now := &p.tables[r.table-1]
		now.heads++
		if t.value("scope") != "" {
			now.scopes++
		}
		r.head = t.value("scope") != "row"
	}
}

func (r *reader) landmark(t *token) {
	r.page.landmarks[t.name]++
	switch t.name {
	case "nav":
		if r.nav++; r.nav == 1 {
			r.menus++
		}
	case "article":
		r.page.easy = r.page.easy || strings.Contains(" "+t.value("class")+" ", " easy ")
	case "aside":
		r.asides++
	case "main":
		r.inMain = true
	}
}

func (r *reader) startScript(t *token) {
	kind := t.value("type")
	if _, outside := t.attr("src"); !outside && !strings.HasSuffix(kind, "json") && kind != "speculationrules" {
		r.script = t.text
	}
}

// loads notes what a browser gets because of a tag.
func (r *reader) loads(t *token) {
	for i := range t.attrs {
		key, value := t.attrs[i].Key, t.attrs[i].Val
		switch {
		case key == "src" || key == "poster" || key == "background" || key == "data" && t.name == "object",
			key == "action" || key == "formaction" || key == "ping",
			t.name == "link" && key == "href" && loading(t.value("rel")),
			(t.name == "use" || t.name == "image" || t.name == "feimage") && (key == "href" || key == "xlink:href"):
			r.load(t, value)
		case key == "srcset" || key == "imagesrcset":
			for candidate := range strings.SplitSeq(value, ",") {
				address, _, _ := strings.Cut(strings.TrimSpace(candidate), " ")
				r.load(t, address)
			}
		}
	}
	if t.name == "link" && t.value("rel") == "canonical" {
		r.page.canonical = t.value("href")
	}
}

func (r *reader) load(t *token, address string) {
	if address = strings.TrimSpace(address); address != "" {
		r.page.loads = append(r.page.loads, load{address, t.text})
	}
}

// loading reports whether a browser gets what a link of that kind names.
func loading(rel string) bool {
	for kind := range strings.FieldsSeq(strings.ToLower(rel)) {
		switch kind {
		case "stylesheet", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "prerender",
			"icon", "apple-touch-icon", "mask-icon", "manifest":
			return true
		}
	}
	return false
}

// end takes in an end tag.
func (r *reader) end(name string) {
	switch name {
	case "title":
		r.title = false
	case "h1", "h2", "h3", "h4", "h5", "h6":
		r.heading = 0
	case "a":
		r.link = 0
	case "svg":
		r.svg = max(0, r.svg-1)
	case "figcaption":
		r.endCaption()
	case "figure":
		r.figure = 0
	case "table":
		r.table = 0
	case "th":
		r.head = false
	case "nav":
		r.nav = max(0, r.nav-1)
	case "aside":
		r.asides = max(0, r.asides-1)
	case "main":
		r.inMain = false
	case "script":
		r.script = ""
	case "style":
		r.style = ""
	}
}

// endCaption gives the pictures of a figure its caption.
func (r *reader) endCaption() {
	if r.caption == nil {
		return
	}
	caption := squeeze(r.caption.String())
	r.caption = nil
	if r.figure == 0 {
		return
	}
	for i := r.figure - 1; i < len(r.page.images); i++ {
		r.page.images[i].caption = caption
	}
}

// squeeze returns a text with single spaces. Most texts have no others.
func squeeze(s string) string {
	before := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c == ' ' && before == ' ' || c == 0xC2 || c == 0xE2 { // what is no space there is rare
			return strings.Join(strings.Fields(s), " ")
		}
		before = c
	}
	if before == ' ' {
		return strings.TrimSuffix(s, " ")
	}
	return s
}

// excerpt returns the beginning of a text.
func excerpt(s string) string {
	s = squeeze(s)
	const most = 60
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}

// divided returns the word around a place of a text.
func divided(s string, at int) string {
	from := strings.LastIndexAny(s[:at], " \n\t") + 1
	if to := strings.IndexAny(s[at:], " \n\t"); to >= 0 {
		return s[from : at+to]
	}
	return s[from:]
}

// fileName returns the last part of an address, without its ending and
// without the digest that published files get.
func fileName(address string) string {
	base := path.Base(address)
	base, _, _ = strings.Cut(base, "?")
	return strings.TrimSuffix(base, path.Ext(base))
}
