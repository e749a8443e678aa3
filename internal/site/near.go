package site

import (
	"path"
	"slices"
	"strings"

	"stadtbote/internal/lang"
)

// neighbourhood finds the nearest real address of a dead link. The last part
// of an address is what an author remembers, so that is what is compared; and
// only with parts of about the same length that begin alike, for there may be
// hundreds of thousands.
type neighbourhood struct {
	parts map[shape][]string // last parts of addresses, sorted
	ends  map[string]claim   // by last part: the first address that ends so
	cache map[string]claim   // answers
}

// shape is what near words nearly always have in common.
type shape struct {
	first byte
	size  int
}

func (a *assembly) neighbourhood() *neighbourhood {
	if a.near != nil {
		return a.near
	}
	n := &neighbourhood{map[shape][]string{}, map[string]claim{}, map[string]claim{}}
	for key, by := range a.claims.byKey {
		if key == "" || strings.HasPrefix(by.origin, "static/") {
			continue
		}
		part := path.Base(key)
		known, twice := n.ends[part]
		if !twice {
			s := shape{part[0], len(part)}
			n.parts[s] = append(n.parts[s], part)
		}
		if !twice || by.url < known.url {
			n.ends[part] = by
		}
	}
	for _, parts := range n.parts {
		slices.Sort(parts)
	}
	a.near = n
	return n
}

// nearestAddress returns what an author most likely meant by a dead link: a
// file if the link names a file, else an address; or else the nearest folder
// of it that exists; "" if nothing comes near.
func (a *assembly) nearestAddress(e *Entry, dest string) string {
	n, name := a.neighbourhood(), referenceOf(a.local(dest)).path
	answer, known := n.cache[name]
	if !known {
		answer = n.alike(lastPart(name))
		if answer.url == "" {
			answer = a.nearestFolder(strings.Trim(path.Clean("/"+name), "/"))
		}
		n.cache[name] = answer
	}
	switch {
	case answer.owner == 0:
		return answer.url
	case strings.HasSuffix(name, ".md"):
		return relative(path.Dir(e.Path), a.owner(answer).Path)
	}
	return a.owner(answer).URL
}

// relative returns the path of a file as seen from a folder.
func relative(folder, file string) string {
	up := ""
	for folder != "." && !strings.HasPrefix(file, folder+"/") {
		folder, up = path.Dir(folder), up+"../"
	}
	return up + strings.TrimPrefix(file, folder+"/")
}

// lastPart returns what names an article in its path or address.
func lastPart(name string) string {
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".md"), "/index")
	return lang.Slug(path.Base(name))
}

func (n *neighbourhood) alike(part string) claim {
	if part == "" {
		return claim{}
	}
	if known, exact := n.ends[part]; exact {
		return known
	}
	var near []string
	for size := len(part) - 2; size <= len(part)+2; size++ {
		near = append(near, n.parts[shape{part[0], size}]...)
	}
	if best, found := lang.Nearest(part, near); found {
		return n.ends[best]
	}
	return claim{}
}

// nearestFolder returns the nearest existing address above a path, if that is
// not the start page.
func (a *assembly) nearestFolder(name string) claim {
	for name != "." && name != "" {
		name = path.Dir(name)
		if holder, taken := a.claims.at(a.site.base.under(name)); taken && name != "." {
			return holder
		}
	}
	return claim{}
}

// nearestPicture returns the path of the picture that an author most likely
// meant: one of that name elsewhere, one beside the article or in static/ that
// is called nearly the same; "" if there is none.
func (a *assembly) nearestPicture(e *Entry, name string) string {
	beside, base := path.Dir(e.Path)+"/", path.Base(name)
	var elsewhere, names []string
	for file := range a.in.Pictures {
		switch {
		case strings.HasPrefix(file, beside):
			names = append(names, strings.TrimPrefix(file, beside))
		case strings.EqualFold(path.Base(file), base):
			elsewhere = append(elsewhere, file)
		case strings.HasPrefix(file, "static/"):
			names = append(names, strings.TrimPrefix(file, "static"))
		}
	}
	if len(elsewhere) > 0 {
		return slices.Min(elsewhere)
	}
	slices.Sort(names)
	if nearest, found := lang.Nearest(name, names); found {
		return nearest
	}
	return ""
}
