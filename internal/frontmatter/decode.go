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
			r.take(id, p)
		}
	}
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
	if joins(id) {
		return true
	}
	if rank(id, p.key) < rank(id, before.name) {
		*before = sighting{p.key, p.pos.Line}
		return true
	}
	return false
}

// rank returns how early a name stands among the others of its key: the
// earliest counts.
func rank(id keyID, name string) int {
	folded := fold(name)
	return slices.IndexFunc(spellings[id].others, func(other string) bool { return other == folded })
}

// joins reports whether the values of two names of a key make one list.
func joins(id keyID) bool {
	switch id {
	case tagsKey, sigilsKey, picturesKey, aliasesKey, sectionKey:
		return true
	}
	return false
}

// take reads the value of a key.
func (r *reader) take(id keyID, p pair) {
	m := &r.matter
	switch id {
	case titleKey:
		m.Title = r.text(p)
	case kickerKey:
		m.Kicker = r.text(p)
	case subtitleKey:
		m.Subtitle = r.text(p)
	case teaserKey:
		m.Teaser = r.text(p)
	case slugKey:
		m.Slug = r.text(p)
	case languageKey:
		m.Language = r.text(p)
	case layoutKey:
		m.Layout = r.text(p)
	case dateKey:
		m.Date = r.date(p)
	case updatedKey:
		m.Updated = r.date(p)
	case embargoKey:
		m.Embargo = r.date(p)
	case expiryKey:
		m.Expiry = r.date(p)
	case draftKey:
		m.Draft = r.claim(p, false) || m.Draft
	case publishedKey:
		m.Draft = m.Draft || !r.claim(p, true)
	case paidKey:
		m.Paid = r.claim(p, false)
	case statusKey:
		r.status(p)
	case formKey:
		r.form(p)
	case issuerKey:
		m.Issuer = r.text(p)
	default:
		r.takeList(id, p)
	}
}

// takeList reads the value of a key that takes several.
func (r *reader) takeList(id keyID, p pair) {
	m := &r.matter
	switch id {
	case sectionKey:
		r.section(p)
	case tagsKey:
		m.Tags = append(m.Tags, r.texts(p, true)...)
	case placesKey:
		m.Places = r.texts(p, true)
	case sigilsKey:
		m.Sigils = append(m.Sigils, r.texts(p, false)...)
	case relatedKey:
		m.Related = r.texts(p, false)
	case aliasesKey:
		m.Aliases = append(m.Aliases, r.texts(p, false)...)
	case picturesKey:
		m.Pictures = append(m.Pictures, r.pictures(p)...)
	case linksKey:
		m.Links = r.links(p)
	case correctionsKey:
		m.Corrections = r.corrections(p)
	}
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
