// Package pack deflates small pieces of data fast.
//
// A PDF file of an article consists of a dozen streams of one to ten
// kilobytes. A general compressor spends half its time on them building the
// Huffman tables of each; but one content stream is like the other, and so are
// fonts, so that tables made once for each sort of data serve as well. They
// are learned from samples (learn_test.go) and kept as constants. What many
// files have in common, such as the outlines of letters, is coded only once: a
// Book.
//
// Nouns:
//
//   - A Table is the Huffman codes for one sort of data.
//   - A Book is texts coded beforehand, to be put into streams as they are, but
//     for what they quote of one another.
//   - An Opening is what all streams of a sort begin with.
//   - An Encoder makes streams, one after the other.
//
// The result is a zlib stream (RFC 1950 and 1951) of one block with dynamic
// Huffman codes, which every inflater reads.
package pack

import (
	"encoding/binary"
	"hash/adler32"
	"math/bits"
	"slices"
)

// Limit is the greatest size of data that Append and Add take.
const Limit = 1<<16 - 1

// The symbols of deflate (RFC 1951, 3.2.5).
const (
	literals    = 286 // 0 to 255 are bytes, 256 ends the block, the others are lengths
	distances   = 30
	endOfBlock  = 256
	firstLength = 257
	minMatch    = 4
	maxMatch    = 258
	window      = 1 << 15
)

// code is a Huffman code: its bits, the first lowest, and from bit 24 on how
// many they are.
type code uint32

const codeBits = 1<<24 - 1

// Table is the Huffman codes for one sort of data. It never changes.
type Table struct {
	literal  [literals]code
	length   [maxMatch + 1]code // by the length of a match, with its extra bits
	distance [distances]code
	header   []byte // the block's header, in whole bytes
	rest     uint64 // what is left of it
	restSize uint
}

// Encoder makes streams. The zero value is ready; it is not safe for several
// goroutines.
type Encoder struct {
	parser
	table  *Table
	out    []byte
	acc    uint64 // bits that are not yet in out
	n      uint   // how many
	sum    sum
	places []int // by text of a book: 1 + where it stands in the stream
}

// Append appends data as a whole zlib stream to dst. Data longer than Limit is
// a mistake of the caller and panics.
func (e *Encoder) Append(dst, data []byte, t *Table) []byte {
	e.Begin(slices.Grow(dst, len(data)/2+len(t.header)+16), t)
	e.Add(data)
	return e.End()
}

// Begin starts a zlib stream behind dst.
func (e *Encoder) Begin(dst []byte, t *Table) {
	e.out = append(append(dst, 0x78, 0x9c), t.header...)
	e.table, e.acc, e.n, e.sum = t, t.rest, t.restSize, noSum
	e.places = e.places[:0]
}

// Add appends data to the stream. Data longer than Limit is a mistake of the
// caller and panics.
func (e *Encoder) Add(data []byte) {
	e.forget()
	e.parse(data, 0)
	e.write(e.tokens)
	e.sum = e.sum.join(sumOf(data))
}

// AddAfter appends data, which begins with the text of the opening o.
func (e *Encoder) AddAfter(o *Opening, data []byte) {
	e.last = o.last
	copy(e.before[:], o.before)
	e.splice(&o.phrase)
	e.parse(data, o.phrase.sum.size)
	e.write(e.tokens)
	e.sum = e.sum.join(sumOf(data))
}

// End finishes the stream and returns it, behind what Begin was given.
func (e *Encoder) End() []byte {
	e.write([]token{endOfBlock})
	for ; e.n > 0; e.n -= min(8, e.n) {
		e.out = append(e.out, byte(e.acc))
		e.acc >>= 8
	}
	return binary.BigEndian.AppendUint32(e.out, e.sum.adler())
}

// write appends tokens (RFC 1951, 3.2). Between tokens fewer than 32 bits wait.
func (e *Encoder) write(tokens []token) {
	dst, acc, n, t := e.out, e.acc, e.n, e.table
	for _, k := range tokens {
		if k <= endOfBlock {
			c := t.literal[k]
			acc |= uint64(c&codeBits) << n
			n += uint(c >> 24)
		} else {
			c := t.length[k>>15]
			acc |= uint64(c&codeBits) << n
			n += uint(c >> 24)
			if n >= 32 {
				dst = binary.LittleEndian.AppendUint32(dst, uint32(acc))
				acc >>= 32
				n -= 32
			}
			symbol, extra, size := distanceSymbol(int(k&(window-1)) + 1)
			c = t.distance[symbol]
			acc |= (uint64(c&codeBits) | uint64(extra)<<(c>>24)) << n
			n += uint(c>>24) + size
		}
		if n >= 32 {
			dst = binary.LittleEndian.AppendUint32(dst, uint32(acc))
			acc >>= 32
			n -= 32
		}
	}
	e.out, e.acc, e.n = dst, acc, n
}

// distanceSymbol is the symbol of a distance with its extra bits (RFC 1951,
// 3.2.5): two symbols for each power of two from 4 on.
func distanceSymbol(distance int) (symbol, extra int, size uint) {
	d := distance - 1
	if d < 4 {
		return d, 0, 0
	}
	size = uint(bits.Len(uint(d))) - 2
	return int(2*size) + d>>size, d & (1<<size - 1), size
}

// lengthSymbol is the symbol of a length with its extra bits: four symbols for
// each power of two from 8 on, and one of its own for the greatest.
func lengthSymbol(length int) (symbol, extra int, size uint) {
	l := length - 3
	switch {
	case length == maxMatch:
		return firstLength + 28, 0, 0
	case l < 8:
		return firstLength + l, 0, 0
	}
	size = uint(bits.Len(uint(l))) - 3
	return firstLength + int(4*size) + l>>size, l & (1<<size - 1), size
}

// sum is the Adler-32 checksum of data with their size, which is what it takes
// to join two (RFC 1950, 8.2).
type sum struct {
	a, b uint32
	size int
}

var noSum = sum{a: 1}

const adlerModulus = 65521

func sumOf(data []byte) sum {
	s := adler32.Checksum(data)
	return sum{a: s & 0xffff, b: s >> 16, size: len(data)}
}

// join is the checksum of the data of s followed by those of t.
func (s sum) join(t sum) sum {
	size := uint32(t.size % adlerModulus)
	return sum{
		a:    (s.a + t.a + adlerModulus - 1) % adlerModulus,
		b:    uint32((uint64(s.b) + uint64(t.b) + uint64(size)*uint64(s.a+adlerModulus-1)) % adlerModulus),
		size: s.size + t.size,
	}
}

func (s sum) adler() uint32 { return s.b<<16 | s.a }
