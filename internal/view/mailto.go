package view

import "html/template"

// mailto returns a mailto address after RFC 6068. Everything but letters,
// digits and "-._~" is percent-encoded, so that no mail program can mistake a
// part of the subject for a field of its own.
func mailto(to, subject, body string) template.URL {
	out := make([]byte, 0, len("mailto:?subject=&body=")+len(to)+2*len(subject)+2*len(body))
	out = append(out, "mailto:"...)
	out = escape(out, to, "@+")
	out = append(out, "?subject="...)
	out = escape(out, subject, "")
	out = append(out, "&body="...)
	out = escape(out, body, "")
	return template.URL(out) //nolint:gosec // made of unreserved characters only
}

// escape appends s, percent-encoded; a line break becomes CR LF.
func escape(out []byte, s, keep string) []byte {
	const digits = "0123456789ABCDEF"
	for i := range len(s) {
		c := s[i]
		switch {
		case unreserved(c), containsByte(keep, c):
			out = append(out, c)
		case c == '\n':
			out = append(out, "%0D%0A"...)
		default:
			out = append(out, '%', digits[c>>4], digits[c&15])
		}
	}
	return out
}

func unreserved(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' ||
		c == '-' || c == '.' || c == '_' || c == '~'
}

func containsByte(s string, c byte) bool {
	for i := range len(s) {
		if s[i] == c {
			return true
		}
	}
	return false
}
