package build

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"sync"

	"stadtbote/internal/article"
	"stadtbote/internal/digest"
	"stadtbote/internal/markdown"
	"stadtbote/internal/publish"
	"stadtbote/internal/site"
	"stadtbote/internal/source"
)

// bodiesBudget is how many bytes of finished bodies are kept in memory, enough
// for about 15,000 articles of usual length. Those beyond it go to a scratch
// file: reading one back costs a twentieth of parsing it again.
const bodiesBudget = 48 << 20

// bodies keeps the finished bodies of the articles that were parsed, until
// pages ask for them.
type bodies struct {
	fsys    fs.FS
	rules   article.Rules
	scratch *publish.Scratch // nil: what does not fit is made again

	mu   sync.RWMutex
	size int
	kept map[*article.Article]markdown.Fragment
	away map[*article.Article]extent
}

// extent is a place in the scratch file.
type extent struct {
	at   int64
	size int
}

func newBodies(fsys fs.FS, rules article.Rules, scratch *publish.Scratch) *bodies {
	return &bodies{
		fsys: fsys, rules: rules, scratch: scratch,
		kept: map[*article.Article]markdown.Fragment{},
		away: map[*article.Article]extent{},
	}
}

// keep takes the body out of an article that nobody else has seen yet.
func (b *bodies) keep(a *article.Article) {
	body := a.Body
	a.Body = markdown.Fragment{}
	if a.Broken {
		return
	}
	size := len(body.HTML) + 24*len(body.Holes)
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.size+size <= bodiesBudget {
		b.size += size
		b.kept[a] = body
		return
	}
	if b.scratch == nil {
		return
	}
	form := encodeFragment(body)
	if at, err := b.scratch.Append(form); err == nil { // else it is made again
		b.away[a] = extent{at, len(form)}
	}
}

// of is an output.Bodies.
func (b *bodies) of(e *site.Entry) (markdown.Fragment, error) {
	b.mu.RLock()
	body, kept := b.kept[e.Article]
	place, away := b.away[e.Article]
	b.mu.RUnlock()
	if kept {
		return body, nil
	}
	if away {
		form := make([]byte, place.size)
		if err := b.scratch.ReadAt(form, place.at); err != nil {
			return markdown.Fragment{}, fmt.Errorf("reading a body back: %w", err)
		}
		return decodeFragment(form)
	}
	return b.again(e.Article)
}

// again makes a body from the text.
func (b *bodies) again(a *article.Article) (markdown.Fragment, error) {
	text, err := b.read(a)
	if err != nil {
		return markdown.Fragment{}, err
	}
	return article.Body(a, text, b.rules), nil
}

// text is an output.Texts.
func (b *bodies) text(e *site.Entry) ([]byte, *markdown.Document, error) {
	text, err := b.read(e.Article)
	if err != nil {
		return nil, nil, err
	}
	return text, article.Document(e.Article, text, b.rules), nil
}

// read reads the text of an article, which must still be the one that the
// article was made from.
func (b *bodies) read(a *article.Article) ([]byte, error) {
	text, _, err := source.Read(b.fsys, a.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &changedError{a.Path}
	}
	if err != nil {
		return nil, err
	}
	if digest.Bytes(text) != a.Source {
		return nil, &changedError{a.Path}
	}
	return text, nil
}

func encodeFragment(f markdown.Fragment) []byte {
	form := binary.AppendUvarint(make([]byte, 0, len(f.HTML)+8*len(f.Holes)+8), uint64(len(f.Holes)))
	for _, hole := range f.Holes {
		form = binary.AppendUvarint(form, uint64(hole.At))
		form = binary.AppendUvarint(form, uint64(hole.Ref))
	}
	return append(form, f.HTML...)
}

func decodeFragment(form []byte) (markdown.Fragment, error) {
	var f markdown.Fragment
	damaged := false
	number := func() int {
		n, size := binary.Uvarint(form)
		if size <= 0 {
			damaged = true
			return 0
		}
		form = form[size:]
		return int(n)
	}
	if n := number(); n > 0 && n <= len(form) {
		f.Holes = make([]markdown.Hole, n)
	}
	for i := range f.Holes {
		f.Holes[i] = markdown.Hole{At: number(), Ref: number()}
	}
	f.HTML = form
	if damaged {
		return markdown.Fragment{}, errDamaged
	}
	return f, nil
}
