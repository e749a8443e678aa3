package build

import (
	"encoding/binary"
	"io"
	"strings"
	"time"

	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/output"
	"stadtbote/internal/publish"
	"stadtbote/internal/site"
)

// manifestName is what the cache calls the manifest of an output folder.
const manifestName = "manifest"

// manifestFormat changes whenever the kept form does.
const manifestFormat = "stadtbote manifest 3\n"

// manifest is what the last build into an output folder did.
type manifest struct {
	sight digest.Sum // how the sources looked from outside, and the options
	young bool       // a source was so young that its looks may deceive
	now   time.Time  // what decided on embargoes
	next  time.Time  // when that may change; zero: never
	diags diag.List
	left  []site.Omission

	secrets digest.Sum // what the files are known not to tell; zero: nothing had to be kept
	excused []uint64   // keys of phrases that they tell, but published articles as well

	tidy  string   // the version of the program that found nothing wrong with the paths; "" if it did
	files []record // by path
}

// record is one file of the output folder.
type record struct {
	path   string
	inputs digest.Sum // of everything that the file was made from
	bytes  digest.Sum
	stat   publish.Stat
	spot   spot   // where its kind planned it
	recipe recipe // nobody changes it
	tags   tags   // of its inputs' sums, in the recipe's order
}

// recipe is the names of a file's inputs, for --explain.
type recipe []string

// id tells recipes apart that lie at different places.
func (r recipe) id() *string {
	if len(r) == 0 {
		return nil
	}
	return &r[0]
}

// count returns how many files of a kind there were.
func (m *manifest) count(kind int) int {
	if m == nil {
		return 0
	}
	n := 0
	for i := range m.files {
		if int(m.files[i].spot.kind) == kind {
			n++
		}
	}
	return n
}

// order returns the order of files that have the paths of the last build's, if
// they do, and if there was nothing wrong with those.
func (m *manifest) order(lists [][]output.File, version string) (order []spot, same bool) {
	if m == nil || version == "" || m.tidy != version || publish.FoldsCase() || len(m.files) != total(lists) {
		return nil, false
	}
	order = make([]spot, len(m.files))
	for i := range m.files {
		s := m.files[i].spot
		if s.kind < 0 || int(s.kind) >= len(lists) || s.at < 0 || int(s.at) >= len(lists[s.kind]) || lists[s.kind][s.at].Path != m.files[i].path {
			return nil, false
		}
		if i > 0 && m.files[i-1].path >= m.files[i].path {
			return nil, false // so that no file stands twice
		}
		order[i] = s
	}
	return order, true
}

// inputsOf names everything that a file is made from; the program's version is
// part of it.
func inputsOf(b *digest.Builder, version string, inputs []output.Input) digest.Sum {
	b.Reset()
	b.Text(version)
	for _, in := range inputs {
		b.Text(in.Name)
		b.Sum(in.Sum)
	}
	return b.Name()
}

// tags are the beginnings of sums, one after the other: enough to tell which
// input changed, once it is known that one did.
type tags string

// tagSize is how many bytes of a sum are kept.
const tagSize = 4

// tagsOf returns the tags of inputs, in their order.
func tagsOf(inputs []output.Input) tags {
	all := make([]byte, 0, tagSize*len(inputs))
	for i := range inputs {
		all = append(all, inputs[i].Sum[:tagSize]...)
	}
	return tags(all)
}

// of returns the i-th tag.
func (t tags) of(i int) tags { return t[i*tagSize : (i+1)*tagSize] }

// WriteTo is io.WriterTo.
func (m *manifest) WriteTo(w io.Writer) (int64, error) {
	k := keeping{to: w}
	b := append([]byte(manifestFormat), m.sight[:]...)
	b = appendBool(b, m.young)
	b = appendTime(b, m.now)
	b = appendTime(b, m.next)
	b = appendDiags(b, m.diags)
	b = appendLeft(b, m.left)
	b = append(b, m.secrets[:]...)
	b = binary.AppendUvarint(b, uint64(len(m.excused)))
	for _, key := range m.excused {
		b = binary.AppendUvarint(b, key)
	}
	recipes, number := m.recipes()
	b = binary.AppendUvarint(b, uint64(len(recipes)))
	for _, r := range recipes {
		b = binary.AppendUvarint(b, uint64(len(r)))
		for _, name := range r {
			b = appendText(b, name)
		}
	}
	k.write(appendText(b, m.tidy))
	k.shards(len(m.files), func(b []byte, i int) []byte {
		f := &m.files[i]
		return f.append(b, number[f.recipe.id()])
	})
	return k.end()
}

// append adds the form of one record.
func (f *record) append(b []byte, recipe int) []byte {
	b = appendText(b, f.path)
	b = append(b, f.inputs[:]...)
	b = append(b, f.bytes[:]...)
	b = binary.AppendVarint(b, f.stat.Size)
	b = binary.AppendVarint(b, f.stat.ModTime)
	b = binary.AppendUvarint(b, uint64(f.spot.kind))
	b = binary.AppendUvarint(b, uint64(f.spot.at))
	b = binary.AppendUvarint(b, uint64(recipe))
	return append(b, f.tags...)
}

// decodeManifest returns what was kept; nil if that cannot be understood.
func decodeManifest(kept string, jobs int) *manifest {
	body, ok := unseal(kept)
	if !ok || !strings.HasPrefix(body, manifestFormat) {
		return nil
	}
	r := reader{rest: body[len(manifestFormat):]}
	m := &manifest{sight: r.sum(), young: r.bool(), now: r.time(), next: r.time(), diags: r.diags(), left: r.left()}
	m.secrets = r.sum()
	m.excused = make([]uint64, r.count())
	for i := range m.excused {
		m.excused[i] = r.number()
	}
	recipes := make([]recipe, r.count())
	for i := range recipes {
		recipes[i] = make(recipe, r.count())
		for j := range recipes[i] {
			recipes[i][j] = r.text()
		}
	}
	m.tidy = r.text()
	m.files = shards(&r, jobs, func(r *reader, f *record) { f.read(r, recipes) })
	if r.damaged || r.rest != "" {
		return nil
	}
	return m
}

// read reads one record.
func (f *record) read(r *reader, recipes []recipe) {
	f.path = r.text()
	f.inputs = r.sum()
	f.bytes = r.sum()
	f.stat.Size = r.signed()
	f.stat.ModTime = r.signed()
	f.spot = spot{int32(r.number()), int32(r.number())}
	number := int(r.number())
	if number < 0 || number >= len(recipes) {
		r.damaged = true
		return
	}
	f.recipe = recipes[number]
	f.tags = tags(r.take(uint64(tagSize * len(f.recipe))))
}
