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
	urls  map[string]string  // by last part: the first address that ends so
	cache map[string]string  // answers
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
	n := &neighbourhood{map[shape][]string{}, map[string]string{}, map[string]string{}}
	for key, by := range a.claims.byKey {
		if key == "" || strings.HasPrefix(by.origin, "static/") {
			continue
		}
		part := path.Base(key)
		known, twice := n.urls[part]
		if !twice {
			s := shape{part[0], len(part)}
			n.parts[s] = append(n.parts[s], part)
		}
		if !twice || by.url < known {
			n.urls[part] = by.url
		}
	}
	for _, parts := range n.parts {
		slices.Sort(parts)
	}
	a.near = n
	return n
}

// nearestAddress returns the real address that an author most likely meant, or
// else the nearest folder of it that exists.
func (a *assembly) nearestAddress(dest string) string {
	n := a.neighbourhood()
	if answer, known := n.cache[dest]; known {
		return answer
	}
	name := strings.Trim(path.Clean("/"+referenceOf(a.local(dest)).path), "/")
	answer := n.alike(lastPart(name))
	if answer == "" {
		answer = a.nearestFolder(name)
	}
	n.cache[dest] = answer
	return answer
}

// lastPart returns what names an article in its path or address.
func lastPart(name string) string {
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".md"), "/index")
	return lang.Slug(path.Base(name))
}

func (n *neighbourhood) alike(part string) string {
	if part == "" {
		return ""
	}
	if address, known := n.urls[part]; known {
		return address
	}
	var near []string
	for size := len(part) - 2; size <= len(part)+2; size++ {
		near = append(near, n.parts[shape{part[0], size}]...)
	}
	if best, found := lang.Nearest(part, near); found {
		return n.urls[best]
	}
	return ""
}

func (a *assembly) nearestFolder(name string) string {
	for name != "." && name != "" {
		name = path.Dir(name)
		if holder, taken := a.claims.at(a.site.base.under(name)); taken && name != "." {
			return holder.url
		}
	}
	return a.site.Home()
}

// nearestPicture returns the path of the picture that an author most likely
// meant: one beside the article, one of that name elsewhere, or one in static/.
func (a *assembly) nearestPicture(e *Entry, name string) string {
	beside, elsewhere := path.Dir(e.Path)+"/", []string{}
	var names []string
	for file := range a.in.Pictures {
		switch {
		case strings.HasPrefix(file, beside):
			names = append(names, strings.TrimPrefix(file, beside))
		case strings.EqualFold(path.Base(file), path.Base(name)):
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
	if len(names) > 0 {
		return names[0]
	}
	return beside
}
