package moving

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/frontmatter"
	"stadtbote/internal/source"
)

// scope is what an old site says of several articles at once: an entry of
// Jekyll's "defaults", a file of Eleventy's directory data. What an article
// says itself counts more, and what is more particular counts more.
type scope struct {
	from    string // the file that says so
	entries []frontmatter.Entry
	covers  func(file string) bool
	weight  int // of two scopes, the heavier counts; of equal ones the later
}

// inherited is an entry that an article has from a scope.
type inherited struct {
	frontmatter.Entry

	from string
}

// inherit gives a page the entries of all scopes that cover it, the weightiest
// first.
func (m *move) inherit(p *page) {
	scopes := slices.Clone(m.config.scopes)
	slices.Reverse(scopes)
	slices.SortStableFunc(scopes, func(a, b scope) int { return cmp.Compare(b.weight, a.weight) })
	for _, s := range scopes {
		if !s.covers(p.from) {
			continue
		}
		for _, e := range s.entries {
			if !strings.EqualFold(e.Key, "layout") { // a template of the old program
				p.inherited = append(p.inherited, inherited{e, s.from})
			}
		}
	}
}

// takeInherited takes what the article does not say itself. Eleventy joins
// lists, such as tags. What means nothing here is left where it stands.
func (w *matter) takeInherited() {
	took := map[string][]string{}
	for _, e := range w.inherited {
		key, known := frontmatter.Find(e.Key)
		_, joins := w.m.generator.(eleventy)
		joins = joins && known && key.Joins()
		if known && w.values[key.Name("de")].Form != frontmatter.Nothing && !joins || !known && !slices.Contains(pictureKeys, strings.ToLower(e.Key)) {
			continue
		}
		if w.takeEntry(e.Entry) && !slices.Contains(took[e.from], e.Key) {
			took[e.from] = append(took[e.from], e.Key)
		}
	}
	for _, s := range w.m.config.scopes {
		if keys := took[s.from]; len(keys) > 0 {
			w.note(diag.Pos{}, diag.MoveInherited, s.from, strings.Join(keys, ", "))
			delete(took, s.from)
		}
	}
}

// readDefaults reads Jekyll's "defaults".
func (s *settings) readDefaults(list frontmatter.Node, from string) {
	for _, item := range list.Items {
		var values frontmatter.Node
		var folder, kind string
		for _, e := range item.Table {
			switch strings.ToLower(e.Key) {
			case "values":
				values = e.Value
			case "scope":
				for _, part := range e.Value.Table {
					switch strings.ToLower(part.Key) {
					case "path":
						folder = strings.Trim(part.Value.Text, "/")
					case "type":
						kind = part.Value.Text
					}
				}
			}
		}
		weight := 2 * len(strings.Split(folder, "/"))
		if folder == "" {
			weight = 0
		}
		if kind != "" {
			weight++
		}
		s.scopes = append(s.scopes, scope{from, values.Table, func(file string) bool { return within(file, folder) && ofType(file, kind) }, weight})
	}
}

// within reports whether a file is a path, lies below it, or matches it where
// it has a "*".
func within(file, folder string) bool {
	if folder == "" || file == folder || strings.HasPrefix(file, folder+"/") {
		return true
	}
	if !strings.Contains(folder, "*") {
		return false
	}
	parts := strings.Split(file, "/")
	n := min(len(parts), strings.Count(folder, "/")+1)
	matched, err := path.Match(folder, strings.Join(parts[:n], "/"))
	return err == nil && matched
}

// ofType reports whether a file is of a type of Jekyll: "posts", "drafts",
// "pages" or the name of a collection; "" is any.
func ofType(file, kind string) bool {
	folder := "/" + path.Dir(file) + "/"
	switch kind {
	case "":
		return true
	case "pages":
		return !strings.Contains(folder, "/_")
	case "posts": // drafts are posts that are not finished
		return strings.Contains(folder, "/_posts/") || strings.Contains(folder, "/_drafts/")
	}
	return strings.Contains(folder, "/_"+kind+"/")
}

// readDirectoryData reads the JSON files that give Eleventy's articles their
// data: NAME.json and NAME.11tydata.json, in the folder NAME or beside the
// article NAME.
func (m *move) readDirectoryData(names []string) {
	for _, name := range names {
		base, particular := strings.CutSuffix(name, ".11tydata.json")
		if !particular {
			var is bool
			if base, is = strings.CutSuffix(name, ".json"); !is {
				continue
			}
		}
		folder := path.Dir(name)
		forFolder := path.Base(folder) == path.Base(base) && folder != "."
		forFile := slices.ContainsFunc(names, func(other string) bool { return isText(other) && strings.TrimSuffix(other, path.Ext(other)) == base })
		if !forFolder && !forFile {
			continue
		}
		weight := 2 * strings.Count(name, "/")
		covers := func(file string) bool { return strings.HasPrefix(file, folder+"/") }
		if forFile {
			weight += 1000
			covers = func(file string) bool { return strings.TrimSuffix(file, path.Ext(file)) == base }
		}
		if particular {
			weight++
		}
		if entries, ok := m.table(name); ok {
			m.config.scopes = append(m.config.scopes, scope{name, entries, covers, weight})
		}
		m.config.data = append(m.config.data, name)
	}
}

// table reads a file of YAML, TOML or JSON; one that cannot be read is refused.
func (m *move) table(name string) (entries []frontmatter.Entry, ok bool) {
	text, _, err := source.Read(m.Old, name)
	if err != nil {
		return nil, false
	}
	fence := map[string]string{".toml": "+++", ".json": ";;;"}[path.Ext(name)]
	if fence == "" {
		fence = "---"
	}
	text = bytes.TrimPrefix(text, []byte("---\n"))
	entries, _, ds, ok := frontmatter.Read(name, slices.Concat([]byte(fence+"\n"), text, []byte("\n"+fence+"\n")))
	if !ok {
		m.refuse(name, ds)
	}
	return entries, ok
}

// accountForData accounts for the files of directory data that were read.
func (m *move) accountForData() {
	for _, s := range m.config.scopes {
		if !slices.Contains(m.config.data, s.from) {
			continue
		}
		var keys []string
		for _, e := range s.entries {
			keys = append(keys, e.Key)
		}
		var ds diag.List
		ds.Report(s.from, diag.Pos{}, diag.MoveSettings, strings.Join(keys, ", "))
		m.account(s.from, Read, ds)
	}
}
