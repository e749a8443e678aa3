package asset

import "bytes"

// slim returns a style sheet without remarks and without the white space that
// only people need. It shortens nothing else: a style sheet means the same, and
// can still be read in a browser's inspector. Licences, /*! … */, stay.
func slim(css []byte) []byte {
	out := make([]byte, 0, len(css))
	for i := 0; i < len(css); {
		switch c := css[i]; {
		case bytes.HasPrefix(css[i:], []byte("/*")) && !bytes.HasPrefix(css[i:], []byte("/*!")):
			i = after(css, i+2, "*/")
			out = gap(out) // a remark may separate two words
		case bytes.HasPrefix(css[i:], []byte("/*!")):
			end := after(css, i+2, "*/")
			out, i = append(out, css[i:end]...), end
		case c == '"' || c == '\'':
			end := min(stringEnd(css, i)+1, len(css))
			out, i = append(out, css[i:end]...), end
		case c == '\\':
			end := min(i+2, len(css))
			out, i = append(out, css[i:end]...), end
		case space(c):
			out = gap(out)
			i++
		default:
			if len(out) > 0 && out[len(out)-1] == ' ' && (c == '{' || c == '}') && !escapes(out) {
				out = out[:len(out)-1]
			}
			out = append(out, c)
			i++
		}
	}
	return bytes.TrimRight(out, " ")
}

// gap appends a space where two words must not run together.
func gap(out []byte) []byte {
	if len(out) == 0 || bytes.IndexByte([]byte(" {};,"), out[len(out)-1]) >= 0 && !escapes(out) {
		return out
	}
	return append(out, ' ')
}

// escapes reports whether the last character is an escaped one, part of a name.
func escapes(out []byte) bool { return len(out) > 1 && out[len(out)-2] == '\\' }
