// Package layout sets stories as pages: headlines, paragraphs, lists, tables,
// pictures and notes become glyphs at places, with the structure that says
// what they are.
//
// A Story goes through three rooms.
//
//   - The composing room (blocks, inline, table, …) sets each block as slabs:
//     strips as wide as the page that lie below each other, mostly one line of
//     text. What hangs left of the axis – a place sign, a caption, the source
//     of a quotation – belongs to the slab beside it. Meanwhile the structure
//     grows in reading order.
//   - The make-up room (pages) divides the column of slabs into pages. A slab
//     says how bad a break after it would be, and which notes it needs at the
//     foot of its page.
//   - At last each page gets its header and footer (running), which need the
//     number of pages.
//
// The sheet is that of the house: A4, everything about place and time left of
// one axis, everything else right of it. All measures stand in sheet.go.
//
// Rules of the house: text is ragged right unless the story wants it
// justified; headings and headlines are never justified or divided by hyphens;
// a heading stays with what follows; no paragraph leaves a single line behind
// or takes one along; the word that ends a paragraph stays whole.
//
// The package knows nothing of articles, files or PDF. Nothing in it depends
// on anything but its input, down to the last thousandth of a point.
package layout

import (
	"stadtbote/internal/typeset/font"
	"stadtbote/internal/typeset/hyphen"
	"stadtbote/internal/typeset/linebreak"
	"stadtbote/internal/typeset/page"
)

// Setter sets stories, one after the other; it remembers words and keeps its
// working memory. Each goroutine needs its own.
type Setter struct {
	faces       []*font.Face
	hyphenators map[string]*hyphen.Hyphenator
	words       words
	shaper      shaper
	breaker     linebreak.Breaker

	story    *Story
	doc      page.Document
	sheets   []sheet   // by page
	headline page.Role // of the headline of a story
	problems []Problem
	root     int32 // the Art element

	// The galley: what is set and not yet on a page. Coordinates of its items,
	// links and spots are x on the page and y below the top of their slab.
	items  []page.Item
	links  []galleyLink
	spots  []spot
	slabs  []slab
	heads  []tableHead
	frames []frame
	notes  []note

	inline   inline
	body     look             // of paragraphs, in the story or in notes
	mainEnd  int              // the slabs from here on are notes
	widths   []int64          // of the lines of a paragraph
	owners   []int32          // see emitter
	kept     []linebreak.Line // lines of cells
	hung     func()           // what hangs beside the next slab
	gap      page.Unit        // of the slab that is open
	overhang page.Unit        // how far hung text reaches below the last slab
	refs     []int32          // numbers of the notes that slabs need
}

// The faces of a document, by index in Document.Faces.
const (
	regular uint8 = iota
	italic
	bold
	head
	mono
	spare
)

// New makes a Setter for a family of fonts. Text in a language that
// hyphenators lacks is not divided; its keys are like "de".
func New(family font.Family, hyphenators map[string]*hyphen.Hyphenator) *Setter {
	return &Setter{
		faces:       []*font.Face{family.Regular, family.Italic, family.Bold, family.Head, family.Mono, family.Spare},
		hyphenators: hyphenators,
	}
}

// Set sets a story. The document is valid until the next call. Problems are
// what the author has to know: characters that no font has, words that had
// to be broken anywhere. There is a document in any case.
func (s *Setter) Set(story *Story) (*page.Document, []Problem) {
	s.reset(story.Lang)
	s.headline = page.Title
	s.setStory(s.doc.Add(0, page.Root), story)
	s.running(story.Words)
	return &s.doc, s.problems
}

// reset empties the document and keeps its memory.
func (s *Setter) reset(lang string) {
	d := &s.doc
	s.doc = page.Document{
		Lang: lang, Faces: s.faces, Pages: d.Pages[:0], Nodes: d.Nodes[:0],
		Attrs: append(d.Attrs[:0], page.Attr{}), Glyphs: d.Glyphs[:0], Outline: d.Outline[:0],
	}
	s.problems, s.sheets = nil, s.sheets[:0]
	s.words.trim()
}

// setStory sets a story onto new pages.
func (s *Setter) setStory(parent int32, story *Story) {
	s.begin(story)
	s.root = s.doc.Add(parent, page.Article)
	if story.Lang != s.doc.Lang {
		s.doc.Attr(s.root).Lang = story.Lang
	}
	s.setHead()
	s.setBlocks(s.root, story.Body, column())
	s.setRecords()
	s.finish(len(s.doc.Pages))
}

// begin empties the galley for a story.
func (s *Setter) begin(story *Story) {
	s.story, s.body = story, bodyLook
	s.items, s.links, s.spots, s.refs = s.items[:0], s.links[:0], s.spots[:0], s.refs[:0]
	s.slabs, s.heads, s.frames = s.slabs[:0], s.heads[:0], s.frames[:0]
	s.notes = append(s.notes[:0], make([]note, len(story.Notes))...)
	s.hung, s.overhang = nil, 0
}

// finish sets the notes and makes pages of the galley, from the given page on.
func (s *Setter) finish(first int) {
	s.mainEnd = len(s.slabs)
	s.setNotes()
	s.makeUp(first)
}

// Problem is something that an author should know.
type Problem struct {
	Kind   ProblemKind
	Text   string // the character or the word
	Source int    // Run.Source of the run it is in
}

// ProblemKind is what a Problem is about.
type ProblemKind uint8

// The kinds of problems.
const (
	NoGlyph      ProblemKind = iota + 1 // no font has the character; a substitute is shown
	WordTooWide                         // the word is wider than its line and was broken anywhere
	TableTooWide                        // the table is wider than the page; its words were broken anywhere
)

func (s *Setter) report(kind ProblemKind, text string, source int) {
	for _, p := range s.problems {
		if p.Kind == kind && p.Text == text && p.Source == source {
			return
		}
	}
	if len(s.problems) < maxProblems {
		s.problems = append(s.problems, Problem{kind, text, source})
	}
}

// maxProblems is where reporting ends: a text in a script that no font has
// would report each letter.
const maxProblems = 100
