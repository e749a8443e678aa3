package site

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// vocabulary is the words of one kind, tags or places, in all spellings that
// published reports use. Spellings that differ only in capitals, hyphens or
// spaces are one term under the commonest of them.
type vocabulary struct {
	list      string // address of the list that the terms are below
	spellings map[string]*spelling
	uses      []use // in the order of reports
	known     map[string]*config.Keyword
	disputed  map[*Term]bool // whose address another term would have as well
}

// spelling is one way to write a term.
type spelling struct {
	text  string
	key   string
	count int
	term  *Term     // nil if it has no address
	code  diag.Code // what is to be said at each use; "" if nothing
	args  []any
}

// use is one mention of a term in a report.
type use struct {
	entry *Entry
	*spelling
	pos diag.Pos
}

// meaningful are the signs that make another word of a word: C, C# and C++ are
// three.
const meaningful = "+#&%@*=$€§"

// fold returns what two spellings of one term have in common.
func fold(text string) string {
	slug := strings.ReplaceAll(lang.Slug(text), "-", "")
	if !strings.ContainsAny(text, meaningful) {
		return slug
	}
	return slug + strings.Map(func(r rune) rune {
		if strings.ContainsRune(meaningful, r) {
			return r
		}
		return -1
	}, text)
}

// newVocabulary returns an empty vocabulary that knows the settled spellings.
func newVocabulary(list string, keywords []config.Keyword) *vocabulary {
	v := &vocabulary{list: list, spellings: map[string]*spelling{}, known: map[string]*config.Keyword{}, disputed: map[*Term]bool{}}
	for i := range keywords {
		for _, text := range append([]string{keywords[i].Name}, keywords[i].Synonyms...) {
			if key := fold(text); v.known[key] == nil {
				v.known[key] = &keywords[i]
			}
		}
	}
	return v
}

// add notes what a report mentions.
func (v *vocabulary) add(e *Entry, values []article.Value) {
	for _, value := range values {
		if value.Text == "" {
			continue
		}
		s := v.spellings[value.Text]
		if s == nil {
			s = v.spelled(value.Text)
			v.spellings[value.Text] = s
		}
		if !e.Withdrawn {
			s.count++
		}
		v.uses = append(v.uses, use{e, s, value.Pos})
	}
}

func (v *vocabulary) spelled(text string) *spelling {
	s := &spelling{text: text, key: fold(text)}
	if keyword := v.known[s.key]; keyword != nil {
		s.key = fold(keyword.Name)
	}
	return s
}

// settle makes a term of each group of spellings, gives it an address, and
// returns the terms in alphabetical order.
func (v *vocabulary) settle(b base) []*Term {
	var terms []*Term
	bySlug := map[string]*Term{}
	for _, g := range v.groups() {
		g.term.URL = b.under(v.list + g.term.Slug + "/")
		taken := bySlug[g.term.Slug]
		if taken != nil {
			v.disputed[taken] = true
		}
		for _, s := range g.of {
			v.judge(s, g.term, taken)
		}
		if g.term.Slug != "" && taken == nil {
			bySlug[g.term.Slug] = g.term
			terms = append(terms, g.term)
		}
	}
	slices.SortFunc(terms, func(x, y *Term) int { return lang.Compare(x.Name, y.Name) })
	return terms
}

// group is a term with its spellings, the commonest first.
type group struct {
	term  *Term
	count int
	of    []*spelling
}

// groups returns the commonest terms first: they keep a disputed address.
func (v *vocabulary) groups() []group {
	byKey := map[string]*group{}
	for _, s := range v.spellings {
		g := byKey[s.key]
		if g == nil {
			g = &group{}
			byKey[s.key] = g
		}
		g.of = append(g.of, s)
		g.count += s.count
	}
	all := make([]group, 0, len(byKey))
	for key, g := range byKey {
		slices.SortFunc(g.of, commonerFirst)
		g.term = v.named(key, g.of)
		all = append(all, *g)
	}
	slices.SortFunc(all, func(x, y group) int {
		return cmp.Or(cmp.Compare(y.count, x.count), strings.Compare(x.term.Name, y.term.Name))
	})
	return all
}

// commonerFirst orders spellings by use. Of equally common ones that with
// composed letters comes first, then that with capitals.
func commonerFirst(x, y *spelling) int {
	if x.count != y.count {
		return cmp.Compare(y.count, x.count)
	}
	switch composed := norm.NFC.IsNormalString(x.text); {
	case composed == norm.NFC.IsNormalString(y.text):
		return strings.Compare(x.text, y.text)
	case composed:
		return -1
	}
	return 1
}

// named returns the term of a group of spellings, the commonest first.
func (v *vocabulary) named(key string, spellings []*spelling) *Term {
	t := &Term{Name: spellings[0].text}
	if keyword := v.known[key]; keyword != nil {
		t.Name, t.Synonyms, t.Description = keyword.Name, keyword.Synonyms, keyword.Description
	}
	t.Slug = lang.Slug(t.Name)
	return t
}

// judge decides what a spelling leads to, and what is to be said of it.
func (v *vocabulary) judge(s *spelling, t, taken *Term) {
	switch {
	case t.Slug == "":
		s.code, s.args = diag.TermEmpty, []any{s.text}
	case taken != nil:
		s.code, s.args = diag.TermClash, []any{s.text, taken.Name, taken.URL}
	case deviceName(t.Slug):
		s.term, s.code, s.args = t, diag.AddressForbidden, []any{t.URL, t.Slug}
	case s.text != t.Name && fold(s.text) == fold(t.Name) && !slices.Contains(t.Synonyms, s.text):
		s.term, s.code, s.args = t, diag.TermSpelling, []any{s.text, t.Name}
	default:
		s.term = t
	}
}

// spread gives each entry its terms and each term its entries. give stores an
// entry's terms.
func (v *vocabulary) spread(give func(e *Entry, terms []*Term)) {
	counts := map[*Term]int{}
	for _, s := range v.spellings {
		if s.term != nil {
			counts[s.term] += s.count
		}
	}
	for t, n := range counts {
		t.Entries = make([]*Entry, 0, n)
	}
	arena := make([]*Term, 0, len(v.uses))
	for i := 0; i < len(v.uses); {
		e, from := v.uses[i].entry, len(arena)
		for ; i < len(v.uses) && v.uses[i].entry == e; i++ {
			t := v.uses[i].term
			if t == nil || slices.Contains(arena[from:], t) {
				continue
			}
			arena = append(arena, t)
			if !e.Withdrawn {
				t.Entries = append(t.Entries, e)
			}
		}
		give(e, arena[from:len(arena):len(arena)])
	}
}

// report tells at each use what is wrong with its spelling.
func (v *vocabulary) report(ds *diag.List) {
	for _, u := range v.uses {
		if u.code != "" {
			ds.Report(u.entry.Path, u.pos, u.code, u.args...)
		}
	}
}
