package matterhorn

import (
	"unicode/utf16"

	"stadtbote/internal/pdf/cos"
)

// charMap is a CMap (ISO 32000-1, 9.7.5): from codes to CIDs, or, as
// ToUnicode, to texts.
type charMap struct {
	predefined bool // standard, but for Identity: codes have two bytes, CIDs are not known
	identity   bool
	spaces     []codeSpace
	cids       []cidRange
	texts      map[int][]rune
	direction  int // WMode
	base       string
}

// codeSpace is a range of codes of one length.
type codeSpace struct {
	low, high int
	length    int
}

// cidRange maps codes in a row to CIDs in a row.
type cidRange struct{ low, high, cid int }

// maxTexts bounds what is kept of a ToUnicode map.
const maxTexts = 1 << 17

// readEncoding reads the encoding of a composite font.
func (c *checker) readEncoding(o cos.Object) *charMap {
	if s := c.file.Stream(o); s != nil {
		return c.readCharMap(s)
	}
	name := c.file.Name(o)
	identity := name == "Identity-H" || name == "Identity-V"
	return &charMap{identity: identity, predefined: !identity, spaces: []codeSpace{{0, 0xffff, 2}}}
}

// readCharMap reads an embedded CMap.
func (c *checker) readCharMap(s *cos.Stream) *charMap {
	m := &charMap{texts: map[int][]rune{}}
	m.base = string(c.file.Name(s.Dict["UseCMap"]))
	data, err := c.file.Data(s)
	if err != nil {
		return m
	}
	for op := range cos.Operations(data) {
		m.operation(op)
	}
	return m
}

func (m *charMap) operation(op cos.Operation) {
	operands := op.Operands
	switch op.Name {
	case "def":
		if n := len(operands); n >= 2 && operands[n-2] == cos.Object(cos.Name("WMode")) {
			if v, ok := operands[n-1].(cos.Integer); ok {
				m.direction = int(v & 1)
			}
		}
	case "usecmap":
		if name, ok := first(operands).(cos.Name); ok {
			m.base = string(name)
		}
	case "endcodespacerange":
		for ; len(operands) >= 2; operands = operands[2:] {
			low, n := code(operands[0])
			high, _ := code(operands[1])
			m.spaces = append(m.spaces, codeSpace{low, high, n})
		}
	case "endcidrange":
		for ; len(operands) >= 3; operands = operands[3:] {
			m.addCIDs(operands[0], operands[1], operands[2])
		}
	case "endcidchar":
		for ; len(operands) >= 2; operands = operands[2:] {
			m.addCIDs(operands[0], operands[0], operands[1])
		}
	case "endbfchar":
		for ; len(operands) >= 2; operands = operands[2:] {
			low, _ := code(operands[0])
			m.addText(low, text(operands[1]))
		}
	case "endbfrange":
		for ; len(operands) >= 3; operands = operands[3:] {
			m.addTexts(operands[0], operands[1], operands[2])
		}
	}
}

// code is a string of bytes as a number, and its length.
func code(o cos.Object) (value, length int) {
	s, _ := o.(cos.String)
	if len(s) > 4 {
		s = s[:4]
	}
	for i := range len(s) {
		value = value<<8 | int(s[i])
	}
	return value & 0x7fffffff, len(s)
}

// text is a string of UTF-16BE.
func text(o cos.Object) []rune {
	s, _ := o.(cos.String)
	units := make([]uint16, 0, len(s)/2)
	for ; len(s) >= 2; s = s[2:] {
		units = append(units, uint16(s[0])<<8|uint16(s[1]))
	}
	if len(s) == 1 && len(units) == 0 {
		units = append(units, uint16(s[0]))
	}
	return utf16.Decode(units)
}

func (m *charMap) addCIDs(low, high, cid cos.Object) {
	a, _ := code(low)
	b, _ := code(high)
	n, _ := cid.(cos.Integer)
	m.cids = append(m.cids, cidRange{a, b, int(max(0, min(n, 0xffff)))})
}

func (m *charMap) addText(code int, text []rune) {
	if len(m.texts) < maxTexts {
		m.texts[code] = text
	}
}

// addTexts adds a range: of texts whose last character counts up, or of an
// array of texts.
func (m *charMap) addTexts(low, high, to cos.Object) {
	a, _ := code(low)
	b, _ := code(high)
	if list, ok := to.(cos.Array); ok {
		for i, o := range list {
			m.addText(a+i, text(o))
		}
		return
	}
	base := text(to)
	if len(base) == 0 {
		return
	}
	for i := 0; i <= b-a && i < maxTexts; i++ {
		t := append([]rune(nil), base...)
		t[len(t)-1] += rune(i)
		m.addText(a+i, t)
	}
}

// codeLength is how many bytes the first code of a string has.
func (m *charMap) codeLength(s string) int {
	value, shortest := 0, 1
	for n := 1; n <= min(4, len(s)); n++ {
		value = value<<8 | int(s[n-1])
		for _, space := range m.spaces {
			if space.length == n && space.contains(value) {
				return n
			}
		}
	}
	for i, space := range m.spaces {
		if i == 0 || space.length < shortest {
			shortest = max(1, space.length)
		}
	}
	return shortest
}

// contains compares byte by byte, as code spaces are boxes.
func (s codeSpace) contains(code int) bool {
	for shift := 0; shift < 8*s.length; shift += 8 {
		b := code >> shift & 0xff
		if b < s.low>>shift&0xff || b > s.high>>shift&0xff {
			return false
		}
	}
	return true
}

// cid is the CID of a code; 0, .notdef, for one that is not mapped.
func (m *charMap) cid(code int) int {
	if m.identity {
		return code
	}
	for _, r := range m.cids {
		if code >= r.low && code <= r.high {
			return r.cid + code - r.low
		}
	}
	return 0
}
