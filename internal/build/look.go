package build

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strings"
	"time"

	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/source"
)

// granularity is how much later a change may come that leaves a file's time as
// it is: two seconds on FAT, less elsewhere. A file as young as that is read
// again by the next build.
const granularity = 2 * time.Second

// sight is how the folder looks from outside, before any file is opened. It
// never changes.
type sight struct {
	roots    [len(rootNames)]root
	own      root          // the configuration
	embedded [2]digest.Sum // templates and static files
	diags    diag.List
	young    int64      // a time from which on a file is young, in nanoseconds
	sum      digest.Sum // of all of it, and of what the build was told
	anyYoung bool
}

// rootNames are the folders that are looked at.
var rootNames = [...]string{"content", "static", "data", "templates"}

// Places in sight.roots.
const (
	contentRoot = iota
	staticRoot
	dataRoot
	templatesRoot
)

// root is how one folder looks.
type root struct {
	files  []source.File // by path
	names  []bunch       // of files, in their order
	diags  diag.List
	sum    digest.Sum
	newest int64 // time of the file that changed last
	mine   bool  // files and names are copies: only within glance
}

// bunch is how some files in a row look. Where one of 100,000 changed, its bunch
// alone is named again.
type bunch struct {
	sum    digest.Sum
	newest int64
}

// bunchSize is how many files make a bunch.
const bunchSize = 512

// look lists the folder.
func look(o Options) (*sight, error) {
	s := &sight{}
	if o.Clock != nil {
		s.young = o.Clock().Add(-granularity).UnixNano()
	}
	for i := range s.roots {
		if err := s.scan(o.Source, i); err != nil {
			return nil, err
		}
	}
	if err := s.scanOwn(o.Source); err != nil {
		return nil, err
	}
	for i, embedded := range []fs.FS{o.Templates, o.Static} {
		sum, err := contentSum(embedded)
		if err != nil {
			return nil, fmt.Errorf("reading the embedded files: %w", err)
		}
		s.embedded[i] = sum
	}
	s.finish(o)
	return s, nil
}

// scan lists one of the folders.
func (s *sight) scan(fsys fs.FS, i int) error {
	files, ds, err := source.Scan(fsys, rootNames[i])
	if err != nil {
		return fmt.Errorf("listing the site's folder: %w", err)
	}
	s.roots[i] = root{files: files, diags: ds}
	s.roots[i].name()
	return nil
}

// scanOwn looks at the configuration.
func (s *sight) scanOwn(fsys fs.FS) error {
	files, err := oneFile(fsys, config.File)
	if err != nil {
		return fmt.Errorf("looking at %s: %w", config.File, err)
	}
	s.own = root{files: files}
	s.own.name()
	return nil
}

// finish names the whole.
func (s *sight) finish(o Options) {
	var all digest.Builder
	o.name(&all)
	s.diags, s.anyYoung = nil, s.isYoung(s.own.newest)
	for i := range s.roots {
		r := &s.roots[i]
		s.diags = append(s.diags, r.diags...)
		s.anyYoung = s.anyYoung || s.isYoung(r.newest)
		all.Sum(r.sum)
	}
	all.Sum(s.own.sum)
	all.Data(appendDiags(nil, s.diags))
	for _, sum := range s.embedded {
		all.Sum(sum)
	}
	s.sum = all.Name()
}

// name adds everything that the options say about the site's bytes and about
// what is an error.
func (o *Options) name(b *digest.Builder) {
	b.Text(o.Version)
	b.Text(o.BaseURL)
	for _, flag := range []bool{o.Drafts, o.Future, o.Strict, o.SkipBroken, o.Compress} {
		b.Bool(flag)
	}
}

// name names how the files look from outside.
func (r *root) name() {
	r.names = make([]bunch, (len(r.files)+bunchSize-1)/bunchSize)
	var b digest.Builder
	for i := range r.names {
		r.nameBunch(i, &b)
	}
	r.join()
}

// nameBunch names how the files of a bunch look; b is what it does that with.
func (r *root) nameBunch(i int, b *digest.Builder) {
	files := r.files[i*bunchSize : min((i+1)*bunchSize, len(r.files))]
	b.Reset()
	named := bunch{newest: math.MinInt64}
	for _, f := range files {
		b.Text(f.Path)
		b.Int(f.Size)
		b.Int(f.ModTime)
		named.newest = max(named.newest, f.ModTime)
	}
	named.sum = b.Name()
	r.names[i] = named
}

// join names the whole by its bunches.
func (r *root) join() {
	var b digest.Builder
	r.newest = math.MinInt64
	for _, named := range r.names {
		b.Sum(named.sum)
		r.newest = max(r.newest, named.newest)
	}
	r.sum = b.Name()
}

// isYoung reports whether a file of that time might change without looking
// changed.
func (s *sight) isYoung(modified int64) bool { return modified >= s.young }

// oneFile looks at a single file; none if it does not exist.
func oneFile(fsys fs.FS, name string) ([]source.File, error) {
	info, err := fs.Stat(fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return []source.File{{Path: name, Size: info.Size(), ModTime: info.ModTime().UnixNano()}}, nil
}

// contentSum names a file system by everything in it.
func contentSum(fsys fs.FS) (digest.Sum, error) {
	var b digest.Builder
	if fsys == nil {
		return b.Name(), nil
	}
	err := fs.WalkDir(fsys, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, path)
		b.Text(path)
		b.Sum(digest.Bytes(data))
		return err
	})
	return b.Name(), err
}

// sortFindings orders findings that stand at no place.
func sortFindings(ds diag.List) {
	slices.SortFunc(ds, func(a, b diag.Diagnostic) int {
		return cmp.Or(slices.Compare(a.Args, b.Args), strings.Compare(string(a.Code), string(b.Code)))
	})
}

// sortDiags orders findings by file and place, so that the order does not tell
// who was ready first. What stands at one place keeps its order.
func sortDiags(ds diag.List) {
	slices.SortStableFunc(ds, func(a, b diag.Diagnostic) int {
		if c := strings.Compare(a.File, b.File); c != 0 {
			return c
		}
		if c := a.Pos.Line - b.Pos.Line; c != 0 {
			return c
		}
		return a.Pos.Col - b.Pos.Col
	})
}
