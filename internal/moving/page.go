package moving

import (
	"bytes"
	"path"
	"strconv"
	"strings"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
	"stadtbote/internal/frontmatter"
	"stadtbote/internal/lang"
	"stadtbote/internal/source"
)

// page is one article on its way.
type page struct {
	from      string // in the old site
	name      string // its address without the date, as its place in the old site says
	entries   []frontmatter.Entry
	body      frontmatter.Body
	inherited []inherited // from scopes of the old site
	diags     diag.List

	report   bool
	on       time.Time // the day of a report
	day      string    // from the name of the file, "" if there is none
	draft    bool      // by its place
	language string    // if it is not the main one
	to       string    // in the new site
	old      string    // its address in the old site, root-relative
	new      string    // in the new one
	links    int       // that were changed
	slug     string    // where the name alone would give the address of another page
}

// read reads one article.
func (m *move) read(f found) error {
	text, ds, err := source.Read(m.Old, f.file)
	if err != nil {
		return err
	}
	if ds.HasErrors() {
		m.refuse(f.file, ds)
		return nil
	}
	entries, body, ds, ok := frontmatter.Read(f.file, text)
	switch {
	case ok:
	case bytes.HasPrefix(text, []byte("---js")):
		ds = nil
		ds.Report(f.file, diag.Pos{Line: 1, Col: 1}, diag.MoveUnread, m.say("Der Kopf ist ein Programm in JavaScript.", "The front matter is a program in JavaScript."))
		m.account(f.file, Refused, ds)
		return nil
	case len(ds) > 0 && ds[0].Code == diag.NoMatter && m.bare() && len(strings.TrimSpace(string(text))) > 0:
		body.Text, body.Line = text, 1
	case len(ds) > 0 && ds[0].Code == diag.NoMatter:
		m.pass(f.file, diag.MoveNoMatter)
		return nil
	default:
		m.refuse(f.file, ds)
		return nil
	}
	p := &page{from: f.file, name: f.to, entries: entries, body: body, draft: strings.HasPrefix("/"+f.file, "/_drafts/") || strings.Contains(f.file, "/_drafts/")}
	if _, is := m.generator.(hugo); is && m.config.inContent(f.file) {
		p.language, _ = m.config.tongue(f.file)
	}
	if isIndex(f.file) && strings.HasPrefix(path.Base(f.file), "_") && len(strings.TrimSpace(string(body.Text))) == 0 {
		m.pass(f.file, diag.MoveMade)
		return nil
	}
	if to := clean(strings.TrimPrefix(f.to+"/", p.language+"/")); to == "" || to == "index" {
		m.pass(f.file, diag.MoveTop)
		return nil
	}
	m.inherit(p)
	m.pages = append(m.pages, p)
	m.byFile[f.file] = p
	return nil
}

// refuse accounts for an article that cannot be read.
func (m *move) refuse(file string, ds diag.List) {
	var told diag.List
	for _, d := range ds {
		if d.Severity == diag.Error {
			told.Report(file, d.Pos, diag.MoveUnread, d.Text(m.Language).Message)
		}
	}
	m.account(file, Refused, told)
}

// isIndex reports whether a file stands for its folder.
func isIndex(file string) bool {
	name := strings.TrimPrefix(stem(file), "_")
	return name == "index" || name == "index."+ending(file)
}

// get returns the entry of a key at the top of the front matter, or below
// "params", as Hugo has it, or what the page inherits.
func (p *page) get(name string) (frontmatter.Node, bool) {
	for _, e := range p.flat() {
		if strings.EqualFold(e.Key, name) {
			return e.Value, true
		}
	}
	for _, e := range p.inherited {
		if strings.EqualFold(e.Key, name) {
			return e.Value, true
		}
	}
	return frontmatter.Node{}, false
}

// flat returns the entries of a page, those below "params" among them.
func (p *page) flat() []frontmatter.Entry {
	var all []frontmatter.Entry
	for _, e := range p.entries {
		if strings.EqualFold(e.Key, "params") && e.Value.Form == frontmatter.Entries {
			all = append(all, e.Value.Table...)
			continue
		}
		all = append(all, e)
	}
	return all
}

// date returns the day of a page: from its front matter, else from its name.
func (p *page) date() (day time.Time, ok bool) {
	if node, there := p.get("date"); there {
		if day, _, ok = lang.ParseDate(node.Text); ok {
			return day, true
		}
	}
	if p.day == "" {
		return time.Time{}, false
	}
	day, _, ok = lang.ParseDate(p.day)
	return day, ok
}

// settle decides for each page what it becomes and where it goes, and where it
// stood. Assets that do not lie in the folder of an article are copied.
func (m *move) settle() {
	for _, p := range m.pages {
		m.place(p)
		p.old = m.address(p, &m.config)
		if own, there := p.get("url"); there && own.Text != "" {
			p.old = own.Text
		}
		if own, there := p.get("permalink"); there && strings.HasPrefix(own.Text, "/") && !strings.Contains(own.Text, "{") && !strings.Contains(own.Text, ":") {
			p.old = own.Text
		}
		if m.byAddress[clean(p.old)] == nil {
			m.byAddress[clean(p.old)] = p
		}
	}
	for _, f := range m.found {
		if f.role == asset {
			m.copy(f)
		}
	}
}

// place decides what a page becomes: with a day a report, without one a page.
func (m *move) place(p *page) {
	name := path.Base(p.name)
	if isIndex(p.from) {
		name = path.Base(path.Dir(p.from))
	}
	p.day, _ = dated(name)
	day, known := p.date()
	if p.draft && !known {
		day, known = m.Now, true
		p.note(diag.Pos{}, diag.MoveNoDate, m.say("Entwurf von heute", "draft of today"))
	}
	section := strings.HasPrefix(path.Base(p.from), "_index")
	p.report = known && !section && strings.Contains(p.plain(), "/")
	if node, there := p.get("date"); there && node.Text != "" && !known {
		p.note(diag.Pos{}, diag.MoveNoDate, m.say("Seite", "page"))
	}
	want := path.Join(article.Pages, p.name)
	if p.report && p.language != "" {
		name += "-" + p.language
	}
	if p.report {
		want = path.Join(article.Reports, day.In(lang.Berlin()).Format("2006"), name)
	}
	if isIndex(p.from) {
		want = path.Join(want, "index")
		if strings.HasPrefix(path.Base(p.from), "_") || !p.report {
			want = path.Join(article.Pages, path.Dir(p.name+"/x"), "index")
		}
	}
	p.to = m.free(p, want)
	p.on = day
	p.new = m.newAddress(p, day)
	first := p.new
	for n := 2; m.taken["new:"+p.new] != ""; n++ {
		p.slug = path.Base(first) + "-" + strconv.Itoa(n)
		p.new = path.Dir(strings.TrimSuffix(first, "/")) + "/" + p.slug + "/"
	}
	if p.slug != "" {
		p.note(diag.Pos{}, diag.MoveAddressTaken, first, m.taken["new:"+first], p.new)
	}
	m.taken["new:"+p.new] = p.from
}

// free returns a path for a page that nobody else has.
func (m *move) free(p *page, want string) string {
	at := want + ".md"
	for n := 2; m.taken[strings.ToLower(at)] != ""; n++ {
		at = want + "-" + strconv.Itoa(n) + ".md"
		if isIndex(want) {
			at = path.Dir(want) + "-" + strconv.Itoa(n) + "/index.md"
		}
	}
	if at != want+".md" {
		p.note(diag.Pos{}, diag.MoveTaken, want+".md", m.taken[strings.ToLower(want+".md")], at)
	}
	m.taken[strings.ToLower(at)] = p.from
	return at
}

// newAddress returns the address that Stadtbote gives a page.
func (m *move) newAddress(p *page, day time.Time) string {
	name := strings.TrimSuffix(p.to, ".md")
	name = strings.TrimSuffix(name, "/index")
	if node, there := p.get("slug"); there && node.Text != "" {
		name = path.Join(path.Dir(name), node.Text)
	}
	if p.report {
		_, rest := dated(path.Base(name))
		return "/" + day.In(lang.Berlin()).Format("2006/01") + "/" + lang.Slug(rest) + "/"
	}
	parts := strings.Split(strings.TrimPrefix(name, article.Pages+"/"), "/")
	for i, part := range parts {
		_, rest := dated(part)
		parts[i] = lang.Slug(rest)
	}
	return "/" + strings.Join(parts, "/") + "/"
}

// copy takes an asset along: beside its article if it lies in the folder of
// one, else below static/.
func (m *move) copy(f found) {
	to := path.Join("static", f.to)
	for folder := path.Dir(f.file); folder != "."; folder = path.Dir(folder) {
		if p := m.indexIn(folder); p != nil {
			to = path.Join(path.Dir(p.to), strings.TrimPrefix(f.file, folder+"/"))
			break
		}
	}
	if m.taken[strings.ToLower(to)] != "" {
		var ds diag.List
		ds.Report(f.file, diag.Pos{}, diag.MoveTaken, to, m.taken[strings.ToLower(to)], "–")
		m.account(f.file, Passed, ds)
		return
	}
	m.taken[strings.ToLower(to)] = f.file
	m.copies[f.file], m.copies["/"+strings.ToLower(f.to)] = to, to
	m.written = append(m.written, File{Path: to, From: f.file, Copy: true})
	m.account(f.file, Copied, nil, to)
}

// indexIn returns the page that stands for a folder, if one does.
func (m *move) indexIn(folder string) *page {
	for _, name := range []string{"index.md", "_index.md", "index.markdown", "index." + m.config.main + ".md", "_index." + m.config.main + ".md"} {
		if p := m.byFile[folder+"/"+name]; p != nil {
			return p
		}
	}
	return nil
}

// say returns the text of the language.
func (m *move) say(de, en string) string {
	if m.Language == "en" {
		return en
	}
	return de
}

// texts returns the texts of the first of some keys that a page has.
func (p *page) texts(names ...string) []string {
	for _, name := range names {
		if node, there := p.get(name); there {
			return node.Texts()
		}
	}
	return nil
}
