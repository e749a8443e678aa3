package frontmatter

import (
	"strings"
	"unicode/utf8"

	"stadtbote/internal/diag"
)

// plain reads a block in the simple subset of YAML that nearly all articles
// keep to:
//
//	key: some text
//	key: "text" or 'text', without escapes
//	key: [text, "text"]
//	key:
//	  - text
//
// Whatever else it meets, it gives up, and the library reads the block. What
// it does read, the library would read the same: TestPlainReadsWhatTheLibraryReads.
func plain(b block) (node, bool) {
	if len(b.raw) > maxPlain || !simple(b.raw) {
		return node{}, false
	}
	p := plainReader{rest: string(b.raw), line: b.line - 1}
	root := node{kind: table, pairs: make([]pair, 0, 12)}
	for p.next() {
		pair, ok := p.pair()
		if !ok {
			return node{}, false
		}
		root.pairs = append(root.pairs, pair)
	}
	if len(root.pairs) == 0 {
		return node{}, false
	}
	root.pos = root.pairs[0].pos
	return root, true
}

// maxPlain is the size in bytes of blocks that no limit of nodes can matter to.
const maxPlain = 16 << 10

// simple reports whether a block has only characters that mean the same
// everywhere: no tabs, no controls, none of Unicode's other line ends, no byte
// order mark.
func simple(raw []byte) bool {
	wide := false
	for i, c := range raw {
		switch {
		case c < ' ' && c != '\n', c == 0x7F, c == 0xEF:
			return false
		case c < utf8.RuneSelf:
		case c == 0xC2 && i+1 < len(raw) && raw[i+1] < 0xA0:
			return false
		case c == 0xE2 && i+2 < len(raw) && raw[i+1] == 0x80 && (raw[i+2] == 0xA8 || raw[i+2] == 0xA9):
			return false
		default:
			wide = true
		}
	}
	return !wide || utf8.Valid(raw)
}

// plainReader goes through a block line by line.
type plainReader struct {
	rest string // below the current line
	now  string // the current line, without spaces at its end
	line int    // its number in the file
}

// next goes to the next line that says something and reports whether there is
// one.
func (p *plainReader) next() bool {
	for p.rest != "" {
		p.now, p.rest, _ = strings.Cut(p.rest, "\n")
		p.line++
		p.now = strings.TrimRight(p.now, " ")
		if p.now != "" && p.now[0] != '#' {
			return true
		}
	}
	return false
}

// pair reads "key: value", and the list below it.
func (p *plainReader) pair() (pair, bool) {
	end := keyLength(p.now)
	if end == 0 || end == len(p.now) || p.now[end] != ':' {
		return pair{}, false
	}
	key, line := p.now[:end], p.line
	value := strings.TrimLeft(p.now[end+1:], " ")
	if value != "" && p.now[end+1] != ' ' {
		return pair{}, false
	}
	at := diag.Pos{Line: line, Col: 1 + utf8.RuneCountInString(p.now[:len(p.now)-len(value)])}
	result := pair{key: key, pos: diag.Pos{Line: line, Col: 1}}
	var ok bool
	switch {
	case value == "":
		result.value, ok = p.below(at)
	case value[0] == '[':
		result.value, ok = flow(value, at)
	default:
		result.value, ok = one(value, at)
	}
	return result, ok
}

// maxKey is the length in bytes above which a key is left to the library.
const maxKey = 64

// keyLength returns the length of the key at the beginning of a line, or 0.
func keyLength(line string) int {
	for i := range min(len(line), maxKey) {
		c := line[i]
		letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c >= utf8.RuneSelf
		if !letter && (i == 0 || c != '-' && (c < '0' || c > '9')) {
			return i
		}
	}
	return 0
}

// below reads the list below "key:", or nothing.
func (p *plainReader) below(at diag.Pos) (node, bool) {
	result := node{pos: at}
	for {
		before := *p
		if !p.next() {
			return result, true
		}
		item := strings.TrimLeft(p.now, " ")
		indent := len(p.now) - len(item)
		if indent == 0 && item[0] != '-' {
			*p = before
			return result, true
		}
		text := strings.TrimLeft(strings.TrimPrefix(item, "- "), " ")
		pos := diag.Pos{Line: p.line, Col: indent + 1}
		if !strings.HasPrefix(item, "- ") || result.kind == list && pos.Col != result.pos.Col {
			return result, false
		}
		value, ok := one(text, diag.Pos{Line: p.line, Col: 1 + len(p.now) - len(text)})
		if !ok {
			return result, false
		}
		if result.kind == null {
			result.kind, result.pos = list, pos
		}
		result.items = append(result.items, value)
	}
}

// one reads a text that takes the rest of a line.
func one(value string, at diag.Pos) (node, bool) {
	n := node{kind: scalar, text: value, pos: at}
	if first := value[0]; first == '"' || first == '\'' {
		end := 1 + strings.IndexByte(value[1:], first)
		n.text = value[1:max(1, end)]
		return n, end > 0 && end == len(value)-1 && (first == '\'' || !strings.Contains(n.text, `\`))
	}
	if !startsPlain(value[0]) || value[len(value)-1] == ':' || strings.Contains(value, ": ") || strings.Contains(value, " #") {
		return n, false
	}
	if isNull(value) {
		return node{pos: at}, true
	}
	return n, true
}

// startsPlain reports whether a text beginning like this needs no quotation
// marks.
func startsPlain(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c >= utf8.RuneSelf
}

func isNull(s string) bool { return s == "null" || s == "Null" || s == "NULL" }

// flow reads "[a, b]".
func flow(value string, at diag.Pos) (node, bool) {
	n := node{kind: list, pos: at, items: []node{}}
	if value[len(value)-1] != ']' {
		return n, false
	}
	inside := value[1 : len(value)-1]
	if strings.Trim(inside, " ") == "" {
		return n, true
	}
	n.items = make([]node, 0, 1+strings.Count(inside, ","))
	col := at.Col + 1
	for inside != "" {
		item := strings.TrimLeft(inside, " ")
		col += len(inside) - len(item)
		length := itemLength(item)
		text := strings.TrimRight(item[:length], " ")
		if text == "" {
			return n, false
		}
		value, ok := one(text, diag.Pos{Line: at.Line, Col: col})
		if !ok || text[0] != '"' && text[0] != '\'' && strings.IndexFunc(text, endsItem) >= 0 {
			return n, false
		}
		n.items = append(n.items, value)
		if length == len(item) {
			return n, true
		}
		inside = item[length+1:]
		col += utf8.RuneCountInString(item[:length]) + 1
	}
	return n, false // a comma at the end
}

// endsItem reports whether a character may end or change an item without
// quotation marks.
func endsItem(c rune) bool {
	switch c {
	case '[', ']', '{', '}', ':', '?', '#':
		return true
	}
	return false
}

// itemLength returns the length of the item at the beginning of a list, up to
// its comma.
func itemLength(s string) int {
	from := 0
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		if end := strings.IndexByte(s[1:], s[0]); end >= 0 {
			from = end + 2
		}
	}
	if comma := strings.IndexByte(s[from:], ','); comma >= 0 {
		return from + comma
	}
	return len(s)
}
