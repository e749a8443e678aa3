package asset

import (
	"bytes"
	"net/url"
	"path"
	"strings"
	"unicode/utf8"

	"stadtbote/internal/config"
	"stadtbote/internal/palette"
	"stadtbote/internal/site"
)

// themed is the style sheet that takes the site's own colours.
const themed = "css/site.css"

// colored returns a style sheet with the site's own colours at its end.
func colored(name string, css []byte, c *config.Config) []byte {
	if name != themed {
		return css
	}
	return append(css[:len(css):len(css)], palette.CSS(c.Theme.Colors.Schemes())...)
}

// reference is one address in a style sheet: the bytes from:to hold it,
// without quotation marks.
type reference struct {
	from, to int
	dest     string
}

// references finds what url(…) and @import name, outside comments and other
// strings.
func references(css []byte) []reference {
	var refs []reference
	importing := false
	for i := 0; i < len(css); {
		switch c := css[i]; {
		case bytes.HasPrefix(css[i:], []byte("/*")):
			i = after(css, i+2, "*/")
		case c == '"' || c == '\'':
			end := stringEnd(css, i)
			if importing {
				refs = append(refs, refAt(css, i+1, end))
				importing = false
			}
			i = min(end+1, len(css))
		case foldedPrefix(css[i:], "url(") && (i == 0 || !nameByte(css[i-1])):
			ref, end := urlAt(css, i+len("url("))
			if ref.dest != "" {
				refs = append(refs, ref)
			}
			importing, i = false, end
		case foldedPrefix(css[i:], "@import"):
			importing, i = true, i+len("@import")
		case c == '\\':
			i += 2
		default:
			if c == ';' || c == '{' {
				importing = false
			}
			i++
		}
	}
	return refs
}

// urlAt reads the inside of url(…) and returns where it ends.
func urlAt(css []byte, i int) (ref reference, end int) {
	for i < len(css) && space(css[i]) {
		i++
	}
	if i < len(css) && (css[i] == '"' || css[i] == '\'') {
		to := stringEnd(css, i)
		return refAt(css, i+1, to), after(css, to, ")")
	}
	to := i
	for to < len(css) && css[to] != ')' {
		to++
	}
	trimmed := to
	for trimmed > i && space(css[trimmed-1]) {
		trimmed--
	}
	return refAt(css, i, trimmed), min(to+1, len(css))
}

func refAt(css []byte, from, to int) reference {
	from = min(from, len(css))
	to = max(from, min(to, len(css)))
	return reference{from, to, string(css[from:to])}
}

// stringEnd returns where the string that begins at i ends: at its closing
// quotation mark, the end of the line, or the end of the text.
func stringEnd(css []byte, i int) int {
	mark := css[i]
	for i++; i < len(css); i++ {
		switch css[i] {
		case mark, '\n':
			return i
		case '\\':
			i++
		}
	}
	return len(css)
}

// after returns the place behind the next occurrence of text, or the end.
func after(css []byte, i int, text string) int {
	i = min(i, len(css))
	if j := bytes.Index(css[i:], []byte(text)); j >= 0 {
		return i + j + len(text)
	}
	return len(css)
}

func foldedPrefix(css []byte, lower string) bool {
	return len(css) >= len(lower) && strings.EqualFold(string(css[:len(lower)]), lower)
}

func space(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

func nameByte(c byte) bool {
	return c == '-' || c == '_' || c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// localTarget returns which file below static/ an address in a style sheet
// means, if it means one.
func localTarget(sheet, dest string) (name string, local bool) {
	dest, _ = cut(dest)
	if dest == "" || strings.HasPrefix(dest, "//") || strings.Contains(dest, ":") {
		return "", false
	}
	if plain, err := url.PathUnescape(dest); err == nil {
		dest = plain
	}
	if strings.HasPrefix(dest, "/") {
		return path.Clean(dest)[1:], true
	}
	return path.Join(path.Dir(sheet), dest), true
}

// cut separates an address from its query and fragment.
func cut(dest string) (name, rest string) {
	if i := strings.IndexAny(dest, "?#"); i >= 0 {
		return dest[:i], dest[i:]
	}
	return dest, ""
}

// rewrite returns the style sheet with the published names of what it refers
// to. A relative address stays relative, so that the style sheet is the same
// wherever the site lies.
func rewrite(sheet string, css []byte, refs []reference, base string, assets map[string]site.Asset) []byte {
	out := make([]byte, 0, len(css)+16*len(refs))
	done := 0
	for _, ref := range refs {
		target, local := localTarget(sheet, ref.dest)
		asset, known := assets[target]
		if !local || !known {
			continue
		}
		name, rest := cut(ref.dest)
		published := asset.URL
		if !strings.HasPrefix(name, "/") {
			published = name[:strings.LastIndexByte(name, '/')+1] + path.Base(strings.TrimPrefix(asset.URL, base))
		}
		out = append(out, css[done:ref.from]...)
		out = append(out, published...)
		out = append(out, rest...)
		done = ref.to
	}
	return append(out, css[done:]...)
}

// position returns line and column of a byte, counted from 1.
func position(css []byte, at int) (line, col int) {
	start := bytes.LastIndexByte(css[:at], '\n') + 1
	return bytes.Count(css[:at], []byte("\n")) + 1, utf8.RuneCount(css[start:at]) + 1
}
