package build

import (
	"iter"
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"stadtbote/internal/output"
	"stadtbote/internal/site"
)

// fault is what random edits must find: a kind of output that forgets to name
// one of its inputs.
type fault struct{ kind, input string }

func (f fault) plant(k output.Kind) output.Kind {
	if k.Name() != f.kind {
		return k
	}
	return forgetful{k, f.input}
}

// enough switches off what takes long to make and has no such fault.
func (f fault) enough() string {
	switch f.kind {
	case "pdf":
		return "og: false, icons: false"
	case "sign":
		return "pdf: false"
	}
	return lean
}

// forgetful is a kind with that fault.
type forgetful struct {
	output.Kind
	input string
}

func (f forgetful) Plan(s *site.Site) iter.Seq[output.File] {
	return func(yield func(output.File) bool) {
		for file := range f.Kind.Plan(s) {
			whole := file
			file.Naming = func() []output.Input {
				return slices.DeleteFunc(slices.Clone(whole.Named()), func(in output.Input) bool { return in.Name == f.input })
			}
			if !yield(file) {
				return
			}
		}
	}
}

// patience is after how many edits a fault must have been found.
const patience = 1500

// needless are inputs that may be forgotten, and why.
func needless() map[fault]string {
	return map[fault]string{
		{"page", "menu"}:  "the small templates show no more of the menu than the site's digest names",
		{"print", "menu"}: "the small print version shows no menu",
		{"print", "site"}: "the small print version shows nothing of the site but the title of its article",

		{"picture", "file"}:   "the address of a picture has a digest of its source",
		{"picture", "recipe"}: "the address of a picture has a digest of its recipe",
		{"picture", "notes"}:  "the address of a picture has a digest of the words in it",
		{"pdf", "pictures"}:   "the article names the addresses of its pictures, which have a digest of their sources",

		{"page", "sections"}: "the small start page shows none",
		{"page", "tags"}:     "the small list of tags asks for the counts, which name the same",
		{"page", "places"}:   "the small list of places asks for the counts, which name the same",
		{"page", "counts"}:   "only the lists of tags and places ask for them, and name the same themselves",
	}
}

// Who forgets an input is found out: for each input of each kind, a fault is
// planted and a site edited at random until an incremental build differs from
// a clean one. How many edits that took is in the log (-v).
func TestPlantedFaultsAreFound(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	for _, f := range allFaults(t) {
		t.Run(f.kind+" forgets "+f.input, func(t *testing.T) {
			t.Parallel()
			edits := 0
			for seed := 1; edits < patience; seed++ {
				n, found := editsUntilFound(t, f, seed)
				edits += n
				if found {
					t.Logf("found after %d edits", edits)
					return
				}
				if needless()[f] != "" {
					t.Skip(needless()[f])
				}
			}
			t.Errorf("not found after %d edits", edits)
		})
	}
}

// allFaults are one for each named input that a site with a bit of everything
// has.
func allFaults(t *testing.T) []fault {
	t.Helper()
	w := newTown(t)
	w.report("a.md", "Brunnen", "stichwörter: [Wasser]\norte: [Markt]\nweiterleitungen: [/alt/]\nbild: {datei: foto.png, alt: Ein Brunnen, quelle: Stadt}\n", "Wasser.")
	w.report("b.md", "Brunnen", "slug: noch-einer\n", "Noch einer.")
	w.put("content/meldungen/foto.png", pngOf(2))
	var all []fault
	w.options.faulty = func(k output.Kind) output.Kind { return listing{k, &all} }
	w.clean(nil)
	slices.SortFunc(all, func(x, y fault) int { return slices.Compare([]string{x.kind, x.input}, []string{y.kind, y.input}) })
	return slices.Compact(all)
}

// listing notes the inputs of a kind.
type listing struct {
	output.Kind
	into *[]fault
}

func (l listing) Plan(s *site.Site) iter.Seq[output.File] {
	for file := range l.Kind.Plan(s) {
		for _, in := range file.Named() {
			*l.into = append(*l.into, fault{l.Name(), in.Name})
		}
	}
	return l.Kind.Plan(s)
}

// editsUntilFound edits a site with a fault, at most so often that another
// site is worth a try.
func editsUntilFound(t *testing.T, f fault, seed int) (edits int, found bool) {
	t.Helper()
	generator := rapid.Custom(func(rt *rapid.T) [2]int {
		w := newTown(t)
		defer os.RemoveAll(w.folder)
		w.options.faulty = f.plant
		e := &editor{town: w, rt: rt, articles: map[string]*draft{}, outputs: f.enough()}
		e.begin().build()
		for n := range 60 {
			e.edit()
			report := e.build()
			want, clean := e.clean(nil)
			e.inError = clean.Stopped
			if !clean.Stopped && !report.Diags.HasErrors() && differences(e.out(), want) != "" {
				return [2]int{n + 1, 1}
			}
		}
		return [2]int{60, 0}
	})
	result := generator.Example(seed)
	return result[0], result[1] == 1
}
