package frontmatter

import (
	"slices"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// sighting is where a key was met, and by which name.
type sighting struct {
	name string
	line int
}

// decode fills the matter from the tree of a block.
func (r *reader) decode(tree node) {
	for i, p := range tree.pairs {
		if earlier := sameName(tree.pairs[:i], p.key); earlier >= 0 {
			r.twice(p, tree.pairs[earlier])
			continue
		}
		id, known := lookup(p.key)
		if !known {
			r.unknown(p)
			continue
		}
		if r.first(id, p) {
			keys[id].read(r, p)
		}
	}
	r.joinEnd()
	r.reportStray()
}

// twice reports a key that was met before. Where it has no meaning anyway,
// nothing is lost, and the article can be published.
func (r *reader) twice(p, earlier pair) {
	r.report(p.pos, diag.KeyTwice, p.key, earlier.pos.Line, p.pos.Line)
	if _, known := lookup(p.key); !known {
		r.diags[len(r.diags)-1].Severity = diag.Warning
	}
}

// sameName returns the index of the pair with that very key, or -1.
func sameName(pairs []pair, key string) int {
	for i := range pairs {
		if pairs[i].key == key {
			return i
		}
	}
	return -1
}

// first reports whether a pair is to be taken: its key was not met before by
// another name, or the two may stand together.
func (r *reader) first(id keyID, p pair) bool {
	before := &r.seen[id]
	if before.line == 0 {
		*before = sighting{p.key, p.pos.Line}
		return true
	}
	if p.value.kind == null {
		return false
	}
	if isOurs(id, before.name) || isOurs(id, p.key) {
		r.report(p.pos, diag.TwoNames, before.name, before.line, p.key, p.pos.Line)
		return false
	}
	if keys[id].joins {
		return true
	}
	if rank(id, p.key) < rank(id, before.name) {
		*before = sighting{p.key, p.pos.Line}
		return true
	}
	return false
}

// unknown reports a key that is not known: at once if a known one is near,
// else together with all others of the file.
func (r *reader) unknown(p pair) {
	folded := fold(p.key)
	switch {
	case slices.Contains(foreign, folded):
		return
	case slices.Contains(addressed, folded) && p.value.text != "false": // Eleventy: no page at all
		r.report(p.pos, diag.ForeignAddress, p.key, p.value.shown())
		return
	}
	if near, found := lang.Nearest(p.key, known()); found {
		r.report(p.pos, diag.UnknownKeyNear, p.key, near)
		return
	}
	r.stray = append(r.stray, node{text: p.key, pos: p.pos})
}

func (r *reader) reportStray() {
	if len(r.stray) == 0 {
		return
	}
	keys := make([]string, len(r.stray))
	for i, key := range r.stray {
		keys[i] = key.text
	}
	r.report(r.stray[0].pos, diag.UnknownKey, strings.Join(keys, ", "))
}
