// Package qr makes QR codes (ISO/IEC 18004) of short texts such as web
// addresses: bytes, error correction level M, versions 1 to 20, which hold up
// to 666 bytes.
package qr

import "fmt"

// Code is a QR code: a square of dark and light modules.
type Code struct {
	Size    int // modules on a side, without the quiet zone of four around
	modules []bool
	fixed   []bool // modules that are not data
	version int
}

// Dark reports whether a module is dark. Outside the code all is light.
func (c *Code) Dark(x, y int) bool {
	return x >= 0 && y >= 0 && x < c.Size && y < c.Size && c.modules[y*c.Size+x]
}

// Quiet is the width of the light zone that a code needs around it, in
// modules.
const Quiet = 4

// maxVersion is the greatest version made: 97 modules on a side.
const maxVersion = 20

// Level M by version: codewords for correction in a block, and blocks
// (ISO/IEC 18004, table 9).
var (
	correction = [maxVersion + 1]int{0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26}
	blocks     = [maxVersion + 1]int{0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16}
)

// Encode makes the smallest code of a text.
func Encode(text string) (*Code, error) {
	for version := 1; version <= maxVersion; version++ {
		if header(version)+8*len(text) <= 8*dataWords(version) {
			return encode(version, text), nil
		}
	}
	return nil, fmt.Errorf("a text of %d bytes is too long for a QR code", len(text))
}

// header is the number of bits before the text: mode and length.
func header(version int) int {
	if version < 10 {
		return 4 + 8
	}
	return 4 + 16
}

func encode(version int, text string) *Code {
	c := &Code{version: version, Size: 17 + 4*version}
	c.modules, c.fixed = make([]bool, c.Size*c.Size), make([]bool, c.Size*c.Size)
	c.patterns()
	c.data(interleave(version, words(version, text)))
	best, least := 0, 1<<30
	for mask := range 8 {
		c.mask(mask)
		c.format(mask)
		if p := c.penalty(); p < least {
			best, least = mask, p
		}
		c.mask(mask) // a second time undoes it
	}
	c.mask(best)
	c.format(best)
	return c
}

// totalWords is how many codewords fit into a version.
func totalWords(version int) int {
	n := (16*version+128)*version + 64
	if version >= 2 {
		align := version/7 + 2
		n -= (25*align-10)*align - 55
		if version >= 7 {
			n -= 36
		}
	}
	return n / 8
}

// dataWords is how many of them are not for correction.
func dataWords(version int) int {
	return totalWords(version) - correction[version]*blocks[version]
}

// words is the text as codewords, padded.
func words(version int, text string) []byte {
	var b bits
	b.add(4, 4) // byte mode
	b.add(len(text), header(version)-4)
	for i := range len(text) {
		b.add(int(text[i]), 8)
	}
	room := dataWords(version)
	b.add(0, min(4, 8*room-b.n))
	b.add(0, (8-b.n%8)%8)
	for pad := 0; len(b.bytes) < room; pad++ {
		b.bytes = append(b.bytes, [2]byte{0xec, 0x11}[pad%2])
	}
	return b.bytes
}

// bits is a row of bits, the first in the highest of a byte.
type bits struct {
	bytes []byte
	n     int
}

func (b *bits) add(value, count int) {
	for i := count - 1; i >= 0; i-- {
		if b.n%8 == 0 {
			b.bytes = append(b.bytes, 0)
		}
		b.bytes[b.n/8] |= byte(value>>i&1) << (7 - b.n%8)
		b.n++
	}
}

// interleave adds the correction and mixes the blocks, so that a stain hits
// many a little.
func interleave(version int, data []byte) []byte {
	count, ec := blocks[version], correction[version]
	short := len(data) / count
	longFrom := count - len(data)%count // blocks from here on have one more
	divisor := generator(ec)
	var body, tail [][]byte
	for i := range count {
		n := short
		if i >= longFrom {
			n++
		}
		body, tail = append(body, data[:n]), append(tail, remainder(data[:n], divisor))
		data = data[n:]
	}
	var out []byte
	for i := range short + 1 {
		for _, block := range body {
			if i < len(block) {
				out = append(out, block[i])
			}
		}
	}
	for i := range ec {
		for _, block := range tail {
			out = append(out, block[i])
		}
	}
	return out
}

// generator is the Reed-Solomon polynomial of a degree, without its leading 1.
func generator(degree int) []byte {
	p := make([]byte, degree)
	p[degree-1] = 1
	root := byte(1)
	for range degree {
		for j := range p {
			p[j] = multiply(p[j], root)
			if j+1 < degree {
				p[j] ^= p[j+1]
			}
		}
		root = multiply(root, 2)
	}
	return p
}

func remainder(data, divisor []byte) []byte {
	r := make([]byte, len(divisor))
	for _, b := range data {
		factor := b ^ r[0]
		copy(r, r[1:])
		r[len(r)-1] = 0
		for i, d := range divisor {
			r[i] ^= multiply(d, factor)
		}
	}
	return r
}

// multiply is the product in GF(2⁸) modulo x⁸+x⁴+x³+x²+1.
func multiply(a, b byte) byte {
	z := 0
	for i := 7; i >= 0; i-- {
		z = z<<1 ^ (z>>7)*0x11d
		z ^= int(b>>i&1) * int(a)
	}
	return byte(z)
}
