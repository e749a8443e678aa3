package pdf

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"time"

	"stadtbote/internal/digest"
	"stadtbote/internal/lang"
	tagged "stadtbote/internal/pdf"
	"stadtbote/internal/picture"
	"stadtbote/internal/site"
	"stadtbote/internal/theme"
	"stadtbote/internal/typeset/layout"
	"stadtbote/internal/view"
)

// Dossier is many reports in one document: the press review of a topic or a
// time. It has a cover with a table of contents, the reports, each beginning a
// page, and an index of their keywords.
type Dossier struct {
	Title   string
	Name    string        // of the file, without ending, for the source that is embedded; "" is "dossier"
	Made    time.Time     // on the cover
	Reports []*site.Entry // in the order of the document; at least one
}

// Bind writes a dossier of reports of a site.
func Bind(w io.Writer, in Input, s *site.Site, d Dossier) error {
	o := &office{
		kind: &kind{Input: in, room: picture.NewRoom()}, site: s, views: view.New(s), words: theme.WordsOf(s.Config.Language),
	}
	o.prepare(s.Config.PDF.Hyphenation)
	b := &binder{office: o, dossier: d}
	volume, err := b.volume()
	if err != nil {
		return err
	}
	document, _ := o.setter().Bind(volume)
	if err := o.press.Write(w, document, b.info(), b.pictures); err != nil {
		return fmt.Errorf("dossier: %w", err)
	}
	return nil
}

// binder makes one dossier.
type binder struct {
	*office
	album
	dossier Dossier
	sources [][]byte // the text of each report, if they are to be embedded
	inputs  digest.Builder
}

// volume is all that the setter needs.
func (b *binder) volume() (*layout.Volume, error) {
	v := &layout.Volume{Cover: b.cover(), Contents: b.words.Say("dossier-contents"), Index: b.words.Say("tags")}
	b.inputs.Sum(b.sum())
	b.inputs.Text(b.dossier.Title)
	b.inputs.Text(b.dossier.Made.Format(time.RFC3339))
	for _, e := range b.dossier.Reports {
		text, body, err := b.Texts(e)
		if err != nil {
			return nil, err
		}
		b.inputs.Sum(e.Text)
		b.inputs.Sum(picturesSum(e))
		if b.embeds() {
			b.sources = append(b.sources, slices.Clone(text))
		}
		v.Stories = append(v.Stories, newComposer(b.office, &b.album, e, body).story())
	}
	v.Entries = index(b.dossier.Reports)
	return v, nil
}

// embeds reports whether the sources belong into the file.
func (b *binder) embeds() bool { return b.site.Config.PDF.EmbedSource || b.profile() == tagged.UA2 }

// cover is the first page: what this is, of which time, and whose.
func (b *binder) cover() *layout.Story {
	home := b.site.Absolute(b.site.Home())
	return &layout.Story{
		Lang: country(b.site.Config.Language)[:2],
		Head: layout.Head{
			Date:     "[" + lang.ShortDate(b.dossier.Made) + "]",
			Kicker:   plainRun(b.words.Say("dossier")),
			Headline: plainRun(b.dossier.Title),
			Teaser:   plainRun(b.count() + ", " + b.period() + "."),
		},
		Frame: layout.Frame{
			Name: b.site.Config.Title, Title: b.dossier.Title, Footer: b.publisher() + " · " + shown(home),
		},
		Records: []layout.Record{
			{Label: b.words.Say("dossier-publisher"), Text: plainRun(b.publisher())},
			{Label: b.words.Say("address"), Text: []layout.Run{{Text: shown(home), URL: home}}},
		},
		Words: b.setterWords(),
	}
}

func (b *binder) count() string {
	if n := len(b.dossier.Reports); n != 1 {
		return b.words.Say("count", n)
	}
	return b.words.Say("count-one")
}

// period is the time that the reports are from.
func (b *binder) period() string {
	first, last := b.ends()
	from, to := lang.LongDate(first, b.site.Config.Language), lang.LongDate(last, b.site.Config.Language)
	if from == to {
		return from
	}
	return b.words.Say("dossier-span", from, to)
}

func (b *binder) ends() (first, last time.Time) {
	first = b.dossier.Reports[0].Date
	last = first
	for _, e := range b.dossier.Reports {
		if e.Date.Before(first) {
			first = e.Date
		}
		if e.Date.After(last) {
			last = e.Date
		}
	}
	return first, last
}

// index names the reports of each keyword, in the order of the alphabet.
func index(reports []*site.Entry) []layout.Entry {
	var entries []layout.Entry
	at := map[*site.Term]int{}
	for i, e := range reports {
		for _, t := range e.Tags {
			n, known := at[t]
			if !known {
				n = len(entries)
				at[t] = n
				entries = append(entries, layout.Entry{Term: t.Name})
			}
			entries[n].Stories = append(entries[n].Stories, i)
		}
	}
	slices.SortFunc(entries, func(a, b layout.Entry) int { return lang.Compare(a.Term, b.Term) })
	return entries
}

// info is what the file says of itself. It is as old as its making.
func (b *binder) info() *tagged.Info {
	i := &tagged.Info{
		Title: b.dossier.Title, Language: country(b.site.Config.Language), Publisher: b.publisher(),
		Description: b.count() + ", " + b.period() + ".", Address: b.site.Absolute(b.site.Home()),
		Creator: "Stadtbote", Created: b.dossier.Made, Profile: b.profile(), ID: b.inputs.Name(),
	}
	for _, entry := range index(b.dossier.Reports) {
		i.Keywords = append(i.Keywords, entry.Term)
	}
	if b.embeds() {
		name := b.dossier.Name
		if name == "" {
			name = "dossier"
		}
		i.Source = &tagged.Embedding{
			Name: name + ".md", Type: "text/markdown", Description: "Markdown",
			Data: bytes.Join(b.sources, []byte("\n")), Modified: b.dossier.Made,
		}
	}
	return i
}
