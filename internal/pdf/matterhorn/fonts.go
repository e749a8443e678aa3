package matterhorn

import (
	"slices"

	"stadtbote/internal/pdf/cos"
)

// fontUse is a font, and what of it the pages show.
type fontUse struct {
	dict     cos.Dict
	name     string
	kind     cos.Name    // subtype of the font dictionary
	encoding *charMap    // of a composite font
	codes    map[int]int // codes that are shown, with their first page
	rendered bool        // is shown visibly somewhere
	unicode  *charMap    // the ToUnicode map; nil if there is none
	cid      cos.Dict    // the CIDFont of a composite font
	program  *sfnt       // an embedded TrueType font
	widths   map[int]int // by code or CID, in thousandths
	missing  int         // width of what widths lacks
	toGlyph  []byte      // CIDToGIDMap; nil is identity
}

// font finds the font that an operator chose; nil if there is none.
func (c *checker) font(o cos.Object) *fontUse {
	ref, ok := o.(cos.Ref)
	if !ok {
		return nil
	}
	if f, known := c.fonts[ref]; known {
		return f
	}
	d := c.file.Dict(o)
	if d == nil {
		c.fonts[ref] = nil
		return nil
	}
	f := &fontUse{dict: d, kind: c.file.Name(d["Subtype"]), name: string(c.file.Name(d["BaseFont"])), codes: map[int]int{}}
	if f.kind == "Type0" {
		f.cid = c.file.Dict(first(c.file.Array(d["DescendantFonts"])))
		f.encoding = c.readEncoding(d["Encoding"])
	}
	if s := c.file.Stream(d["ToUnicode"]); s != nil {
		f.unicode = c.readCharMap(s)
	}
	c.fonts[ref] = f
	c.fontOrder = append(c.fontOrder, ref)
	return f
}

// show notes the codes of a string.
func (f *fontUse) show(text string, page int) {
	for len(text) > 0 {
		n := 1
		if f.encoding != nil {
			n = min(f.encoding.codeLength(text), len(text))
		}
		code := 0
		for i := range n {
			code = code<<8 | int(text[i])
		}
		text = text[n:]
		if _, known := f.codes[code]; !known && len(f.codes) < 1<<17 {
			f.codes[code] = page
		}
	}
}

// checkFonts examines every font that text is shown in (ISO 14289-1, 7.21).
func (c *checker) checkFonts() {
	for _, ref := range c.fontOrder {
		f := c.fonts[ref]
		if len(f.codes) == 0 {
			continue
		}
		c.page = f.firstPage()
		switch f.kind {
		case "Type0":
			c.checkComposite(f)
		case "TrueType":
			c.checkTrueType(f)
		case "Type3":
			c.checkUnicode(f)
		default:
			c.checkEmbeddedFont(f, f.dict)
			c.checkUnicode(f)
		}
	}
	c.page = 0
}

func (f *fontUse) firstPage() int {
	page := 0
	for _, p := range f.codes {
		if page == 0 || p < page {
			page = p
		}
	}
	return page
}

// sorted are the codes that are shown, in ascending order.
func (f *fontUse) sorted() []int {
	codes := make([]int, 0, len(f.codes))
	for code := range f.codes {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}

// checkEmbeddedFont demands the font program and reads it if it is TrueType.
func (c *checker) checkEmbeddedFont(f *fontUse, of cos.Dict) {
	d := c.file.Dict(of["FontDescriptor"])
	for _, key := range []cos.Name{"FontFile", "FontFile2", "FontFile3"} {
		s := c.file.Stream(d[key])
		if s == nil {
			continue
		}
		data, err := c.file.Data(s)
		if err != nil {
			c.fail("31-009", f.name)
			return
		}
		f.program = readSFNT(data)
		if key == "FontFile2" && f.program == nil {
			c.fail("31-009", f.name)
		}
		return
	}
	if f.rendered {
		c.fail("31-009", f.name)
	}
}

// checkUnicode demands that every code that is shown tells its characters
// (7.21.7, and 7.2 of the text itself).
func (c *checker) checkUnicode(f *fontUse) {
	if f.unicode == nil {
		if !c.selfExplaining(f) {
			c.fail("31-027", f.name)
			c.fail("10-001", f.name)
		}
		return
	}
	for _, text := range f.unicode.texts {
		for _, r := range text {
			switch r {
			case 0:
				c.fail("31-028", f.name)
			case 0xfeff, 0xfffe:
				c.fail("31-029", f.name)
			}
		}
	}
	if c.selfExplaining(f) {
		return
	}
	for _, code := range f.sorted() {
		if len(f.unicode.texts[code]) == 0 {
			c.fail("10-001", f.name)
		}
	}
}

// selfExplaining reports whether codes mean characters by a standard: a
// standard encoding, glyph names, or a standard collection of characters. Names
// inside Type 1 programs are believed to be standard, unseen.
func (c *checker) selfExplaining(f *fontUse) bool {
	if f.kind == "Type0" {
		ordering, _ := c.file.Text(c.file.Dict(f.cid["CIDSystemInfo"])["Ordering"])
		return oneOf("GB1 CNS1 Japan1 Korea1", ordering)
	}
	if oneOf("WinAnsiEncoding MacRomanEncoding MacExpertEncoding", string(c.file.Name(f.dict["Encoding"]))) {
		return true
	}
	if e := c.file.Dict(f.dict["Encoding"]); e["Differences"] != nil || e["BaseEncoding"] != nil {
		return true
	}
	flags, _ := c.file.Integer(c.file.Dict(f.dict["FontDescriptor"])["Flags"])
	return f.kind != "Type3" && (flags&symbolic == 0 || f.kind != "TrueType")
}

// checkGlyph demands that a glyph exists, is drawn, and is as wide as stated.
func (c *checker) checkGlyph(f *fontUse, glyph, width int) {
	switch {
	case glyph == 0:
		c.fail("31-030", f.name)
	case glyph >= f.program.glyphs:
		c.fail("31-011", f.name)
	default:
		if d := f.program.width(glyph) - width; f.rendered && (d > 1 || d < -1) {
			c.fail("31-016", f.name)
		}
	}
}
