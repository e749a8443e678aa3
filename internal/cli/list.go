package cli

import (
	"fmt"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"stadtbote/internal/build"
	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

func (a *app) listCommand() *cobra.Command {
	f := buildFlags{format: oneOf{value: "text", allowed: diag.Formats()}}
	next := false
	cmd := &cobra.Command{
		Use:   "list",
		Short: a.say("Zeigen, was nicht veröffentlicht ist, warum, und wann der nächste Lauf fällig ist", "Show what is not published, why, and when the next build is due"),
		Long: a.say("Aufgezählt werden Entwürfe, Meldungen mit Sperrfrist, abgelaufene und fehlerhafte.",
			"Drafts, embargoed, expired and broken articles are listed."),
		Example: "  stadtbote list\n  stadtbote list --next",
		Args:    a.arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			options, err := a.options(f)
			if err != nil {
				return err
			}
			planned, err := build.Plan(cmd.Context(), options, nil)
			if err != nil {
				return err
			}
			if next {
				return a.next(planned.Next)
			}
			return a.list(planned)
		},
	}
	a.sourceFlag(cmd, &f.source)
	cmd.Flags().Var(&f.now, "now", a.say("so tun, als wäre es dieses `DATUM`", "act as if it were this `DATE`"))
	cmd.Flags().BoolVar(&next, "next", false, a.say("nur sagen, wann der nächste Lauf fällig ist, auch als Zeile für cron", "say only when the next build is due, as a line for cron as well"))
	return cmd
}

// next tells when the next build is due: for people, and as lines that a
// scheduled pipeline takes. GitHub and Forgejo read them as UTC; GitLab in the
// time zone that is set for the schedule.
func (a *app) next(due time.Time) error {
	if due.IsZero() {
		_, err := fmt.Fprintln(a.Stdout, a.say("Kein Lauf ist fällig: Nichts wartet auf seinen Tag.", "No build is due: nothing waits for its day."))
		return err
	}
	run := due
	if run.Second() != 0 || run.Nanosecond() != 0 {
		run = due.Truncate(time.Minute).Add(time.Minute) // cron knows no seconds, and earlier would be too early
	}
	const width = 14
	line := func(label, value string) {
		fmt.Fprintf(a.Stdout, "%-*s %s\n", width, label, value)
	}
	line(a.say("Nächster Lauf:", "Next build:"), a.moment(due)+" (Europe/Berlin)")
	line("UTC:", run.UTC().Format(time.RFC3339))
	line("cron UTC:", cron(run.UTC()))
	line("cron Berlin:", cron(run.In(lang.Berlin())))
	_, err := fmt.Fprintln(a.Stdout, a.say(
		"GitHub und Forgejo lesen cron-Zeilen in UTC; bei GitLab gilt die Zeitzone, die beim Zeitplan eingestellt ist.\n"+
			"Die Zeile gilt jedes Jahr wieder; danach sagt der nächste Aufruf die nächste Zeit. Ein Lauf zu viel schadet nicht.",
		"GitHub and Forgejo read cron lines as UTC; with GitLab the time zone counts that is set for the schedule.\n"+
			"The line holds every year again; afterwards the next call tells the next time. A build too many does no harm."))
	return err
}

// cron writes a time as minute, hour, day, month and any day of the week.
func cron(t time.Time) string {
	return fmt.Sprintf("%d %d %d %d *", t.Minute(), t.Hour(), t.Day(), int(t.Month()))
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
