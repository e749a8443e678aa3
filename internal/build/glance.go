package build

import (
	"context"
	"io/fs"
	"slices"
	"strings"

	"stadtbote/internal/config"
	"stadtbote/internal/digest"
	"stadtbote/internal/source"
)

// Replan is Plan for one who has been told which files changed since the
// previous plan, and who cannot wait for all others to be looked at. If there
// was more to see, the plan is that of a moment ago: ask Outdated afterwards.
func Replan(ctx context.Context, o Options, previous *Planned, changed []string) (*Planned, error) {
	return plan(ctx, o, previous, func() (*sight, error) { return previous.seen.glance(o, changed) })
}

// Outdated reports whether the folder does not look as it did to the plan. It
// gives up soon after ctx ends.
func (p *Planned) Outdated(ctx context.Context, o Options) (bool, error) {
	o.Source = hurried{o.Source, ctx}
	now, err := look(o)
	if err != nil {
		return false, err
	}
	return now.sum != p.seen.sum, nil
}

// hurried is a folder whose listing ends when ctx does.
type hurried struct {
	fs.FS
	ctx context.Context //nolint:containedctx // it lives as long as one look
}

// ReadDir lists a folder within it.
func (h hurried) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := h.ctx.Err(); err != nil {
		return nil, err
	}
	entries, err := fs.ReadDir(h.FS, name)
	for i, entry := range entries {
		entries[i] = hurriedEntry{entry, h.ctx}
	}
	return entries, err
}

// hurriedEntry is a file that is not looked at once the look is called off: of
// thousands in one folder, the next would keep somebody waiting.
type hurriedEntry struct {
	fs.DirEntry
	ctx context.Context //nolint:containedctx // it lives as long as one look
}

// Info looks at the file.
func (h hurriedEntry) Info() (fs.FileInfo, error) {
	if err := h.ctx.Err(); err != nil {
		return nil, err
	}
	return h.DirEntry.Info()
}

// Stat looks at a file.
func (h hurried) Stat(name string) (fs.FileInfo, error) { return fs.Stat(h.FS, name) }

// Lstat looks at a file, at a link itself.
func (h hurried) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(h.FS, name) }

// ReadLink returns where a link leads.
func (h hurried) ReadLink(name string) (string, error) { return fs.ReadLink(h.FS, name) }

// glance looks at some files only and believes the rest to be as it was.
func (s *sight) glance(o Options, changed []string) (*sight, error) {
	now := *s
	if o.Clock != nil {
		now.young = o.Clock().Add(-granularity).UnixNano()
	}
	var whole [len(rootNames)]bool
	for _, path := range changed {
		if path == config.File {
			if err := now.scanOwn(o.Source); err != nil {
				return nil, err
			}
			continue
		}
		first, _, _ := strings.Cut(path, "/")
		i := slices.Index(rootNames[:], first)
		if i >= 0 && !whole[i] && !now.roots[i].update(o.Source, path) {
			whole[i] = true
		}
	}
	for i := range now.roots {
		var err error
		switch r := &now.roots[i]; {
		case whole[i]:
			err = now.scan(o.Source, i)
		case r.mine:
			r.mine = false
			r.join()
		}
		if err != nil {
			return nil, err
		}
	}
	now.finish(o)
	return &now, nil
}

// update looks at one file. It reports whether that suffices: the file was
// there before and still is, as a plain file.
func (r *root) update(fsys fs.FS, path string) bool {
	at, known := slices.BinarySearchFunc(r.files, path, func(f source.File, path string) int { return strings.Compare(f.Path, path) })
	if !known {
		return false
	}
	info, err := fs.Lstat(fsys, path)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	if !r.mine {
		r.files, r.names, r.mine = slices.Clone(r.files), slices.Clone(r.names), true
	}
	r.files[at] = source.File{Path: path, Size: info.Size(), ModTime: info.ModTime().UnixNano()}
	r.nameBunch(at/bunchSize, &digest.Builder{})
	return true
}
