package cli

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"stadtbote/internal/build"
	"stadtbote/internal/diag"
)

// checkFlags are what the command "check" can be told.
type checkFlags struct {
	build    buildFlags
	since    string
	external bool
	fix      bool
	yes      bool
}

func (a *app) checkCommand() *cobra.Command {
	f := checkFlags{build: buildFlags{format: oneOf{value: "text", allowed: diag.Formats()}}}
	cmd := &cobra.Command{
		Use:   "check",
		Short: a.say("Prüfen, ob die Seite erscheinen kann: Barrierefreiheit, Recht, Datenschutz, Pressearbeit", "Check whether the site can appear: accessibility, law, privacy, press"),
		Long: a.say("Geprüft werden die Artikel und die fertigen Seiten, die dafür im Speicher entstehen; geschrieben wird nichts.\n"+
			"Die Regeln und ihre Grundlagen stehen in docs/regeln.md. Eine Ausnahme für eine Stelle:\n"+
			"  <!-- stadtbote:erlaube SB810 Zitat aus der Satzung -->\n"+
			"Rückgabewert: 0 kein Fehler, 1 es ist etwas zu berichtigen, 2 Abbruch.",
			"The articles are checked, and the finished pages, which are made in memory; nothing is written.\n"+
				"The rules and what they rest on are listed in docs/regeln.md. An exception for one place:\n"+
				"  <!-- stadtbote:erlaube SB810 quoted from the statutes -->\n"+
				"Exit code: 0 no error, 1 something is to be mended, 2 the program could not work."),
		Example: "  stadtbote check\n  stadtbote check --since origin/main --format github\n  stadtbote check --fix",
		Args:    a.arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if f.yes && !f.fix {
				return misuse{cmd, said(a.say("--yes gehört zu --fix.", "--yes belongs to --fix."))}
			}
			return a.check(cmd.Context(), f)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	a.sourceFlag(cmd, &f.build.source)
	flags.BoolVar(&f.build.drafts, "drafts", false, a.say("auch Entwürfe prüfen, als wären sie veröffentlicht", "check drafts as well, as if they were published"))
	flags.BoolVar(&f.build.future, "future", false, a.say("auch Meldungen mit laufender Sperrfrist prüfen", "check embargoed reports as well"))
	flags.Var(&f.build.now, "now", a.say("so tun, als wäre es dieses `DATUM` (2018-11-09, 9.11.2018, 2018-11-09T10:00)", "act as if it were this `DATE` (2018-11-09, 2018-11-09T10:00)"))
	flags.StringVar(&f.since, "since", "", a.say("mit dem `STAND` von git vergleichen, der zuletzt veröffentlicht war: verschwundene Adressen, Änderungen ohne Berichtigung", "compare with the `STATE` of git that was published last: addresses gone, changes without a correction"))
	flags.BoolVar(&f.external, "external", false, a.say("auch bei fremden Seiten nachfragen, ob es die verlinkten Adressen gibt (höflich, mit Gedächtnis)", "ask other sites as well whether the linked addresses are there (politely, with a memory)"))
	flags.BoolVar(&f.fix, "fix", false, a.say("ändern, was nur eine richtige Antwort hat, nachdem die Änderungen gezeigt und bestätigt sind", "change what has one right answer, once the changes have been shown and agreed to"))
	flags.BoolVar(&f.yes, "yes", false, a.say("bei --fix nicht nachfragen", "with --fix, do not ask"))
	flags.BoolVar(&f.build.strict, "strict", false, a.say("Warnungen gelten als Fehler", "warnings count as errors"))
	flags.Var(&f.build.format, "format", a.say("Form der Befunde", "form of the findings"))
	complete(cmd, "format", f.build.format.allowed)
	flags.IntVarP(&f.build.jobs, "jobs", "j", 0, a.say("so viele `ARBEITEN` zugleich (sonst: so viele, wie der Rechner Kerne hat)", "so many `JOBS` at once (default: as many as the machine has cores)"))
	flags.BoolVarP(&f.build.quiet, "quiet", "q", false, a.say("nur Befunde und Fehler zeigen", "show findings and errors only"))
	a.allFlag(cmd, &f.build)
	return cmd
}

func (a *app) check(ctx context.Context, f checkFlags) error {
	options, err := a.options(f.build)
	if err != nil {
		return err
	}
	start := a.Now()
	before, err := a.before(ctx, options, f.since)
	if err != nil {
		return err
	}
	bar := a.progress(f.build.quiet)
	options.Progress = bar.show
	extent := build.Extent{Before: before, Typed: f.fix}
	if f.external {
		extent.Ask = a.outside(options, bar)
	}
	report, err := build.Check(ctx, options, extent)
	bar.clear()
	if err != nil {
		return err
	}
	if f.fix {
		changed, err := a.fix(f, options, report.Diags)
		if err != nil {
			return err
		}
		if changed {
			again := f
			again.fix = false
			return a.check(ctx, again)
		}
	}
	if err := a.findings(f.build, options, report.Diags); err != nil {
		return err
	}
	a.checked(f.build, options, report, a.Now().Sub(start))
	if report.Diags.HasErrors() {
		return errMend
	}
	return nil
}

// checked tells how much was checked, and what came of it.
func (a *app) checked(f buildFlags, o build.Options, report *build.Report, took time.Duration) {
	if f.quiet {
		return
	}
	r := reporter{app: a, flags: f, out: a.people(f.format), options: o}
	found := r.tally(report.Diags)
	if found == "" {
		found = a.say("Keine Befunde", "No findings")
	}
	fmt.Fprintf(r.out, a.say("%s. Geprüft in %s s: %s.\n", "%s. Checked in %s s: %s.\n"), found, r.decimal(took.Seconds()),
		r.count(report.Pages, r.say("Datei", "file"), r.say("Dateien", "files")))
}
