package layout

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"stadtbote/internal/typeset/page"
)

// check finds what is wrong with a set story, whatever it is.
func check(t *testing.T, s *Setter, story *Story) *page.Document {
	t.Helper()
	doc, problems := s.Set(story)
	if len(problems) == 0 {
		if got, want := read(doc), told(story); !slices.Equal(got, want) {
			for i := range max(len(got), len(want)) {
				if i >= len(got) || i >= len(want) || got[i] != want[i] {
					t.Errorf("block %d reads %q\n\twant %q", i, at(got, i), at(want, i))
					break
				}
			}
		}
	}
	checkPlaces(t, doc, len(problems) == 0)
	checkLinks(t, doc)
	return doc
}

func at(s []string, i int) string {
	if i < len(s) {
		return s[i]
	}
	return "(nothing)"
}

// checkPlaces finds what lies outside the page or its margins.
func checkPlaces(t *testing.T, doc *page.Document, strict bool) {
	t.Helper()
	for p := range doc.Pages {
		for _, it := range doc.Pages[p].Items {
			top, end := it.Y, it.Y+it.H
			if it.Kind == page.Text {
				top, end = it.Y-it.Size*9/10, it.Y+it.Size*3/10
			}
			if it.X < leftEdge-page.Point || strict && it.X+it.W > rightEdge+page.Point || top < 0 || strict && end > page.A4Height {
				t.Errorf("page %d: out of the page: %+v %q", p+1, it, glyphText(doc, &it))
				return
			}
		}
	}
}

// checkLinks finds links without a place or an end.
func checkLinks(t *testing.T, doc *page.Document) {
	t.Helper()
	for p := range doc.Pages {
		for _, l := range doc.Pages[p].Links {
			if l.URL == "" && (l.Dest == 0 || doc.Nodes[l.Dest].Attr == 0) || len(l.Rects) == 0 || l.Contents == "" || doc.Nodes[l.Node].Role != page.Anchor {
				t.Errorf("page %d: %+v", p+1, l)
			}
		}
	}
}

func TestEverythingIsReadInOrder(t *testing.T) {
	s := setter(t)
	doc := check(t, s, sample())
	if len(doc.Outline) != 3 || doc.Outline[0].Level != 1 || doc.Outline[1].Title != "Was sich für Anwohner ändert" {
		t.Errorf("outline: %+v", doc.Outline)
	}
}

func TestSettingAgainGivesTheSame(t *testing.T) {
	s := setter(t)
	first, _ := s.Set(sample())
	kept := clone(first)
	s.Set(&Story{Lang: "en", Body: []Block{para("Something else, in between.")}})
	again, _ := s.Set(sample())
	if !reflect.DeepEqual(kept, clone(again)) {
		t.Error("the second time gives another document")
	}
	fresh, _ := setter(t).Set(sample())
	kept.Faces = fresh.Faces
	if !reflect.DeepEqual(kept, clone(fresh)) {
		t.Error("another setter gives another document")
	}
}

// clone copies a document that is valid only for a while.
func clone(doc *page.Document) *page.Document {
	c := *doc
	c.Pages, c.Nodes, c.Attrs = nil, slices.Clone(doc.Nodes), slices.Clone(doc.Attrs)
	c.Glyphs, c.Outline = slices.Clone(doc.Glyphs), slices.Clone(doc.Outline)
	for _, p := range doc.Pages {
		p.Items, p.Links = slices.Clone(p.Items), slices.Clone(p.Links)
		c.Pages = append(c.Pages, p)
	}
	return &c
}

// lorem is n words of German that mean nothing.
func lorem(n int) string {
	words := strings.Fields(`Die Gemeindeverwaltung Krähwinkel bearbeitet Bauanträge seit heute ohne Papier und verschickt die
		Bescheide über das Bürgerportal, das auch Ausweise verlängert; wer lieber vorbeikommt, findet am Marktplatz weiterhin ein
		Bürgerbüro mit Öffnungszeiten bis achtzehn Uhr`)
	var text strings.Builder
	for i := range n {
		if i > 0 {
			text.WriteByte(' ')
		}
		text.WriteString(words[(i*7+i/31)%len(words)])
	}
	return text.String()
}

func TestHardStories(t *testing.T) {
	var deep Block = Paragraph{Text: text_("ganz innen")}
	for range 30 {
		deep = List{Items: []ListItem{{Blocks: []Block{deep}}}}
	}
	manyNotes := &Story{Lang: "de", Words: sampleWords}
	for i := range 1000 {
		manyNotes.Notes = append(manyNotes.Notes, Note{Blocks: []Block{para(fmt.Sprintf("Anmerkung %d: %s", i+1, lorem(i%40)))}})
	}
	for i := range 100 {
		var runs []Run
		for k := range 10 {
			runs = append(runs, Run{Text: lorem(12) + " Wort"}, Run{Note: 10*i + k + 1}, Run{Text: " "})
		}
		manyNotes.Body = append(manyNotes.Body, Paragraph{Text: runs})
	}
	longTable := Table{Columns: make([]page.Align, 3), Head: []Cell{text_("Nummer"), text_("Ort"), text_("Bemerkung")}}
	for i := range 500 {
		longTable.Rows = append(longTable.Rows, []Cell{text_(fmt.Sprint(i)), text_("Posemuckel"), text_(lorem(i % 20))})
	}
	for _, c := range []struct {
		name  string
		story *Story
		pages [2]int // at least, at most
	}{
		{"nothing at all", &Story{}, [2]int{1, 1}},
		{"only a headline", &Story{Head: Head{Headline: text_("Kurz")}}, [2]int{1, 1}},
		{"only white space", &Story{Body: []Block{para(" \n\t "), Heading{Level: 9, Text: text_("")}, List{}, Quote{}, Table{}, Code{}, Figure{}}}, [2]int{1, 1}},
		{"150 KB", &Story{Lang: "de", Body: []Block{para(lorem(10000)), Heading{Level: 2, Text: text_("Und weiter")}, para(lorem(8000))}}, [2]int{30, 60}},
		{"lists 30 deep", &Story{Lang: "de", Body: []Block{deep}}, [2]int{1, 2}},
		{"1000 footnotes", manyNotes, [2]int{20, 110}},
		{"a table of 500 rows", &Story{Lang: "de", Body: []Block{longTable}}, [2]int{10, 30}},
		{"a cell longer than a page", &Story{Lang: "de", Body: []Block{Table{Columns: make([]page.Align, 2), Rows: [][]Cell{{text_("kurz"), text_(lorem(1500))}}}}}, [2]int{2, 4}},
		{"a place with a long name", &Story{Head: Head{Place: "Sankt Donaudampfschifffahrtsbrücken an der Mühlach", Headline: text_("Ja")}}, [2]int{1, 1}},
		{"a note without a mark, a mark without a note", &Story{Notes: []Note{{Blocks: []Block{para("nie")}}}, Body: []Block{Paragraph{Text: []Run{{Text: "Wort"}}}}}, [2]int{1, 1}},
		{"two marks of one note", &Story{Words: sampleWords, Notes: []Note{{Blocks: []Block{para("beide")}}}, Body: []Block{Paragraph{Text: []Run{{Text: "Eins"}, {Note: 1}, {Text: " zwei"}, {Note: 1}}}}}, [2]int{1, 1}},
		{"a note longer than a page", &Story{Lang: "de", Words: sampleWords, Notes: []Note{{Blocks: []Block{para(lorem(3000))}}}, Body: []Block{Paragraph{Text: []Run{{Text: "Siehe"}, {Note: 1}}}, para(lorem(400))}}, [2]int{3, 10}},
		{"a picture a thousand times as wide as high", &Story{Body: []Block{Figure{Width: 100000, Height: 100, Alt: "Strich"}, Figure{Width: 1, Height: 100000, Alt: "Strich"}}}, [2]int{1, 2}},
		{"a frame taller than the page", &Story{Lang: "de", Body: []Block{para("davor"), Box{Framed: true, Blocks: []Block{para(lorem(900))}}, para("danach")}}, [2]int{2, 5}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := check(t, setter(t), c.story)
			if n := len(doc.Pages); n < c.pages[0] || n > c.pages[1] {
				t.Errorf("%d pages, want %v", n, c.pages)
			}
		})
	}
}

func TestWideTablesStayOnThePage(t *testing.T) {
	for _, columns := range []int{8, 12, 20, 40} {
		table := Table{Columns: make([]page.Align, columns)}
		row := make([]Cell, columns)
		for c := range row {
			row[c] = text_("Haushaltsansatz")
		}
		table.Head, table.Rows = row, [][]Cell{row, row}
		s := setter(t)
		doc, problems := s.Set(&Story{Lang: "de", Body: []Block{table}})
		checkPlaces(t, doc, columns <= 40)
		tooWide := slices.ContainsFunc(problems, func(p Problem) bool { return p.Kind == TableTooWide })
		if tooWide != (columns >= 40) {
			t.Errorf("%d columns: %v", columns, problems)
		}
	}
}

func TestProblemsAreReported(t *testing.T) {
	long := strings.Repeat("Xq9", 60)
	for _, c := range []struct {
		name string
		runs []Run
		want []Problem
	}{
		{"Chinese, named once", []Run{{Text: "北京 und noch einmal 北", Source: 7}}, []Problem{{NoGlyph, "京", 7}, {NoGlyph, "北", 7}}},
		{"Arabic", []Run{{Text: "م", Source: 1}}, []Problem{{NoGlyph, "م", 1}}},
		{"an emoji with a joiner and a selector", []Run{{Text: "a\U0001F469\u200d\ufe0fb"}}, []Problem{{NoGlyph, "\U0001F469", 0}}},
		{"a word wider than the line", []Run{{Text: long, Source: 3}}, []Problem{{WordTooWide, long, 3}}},
		{"Greek, Cyrillic and arrows are no problem", []Run{{Text: "Ω мир → ☑ ≤ Łódź ﬁ"}}, nil},
		{"accents that are written apart are joined", []Run{{Text: "Kra\u0308hwinkel"}}, nil},
	} {
		_, got := setter(t).Set(&Story{Lang: "de", Body: []Block{Paragraph{Text: c.runs}}})
		slices.SortFunc(got, func(a, b Problem) int { return strings.Compare(a.Text, b.Text) })
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
