package article

import (
	"errors"
	"time"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
	"stadtbote/internal/markdown"
	"stadtbote/internal/varint"
)

// ErrStored means that bytes are not the stored form of an article.
var ErrStored = errors.New("not a stored article")

// Decode returns the article that AppendTo wrote to the beginning of a kept
// text, and what follows it. All texts of the article are parts of that one.
func Decode(kept string) (*Article, string, error) {
	if len(kept) < 4 {
		return nil, "", ErrStored
	}
	length := int64(kept[0]) | int64(kept[1])<<8 | int64(kept[2])<<16 | int64(kept[3])<<24
	if length > int64(len(kept)-4) {
		return nil, "", ErrStored
	}
	d, rest := decoder{buf: kept[4 : 4+length]}, kept[4+length:]
	a := &Article{Kind: Kind(d.byte())}
	d.flags(a)
	for _, s := range []*string{&a.Path, &a.Bundle, &a.Title, &a.Kicker, &a.Subtitle, &a.Teaser, &a.Slug, &a.Language, &a.Issuer} {
		*s = d.string()
	}
	for _, t := range []*time.Time{&a.Date, &a.Updated, &a.Embargo, &a.Expiry} {
		*t = d.time()
	}
	a.Section = d.value()
	a.Layout = d.value()
	for _, list := range []*[]Value{&a.Tags, &a.Places, &a.Sigils, &a.Related, &a.Aliases} {
		*list = d.values()
	}
	a.Happening = d.happening()
	a.Pictures, a.Links, a.Corrections = d.pictures(), d.links(), d.corrections()
	a.Allowances = several(&d, func() Allowance {
		return Allowance{Code: d.string(), Reason: d.string(), Pos: d.pos(), From: d.int(), To: d.int()}
	})
	d.facts(&a.Facts)
	copy(a.Source[:], d.take(len(a.Source)))
	a.Diags = d.diags()
	if d.bad || d.at != len(d.buf) {
		return nil, "", ErrStored
	}
	return a, rest, nil
}

// decoder reads a stored article. Once something is wrong, it is bad and
// everything it returns is empty.
type decoder struct {
	buf string
	at  int
	bad bool
}

// take returns the next n bytes.
func (d *decoder) take(n int) string {
	if d.bad || n < 0 || n > len(d.buf)-d.at {
		d.bad = true
		return ""
	}
	d.at += n
	return d.buf[d.at-n : d.at]
}

func (d *decoder) byte() byte {
	if d.bad || d.at >= len(d.buf) {
		d.bad = true
		return 0
	}
	d.at++
	return d.buf[d.at-1]
}

func (d *decoder) bool() bool { return d.byte() != 0 }

func (d *decoder) flags(a *Article) {
	packed := d.byte()
	for i, claim := range []*bool{&a.Broken, &a.HasTime, &a.Draft, &a.Withdrawn, &a.Paid, &a.Release, &a.Easy} {
		*claim = packed&(1<<i) != 0
	}
}

func (d *decoder) int64() int64 { return varint.Signed(d.number()) }

// number is the counterpart of binary.AppendUvarint.
func (d *decoder) number() uint64 {
	n, size := varint.Read(d.buf[d.at:])
	d.at += size
	d.bad = d.bad || size == 0
	return n
}

func (d *decoder) int() int { return int(d.int64()) }

// length returns the number of entries that follow, each of which takes a byte
// at least.
func (d *decoder) length() int {
	n := d.int64()
	if d.bad || n < 0 || n > int64(len(d.buf)-d.at) {
		d.bad = true
		return 0
	}
	return int(n)
}

func (d *decoder) string() string {
	n := d.number()
	if n > uint64(len(d.buf)) {
		d.bad = true
		return ""
	}
	return d.take(int(n))
}

func (d *decoder) time() time.Time {
	if !d.bool() {
		return time.Time{}
	}
	seconds := d.int64()
	return time.Unix(seconds, d.int64()).In(lang.Berlin())
}

func (d *decoder) pos() diag.Pos { return diag.Pos{Line: d.int(), Col: d.int()} }

func (d *decoder) value() Value { return Value{Text: d.string(), Pos: d.pos()} }

// several reads a list; one without entries is nil.
func several[T any](d *decoder, one func() T) []T {
	n := d.length()
	if n == 0 {
		return nil
	}
	list := make([]T, 0, min(n, 64))
	for range n {
		if d.bad {
			return nil
		}
		list = append(list, one())
	}
	return list
}

func (d *decoder) values() []Value { return several(d, d.value) }

func (d *decoder) pictures() []Picture {
	return several(d, func() Picture {
		return Picture{
			File: d.value(), Alt: d.string(), Decorative: d.bool(), Caption: d.string(),
			Credit: d.string(), Photographer: d.string(), Licence: d.string(),
		}
	})
}

func (d *decoder) happening() *Happening {
	if !d.bool() {
		return nil
	}
	h := &Happening{}
	for _, t := range []*time.Time{&h.Begin, &h.End, &h.CancelledOn, &h.MovedFrom} {
		*t = d.time()
	}
	for _, claim := range []*bool{&h.AllDay, &h.Cancelled, &h.Moved, &h.FromTime} {
		*claim = d.bool()
	}
	for _, s := range []*string{&h.Venue, &h.Address, &h.Organizer, &h.Registration, &h.RegisterURL, &h.UID} {
		*s = d.string()
	}
	h.Online = d.value()
	return h
}

func (d *decoder) links() []Link {
	return several(d, func() Link { return Link{d.value(), d.string()} })
}

func (d *decoder) corrections() []Correction {
	return several(d, func() Correction { return Correction{d.time(), d.string()} })
}

func (d *decoder) facts(f *markdown.Facts) {
	f.Refs = several(d, func() markdown.Ref {
		return markdown.Ref{
			Kind: markdown.RefKind(d.byte()), Dest: d.string(), Title: d.string(), Alt: d.string(),
			Pos: d.pos(), First: d.bool(),
		}
	})
	f.Headings = several(d, func() markdown.Heading {
		return markdown.Heading{Level: d.int(), ID: d.string(), Text: d.string(), Pos: d.pos()}
	})
	f.Anchors = several(d, d.string)
	f.Quotes, f.FirstQuote = d.int(), d.pos()
	f.Words, f.Footnotes = d.int(), d.int()
	f.HasItalic, f.HasTable, f.BeyondASCI = d.bool(), d.bool(), d.bool()
}

func (d *decoder) diags() diag.List {
	return several(d, func() diag.Diagnostic {
		return diag.Diagnostic{
			Code: diag.Code(d.string()), Severity: diag.Severity(d.byte()), File: d.string(), Pos: d.pos(),
			Args: several(d, d.string),
		}
	})
}
