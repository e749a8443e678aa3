package pack

import (
	"bytes"
	"compress/zlib"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
)

// words are samples like a stream of text.
var words = [][]byte{[]byte(strings.Repeat("Der Rat der Stadt Krähwinkel tagt. ", 40)), {0, 1, 2, 3, 255}}

func table() *Table {
	var c counts
	for _, data := range words {
		c.add(data)
	}
	return New(c.learn())
}

// TestCountsAreThoseOfTheStream counts before coding and after.
func TestCountsAreThoseOfTheStream(t *testing.T) {
	var before, after counts
	for _, data := range words {
		before.add(data)
		if !after.read(new(Encoder).Append(nil, data, table())) {
			t.Error("a stream cannot be read")
		}
	}
	if before != after {
		t.Error("other symbols were counted in the streams than in the data")
	}
}

// fatal is what testing and rapid have in common.
type fatal interface{ Fatal(args ...any) }

func inflate(t fatal, data []byte) []byte {
	zr, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(zr)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestDataComesBack(t *testing.T) {
	tab := table()
	var e Encoder
	noise := make([]byte, Limit)
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range noise {
		noise[i] = byte(rng.Uint32())
	}
	for name, data := range map[string][]byte{
		"nothing":       {},
		"a byte":        {7},
		"a text":        words[0],
		"zeros":         make([]byte, Limit),
		"noise":         noise,
		"runs":          bytes.Repeat([]byte("aaaaaaab"), 5000),
		"far and near":  append(append(bytes.Clone(noise[:33000]), noise[:40]...), noise[32900:33000]...),
		"every byte":    noise[:256],
		"long matches":  bytes.Repeat(noise[:259], 9),
		"just too long": bytes.Repeat(noise[:258], 3),
	} {
		out := e.Append([]byte("before"), data, tab)
		if !bytes.HasPrefix(out, []byte("before")) || !bytes.Equal(inflate(t, out[6:]), data) {
			t.Errorf("%s is not what it was", name)
		}
	}
	if out := e.Append(nil, words[0], tab); len(out) > len(words[0])/6 {
		t.Errorf("%d bytes of repetitions become %d", len(words[0]), len(out))
	}
}

func TestWrongTablesPanic(t *testing.T) {
	for name, letters := range map[string]string{
		"none":       "",
		"incomplete": strings.Repeat("o", 316),
		"no letters": strings.Repeat("1", 316),
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			New(letters)
		}()
	}
}

func FuzzAppend(f *testing.F) {
	f.Add([]byte("Der Rat der Stadt"))
	tab := table()
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > Limit {
			return
		}
		var e Encoder
		if !bytes.Equal(inflate(t, e.Append(nil, data, tab)), data) {
			t.Error("is not what it was")
		}
	})
}

func BenchmarkAppend(b *testing.B) {
	tab := table()
	var e Encoder
	var out []byte
	b.SetBytes(int64(len(words[0])))
	for b.Loop() {
		out = e.Append(out[:0], words[0], tab)
	}
}
