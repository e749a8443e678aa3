package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stadtbote/internal/article"
	"stadtbote/internal/build"
	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/mend"
)

// fix shows what it would change, asks, and changes it. It reports whether
// anything was changed.
func (a *app) fix(f checkFlags, o build.Options, found diag.List) (changed bool, err error) {
	changes, err := a.changes(o, found)
	if err != nil {
		return false, err
	}
	out := a.people(f.build.format)
	if len(changes) == 0 {
		_, err := fmt.Fprintln(out, a.say("Nichts davon hat nur eine richtige Antwort; es wurde nichts geändert.", "Nothing of it has just one right answer; nothing was changed."))
		return false, err
	}
	for _, c := range changes {
		if err := c.Diff(out); err != nil {
			return false, err
		}
	}
	files := a.count(len(changes), a.say("Datei", "file"), a.say("Dateien", "files"))
	if !f.yes {
		if !a.Interactive {
			return false, said(a.say("Ohne Terminal ändert --fix nur etwas mit --yes.", "Without a terminal, --fix changes things only with --yes."))
		}
		if !a.confirmed(fmt.Sprintf(a.say("%s so ändern?", "Change %s like this?"), files)) {
			_, err := fmt.Fprintln(out, a.say("Es wurde nichts geändert.", "Nothing was changed."))
			return false, err
		}
	}
	for _, c := range changes {
		if err := replace(filepath.Join(o.Folder, filepath.FromSlash(c.Path)), c.After); err != nil {
			return false, err
		}
	}
	_, err = fmt.Fprintf(out, a.say("Geändert: %s. Noch einmal geprüft:\n", "Changed: %s. Checked again:\n"), files)
	return true, err
}

// changes returns what mending would make of the files, by path.
func (a *app) changes(o build.Options, found diag.List) ([]mend.Change, error) {
	byFile := map[string]diag.List{}
	for _, d := range found {
		if d.File != "" && slices.Contains(mend.Codes(), d.Code) {
			byFile[d.File] = append(byFile[d.File], d)
		}
	}
	c, _ := config.Load(o.Source)
	rules := article.Rules{Language: c.Language, Sanitize: c.Markdown.HTML == "sanitize"}
	var changes []mend.Change
	for file, ds := range byFile {
		raw, err := os.ReadFile(filepath.Join(o.Folder, filepath.FromSlash(file)))
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", file, err)
		}
		if change, ok := mend.Mend(file, raw, ds, rules); ok {
			changes = append(changes, change)
		}
	}
	slices.SortFunc(changes, func(x, y mend.Change) int { return strings.Compare(x.Path, y.Path) })
	return changes, nil
}

// replace gives a file new bytes in one step: whoever reads it sees the old
// ones or the new ones. What a symbolic link leads to is replaced, not the link.
func replace(name string, data []byte) error {
	target, err := filepath.EvalSymlinks(name)
	if err != nil {
		return fmt.Errorf("changing %s: %w", name, err)
	}
	info, err := os.Stat(target)
	if err != nil {
		return fmt.Errorf("changing %s: %w", name, err)
	}
	staged, err := os.CreateTemp(filepath.Dir(target), ".stadtbote-*")
	if err != nil {
		return fmt.Errorf("changing %s: %w", name, err)
	}
	_, err = staged.Write(data)
	err = errors.Join(err, staged.Chmod(info.Mode().Perm()), staged.Sync(), staged.Close())
	if err == nil {
		err = os.Rename(staged.Name(), target)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("changing %s: %w", name, err), os.Remove(staged.Name()))
	}
	return nil
}
