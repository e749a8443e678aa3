package linebreak

// node is a place where a line may end, with the best way to get there.
type node struct {
	demerits int64
	at       int // the item at which the line ends
	start    int // the item with which the next begins
	line     int // lines so far
	previous int32
	fitness  int8
	flagged  bool
}

// Lines are tight, decent, loose or very loose (Knuth and Plass, p. 1155).
const fitnesses = 4

// candidate is the best way so far to end a line at the place being looked
// at.
type candidate struct {
	demerits int64
	from     int32 // 0 … in nodes; -1 for none
}

// worst is a badness beyond which lines are equally bad.
const worst = 1_000_000

// badness is about 100 (slack/give)³, as TeX reckons it (The TeXbook, p. 97;
// tex.web §108).
func badness(slack, give int64) int64 {
	if slack == 0 {
		return 0
	}
	if give <= 0 {
		return worst
	}
	r := slack * 297 / give
	if r > 27_000 {
		return worst
	}
	return min((r*r*r+1<<17)>>18, worst)
}

// effort is how far a search goes to find any lines.
type effort uint8

const (
	good   effort = iota
	poor          // lines may be too short
	resort        // the last word may be divided, and lines may be too wide
)

// search finds the best breaks whose lines have at most the given badness and
// returns the node of the end, or -1.
func (b *Breaker) search(tolerance int64, how effort) int32 {
	b.reach = 1
	for b.reach*b.reach*b.reach>>18 <= tolerance {
		b.reach += 1 + b.reach/64
	}
	b.nodes = append(b.nodes[:0], node{start: b.start(0), fitness: 1})
	b.active = append(b.active[:0], 0)
	for i := range b.items {
		if b.legal(i, how) {
			b.try(i, tolerance, how)
			if len(b.active) == 0 {
				return -1
			}
		}
	}
	b.try(len(b.items), tolerance, how)
	if len(b.active) == 0 {
		return -1
	}
	end := b.active[0]
	for _, n := range b.active[1:] {
		if b.nodes[n].demerits < b.nodes[end].demerits {
			end = n
		}
	}
	return end
}

// legal reports whether a line may end at item i: at glue after a box, and at
// a penalty.
func (b *Breaker) legal(i int, how effort) bool {
	it := &b.items[i]
	switch {
	case i > b.ink:
		return it.Kind == Penalty && it.Penalty <= Forced
	case it.Kind == Glue:
		return i > 0 && b.items[i-1].Kind == Box
	case it.Kind == Penalty:
		return it.Penalty < Never && (!it.Flagged || i < b.last || how == resort)
	}
	return false
}

// try looks at all lines that could end at item i and keeps the best.
func (b *Breaker) try(i int, tolerance int64, how effort) {
	b.best = b.best[:0]
	for range fitnesses * len(b.style.Widths) {
		b.best = append(b.best, candidate{from: -1})
	}
	forced := b.forced(i)
	kept, found := b.active[:0], false
	narrowest := int32(-1)
	for k, n := range b.active {
		from := &b.nodes[n]
		if narrowest < 0 || from.start > b.nodes[narrowest].start {
			narrowest = n
		}
		if from.start > i {
			kept = append(kept, n)
			continue
		}
		bad, fit := b.fit(from, i, how)
		if bad > worst && len(b.style.Widths) == 1 {
			// All that start later are shorter still.
			kept = append(kept, b.active[k:]...)
			break
		}
		if bad >= 0 && bad <= tolerance {
			b.offer(n, i, bad, fit)
			found = true
		}
		if bad >= 0 && !forced {
			kept = append(kept, n)
		}
	}
	if how == resort && !found && len(kept) == 0 {
		b.offer(narrowest, i, 0, 1) // all lines are too wide; this one is the least
	}
	b.active = kept
	b.settle(i)
}

// fit is the badness of the line from a node to item i, negative if it is too
// wide, and its fitness.
func (b *Breaker) fit(from *node, i int, how effort) (bad int64, fitness int8) {
	width := b.style.width(from.line)
	slack := width - b.natural(from, i)
	line, start := b.sums[i], b.sums[from.start]
	if slack < 0 {
		give := line.shrink - start.shrink
		if -slack > give {
			return -1, 0
		}
		if bad = badness(-slack, give); bad > 12 {
			return bad, 0
		}
		return bad, 1
	}
	if b.forced(i) {
		return 0, 1
	}
	give := line.stretch - start.stretch + b.style.Ragged
	if how > good {
		give += width / 10
	}
	if how == good && slack*297 > give*b.reach {
		return worst + 1, 1 // certainly too short
	}
	bad = badness(slack, give)
	switch {
	case b.style.Ragged > 0 || bad <= 12:
		return bad, 1
	case bad < 100:
		return bad, 2
	}
	return bad, 3
}

// offer proposes the line from node n to item i.
func (b *Breaker) offer(n int32, i int, bad int64, fitness int8) {
	from := &b.nodes[n]
	d := from.demerits + b.demerits(from, i, bad, fitness)
	class := min(from.line+1, len(b.style.Widths)-1)
	best := &b.best[class*fitnesses+int(fitness)]
	if best.from < 0 || d < best.demerits {
		*best = candidate{demerits: d, from: n}
	}
}

// demerits is the price of the line from a node to item i (Knuth and Plass,
// p. 1128; The TeXbook, p. 98).
func (b *Breaker) demerits(from *node, i int, bad int64, fitness int8) int64 {
	l := b.style.LinePenalty + bad
	d := l * l
	flagged := false
	if i < len(b.items) && b.items[i].Kind == Penalty {
		p := int64(b.items[i].Penalty)
		flagged = b.items[i].Flagged
		switch {
		case p > 0:
			d += p * p
		case p > Forced:
			d -= p * p
		}
	}
	switch {
	case flagged && from.flagged:
		d += b.style.DoubleHyphen
	case i == len(b.items) && from.flagged:
		d += b.style.FinalHyphen
	}
	if fitness-from.fitness > 1 || from.fitness-fitness > 1 {
		d += b.style.Mismatch
	}
	if i == len(b.items) && from.line > 0 && b.natural(from, i) < b.style.Runt {
		d += b.style.RuntDemerits
	}
	return d
}

// settle makes nodes of the best lines that end at item i.
func (b *Breaker) settle(i int) {
	start := -1
	for k := range b.best {
		c := &b.best[k]
		if c.from < 0 {
			continue
		}
		if start < 0 {
			start = b.start(min(i, len(b.items)))
			if i < len(b.items) && b.items[i].Kind == Penalty && start == i {
				start = b.start(i + 1) // the forced break itself is over
			}
		}
		flagged := i < len(b.items) && b.items[i].Kind == Penalty && b.items[i].Flagged
		b.active = append(b.active, int32(len(b.nodes)))
		b.nodes = append(b.nodes, node{
			demerits: c.demerits, at: i, start: start, previous: c.from, flagged: flagged,
			line: b.nodes[c.from].line + 1, fitness: int8(k % fitnesses),
		})
	}
}
