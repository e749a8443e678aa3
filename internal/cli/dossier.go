package cli

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"stadtbote/internal/build"
	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
	"stadtbote/internal/output/pdf"
	"stadtbote/internal/publish"
	"stadtbote/internal/site"
)

// dossierFlags are what the command "dossier" can be told.
type dossierFlags struct {
	buildFlags
	tags, sections, places []string
	from, to               moment
	file, title            string
}

func (a *app) dossierCommand() *cobra.Command {
	f := dossierFlags{buildFlags: buildFlags{format: oneOf{value: "text", allowed: diag.Formats()}}}
	cmd := &cobra.Command{
		Use:   "dossier",
		Short: a.say("Viele Meldungen in einem PDF: ein Pressespiegel", "Many reports in one PDF: a press review"),
		Long: a.say("Das PDF hat ein Titelblatt, ein Inhaltsverzeichnis, Seitenzahlen und ein Register der Stichwörter, und ist\n"+
			"so barrierefrei wie die PDF-Fassung jeder Meldung. Mehrere Bedingungen gelten zusammen; von mehreren\n"+
			"Stichwörtern, Rubriken oder Orten genügt eines. Entwürfe, Meldungen mit laufender Sperrfrist, abgelaufene,\n"+
			"zurückgezogene und Anzeigen sind nie dabei.",
			"The PDF has a cover, a table of contents, page numbers and an index of keywords, and is as accessible as\n"+
				"the PDF of each report. Several conditions hold together; of several tags, sections or places one is enough.\n"+
				"Drafts, embargoed, expired and withdrawn reports and advertisements are never in it."),
		Example: "  stadtbote dossier --tag Glasfaser\n  stadtbote dossier --section Politik --from 1.1.2026 --to 30.6.2026 --out pressespiegel.pdf",
		Args:    a.arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if wrong := a.dossierMisuse(&f); wrong != "" {
				return misuse{cmd, said(wrong)}
			}
			return a.dossier(cmd.Context(), &f)
		},
	}
	a.dossierFlags(cmd, &f)
	return cmd
}

func (a *app) dossierFlags(cmd *cobra.Command, f *dossierFlags) {
	flags := cmd.Flags()
	flags.SortFlags = false
	a.sourceFlag(cmd, &f.source)
	flags.StringArrayVar(&f.tags, "tag", nil, a.say("Meldungen mit diesem `STICHWORT` (auch mehrmals)", "reports with this `TAG` (may be repeated)"))
	flags.StringArrayVar(&f.sections, "section", nil, a.say("Meldungen dieser `RUBRIK` (auch mehrmals)", "reports of this `SECTION` (may be repeated)"))
	flags.StringArrayVar(&f.places, "place", nil, a.say("Meldungen über diesen `ORT` (auch mehrmals)", "reports about this `PLACE` (may be repeated)"))
	flags.Var(&f.from, "from", a.say("ab diesem `DATUM` (2018-11-09, 9.11.2018, 9. November 2018)", "from this `DATE` on (2018-11-09, 9.11.2018)"))
	flags.Var(&f.to, "to", a.say("bis zu diesem `DATUM`, der ganze Tag zählt mit", "up to this `DATE`, the whole day included"))
	flags.StringVarP(&f.file, "out", "o", "", a.say("`DATEI` des PDFs (sonst: dossier-….pdf in diesem Ordner)", "`FILE` of the PDF (default: dossier-….pdf in this folder)"))
	flags.StringVar(&f.title, "title", "", a.say("`TITEL` auf dem Titelblatt (sonst: was gesucht wurde)", "`TITLE` on the cover (default: what was asked for)"))
	flags.BoolVar(&f.skipBroken, "skip-broken", false, a.say("Artikel mit Fehlern auslassen", "leave out articles with errors"))
	flags.Var(&f.now, "now", a.say("so tun, als wäre es dieses `DATUM`", "act as if it were this `DATE`"))
}

// dossierMisuse tells what is wrong with the flags; "" if nothing.
func (a *app) dossierMisuse(f *dossierFlags) string {
	none := len(f.tags)+len(f.sections)+len(f.places) == 0
	switch {
	case none && f.from.IsZero() && f.to.IsZero():
		return a.say("Welche Meldungen? Nennen Sie --tag, --section, --place, --from oder --to.",
			"Which reports? Name --tag, --section, --place, --from or --to.")
	case !f.from.IsZero() && !f.to.IsZero() && !f.end().After(f.from.Time):
		return a.say("--from liegt nach --to.", "--from is after --to.")
	case f.file != "" && !strings.EqualFold(filepath.Ext(f.file), ".pdf"):
		return fmt.Sprintf(a.say("--out: „%s“ endet nicht auf .pdf.", "--out: “%s” does not end in .pdf."), f.file)
	}
	return ""
}

// end is the first moment that is too late: a date without a time of day means
// the whole day.
func (f *dossierFlags) end() time.Time {
	t := f.to.In(lang.Berlin())
	if t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 {
		return t.AddDate(0, 0, 1)
	}
	return t.Add(time.Second)
}

func (a *app) dossier(ctx context.Context, f *dossierFlags) error {
	options, err := a.options(f.buildFlags)
	if err != nil {
		return err
	}
	planned, err := build.Plan(ctx, options, nil)
	if err != nil {
		return err
	}
	if planned.Stopped {
		if err := a.findings(f.buildFlags, options, planned.Diags); err != nil {
			return err
		}
		fmt.Fprintln(a.Stderr, a.say("Das Dossier wurde nicht geschrieben. Mit --skip-broken entsteht es ohne die fehlerhaften Artikel.",
			"The dossier was not written. With --skip-broken it is made without the broken articles."))
		return errMend
	}
	w, err := a.wanted(f, planned.Site)
	if err != nil {
		return err
	}
	reports := w.reports(planned.Site)
	if len(reports) == 0 {
		fmt.Fprintln(a.Stderr, a.say("Keine veröffentlichte Meldung passt dazu: ", "No published report matches: ")+w.title+
			a.say(". Das Dossier wurde nicht geschrieben.", ". The dossier was not written."))
		return errMend
	}
	return a.writeDossier(planned, f, w, reports)
}

func (a *app) writeDossier(planned *build.Planned, f *dossierFlags, w *wanted, reports []*site.Entry) error {
	d := pdf.Dossier{Title: w.title, Made: a.now(f.now).In(lang.Berlin()), Reports: reports}
	if f.title != "" {
		d.Title = lang.Typeset(f.title, planned.Site.Config.Language)
	}
	file := f.file
	if file == "" {
		file = strings.TrimSuffix("dossier-"+lang.Slug(d.Title), "-") + ".pdf"
	}
	d.Name = strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	err := publish.Single(a.path(file), func(out io.Writer) error { return planned.Bind(out, d) })
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.Stdout, "%s (%s)\n", a.relative(a.path(file)),
		a.count(len(reports), a.say("Meldung", "report"), a.say("Meldungen", "reports")))
	return err
}
