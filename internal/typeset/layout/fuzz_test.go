package layout

import (
	"fmt"
	"hash/fnv"
	"testing"

	"stadtbote/internal/typeset/page"
)

// TestTheSameOnEveryProcessor compares with a sum that was made on amd64; it
// is to be run with GOARCH=386 too.
func TestTheSameOnEveryProcessor(t *testing.T) {
	doc, _ := setter(t).Set(sample())
	h := fnv.New64a()
	for _, p := range doc.Pages {
		fmt.Fprint(h, p)
	}
	fmt.Fprint(h, doc.Nodes, doc.Attrs, doc.Glyphs, doc.Outline)
	const want = 0x26027e484b1061ee
	if got := h.Sum64(); got != want {
		t.Errorf("the sum of the sample is %#x, want %#x: if the change is wanted, write it here", got, uint64(want))
	}
}

// FuzzSet makes stories of an author's bytes: whatever they are, everything
// is on a page once, in order, and within the margins.
func FuzzSet(f *testing.F) {
	f.Add([]byte("\x01Ein Absatz mit Wörtern.\x02Eine Überschrift\x03Punkt\x04Zelle\x05Kasten\x06code\n  x"), false)
	f.Add([]byte("\x01a\u00adb \u2028 \xff\xfe https://a.example/b?c=d\x08Fuß\x07Zitat\x0bQuelle"), true)
	s := setter(f)
	f.Fuzz(func(t *testing.T, data []byte, justify bool) {
		if len(data) > 4000 {
			return
		}
		m := &maze{data: data}
		story := &Story{Lang: "de", Words: sampleWords, Frame: sampleFrame, Justify: justify}
		for len(m.data) > 0 {
			story.Body = append(story.Body, m.block(0))
		}
		story.Notes = m.notes
		doc := check(t, s, story)
		for i, n := range doc.Nodes {
			if i > 0 && (n.Parent == 0 && n.Role != page.Article || n.Role == 0) {
				t.Fatalf("node %d: %+v", i, n)
			}
		}
	})
}

// maze makes blocks of bytes: a control character says which, what follows up
// to the next is its text.
type maze struct {
	data  []byte
	notes []Note
}

func (m *maze) text() []Run {
	n := 0
	for n < len(m.data) && (m.data[n] >= ' ' || m.data[n] == '\n' || m.data[n] == '\t') {
		n++
	}
	text := string(m.data[:n])
	m.data = m.data[n:]
	half := len(text) / 2
	for half > 0 && text[half-1] != ' ' {
		half--
	}
	return []Run{{Text: text[:half]}, {Text: text[half:], Style: Style(n % 8)}}
}

func (m *maze) block(depth int) Block {
	kind := m.data[0]
	m.data = m.data[1:]
	inner := func() []Block {
		if depth > 40 || len(m.data) == 0 {
			return nil
		}
		return []Block{m.block(depth + 1)}
	}
	switch kind % 12 {
	case 2:
		return Heading{Level: len(m.data) % 8, Text: m.text()}
	case 3:
		return List{Ordered: len(m.data)%2 == 0, Items: []ListItem{{Blocks: inner()}, {Task: Task(len(m.data) % 3), Blocks: inner()}}}
	case 4:
		n := len(m.data)%4 + 1
		table := Table{Columns: make([]page.Align, n), RowHeaders: n > 2, Caption: m.text()}
		for range len(m.data)%3 + 1 {
			row := make([]Cell, n)
			row[0] = m.text()
			table.Rows = append(table.Rows, row)
		}
		return table
	case 5:
		return Box{Label: "HINWEIS", Framed: len(m.data)%2 == 0, Blocks: inner()}
	case 6:
		return Code{Text: m.text()[0].Text}
	case 7:
		return Quote{Blocks: inner()}
	case 8:
		m.notes = append(m.notes, Note{Blocks: []Block{Paragraph{Text: m.text()}}})
		return Paragraph{Text: []Run{{Text: "Wort"}, {Note: len(m.notes)}}}
	case 9:
		return Figure{Width: len(m.data), Height: 300, Alt: "Bild", Caption: m.text()}
	case 10:
		return Rule{}
	case 11:
		return Quote{Blocks: inner(), Source: m.text()}
	}
	return Paragraph{Text: m.text()}
}
