package cli

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"stadtbote/internal/build"
	"stadtbote/internal/diag"
)

func (a *app) listCommand() *cobra.Command {
	f := buildFlags{format: oneOf{value: "text", allowed: diag.Formats()}}
	cmd := &cobra.Command{
		Use:   "list",
		Short: a.say("Zeigen, was nicht veröffentlicht ist, warum, und wann der nächste Lauf fällig ist", "Show what is not published, why, and when the next build is due"),
		Long: a.say("Aufgezählt werden Entwürfe, Meldungen mit Sperrfrist, abgelaufene und fehlerhafte.",
			"Drafts, embargoed, expired and broken articles are listed."),
		Args: a.arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			options, err := a.options(f)
			if err != nil {
				return err
			}
			planned, err := build.Plan(cmd.Context(), options, nil)
			if err != nil {
				return err
			}
			return a.list(planned)
		},
	}
	a.sourceFlag(cmd, &f.source)
	cmd.Flags().Var(&f.now, "now", a.say("so tun, als wäre es dieses `DATUM`", "act as if it were this `DATE`"))
	return cmd
}

// list writes a line for everything that is not published.
func (a *app) list(planned *build.Planned) error {
	table := tabwriter.NewWriter(a.Stdout, 0, 0, 3, ' ', 0)
	for _, o := range planned.Left {
		fmt.Fprintf(table, "%s\t%s\t%s\n", a.reason(o), o.Title, o.Path)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	next := a.say("Kein Lauf ist fällig: Nichts wartet auf seinen Tag.", "No build is due: nothing waits for its day.")
	if !planned.Next.IsZero() {
		next = fmt.Sprintf(a.say("Der nächste Lauf ist fällig am %s.", "The next build is due on %s."), a.moment(planned.Next))
	}
	if len(planned.Left) == 0 {
		fmt.Fprintln(a.Stdout, a.say("Alles ist veröffentlicht.", "Everything is published."))
	}
	_, err := fmt.Fprintln(a.Stdout, next)
	return err
}
