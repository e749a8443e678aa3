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
	"stadtbote/internal/output"
	"stadtbote/internal/publish"
	"stadtbote/internal/site"
	"stadtbote/internal/source"
)

// blockSize is how many bytes of bodies lie together. What a small site has
// fits into the blocks that stay in memory; from then on, each full block goes
// to a scratch file. Reading a body back takes a microsecond, keeping it would
// take twice its size, and making it again a hundred microseconds.
const (
	blockSize   = 1 << 20
	blocksStay  = 4
	blocksCheck = 64 // while checking, there is no scratch file
	recentCount = 8
)

// bodies keeps the finished bodies of the articles that were parsed, until
// pages ask for them.
type bodies struct {
	fsys    fs.FS
	rules   article.Rules
	scratch *publish.Scratch // nil: what does not fit is made again
	stay    int              // how many blocks stay in memory

	mu     sync.Mutex
	places map[*article.Article]place
	blocks [][]byte // in order; nil for those in the scratch file, the last not yet full
	recent [recentCount]recentBody
	next   int // of recent
}

// place is where a body lies.
type place struct {
	block, from, size int32
}

// recentBody is a body that was asked for shortly before. The print version
// asks right after the page.
type recentBody struct {
	of   *article.Article
	body markdown.Fragment
}

func newBodies(fsys fs.FS, rules article.Rules, scratch *publish.Scratch) *bodies {
	return &bodies{fsys: fsys, rules: rules, scratch: scratch, stay: blocksStay, places: map[*article.Article]place{}}
}

// keep takes the body out of an article that nobody else has seen yet.
func (b *bodies) keep(a *article.Article) {
	body := a.Body
	a.Body = markdown.Fragment{}
	if a.Broken {
		return
	}
	size := encodedSize(body)
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.room(size) {
		return
	}
	last := len(b.blocks) - 1
	from := len(b.blocks[last])
	b.blocks[last] = appendFragment(b.blocks[last], body)
	b.places[a] = place{int32(last), int32(from), int32(len(b.blocks[last]) - from)}
}

// room makes sure that the last block has room for that many bytes. It reports
// whether there is any place left to keep a body.
func (b *bodies) room(size int) bool {
	last := len(b.blocks) - 1
	if last >= 0 && len(b.blocks[last])+size <= cap(b.blocks[last]) {
		return true
	}
	if size > blockSize || len(b.blocks) >= b.stay && b.scratch == nil {
		return false
	}
	block := make([]byte, 0, blockSize)
	if last >= b.stay {
		if err := b.scratch.WriteAt(b.blocks[last], int64(last)*blockSize); err != nil {
			b.scratch = nil // what comes now is made again
			return false
		}
		block, b.blocks[last] = b.blocks[last][:0], nil
	}
	b.blocks = append(b.blocks, block)
	return true
}

// of is an output.Bodies.
func (b *bodies) of(e *site.Entry) (markdown.Fragment, error) {
	a := e.Article
	b.mu.Lock()
	for i := range b.recent {
		if b.recent[i].of == a {
			body := b.recent[i].body
			b.mu.Unlock()
			return body, nil
		}
	}
	at, kept := b.places[a]
	b.mu.Unlock()
	if kept {
		return b.remembered(a, func() (markdown.Fragment, error) { return b.fetch(at) })
	}
	return b.remembered(a, func() (markdown.Fragment, error) { return b.again(a) })
}

// remembered makes a body and remembers it for a little while.
func (b *bodies) remembered(a *article.Article, how func() (markdown.Fragment, error)) (markdown.Fragment, error) {
	body, err := how()
	if err != nil {
		return markdown.Fragment{}, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.recent[b.next] = recentBody{a, body}
	b.next = (b.next + 1) % recentCount
	return body, nil
}

// fetch reads a body from where it lies.
func (b *bodies) fetch(at place) (markdown.Fragment, error) {
	b.mu.Lock()
	block := b.blocks[at.block]
	b.mu.Unlock()
	if block != nil {
		return decodeFragment(block[at.from : at.from+at.size : at.from+at.size])
	}
	form := make([]byte, at.size)
	if err := b.scratch.ReadAt(form, int64(at.block)*blockSize+int64(at.from)); err != nil {
		return markdown.Fragment{}, fmt.Errorf("reading a body back: %w", err)
	}
	return decodeFragment(form)
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
		return nil, &output.ChangedError{Path: a.Path}
	}
	if err != nil {
		return nil, err
	}
	if digest.Bytes(text) != a.Source {
		return nil, &output.ChangedError{Path: a.Path}
	}
	return text, nil
}

// encodedSize is at least what appendFragment adds.
func encodedSize(f markdown.Fragment) int {
	return len(f.HTML) + (1+2*len(f.Holes))*binary.MaxVarintLen64
}

func appendFragment(form []byte, f markdown.Fragment) []byte {
	form = binary.AppendUvarint(form, uint64(len(f.Holes)))
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
