package pdf

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"stadtbote/internal/markdown"
	"stadtbote/internal/site"
	"stadtbote/internal/typeset/layout"
	"stadtbote/internal/typeset/qr"
	"stadtbote/internal/view"
)

// composer turns one report into a story.
type composer struct {
	*office
	*album
	entry  *site.Entry
	view   *view.Article
	source []byte
	root   ast.Node
	refs   map[ast.Node]int
	alts   []markdown.Ref
	notes  []layout.Note
	level  int // of the last heading
}

func newComposer(o *office, into *album, e *site.Entry, body *markdown.Document) *composer {
	root, source := body.Tree()
	c := &composer{
		office: o, album: into, entry: e, view: o.views.Print(e, markdown.Fragment{}).Article,
		root: root, source: source, level: 1, alts: body.Facts().Refs,
	}
	nodes := body.RefNodes()
	c.refs = make(map[ast.Node]int, len(nodes))
	for i, n := range nodes {
		c.refs[n] = i
	}
	return c
}

// story is the whole report: what stands above it, its text with its pictures,
// the authors' sigils, and the records at its end.
func (c *composer) story() *layout.Story {
	address := c.site.Absolute(c.entry.URL)
	s := &layout.Story{
		Lang: c.language(c.entry)[:2],
		Head: c.head(),
		Frame: layout.Frame{
			Name: c.site.Config.Title, Title: c.entry.Title, Footer: c.publisher() + " · " + shown(address),
		},
		Justify: c.site.Config.PDF.Justify,
		Words:   c.setterWords(),
	}
	pictures := c.ownPictures()
	s.Body = append(s.Body, pictures[:min(1, len(pictures))]...)
	s.Body = c.blocks(s.Body, c.root)
	s.Body = c.sign(s.Body)
	s.Body = append(s.Body, pictures[min(1, len(pictures)):]...)
	s.Notes = c.notes
	s.Records = c.records(address)
	return s
}

// setterWords are the words that the setter adds.
func (o *office) setterWords() layout.Words {
	return layout.Words{
		Page: o.words.Say("page"), Of: o.words.Say("pdf-of"),
		Note: o.words.Say("pdf-note"), Back: o.words.Say("pdf-back"),
	}
}

func (c *composer) head() layout.Head {
	a := c.view
	h := layout.Head{
		Date:     "[" + a.Date.Short + "]",
		Kicker:   plainRun(a.Kicker),
		Headline: plainRun(a.Headline),
		Subtitle: plainRun(a.Subtitle),
		Teaser:   plainRun(a.Teaser),
	}
	if a.Place != nil {
		h.Place = a.Place.Name
	}
	for i, p := range a.Places {
		if i > 0 {
			h.MorePlaces = append(h.MorePlaces, p.Name)
		}
	}
	if a.Section != nil {
		h.Plate = a.Section.Name
	}
	if a.Paid {
		h.Flag = c.words.Say("ad")
	} else {
		h.Flag = a.Release
	}
	return h
}

// plainRun is text without marks; nil for none.
func plainRun(text string) []layout.Run {
	if text == "" {
		return nil
	}
	return []layout.Run{{Text: text}}
}

// ownPictures are the pictures of the front matter: the first stands above the
// text, the others below.
func (c *composer) ownPictures() []layout.Block {
	shown := c.view.Pictures
	if c.view.Picture != nil {
		shown = append([]*view.Picture{c.view.Picture}, shown...)
	}
	var blocks []layout.Block
	for _, target := range c.entry.Images {
		if target.URL == "" || len(shown) == 0 {
			continue
		}
		p := shown[0]
		shown = shown[1:]
		blocks = c.figure(blocks, target.Picture, layout.Figure{
			Alt: p.Alt, Caption: plainRun(p.Caption), Credit: plainRun(p.Credit),
		})
	}
	return blocks
}

// sign puts the sigils of the authors behind the last words of the text.
func (c *composer) sign(blocks []layout.Block) []layout.Block {
	var runs []layout.Run
	for _, a := range c.view.Authors {
		runs = append(runs, layout.Run{Text: " "}, layout.Run{Text: "(" + a.Sigil + ")", Expand: a.Name})
	}
	if len(runs) == 0 {
		return blocks
	}
	runs[len(runs)-1].Style = layout.Sigil
	if n := len(blocks); n > 0 {
		if last, ok := blocks[n-1].(layout.Paragraph); ok {
			last.Text = append(last.Text, runs...)
			blocks[n-1] = last
			return blocks
		}
	}
	return append(blocks, layout.Paragraph{Text: runs[1:]})
}

// records are the rows at the end: corrections, links, keywords, places,
// sources of pictures, the address of the page.
func (c *composer) records(address string) []layout.Record {
	a := c.view
	var list []layout.Record
	add := func(word string, runs []layout.Run) {
		if len(runs) > 0 {
			list = append(list, layout.Record{Label: c.words.Say(word), Text: runs})
		}
	}
	for _, correction := range a.Corrections {
		add("correction", plainRun("["+correction.Date.Short+"] "+correction.Text))
	}
	var links []layout.Run
	for i, l := range a.Links {
		if i > 0 {
			links = append(links, layout.Run{Text: "\n"})
		}
		links = append(links, layout.Run{Text: l.Title, URL: l.URL})
	}
	add("links", links)
	var tags []*site.Term
	if c.entry.Section != nil {
		tags = append(tags, c.entry.Section)
	}
	add("tags", c.terms(append(tags, c.entry.Tags...)))
	if len(c.entry.Places) > 1 {
		add("places", c.terms(c.entry.Places))
	}
	if a.Updated.Short != "" {
		add("updated", plainRun(a.Updated.Short))
	}
	add("photo-credit", plainRun(a.Credit))
	add("address", []layout.Run{{Text: shown(address), URL: address}})
	if c.site.Config.PDF.QR {
		c.code(&list[len(list)-1], address)
	}
	return list
}

// code adds the address as a QR code. One that is too long for it stays
// without.
func (c *composer) code(r *layout.Record, address string) {
	if code, err := qr.Encode(address); err == nil {
		r.Code, r.Alt = code, c.words.Say("pdf-code", address)
	}
}

// terms are names with links to their pages, separated by commas.
func (c *composer) terms(terms []*site.Term) []layout.Run {
	var runs []layout.Run
	for i, t := range terms {
		if i > 0 {
			runs = append(runs, layout.Run{Text: ", "})
		}
		runs = append(runs, layout.Run{Text: t.Name, URL: c.site.Absolute(t.URL)})
	}
	return runs
}

// shown is an address as people write it down.
func shown(address string) string {
	for _, scheme := range []string{"https://", "http://"} {
		if rest, ok := strings.CutPrefix(address, scheme); ok {
			return strings.TrimSuffix(rest, "/")
		}
	}
	return address
}
