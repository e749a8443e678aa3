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

// listed is how the files of all kinds were put in order, for the next plan:
// mostly it has the same files in the same order.
type listed struct {
	order   []spot // by place in Files
	counts  []int  // how many files each kind has
	clashes diag.List
}

// spot is where a file stands in the plan of its kind.
type spot struct{ kind, at int32 }

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
	if !p.asBefore(lists) {
		p.order(lists)
	}
	p.report(r.listed.clashes)
	return nil
}

// expected returns how many files a kind will hardly have more of.
func (p *planner) expected(kind int) int {
	if p.earlier == nil || kind >= len(p.earlier.listed.counts) {
		return 0
	}
	return p.earlier.listed.counts[kind] + 8
}

// asBefore puts the files into the order of the earlier plan, if they have the
// same paths and origins.
func (p *planner) asBefore(lists [][]output.File) bool {
	if p.earlier == nil || p.earlier.Stopped || !slices.Equal(p.earlier.listed.counts, counts(lists)) {
		return false
	}
	before, r := p.earlier, &p.result
	ordered := make([]output.File, len(before.Files))
	for i, s := range before.listed.order {
		ordered[i] = lists[s.kind][s.at]
		if ordered[i].Path != before.Files[i].Path || ordered[i].Origin != before.Files[i].Origin {
			return false
		}
	}
	r.Files, r.listed = ordered, before.listed
	return true
}

// order puts the files in order and looks for those that exclude each other.
func (p *planner) order(lists [][]output.File) {
	r := &p.result
	r.listed.counts = counts(lists)
	r.listed.order = p.sorted(lists)
	r.Files = make([]output.File, len(r.listed.order))
	for i, s := range r.listed.order {
		r.Files[i] = lists[s.kind][s.at]
	}
	if !p.fits(r.Files) {
		r.listed.clashes = collisions(r.Files, publish.Fold)
	}
}

func counts(lists [][]output.File) []int {
	all := make([]int, len(lists))
	for i := range lists {
		all[i] = len(lists[i])
	}
	return all
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
	if p.earlier != nil && len(p.earlier.listed.counts) == len(lists) && !p.earlier.Stopped {
		stay = p.earlier.stretches(lists)
	}
	for kind := range lists {
		for at := stay[kind].head; at < len(lists[kind])-stay[kind].tail; at++ {
			fresh = append(fresh, spot{int32(kind), int32(at)})
		}
	}
	if len(fresh) == total(lists) {
		return nil, fresh
	}
	for _, s := range p.earlier.listed.order {
		was, now := p.earlier.listed.counts[s.kind], len(lists[s.kind])
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

// stretches compares the plans of all kinds with those of this plan.
func (p *Planned) stretches(lists [][]output.File) []stretches {
	place := make([][]int32, len(lists)) // in p.Files, by kind and spot
	for kind, count := range p.listed.counts {
		place[kind] = make([]int32, count)
	}
	for i, s := range p.listed.order {
		place[s.kind][s.at] = int32(i)
	}
	all := make([]stretches, len(lists))
	for kind, now := range lists {
		was, s := place[kind], &all[kind]
		most := min(len(was), len(now))
		for s.head < most && p.Files[was[s.head]].Path == now[s.head].Path {
			s.head++
		}
		for s.tail < most-s.head && p.Files[was[len(was)-1-s.tail]].Path == now[len(now)-1-s.tail].Path {
			s.tail++
		}
	}
	return all
}

// fits reports whether all is well with the files, by looking at those only
// that the earlier plan did not have. Where there is anything to be said of
// names, or everything is new, all are looked at instead.
func (p *planner) fits(files []output.File) bool {
	if p.earlier == nil || p.earlier.Stopped || len(p.earlier.listed.clashes) > 0 || publish.FoldsCase() {
		return false
	}
	rest, fresh := p.earlier.Files, 0
	for i := range files {
		for len(rest) > 0 && rest[0].Path < files[i].Path {
			rest = rest[1:]
		}
		if len(rest) > 0 && rest[0].Path == files[i].Path {
			rest = rest[1:] // a second of that path is new
			continue
		}
		if fresh++; fresh > len(files)/16 || !fitsAt(files, i) {
			return false
		}
	}
	return true
}

// fitsAt reports whether a file of a list, ordered by path, can lie among the
// others.
func fitsAt(files []output.File, i int) bool {
	name := files[i].Path
	if len(publish.CheckName(name, files[i].Origin)) > 0 || i > 0 && files[i-1].Path == name || i+1 < len(files) && files[i+1].Path == name {
		return false
	}
	below, _ := searchFile(files, name+"/")
	if below < len(files) && strings.HasPrefix(files[below].Path, name+"/") {
		return false
	}
	for at := strings.LastIndexByte(name, '/'); at >= 0; at = strings.LastIndexByte(name, '/') {
		name = name[:at]
		if _, taken := searchFile(files, name); taken {
			return false
		}
	}
	return true
}

// searchFile looks for a path in a list that is ordered by it.
func searchFile(files []output.File, name string) (at int, found bool) {
	return slices.BinarySearchFunc(files, name, func(f output.File, name string) int { return strings.Compare(f.Path, name) })
}

// collisions finds the files of a list, ordered by path, that cannot lie in one
// folder; fold makes equal what the file system takes for the same.
func collisions(files []output.File, fold func(path string) string) diag.List {
	var ds diag.List
	folded := map[string]string{}
	folders := map[string]int{} // folder → one file in it
	for i, f := range files {
		ds = append(ds, publish.CheckName(f.Path, f.Origin)...)
		if i > 0 && files[i-1].Path == f.Path {
			ds.Report(f.Origin, diag.Pos{}, diag.SameOutput, f.Path, origin(files[i-1]), origin(f))
			continue
		}
		if other, taken := folded[fold(f.Path)]; taken {
			ds.Report(f.Origin, diag.Pos{}, diag.CaseCollision, other, f.Path)
		}
		folded[fold(f.Path)] = f.Path
		noteFolders(folders, f.Path, i)
	}
	for i, f := range files {
		if below, is := folders[f.Path]; is {
			ds.Report(f.Origin, diag.Pos{}, diag.FileAndFolder, f.Path, files[below].Path, origin(files[i]), origin(files[below]))
		}
	}
	return ds
}

// noteFolders notes the folders above a file, up to one that is known.
func noteFolders(folders map[string]int, path string, file int) {
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
func origin(f output.File) string {
	if f.Origin != "" {
		return f.Origin
	}
	return f.Path
}
