package pack

import (
	"bytes"
	"strings"
	"testing"
)

// TestTextsAndDataMakeOneStream puts texts of many lengths, so that each begins
// at another bit, between data.
func TestTextsAndDataMakeOneStream(t *testing.T) {
	tab := table()
	var e Encoder
	var want []byte
	var texts [][]byte
	for n := range 120 {
		texts = append(texts, []byte(strings.Repeat("Der Rat tagt. ", 20)[n:2*n]))
	}
	b := tab.Book(texts, nil)
	e.Begin([]byte("before"), tab)
	for n, text := range texts {
		want = append(append(want, text...), text...)
		e.AddText(b, n)
		e.Add(text)
	}
	out := e.End()
	if !bytes.HasPrefix(out, []byte("before")) || !bytes.Equal(inflate(t, out[6:]), want) {
		t.Error("the stream is not what was put in")
	}
}

// TestAnOpeningIsAsGoodAsItsText demands the bytes that coding all at once has.
func TestAnOpeningIsAsGoodAsItsText(t *testing.T) {
	tab := table()
	text := []byte(strings.Repeat("Der Rat der Stadt tagt. ", 4))
	o := tab.Opening(text)
	var e Encoder
	for _, more := range []string{"", "x", "Der Rat der Stadt tagt nicht.", strings.Repeat("ab", 90)} {
		data := append(bytes.Clone(text), more...)
		e.Begin(nil, tab)
		e.AddAfter(o, data)
		if !bytes.Equal(inflate(t, e.End()), data) {
			t.Errorf("behind the opening %q is not what was put in", more)
		}
	}
}

// TestSumsJoinAtTheirBorders tries sizes around the modulus of Adler-32.
func TestSumsJoinAtTheirBorders(t *testing.T) {
	data := bytes.Repeat([]byte{0xff, 0, 0x80}, 50_000)
	for _, cut := range []int{0, 1, 65520, 65521, 65522, len(data)} {
		if got := noSum.join(sumOf(data[:cut])).join(sumOf(data[cut:])); got != noSum.join(sumOf(data)) {
			t.Errorf("cut at %d: %v", cut, got)
		}
	}
}

// TestBooksQuoteWhatIsThere leaves out texts that others quote.
func TestBooksQuoteWhatIsThere(t *testing.T) {
	tab := table()
	texts := [][]byte{[]byte("Der Rat der Stadt"), []byte("tagt am Montag."), {}, []byte("Am Montag tagt der Rat der Stadt."), []byte("Die Stadt tagt.")}
	b := tab.Book(texts, []int{0, 1, 3})
	var e Encoder
	sizes := map[int]int{}
	for set := range 1 << len(texts) {
		var want []byte
		e.Begin(nil, tab)
		e.Add([]byte("Rat: "))
		want = append(want, "Rat: "...)
		for n, text := range texts {
			if set>>n&1 == 1 {
				e.AddText(b, n)
				want = append(want, text...)
			}
		}
		out := e.End()
		sizes[set] = len(out)
		if !bytes.Equal(inflate(t, out), want) {
			t.Fatalf("set %b is not what was put in", set)
		}
	}
	if alone, quoted := sizes[8], sizes[8|1|2]-sizes[1|2]+sizes[0]; quoted >= alone {
		t.Errorf("text 3 takes as much with what it quotes as without: %d, %d", quoted, alone)
	}
}
