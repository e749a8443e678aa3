package cli

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"stadtbote"
	"stadtbote/internal/lang"
	"stadtbote/internal/scaffold"
)

func (a *app) ejectCommand() *cobra.Command {
	var source string
	cmd := &cobra.Command{
		Use:   a.say("eject [NAME …]", "eject [NAME …]"),
		Short: a.say("Eine mitgelieferte Vorlage zum Ändern herausschreiben", "Write out a built-in template for changing"),
		Long: a.say("Ohne Namen: alle mitgelieferten Vorlagen und Dateien aufzählen. Die Datei in Ihrem Ordner gilt dann\n"+
			"statt der mitgelieferten; löschen Sie sie, gilt wieder diese.",
			"Without a name: list all built-in templates and files. The file in your folder is then used instead of\n"+
				"the built-in one; delete it, and that one is used again."),
		Example: "  stadtbote eject article.html\n  stadtbote eject css/site.css",
		RunE: func(_ *cobra.Command, args []string) error {
			for _, name := range args {
				if err := a.eject(a.path(source), name); err != nil {
					return err
				}
			}
			if len(args) > 0 {
				return nil
			}
			for _, name := range ejectable() {
				if _, err := fmt.Fprintln(a.Stdout, name); err != nil {
					return err
				}
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return ejectable(), cobra.ShellCompDirectiveNoFileComp
		},
	}
	a.sourceFlag(cmd, &source)
	return cmd
}

func ejectable() []string { return scaffold.Ejectable(stadtbote.Static, stadtbote.Templates) }

func (a *app) eject(site, name string) error {
	file, err := scaffold.Eject(name, stadtbote.Templates, stadtbote.Static)
	if errors.Is(err, fs.ErrNotExist) {
		text := fmt.Sprintf(a.say("Mitgeliefert ist keine Datei „%s“.", "There is no built-in file “%s”."), name)
		if near, found := lang.Nearest("templates/"+name, ejectable()); found {
			text += fmt.Sprintf(a.say(" Meinten Sie „%s“?", " Did you mean “%s”?"), near)
		}
		return said(text + a.say(" Alle Namen zeigt: stadtbote eject", " For all names: stadtbote eject"))
	}
	if err != nil {
		return err
	}
	return a.write(site, file)
}
