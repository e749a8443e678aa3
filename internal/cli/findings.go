package cli

import (
	"path/filepath"

	"stadtbote/internal/build"
	"stadtbote/internal/diag"
	"stadtbote/internal/source"
)

// manyFindings is how many are shown one by one; more are grouped.
const manyFindings = 50

// findings writes what authors must mend: for people to Stderr, for programs
// to Stdout.
func (a *app) findings(f buildFlags, o build.Options, found diag.List) error {
	out := a.Stdout
	if f.format.value == "text" {
		if len(found) == 0 {
			return nil
		}
		out = a.Stderr
	}
	return a.printer(f, o).Print(out, f.format.value, found)
}

func (a *app) printer(f buildFlags, o build.Options) diag.Printer {
	p := diag.Printer{
		Language: string(a.tongue),
		Prefix:   a.prefix(o.Folder),
		Colour:   a.colour(),
		Limit:    manyFindings,
		Source: func(file string) ([]byte, bool) {
			text, _, err := source.Read(o.Source, file)
			return text, err == nil && text != nil
		},
	}
	if f.verbose || f.all {
		p.Limit = 0
	}
	return p
}

// prefix is what leads from the user's folder to the site's, so that a place
// can be clicked on, and that code forges find it in the repository.
func (a *app) prefix(folder string) string {
	rel := filepath.ToSlash(a.relative(folder))
	if rel == "." {
		return ""
	}
	return rel + "/"
}

func (a *app) colour() bool {
	_, unwanted := a.LookupEnv("NO_COLOR")
	kind, _ := a.LookupEnv("TERM")
	return a.IsTerminal && !unwanted && kind != "dumb"
}
