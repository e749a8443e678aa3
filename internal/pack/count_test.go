package pack

import "math/bits"

// counts is how often the symbols of deflate occur.
type counts struct {
	literal  [literals]int
	distance [distances]int
}

// add counts the symbols by which data are coded.
func (c *counts) add(data []byte) {
	var p parser
	p.parse(data, 0)
	c.count(p.tokens)
}

// count counts the symbols of the tokens of a stream.
func (c *counts) count(tokens []token) {
	c.literal[endOfBlock]++
	for _, k := range tokens {
		if k < endOfBlock {
			c.literal[k]++
			continue
		}
		symbol, _, _ := lengthSymbol(int(k >> 15))
		c.literal[symbol]++
		symbol, _, _ = distanceSymbol(int(k&(window-1)) + 1)
		c.distance[symbol]++
	}
}

// learn makes the sizes of the codes for data like what was counted, as New
// takes them. What did not occur gets a code, too.
func (c *counts) learn() string {
	sizes := lengths(c.literal[:]) + lengths(c.distance[:])
	letters := []byte(sizes)
	for i := range letters {
		letters[i] += 'a' - 1
	}
	return string(letters)
}

// lengths are the sizes of the codes of symbols that occur so often. One that
// does not occur gets a code as well.
func lengths(counts []int) string {
	weights := make([]int, len(counts))
	for i, n := range counts {
		weights[i] = 16*n + 1
	}
	return limited(weights, 15)
}

// read counts the symbols of a zlib stream of one block with dynamic codes
// (RFC 1951, 3.2.7), as this package writes them; false if it is another.
func (c *counts) read(stream []byte) bool {
	r := bitReader{data: stream, at: 16}
	if r.bits(1) != 1 || r.bits(2) != 2 {
		return false
	}
	sizes, first := r.sizes()
	literal, distance := decoder(sizes[:first]), decoder(sizes[first:])
	for r.at < 8*len(stream) {
		symbol := r.symbol(literal)
		c.literal[symbol]++
		if symbol == endOfBlock {
			return true
		}
		if symbol < firstLength {
			continue
		}
		r.bits(extraBits(symbol-firstLength, 4, 28))
		symbol = r.symbol(distance)
		c.distance[symbol]++
		r.bits(extraBits(symbol, 2, distances))
	}
	return false
}

// extraBits is how many bits follow a symbol, of which there are so many for
// each power of two; from last on there are none.
func extraBits(symbol, each, last int) int {
	if symbol >= last {
		return 0
	}
	return max(symbol/each-1, 0)
}

// bitReader reads deflated data, the lowest bit of a byte first.
type bitReader struct {
	data []byte
	at   int // in bits
}

func (r *bitReader) bits(n int) int {
	v := 0
	for i := range n {
		if r.at < 8*len(r.data) {
			v |= int(r.data[r.at/8]>>(r.at%8)&1) << i
		}
		r.at++
	}
	return v
}

// sizes reads the sizes of both codes, and where the second begins.
func (r *bitReader) sizes() (sizes []byte, first int) {
	first = r.bits(5) + 257
	count := first + r.bits(5) + 1
	short := make([]byte, 19)
	for _, symbol := range []int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}[:r.bits(4)+4] {
		short[symbol] = byte(r.bits(3))
	}
	codes := decoder(short)
	for len(sizes) < count {
		symbol, repeat, size := r.symbol(codes), 1, byte(0)
		switch symbol {
		case 16:
			repeat, size = 3+r.bits(2), sizes[len(sizes)-1]
		case 17:
			repeat = 3 + r.bits(3)
		case 18:
			repeat = 11 + r.bits(7)
		default:
			size = byte(symbol)
		}
		for range repeat {
			sizes = append(sizes, size)
		}
	}
	return sizes, first
}

// decoder finds symbols by their codes, each with a leading 1 bit.
func decoder(sizes []byte) map[int]int {
	codes := make([]code, len(sizes))
	assign(codes, string(sizes))
	symbols := map[int]int{}
	for symbol, c := range codes {
		if size := int(c >> 24); size > 0 {
			symbols[1<<size|int(bits.Reverse16(uint16(c&codeBits)))>>(16-size)] = symbol
		}
	}
	return symbols
}

func (r *bitReader) symbol(codes map[int]int) int {
	for c := 1; c < 1<<16; {
		c = c<<1 | r.bits(1)
		if symbol, ok := codes[c]; ok {
			return symbol
		}
	}
	return 0
}
