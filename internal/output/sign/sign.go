// Package sign makes the signs of a site: one for each report without a
// picture, and one for the site, for previews elsewhere; and the small ones for
// browsers and telephones.
package sign

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"strings"
	"sync"
	"unicode/utf8"

	"stadtbote/internal/config"
	"stadtbote/internal/digest"
	"stadtbote/internal/output"
	"stadtbote/internal/palette"
	"stadtbote/internal/sign"
	"stadtbote/internal/site"
	"stadtbote/internal/typeset/font"
	"stadtbote/internal/typeset/hyphen"
)

// Store keeps drawn signs. It may be used by many goroutines, and may forget.
type Store interface {
	Load(key digest.Sum) (data []byte, known bool)
	Save(key digest.Sum, data []byte)
}

// New returns the kind that draws signs.
func New(store Store) output.Kind {
	return &kind{store: store, painter: sync.OnceValues(newPainter)}
}

func newPainter() (*sign.Painter, error) {
	family, err := font.Sofia()
	if err != nil {
		return nil, err
	}
	return sign.NewPainter(family), nil
}

type kind struct {
	store   Store
	painter func() (*sign.Painter, error) // its fonts are read when the first sign is drawn
}

func (*kind) Name() string { return "sign" }

// Plan yields the icons, the poster of the site and those of reports.
func (k *kind) Plan(s *site.Site) iter.Seq[output.File] {
	return func(yield func(output.File) bool) {
		d := &desk{kind: k, site: s, colors: colorsOf(s.Config)}
		for _, icon := range icons {
			if address, drawn, known := s.IconURL(icon.name); known && drawn && !yield(d.icon(address, icon.draw)) {
				return
			}
		}
		if poster, wanted := s.Poster(); !wanted || !yield(d.poster(poster)) {
			return
		}
		for _, e := range s.Articles {
			if path, drawn := s.PosterFile(e); drawn && !yield(d.posterOf(e, path)) {
				return
			}
		}
	}
}

// desk is where the signs of one site are drawn.
type desk struct {
	*kind
	site   *site.Site
	colors sign.Colors
}

// edition changes whenever the same sign looks different, as a test of package
// sign tells: caches would keep the old ones.
const edition = "signs 3"

// icons are the small signs, and how they are drawn.
var icons = []struct {
	name string
	draw func(p *sign.Painter, w io.Writer, initial string, c sign.Colors) error
}{
	{site.IconSVG, (*sign.Painter).SVG},
	{site.IconICO, (*sign.Painter).ICO},
	{site.IconTouch, func(p *sign.Painter, w io.Writer, initial string, c sign.Colors) error {
		return p.Icon(w, initial, touchSize, c)
	}},
}

// touchSize is what telephones ask for, in pixels.
const touchSize = 180

func (d *desk) icon(address string, draw func(*sign.Painter, io.Writer, string, sign.Colors) error) output.File {
	initial, colors := sign.Initial(d.site.Config.Title), d.colors
	return output.File{
		Path: d.site.File(address), Origin: config.File,
		Inputs: []output.Input{{Name: "sign", Sum: digest.String(fmt.Sprint(edition, initial, colors))}},
		Make: func(w io.Writer) error {
			p, err := d.painter()
			if err != nil {
				return err
			}
			return draw(p, w, initial, colors)
		},
	}
}

func colorsOf(c *config.Config) sign.Colors {
	day, _ := c.Theme.Colors.Schemes()
	return sign.Colors{Ground: day[palette.Sign], Ink: day[palette.OnSign]}
}

// poster is the sign of the site.
func (d *desk) poster(poster site.Poster) output.File {
	return output.File{
		Path:   d.site.File(poster.URL),
		Naming: func() []output.Input { return []output.Input{{Name: "sign", Sum: d.key(poster)}} },
		Make:   func(w io.Writer) error { return d.draw(w, poster) },
	}
}

// posterOf is the sign of a report. What stands on it is put together when
// somebody asks.
func (d *desk) posterOf(e *site.Entry, path string) output.File {
	return output.File{
		Path: path, Origin: e.Path,
		Naming: func() []output.Input {
			poster, _ := d.site.PosterOf(e)
			return []output.Input{{Name: "sign", Sum: d.key(poster)}}
		},
		Make: func(w io.Writer) error {
			poster, _ := d.site.PosterOf(e)
			return d.draw(w, poster)
		},
	}
}

// key names a poster by all that it is drawn from.
func (d *desk) key(p site.Poster) digest.Sum {
	var b digest.Builder
	for _, text := range []string{edition, p.Kicker, p.Headline, p.Name, p.Date, p.Language, d.colors.Ground.String(), d.colors.Ink.String()} {
		b.Text(text)
	}
	for _, word := range d.site.Config.PDF.Hyphenation {
		b.Text(word)
	}
	return b.Name()
}

// Keys returns the names under which a Store keeps the signs of a site.
func Keys(s *site.Site) iter.Seq[digest.Sum] {
	return func(yield func(digest.Sum) bool) {
		d := &desk{site: s, colors: colorsOf(s.Config)}
		if poster, wanted := s.Poster(); !wanted || !yield(d.key(poster)) {
			return
		}
		for _, e := range s.Articles {
			if poster, drawn := s.PosterOf(e); drawn && !yield(d.key(poster)) {
				return
			}
		}
	}
}

// draw writes a poster, from the store if it was drawn before.
func (d *desk) draw(w io.Writer, p site.Poster) error {
	name := d.key(p)
	data, known := d.store.Load(name)
	if !known {
		painter, err := d.painter()
		if err != nil {
			return err
		}
		var b bytes.Buffer
		lettering := sign.Poster{Kicker: kicker(p.Kicker), Headline: divided(p, d.site.Config), Name: p.Name, Date: p.Date}
		if err := painter.Poster(&b, lettering, d.colors); err != nil {
			return fmt.Errorf("drawing a sign: %w", err)
		}
		data = b.Bytes()
		d.store.Save(name, data)
	}
	_, err := w.Write(data)
	return err
}

// kicker returns the line above a headline with the colon that belongs to it.
func kicker(text string) string {
	if text = strings.TrimRight(text, ": \u00A0"); text == "" {
		return ""
	}
	return text + ":"
}

// longWord is how many letters a word has that may be wider than a sign.
const longWord = 24

// divided returns a headline with soft hyphens in very long words.
func divided(p site.Poster, c *config.Config) string {
	words := strings.Split(p.Headline, " ")
	for i, word := range words {
		if utf8.RuneCountInString(word) < longWord {
			continue
		}
		patterns := hyphen.German()
		if strings.HasPrefix(p.Language, "en") {
			patterns = hyphen.English()
		}
		var parts []string
		from := 0
		for _, at := range hyphen.New(patterns, hyphen.Options{Left: 4, Right: 5, Exceptions: c.PDF.Hyphenation}).Hyphenate(word) {
			parts, from = append(parts, word[from:at]), at
		}
		words[i] = strings.Join(append(parts, word[from:]), "\u00AD")
	}
	return strings.Join(words, " ")
}
