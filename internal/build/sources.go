package build

import (
	"encoding/binary"
	"io"
	"strings"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/picture"
	"stadtbote/internal/source"
)

// sourcesName is what the cache calls the sources.
const sourcesName = "sources"

// sourcesFormat changes whenever the kept form does.
const sourcesFormat = "stadtbote sources 4\n"

// sources is what is known of each file of content/ and static/. It never
// changes; the next build makes its own and takes over what still holds.
type sources struct {
	rules digest.Sum // what the articles were read by
	files []known    // by path
	fresh bool       // differs from what the cache holds
}

// known is what is known of one source file.
type known struct {
	source.File
	young   bool             // it was so young when it was read that its time may not tell of a change
	article *article.Article // without its body; nil for other files
	picture *picture.Info    // nil for other files; of unknown Type if it cannot be read
	fault   diag.Code        // of a picture that cannot be published
	trouble string           // what is wrong with it
	flaw    string           // why PDF versions cannot show it; unknown without them
	sum     digest.Sum       // of the bytes of any other file
	form    string           // as the cache holds it; "" if it holds another
}

// The kinds of kept files.
const (
	otherFile = iota
	articleFile
	pictureFile
)

// find returns what is known of a path.
func (s *sources) find(path string) *known {
	low, high := 0, len(s.files)
	for low < high {
		middle := int(uint(low+high) >> 1)
		if s.files[middle].Path < path {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low < len(s.files) && s.files[low].Path == path {
		return &s.files[low]
	}
	return nil
}

// keptSources are sources as the cache keeps them.
type keptSources struct {
	*sources
	version string // of the program
}

// WriteTo is io.WriterTo.
func (s keptSources) WriteTo(w io.Writer) (int64, error) {
	k := keeping{to: w}
	k.write(append(appendText([]byte(sourcesFormat), s.version), s.rules[:]...))
	k.shards(len(s.files), func(b []byte, i int) []byte {
		if f := &s.files[i]; f.form == "" {
			return f.append(b)
		}
		return append(b, s.files[i].form...)
	})
	return k.end()
}

// append adds the form of one file.
func (k *known) append(b []byte) []byte {
	b = appendText(b, k.Path)
	b = binary.AppendVarint(b, k.Size)
	b = binary.AppendVarint(b, k.ModTime)
	b = appendBool(b, k.young)
	switch {
	case k.article != nil:
		return article.AppendTo(append(b, articleFile), k.article)
	case k.picture != nil:
		b = append(b, pictureFile)
		b = binary.AppendVarint(b, int64(k.picture.Width))
		b = binary.AppendVarint(b, int64(k.picture.Height))
		b = appendText(b, k.picture.Type)
		b = append(b, k.picture.Digest[:]...)
		b = binary.AppendVarint(b, int64(k.picture.Size))
		b = append(b, byte(k.picture.Traits))
		n := &k.picture.Notes
		for _, text := range []string{n.Credit, n.Photographer, n.Rights, n.Licence, n.Caption, string(k.fault), k.trouble, k.flaw} {
			b = appendText(b, text)
		}
		return b
	default:
		return append(append(b, otherFile), k.sum[:]...)
	}
}

// decodeSources returns what the cache kept; nothing is known if that was kept
// by another version of the program, or is damaged.
func decodeSources(kept, version string, jobs int) *sources {
	body, ok := unseal(kept)
	if !ok || !strings.HasPrefix(body, sourcesFormat) {
		return &sources{}
	}
	r := reader{rest: body[len(sourcesFormat):]}
	if r.text() != version {
		return &sources{}
	}
	s := &sources{rules: r.sum()}
	s.files = shards(&r, jobs, func(r *reader, k *known) { k.read(r) })
	if r.damaged || r.rest != "" {
		return &sources{}
	}
	return s
}

// read reads what append wrote.
func (k *known) read(r *reader) {
	whole := r.rest
	k.Path = r.text()
	k.Size = r.signed()
	k.ModTime = r.signed()
	k.young = r.bool()
	switch r.byte() {
	case articleFile:
		var err error
		if k.article, r.rest, err = article.Decode(r.rest); err != nil {
			r.damaged = true
		}
	case pictureFile:
		k.picture = &picture.Info{
			Path: k.Path, Width: int(r.signed()), Height: int(r.signed()), Type: r.text(), Digest: r.sum(),
			Size: int(r.signed()), Traits: picture.Traits(r.byte()),
		}
		n := &k.picture.Notes
		for _, text := range []*string{&n.Credit, &n.Photographer, &n.Rights, &n.Licence, &n.Caption, (*string)(&k.fault), &k.trouble, &k.flaw} {
			*text = r.text()
		}
	case otherFile:
		k.sum = r.sum()
	default:
		r.damaged = true
	}
	k.form = whole[:len(whole)-len(r.rest)]
}
