package font

import "hash/fnv"

// Subset is a font file with the glyphs of a Set and nothing else, made for a
// CIDFontType2 with Identity-H (ISO 32000-1, 9.7.4): glyph n of the file is
// CID n. There are no hints, no names and no character map.
type Subset struct {
	TTF    []byte
	Tag    string   // six capitals named after the set, for the font's name
	CID    []uint16 // by Glyph; 0 for those not in the set
	Widths []int32  // by CID, thousandths of the em; CID 0 is .notdef, a blank
	Runes  []rune   // by CID: the characters, for ToUnicode; Runes[0] is 0
}

// Subset makes a font of the glyphs in set. Equal sets give equal bytes.
func (f *Face) Subset(set *Set) *Subset {
	n := set.Len() + 1
	s := &Subset{
		CID:    make([]uint16, f.Len()),
		Widths: make([]int32, 1, n),
		Runes:  make([]rune, 1, n),
	}
	b := builder{
		out: &f.out, last: n, parts: map[int]int{},
		// Room for parts of composite glyphs as well, and outlines of usual size.
		glyf: make([]byte, 0, 160*n), loca: make([]int, 0, 2*n), gids: make([]int, 0, 2*n), hmtx: make([]byte, 0, 8*n),
	}
	b.add(0, 0, 0)
	for g := range set.All() {
		if int(g) >= f.Len() {
			break
		}
		s.CID[g] = uint16(len(s.Runes))
		s.Runes = append(s.Runes, f.runes[g])
		s.Widths = append(s.Widths, f.advances[g])
		units, bearing := f.units(g)
		b.add(int(f.gids[g]), units, bearing)
	}
	b.last = len(s.Runes)
	b.addParts()
	s.TTF = b.file()
	s.Tag = tag(set, f.metrics.Name)
	return s
}

// units is the advance and bearing of g in units of the font.
func (f *Face) units(g Glyph) (advance, bearing int) {
	advance, bearing = f.out.units(int(f.gids[g]))
	if perMille(advance, f.out.unitsPerEm) != f.advances[g] {
		advance = (int(f.advances[g])*f.out.unitsPerEm + 500) / 1000
	}
	return advance, bearing
}

// tag names a set by six capital letters (ISO 32000-1, 9.6.4).
func tag(set *Set, name string) string {
	h := fnv.New64a()
	h.Write([]byte(name))
	h.Write([]byte(set.Key()))
	sum := h.Sum64()
	letters := make([]byte, 6)
	for i := range letters {
		letters[i] = 'A' + byte(sum%26)
		sum /= 26
	}
	return string(letters)
}

// builder collects the glyphs of a new font file.
type builder struct {
	out   *outlines
	glyf  []byte
	loca  []int       // where each glyph begins, and where the last one ends
	gids  []int       // by new glyph: the old one
	hmtx  []byte      // four bytes a glyph
	last  int         // the first glyph that is only a part
	parts map[int]int // from old to new glyph, of those that are only parts
}

// add appends glyph gid with the metrics it shall have. Its parts still bear
// their old numbers.
func (b *builder) add(gid, advance, bearing int) {
	if len(b.loca) == 0 {
		b.loca = append(b.loca, 0)
	} else {
		b.glyf = b.out.appendBare(b.glyf, gid)
	}
	b.gids = append(b.gids, gid)
	b.loca = append(b.loca, len(b.glyf))
	b.hmtx = append(b.hmtx, byte(advance>>8), byte(advance), byte(bearing>>8), byte(bearing))
}

// addParts appends what composite glyphs are made of, and their parts, and
// gives the parts their new numbers.
func (b *builder) addParts() {
	for n := 1; n < len(b.gids); n++ {
		g := table(b.glyf[b.loca[n]:b.loca[n+1]])
		if len(g) == 0 || g.i16(0) >= 0 {
			continue
		}
		start := b.loca[n]
		eachPart(g, func(at, part int) {
			number, known := b.parts[part]
			if !known {
				number = len(b.gids)
				b.parts[part] = number
				advance, bearing := b.out.units(part)
				b.add(part, advance, bearing)
			}
			b.glyf[start+at+2], b.glyf[start+at+3] = byte(number>>8), byte(number)
		})
	}
}

// file joins the tables to a font file.
func (b *builder) file() []byte {
	long := len(b.glyf) >= 1<<17
	head, hhea, maxp := b.out.headers(len(b.gids))
	if long {
		head[51] = 1
	}
	return assemble([]piece{
		{"glyf", b.glyf},
		{"head", head},
		{"hhea", hhea},
		{"hmtx", b.hmtx},
		{"loca", b.locations(long)},
		{"maxp", maxp},
	})
}

func (b *builder) locations(long bool) []byte {
	loca := make([]byte, 0, 4*len(b.loca))
	for _, at := range b.loca {
		if long {
			loca = append(loca, byte(at>>24), byte(at>>16))
		} else {
			at /= 2
		}
		loca = append(loca, byte(at>>8), byte(at))
	}
	return loca
}
