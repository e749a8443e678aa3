package pack

import (
	"encoding/binary"
	"math/bits"
)

// minRow is the shortest stretch that is worth a match with the row above.
const minRow = 4

// minRun is the shortest run of one byte that is worth a match.
const minRun = 3

// AddRows appends a picture to the stream, of rows of so many bytes. Nothing is
// sought: a stretch goes on like the row above, or repeats the byte before it,
// or stands for itself. For pictures of plain areas and upright edges that is
// as good as searching. Unlike Add, it takes data of any size.
func (e *Encoder) AddRows(data []byte, width int) {
	e.tokens = rows(e.tokens[:0], data, width)
	e.write(e.tokens)
	e.sum = e.sum.join(sumOf(data))
}

// rows appends the tokens of a picture.
func rows(tokens []token, data []byte, width int) []token {
	for i := 0; i < len(data); {
		distance, size := 1, repeated(data, i, 1)
		if above := repeated(data, i, width); above > size {
			distance, size = width, above
		}
		if size < minRun || distance > 1 && size < minRow {
			tokens = append(tokens, token(data[i]))
			i++
			continue
		}
		tokens = append(tokens, token(size<<15|(distance-1)))
		i += size
	}
	return tokens
}

// repeated is how many bytes from i on are those that stand a distance before
// them, at most as many as a match has.
func repeated(data []byte, i, distance int) int {
	if distance > i {
		return 0
	}
	n, before, now := 0, data[i-distance:], data[i:min(len(data), i+maxMatch)]
	for ; n+8 <= len(now); n += 8 {
		diff := binary.LittleEndian.Uint64(before[n:]) ^ binary.LittleEndian.Uint64(now[n:])
		if diff != 0 {
			return n + bits.TrailingZeros64(diff)/8
		}
	}
	for n < len(now) && before[n] == now[n] {
		n++
	}
	return n
}
