package build

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/output"
	"stadtbote/internal/publish"
	"stadtbote/internal/theme"
)

// list collects the files of all kinds and sees to it that they can lie in one
// folder. It is the net under package site, which knows the addresses of
// articles but not the files of every kind.
func (p *planner) list(ctx context.Context, t *theme.Theme) error {
	r := &p.result
	images, press := p.images(), r.press()
	press.Store = images.Store
	all := kinds(parts{theme: t, bodies: r.bodies.of, assets: p.assets, press: press, images: images})
	for i := range all {
		if p.faulty != nil {
			all[i] = p.faulty(all[i])
		}
	}
	lists := make([][]output.File, len(all))
	err := each(ctx, p.jobs(), len(all), func(i int) error {
		lists[i] = slices.AppendSeq(make([]output.File, 0, p.expected(i)), all[i].Plan(r.Site))
		return nil
	})
	if err != nil {
		return err
	}
	if p.Compress {
		lists = append(lists, compressed(slices.Concat(lists...)))
	}
	p.order(lists)
	p.report(r.clashes)
	return nil
}

// expected returns how many files a kind will hardly have more of.
func (p *planner) expected(kind int) int {
	if p.earlier == nil || kind >= len(p.earlier.Files.lists) {
		return p.wrote.count(kind)
	}
	return len(p.earlier.Files.lists[kind]) + 8
}

// order puts the files in order and looks for those that exclude each other.
// Mostly they have the paths that the earlier plan had, or the last build.
func (p *planner) order(lists [][]output.File) {
	r := &p.result
	r.Files.lists = lists
	if p.earlier != nil && !p.earlier.Stopped && p.earlier.Files.alike(lists) {
		r.Files.order, r.clashes = p.earlier.Files.order, p.earlier.clashes
		return
	}
	if order, same := p.wrote.order(lists, p.Version); same {
		r.Files.order = order
		return
	}
	r.Files.order = p.sorted(lists)
	if !p.fits(&r.Files) {
		r.clashes = collisions(&r.Files, publish.Fold)
	}
}

// sorted returns the order of the files by path; of equal paths, by kind.
func (p *planner) sorted(lists [][]output.File) []spot {
	compare := func(x, y spot) int {
		return cmp.Or(strings.Compare(lists[x.kind][x.at].Path, lists[y.kind][y.at].Path), cmp.Compare(x.kind, y.kind), cmp.Compare(x.at, y.at))
	}
	old, fresh := p.survivors(lists)
	slices.SortFunc(fresh, compare)
	if len(old) == 0 {
		return fresh
	}
	merged := make([]spot, 0, len(old)+len(fresh))
	for _, s := range fresh {
		n, _ := slices.BinarySearchFunc(old, s, compare)
		merged = append(append(merged, old[:n]...), s)
		old = old[n:]
	}
	return append(merged, old...)
}

// survivors returns the files that the earlier plan had as well, in order, and
// the others. In the plan of each kind, those that came or went stand between
// some at the beginning and some at the end that stayed; where more changed,
// some that stayed are among the others, which only takes longer.
func (p *planner) survivors(lists [][]output.File) (old, fresh []spot) {
	stay := make([]stretches, len(lists))
	if p.earlier != nil && len(p.earlier.Files.lists) == len(lists) && !p.earlier.Stopped {
		stay = p.earlier.Files.stretches(lists)
	}
	for kind := range lists {
		for at := stay[kind].head; at < len(lists[kind])-stay[kind].tail; at++ {
			fresh = append(fresh, spot{int32(kind), int32(at)})
		}
	}
	if len(fresh) == total(lists) {
		return nil, fresh
	}
	for _, s := range p.earlier.Files.order {
		was, now := len(p.earlier.Files.lists[s.kind]), len(lists[s.kind])
		switch at := int(s.at); {
		case at < stay[s.kind].head:
			old = append(old, s)
		case at >= was-stay[s.kind].tail:
			old = append(old, spot{s.kind, int32(at - was + now)})
		}
	}
	return old, fresh
}

func total(lists [][]output.File) int {
	n := 0
	for _, list := range lists {
		n += len(list)
	}
	return n
}

// stretches are how many files of a kind stayed at the beginning and at the
// end of its plan.
type stretches struct{ head, tail int }

// stretches compares the plans of all kinds with others.
func (f *Files) stretches(lists [][]output.File) []stretches {
	all := make([]stretches, len(lists))
	for kind, now := range lists {
		was, s := f.lists[kind], &all[kind]
		most := min(len(was), len(now))
		for s.head < most && was[s.head].Path == now[s.head].Path {
			s.head++
		}
		for s.tail < most-s.head && was[len(was)-1-s.tail].Path == now[len(now)-1-s.tail].Path {
			s.tail++
		}
	}
	return all
}

// fits reports whether all is well with the files, by looking at those only
// that the earlier plan did not have. Where there is anything to be said of
// names, or everything is new, all are looked at instead.
func (p *planner) fits(files *Files) bool {
	if p.earlier == nil || p.earlier.Stopped || len(p.earlier.clashes) > 0 || publish.FoldsCase() {
		return false
	}
	before, n, fresh := &p.earlier.Files, 0, 0
	for i, f := range files.order {
		path := files.at(f).Path
		for n < before.Len() && before.At(n).Path < path {
			n++
		}
		if n < before.Len() && before.At(n).Path == path {
			n++ // a second of that path is new
			continue
		}
		if fresh++; fresh > files.Len()/16 || !fitsAt(files, i) {
			return false
		}
	}
	return true
}

// fitsAt reports whether a file can lie among the others.
func fitsAt(files *Files, i int) bool {
	f := files.At(i)
	name := f.Path
	if len(publish.CheckName(name, f.Origin)) > 0 || i > 0 && files.At(i-1).Path == name || i+1 < files.Len() && files.At(i+1).Path == name {
		return false
	}
	below, _ := files.search(name + "/")
	if below < files.Len() && strings.HasPrefix(files.At(below).Path, name+"/") {
		return false
	}
	for at := strings.LastIndexByte(name, '/'); at >= 0; at = strings.LastIndexByte(name, '/') {
		name = name[:at]
		if _, taken := files.search(name); taken {
			return false
		}
	}
	return true
}

// collisions finds the files that cannot lie in one folder; fold makes equal
// what the file system takes for the same.
func collisions(files *Files, fold func(path string) string) diag.List {
	var ds diag.List
	folded := map[string]string{}
	folders := map[string]*output.File{} // folder → one file in it
	var before *output.File
	for f := range files.All() {
		ds = append(ds, publish.CheckName(f.Path, f.Origin)...)
		if before != nil && before.Path == f.Path {
			ds.Report(f.Origin, diag.Pos{}, diag.SameOutput, f.Path, origin(before), origin(f))
			continue
		}
		before = f
		if other, taken := folded[fold(f.Path)]; taken {
			ds.Report(f.Origin, diag.Pos{}, diag.CaseCollision, other, f.Path)
		}
		folded[fold(f.Path)] = f.Path
		noteFolders(folders, f)
	}
	for f := range files.All() {
		if below, is := folders[f.Path]; is {
			ds.Report(f.Origin, diag.Pos{}, diag.FileAndFolder, f.Path, below.Path, origin(f), origin(below))
		}
	}
	return ds
}

// noteFolders notes the folders above a file, up to one that is known.
func noteFolders(folders map[string]*output.File, file *output.File) {
	path := file.Path
	for {
		at := strings.LastIndexByte(path, '/')
		if at < 0 {
			return
		}
		path = path[:at]
		if _, known := folders[path]; known {
			return
		}
		folders[path] = file
	}
}

// origin is what to tell of where a file comes from.
func origin(f *output.File) string {
	if f.Origin != "" {
		return f.Origin
	}
	return f.Path
}
