package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"stadtbote/internal/frontmatter"
	"stadtbote/internal/scaffold"
)

func (a *app) newCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "new",
		Short: a.say("Eine Meldung, eine Seite, einen Termin oder eine ganze Website anlegen", "Make a report, a page, an event or a whole site"),
		Args:  a.knownCommand,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(
		a.newArticle(articleForm{
			name:    "meldung",
			short:   a.say("Eine Meldung anlegen, als Entwurf und mit Erklärungen", "Make a report, as a draft and with explanations"),
			example: a.say("Brücke am Markt wieder frei", "Bridge open again"),
			use:     frontmatter.Reports, file: scaffold.Report,
		}),
		a.newArticle(articleForm{
			name:    "seite",
			short:   a.say("Eine Seite wie das Impressum anlegen", "Make a page like the imprint"),
			example: a.say("Über uns", "About us"),
			use:     frontmatter.Pages, file: scaffold.Page,
		}),
		a.newArticle(articleForm{
			name:    "termin",
			short:   a.say("Einen Termin anlegen", "Make an event"),
			example: a.say("Design-Sprint", "Design sprint"),
			use:     frontmatter.Events, file: scaffold.Event,
		}),
		a.newSite(),
		a.newPipeline(),
	)
	return cmd
}

// siteTitle makes a title of a folder's name, for the editor to change.
func siteTitle(folder string) string {
	words := strings.FieldsFunc(filepath.Base(folder), func(r rune) bool { return r == '-' || r == '_' || r == ' ' })
	for i, word := range words {
		runes := []rune(word)
		words[i] = strings.ToUpper(string(runes[:1])) + string(runes[1:])
	}
	if len(words) == 0 {
		return "Musterstadt"
	}
	return strings.Join(words, " ")
}

func (a *app) draft(title string) scaffold.Draft {
	return scaffold.Draft{Title: strings.TrimSpace(title), Date: a.Now()}
}

// vacant refuses a folder in which there is something other than git's own.
func (a *app) vacant(folder, name string) error {
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("looking into %s: %w", name, err)
	}
	for _, entry := range entries {
		if entry.Name() != ".git" {
			return said(fmt.Sprintf(a.say("Der Ordner „%s“ ist nicht leer (%s). Nennen Sie einen neuen; überschrieben wird nichts.",
				"The folder “%s” is not empty (%s). Name a new one; nothing is overwritten."), name, entry.Name()))
		}
	}
	return nil
}

// write makes a new file in a site's folder and tells its path. An existing
// one is never touched.
func (a *app) write(site string, file scaffold.File) error {
	name := filepath.Join(site, filepath.FromSlash(file.Path))
	shown := a.relative(name)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return fmt.Errorf("%s: %w", shown, err)
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return a.taken(shown)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", shown, err)
	}
	_, err = f.Write(file.Data)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(fmt.Errorf("%s: %w", shown, err), os.Remove(name))
	}
	_, err = fmt.Fprintln(a.Stdout, shown)
	return err
}

// made reports whether a file is there already with these very bytes; one that
// has others is refused.
func (a *app) made(site string, file scaffold.File) (made bool, err error) {
	name := filepath.Join(site, filepath.FromSlash(file.Path))
	data, err := os.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err == nil && bytes.Equal(data, file.Data):
		return true, nil
	}
	return false, a.taken(a.relative(name))
}

func (a *app) taken(name string) error {
	return said(fmt.Sprintf(a.say("„%s“ gibt es schon; überschrieben wird nichts.", "“%s” exists already; nothing is overwritten."), name))
}
