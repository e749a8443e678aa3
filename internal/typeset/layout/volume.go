package layout

import (
	"strconv"

	"stadtbote/internal/typeset/page"
)

// Volume is many stories in one document: a cover with a table of contents,
// the stories, each beginning a page, and an index.
type Volume struct {
	Cover    *Story // its language, words and frame are those of the volume
	Contents string // heading of the table of contents
	Stories  []*Story
	Index    string // heading of the index
	Entries  []Entry
}

// Entry is an entry of the index.
type Entry struct {
	Term    string
	Stories []int // the stories that it names, as indexes of Volume.Stories
}

// Bind sets a volume. The document is valid until the next call.
//
// The cover comes first and tells on which pages the stories begin. How many
// pages it takes itself does not depend on these numbers, so it is set twice:
// to be measured, and at last to be kept.
func (s *Setter) Bind(v *Volume) (*page.Document, []Problem) {
	s.reset(v.Cover.Lang)
	s.setCover(s.doc.Add(0, page.Root), v, make([]int32, len(v.Stories)))
	reserved := len(s.doc.Pages)

	s.reset(v.Cover.Lang)
	root := s.doc.Add(0, page.Root)
	front := s.doc.Add(root, page.Part)
	for range reserved {
		s.addPage()
	}
	heads := make([]int32, len(v.Stories))
	s.headline = page.H1
	for i, story := range v.Stories {
		entries := len(s.doc.Outline)
		s.setStory(root, story)
		heads[i] = s.root
		if entries < len(s.doc.Outline) {
			heads[i] = s.doc.Outline[entries].Node
		}
	}
	s.setIndex(root, v, heads)
	stories := len(s.doc.Outline)
	s.setCover(front, v, heads)
	s.doc.Outline = append(s.doc.Outline[stories:len(s.doc.Outline):len(s.doc.Outline)], s.doc.Outline[:stories]...)
	s.running(v.Cover.Words)
	return &s.doc, s.problems
}

// setCover sets the cover onto the first pages. heads are the elements
// to which the table of contents leads.
func (s *Setter) setCover(parent int32, v *Volume, heads []int32) {
	s.begin(v.Cover)
	s.headline = page.Title
	s.root = parent
	s.setHead()
	s.setBlocks(parent, v.Cover.Body, column())
	if len(v.Stories) > 0 {
		s.setHeading(parent, Heading{Level: 2, Text: []Run{{Text: v.Contents}}}, column())
		toc := s.doc.Add(parent, page.TOC)
		for i, story := range v.Stories {
			s.setContent(s.doc.Add(toc, page.TOCItem), story, heads[i])
		}
	}
	s.setRecords()
	s.finish(0)
}

// numberWidth is the room for the number of a page.
var numberWidth = pt(300)

// setContent sets an entry of the table of contents: left of the axis the
// date, right of it the headline and the number of its page; all of it leads
// to the story.
func (s *Setter) setContent(item int32, story *Story, dest int32) {
	mark := s.inline.mark()
	title := plain(story.Head.Headline)
	number := s.pageNumber(dest)
	anchor := s.doc.Add(s.doc.Add(item, page.Reference), page.Anchor)
	in := &s.inline
	in.links = append(in.links, linkRef{
		node: anchor, dest: dest, quiet: true,
		contents: title + ", " + s.story.Words.Page + " " + number,
	})
	lang := story.Lang
	if lang == s.doc.Lang {
		lang = ""
	}
	strong := bodyLook
	strong.face, strong.divide = bold, false
	part := func(text, lang string, l look, m margins, align page.Align) cell {
		tags := tagger{s: s, parent: anchor, link: int32(len(in.links)), within: int32(len(in.links))}
		c := cell{text: s.composeIn(tags, []Run{{Text: text, Lang: lang}}, l), at: place{x: m.x, width: m.width(), align: align}}
		s.fill(&c)
		return c
	}
	s.setRow(&row{
		cells: []cell{
			part(story.Head.Date, "", bodyLook, hungColumn(), page.Start),
			part(title, lang, strong, margins{axis, rightEdge - numberWidth}, page.Start),
			part(number, "", bodyLook, margins{rightEdge - numberWidth, rightEdge}, page.End),
		},
		look: bodyLook, above: rowAbove, below: rowBelow,
		rule: func(y page.Unit) { s.rule(leftEdge, rightEdge, y, hairline, grey) },
	})
	s.kept = s.kept[:0]
	s.inline.release(mark)
}

// pageNumber is the number of the page on which an element begins, as it is
// printed.
func (s *Setter) pageNumber(node int32) string {
	if node == 0 {
		return "0"
	}
	return strconv.Itoa(int(s.doc.Attr(node).Page) + 1)
}

// setIndex sets the index onto pages of its own.
func (s *Setter) setIndex(parent int32, v *Volume, heads []int32) {
	if len(v.Entries) == 0 {
		return
	}
	frame := *v.Cover
	frame.Head, frame.Body, frame.Records, frame.Notes = Head{}, nil, nil, nil
	s.begin(&frame)
	node := s.doc.Add(parent, page.Index)
	s.setHeading(node, Heading{Level: 2, Text: []Run{{Text: v.Index}}}, column())
	list := s.doc.Add(node, page.List)
	s.body = tableLook
	for _, e := range v.Entries {
		runs := []Run{{Text: e.Term + " "}}
		for i, n := range e.Stories {
			if i > 0 {
				runs = append(runs, Run{Text: ", "})
			}
			runs = append(runs, Run{Text: s.pageNumber(heads[n]), dest: heads[n]})
		}
		li := s.doc.Add(list, page.ListItem)
		s.setParagraph(li, runs, column(), paragraph{look: tableLook, role: page.Body, gap: pt(10)})
	}
	s.finish(len(s.doc.Pages))
}
