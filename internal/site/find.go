package site

import (
	"net/url"
	"path"
	"strings"

	"stadtbote/internal/diag"
)

// reference is an address as an author writes it, taken apart.
type reference struct {
	path   string // decoded, without query and fragment
	query  string // with "?", as written
	anchor string // decoded, without "#"
	suffix string // query and fragment as they belong into an address
}

func referenceOf(dest string) reference {
	rest, fragment, anchored := strings.Cut(dest, "#")
	name, query, asked := strings.Cut(rest, "?")
	r := reference{path: decoded(name), anchor: decoded(fragment)}
	if asked {
		r.query = "?" + query
	}
	r.suffix = r.query
	if anchored {
		r.suffix += "#" + (&url.URL{Fragment: r.anchor}).EscapedFragment()
	}
	return r
}

func decoded(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}

// foreign reports whether a reference leads to another site or program.
func foreign(dest string) bool {
	if strings.HasPrefix(dest, "//") {
		return true
	}
	for i := range len(dest) {
		switch c := dest[i]; {
		case c == ':':
			return i > 1 // one letter is a drive of Windows: "C:\bilder"
		case 'a' <= c|0x20 && c|0x20 <= 'z', i > 0 && ('0' <= c && c <= '9' || c == '+' || c == '-' || c == '.'):
		default:
			return false
		}
	}
	return false
}

// local returns a reference to this site's own host without that host.
func (a *assembly) local(dest string) string {
	origin := a.site.base.origin
	if rest, own := strings.CutPrefix(dest, origin); own && origin != "" && strings.HasPrefix(rest, a.site.base.path) {
		return rest
	}
	return dest
}

// found is what a reference leads to.
type found struct {
	url    string
	entry  *Entry // if it is an article
	hidden string // path of an article that is not published
	code   diag.Code
}

// find looks up the path of a reference: an address of this site, or a file
// seen from the article's folder or from content/. The zero found means that
// nothing is there.
func (a *assembly) find(e *Entry, name string) found {
	if strings.HasPrefix(name, "/") {
		return a.findAbsolute(name)
	}
	file := path.Join(path.Dir(e.Path), name)
	if f := a.findFile(e, file); f != (found{}) {
		return f
	}
	if e.URL != "" {
		if f := a.findAddress(a.site.base.under(path.Join(strings.TrimPrefix(e.URL, a.site.base.path), name))); f != (found{}) {
			return f
		}
	}
	if strings.HasPrefix(file, "../") {
		return found{code: diag.PathLeaves}
	}
	if f := a.findFile(e, path.Join("content", name)); f != (found{}) {
		return f
	}
	return a.findFile(e, path.Clean(name))
}

func (a *assembly) findAbsolute(name string) found {
	inside := strings.TrimPrefix(path.Clean(name), "/")
	if f := a.findAddress(a.site.base.under(escaped(inside))); f != (found{}) {
		return f
	}
	if strings.HasPrefix(name, a.site.base.path) {
		if f := a.findAddress(escaped(inside)); f != (found{}) {
			return f
		}
	}
	if asset, known := a.in.Assets[inside]; known {
		return found{url: asset.URL}
	}
	if f := a.findArticle(path.Join("content", inside)); f != (found{}) {
		return f
	}
	return a.findArticle(inside)
}

// findAddress looks up an address, also of a print version or of a further
// page of a list, which are not claimed one by one.
func (a *assembly) findAddress(address string) found {
	if holder, taken := a.claims.at("/" + strings.TrimPrefix(address, "/")); taken {
		if e := a.owner(holder); e != nil { // perhaps by a former address
			return found{url: e.URL, entry: e}
		}
		return found{url: holder.url}
	}
	return a.findBelow(address)
}

func (a *assembly) findBelow(address string) found {
	key := a.claims.key(address)
	for parent := path.Dir(key); ; parent = path.Dir(parent) {
		if parent == "." {
			parent = ""
		}
		holder, taken := a.claims.byKey[parent]
		switch {
		case taken && holder.owner != 0:
			e := a.owner(holder)
			if print := a.site.PrintURL(e); a.in.Config.Outputs.Print && e.Kind == 0 && !e.Withdrawn && a.claims.key(print) == key {
				return found{url: print}
			}
			return found{}
		case taken:
			return a.findPage(holder.url, key)
		case parent == "":
			return found{}
		}
	}
}

// findPage looks up a further page of the list at an address.
func (a *assembly) findPage(list, key string) found {
	length, paged := a.listLength(list)
	if !paged || a.in.Config.Lists.PageSize <= 0 {
		return found{}
	}
	for n := 2; (n-1)*a.in.Config.Lists.PageSize < length; n++ {
		if page := a.site.PageURL(list, n); a.claims.key(page) == key {
			return found{url: page}
		}
	}
	return found{}
}

// listLength returns how many reports the list at an address has.
func (a *assembly) listLength(list string) (length int, known bool) {
	for _, terms := range [][]*Term{a.site.Sections, a.site.Tags, a.site.Places} {
		for _, t := range terms {
			if t.URL == list {
				return len(t.Entries), true
			}
		}
	}
	if list == a.site.PastURL() && len(a.site.Past) > 0 {
		return len(a.site.Past), true
	}
	for _, year := range a.site.Years {
		if year.URL == list {
			return len(year.Entries), true
		}
		for _, month := range year.Months {
			if month.URL == list {
				return len(month.Entries), true
			}
		}
	}
	return 0, false
}

// findFile looks up a file of the site's folder: an article, a file of
// static/, or one that is copied because it is linked.
func (a *assembly) findFile(e *Entry, file string) found {
	if f := a.findArticle(file); f != (found{}) {
		return f
	}
	if name, static := strings.CutPrefix(file, "static/"); static {
		if asset, known := a.in.Assets[name]; known {
			return found{url: asset.URL}
		}
	}
	if address := a.shown.url(e, file); address != "" {
		return found{url: address}
	}
	return found{}
}

// findArticle looks up an article by its path, with or without its ending.
func (a *assembly) findArticle(file string) found {
	if a.paths == nil {
		a.indexPaths()
	}
	for _, ending := range []string{"", ".md", "/index.md"} {
		index, known := a.paths[file+ending]
		switch {
		case known && index == hidden:
			return found{hidden: file + ending}
		case known:
			e := &a.entries[index]
			return found{url: e.URL, entry: e}
		}
	}
	return found{}
}

// hidden is the index of an article that is not published.
const hidden = -1

func (a *assembly) indexPaths() {
	a.paths = make(map[string]int32, len(a.entries)+len(a.site.Left))
	for _, omission := range a.site.Left {
		a.paths[omission.Path] = hidden
	}
	for i := range a.entries {
		a.paths[a.entries[i].Path] = int32(i)
	}
}
