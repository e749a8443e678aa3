package article

import (
	"encoding/binary"
	"time"

	"stadtbote/internal/diag"
	"stadtbote/internal/markdown"
)

// The stored form of an article: its length, then every field but Body, in the
// order of the struct. Numbers are varints; texts and lists begin with their
// length; a time is 0, or 1 with seconds and nanoseconds. It has no version:
// the manifest that holds it names the program that wrote it.
//
// It is written by hand because a build with nothing to do spends most of its
// time here: encoding/gob takes forty times as long.

// AppendTo appends the stored form of an article, without its Body, to buf.
func AppendTo(buf []byte, a *Article) []byte {
	start := len(buf)
	buf = append(buf, 0, 0, 0, 0) // the length, once it is known
	buf = append(buf, byte(a.Kind), flags(a))
	for _, s := range []string{a.Path, a.Bundle, a.Title, a.Kicker, a.Subtitle, a.Teaser, a.Slug, a.Language, a.Issuer} {
		buf = appendText(buf, s)
	}
	for _, t := range []time.Time{a.Date, a.Updated, a.Embargo, a.Expiry} {
		buf = appendTime(buf, t)
	}
	buf = appendValue(buf, a.Section)
	buf = appendValue(buf, a.Layout)
	for _, list := range [][]Value{a.Tags, a.Places, a.Sigils, a.Related, a.Aliases} {
		buf = appendValues(buf, list)
	}
	buf = appendHappening(buf, a.Happening)
	buf = appendPictures(buf, a.Pictures)
	buf = appendLinks(buf, a.Links)
	buf = appendCorrections(buf, a.Corrections)
	buf = appendAllowances(buf, a.Allowances)
	buf = appendFacts(buf, &a.Facts)
	buf = append(buf, a.Source[:]...)
	buf = appendDiags(buf, a.Diags)
	binary.LittleEndian.PutUint32(buf[start:], uint32(len(buf)-start-4))
	return buf
}

// flags packs the claims about an article.
func flags(a *Article) (packed byte) {
	for i, claim := range []bool{a.Broken, a.HasTime, a.Draft, a.Withdrawn, a.Paid, a.Release, a.Easy} {
		if claim {
			packed |= 1 << i
		}
	}
	return packed
}

func appendInt(buf []byte, n int) []byte { return binary.AppendVarint(buf, int64(n)) }

func appendText(buf []byte, s string) []byte {
	return append(binary.AppendUvarint(buf, uint64(len(s))), s...)
}

func appendTexts(buf []byte, texts []string) []byte {
	buf = appendInt(buf, len(texts))
	for _, s := range texts {
		buf = appendText(buf, s)
	}
	return buf
}

func appendTime(buf []byte, t time.Time) []byte {
	if t.IsZero() {
		return append(buf, 0)
	}
	buf = binary.AppendVarint(append(buf, 1), t.Unix())
	return appendInt(buf, t.Nanosecond())
}

func appendPos(buf []byte, p diag.Pos) []byte { return appendInt(appendInt(buf, p.Line), p.Col) }

func appendValue(buf []byte, v Value) []byte { return appendPos(appendText(buf, v.Text), v.Pos) }

func appendValues(buf []byte, values []Value) []byte {
	buf = appendInt(buf, len(values))
	for _, v := range values {
		buf = appendValue(buf, v)
	}
	return buf
}

func appendBool(buf []byte, claim bool) []byte {
	if claim {
		return append(buf, 1)
	}
	return append(buf, 0)
}

func appendHappening(buf []byte, h *Happening) []byte {
	if h == nil {
		return append(buf, 0)
	}
	buf = append(buf, 1)
	for _, t := range []time.Time{h.Begin, h.End, h.CancelledOn, h.MovedFrom} {
		buf = appendTime(buf, t)
	}
	for _, claim := range []bool{h.AllDay, h.Cancelled, h.Moved, h.FromTime} {
		buf = appendBool(buf, claim)
	}
	for _, s := range []string{h.Venue, h.Address, h.Organizer, h.Registration, h.RegisterURL, h.UID} {
		buf = appendText(buf, s)
	}
	return appendValue(buf, h.Online)
}

func appendPictures(buf []byte, pictures []Picture) []byte {
	buf = appendInt(buf, len(pictures))
	for i := range pictures {
		p := &pictures[i]
		buf = appendValue(buf, p.File)
		buf = appendText(buf, p.Alt)
		buf = appendBool(buf, p.Decorative)
		buf = appendText(buf, p.Caption)
		buf = appendText(buf, p.Credit)
		buf = appendText(buf, p.Photographer)
		buf = appendText(buf, p.Licence)
	}
	return buf
}

func appendLinks(buf []byte, links []Link) []byte {
	buf = appendInt(buf, len(links))
	for _, l := range links {
		buf = appendText(appendValue(buf, l.URL), l.Title)
	}
	return buf
}

func appendCorrections(buf []byte, corrections []Correction) []byte {
	buf = appendInt(buf, len(corrections))
	for _, c := range corrections {
		buf = appendText(appendTime(buf, c.Date), c.Text)
	}
	return buf
}

func appendAllowances(buf []byte, allowances []Allowance) []byte {
	buf = appendInt(buf, len(allowances))
	for _, a := range allowances {
		buf = appendPos(appendText(appendText(buf, a.Code), a.Reason), a.Pos)
		buf = appendInt(appendInt(buf, a.From), a.To)
	}
	return buf
}

func appendFacts(buf []byte, f *markdown.Facts) []byte {
	buf = appendInt(buf, len(f.Refs))
	for i := range f.Refs {
		r := &f.Refs[i]
		buf = append(buf, byte(r.Kind))
		buf = appendText(buf, r.Dest)
		buf = appendText(buf, r.Title)
		buf = appendText(buf, r.Alt)
		buf = appendPos(buf, r.Pos)
		buf = appendBool(buf, r.First)
	}
	buf = appendInt(buf, len(f.Headings))
	for i := range f.Headings {
		h := &f.Headings[i]
		buf = appendInt(buf, h.Level)
		buf = appendText(buf, h.ID)
		buf = appendText(buf, h.Text)
		buf = appendPos(buf, h.Pos)
	}
	buf = appendTexts(buf, f.Anchors)
	buf = appendPos(appendInt(buf, f.Quotes), f.FirstQuote)
	buf = appendInt(buf, f.Words)
	buf = appendInt(buf, f.Footnotes)
	buf = appendBool(buf, f.HasItalic)
	buf = appendBool(buf, f.HasTable)
	return appendBool(buf, f.BeyondASCI)
}

func appendDiags(buf []byte, diags diag.List) []byte {
	buf = appendInt(buf, len(diags))
	for i := range diags {
		d := &diags[i]
		buf = appendText(buf, string(d.Code))
		buf = append(buf, byte(d.Severity))
		buf = appendText(buf, d.File)
		buf = appendPos(buf, d.Pos)
		buf = appendTexts(buf, d.Args)
	}
	return buf
}
