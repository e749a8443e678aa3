package pdf

import (
	"errors"
	"fmt"
	"io"

	"stadtbote/internal/typeset/page"
)

// document is one file in the making.
type document struct {
	*file
	pages    *page.Document
	info     *Info
	pictures []*Image
	faces    []typeface
	byteMap  ref // of composite fonts
	unicode  ref // of simple fonts

	pageRefs []ref
	elements []ref     // by node; 0 for Content leaves
	leaves   []span    // by node: the marked content of a Content leaf
	marks    []mark    // all marked content
	owners   [][]int32 // by page and MCID: the node of the element
	anchors  []anchor  // the annotations of all pages
	firsts   []int32   // by node: index in anchors of an element's first + 1
	ids      []id
	cites    map[int32][]int32 // UA2: by node, what its Ref names
	parts    parts
}

// mark is one marked-content sequence.
type mark struct {
	page, mcid int32
	next       int32 // of the same leaf, index in marks + 1
}

// span is a list in marks: indexes + 1, 0 for none.
type span struct{ first, last int32 }

// Write turns finished pages into a file. Items of kind Image name pictures.
//
// The same arguments give the same bytes. An error is either w's or tells of
// a document that no conforming file can hold: a link that leads nowhere, a
// figure without alternative text. Layout has to report such things to the
// author beforehand.
func (p *Press) Write(w io.Writer, pages *page.Document, info *Info, pictures []*Image) error {
	if err := info.check(); err != nil {
		return err
	}
	f, ok := p.files.Get().(*file)
	if !ok {
		f = new(file)
	}
	defer p.files.Put(f)
	f.start(p, w, info.header())
	d := &document{file: f, pages: pages, info: info, pictures: pictures}
	if err := d.check(); err != nil {
		return err
	}
	return d.write()
}

// write makes all objects. Content comes first: it tells what is used, and
// where the structure finds its content.
func (d *document) write() error {
	root := d.ref()
	d.number()
	d.faces = usedFaces(d.pages)
	resources := d.ref()
	fonts := d.writeFonts()
	images := d.writeImages()
	d.object(resources)
	d.packed = append(d.packed, "<<"...)
	d.packed = append(d.packed, fonts...)
	d.packed = append(d.packed, images...)
	d.packed = append(d.packed, ">>"...)

	d.collectAnchors()
	contents := d.writeContents()
	tree := d.writePages(contents, resources)
	structure := d.writeStructure()
	d.writeAnchors()
	d.writeParts()
	d.object(root)
	d.packed = d.appendCatalog(d.packed, tree, structure)
	return d.finish(d.trailer(root))
}

// number gives every page and element its object number.
func (d *document) number() {
	first := d.refs(len(d.pages.Pages))
	d.pageRefs = make([]ref, len(d.pages.Pages))
	for i := range d.pageRefs {
		d.pageRefs[i] = first + ref(i)
	}
	nodes := d.pages.Nodes
	d.elements = make([]ref, len(nodes))
	d.leaves = make([]span, len(nodes))
	d.firsts = make([]int32, len(nodes))
	for i := range nodes {
		if nodes[i].Role != page.Content {
			d.elements[i] = d.ref()
		}
	}
}

// mark notes that a leaf has content on a page.
func (d *document) mark(leaf int32, page, mcid int) {
	d.marks = append(d.marks, mark{page: int32(page), mcid: int32(mcid)})
	n := int32(len(d.marks))
	s := &d.leaves[leaf]
	if s.first == 0 {
		s.first = n
	} else {
		d.marks[s.last-1].next = n
	}
	s.last = n
}

// writeContents writes the content streams of all pages.
func (d *document) writeContents() []ref {
	refs := make([]ref, len(d.pages.Pages))
	d.owners = make([][]int32, len(refs))
	for i := range d.pages.Pages {
		c := content{doc: d, number: i, b: d.buffer[:0]}
		c.write(&d.pages.Pages[i])
		refs[i] = d.ref()
		d.pack(refs[i], "", c.b, d.contents)
		d.owners[i] = c.elements
		d.buffer = c.b
	}
	return refs
}

// writePages writes the page tree and returns its root. All pages share their
// resources. /Tabs /S lets the Tab key follow the structure (ISO 14289-1,
// 7.18.3).
func (d *document) writePages(contents []ref, resources ref) ref {
	tree := d.ref()
	for i := range d.pages.Pages {
		p := &d.pages.Pages[i]
		d.object(d.pageRefs[i])
		b := append(d.packed, "<</Type/Page/Parent "...)
		b = append(appendRef(b, tree), "/MediaBox"...)
		b = appendRect(b, page.Rect{W: p.Width, H: p.Height}, p.Height)
		b = append(b, "/Resources "...)
		b = append(appendRef(b, resources), "/Contents "...)
		b = appendRef(b, contents[i])
		b = appendEntry(b, "/StructParents ", i)
		b = append(b, "/Tabs/S"...)
		d.packed = append(d.appendAnnots(b, i), ">>"...)
	}
	d.object(tree)
	b := append(d.packed, "<</Type/Pages/Kids"...)
	b = appendRefs(b, d.pageRefs)
	b = appendEntry(b, "/Count ", len(d.pageRefs))
	d.packed = append(b, ">>"...)
	return tree
}

// check refuses documents whose structure would be wrong in the file.
func (d *document) check() error {
	if len(d.pages.Pages) == 0 || len(d.pages.Nodes) == 0 || d.pages.Nodes[0].Role != page.Root {
		return errors.New("pdf: a document needs a page and a root element")
	}
	for i := range d.pages.Nodes {
		n := &d.pages.Nodes[i]
		a := d.attr(int32(i))
		if n.Role == page.Figure && a.Alt == "" && a.Actual == "" {
			return fmt.Errorf("pdf: node %d is a figure without alternative text", i)
		}
		if n.Role < page.Content || n.Role > page.Index {
			return fmt.Errorf("pdf: node %d has no role", i)
		}
	}
	return d.checkPages()
}

func (d *document) checkPages() error {
	for i := range d.pages.Pages {
		p := &d.pages.Pages[i]
		for j := range p.Items {
			it := &p.Items[j]
			if it.Leaf != 0 && d.pages.Nodes[it.Leaf].Role != page.Content {
				return fmt.Errorf("pdf: item %d of page %d draws node %d, which is no leaf", j, i+1, it.Leaf)
			}
			if it.Kind == page.Image && int(it.Picture) >= len(d.pictures) {
				return fmt.Errorf("pdf: item %d of page %d shows picture %d of %d", j, i+1, it.Picture, len(d.pictures))
			}
		}
		for _, l := range p.Links {
			if d.pages.Nodes[l.Node].Role != page.Anchor || len(l.Rects) == 0 || l.Contents == "" || l.URL == "" && l.Dest == 0 {
				return fmt.Errorf("pdf: a link on page %d lacks its element, place, words or target", i+1)
			}
		}
	}
	return nil
}

// attr is what the node has, or nothing.
func (d *document) attr(node int32) *page.Attr {
	if a := d.pages.Nodes[node].Attr; a != 0 {
		return &d.pages.Attrs[a]
	}
	return &page.Attr{}
}
