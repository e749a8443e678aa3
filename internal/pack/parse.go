package pack

import (
	"encoding/binary"
	"math/bits"
)

// parser divides data into literals and matches.
type parser struct {
	last   [1 << hashBits]uint16 // by hash: 1 + the position where such bytes stood last
	before [Limit]uint16         // by position: as last, for the same hash
	tokens []token
}

const hashBits = 12

// token is a byte, or from 256 on a match: its length times 2^15 and its
// distance - 1.
type token uint32

// forget makes ready for other data.
func (p *parser) forget() { clear(p.last[:]) }

// parse divides data from a position on into tokens; what stands before is
// known to p.last. A match is sought where the same four bytes stood last; one
// that begins a byte later and is longer is preferred.
func (p *parser) parse(data []byte, from int) {
	if len(data) > Limit {
		panic("pack: too much data")
	}
	tokens := p.tokens[:0]
	i, end := from, len(data)-minMatch
	for i < end {
		at, size := p.seek(data, i)
		if size == 0 {
			tokens = append(tokens, token(data[i]))
			i++
			continue
		}
		for size < lazy && i+1 < end {
			later, longer := p.seek(data, i+1)
			if longer <= size {
				break
			}
			tokens = append(tokens, token(data[i]))
			i, at, size = i+1, later, longer
		}
		tokens = append(tokens, token(size<<15|(i-at-1)))
		for k, last := i+1, min(i+size, end); k < last; k++ {
			p.note(&p.last[hash(binary.LittleEndian.Uint32(data[k:]))], k)
		}
		i += size
	}
	for ; i < len(data); i++ {
		tokens = append(tokens, token(data[i]))
	}
	p.tokens = tokens
}

// lazy is the size from which a match is good enough.
const lazy = 16

func hash(four uint32) uint32 { return four * 0x9e3779b1 >> (32 - hashBits) }

// seek finds where the bytes at i stood before, the longest of a few places,
// how many are equal, and notes that they stand at i.
func (p *parser) seek(data []byte, i int) (at, size int) {
	four := binary.LittleEndian.Uint32(data[i:])
	slot := &p.last[hash(four)]
	next := int(*slot) - 1
	p.note(slot, i)
	for range depth {
		if next < 0 || i-next > window || next >= i {
			break
		}
		if binary.LittleEndian.Uint32(data[next:]) == four {
			if n := same(data, next, i); n > size {
				at, size = next, n
			}
		}
		next = int(p.before[next]) - 1
	}
	return at, size
}

// note notes that the bytes of a slot stand at i.
func (p *parser) note(slot *uint16, i int) {
	p.before[i] = *slot
	*slot = uint16(i + 1)
}

// depth is how many places are tried.
const depth = 4

// same counts the equal bytes from two positions, at is the lesser.
func same(data []byte, at, i int) int {
	n, most := minMatch, min(maxMatch, len(data)-i)
	for n+8 <= most {
		diff := binary.LittleEndian.Uint64(data[at+n:]) ^ binary.LittleEndian.Uint64(data[i+n:])
		if diff != 0 {
			return n + bits.TrailingZeros64(diff)/8
		}
		n += 8
	}
	for n < most && data[at+n] == data[i+n] {
		n++
	}
	return n
}
