package deploy

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"
)

// store is a remote in memory that fails at the n-th operation, after having
// done a part of it.
type store struct {
	files  map[string]string
	site   fstest.MapFS
	sent   []string
	pruned []string
	failAt int // 0: never
	calls  int
}

var errFull = errors.New("no space left on the remote")

func (s *store) fails() bool { s.calls++; return s.calls == s.failAt }

func (s *store) Fetch(_ context.Context, name string) ([]byte, bool, error) {
	if s.fails() {
		return nil, false, errFull
	}
	data, known := s.files[name]
	return []byte(data), known, nil
}

func (s *store) Store(_ context.Context, name string, data []byte) error {
	if s.fails() {
		return errFull
	}
	s.files[name] = string(data)
	return nil
}

func (s *store) Send(_ context.Context, names []string) error {
	half := len(names)
	failed := s.fails()
	if failed {
		half /= 2
	}
	for _, name := range names[:half] {
		s.files[name] = string(s.site[name].Data)
		s.sent = append(s.sent, name)
	}
	if failed {
		return errFull
	}
	return nil
}

func (s *store) Remove(_ context.Context, names []string) error {
	half := len(names)
	failed := s.fails()
	if failed {
		half /= 2
	}
	for _, name := range names[:half] {
		delete(s.files, name)
	}
	if failed {
		return errFull
	}
	return nil
}

func (s *store) Prune(_ context.Context, folders []string) error {
	s.pruned = folders
	if s.fails() {
		return errFull
	}
	return nil
}

func folder(files map[string]string) fstest.MapFS {
	made := fstest.MapFS{}
	for name, text := range files {
		made[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return made
}

// bring deploys a site once, and returns the plan that it followed.
func bring(s *store, site fstest.MapFS) (*Plan, error) {
	s.site, s.sent, s.calls = site, nil, 0
	job := &Job{Site: site, Remote: s}
	plan, err := job.Plan(context.Background())
	if err != nil {
		return nil, err
	}
	return plan, job.Run(context.Background(), plan)
}

// shows fails unless the remote holds the site, the files of others, and the record.
func shows(t interface{ Fatalf(string, ...any) }, s *store, site fstest.MapFS, foreign map[string]string) {
	want := maps.Clone(foreign)
	if want == nil {
		want = map[string]string{}
	}
	for name, file := range site {
		want[name] = string(file.Data)
	}
	got := maps.Clone(s.files)
	delete(got, RecordName)
	if !maps.Equal(want, got) {
		t.Fatalf("the remote holds %v, want %v", slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want)))
	}
}

func TestTheSecondRunSendsNothing(t *testing.T) {
	site := folder(map[string]string{"index.html": "a", "css/site.1.css": "b", "2026/x/index.html": "c"})
	remote := &store{files: map[string]string{}}
	if _, err := bring(remote, site); err != nil {
		t.Fatal(err)
	}
	shows(t, remote, site, nil)
	plan, err := bring(remote, site)
	if err != nil || !plan.Nothing() || len(remote.sent) > 0 || plan.Same != 3 {
		t.Fatalf("sent %v, plan %+v, %v", remote.sent, plan, err)
	}
	if remote.calls != 1 {
		t.Errorf("%d operations for nothing to do, want only the question what is published", remote.calls)
	}
}

func TestStylesArriveBeforePagesAndFeedsLast(t *testing.T) {
	site := folder(map[string]string{"a/index.html": "1", "z.css": "2", "feed.atom": "3", "b.html.gz": "4", "a.jpg": "5"})
	remote := &store{files: map[string]string{}}
	if _, err := bring(remote, site); err != nil {
		t.Fatal(err)
	}
	want := []string{"a.jpg", "z.css", "a/index.html", "b.html.gz", "feed.atom"}
	if !slices.Equal(remote.sent, want) {
		t.Errorf("sent %v, want %v", remote.sent, want)
	}
}

func TestFilesOfOthersStay(t *testing.T) {
	foreign := map[string]string{".htaccess": "theirs", "alt/seite.html": "theirs"}
	remote := &store{files: maps.Clone(foreign)}
	for _, site := range []fstest.MapFS{folder(map[string]string{"a.html": "1", "b.html": "2"}), folder(map[string]string{"b.html": "2"})} {
		if _, err := bring(remote, site); err != nil {
			t.Fatal(err)
		}
		shows(t, remote, site, foreign)
	}
}

func TestFoldersThatAreEmptiedArePruned(t *testing.T) {
	before := folder(map[string]string{"index.html": "a", "2018/11/tee/index.html": "b", "2018/11/tee/druck/index.html": "c", "2018/12/index.html": "d", "2019/01/rad/index.html": "e"})
	remote := &store{files: map[string]string{}, site: before}
	if _, err := bring(remote, before); err != nil || remote.pruned != nil {
		t.Fatal(err, remote.pruned)
	}
	after := folder(map[string]string{"index.html": "a", "2018/12/index.html": "d"})
	remote.site, remote.calls, remote.failAt = after, 0, 4 // fetch, store, remove, prune
	var told error
	job := &Job{Site: after, Remote: remote, Stayed: func(err error) { told = err }}
	plan, err := job.Plan(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := job.Run(t.Context(), plan); err != nil || !errors.Is(told, errFull) {
		t.Fatalf("a folder that stays is told, and no failure: %v, %v", told, err)
	}
	if want := []string{"2018/11", "2019"}; !slices.Equal(remote.pruned, want) {
		t.Errorf("pruned %v, want %v", remote.pruned, want)
	}
}

func TestOwnBookkeepingIsNotPublished(t *testing.T) {
	remote := &store{files: map[string]string{}}
	site := folder(map[string]string{"index.html": "1", ".stadtbote-new/x": "2", ".well-known/security.txt": "3"})
	if _, err := bring(remote, site); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(remote.sent, []string{".well-known/security.txt", "index.html"}) {
		t.Errorf("sent %v", remote.sent)
	}
}

func TestAnEmptyFolderIsRefused(t *testing.T) {
	remote := &store{files: map[string]string{}}
	if _, err := bring(remote, folder(nil)); !errors.Is(err, ErrEmpty) {
		t.Errorf("error %v, want %v: an empty folder would remove the whole site", err, ErrEmpty)
	}
}

func TestManyDeletionsAreDrastic(t *testing.T) {
	tests := []struct {
		known, removed int
		drastic        bool
	}{{100, 20, false}, {100, 21, true}, {1000, 100, false}, {1000, 101, true}, {10, 9, false}}
	for _, test := range tests {
		plan := &Plan{Known: test.known, Remove: make([]string, test.removed)}
		if plan.Drastic() != test.drastic {
			t.Errorf("removing %d of %d: drastic = %v", test.removed, test.known, !test.drastic)
		}
	}
}

func TestARecordThatCannotBeReadIsTold(t *testing.T) {
	site := folder(map[string]string{"index.html": "1"})
	for _, text := range []string{"", "{", `{"format":2}`, `{"format":1,"files":{"a":"zz"}}`, `{"format":1,"files":{"a":"` + strings.Repeat("00", 99) + `"}}`} {
		remote := &store{files: map[string]string{RecordName: text}}
		if _, err := bring(remote, site); !errors.Is(err, ErrForm) {
			t.Errorf("%q: error %v, want %v", text, err, ErrForm)
		}
		job := &Job{Site: site, Remote: remote, All: true}
		if plan, err := job.Plan(context.Background()); err != nil || len(plan.Send) != 1 {
			t.Errorf("%q: with All: %+v, %v", text, plan, err)
		}
	}
}

// However a run ends, the next one brings the remote to where it should be,
// also if the site has changed back meanwhile.
func TestWhateverFailsTheNextRunMends(t *testing.T) {
	names := []string{"a.css", "b.jpg", "c.html", "d/index.html", "e.html", "feed.atom"}
	state := rapid.Custom(func(t *rapid.T) map[string]string {
		files := map[string]string{"index.html": "always"}
		for _, name := range names {
			if rapid.Bool().Draw(t, name) {
				files[name] = fmt.Sprint(rapid.IntRange(0, 2).Draw(t, "text of "+name))
			}
		}
		return files
	})
	rapid.Check(t, func(t *rapid.T) {
		remote := &store{files: map[string]string{}}
		for range rapid.IntRange(1, 4).Draw(t, "runs") {
			remote.failAt = rapid.IntRange(0, 8).Draw(t, "fails at")
			_, _ = bring(remote, folder(state.Draw(t, "site"))) // it may fail; that is the point
		}
		remote.failAt = 0
		site := folder(state.Draw(t, "last"))
		if _, err := bring(remote, site); err != nil {
			t.Fatal(err)
		}
		shows(t, remote, site, nil)
	})
}

func FuzzRecord(f *testing.F) {
	f.Add([]byte(`{"format":1,"files":{"a":""}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		record, err := parseRecord(data)
		if err != nil {
			return
		}
		again, err := parseRecord(record.encode())
		if err != nil || !maps.Equal(record, again) {
			t.Fatalf("%v became %v, %v", record, again, err)
		}
	})
}
