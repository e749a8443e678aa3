// Package linebreak divides paragraphs into lines, the whole paragraph at
// once, after D. E. Knuth and M. F. Plass: Breaking Paragraphs into Lines,
// Software: Practice and Experience 11 (1981).
//
// A paragraph is a row of Items: boxes, which are ink; glue, the spaces
// between, which vanish where a line ends; and penalties, places where a line
// may end at a price, as after a syllable. Of all ways to end the lines Break
// takes the one with the fewest demerits. There is always one: where nothing
// fits it ends lines late and says so.
//
// All widths are whole numbers of one unit, whichever the caller likes, and
// all sums are exact. Badness is TeX's, in whole numbers too.
package linebreak

// Kind is the kind of an Item.
type Kind uint8

// The kinds of items.
const (
	Box Kind = iota
	Glue
	Penalty
)

// Item is a piece of a paragraph.
type Item struct {
	Width   int64 // of a box or glue; of a penalty, what a break there adds: a hyphen
	Stretch int32 // how far glue may grow at badness 100
	Shrink  int32 // how far glue may shrink at most
	Penalty int32 // the price of a break: Forced … Never
	Kind    Kind
	Flagged bool // of a penalty: a break here divides a word
}

// Penalties beyond all prices.
const (
	Never  = 10000
	Forced = -10000
)

// Style says what lines are good.
type Style struct {
	Widths []int64 // of the lines; the last holds for all that follow

	// Ragged is how much shorter than its width a line may be at badness 100.
	// 0 is for justified lines, whose glue stretches instead.
	Ragged int64

	Tolerance    int64 // the greatest badness of a good line; 0 means 1000
	LinePenalty  int64 // the price of each line; many lines cost more; 0 means 10
	DoubleHyphen int64 // demerits for two lines in a row that end in a hyphen; 0 means 10,000
	FinalHyphen  int64 // demerits for a hyphen before the last line; 0 means 5,000
	Mismatch     int64 // demerits for a loose line beside a tight one; 0 means 3,000
	Runt         int64 // a last line that is shorter than this costs RuntDemerits
	RuntDemerits int64
}

// withDefaults fills in what is 0.
func (s Style) withDefaults() Style {
	for _, d := range []struct {
		field *int64
		usual int64
	}{{&s.Tolerance, 1000}, {&s.LinePenalty, 10}, {&s.DoubleHyphen, 10000}, {&s.FinalHyphen, 5000}, {&s.Mismatch, 3000}} {
		if *d.field == 0 {
			*d.field = d.usual
		}
	}
	return s
}

// width is that of a line, counted from 0.
func (s *Style) width(line int) int64 { return s.Widths[min(line, len(s.Widths)-1)] }

// Line is a line of a broken paragraph: the items From … To-1, without the
// glue around.
type Line struct {
	From, To int
	Width    int64 // of the items as they are, and of the hyphen
	Extra    int64 // what the glue has to give: positive to stretch, negative to shrink; 0 in ragged lines
	Hyphen   bool  // the line ends at item To, a penalty that divides a word
	Overfull bool  // the line is wider than it may be
}

// Breaker breaks paragraphs. It keeps its working memory from one to the
// next; the zero Breaker is ready. Each goroutine needs its own.
type Breaker struct {
	items  []Item
	style  Style
	sums   []sum
	nodes  []node
	active []int32
	lines  []Line
	best   []candidate // by class of line and fitness
	reach  int64       // 297 times a ratio of slack to give that is surely too much
	last   int         // the last glue between boxes; no word after it is divided
	ink    int         // the last box; no line ends behind it but the last
}

// Break divides items into lines, the last of which need not be full. The
// result is valid until the next call.
func (b *Breaker) Break(items []Item, style Style) []Line {
	b.items, b.style = items, style.withDefaults()
	b.lines = b.lines[:0]
	b.measure()
	if len(items) == 0 {
		return b.lines
	}
	end := b.search(b.style.Tolerance, good)
	if end < 0 {
		end = b.search(worst, poor)
	}
	if end < 0 {
		end = b.search(worst, resort)
	}
	b.collect(end)
	return b.lines
}

// sum is the width of all items before a place, and what its glue may give.
type sum struct{ width, stretch, shrink int64 }

// measure adds up the items.
func (b *Breaker) measure() {
	b.sums = append(b.sums[:0], sum{})
	b.last, b.ink = -1, -1
	s, glue := sum{}, -1
	for i := range b.items {
		it := &b.items[i]
		switch it.Kind {
		case Box:
			s.width += it.Width
			b.last, b.ink = glue, i
		case Glue:
			glue = i
			s.width += it.Width
			s.stretch += int64(it.Stretch)
			s.shrink += int64(it.Shrink)
		}
		b.sums = append(b.sums, s)
	}
}

// start is where the line after a break at item i begins: glue and penalties
// vanish, up to the next forced break.
func (b *Breaker) start(i int) int {
	for ; i < len(b.items); i++ {
		switch it := &b.items[i]; {
		case it.Kind == Box:
			return i
		case it.Kind == Penalty && it.Penalty <= Forced:
			return i
		}
	}
	return i
}

// collect turns the chain of breaks that ends at node n into lines.
func (b *Breaker) collect(n int32) {
	count := b.nodes[n].line
	for len(b.lines) < count {
		b.lines = append(b.lines, Line{})
	}
	for ; b.nodes[n].line > 0; n = b.nodes[n].previous {
		to, from := &b.nodes[n], &b.nodes[b.nodes[n].previous]
		l := Line{From: from.start, To: to.at}
		width := b.style.width(from.line)
		l.Width = b.natural(from, to.at)
		l.Hyphen = to.flagged
		slack := width - l.Width
		given := b.sums[to.at].shrink - b.sums[min(from.start, to.at)].shrink
		l.Overfull = slack < 0 && -slack > given
		if b.style.Ragged == 0 && (to.at < len(b.items) || slack < 0) && !b.forced(to.at) || slack < 0 {
			l.Extra = max(slack, -given)
		}
		for l.To > l.From && b.items[l.To-1].Kind == Glue {
			l.To--
		}
		b.lines[to.line-1] = l
	}
}

// natural is the width of a line from a node to a break at item i.
func (b *Breaker) natural(from *node, i int) int64 {
	end := min(i, b.ink+1)
	if from.start > end {
		return 0
	}
	w := b.sums[end].width - b.sums[from.start].width
	if i < len(b.items) && b.items[i].Kind == Penalty {
		w += b.items[i].Width
	}
	return w
}

// forced reports whether a line must end at item i.
func (b *Breaker) forced(i int) bool {
	return i == len(b.items) || b.items[i].Kind == Penalty && b.items[i].Penalty <= Forced
}
