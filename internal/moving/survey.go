package moving

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"stadtbote/internal/diag"
)

// found is one file of the old site and what it is.
type found struct {
	file string
	role role
	to   string
}

// skipped are folders that hold what tools made or need, wherever they lie.
var skipped = []string{"node_modules", ".git", ".github", ".jekyll-cache", ".sass-cache", ".cache", ".idea", ".vscode"}

// survey looks at every file of the old site, reads the settings and all
// articles, and accounts for what is passed over.
func (m *move) survey() error {
	names, err := m.walk()
	if err != nil {
		return err
	}
	m.readSettings(names)
	for _, name := range names {
		if name == m.config.from || slices.Contains(m.config.data, name) {
			continue // accounted for by writeSettings and accountForData
		}
		role, to, why := m.role(name, &m.config)
		switch role {
		case writing:
			m.found = append(m.found, found{name, role, to})
		case asset:
			m.found = append(m.found, found{name, role, to})
		case config:
			m.pass(name, diag.MoveProgram)
		default:
			m.pass(name, why)
		}
	}
	for _, f := range m.found {
		if f.role == writing {
			if err := m.read(f); err != nil {
				return err
			}
		}
	}
	return nil
}

// walk returns the files of the old site. A folder that belongs to the old
// program is accounted for as a whole.
func (m *move) walk() ([]string, error) {
	var names []string
	err := fs.WalkDir(m.Old, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("looking at %s: %w", name, err)
		case entry.IsDir() && (slices.Contains(skipped, path.Base(name)) || slices.Contains(m.made(), name)):
			m.pass(name+"/", diag.MoveProgram)
			return fs.SkipDir
		case !entry.IsDir() && !entry.Type().IsRegular():
			m.pass(name, diag.MoveProgram)
		case !entry.IsDir():
			names = append(names, name)
		}
		return nil
	})
	return names, err
}

// result puts the accounts in order.
func (m *move) result() *Result {
	slices.SortStableFunc(m.accounts, func(a, b Account) int { return strings.Compare(a.Path, b.Path) })
	slices.SortFunc(m.written, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return &Result{Files: m.written, Accounts: m.accounts}
}
