package build

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/leak"
	"stadtbote/internal/output"
	"stadtbote/internal/site"
	"stadtbote/internal/source"
)

// guard sees to it that nothing of a draft or an embargoed article is
// published: it reads every finished file before the first of them goes out.
//
// A file that the last build found clean of the same phrases is not read again.
// What a published article says as well is no secret, with one exception: the
// headline and the address of an embargoed article are, wherever they stand.
// Published articles are read for that only where a finished file holds a
// phrase, which is hardly ever.
//
// PDF documents are compressed: the text that they are set from is read, as the
// writer offers it (output.Tell).
type guard struct {
	plan *Planned
	*secrets
	set    *leak.Set
	search *leak.Search // for what is in finished files

	once   sync.Once
	public published // read when first asked for
	failed error     // of that

	mu      sync.Mutex
	leaks   []leaking
	excused map[uint64]bool // what was found and is public
}

// leaking is a secret in a finished file.
type leaking struct {
	file   int // of the plan
	hit    leak.Hit
	words  string // as the file has them
	line   int    // of the file; 0: in its name
	stolen ownedFile
}

// published is what published articles say of the phrases.
type published struct {
	keys   map[uint64]bool // that are no secret
	quotes []quote         // of headlines and addresses that are
}

// quote is the place where a published article gives a secret away.
type quote struct {
	hit   leak.Hit
	words string
	file  string
	pos   diag.Pos
}

// newGuard returns the guard of a plan; nil if there is nothing to keep.
func newGuard(p *Planned) (*guard, error) {
	s, err := p.secrets()
	if s == nil || err != nil {
		return nil, err
	}
	set := leak.Compile(s.phrases)
	return &guard{plan: p, secrets: s, set: set, search: set.Search(), excused: map[uint64]bool{}}, nil
}

// sum names what is looked for; the zero sum is that of nothing.
func (g *guard) sum() digest.Sum {
	if g == nil {
		return digest.Sum{}
	}
	return g.set.Sum
}

// trusts reports whether files that a build with these memories found clean
// still are.
func (g *guard) trusts(before *manifest) (bool, error) {
	if g == nil || before.secrets != g.set.Sum {
		return g == nil, nil
	}
	if len(before.excused) == 0 {
		return true, nil
	}
	if err := g.readPublic(); err != nil {
		return false, err
	}
	for _, key := range before.excused {
		if !g.public.keys[key] {
			return false, nil // what was public is no longer
		}
		g.excused[key] = true
	}
	return true, nil
}

// read looks for secrets in a file that was made: its name, its bytes, and the
// text that its maker told.
func (g *guard) read(i int, sum digest.Sum, data []byte, told string) error {
	if err := g.outside(i, sum); err != nil {
		return err
	}
	switch f := g.plan.Files.At(i); {
	case readable(f.Path, data):
		return g.look(i, data, false)
	case foreign(f):
		return g.open(i, data)
	}
	return g.look(i, []byte(told), false)
}

// foreign reports whether a file is published as its author put it there: what
// is in it was never read.
func foreign(f *output.File) bool {
	ending := path.Ext(f.Origin)
	return ending == path.Ext(f.Path) && ending != "" && !strings.HasPrefix(ending, ".md")
}

// open looks for secrets in what a file of others holds: documents, archives.
func (g *guard) open(i int, data []byte) error {
	return leak.Inside(data, func(part leak.Part) error {
		if own, secret := g.files[digest.Bytes(part.Data)]; secret {
			g.note(leaking{file: i, stolen: own})
		}
		for _, text := range [][]byte{[]byte(part.Name), part.Text} {
			if err := g.look(i, text, false); err != nil {
				return err
			}
		}
		if !readable(part.Name, part.Data) {
			return nil
		}
		return g.look(i, part.Data, false)
	})
}

// again looks for secrets in a file that lies in the output folder as it was
// left. A PDF document's text is not at hand then; it is that of the page
// beside it, whose file is read.
func (g *guard) again(i int, sum digest.Sum, read func() ([]byte, error)) error {
	if err := g.outside(i, sum); err != nil {
		return err
	}
	f := g.plan.Files.At(i)
	if !readable(f.Path, nil) && !foreign(f) {
		return nil
	}
	data, err := read()
	switch {
	case err != nil:
		return err
	case readable(f.Path, data):
		return g.look(i, data, false)
	case foreign(f):
		return g.open(i, data)
	}
	return nil
}

// outside looks at a file without opening it: at its bytes as a whole, at what
// it was made from (a picture of another size has other bytes) and at its name.
func (g *guard) outside(i int, sum digest.Sum) error {
	f := g.plan.Files.At(i)
	own, secret := g.files[sum]
	for _, in := range f.Inputs {
		if !secret {
			own, secret = g.files[in.Sum]
		}
	}
	if secret {
		g.note(leaking{file: i, stolen: own})
	}
	return g.look(i, []byte(f.Path), true)
}

// readable reports whether a file's bytes are text.
func readable(name string, data []byte) bool {
	if isText(name) {
		return true
	}
	switch path.Ext(name) {
	case ".pdf", ".gz", ".br", ".woff2", ".jpg", ".jpeg", ".png", ".webp", ".gif":
		return false
	}
	return !bytes.ContainsRune(data[:min(len(data), 1024)], 0)
}

// look notes the secrets in a text.
func (g *guard) look(i int, text []byte, inName bool) error {
	hits := g.search.Find(text)
	if len(hits) == 0 {
		return nil
	}
	if err := g.readPublic(); err != nil {
		return err
	}
	seen := map[secretKind]bool{}
	for _, hit := range hits {
		what := secretKind{hit.Phrase.Secret, hit.Phrase.Kind}
		if seen[what] || partOfName(text, hit) {
			continue
		}
		if g.public.keys[hit.Key] {
			g.excuse(hit.Key)
			continue
		}
		l := leaking{file: i, hit: hit, words: string(text[hit.At:hit.Upto])}
		if !inName {
			l.line = 1 + bytes.Count(text[:hit.At], []byte("\n"))
		}
		g.note(l)
		seen[what] = true // once is enough, and a whole text would be hundreds
	}
	return nil
}

// secretKind is what of which article.
type secretKind struct {
	secret string
	kind   leak.Kind
}

// partOfName reports whether the words of a hit are only a part of a longer
// name, as "neue-radwege" is of "neue-radwege-am-markt".
func partOfName(text []byte, hit leak.Hit) bool {
	return hit.Phrase.Kind != leak.Text &&
		(hit.At > 0 && text[hit.At-1] == '-' || hit.Upto < len(text) && text[hit.Upto] == '-')
}

func (g *guard) note(l leaking) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.leaks = append(g.leaks, l)
}

func (g *guard) excuse(key uint64) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.excused[key] = true
}

// excuses are the keys of what was found and is public, sorted.
func (g *guard) excuses() []uint64 {
	if g == nil {
		return nil
	}
	keys := make([]uint64, 0, len(g.excused))
	for key := range g.excused {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// keeps reports whether a phrase stays a secret even if an article quotes it.
func (g *guard) keeps(hit leak.Hit) bool {
	return g.strict[hit.Phrase.Secret] && hit.Phrase.Kind <= leak.Slug
}

// allowed reports whether the author of an article excuses what stands there.
func allowed(e *site.Entry, pos diag.Pos) bool {
	for _, a := range e.Allowances {
		if diag.Code(a.Code) == diag.QuoteLeaks && a.Reason != "" && a.From <= pos.Line && pos.Line <= a.To {
			return true
		}
	}
	return false
}

// posOf returns the place of a byte in a text.
func posOf(text []byte, at int) diag.Pos {
	start := bytes.LastIndexByte(text[:at], '\n') + 1
	return diag.Pos{Line: 1 + bytes.Count(text[:at], []byte("\n")), Col: 1 + len([]rune(string(text[start:at])))}
}

// verdict returns what was found: each secret once at each place that tells it.
func (g *guard) verdict() (diag.List, error) {
	if g == nil || len(g.leaks) == 0 {
		return nil, nil
	}
	slices.SortFunc(g.leaks, func(a, b leaking) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.line, b.line), cmp.Compare(a.hit.At, b.hit.At), cmp.Compare(a.hit.Key, b.hit.Key))
	})
	var ds diag.List
	for _, group := range g.grouped() {
		found, err := g.findings(group)
		if err != nil {
			return nil, err
		}
		ds = append(ds, found...)
	}
	return ds.Sorted(), nil
}

// grouped puts together what is the same secret of the same article.
func (g *guard) grouped() [][]leaking {
	var groups [][]leaking
	place := map[string]int{}
	for _, l := range g.leaks {
		name := l.stolen.path
		if l.hit.Phrase != nil {
			name = l.hit.Phrase.Secret + "\n" + strconv.Itoa(int(l.hit.Phrase.Kind)) + strconv.FormatBool(l.line > 0)
		}
		at, known := place[name]
		if !known {
			at = len(groups)
			place[name] = at
			groups = append(groups, nil)
		}
		groups[at] = append(groups[at], l)
	}
	return groups
}

// findings tells of one secret: where an author wrote it, or else in which
// finished file it is.
func (g *guard) findings(group []leaking) (diag.List, error) {
	first := group[0]
	out := g.plan.Files.At(first.file)
	var ds diag.List
	switch {
	case first.hit.Phrase == nil:
		ds.Report(first.stolen.article, diag.Pos{}, diag.PictureLeaks, first.stolen.path, first.stolen.article, out.Path)
		return ds, nil
	case first.line == 0:
		ds.Report(out.Origin, diag.Pos{}, diag.NameLeaks, first.words, first.hit.Phrase.Secret, out.Path)
		return ds, nil
	}
	for _, q := range g.public.quotes {
		if q.hit.Phrase.Secret == first.hit.Phrase.Secret && q.hit.Phrase.Kind == first.hit.Phrase.Kind {
			ds.Report(q.file, q.pos, diag.QuoteLeaks, q.words, q.hit.Phrase.Secret)
		}
	}
	if len(ds) > 0 {
		return ds, nil
	}
	if foreign(out) && !readable(out.Path, nil) {
		ds.Report(out.Origin, diag.Pos{}, diag.TextLeaks, first.words, first.hit.Phrase.Secret, out.Path, first.line, filesOf(group))
		return ds, nil
	}
	file, pos, err := g.blame(first)
	ds.Report(file, pos, diag.TextLeaks, first.words, first.hit.Phrase.Secret, out.Path, first.line, filesOf(group))
	return ds, err
}

// filesOf counts the files of a group.
func filesOf(group []leaking) int {
	n, last := 0, -1
	for _, l := range group {
		if l.file != last {
			n, last = n+1, l.file
		}
	}
	return n
}

// blame returns where an author wrote what leaked: in a template, in static/ or
// in data/. Where that cannot be found it is the secret article.
func (g *guard) blame(l leaking) (string, diag.Pos, error) {
	for _, at := range []int{templatesRoot, staticRoot, dataRoot} {
		for _, f := range g.plan.seen.roots[at].files {
			text, _, err := source.Read(g.plan.bodies.fsys, f.Path)
			if err != nil {
				return "", diag.Pos{}, err
			}
			for _, hit := range g.set.Find(text) {
				if hit.Phrase.Secret == l.hit.Phrase.Secret && hit.Phrase.Kind == l.hit.Phrase.Kind {
					return f.Path, posOf(text, hit.At), nil
				}
			}
		}
	}
	return l.hit.Phrase.Secret, diag.Pos{}, nil
}
