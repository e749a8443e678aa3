package pack

import (
	"encoding/binary"
	"sync/atomic"
)

// Book is texts coded beforehand by one table that quote one another: where a
// text repeats a stretch of one that stands before it in the stream, it is a
// match, and where that one is left out, its own bytes. Each text is coded when
// it is first needed. A book can be used by many goroutines.
type Book struct {
	table *Table
	texts [][]byte
	index map[[quoteLeast]byte][]quotation
	coded []atomic.Pointer[bookText]
}

type bookText struct {
	passages []passage
	sum      sum
}

// passage is a stretch of a text.
type passage struct {
	plain  phrase
	source int // the text it is quoted from, -1 for none
	at     int // where in that
	size   int // bytes
}

// Book makes a book of texts, which must not change afterwards. Those numbered
// by sources, ascending, may be quoted by texts of higher numbers: the fewer
// and the more frequent they are, the better.
func (t *Table) Book(texts [][]byte, sources []int) *Book {
	b := &Book{
		table: t, texts: texts, index: map[[quoteLeast]byte][]quotation{},
		coded: make([]atomic.Pointer[bookText], len(texts)),
	}
	for _, n := range sources {
		for at := 0; at+quoteLeast <= len(texts[n]); at++ {
			key := [quoteLeast]byte(texts[n][at:])
			if places := b.index[key]; len(places) < quoteMost {
				b.index[key] = append(places, quotation{n, at, 0})
			}
		}
	}
	return b
}

// AddText appends text n of the book to the stream. The book must have been
// made by the stream's table.
func (e *Encoder) AddText(b *Book, n int) {
	t, here := b.text(n), e.sum.size
	for len(e.places) <= n {
		e.places = append(e.places, 0)
	}
	e.places[n] = here + 1
	for i := range t.passages {
		p := &t.passages[i]
		distance := window + 1
		if p.source >= 0 && e.places[p.source] > 0 {
			distance = here + 1 - e.places[p.source] - p.at
		}
		if distance <= window {
			e.write([]token{token(p.size<<15 | (distance - 1))})
		} else {
			e.splice(&p.plain)
		}
		here += p.size
	}
	e.sum = e.sum.join(t.sum)
}

const (
	quoteLeast = 3  // the least size of a quotation
	quoteMost  = 12 // how many places with the same beginning are tried
)

// quotation is a stretch of a text.
type quotation struct{ text, at, size int }

// text is text n in passages.
func (b *Book) text(n int) *bookText {
	if t := b.coded[n].Load(); t != nil {
		return t
	}
	data, from := b.texts[n], 0
	t := &bookText{sum: sumOf(data)}
	plain := func(data []byte) {
		if len(data) > 0 {
			t.passages = append(t.passages, passage{plain: b.table.literals(data), source: -1, size: len(data)})
		}
	}
	q, gain := b.best(n, 0)
	for i := 0; i < len(data); {
		next, more := b.best(n, i+1)
		if gain <= 0 || more > gain {
			i, q, gain = i+1, next, more
			continue
		}
		plain(data[from:i])
		t.passages = append(t.passages, passage{plain: b.table.literals(data[i : i+q.size]), source: q.text, at: q.at, size: q.size})
		i += q.size
		from = i
		q, gain = b.best(n, i)
	}
	plain(data[from:])
	b.coded[n].Store(t)
	return t
}

// best is the longest quotation that text n can have at a place, of itself or
// another, and how many bits it saves.
func (b *Book) best(n, at int) (best quotation, gain int) {
	data := b.texts[n][min(at, len(b.texts[n])):]
	if len(data) < quoteLeast {
		return best, 0
	}
	try := func(text, from int) {
		source, size := b.texts[text][from:], 0
		for most := min(len(data), len(source), maxMatch); size < most && data[size] == source[size]; {
			size++
		}
		if size >= max(best.size, quoteLeast) {
			best = quotation{text, from, size}
		}
	}
	for _, q := range b.index[[quoteLeast]byte(data)] {
		if q.text >= n {
			break
		}
		try(q.text, q.at)
	}
	for from := range at {
		if b.texts[n][from] == data[0] {
			try(n, from)
		}
	}
	if best.size == 0 {
		return best, 0
	}
	for _, c := range data[:best.size] {
		gain += int(b.table.literal[c] >> 24)
	}
	symbol, _, extra := distanceSymbol(usualDistance)
	if best.text == n {
		symbol, _, extra = distanceSymbol(at - best.at)
	}
	return best, gain - int(b.table.length[best.size]>>24) - int(b.table.distance[symbol]>>24) - int(extra)
}

// usualDistance stands for the distance of a quotation, which is known only in
// the stream.
const usualDistance = 2000

// literals codes data without matches.
func (t *Table) literals(data []byte) phrase {
	p := phrase{bits: make([]byte, 0, len(data)+4), sum: sum{size: len(data)}}
	acc, n := uint64(0), uint(0)
	for _, b := range data {
		c := t.literal[b]
		acc |= uint64(c&codeBits) << n
		n += uint(c >> 24)
		p.size += uint(c >> 24)
		if n >= 32 {
			p.bits = binary.LittleEndian.AppendUint32(p.bits, uint32(acc))
			acc >>= 32
			n -= 32
		}
	}
	p.bits = binary.LittleEndian.AppendUint32(p.bits, uint32(acc))
	return p
}
