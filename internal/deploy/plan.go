package deploy

import (
	"cmp"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"path"
	"slices"
	"strings"

	"stadtbote/internal/digest"
)

// Plan is what has to be done at a remote.
type Plan struct {
	Send   []string // new or changed, in the order of sending: what pages need, then pages
	Remove []string // gone from the site, sorted
	Same   int      // files that are at the remote as they are here
	Known  int      // files that the record knows

	files  map[string]digest.Sum
	record Record
}

// Nothing reports whether the remote is up to date.
func (p *Plan) Nothing() bool { return len(p.Send) == 0 && len(p.Remove) == 0 }

// ordinary and share are the bounds of an ordinary deletion.
const (
	ordinary = 20 // so many files may go without a question
	share    = 10 // or one in so many
)

// Drastic reports whether so much would be removed that a mistake is likelier
// than a wish: more than 20 files and more than a tenth of all.
func (p *Plan) Drastic() bool {
	return len(p.Remove) > ordinary && len(p.Remove)*share > p.Known
}

// compare finds out what a remote lacks and what it has too much.
func compare(files map[string]digest.Sum, record Record) *Plan {
	p := &Plan{Known: len(record), files: files, record: record}
	p.Send = order(files, func(name string) bool {
		sum, known := record[name]
		return !known || sum != files[name]
	})
	p.Same = len(files) - len(p.Send)
	for name := range record {
		if _, here := files[name]; !here {
			p.Remove = append(p.Remove, name)
		}
	}
	slices.Sort(p.Remove)
	return p
}

// order returns the wanted names: first what pages need, then the pages, each
// sorted, so that no page is there before its style and its pictures.
func order(files map[string]digest.Sum, wanted func(name string) bool) []string {
	var names []string
	for name := range files {
		if wanted(name) {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(x, y string) int {
		return cmp.Or(cmp.Compare(rank(x), rank(y)), strings.Compare(x, y))
	})
	return names
}

// rank is 0 for what pages need, 1 for pages, 2 for lists of what is new.
func rank(name string) int {
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".br")
	switch path.Ext(name) {
	case ".html":
		return 1
	case ".atom", ".xml", ".ics":
		return 2
	}
	return 0
}

// emptied returns the folders in which the plan leaves no file of the site, each
// without those in it, sorted. Files of others may be there.
func (p *Plan) emptied() []string {
	kept := map[string]bool{".": true}
	for name := range p.files {
		for folder := path.Dir(name); !kept[folder]; folder = path.Dir(folder) {
			kept[folder] = true
		}
	}
	emptied := map[string]bool{}
	for _, name := range p.Remove {
		folder := path.Dir(name)
		if kept[folder] {
			continue
		}
		for !kept[path.Dir(folder)] {
			folder = path.Dir(folder)
		}
		emptied[folder] = true
	}
	return slices.Sorted(maps.Keys(emptied))
}

// unsure is the record while the plan is carried out: nothing is certain of
// what is about to change, but it is known to be ours.
func (p *Plan) unsure() Record {
	record := make(Record, len(p.record)+len(p.Send))
	maps.Copy(record, p.record)
	for _, name := range p.Send {
		record[name] = digest.Sum{}
	}
	for _, name := range p.Remove {
		record[name] = digest.Sum{}
	}
	return record
}

// list returns the digest of every file of a site. Files of Stadtbote's own
// bookkeeping are no part of it.
func list(site fs.FS) (map[string]digest.Sum, error) {
	files := map[string]digest.Sum{}
	err := fs.WalkDir(site, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case strings.HasPrefix(path.Base(name), ".stadtbote"):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !entry.Type().IsRegular():
			return nil
		}
		files[name], err = sum(site, name)
		return err
	})
	return files, err
}

func sum(site fs.FS, name string) (digest.Sum, error) {
	file, err := site.Open(name)
	if err != nil {
		return digest.Sum{}, err
	}
	defer file.Close() //nolint:errcheck // only read
	return digest.Reader(file)
}

// batches yields names in runs of at most batch, each of one rank, so that a
// run of pages begins only after everything they need has arrived.
func batches(names []string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for len(names) > 0 {
			n := 1
			for n < len(names) && n < batch && rank(names[n]) == rank(names[0]) {
				n++
			}
			if !yield(names[:n]) {
				return
			}
			names = names[n:]
		}
	}
}

// few names the files of a run: the only one, or how many.
func few(names []string) string {
	if len(names) == 1 {
		return names[0]
	}
	return fmt.Sprintf("%d files", len(names))
}
