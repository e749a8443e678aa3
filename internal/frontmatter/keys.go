package frontmatter

import (
	"slices"
	"strings"
)

// keys are all keys of the front matter: the tables of keys_*.go in the order
// of the handbook. Where a file uses two names of other generators for one, it
// has its reasons, and the earliest of Others counts; where it uses one of ours
// and another one, somebody has made a mistake.
var keys = slices.Concat(headKeys, subjectKeys, eventKeys, pictureKeys, timeKeys, afterKeys, addressKeys)

// keyID is one key, whatever name it is given by: its place in keys.
type keyID uint8

// foreign are keys of other generators that mean nothing here and of which
// nothing is lost: they are passed over. Those that hide a page (headless,
// build, hide, noindex) are not among them: their author must know.
var foreign = []string{
	"_comment", "audio", "cascade", "collection", "comments", "cover", "cssclass", "disable_comments",
	"eleventycomputed", "eleventyimport", "eleventynavigation", "featured", "featured_image", "guid", "id",
	"identifier", "iscjklanguage", "layout", "linktitle", "markup", "math", "mermaid", "menu", "menus", "nav_order",
	"og_description", "og_image", "outputs", "pagination", "params", "parent", "pin", "resources", "series",
	"showtoc", "sidebar", "tableofcontents", "template", "thumbnail", "toc", "translationkey",
	"twitter_handle", "type", "videos", "weight",
}

// addressed are keys of other generators that set the address: that is lost,
// and worth a word.
var addressed = []string{"permalink", "url"}

// names leads from a name, as it is written or folded, to its key.
var names = func() map[string]keyID {
	m := make(map[string]keyID, 256)
	for id, key := range keys {
		for _, name := range slices.Concat(key.Names, key.Others) {
			m[name], m[fold(name)] = keyID(id), keyID(id)
		}
	}
	return m
}()

// fold brings a key into the form in which keys are compared: "Siehe-auch" is
// siehe_auch, "Stichwörter" is stichwoerter.
func fold(key string) string {
	return folding.Replace(strings.ToLower(strings.TrimSpace(key)))
}

var folding = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "-", "_", " ", "_",
	"a\u0308", "ae", "o\u0308", "oe", "u\u0308", "ue")

// lookup returns the key of that name.
func lookup(name string) (keyID, bool) {
	if id, known := names[name]; known {
		return id, true
	}
	id, known := names[fold(name)]
	return id, known
}

// known returns the names that an author may have meant: ours first.
func known() []string {
	var all []string
	for _, key := range keys {
		all = append(all, key.Names...)
	}
	for _, key := range keys {
		all = append(all, key.Others...)
	}
	return all
}

// isOurs reports whether a name is one of the key's own, not one of another
// generator's.
func isOurs(id keyID, name string) bool { return position(keys[id].Names, name) >= 0 }

// rank returns how early a name stands among the others of its key: the
// earliest counts.
func rank(id keyID, name string) int { return position(keys[id].Others, name) }

// position returns where a name stands in a list, or -1.
func position(list []string, name string) int {
	folded := fold(name)
	return slices.IndexFunc(list, func(other string) bool { return fold(other) == folded })
}
