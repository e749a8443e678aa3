package cos

// lexer splits bytes into tokens (ISO 32000-1, 7.2).
type lexer struct {
	data []byte
	at   int
}

// keyword is a word that is no object: "obj", "R", an operator, or one of the
// brackets of arrays and dictionaries.
type keyword string

// end is the token after the last.
const end = keyword("")

func space(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func delimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// skip moves to the next token, past white space and comments.
func (l *lexer) skip() {
	for l.at < len(l.data) {
		c := l.data[l.at]
		switch {
		case space(c):
			l.at++
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// next is the next token: a number, String or Name, or a keyword.
func (l *lexer) next() Object {
	l.skip()
	if l.at >= len(l.data) {
		return end
	}
	c := l.data[l.at]
	switch c {
	case '/':
		l.at++
		return l.name()
	case '(':
		l.at++
		return l.literal()
	case '[', ']', '{', '}', ')':
		l.at++
		return keyword(c)
	case '<', '>':
		if l.at+1 < len(l.data) && l.data[l.at+1] == c {
			l.at += 2
			return keyword(l.data[l.at-2 : l.at])
		}
		l.at++
		if c == '<' {
			return l.hex()
		}
		return keyword(c)
	}
	from := l.at
	for l.at < len(l.data) && !space(l.data[l.at]) && !delimiter(l.data[l.at]) {
		l.at++
	}
	word := l.data[from:l.at]
	if n, ok := number(word); ok {
		return n
	}
	return keyword(word)
}

// number reads an Integer or Real. Digits beyond thousandths are cut off, and
// what no int64 holds is cut to its limit.
func number(word []byte) (Object, bool) {
	const limit = 1 << 50
	negative, dot := false, false
	var value, digits, places int64
	for i, c := range word {
		switch {
		case (c == '-' || c == '+') && i == 0:
			negative = c == '-'
		case c == '.' && !dot:
			dot = true
		case c >= '0' && c <= '9':
			digits++
			if dot && places == 3 {
				continue
			}
			if dot {
				places++
			}
			if value < limit {
				value = value*10 + int64(c-'0')
			}
		default:
			return nil, false
		}
	}
	if digits == 0 {
		return nil, false
	}
	if negative {
		value = -value
	}
	if !dot {
		return Integer(value), true
	}
	for ; places < 3; places++ {
		value *= 10
	}
	return Real(value), true
}

func (l *lexer) name() Name {
	var name []byte
	for l.at < len(l.data) && !space(l.data[l.at]) && !delimiter(l.data[l.at]) {
		c := l.data[l.at]
		l.at++
		if c == '#' && l.at+1 < len(l.data) {
			hi, lo := digit(l.data[l.at]), digit(l.data[l.at+1])
			if hi < 16 && lo < 16 {
				c = hi<<4 | lo
				l.at += 2
			}
		}
		name = append(name, c)
	}
	return Name(name)
}

// digit is the value of a hexadecimal digit, 16 for what is none.
func digit(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10
	}
	return 16
}

func (l *lexer) hex() String {
	var out []byte
	half := byte(16)
	for l.at < len(l.data) {
		c := l.data[l.at]
		l.at++
		if c == '>' {
			break
		}
		v := digit(c)
		switch {
		case v == 16:
		case half == 16:
			half = v
		default:
			out = append(out, half<<4|v)
			half = 16
		}
	}
	if half != 16 {
		out = append(out, half<<4)
	}
	return String(out)
}

// literal reads a string in parentheses (7.3.4.2).
func (l *lexer) literal() String {
	var out []byte
	depth := 1
	for l.at < len(l.data) {
		c := l.data[l.at]
		l.at++
		switch c {
		case '(':
			depth++
		case ')':
			depth--
			if depth == 0 {
				return String(out)
			}
		case '\r':
			if l.at < len(l.data) && l.data[l.at] == '\n' {
				l.at++
			}
			c = '\n'
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	return String(out)
}

// escape reads what follows a backslash.
func (l *lexer) escape(out []byte) []byte {
	if l.at >= len(l.data) {
		return out
	}
	c := l.data[l.at]
	l.at++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\r':
		if l.at < len(l.data) && l.data[l.at] == '\n' {
			l.at++
		}
		return out
	case '\n':
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	v := int(c - '0')
	for i := 0; i < 2 && l.at < len(l.data) && l.data[l.at] >= '0' && l.data[l.at] <= '7'; i++ {
		v = v<<3 | int(l.data[l.at]-'0')
		l.at++
	}
	return append(out, byte(v))
}
