package font

import (
	"encoding/binary"
	"math/bits"
)

// This file writes font files: the directory of their tables, with checksums
// (OpenType, "Font file").

// headers are the tables of a file with count outlines and narrow offsets,
// without hints.
func (o *outlines) headers(count int) (head, hhea, maxp []byte) {
	head = append([]byte(nil), o.head...)
	put32(head[8:], 0)
	put16(head[50:], 0)
	hhea = append([]byte(nil), o.hhea...)
	put16(hhea[34:], count)
	maxp = append([]byte(nil), o.maxp...)
	put16(maxp[4:], count)
	put16(maxp[14:], 1) // no twilight zone
	clear(maxp[16:28])  // nor anything else that hints need
	return head, hhea, maxp
}

// entry is a table in the directory.
type entry struct {
	name string
	sum  uint32
	size int
}

// appendDirectory appends the directory of tables that follow it in this
// order, which is that of their names. Their data begin at multiples of four.
func appendDirectory(b []byte, entries []entry) []byte {
	n := len(entries)
	power := bits.Len(uint(n)) - 1
	b = binary.BigEndian.AppendUint32(b, 0x00010000)
	for _, v := range [...]int{n, 16 << power, power, 16*n - 16<<power} {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	at := 12 + 16*n
	for _, e := range entries {
		b = append(b, e.name...)
		b = binary.BigEndian.AppendUint32(b, e.sum)
		b = binary.BigEndian.AppendUint32(b, uint32(at))
		b = binary.BigEndian.AppendUint32(b, uint32(e.size))
		at += padded(e.size)
	}
	return b
}

// adjustment is what makes the checksum of the whole file right; it stands in
// the table "head".
func adjustment(directory []byte, entries []entry) uint32 {
	sum := checksum(directory)
	for _, e := range entries {
		sum += e.sum
	}
	return 0xb1b0afba - sum
}

// padded is a size with what fills it up to a multiple of four.
func padded(size int) int { return (size + 3) &^ 3 }

func pad(b []byte) []byte {
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}

// piece is a table of a new font file.
type piece struct {
	name string
	data []byte
}

// assemble joins tables, sorted by name, to a file.
func assemble(pieces []piece) []byte {
	entries := make([]entry, len(pieces))
	size, head := 12+16*len(pieces), 0
	for i, p := range pieces {
		entries[i] = entry{p.name, checksum(p.data), len(p.data)}
		if p.name == "head" {
			head = size
		}
		size += padded(len(p.data))
	}
	file := appendDirectory(make([]byte, 0, size), entries)
	sum := adjustment(file, entries)
	for _, p := range pieces {
		file = pad(append(file, p.data...))
	}
	put32(file[head+8:], sum)
	return file
}

// checksum is the sum of all words of four bytes; zeros fill up the last.
func checksum(data []byte) uint32 {
	sum := uint32(0)
	for ; len(data) >= 4; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	for i, c := range data {
		sum += uint32(c) << (24 - 8*i)
	}
	return sum
}

func put16(at []byte, v int) { at[0], at[1] = byte(v>>8), byte(v) }

func put32(at []byte, v uint32) { binary.BigEndian.PutUint32(at, v) }
