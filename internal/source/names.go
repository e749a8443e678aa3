package source

import (
	"fmt"
	"slices"
	"strings"
)

// kept are the names with a leading dot that web servers look for.
var kept = []string{".well-known", ".htaccess", ".nojekyll", ".domains"}

// PassedOver reports whether a file belongs to an editor, a file manager or
// version control and not to the site.
func PassedOver(name string) bool {
	switch {
	case name[0] == '.':
		return !slices.Contains(kept, name)
	case name[len(name)-1] == '~', strings.HasPrefix(name, "~$"):
		return true
	case len(name) > 1 && name[0] == '#' && name[len(name)-1] == '#':
		return true
	}
	lower := strings.ToLower(name)
	for _, ending := range []string{".swp", ".swo", ".swx", ".crswap"} {
		if strings.HasSuffix(lower, ending) {
			return true
		}
	}
	return lower == "thumbs.db" || lower == "desktop.ini" || lower == "ehthumbs.db"
}

// forbidden returns the part of a file name that Windows does not allow, and a
// name that it allows; culprit is empty for good names.
func forbidden(name string) (culprit, better string) {
	last := name[len(name)-1]
	switch i := indexForbidden(name); {
	case i >= 0:
		return printable(name[i]), allowed(name)
	case last == '.' || last == ' ':
		return string(last), allowed(name)
	case IsReserved(name):
		return stem(name), allowed(name)
	}
	return "", ""
}

// IsReserved reports whether Windows keeps a name, with any ending, for a
// device: CON, aux.md, Com1.txt.
func IsReserved(name string) bool {
	s := stem(name)
	if len(s) > len("CONOUT$") {
		return false
	}
	s = strings.ToUpper(s)
	switch s {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	if !strings.HasPrefix(s, "COM") && !strings.HasPrefix(s, "LPT") {
		return false
	}
	switch s[3:] {
	case "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³":
		return true
	}
	return false
}

// stem returns the part of a name that Windows compares with its devices.
func stem(name string) string {
	before, _, _ := strings.Cut(name, ".")
	return strings.TrimRight(before, " ")
}

// indexForbidden returns where the first such character stands; -1 if there is
// none. All of them are single bytes.
func indexForbidden(name string) int {
	for i := range len(name) {
		if name[i] < '@' && isForbidden(rune(name[i])) || name[i] == '\\' || name[i] == '|' {
			return i
		}
	}
	return -1
}

// isForbidden reports whether Windows allows no file name with this character.
func isForbidden(r rune) bool {
	return r < 0x20 || strings.ContainsRune(`<>:"/\|?*`, r)
}

// allowed returns a name like the given one that Windows allows.
func allowed(name string) string {
	name = strings.Map(func(r rune) rune {
		if isForbidden(r) {
			return '-'
		}
		return r
	}, strings.ToValidUTF8(name, "-"))
	name = strings.TrimRight(name, ". ")
	if IsReserved(name) {
		name = "_" + name
	}
	if name == "" {
		name = "datei"
	}
	return name
}

// printable returns a forbidden character as it can be shown.
func printable(c byte) string {
	if c < 0x20 {
		return fmt.Sprintf("U+%04X", c)
	}
	return string(rune(c))
}
