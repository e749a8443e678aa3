package site

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// claims are all addresses of the finished site with who is at each. A folder
// and a file of the same name exclude each other on disk, as do names that
// differ in capitals on Windows and macOS: such addresses have one key.
type claims struct {
	base  base
	byKey map[string]claim
	bare  []string // keys of files without an ending: where one is, no folder can be
}

// claim is one address in use.
type claim struct {
	url    string
	origin string // the file that it comes from, or what else takes it
	owner  int32  // one more than the index of the entry whose page it is, or leads to; else 0
}

func newClaims(b base, size int) claims {
	return claims{base: b, byKey: make(map[string]claim, size)}
}

// key returns what two addresses have in common that cannot both be written.
func (c *claims) key(address string) string {
	key := strings.TrimPrefix(address, c.base.path)
	if before, ok := strings.CutSuffix(key, "index.html"); ok {
		if rest := before; rest == "" || strings.HasSuffix(rest, "/") {
			key = rest
		}
	}
	key = strings.Trim(key, "/")
	for i := range len(key) {
		if b := key[i]; b == '%' || b >= 0x80 || 'A' <= b && b <= 'Z' {
			if plain, err := url.PathUnescape(key); err == nil {
				key = plain
			}
			return strings.ToLower(key)
		}
	}
	return key
}

// take claims an address, or returns who has it already.
func (c *claims) take(by claim) (holder claim, free bool) {
	key := c.key(by.url)
	if holder, taken := c.byKey[key]; taken {
		return holder, false
	}
	c.byKey[key] = by
	if !strings.HasSuffix(by.url, "/") && !strings.Contains(path.Base(by.url), ".") {
		c.bare = append(c.bare, key)
	}
	return by, true
}

// owner returns the entry whose page a claim is, or leads to; nil if there is none.
func (a *assembly) owner(c claim) *Entry {
	if c.owner == 0 {
		return nil
	}
	return &a.entries[c.owner-1]
}

// at returns who is at an address.
func (c *claims) at(address string) (claim, bool) {
	holder, taken := c.byKey[c.key(address)]
	return holder, taken
}

// below returns the claims inside a folder that another claim says is a file,
// as pairs: the file, what would be below it.
func (c *claims) below() [][2]claim {
	if len(c.bare) == 0 {
		return nil
	}
	var pairs [][2]claim
	for key, by := range c.byKey {
		for _, bare := range c.bare {
			if strings.HasPrefix(key, bare+"/") {
				pairs = append(pairs, [2]claim{c.byKey[bare], by})
			}
		}
	}
	slices.SortFunc(pairs, func(x, y [2]claim) int { return strings.Compare(x[1].url, y[1].url) })
	return pairs
}

// deviceName reports whether Windows takes a name, with whatever ending, for a
// device.
func deviceName(name string) bool {
	name, _, _ = strings.Cut(name, ".")
	switch len(name) {
	case 3:
		switch strings.ToLower(name) {
		case "con", "prn", "aux", "nul":
			return true
		}
	case 4:
		start := strings.ToLower(name[:3])
		return (start == "com" || start == "lpt") && '0' <= name[3] && name[3] <= '9'
	}
	return false
}

// forbidden returns the first part of a path that cannot be a name on Windows.
func forbidden(name string) (part string, found bool) {
	if folded(name) && !deviceName(name) {
		return "", false
	}
	for part := range strings.SplitSeq(name, "/") {
		if !utf8.ValidString(part) {
			return escaped(part), true
		}
		if deviceName(part) || strings.ContainsAny(part, `<>:"|?*\`) ||
			strings.HasSuffix(part, ".") || strings.HasSuffix(part, " ") ||
			strings.ContainsFunc(part, func(r rune) bool { return r < ' ' || r == 0x7f }) {
			return part, true
		}
	}
	return "", false
}

// escaped returns a path as part of an address.
func escaped(name string) string {
	return (&url.URL{Path: "/" + name}).EscapedPath()[1:]
}
