package matterhorn

import (
	"golang.org/x/text/encoding/charmap"

	"stadtbote/internal/pdf/cos"
)

// The flags of a font descriptor (ISO 32000-1, Table 123).
const (
	symbolic    = 1 << 2
	nonsymbolic = 1 << 5
)

// checkTrueType examines a simple TrueType font (ISO 14289-1, 7.21.6).
func (c *checker) checkTrueType(f *fontUse) {
	c.checkEmbeddedFont(f, f.dict)
	c.checkUnicode(f)
	if f.program == nil || !f.rendered {
		return
	}
	flags, _ := c.file.Integer(c.file.Dict(f.dict["FontDescriptor"])["Flags"])
	f.readWidths(c.file)
	if flags&nonsymbolic != 0 && flags&symbolic == 0 {
		c.checkNonsymbolic(f)
	} else {
		c.checkSymbolic(f)
	}
}

// readWidths reads FirstChar and Widths (ISO 32000-1, Table 111).
func (f *fontUse) readWidths(file *cos.File) {
	f.widths = map[int]int{}
	from, _ := file.Integer(f.dict["FirstChar"])
	for i, o := range file.Array(f.dict["Widths"]) {
		if n, ok := cos.Number(file.Resolve(o)); ok {
			f.widths[from+i] = rounded(n)
		}
	}
	n, _ := cos.Number(file.Resolve(file.Dict(f.dict["FontDescriptor"])["MissingWidth"]))
	f.missing = rounded(n)
}

func (f *fontUse) width(code int) int {
	if w, ok := f.widths[code]; ok {
		return w
	}
	return f.missing
}

// checkNonsymbolic examines a font whose codes mean characters.
func (c *checker) checkNonsymbolic(f *fontUse) {
	base := c.file.Name(f.dict["Encoding"])
	e, isDict := c.file.Resolve(f.dict["Encoding"]).(cos.Dict)
	differences := false
	switch {
	case isDict:
		base = c.file.Name(e["BaseEncoding"])
		differences = len(c.file.Array(e["Differences"])) > 0
		if base == "" {
			c.fail("31-020", f.name)
		}
	case base == "":
		c.fail("31-019", f.name)
	}
	if base != "" && base != "WinAnsiEncoding" && base != "MacRomanEncoding" {
		c.fail("31-021", f.name)
	}
	unicode, roman := f.program.cmap(3, 1), f.program.cmap(1, 0)
	if unicode == nil && roman == nil {
		c.fail("31-017", f.name)
		return
	}
	if differences {
		if unicode == nil {
			c.fail("31-023", f.name)
		}
		return // names are not looked up
	}
	page := charmap.Windows1252
	if base == "MacRomanEncoding" {
		page = charmap.Macintosh
	}
	for _, code := range f.sorted() {
		glyph := 0
		char := page.DecodeByte(byte(code))
		if unicode != nil {
			glyph = unicode.glyph(int(char))
		}
		if b, ok := charmap.Macintosh.EncodeRune(char); glyph == 0 && roman != nil && ok {
			glyph = roman.glyph(int(b))
		}
		if glyph == 0 {
			c.fail("31-018", f.name)
			continue
		}
		c.checkGlyph(f, glyph, f.width(code))
	}
}

// checkSymbolic examines a font whose codes are its own.
func (c *checker) checkSymbolic(f *fontUse) {
	if f.dict["Encoding"] != nil {
		c.fail("31-024", f.name)
	}
	symbols := f.program.cmap(3, 0)
	switch {
	case len(f.program.cmaps) == 0:
		c.fail("31-025", f.name)
		return
	case symbols == nil && len(f.program.cmaps) > 1:
		c.fail("31-026", f.name)
		return
	case symbols == nil:
		symbols = &f.program.cmaps[0]
	}
	for _, code := range f.sorted() {
		glyph := symbols.glyph(code)
		for _, high := range []int{0xf000, 0xf100, 0xf200} {
			if glyph == 0 {
				glyph = symbols.glyph(high + code)
			}
		}
		c.checkGlyph(f, glyph, f.width(code))
	}
}
