package layout

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"stadtbote/internal/typeset/page"
)

// read is the text of a document as a screen reader gets it: leaf by leaf in
// the order of the structure, divided words joined. A paragraph, heading,
// cell, label … is one string.
func read(doc *page.Document) []string {
	leaves := make(map[int32]*strings.Builder)
	for p := range doc.Pages {
		for _, it := range doc.Pages[p].Items {
			if it.Kind != page.Text || it.Leaf == 0 {
				continue
			}
			if leaves[it.Leaf] == nil {
				leaves[it.Leaf] = &strings.Builder{}
			}
			leaves[it.Leaf].WriteString(glyphText(doc, &it))
		}
	}
	r := reader{doc: doc, leaves: leaves}
	r.walk(0)
	r.end()
	return r.blocks
}

// shown is what can be seen of a text: white space made single, nothing that
// draws nothing, accents joined with their letters.
func shown(text string) string {
	text = strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && r != '\r' && ignorable(r) {
			return -1
		}
		return r
	}, text)
	fields := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' })
	return norm.NFC.String(strings.Join(fields, " "))
}

// glyphText is what the glyphs of an item stand for.
func glyphText(doc *page.Document, it *page.Item) string {
	var text strings.Builder
	for _, g := range doc.Glyphs[it.From:it.To] {
		text.WriteRune(doc.Faces[it.Face].Rune(g.Glyph))
	}
	return text.String()
}

type reader struct {
	doc    *page.Document
	leaves map[int32]*strings.Builder
	text   strings.Builder
	blocks []string
}

func (r *reader) walk(n int32) {
	node := &r.doc.Nodes[n]
	switch node.Role {
	case page.Content:
		if b := r.leaves[n]; b != nil {
			r.text.WriteString(b.String())
		}
		return
	case page.Anchor, page.Span, page.Strong, page.Emphasis, page.Code:
	default:
		r.end()
		defer r.end()
	}
	for k := node.First; k != 0; k = r.doc.Nodes[k].Next {
		r.walk(k)
	}
}

func (r *reader) end() {
	if text := shown(r.text.String()); text != "" {
		r.blocks = append(r.blocks, text)
	}
	r.text.Reset()
}

// told is the text of a story in the order in which it should be read, with
// the notes where their marks are. It is made from the story alone.
func told(story *Story) []string {
	t := teller{story: story, noted: map[int]bool{}}
	h := &story.Head
	t.block(strings.TrimSpace(h.Place + " " + h.PlaceDetail))
	t.block(strings.Join(h.MorePlaces, " "))
	t.block(h.Plate)
	t.block(h.Date)
	t.block(h.Flag)
	for _, runs := range [][]Run{h.Kicker, h.Headline, h.Subtitle, h.Teaser} {
		t.runs(runs)
	}
	t.all(story.Body)
	for _, r := range story.Records {
		t.block(r.Label)
		t.runs(r.Text)
	}
	return t.blocks
}

type teller struct {
	story  *Story
	noted  map[int]bool
	blocks []string
}

func (t *teller) block(text string) {
	if text = shown(text); text != "" {
		t.blocks = append(t.blocks, text)
	}
}

// runs tells a paragraph; a note interrupts it.
func (t *teller) runs(runs []Run) {
	text := ""
	for _, r := range runs {
		if r.Note == 0 {
			text += r.Text
			continue
		}
		t.block(text)
		text = ""
		t.block(strconv.Itoa(r.Note))
		if !t.noted[r.Note] && r.Note <= len(t.story.Notes) {
			t.noted[r.Note] = true
			t.block(strconv.Itoa(r.Note))
			t.all(t.story.Notes[r.Note-1].Blocks)
		}
	}
	t.block(text)
}

func (t *teller) all(blocks []Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case Paragraph:
			t.runs(b.Text)
		case Heading:
			t.runs(b.Text)
		case List:
			start := max(b.Start, 1)
			for i, item := range b.Items {
				t.block(label(b, item, start+i))
				t.all(item.Blocks)
			}
		case Definitions:
			for _, d := range b.Items {
				t.runs(d.Term)
				t.all(d.Blocks)
			}
		case Quote:
			t.all(b.Blocks)
			t.runs(b.Source)
		case Box:
			t.block(b.Label)
			t.all(b.Blocks)
		case Figure:
			t.runs(caption(b))
		case Table:
			t.table(b)
		case Code:
			t.block(b.Text)
		}
	}
}

func (t *teller) table(b Table) {
	t.runs(b.Caption)
	for _, c := range b.Head {
		t.runs(c)
	}
	for _, row := range b.Rows {
		for _, c := range row {
			t.runs(c)
		}
	}
}
