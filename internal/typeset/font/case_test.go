package font

import (
	"bytes"
	"testing"
)

// cast makes a font file of a text from a case, as a writer of files does.
func cast(t *testing.T, f *Face, text string) (*Casting, []byte) {
	t.Helper()
	var set Set
	for _, r := range text {
		set.Add(f.Glyph(r))
	}
	c := NewCase(f)
	if !c.Holds(&set) {
		t.Fatalf("the case does not hold %q", text)
	}
	var k Casting
	c.Cast(&set, &k)
	file := bytes.Clone(k.Front)
	outlines := c.Outlines()
	for _, n := range k.Sorts {
		file = append(file, outlines[n]...)
	}
	return &k, append(file, k.Back...)
}

// TestEachCodeOfACaseIsOneCharacter keeps the codes within a byte.
func TestEachCodeOfACaseIsOneCharacter(t *testing.T) {
	runes := CaseRunes()
	if last := FirstCode + len(runes) - 1; last > 255 {
		t.Errorf("the last code is %d", last)
	}
	seen := map[rune]bool{}
	for i, r := range runes {
		if seen[r] {
			t.Errorf("%q has two codes", r)
		}
		if seen[r] = true; r < 0x7f && int(r) != FirstCode+i {
			t.Errorf("the code of %q is %d", r, FirstCode+i)
		}
	}
}

// TestCastFontsShowTheirText reads the font files that are cast: each code
// leads to the outline of its character with the right width, composed letters
// find their parts, the checksum of the whole is right.
func TestCastFontsShowTheirText(t *testing.T) {
	family := sofia(t)
	for name, f := range map[string]*Face{
		"regular": family.Regular, "italic": family.Italic, "bold": family.Bold, "head": family.Head, "mono": family.Mono,
	} {
		for _, text := range []string{" ", "a", "ä", "Übergröße: 4 €", string(holding(f))} {
			k, file := cast(t, f, text)
			if len(file) != k.Size || checksum(file) != 0xb1b0afba {
				t.Errorf("%s, %q: %d bytes of %d, checksum %x", name, text, len(file), k.Size, checksum(file))
			}
			compare(t, f, text, file)
		}
	}
}

// compare demands that a cast font draws a text as its face does.
func compare(t *testing.T, f *Face, text string, file []byte) {
	t.Helper()
	tables, err := directory(file)
	if err != nil {
		t.Fatal(err)
	}
	var made outlines
	if err := made.read(tables); err != nil {
		t.Fatal(err)
	}
	found, err := cmap4(tables["cmap"].from(12), made.count)
	if err != nil {
		t.Fatal(err)
	}
	codes := NewCase(f).Codes()
	for _, r := range text {
		g := f.Glyph(r)
		at, ok := find(found, 0xf000+rune(codes[g]))
		if !ok {
			t.Errorf("no outline for %q", r)
			continue
		}
		gid := int(found[at].gid)
		if made.advance(found[at].gid) != f.Advance(g) {
			t.Errorf("%q is %d wide", r, made.advance(found[at].gid))
		}
		if got, want := drawing(&made, gid), drawing(&f.out, int(f.gids[g])); !bytes.Equal(got, want) {
			t.Errorf("%q is drawn %x, not %x", r, got, want)
		}
	}
}

// drawing is an outline with its parts in place of their numbers.
func drawing(o *outlines, gid int) []byte {
	b := o.appendBare(nil, gid)
	o.eachPart(gid, func(part int) { b = append(b, drawing(o, part)...) })
	if len(b) > 0 && table(b).i16(0) < 0 {
		eachPart(table(b), func(at, _ int) { put16(b[at+2:], 0) })
	}
	return b
}

// holding are the characters of a case that a face has.
func holding(f *Face) []rune {
	var list []rune
	for _, r := range CaseRunes() {
		if f.Glyph(r) != 0 {
			list = append(list, r)
		}
	}
	return list
}

// TestCastingsDoNotDependOnWhatWasCastBefore uses one Casting twice.
func TestCastingsDoNotDependOnWhatWasCastBefore(t *testing.T) {
	f := sofia(t).Regular
	c := NewCase(f)
	var large, small Set
	for _, r := range holding(f) {
		large.Add(f.Glyph(r))
	}
	small.Add(f.Glyph('ö'))
	var once, again Casting
	c.Cast(&small, &once)
	c.Cast(&large, &again)
	c.Cast(&small, &again)
	if !bytes.Equal(once.Front, again.Front) || !bytes.Equal(once.Back, again.Back) || once.Tag != again.Tag || len(again.Widths) != len(once.Widths) {
		t.Error("the second casting differs")
	}
}

func BenchmarkCast(b *testing.B) {
	f := sofia(b).Regular
	c := NewCase(f)
	var set Set
	for r := ' '; r < 'z'; r++ {
		set.Add(f.Glyph(r))
	}
	var k Casting
	for b.Loop() {
		c.Cast(&set, &k)
	}
}
