package layout

import (
	"strconv"
	"strings"
	"testing"

	"stadtbote/internal/typeset/page"
)

// sampleVolume is a press review of n stories.
func sampleVolume(n int) *Volume {
	v := &Volume{
		Cover: &Story{
			Lang: "de", Frame: sampleFrame, Words: sampleWords,
			Head: Head{
				Date: "[1.6.2031]", Kicker: text_("Pressespiegel"), Headline: text_("Glasfaser im Landkreis Posemuckel"),
				Teaser: text_("Alle Meldungen des ersten Halbjahrs 2031."),
			},
		},
		Contents: "Inhalt", Index: "Stichwörter",
	}
	for i := range n {
		story := sample()
		story.Head.Headline = text_("Meldung Nummer " + strconv.Itoa(i+1) + " aus Krähwinkel über den Ausbau im Landkreis")
		story.Body = append(story.Body, para(lorem(i*61%400)))
		v.Stories = append(v.Stories, story)
	}
	v.Entries = []Entry{{"Breitband", []int{0, n - 1}}, {"Glasfaser", []int{n / 2}}}
	return v
}

func TestAVolumeKnowsItsPages(t *testing.T) {
	s := setter(t)
	for _, n := range []int{1, 3, 60} {
		doc, problems := s.Bind(sampleVolume(n))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		checkPlaces(t, doc, true)
		checkLinks(t, doc)
		if doc.Outline[0].Title != "Glasfaser im Landkreis Posemuckel" || doc.Outline[1].Title != "Inhalt" || doc.Outline[2].Title[:7] != "Meldung" {
			t.Errorf("%d stories: outline %+v", n, doc.Outline[:3])
		}
		told := 0
		for p := range doc.Pages {
			for _, l := range doc.Pages[p].Links {
				if !strings.HasPrefix(l.Contents, "Meldung Nummer") {
					continue
				}
				told++
				number := l.Contents[strings.LastIndexByte(l.Contents, ' ')+1:]
				at := doc.Attrs[doc.Nodes[l.Dest].Attr].Page
				if number != strconv.Itoa(int(at)+1) || !onPage(doc, int(at), l.Contents[:17]) {
					t.Errorf("%d stories: %q leads to page %d", n, l.Contents, at+1)
				}
			}
		}
		if told != n {
			t.Errorf("%d stories: the table of contents has %d", n, told)
		}
	}
}

// onPage reports whether a page shows a headline that begins so.
func onPage(doc *page.Document, p int, title string) bool {
	for _, it := range doc.Pages[p].Items {
		if it.Kind == page.Text && it.Leaf != 0 && it.Face == head && strings.HasPrefix(glyphText(doc, &it), title) {
			return true
		}
	}
	return false
}

func TestAVolumeReadsFromCoverToIndex(t *testing.T) {
	doc, _ := setter(t).Bind(sampleVolume(2))
	blocks := read(doc)
	if blocks[0] != "[1.6.2031]" || blocks[1] != "Pressespiegel" || blocks[4] != "Inhalt" {
		t.Errorf("it begins with %q", blocks[:6])
	}
	if last := blocks[len(blocks)-1]; !strings.HasPrefix(last, "Glasfaser ") {
		t.Errorf("it ends with %q", last)
	}
}
