package moving

import (
	"net/url"
	"path"
	"regexp"
	"strings"
)

// destinations are what inline links and pictures lead to, and definitions of
// links.
var (
	inline     = regexp.MustCompile(`\]\(\s*<?([^)\s>]+)>?`)
	definition = regexp.MustCompile(`(?m)^ {0,3}\[[^\]\n]+\]:[ \t]*<?([^\s>]+)>?`)
)

// relink leads the links of a text to the new files.
func (m *move) relink(p *page, text string) string {
	for _, form := range []*regexp.Regexp{inline, definition} {
		text = replaceGroup(form, text, func(destination string) string {
			link, changed := m.link(p, destination)
			if !changed {
				return destination
			}
			p.links++
			return link
		})
	}
	return text
}

// replaceGroup replaces the first group of each match.
func replaceGroup(form *regexp.Regexp, text string, with func(string) string) string {
	var b strings.Builder
	from := 0
	for _, at := range form.FindAllStringSubmatchIndex(text, -1) {
		b.WriteString(text[from:at[2]])
		b.WriteString(with(text[at[2]:at[3]]))
		from = at[3]
	}
	b.WriteString(text[from:])
	return b.String()
}

// link returns where a link of the old site leads in the new one, and whether
// that is written otherwise.
func (m *move) link(p *page, destination string) (string, bool) {
	local := destination
	if base := m.config.baseURL; base != "" && strings.HasPrefix(local, base) {
		local = "/" + strings.TrimPrefix(local[len(base):], "/")
	}
	name, tail := cutTail(local)
	if name == "" || strings.Contains(name, ":") || strings.HasPrefix(name, "//") {
		return destination, false
	}
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	if isText(name) {
		if link, ok := m.reference(p, name); ok {
			return link + tail, link+tail != destination
		}
	}
	if link, ok := m.beside(p, name); ok {
		return link + tail, link+tail != destination
	}
	if !strings.HasPrefix(name, "/") {
		folder := p.old
		if !strings.HasSuffix(folder, "/") {
			folder = path.Dir(folder)
		}
		name = path.Join(folder, name)
	}
	if q := m.byAddress[clean(name)]; q != nil {
		return relative(p.to, q.to) + tail, true
	}
	if to, ok := m.publicFile(name); ok {
		link := relative(p.to, to)
		if below, static := strings.CutPrefix(to, "static/"); static {
			link = escape("/" + below)
		}
		return link + tail, link+tail != destination
	}
	return destination, false
}

// cutTail divides an address before its query or fragment.
func cutTail(address string) (name, tail string) {
	if at := strings.IndexAny(address, "?#"); at >= 0 {
		return address[:at], address[at:]
	}
	return address, ""
}

// beside returns the link to a file that lies beside the page in the old site.
func (m *move) beside(p *page, name string) (string, bool) {
	if strings.HasPrefix(name, "/") {
		return "", false
	}
	to, there := m.copies[path.Join(path.Dir(p.from), name)]
	if below, static := strings.CutPrefix(to, "static/"); static {
		return escape("/" + below), true
	}
	return relative(p.to, to), there
}

// publicFile returns the new path of a file by its address in the old site.
func (m *move) publicFile(address string) (string, bool) {
	to, there := m.copies["/"+strings.ToLower(strings.Trim(address, "/"))]
	return to, there
}

// reference returns the link to an article that is named by its file, however
// incompletely, as Hugo's ref and Jekyll's link allow.
func (m *move) reference(p *page, name string) (string, bool) {
	name, tail := cutTail(name)
	if name == "" {
		return tail, tail != ""
	}
	below := strings.TrimPrefix(name, "/")
	for _, at := range append([]string{path.Join(path.Dir(p.from), name), "content/" + below, below, "src/" + below}, m.config.near(p, below)...) {
		for _, ending := range m.config.endings(p) {
			if q := m.byFile[path.Clean(at+ending)]; q != nil {
				return relative(p.to, q.to) + tail, true
			}
		}
	}
	var only *page
	for _, q := range m.pages {
		if path.Base(q.from) == path.Base(below) || stem(q.from) == path.Base(below) {
			if only != nil {
				return "", false
			}
			only = q
		}
	}
	if only == nil {
		return "", false
	}
	return relative(p.to, only.to) + tail, true
}

// relative returns the path from one file to another.
func relative(from, to string) string {
	a, b := strings.Split(path.Dir(from), "/"), strings.Split(to, "/")
	common := 0
	for common < len(a) && common < len(b)-1 && a[common] == b[common] {
		common++
	}
	return escape(strings.Repeat("../", len(a)-common) + strings.Join(b[common:], "/"))
}

// escape writes a path so that a link of Markdown ends behind it.
func escape(name string) string {
	return strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E").Replace(name)
}
