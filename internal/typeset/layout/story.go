package layout

import (
	"stadtbote/internal/typeset/page"
	"stadtbote/internal/typeset/qr"
)

// Story is a text to be set, with all that stands around it.
type Story struct {
	Lang    string // "de", BCP 47
	Head    Head
	Body    []Block
	Notes   []Note   // footnotes, by their number - 1
	Records []Record // the rows at the end: links, sources, address
	Frame   Frame
	Justify bool // flush right instead of ragged
	Words   Words
}

// Head is the top of a story. Empty fields leave no trace.
type Head struct {
	Place       string // on the large place sign
	PlaceDetail string // below it on the sign
	MorePlaces  []string
	Withdrawn   bool   // the sign is crossed out
	Plate       string // on the street sign: the section
	Date        string
	Flag        string // a word above all, such as "Anzeige"
	Kicker      []Run
	Headline    []Run
	Subtitle    []Run
	Teaser      []Run
}

// Frame is what stands on each page beside the story.
type Frame struct {
	Name   string // the publisher's name: on a plate on the first page, above the line on the others
	Title  string // the headline, short if need be, on all pages but the first
	Footer string // bottom left: publisher and address
}

// Words are the words that the setter itself adds, in the language of the
// story.
type Words struct {
	Page, Of string // "Seite 1 von 3"
	Note     string // "Fußnote", for those who hear the page
	Back     string // "Zurück zum Text"
}

// Block is a part of a text: one of the types below.
type Block interface{ block() }

// Paragraph is a paragraph.
type Paragraph struct{ Text []Run }

// Heading is a heading; Level is 2 to 6, 1 being the headline.
type Heading struct {
	Level int
	Text  []Run
}

// List is a list.
type List struct {
	Ordered bool
	Start   int // the first number of an ordered list
	Items   []ListItem
}

// ListItem is an item of a list.
type ListItem struct {
	Task   Task
	Blocks []Block
}

// Task says whether an item is one of a list of tasks, and done.
type Task uint8

// The tasks.
const (
	NoTask Task = iota
	Open
	Done
)

// Quote is a quotation. One with a source is set large, the source beside it.
type Quote struct {
	Blocks []Block
	Source []Run
}

// Box is a note beside the matter, between two rules, with a label beside it;
// a framed one is a foreign body, such as an advertisement.
type Box struct {
	Label  string
	Framed bool
	Blocks []Block
}

// Figure is a picture. Its size is in pixels.
type Figure struct {
	Picture       int // the caller's number of it
	Width, Height int
	Alt           string // what it shows; a figure without is decoration
	Caption       []Run
	Credit        []Run
}

// Table is a table. All rows have as many cells as there are columns.
type Table struct {
	Caption    []Run
	Columns    []page.Align
	Head       []Cell // may be empty
	Rows       [][]Cell
	RowHeaders bool // the first cell of each row is its header
}

// Cell is a cell of a table.
type Cell []Run

// Code is program text; its lines are kept.
type Code struct {
	Text   string
	Source int
}

// Rule is a line between two matters.
type Rule struct{}

// Definitions is a list of terms, each with its descriptions.
type Definitions struct{ Items []Definition }

// Definition is a term and what it means.
type Definition struct {
	Term   []Run
	Blocks []Block
}

func (Paragraph) block()   {}
func (Heading) block()     {}
func (List) block()        {}
func (Quote) block()       {}
func (Box) block()         {}
func (Figure) block()      {}
func (Table) block()       {}
func (Code) block()        {}
func (Rule) block()        {}
func (Definitions) block() {}

// Run is a piece of text in one style. White space counts as one space; a
// line feed ends the line.
type Run struct {
	Text   string
	Style  Style
	URL    string // where it leads
	Note   int    // the number of a footnote, whose mark this is; Text is not used
	Lang   string // if not that of the story
	Expand string // what the abbreviation means
	Source int    // for Problems: any number of the caller's

	dest int32 // the element it leads to, set by the package itself
}

// Style is how a run differs from its surroundings.
type Style uint8

// The styles; they can be combined.
const (
	Strong Style = 1 << iota
	Emphasis
	CodeStyle
	Strike
	Superior
	Inferior
	Marked // underlined, as a search term
	Sigil  // the mark of an author, after which the story ends
)

// Note is a footnote.
type Note struct{ Blocks []Block }

// Record is a row at the end of a story: a label and a text, and below it a QR
// code if there is one.
type Record struct {
	Label string
	Text  []Run
	Code  *qr.Code
	Alt   string // what the code says, in words
}
