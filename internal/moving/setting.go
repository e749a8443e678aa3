package moving

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/frontmatter"
)

// readSettings reads the settings of the old site, as far as it has some that
// are not a program.
func (m *move) readSettings(names []string) {
	m.config = settings{permalinks: map[string]string{}, collections: map[string]bool{}, languages: map[string]string{}}
	for _, name := range m.configs() {
		if !slices.Contains(names, name) {
			continue
		}
		m.config.from = name
		entries, ok := m.table(name)
		if !ok {
			break
		}
		for _, e := range entries {
			m.config.read(e)
		}
		break
	}
	switch m.generator.(type) {
	case eleventy:
		m.readDirectoryData(names)
	case hugo:
		m.config.folders = languages(names, m.config.languages)
		m.config.main = m.config.mainLanguage(m.Language)
	}
}

// read takes what means the same here.
func (s *settings) read(e frontmatter.Entry) {
	switch name := strings.ToLower(e.Key); name {
	case "title", "name":
		s.set(&s.title, e)
	case "description", "subtitle":
		s.set(&s.description, e)
	case "baseurl", "url", "base_url":
		s.base(name, e.Value.Text)
	case "languagecode", "defaultcontentlanguage", "lang", "locale", "language":
		s.set(&s.language, e)
	case "languages":
		s.readLanguages(e.Value)
	case "defaults":
		s.readDefaults(e.Value, s.from)
		if len(s.scopes) > 0 {
			s.took = append(s.took, e.Key)
		}
	case "permalink":
		s.permalinks[""] = e.Value.Text
	case "permalinks":
		for _, p := range e.Value.Table {
			if p.Value.Form == frontmatter.Entries { // Hugo: permalinks.page.posts
				s.read(frontmatter.Entry{Key: e.Key, Value: p.Value})
				continue
			}
			s.permalinks[p.Key] = p.Value.Text
		}
	case "collections":
		for _, c := range e.Value.Table {
			s.collections[c.Key] = true
		}
		for _, c := range e.Value.Texts() {
			s.collections[c] = true
		}
	case "params":
		for _, p := range e.Value.Table {
			if strings.EqualFold(p.Key, "description") {
				s.set(&s.description, p)
			}
		}
	case "menu", "menus":
		for _, menu := range e.Value.Table {
			if strings.EqualFold(menu.Key, "main") {
				s.readMenu(menu.Value)
			}
		}
	}
}

func (s *settings) set(target *string, e frontmatter.Entry) {
	if *target == "" && e.Value.Form == frontmatter.Text {
		*target = e.Value.Text
		s.took = append(s.took, e.Key)
	}
}

// base takes the address of the start page; Jekyll's is in two parts.
func (s *settings) base(name, text string) {
	switch {
	case strings.Contains(text, "://"):
		s.baseURL = strings.TrimSuffix(text, "/") + "/" + strings.TrimPrefix(s.baseURL, "/")
		s.took = append(s.took, name)
	case strings.Trim(text, "/") != "" && name == "baseurl":
		s.baseURL += strings.Trim(text, "/") + "/"
	}
}

func (s *settings) readMenu(list frontmatter.Node) {
	for _, item := range list.Items {
		var entry menuItem
		for _, e := range item.Table {
			switch strings.ToLower(e.Key) {
			case "name", "title":
				entry.title = e.Value.Text
			case "url", "pageref":
				entry.url = e.Value.Text
			}
		}
		if entry.title != "" && entry.url != "" {
			s.menu = append(s.menu, entry)
		}
	}
	if len(s.menu) > 0 {
		s.took = append(s.took, "menu")
	}
}

// writeSettings writes stadtbote.yaml, and accounts for the old settings.
func (m *move) writeSettings() {
	var to []string
	if m.Settings {
		m.written = append(m.written, File{Path: "stadtbote.yaml", From: m.config.from, Data: m.settingsYAML()})
		to = []string{"stadtbote.yaml"}
	}
	if m.config.from != "" && !slices.ContainsFunc(m.accounts, func(a Account) bool { return a.Path == m.config.from }) {
		var ds diag.List
		took := strings.Join(m.config.took, ", ")
		if took == "" || !m.Settings {
			took = "–"
		}
		ds.Report(m.config.from, diag.Pos{}, diag.MoveSettings, took)
		m.account(m.config.from, Read, ds, to...)
	}
}

func (m *move) settingsYAML() []byte {
	var b bytes.Buffer
	s := &m.config
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", key, frontmatter.Quoted(value))
		}
	}
	b.WriteString(m.say("# Übernommen aus der alten Website. Jeder Schlüssel ist in docs/konfiguration.md erklärt.\n",
		"# Taken over from the old site. Each key is explained in docs/konfiguration.md.\n"))
	line("title", orTitle(s.title))
	line("description", s.description)
	if strings.Contains(s.baseURL, "://") {
		line("base_url", s.baseURL)
	}
	line("language", m.Language)
	if len(m.sections) > 0 {
		b.WriteString("\nsections:\n")
		for _, section := range m.sections {
			fmt.Fprintf(&b, "  - name: %s\n", frontmatter.Quoted(section))
		}
	}
	if len(s.menu) > 0 {
		b.WriteString("\nnavigation:\n")
		for _, item := range s.menu {
			fmt.Fprintf(&b, "  - title: %s\n    url: %s\n", frontmatter.Quoted(item.title), frontmatter.Quoted(m.menuURL(item.url)))
		}
	}
	if m.html {
		b.WriteString(m.say("\n# Die alten Texte enthalten HTML. Es wird bereinigt: Skripte, Formulare und eingebettete Seiten fallen weg.\n",
			"\n# The old texts have HTML. It is cleaned: scripts, forms and embedded pages are dropped.\n"))
		b.WriteString("markdown:\n  html: sanitize\n")
	}
	return b.Bytes()
}

func orTitle(title string) string {
	if title == "" {
		return "Stadtbote"
	}
	return title
}

// menuURL returns where an entry of the menu leads now.
func (m *move) menuURL(address string) string {
	if p := m.byAddress[clean(address)]; p != nil && strings.HasPrefix(address, "/") {
		return p.new
	}
	return address
}
