package linebreak

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// paragraph makes items of a text in which each letter is 10 wide, "-" a
// place to divide a word, a space 10 wide, and "|" a forced break.
func paragraph(text string, stretch, shrink int32) []Item {
	var items []Item
	for _, r := range text {
		switch r {
		case ' ':
			items = append(items, Item{Kind: Glue, Width: 10, Stretch: stretch, Shrink: shrink})
		case '-':
			items = append(items, Item{Kind: Penalty, Width: 5, Penalty: 50, Flagged: true})
		case '|':
			items = append(items, Item{Kind: Penalty, Penalty: Forced})
		default:
			items = append(items, Item{Width: 10})
		}
	}
	return items
}

// show writes the lines of a text, with a hyphen where a word is divided.
func show(text string, lines []Line) string {
	var out []string
	for _, l := range lines {
		s := strings.ReplaceAll(text[l.From:l.To], "-", "")
		if l.Hyphen {
			s += "-"
		}
		if l.Overfull {
			s += "!"
		}
		out = append(out, s)
	}
	return strings.Join(out, "/")
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		style            Style
	}{
		{"nothing has no lines", "", "", Style{Widths: []int64{100}, Ragged: 50}},
		{"what fits is one line", "ab cd", "ab cd", Style{Widths: []int64{100}, Ragged: 50}},
		{"lines become even, not just full", "aaa bb cc ddddd", "aaa/bb cc/ddddd", Style{Widths: []int64{60}, Ragged: 10}},
		{"greedy would leave a short line", "aa bbb cccc dddddd eeeeee", "aa bbb/cccc/dddddd/eeeeee", Style{Widths: []int64{70}, Ragged: 20}},
		{"a word is divided if that is better", "aaaa bb-bbbb cc", "aaaa bb-/bbbb cc", Style{Widths: []int64{80}, Ragged: 10}},
		{"the last word is not divided", "aaaa bb-bbbb", "aaaa/bbbbbb", Style{Widths: []int64{80}, Ragged: 10}},
		{"unless it does not fit", "aa bbbb-bbbbb", "aa bbbb-/bbbbb", Style{Widths: []int64{85}, Ragged: 10}},
		{"a word wider than the line stands out", "aa bbbbbbbbbbbb cc", "aa/bbbbbbbbbbbb!/cc", Style{Widths: []int64{60}, Ragged: 10}},
		{"a forced break ends a line", "aa|bb", "aa/bb", Style{Widths: []int64{100}, Ragged: 50}},
		{"two forced breaks leave an empty line", "aa||bb", "aa//bb", Style{Widths: []int64{100}, Ragged: 50}},
		{"a narrow first line", "aa bb cc dd", "aa/bb cc dd", Style{Widths: []int64{30, 80}, Ragged: 50}},
		{"a space at the end is dropped", "aa bb ", "aa bb", Style{Widths: []int64{50}, Ragged: 50}},
	} {
		var b Breaker
		if got := show(c.text, b.Break(paragraph(c.text, 0, 0), c.style)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestJustifiedLinesFill(t *testing.T) {
	items := paragraph("aaaa bbb cc ddddd ee fff gggg hhh iiiii jj kkkk ll", 6, 3)
	var b Breaker
	lines := b.Break(items, Style{Widths: []int64{200}})
	if len(lines) < 3 {
		t.Fatalf("%d lines", len(lines))
	}
	for i, l := range lines {
		last := i == len(lines)-1
		if !last && l.Width+l.Extra != 200 {
			t.Errorf("line %d: %d + %d", i, l.Width, l.Extra)
		}
		if last && l.Extra > 0 {
			t.Errorf("the last line is stretched by %d", l.Extra)
		}
	}
}

// random makes a paragraph of a few words.
func random(r *rand.Rand) ([]Item, Style) {
	var items []Item
	for w := range 2 + r.IntN(6) {
		if w > 0 {
			items = append(items, Item{Kind: Glue, Width: 10, Stretch: int32(r.IntN(8)), Shrink: int32(r.IntN(4))})
		}
		for s := range 1 + r.IntN(2) {
			if s > 0 {
				items = append(items, Item{Kind: Penalty, Width: 4, Penalty: int32(r.IntN(200)), Flagged: true})
			}
			items = append(items, Item{Width: int64(5 + r.IntN(40))})
		}
	}
	style := Style{Widths: []int64{int64(60 + r.IntN(80))}, Ragged: int64(r.IntN(3) * 15), Runt: 20, RuntDemerits: 500}
	if r.IntN(3) == 0 {
		style.Widths = append(style.Widths, 90)
	}
	return items, style
}

// TestLinesAreTheBestPossible tries all ways to break a small paragraph.
func TestLinesAreTheBestPossible(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	compared := 0
	for n := range 4000 {
		items, style := random(r)
		var b Breaker
		lines := b.Break(items, style)
		best := cheapest(items, style.withDefaults())
		got, ok := price(items, style.withDefaults(), lines)
		if best < 0 {
			continue // only possible at last resort
		}
		compared++
		if !ok || got != best {
			t.Fatalf("case %d: %d demerits (%v), the best has %d: %+v %+v", n, got, ok, best, lines, items)
		}
	}
	if compared < 2000 {
		t.Errorf("only %d of 4000 paragraphs could be compared", compared)
	}
}

// TestNoLineIsTooWideUnlessItSaysSo also checks that nothing gets lost.
func TestNoLineIsTooWideUnlessItSaysSo(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		items, style := random(r)
		if r.IntN(4) == 0 {
			items[0].Width = 500
		}
		var b Breaker
		lines := b.Break(items, style)
		next := 0
		for i, l := range lines {
			width := style.width(i)
			if !l.Overfull && l.Width+min(l.Extra, 0) > width {
				t.Fatalf("line %d of %d: %+v", i, len(lines), l)
			}
			if l.Overfull && l.Width <= width {
				t.Fatalf("line %d fits and says it does not: %+v", i, l)
			}
			for ; next < l.From; next++ {
				if items[next].Kind == Box {
					t.Fatalf("item %d is in no line", next)
				}
			}
			next = l.To
		}
		if next < len(items) {
			t.Fatalf("the items from %d are in no line", next)
		}
	}
}

func BenchmarkBreak(b *testing.B) {
	r := rand.New(rand.NewPCG(5, 6))
	var paragraphs [][]Item
	for range 8 { // 430 words in 8 paragraphs
		var items []Item
		for w := range 54 {
			if w > 0 {
				items = append(items, Item{Kind: Glue, Width: 2500})
			}
			for s := range 1 + r.IntN(4) {
				if s > 0 {
					items = append(items, Item{Kind: Penalty, Width: 3000, Penalty: 50, Flagged: true})
				}
				items = append(items, Item{Width: int64(8000 + r.IntN(12000))})
			}
		}
		paragraphs = append(paragraphs, items)
	}
	for _, c := range []struct {
		name  string
		style Style
	}{
		{"ragged", Style{Widths: []int64{320_000}, Ragged: 40_000}},
	} {
		b.Run(c.name, func(b *testing.B) {
			var br Breaker
			b.ReportAllocs()
			for b.Loop() {
				for _, p := range paragraphs {
					br.Break(p, c.style)
				}
			}
		})
	}
}
