// Package varint reads numbers as encoding/binary writes them, but from a
// string: texts that stand between them can then be parts of it, not copies.
package varint

import "encoding/binary"

// Read returns the number at the beginning of a text, as binary.AppendUvarint
// writes it, and how many bytes it takes. That is 0 if the number is cut off or
// has more than 64 bits.
func Read(s string) (n uint64, size int) {
	for size < min(len(s), binary.MaxVarintLen64) {
		c := s[size]
		if size == binary.MaxVarintLen64-1 && c > 1 {
			return 0, 0
		}
		n |= uint64(c&0x7f) << (7 * size)
		size++
		if c < 0x80 {
			return n, size
		}
	}
	return 0, 0
}

// Signed returns the number that binary.AppendVarint writes as n.
func Signed(n uint64) int64 { return int64(n>>1) ^ -int64(n&1) }
