package publish

import (
	"io/fs"
	"runtime"
	"strings"
	"unicode"

	"stadtbote/internal/diag"
)

// longestName is the most bytes that one component of a path may have on the
// file systems in use.
const longestName = 255

// CheckName returns what forbids a path in the output folder, or nothing.
// origin is the file to blame.
func CheckName(path, origin string) diag.List {
	forbids := func(string) string { return "" }
	if runtime.GOOS == "windows" {
		forbids = windowsForbids
	}
	return checkName(path, origin, forbids)
}

// checkName is CheckName on a system that forbids parts of a path.
func checkName(path, origin string, forbids func(part string) string) diag.List {
	var ds diag.List
	if !fs.ValidPath(path) || path == "." || staged(path) || strings.ContainsFunc(path, unicode.IsControl) || strings.Contains(path, `\`) {
		ds.Report(origin, diag.Pos{}, diag.UnsafeName, path)
		return ds
	}
	for part := range strings.SplitSeq(path, "/") {
		if len(part) > longestName {
			ds.Report(origin, diag.Pos{}, diag.UnsafeName, path)
			return ds
		}
		if bad := forbids(part); bad != "" {
			ds.Report(origin, diag.Pos{}, diag.WindowsName, path, bad)
			return ds
		}
	}
	return ds
}

// FoldsCase reports whether file systems of this machine usually take two
// names that differ only in case for the same.
func FoldsCase() bool { return runtime.GOOS == "windows" || runtime.GOOS == "darwin" }

// Fold returns what two names have in common that file systems of this machine
// usually take for the same.
func Fold(name string) string {
	if FoldsCase() {
		return strings.ToLower(name)
	}
	return name
}

// windowsForbids returns what in a name Windows does not allow, or "".
func windowsForbids(name string) string {
	if i := strings.IndexAny(name, `<>:"|?*`); i >= 0 {
		return name[i : i+1]
	}
	if last := name[len(name)-1:]; last == "." || last == " " {
		return last
	}
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	stem = strings.TrimRight(stem, " ")
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return stem
	}
	for _, device := range []string{"COM", "LPT"} {
		number, is := strings.CutPrefix(stem, device)
		if is && strings.Contains("0123456789¹²³", number) && number != "" && len([]rune(number)) == 1 {
			return stem
		}
	}
	return ""
}
