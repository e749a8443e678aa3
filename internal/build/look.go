package build

import (
	"errors"
	"fmt"
	"io/fs"
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

// sight is how the folder looks from outside, before any file is opened.
type sight struct {
	content   []source.File // everything below content/
	static    []source.File // everything below static/
	templates digest.Sum    // of what the folder templates/ looks like
	diags     diag.List
	young     int64      // a time from which on a file is young, in nanoseconds
	sum       digest.Sum // of all of it, and of what the build was told
	anyYoung  bool
}

// look lists the folder.
func look(o Options) (*sight, error) {
	s := &sight{}
	if o.Clock != nil {
		s.young = o.Clock().Add(-granularity).UnixNano()
	}
	var all digest.Builder
	o.name(&all)
	for _, name := range []string{"content", "static", "data", "templates"} {
		files, ds, err := source.Scan(o.Source, name)
		if err != nil {
			return nil, fmt.Errorf("listing the site's folder: %w", err)
		}
		s.diags = append(s.diags, ds...)
		sum := s.name(files)
		all.Sum(sum)
		switch name {
		case "content":
			s.content = files
		case "static":
			s.static = files
		case "templates":
			s.templates = sum
		}
	}
	own, err := oneFile(o.Source, config.File)
	if err != nil {
		return nil, fmt.Errorf("looking at %s: %w", config.File, err)
	}
	all.Sum(s.name(own))
	all.Data(appendDiags(nil, s.diags))
	for _, embedded := range []fs.FS{o.Templates, o.Static} {
		sum, err := contentSum(embedded)
		if err != nil {
			return nil, fmt.Errorf("reading the embedded files: %w", err)
		}
		all.Sum(sum)
	}
	s.sum = all.Name()
	return s, nil
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

// name names how files look from outside, and notes whether any is young.
func (s *sight) name(files []source.File) digest.Sum {
	var b digest.Builder
	for _, f := range files {
		b.Text(f.Path)
		b.Int(f.Size)
		b.Int(f.ModTime)
		s.anyYoung = s.anyYoung || s.isYoung(f)
	}
	return b.Name()
}

// isYoung reports whether a file might change without looking changed.
func (s *sight) isYoung(f source.File) bool { return f.ModTime >= s.young }

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
