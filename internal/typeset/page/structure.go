package page

// Role is the kind of a structure element (ISO 32000-1, 14.8.4).
type Role uint8

// The roles. Content is no element but a leaf: the place among its
// neighbours at which the items that name it are read.
const (
	Content Role = iota + 1
	Root         // the Document element
	Part
	Article
	Section
	Aside // beside the matter: an info box
	Div
	Title // the headline in PDF 2.0; H1 before
	H1
	H2
	H3
	H4
	H5
	H6
	Paragraph
	BlockQuote
	Code
	List
	ListItem
	Label
	Body
	Table
	TableHead
	TableBody
	TableFoot
	Row
	HeaderCell
	DataCell
	Caption
	Figure
	Note
	Reference
	Anchor // a Link element
	Span
	Strong
	Emphasis
	TOC
	TOCItem
	Index
)

// Node is an element of the logical structure, or a Content leaf of one. The
// elements form a tree by indexes into Document.Nodes; 0 means none, for the
// root is nobody's kid. A parent stands before its kids; kids are read in the
// order of Next, which need not be that of their indexes.
type Node struct {
	Role                      Role
	Parent, First, Last, Next int32
	Attr                      int32 // index into Document.Attrs; 0 for none
}

// Attr is what only few elements have.
type Attr struct {
	Lang   string // natural language, if it differs from that around it
	Title  string // a heading's text
	Alt    string // what a figure shows
	Actual string // the text that glyphs stand for
	Expand string // what an abbreviation means
	ID     string // unique in the document: notes and table headers

	Numbering Numbering // of a List
	Scope     Scope     // of a HeaderCell
	Headers   []int32   // the HeaderCells of a cell
	ColSpan   int32     // 0 means 1
	RowSpan   int32     // 0 means 1
	Align     Align     // of a cell or paragraph

	Place Rect  // where a figure or table stands: its bounding box
	Page  int32 // where the element begins, for links and outline: index of its page
	X, Y  Unit  // … and its top left corner
	Rise  Unit  // baseline shift of a superior or inferior
	Decor Decor // a line through or under the text
}

// Numbering is how the labels of a list look (ListNumbering).
type Numbering uint8

// The numberings.
const (
	NoLabels Numbering = iota
	Disc
	Decimal
	LowerAlpha
	UpperAlpha
	LowerRoman
	UpperRoman
	Unordered
)

// Scope says what a header cell is the header of.
type Scope uint8

// The scopes.
const (
	NoScope Scope = iota
	Column
	RowScope
	Both
)

// Align is how lines stand between their margins.
type Align uint8

// The alignments.
const (
	Start Align = iota
	End
	Center
	Justify
)

// Decor is a decoration of text.
type Decor uint8

// The decorations.
const (
	Plain Decor = iota
	Underline
	LineThrough
)

// Add appends an element to the kids of parent and is its index.
func (d *Document) Add(parent int32, role Role) int32 {
	n := d.New(role)
	if n > 0 {
		d.Attach(parent, n)
	}
	return n
}

// New is an element that has no parent yet.
func (d *Document) New(role Role) int32 {
	d.Nodes = append(d.Nodes, Node{Role: role})
	return int32(len(d.Nodes) - 1)
}

// Attach makes a new element the last kid of parent.
func (d *Document) Attach(parent, n int32) {
	d.Nodes[n].Parent = parent
	p := &d.Nodes[parent]
	if p.First == 0 {
		p.First = n
	} else {
		d.Nodes[p.Last].Next = n
	}
	p.Last = n
}

// Attr gives node an Attr if it has none yet, to be filled in.
func (d *Document) Attr(node int32) *Attr {
	if len(d.Attrs) == 0 {
		d.Attrs = append(d.Attrs, Attr{})
	}
	n := &d.Nodes[node]
	if n.Attr == 0 {
		n.Attr = int32(len(d.Attrs))
		d.Attrs = append(d.Attrs, Attr{})
	}
	return &d.Attrs[n.Attr]
}
