package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"stadtbote/internal/scaffold"
)

func (a *app) newSite() *cobra.Command {
	ci := oneOf{allowed: scaffold.Platforms()}
	cmd := &cobra.Command{
		Use:     a.say("site ORDNER", "site FOLDER"),
		Short:   a.say("Eine neue Website anlegen, die sich sofort bauen lässt", "Make a new site that can be built at once"),
		Example: "  stadtbote new site musterstadt --ci gitlab",
		Args:    a.arguments(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			site := a.path(args[0])
			if err := a.vacant(site, args[0]); err != nil {
				return err
			}
			files := append(scaffold.Site(a.draft(siteTitle(site))), scaffold.Pipeline(ci.value)...)
			if err := a.writeAll(site, files); err != nil {
				return err
			}
			_, err := fmt.Fprintf(a.Stdout, a.say("Die Website ist angelegt. Weiter geht es mit:\n  stadtbote build --source %s\n",
				"The site is made. Go on with:\n  stadtbote build --source %s\n"), args[0])
			return err
		},
	}
	cmd.Flags().Var(&ci, "ci", a.say("dazu, was diese `PLATTFORM` zum Prüfen und Veröffentlichen braucht: gitlab, github, forgejo",
		"also what this `PLATFORM` needs for checking and publishing: gitlab, github, forgejo"))
	complete(cmd, "ci", ci.allowed)
	return cmd
}

func (a *app) newPipeline() *cobra.Command {
	var source string
	cmd := &cobra.Command{
		Use:       a.say("ci PLATTFORM", "ci PLATFORM"),
		Short:     a.say("Für eine Website anlegen, was gitlab, github oder forgejo zum Veröffentlichen braucht", "Make for a site what gitlab, github or forgejo needs for publishing"),
		Example:   "  stadtbote new ci gitlab",
		Args:      a.arguments(1, 1),
		ValidArgs: scaffold.Platforms(),
		RunE: func(_ *cobra.Command, args []string) error {
			platform := oneOf{allowed: scaffold.Platforms()}
			if err := platform.Set(args[0]); err != nil {
				return said(fmt.Sprintf(a.say("„%s“ ist keine bekannte Plattform. ", "“%s” is not a known platform. "), args[0]) + a.possible(&platform))
			}
			return a.writeAll(a.path(source), scaffold.Pipeline(platform.value))
		},
	}
	a.sourceFlag(cmd, &source)
	return cmd
}

// writeAll makes new files in a site's folder and tells their paths. Nothing
// is written where one of them exists and is another.
func (a *app) writeAll(site string, files []scaffold.File) error {
	var missing []scaffold.File
	for _, file := range files {
		made, err := a.made(site, file)
		if err != nil {
			return err
		}
		if !made {
			missing = append(missing, file)
		}
	}
	for _, file := range missing {
		if err := a.write(site, file); err != nil {
			return err
		}
	}
	return nil
}
