package picture

// weights tell how much each old sample counts in each new one, in one
// direction.
type weights struct {
	first []int   // old sample that the first weight of each new one is for
	start []int   // of the weights of each new one; one more than there are new ones
	all   []int16 // those of one new sample add up to 1 << weightBits
	most  int     // weights that one new sample has at most
}

// weightBits is how many binary places a weight has. Two products of it with a
// sample fit into 32 bits.
const weightBits = 14

// of returns the weights of a new sample and the old one that they begin with.
func (w *weights) of(i int) (first int, all []int16) {
	return w.first[i], w.all[w.start[i]:w.start[i+1]]
}

// weigh returns the weights for from samples that become to.
func weigh(from, to int) *weights {
	w := &weights{first: make([]int, to), start: make([]int, to+1)}
	reach := max(from, to) // half of a filter's quarter, in half old samples / to
	var raw []int64
	for i := range to {
		// The middle of the new sample lies at (2i+1)·from/2to. Old sample j
		// is (2j+1)·to - (2i+1)·from away from it, in units of 1/2to.
		middle := (2*i + 1) * from
		low := max(0, (middle-4*reach)/(2*to)-1)
		high := min(from-1, (middle+4*reach)/(2*to)+1)
		raw = raw[:0]
		for j := low; j <= high; j++ {
			raw = append(raw, catmullRom(abs((2*j+1)*to-middle), 2*reach))
		}
		for len(raw) > 1 && raw[0] == 0 {
			raw, low = raw[1:], low+1
		}
		for len(raw) > 1 && raw[len(raw)-1] == 0 {
			raw = raw[:len(raw)-1]
		}
		w.first[i] = low
		w.all = normal(w.all, raw)
		w.start[i+1] = len(w.all)
		w.most = max(w.most, len(raw))
	}
	return w
}

// normal appends weights that add up to 1 << weightBits. What rounding leaves
// over goes to the largest.
func normal(to []int16, raw []int64) []int16 {
	var sum int64
	for _, v := range raw {
		sum += v
	}
	if sum <= 0 { // cannot be: the middle outweighs the rest
		return append(to, append(make([]int16, len(raw)-1), 1<<weightBits)...)
	}
	from := len(to)
	rest, largest := 1<<weightBits, from
	for _, v := range raw {
		scaled := int16((2*v<<weightBits + sum) / (2 * sum))
		if v < 0 {
			scaled = -int16((-2*v<<weightBits + sum) / (2 * sum))
		}
		to = append(to, scaled)
		rest -= int(scaled)
		if scaled > to[largest] {
			largest = len(to) - 1
		}
	}
	to[largest] += int16(rest)
	return to
}

// catmullRom returns the filter's value at n/unit, in 1/65536: the cubic
// through the samples with their slopes (Keys 1981, a = -1/2).
func catmullRom(n, unit int) int64 {
	const one = 1 << 16
	t := int64(n) * one / int64(unit)
	square := t * t / one
	cube := square * t / one
	switch {
	case t < one:
		return (3*cube - 5*square + 2*one) / 2
	case t < 2*one:
		return (-cube + 5*square - 8*t + 4*one) / 2
	}
	return 0
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// apply makes a row as wide as the weights say.
func (w *weights) apply(to []int16, from []byte, channels int) {
	if channels == 1 {
		w.applyOne(to, from)
		return
	}
	for i := range w.first {
		first, weights := w.of(i)
		for c := range channels {
			sum := int32(1) << (weightBits - fraction - 1)
			at := first*channels + c
			for _, weight := range weights {
				sum += int32(weight) * int32(from[at])
				at += channels
			}
			to[i*channels+c] = int16(sum >> (weightBits - fraction))
		}
	}
}

// applyOne is apply for one channel, the most frequent case.
func (w *weights) applyOne(to []int16, from []byte) {
	for i := range w.first {
		first, weights := w.of(i)
		samples := from[first:][:len(weights)]
		sum := int32(1) << (weightBits - fraction - 1)
		for k, weight := range weights {
			sum += int32(weight) * int32(samples[k])
		}
		to[i] = int16(sum >> (weightBits - fraction))
	}
}
