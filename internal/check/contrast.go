package check

import (
	"regexp"
	"strconv"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/palette"
)

var (
	cssBlock = regexp.MustCompile(`@media[^{]*\{|:root\s*\{([^}]*)\}|[{}]`)
	cssToken = regexp.MustCompile(`(--[a-z-]+)\s*:\s*(#[0-9a-fA-F]{3,6})\b`)
)

// scheme is what a style sheet says about the colours in one circumstance.
type scheme struct {
	name   string // "light", "dark", "print"
	colors map[string]palette.Color
	places map[string]int // where a token is set, in bytes
}

// contrasts judges the colour pairs of a style sheet: by day, by night, and on
// paper. A town that lays its own site.css over the theme's names them there.
func (c *Checker) contrasts(origin string, css []byte) {
	for _, s := range schemes(css) {
		for _, pair := range palette.Pairs() {
			front, known := s.colors[pair.Front.Variable()]
			ground, both := s.colors[pair.Ground.Variable()]
			if !known || !both {
				continue
			}
			if ratio := palette.Contrast(front, ground); ratio < pair.Least {
				c.file(origin, at(css, s.places[pair.Front.Variable()]), diag.ContrastLow,
					pair.Front.Variable()+" "+front.String(), pair.Ground.Variable()+" "+ground.String(),
					floored(ratio), floored(pair.Least), s.name)
			}
		}
	}
}

// floored writes a ratio with one digit, never better than it is.
func floored(ratio float64) string {
	return strconv.FormatFloat(float64(int(ratio*10))/10, 'f', 1, 64)
}

// schemes returns the tokens by day, and those of dark screens and of print,
// which lie over them.
func schemes(css []byte) []scheme {
	all := []scheme{newScheme("light", nil)}
	around := []string{} // media queries that are open, "" for other blocks
	for _, m := range cssBlock.FindAllSubmatchIndex(css, -1) {
		switch text := string(css[m[0]:m[1]]); {
		case m[2] >= 0:
			name := circumstance(around)
			if name == "" {
				continue
			}
			at := indexOf(all, name)
			if at < 0 {
				all = append(all, newScheme(name, &all[0]))
				at = len(all) - 1
			}
			all[at].read(css[m[2]:m[3]], m[2])
		case text == "}":
			around = around[:max(0, len(around)-1)]
		case text == "{":
			around = append(around, "")
		default:
			around = append(around, strings.TrimSuffix(text, "{"))
		}
	}
	return all
}

func newScheme(name string, below *scheme) scheme {
	s := scheme{name, map[string]palette.Color{}, map[string]int{}}
	if below != nil {
		for token, color := range below.colors {
			s.colors[token], s.places[token] = color, below.places[token]
		}
	}
	return s
}

func indexOf(all []scheme, name string) int {
	for i := range all {
		if all[i].name == name {
			return i
		}
	}
	return -1
}

// circumstance names the media queries around a block; "" for those that say
// nothing about colours, such as a width.
func circumstance(around []string) string {
	name := "light"
	for _, query := range around {
		switch {
		case query == "":
		case strings.Contains(query, "prefers-color-scheme") && strings.Contains(query, "dark"):
			name = "dark"
		case strings.Contains(query, "prefers-color-scheme"):
		case strings.Contains(query, "print") && !strings.Contains(query, ","):
			name = "print"
		default:
			return ""
		}
	}
	return name
}

// read takes in the tokens of a block that begins at from.
func (s *scheme) read(block []byte, from int) {
	for _, m := range cssToken.FindAllSubmatchIndex(block, -1) {
		if color, ok := palette.Parse(string(block[m[4]:m[5]])); ok {
			token := string(block[m[2]:m[3]])
			s.colors[token], s.places[token] = color, from+m[2]
		}
	}
}
