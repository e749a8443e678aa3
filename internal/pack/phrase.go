package pack

import "encoding/binary"

// phrase is data coded beforehand by one table. It never changes.
type phrase struct {
	bits []byte // the first bit lowest, as deflate has them
	size uint   // how many bits
	sum  sum
}

// phrase is what tokens of data become.
func (t *Table) phrase(tokens []token, data []byte) *phrase {
	e := Encoder{table: t}
	e.write(tokens)
	size := uint(8*len(e.out)) + e.n
	// Splicing reads whole groups of four bytes.
	bits := binary.LittleEndian.AppendUint32(e.out, uint32(e.acc))
	return &phrase{bits: bits, size: size, sum: sumOf(data)}
}

// splice appends the bits of p. write leaves fewer than 32 bits waiting, and
// so does this.
func (e *Encoder) splice(p *phrase) {
	dst, acc, n := e.out, e.acc, e.n
	bits := p.bits
	for left := p.size; left > 0; bits = bits[4:] {
		acc |= uint64(binary.LittleEndian.Uint32(bits)) << n
		n += min(left, 32)
		left -= min(left, 32)
		if n >= 32 {
			dst = binary.LittleEndian.AppendUint32(dst, uint32(acc))
			acc >>= 32
			n -= 32
		}
	}
	e.out, e.acc, e.n = dst, acc, n
}

// Opening is a text that all streams of a sort begin with. It never changes.
type Opening struct {
	phrase phrase
	last   [1 << hashBits]uint16 // what a parser knows behind the text
	before []uint16
}

// Opening codes the text by which streams of this table begin. A text longer
// than Limit is a mistake of the caller and panics.
func (t *Table) Opening(text []byte) *Opening {
	var p parser
	p.parse(text, 0)
	return &Opening{phrase: *t.phrase(p.tokens, text), last: p.last, before: p.before[:len(text)]}
}
