package layout

import (
	"strings"
	"testing"

	"stadtbote/internal/typeset/page"
)

// lineOf is a line of text on a page: where it is and what it says.
type lineOf struct {
	page int
	y    page.Unit
	text string
	leaf int32
	face uint8
}

// linesRight are the lines right of the axis, without header and footer.
func linesRight(doc *page.Document) []lineOf {
	var lines []lineOf
	for p := range doc.Pages {
		for _, it := range doc.Pages[p].Items {
			if it.Kind != page.Text || it.Leaf == 0 || it.X < axis {
				continue
			}
			if n := len(lines); n > 0 && lines[n-1].page == p && lines[n-1].y == it.Y {
				lines[n-1].text += glyphText(doc, &it)
				continue
			}
			lines = append(lines, lineOf{p, it.Y, glyphText(doc, &it), it.Leaf, it.Face})
		}
	}
	return lines
}

// TestNoParagraphLeavesASingleLine moves paragraphs of all lengths over the
// foot of a page.
func TestNoParagraphLeavesASingleLine(t *testing.T) {
	s := setter(t)
	for push := range 60 {
		story := &Story{Lang: "de"}
		for i := range 12 {
			if i%3 == 1 {
				story.Body = append(story.Body, Heading{Level: 2, Text: text_("Zwischentitel")})
			}
			story.Body = append(story.Body, para(lorem(push*3+i*13%70+8)))
		}
		doc := check(t, s, story)
		lines := linesRight(doc)
		for i := 1; i < len(lines); i++ {
			a, b := lines[i-1], lines[i]
			if a.page == b.page {
				continue
			}
			if a.face == head {
				t.Fatalf("%d: a heading at the foot of page %d", push, a.page+1)
			}
			if a.leaf != b.leaf {
				continue
			}
			if i < 2 || lines[i-2].leaf != a.leaf || lines[i-2].page != a.page {
				t.Fatalf("%d: a single line at the foot of page %d: %s", push, a.page+1, a.text)
			}
			if i+1 == len(lines) || lines[i+1].leaf != b.leaf {
				t.Fatalf("%d: a single line at the top of page %d: %s", push, b.page+1, b.text)
			}
		}
	}
}

func TestHeadingsAreNeverDivided(t *testing.T) {
	s := setter(t)
	doc, _ := s.Set(&Story{Lang: "de", Head: Head{Headline: text_("Straßenbeleuchtungskonzept: Gemeindeverwaltung beschließt Beschleunigungssatzung im Haushaltsausschuss")}})
	for _, l := range linesRight(doc) {
		if strings.ContainsRune(l.text, '\u00ad') {
			t.Errorf("divided: %s", l.text)
		}
	}
}

func TestTheLastWordStaysWhole(t *testing.T) {
	s := setter(t)
	for n := range 200 {
		doc, _ := s.Set(&Story{Lang: "de", Body: []Block{para(lorem(n) + " Verwaltungsmodernisierung.")}})
		lines := linesRight(doc)
		if last := lines[len(lines)-1].text; !strings.HasSuffix(last, "Verwaltungsmodernisierung.") {
			t.Errorf("%d words: the last line is %q", n, last)
		}
	}
}

func TestNotesStandOnThePageOfTheirMark(t *testing.T) {
	story := &Story{Lang: "de", Words: sampleWords}
	for i := range 30 {
		story.Notes = append(story.Notes, Note{Blocks: []Block{para(lorem(10 + i))}})
		story.Body = append(story.Body, Paragraph{Text: []Run{{Text: lorem(30 + i*3)}, {Note: i + 1}, {Text: " " + lorem(20)}}})
	}
	doc := check(t, setter(t), story)
	for p := range doc.Pages {
		for _, l := range doc.Pages[p].Links {
			if l.Dest != 0 && doc.Attrs[doc.Nodes[l.Dest].Attr].Page != int32(p) {
				t.Errorf("page %d: %s leads to page %d", p+1, l.Contents, doc.Attrs[doc.Nodes[l.Dest].Attr].Page+1)
			}
		}
	}
}

func TestATableRepeatsItsHeadOnEachPage(t *testing.T) {
	table := Table{Columns: make([]page.Align, 2), Head: []Cell{text_("Straße"), text_("Stand")}}
	for range 100 {
		table.Rows = append(table.Rows, []Cell{text_("Am Mühlgraben"), text_(lorem(9))})
	}
	doc := check(t, setter(t), &Story{Lang: "de", Body: []Block{table}})
	if len(doc.Pages) < 3 {
		t.Fatalf("%d pages", len(doc.Pages))
	}
	for p := range doc.Pages {
		repeated := 0
		for _, it := range doc.Pages[p].Items {
			if it.Kind == page.Text && it.Artifact == page.Repeated && it.Leaf == 0 && glyphText(doc, &it) == "Straße" {
				repeated++
			}
		}
		if want := min(p, 1); repeated != want {
			t.Errorf("page %d repeats the head %d times, want %d", p+1, repeated, want)
		}
	}
}

func TestJustifiedLinesEndAtTheMargin(t *testing.T) {
	s := setter(t)
	doc, _ := s.Set(&Story{Lang: "de", Justify: true, Body: []Block{para(lorem(200))}})
	full := 0
	for _, it := range doc.Pages[0].Items {
		if it.Kind == page.Text && it.Leaf != 0 && it.X == axis {
			if d := it.X + it.W - textEnd; d > -page.Point/4 && d < page.Point/4 {
				full++
			}
		}
	}
	if full < 15 {
		t.Errorf("%d lines end at the margin", full)
	}
}

func TestASpaceBesideALinkLiesOutsideOfIt(t *testing.T) {
	s := setter(t)
	doc, _ := s.Set(&Story{Body: []Block{Paragraph{Text: []Run{{Text: "Siehe "}, {Text: " das Archiv ", URL: "https://posemuckel.example/"}, {Text: "im Netz und "}, {Text: "den ", URL: "https://a.example/"}, {Text: "Plan", URL: "https://a.example/", Style: Strong}}}}})
	links := doc.Pages[0].Links
	if len(links) != 2 || links[0].Contents != "das Archiv" || links[1].Contents != "den Plan" {
		t.Fatalf("%+v", links)
	}
	var text []string
	for _, it := range doc.Pages[0].Items {
		if it.Kind == page.Text && it.Leaf != 0 {
			text = append(text, glyphText(doc, &it))
		}
	}
	if got := strings.Join(text, "|"); got != "Siehe |das Archiv| im Netz und |den |Plan" {
		t.Error(got)
	}
}

func TestTheNameOnThePlateHasEvenLines(t *testing.T) {
	doc, _ := setter(t).Set(&Story{Frame: Frame{Name: "Digitale Städte und Regionen"}})
	var lines []string
	for _, it := range doc.Pages[0].Items {
		if it.Kind == page.Text && it.Artifact == page.Header {
			lines = append(lines, strings.TrimSpace(glyphText(doc, &it)))
		}
	}
	if got := strings.Join(lines, "/"); got != "Digitale Städte/und Regionen" {
		t.Error(got)
	}
}
