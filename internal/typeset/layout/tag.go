package layout

import (
	"strconv"
	"strings"

	"stadtbote/internal/typeset/page"
)

// tagger makes the structure of the runs of one paragraph. Elements nest in
// one order: link, language, strong, emphasis, code, what remains. Runs beside
// each other share what they have in common.
type tagger struct {
	s      *Setter
	parent int32
	path   [maxPath]step
	depth  int
	leaf   int32 // the leaf of the last run, if the next can join it
	link   int32
	within int32 // the link that the whole paragraph is in
}

// maxPath is how deep the structure of a run can nest.
const maxPath = 6

// step is an element that is open.
type step struct {
	role page.Role
	key  string // what distinguishes two of one role
	node int32
}

// span appends the span of a run and is its index.
func (t *tagger) span(r *Run, l look) int32 {
	in := &t.s.inline
	sp := span{look: restyle(l, r.Style), strike: r.Style&Strike != 0, mark: r.Style&Marked != 0, sigil: r.Style&Sigil != 0, source: r.Source}
	if l.divide && r.Style&CodeStyle == 0 {
		lang := r.Lang
		if lang == "" {
			lang = t.s.story.Lang
		}
		sp.by = t.s.hyphenators[lang]
	}
	if r.Style&(Superior|Inferior) != 0 {
		sp.rise = rise(l.size, r.Style)
		sp.look.size = l.size * 62 / 100
	}
	if r.URL != "" || r.dest != 0 {
		sp.look.color = blue
	}
	if t.parent != 0 {
		t.open(r, sp.rise)
		sp.leaf, sp.link = t.leaf, t.link
	}
	in.spans = append(in.spans, sp)
	return int32(len(in.spans) - 1)
}

// rise is how far a superior or inferior stands from the baseline.
func rise(size page.Unit, style Style) page.Unit {
	if style&Superior != 0 {
		return size * 34 / 100
	}
	return -size * 14 / 100
}

// restyle is the look of a run.
func restyle(l look, style Style) look {
	switch {
	case style&CodeStyle != 0 && l.face != mono:
		l.face, l.size = mono, l.size*88/100
	case style&Strong != 0 && l.face != head:
		l.face = bold
	case style&Emphasis != 0 && l.face == regular:
		l.face = italic
	}
	return l
}

// open opens the elements of a run, keeps those that are open already, and
// gets it a leaf.
func (t *tagger) open(r *Run, rise page.Unit) {
	var want [maxPath]step
	n := steps(r, &want)
	same := 0
	for same < n && same < t.depth && t.path[same].role == want[same].role && t.path[same].key == want[same].key {
		same++
	}
	if same > 0 && want[0].role == page.Anchor && t.link > 0 {
		t.s.inline.links[t.link-1].contents += oneLine(r.Text)
	}
	if same == n && same == t.depth && t.leaf != 0 {
		return
	}
	t.depth = same
	for ; t.depth < n; t.depth++ {
		w := want[t.depth]
		w.node = t.s.doc.Add(t.top(), w.role)
		t.describe(w, r, rise)
		t.path[t.depth] = w
	}
	if r.URL == "" && r.dest == 0 {
		t.link = t.within
	}
	t.leaf = t.s.doc.Add(t.top(), page.Content)
}

// top is the innermost open element.
func (t *tagger) top() int32 {
	if t.depth == 0 {
		return t.parent
	}
	return t.path[t.depth-1].node
}

// steps lists the elements that a run needs.
func steps(r *Run, want *[maxPath]step) int {
	n := 0
	need := func(role page.Role, key string) {
		want[n] = step{role: role, key: key}
		n++
	}
	if r.URL != "" || r.dest != 0 {
		need(page.Anchor, r.URL+"#"+strconv.Itoa(int(r.dest)))
	}
	if r.Lang != "" {
		need(page.Span, r.Lang)
	}
	if r.Style&Strong != 0 {
		need(page.Strong, "")
	}
	if r.Style&Emphasis != 0 {
		need(page.Emphasis, "")
	}
	if r.Style&CodeStyle != 0 {
		need(page.Code, "")
	}
	switch {
	case r.Expand != "":
		need(page.Span, "abbr "+r.Expand)
	case r.Style&Strike != 0:
		need(page.Span, "strike")
	case r.Style&Superior != 0:
		need(page.Span, "superior")
	case r.Style&Inferior != 0:
		need(page.Span, "inferior")
	}
	return n
}

// describe gives an element its attributes.
func (t *tagger) describe(w step, r *Run, rise page.Unit) {
	d := &t.s.doc
	switch {
	case w.role == page.Anchor:
		t.s.inline.links = append(t.s.inline.links, linkRef{node: w.node, url: r.URL, dest: r.dest, contents: oneLine(r.Text)})
		t.link = int32(len(t.s.inline.links))
	case w.role != page.Span:
	case w.key == r.Lang && r.Lang != "":
		d.Attr(w.node).Lang = r.Lang
	case r.Expand != "":
		d.Attr(w.node).Expand = r.Expand
	case w.key == "strike":
		d.Attr(w.node).Decor = page.LineThrough
	default:
		d.Attr(w.node).Rise = rise
	}
}

// oneLine is text without line feeds.
func oneLine(text string) string { return strings.ReplaceAll(text, "\n", " ") }

// noteMark appends the span of the mark of a footnote: a label with a link to
// the note, and after it the note itself, whose text is set later.
func (t *tagger) noteMark(r Run, l look) int32 {
	d := &t.s.doc
	t.depth, t.leaf, t.link = 0, 0, 0
	label := d.Add(t.parent, page.Label)
	anchor := d.Add(label, page.Anchor)
	leaf := d.Add(anchor, page.Content)
	up := rise(l.size, Superior)
	d.Attr(anchor).Rise = up
	dest := t.s.noteNode(r.Note, t.parent, anchor)
	in := &t.s.inline
	in.links = append(in.links, linkRef{node: anchor, dest: dest, contents: t.s.story.Words.Note + " " + strconv.Itoa(r.Note)})
	sp := span{look: l, rise: up, leaf: leaf, link: int32(len(in.links)), note: r.Note, source: r.Source}
	sp.look.size = l.size * 62 / 100
	sp.look.color = blue
	in.spans = append(in.spans, sp)
	return int32(len(in.spans) - 1)
}
