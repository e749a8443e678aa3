package font

import (
	"bytes"
	"strings"
	"testing"
)

func TestBrokenFontsAreRefused(t *testing.T) {
	without := func(table string) []byte {
		return bytes.Replace(sofiaHead, []byte(table), []byte("none"), 1)
	}
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"nothing", nil, "shorter than its header"},
		{"text", []byte("Das ist ein Text, keine Schrift."), "no TrueType font"},
		{"PostScript outlines", append([]byte("OTTO"), make([]byte, 20)...), "PostScript outlines"},
		{"a collection", append([]byte("ttcf"), make([]byte, 20)...), "collection"},
		{"a web font", append([]byte("wOF2"), make([]byte, 20)...), "web font"},
		{"half a font", sofiaHead[:len(sofiaHead)/2], "ends early"},
		{"no outlines", without("glyf"), "glyf"},
		{"no places", without("loca"), "loca"},
		{"no characters", without("cmap"), "cmap"},
		{"no widths", without("hmtx"), "hmtx"},
		{"no name", without("name"), "name"},
	} {
		_, err := Parse(c.data)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want something with %q", c.name, err, c.want)
		}
	}
}

func TestCharactersWithOneOutlineStayTwo(t *testing.T) {
	f := sofia(t).Regular
	var set Set
	for _, r := range " \u00a0-\u00ad\u2011" {
		set.Add(f.Glyph(r))
	}
	s := f.Subset(&set)
	if got := string(s.Runes[1:]); got != " -\u00a0\u00ad\u2011" {
		t.Errorf("the subset stands for %q", got)
	}
	if s.Widths[2] != s.Widths[4] || s.Widths[2] != s.Widths[5] {
		t.Errorf("the hyphens have the widths %v", s.Widths)
	}
	thin := f.Glyph('\u202f')
	if f.Advance(thin) != 200 {
		t.Errorf("the narrow no-break space is %d wide", f.Advance(thin))
	}
}

func TestSubsetsDoNotDependOnTheOrderOfGlyphs(t *testing.T) {
	f := sofia(t).Bold
	var a, b Set
	for _, r := range "Ärger in Łódź" {
		a.Add(f.Glyph(r))
	}
	for _, r := range "źdóŁ ni regrÄÄÄ" {
		b.Add(f.Glyph(r))
	}
	if a.Key() != b.Key() || !a.Covers(&b) {
		t.Fatal("equal sets differ")
	}
	x, y := f.Subset(&a), f.Subset(&b)
	if !bytes.Equal(x.TTF, y.TTF) || x.Tag != y.Tag {
		t.Error("equal sets give different fonts")
	}
	b.Add(f.Glyph('x'))
	if a.Covers(&b) || f.Subset(&b).Tag == x.Tag {
		t.Error("another set is not told apart")
	}
}

func TestASubsetOfNothingIsAFont(t *testing.T) {
	s := sofia(t).Italic.Subset(&Set{})
	if len(s.Runes) != 1 || len(s.TTF) == 0 {
		t.Errorf("%d characters in %d bytes", len(s.Runes), len(s.TTF))
	}
}

func FuzzParse(f *testing.F) {
	f.Add(sofiaHead, uint16(0), byte(0))
	f.Add(sofiaHead[:400], uint16(300), byte(7))
	f.Fuzz(func(t *testing.T, data []byte, at uint16, b byte) {
		data = bytes.Clone(data)
		if int(at) < len(data) {
			data[at] ^= b
		}
		face, err := Parse(data)
		if err != nil {
			return
		}
		var set Set
		for g := 1; g < face.Len(); g += 1 + face.Len()/50 {
			set.Add(Glyph(g))
			face.Kern(Glyph(g), Glyph(g))
			face.Kern(Glyph(1), Glyph(g))
		}
		s := face.Subset(&set)
		if len(s.Runes) != set.Len()+1 {
			t.Errorf("%d of %d characters", len(s.Runes)-1, set.Len())
		}
	})
}
