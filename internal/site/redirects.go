package site

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
)

// redirects makes a redirect of every former address. They are claimed after
// all present addresses, so that none can hide what exists.
func (a *assembly) redirects() {
	for i := range a.entries {
		e := &a.entries[i]
		if e.URL == "" {
			continue // where to?
		}
		for _, alias := range e.Aliases {
			a.redirect(e, alias)
		}
	}
	slices.SortFunc(a.site.Redirects, func(x, y Redirect) int { return strings.Compare(x.From, y.From) })
	for _, pair := range a.claims.below() {
		file, inside := pair[0], pair[1]
		name := inside.origin
		if e := a.owner(inside); e != nil {
			name = e.Path
		}
		a.ds.Report(name, top, diag.AddressTaken, inside.url, file.origin)
	}
}

func (a *assembly) redirect(e *Entry, alias article.Value) {
	from, code := a.formerAddress(e, alias.Text)
	if code != "" {
		a.ds.Report(e.Path, alias.Pos, code, alias.Text)
		return
	}
	if part, found := forbidden(a.site.File(from)); found {
		a.ds.Report(e.Path, alias.Pos, diag.AddressForbidden, from, part)
		return
	}
	holder, free := a.claims.take(claim{from, e.Path, e.index + 1})
	switch {
	case free:
		a.site.Redirects = append(a.site.Redirects, Redirect{from, e.URL, e.Path, alias.Pos})
	case a.owner(holder) == e && holder.url == e.URL:
		a.ds.Report(e.Path, alias.Pos, diag.AliasSelf, from)
	case a.owner(holder) == e: // the same former address, written twice
	default:
		a.ds.Report(e.Path, alias.Pos, diag.AliasTaken, from, holder.origin)
	}
}

// formerAddress returns the address that an author means by an alias: absolute
// with this site's host, from the start page, or beside the article's address.
func (a *assembly) formerAddress(e *Entry, text string) (from string, wrong diag.Code) {
	u, err := url.Parse(text)
	switch {
	case err != nil || text == "":
		return "", diag.AliasForeign
	case u.Host != "" && !strings.HasSuffix(a.site.base.origin, "://"+u.Host), u.Scheme != "" && u.Host == "":
		return "", diag.AliasForeign
	case strings.ContainsAny(text, "?#"):
		return "", diag.AliasQuery
	case leaves(u.Path):
		return "", diag.PathLeaves
	}
	name := u.Path
	if u.Host == "" && !strings.HasPrefix(name, "/") {
		name = path.Join(path.Dir(strings.TrimSuffix(e.URL, "/")), name)
	}
	folder := strings.HasSuffix(name, "/") || path.Ext(name) == ""
	name = strings.TrimPrefix(path.Clean("/"+name)+"/", a.site.base.path)
	name = strings.Trim(name, "/")
	if name != "" && folder {
		name += "/"
	}
	return a.site.base.under(escaped(name)), ""
}

// leaves reports whether a path climbs, or could be read as climbing: no
// address needs that.
func leaves(name string) bool {
	return strings.Contains(name, `\`) || slices.Contains(strings.Split(name, "/"), "..")
}
