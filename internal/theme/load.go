package theme

import (
	"html/template"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	texttemplate "text/template"
	"text/template/parse"

	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
)

// tree is one named template after folding.
type tree struct {
	*parse.Tree
	file  file     // that it was written in
	calls []call   // of other templates, in order
	uses  []string // identifiers after a dot
	// resolved are the words and addresses that its calls give, besides those
	// that became text; dynamic says that it may ask for any of them.
	resolved []string
	dynamic  bool
	sum      digest.Sum // of all that it can print without its data
}

// call is one place where a template includes another.
type call struct {
	name string
	pos  diag.Pos
}

// loader turns files into a Theme and notes what is wrong with them.
type loader struct {
	*Theme
	diags *diag.List
}

// load parses all files, checks that everything they include exists and that
// nothing includes itself, and makes one executable set for each page.
func (l *loader) load() {
	names := slices.Sorted(maps.Keys(l.files))
	own := make(map[string]map[string]*tree) // by page
	for _, name := range names {
		trees := l.parse(l.files[name])
		if isPage(name) {
			own[name] = trees
			continue
		}
		maps.Copy(l.trees, trees)
	}
	for name := range l.trees {
		if strings.HasPrefix(name, "partials/") {
			l.cache[name] = new(sync.Map)
		}
	}
	l.partials = &programs{set: l.join("partials", nil)}
	for _, name := range names {
		if trees := own[name]; trees != nil {
			l.addPage(name, trees)
		}
	}
	l.checkRest()
}

// parse returns the templates of one file, folded; nothing if it has a mistake.
func (l *loader) parse(f file) map[string]*tree {
	root, err := texttemplate.New(f.name).Funcs(texttemplate.FuncMap(l.functions())).Parse(f.text)
	if err != nil {
		l.report(findingOf(err, l.files, nil))
		return nil
	}
	trees := make(map[string]*tree)
	for _, t := range root.Templates() {
		if t.Tree == nil || t.Tree.Root == nil {
			continue
		}
		folded := &tree{Tree: t.Tree, file: f}
		fold := folder{loader: l, tree: folded}
		fold.list(t.Tree.Root)
		folded.sum = l.sumOf(folded)
		trees[t.Name()] = folded
	}
	return trees
}

// sumOf names a template by its text after folding and by what its calls of
// word, asset and integrity can give.
func (l *loader) sumOf(t *tree) digest.Sum {
	var b digest.Builder
	b.Text(t.Root.String())
	for _, text := range t.resolved {
		b.Text(text)
	}
	if t.dynamic {
		for _, key := range slices.Sorted(maps.Keys(l.words)) {
			b.Text(l.words[key])
		}
		for _, path := range slices.Sorted(maps.Keys(l.assets)) {
			b.Text(path)
			b.Text(l.assets[path].URL)
			b.Text(l.assets[path].Integrity)
		}
	}
	return b.Name()
}

// join makes an executable set of the shared trees and those of one page.
func (l *loader) join(name string, own map[string]*tree) *template.Template {
	set := template.New(name).Funcs(template.FuncMap(l.functions()))
	for _, trees := range []map[string]*tree{l.trees, own} {
		for _, key := range slices.Sorted(maps.Keys(trees)) {
			// An error is impossible before the first execution.
			template.Must(set.AddParseTree(key, trees[key].Copy()))
		}
	}
	return set
}

// addPage checks one page and adds it.
func (l *loader) addPage(name string, own map[string]*tree) {
	p := &page{entry: name}
	if root := own[name]; root == nil || parse.IsEmptyTree(root.Root) {
		p.entry = base
	}
	all := family{shared: l.trees, own: own}
	if all.lookup(p.entry) == nil {
		return // base.html is missing or has a mistake, reported as such
	}
	closure, finding := follow(p.entry, all)
	if finding != nil {
		l.report(*finding)
		return
	}
	p.sum = all.sum(closure)
	p.mentions = make(map[string]bool)
	for _, name := range closure {
		for _, word := range all.lookup(name).uses {
			p.mentions[word] = true
		}
	}
	p.programs = &programs{set: l.join(name, own)}
	if finding := l.checkEscaping(p.programs.set, p.entry); finding != nil {
		l.report(*finding)
		return
	}
	l.respread(p, name, own, closure)
	l.pages[name] = p
}

// checkRest looks at what no page includes, so that a mistake is found before
// somebody uses the template.
func (l *loader) checkRest() {
	for _, name := range slices.Sorted(maps.Keys(l.trees)) {
		if _, finding := follow(name, family{shared: l.trees}); finding != nil && strings.HasPrefix(name, "partials/") {
			l.report(*finding)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(l.cache)) {
		if finding := l.checkEscaping(l.partials.set, name); finding != nil {
			l.report(*finding)
		}
	}
}

// checkEscaping makes html/template look at the contexts of a template, which
// it does before the first execution only. The execution itself ends at once.
func (l *loader) checkEscaping(set *template.Template, name string) *diag.Diagnostic {
	err := set.ExecuteTemplate(closed{}, name, nil)
	if _, ok := err.(*template.Error); !ok { //nolint:errorlint // html/template returns it unwrapped
		return nil
	}
	finding := findingOf(err, l.files, nil)
	return &finding
}

// closed is a writer that takes nothing.
type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

// report adds a finding, once; of templates that include themselves only the
// first, because each of them would be reported.
func (l *loader) report(d diag.Diagnostic) {
	same := func(o diag.Diagnostic) bool {
		return o.Code == d.Code && (d.Code == diag.TemplateRecursion ||
			o.File == d.File && o.Pos == d.Pos && slices.Equal(o.Args, d.Args))
	}
	if !slices.ContainsFunc(*l.diags, same) {
		*l.diags = append(*l.diags, d)
	}
}
