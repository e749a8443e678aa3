package build

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// staleCaches are faults of a cache that a beginning preview would believe: each
// changes what the last build kept of its sources, as a program would that
// forgets one of the reasons to read a file again.
var staleCaches = map[string]func(*editor, *sources){
	"forgets that a file was young": func(_ *editor, s *sources) {
		for i := range s.files {
			s.files[i].young = false
		}
	},
	"takes a file's new time for the old one": func(e *editor, s *sources) {
		for i := range s.files {
			k := &s.files[i]
			if now := e.files[k.Path]; now != nil {
				k.Size, k.ModTime, k.young = int64(len(now.Data)), now.ModTime.UnixNano(), false
			}
		}
	},
}

// A cache that claims too much is found out: for each way in which it may be
// stale, a site is edited at random until a preview that begins with it differs
// from a clean one. How many edits that took is in the log (-v).
func TestAStaleCacheIsFoundOut(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(staleCaches)) {
		t.Run(name, func(t *testing.T) {
			edits := 0
			for seed := 1; edits < patience; seed++ {
				n, found := editsUntilStale(t, staleCaches[name], seed)
				if edits += n; found {
					t.Logf("found after %d edits", edits)
					return
				}
			}
			t.Errorf("not found after %d edits", edits)
		})
	}
}

// editsUntilStale edits a site whose cache is spoilt before each preview begins,
// at most so often that another site is worth a try.
func editsUntilStale(t *testing.T, spoil func(*editor, *sources), seed int) (edits int, found bool) {
	t.Helper()
	generator := rapid.Custom(func(rt *rapid.T) [2]int {
		w := newTown(t)
		defer os.RemoveAll(w.folder)
		w.tb = rt
		e := &editor{town: w, rt: rt, articles: map[string]*draft{}, outputs: lean}
		e.begin().build()
		for n := range 60 {
			e.edit()
			want, clean := e.clean(nil)
			if e.spoil(spoil) && e.isMisled(want, clean) {
				return [2]int{n + 1, 1}
			}
			os.Remove(e.cacheFile(sourcesName)) // so that the build is not misled as well
			e.inError = e.build().Diags.HasErrors()
		}
		return [2]int{60, 0}
	})
	result := generator.Example(seed)
	return result[0], result[1] == 1
}

// spoil changes what the cache knows of the sources. It reports whether it knew
// anything.
func (e *editor) spoil(how func(*editor, *sources)) bool {
	path := e.cacheFile(sourcesName)
	text, err := os.ReadFile(path)
	if err != nil {
		e.rt.Fatal(err)
	}
	s := decodeSources(string(text), e.all().Version, 1)
	for i := range s.files {
		s.files[i].form = "" // it is about to be untrue
	}
	how(e, s)
	if err := os.WriteFile(path, []byte(kept(keptSources{s, e.all().Version})), 0o666); err != nil {
		e.rt.Fatal(err)
	}
	return len(s.files) > 0
}

// isMisled reports whether a site planned by the cache differs from a clean one,
// or cannot be made.
func (e *editor) isMisled(want map[string]string, clean *Planned) bool {
	if clean.Stopped {
		return false
	}
	plan, err := Resume(context.Background(), e.all())
	if err != nil || fmt.Sprint(plan.Diags) != fmt.Sprint(clean.Diags) {
		return true
	}
	got := map[string]string{}
	for f := range plan.Files.All() {
		var b bytes.Buffer
		if f.Make(&b) != nil {
			return true
		}
		got[f.Path] = b.String()
	}
	return differences(got, want) != ""
}
