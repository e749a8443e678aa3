package frontmatter

import (
	"slices"
	"strings"
)

// keyID is one key of the front matter, whatever name it is given by.
type keyID uint8

const (
	titleKey keyID = iota
	kickerKey
	subtitleKey
	dateKey
	teaserKey
	sectionKey
	tagsKey
	placesKey
	sigilsKey
	picturesKey
	linksKey
	relatedKey
	embargoKey
	expiryKey
	draftKey
	publishedKey
	updatedKey
	correctionsKey
	statusKey
	formKey
	issuerKey
	paidKey
	slugKey
	aliasesKey
	languageKey
	layoutKey
	keyCount
)

// spelling is all names of one key: ours, and those of other generators. Where
// a file uses two of the others, it has its reasons, and the first counts;
// where it uses one of ours and another one, somebody has made a mistake.
type spelling struct {
	ours, others []string
}

// spellings are the names of every key, folded as fold does. The first one is
// what messages and suggestions use.
var spellings = [keyCount]spelling{
	titleKey:       {[]string{"titel"}, []string{"title"}},
	kickerKey:      {[]string{"dachzeile"}, []string{"kicker"}},
	subtitleKey:    {[]string{"unterzeile"}, []string{"subtitle"}},
	dateKey:        {[]string{"datum"}, []string{"date"}},
	teaserKey:      {[]string{"teaser", "vorspann"}, []string{"summary", "description", "excerpt"}},
	sectionKey:     {[]string{"rubrik"}, []string{"section", "category", "categories"}},
	tagsKey:        {[]string{"stichwörter"}, []string{"tags", "keywords"}},
	placesKey:      {[]string{"orte", "ort"}, []string{"places"}},
	sigilsKey:      {[]string{"kürzel"}, []string{"author", "authors"}},
	picturesKey:    {[]string{"bild", "bilder"}, []string{"image", "images"}},
	linksKey:       {[]string{"links"}, nil},
	relatedKey:     {[]string{"siehe_auch"}, []string{"related"}},
	embargoKey:     {[]string{"sperrfrist"}, []string{"embargo", "publishdate"}},
	expiryKey:      {[]string{"ablauf"}, []string{"expirydate"}},
	draftKey:       {[]string{"entwurf"}, []string{"draft"}},
	publishedKey:   {nil, []string{"published"}},
	updatedKey:     {[]string{"aktualisiert"}, []string{"updated", "lastmod", "last_modified_at"}},
	correctionsKey: {[]string{"korrekturen"}, []string{"corrections"}},
	statusKey:      {[]string{"status"}, nil},
	formKey:        {[]string{"art"}, nil},
	issuerKey:      {[]string{"herausgeber"}, []string{"issuer"}},
	paidKey:        {[]string{"anzeige"}, []string{"sponsored"}},
	slugKey:        {[]string{"slug"}, nil},
	aliasesKey:     {[]string{"weiterleitungen"}, []string{"aliases", "redirect_from"}},
	languageKey:    {[]string{"sprache"}, []string{"lang", "language"}},
	layoutKey:      {[]string{"vorlage"}, nil},
}

// foreign are keys of other generators that mean nothing here and of which
// nothing is lost: they are passed over. Those that hide a page (headless,
// build, hide, noindex) are not among them: their author must know.
var foreign = []string{
	"_comment", "audio", "cascade", "collection", "comments", "cover", "cssclass", "disable_comments",
	"eleventycomputed", "eleventyimport", "eleventynavigation", "featured", "featured_image", "guid", "id",
	"identifier", "iscjklanguage", "layout", "linktitle", "markup", "math", "mermaid", "menu", "menus", "nav_order",
	"og_description", "og_image", "outputs", "pagination", "params", "parent", "pin", "resources", "series",
	"showtoc", "sidebar", "tableofcontents", "template", "thumbnail", "toc", "translationkey",
	"twitter_handle", "type", "uid", "videos", "weight",
}

// addressed are keys of other generators that set the address: that is lost,
// and worth a word.
var addressed = []string{"permalink", "url"}

// names leads from a folded name to its key.
var names = func() map[string]keyID {
	m := make(map[string]keyID, 128)
	for id, s := range spellings {
		for _, name := range slices.Concat(s.ours, s.others) {
			m[name] = keyID(id)
			m[fold(name)] = keyID(id)
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

// known returns the names that an author may have meant: ours.
func known() []string {
	var all []string
	for _, s := range spellings {
		all = append(all, s.ours...)
	}
	for _, s := range spellings {
		all = append(all, s.others...)
	}
	return all
}

// isOurs reports whether a name is one of the key's own, not one of another
// generator's.
func isOurs(id keyID, name string) bool {
	folded := fold(name)
	return slices.ContainsFunc(spellings[id].ours, func(own string) bool { return fold(own) == folded })
}
