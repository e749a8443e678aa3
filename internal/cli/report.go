package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/build"
	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
	"stadtbote/internal/site"
)

// reporter tells people what a build did.
type reporter struct {
	*app
	flags   buildFlags
	options build.Options
	out     io.Writer
}

// explained tells of every file made why it was.
func (r reporter) explained(report *build.Report) {
	for _, e := range report.Explained {
		fmt.Fprintf(r.out, "%s: %s\n", e.Path, r.why(e))
	}
}

// why tells why a file was made or removed.
func (r reporter) why(e build.Explanation) string {
	switch e.Why {
	case build.New:
		return r.say("neu", "new")
	case build.InputsChanged:
		return r.say("geändert: ", "changed: ") + strings.Join(e.Inputs, ", ")
	case build.ProgramChanged:
		return r.say("ein anderes Programm", "another program")
	case build.Touched:
		return r.say("im Ausgabeordner von Hand geändert", "changed by hand in the output folder")
	case build.Gone:
		return r.say("fehlte im Ausgabeordner", "was missing from the output folder")
	default:
		return r.say("entfernt, gehört nicht mehr zur Seite", "removed, no longer part of the site")
	}
}

// nothingPublished tells how much is to be mended.
func (r reporter) nothingPublished(report *build.Report) {
	if r.flags.quiet {
		return
	}
	fmt.Fprintf(r.out, r.say("%s. Es wurde nichts veröffentlicht.\n", "%s. Nothing was published.\n"), r.tally(report.Diags))
	if !r.flags.skipBroken && !slices.ContainsFunc(report.Diags, stopsAll) {
		fmt.Fprintln(r.out, r.say("Mit --skip-broken erscheint alles ohne Fehler.", "With --skip-broken everything without errors appears."))
	}
}

// stopsAll reports whether a finding stops a build even with --skip-broken.
func stopsAll(d diag.Diagnostic) bool {
	_, isArticle := article.KindOf(d.File)
	return d.Severity == diag.Error && (!isArticle || diag.Leak(d.Code) && d.Code != diag.QuoteLeaks)
}

// tally counts findings: "2 Fehler, 1 Warnung".
func (r reporter) tally(found diag.List) string {
	var n [diag.Note + 1]int
	for _, d := range found.Sorted() {
		n[d.Severity]++
	}
	parts := []string{}
	add := func(n int, one, many string) {
		if n > 0 {
			parts = append(parts, r.count(n, one, many))
		}
	}
	add(n[diag.Error], r.say("Fehler", "error"), r.say("Fehler", "errors"))
	add(n[diag.Warning], r.say("Warnung", "warning"), r.say("Warnungen", "warnings"))
	add(n[diag.Note], r.say("Hinweis", "note"), r.say("Hinweise", "notes"))
	return strings.Join(parts, ", ")
}

// published tells what the site is now, and where to look.
func (r reporter) published(report *build.Report, took time.Duration) {
	if r.flags.skipBroken || r.flags.verbose {
		r.left(report.Left)
	}
	if r.flags.quiet {
		return
	}
	if found := r.tally(report.Diags); found != "" {
		fmt.Fprintf(r.out, "%s.\n", found)
	}
	fmt.Fprintf(r.out, r.say("Fertig in %s s: %s, davon %s geschrieben, %s unverändert; %s entfernt.\n",
		"Done in %s s: %s, of which %s written, %s unchanged; %s removed.\n"),
		r.decimal(took.Seconds()), r.count(report.Pages, r.say("Datei", "file"), r.say("Dateien", "files")),
		r.number(report.Written), r.number(report.Unchanged), r.number(report.Removed))
	if !report.Next.IsZero() {
		fmt.Fprintf(r.out, r.say("Der nächste Lauf ist fällig am %s.\n", "The next build is due on %s.\n"), r.moment(report.Next))
	}
	fmt.Fprintf(r.out, r.say("Ansehen mit „stadtbote serve“; die Dateien liegen in %s.\n", "Look at it with “stadtbote serve”; the files are in %s.\n"), r.relative(r.options.Out))
}

// left lists what is not published: with --skip-broken only what is broken,
// unless everything was asked for.
func (r reporter) left(omissions []site.Omission) {
	for _, o := range omissions {
		if o.Reason == site.Broken || r.flags.verbose {
			fmt.Fprintf(r.out, r.say("Ausgelassen: %s (%s)\n", "Left out: %s (%s)\n"), r.prefix(r.options.Folder)+o.Path, r.reason(o))
		}
	}
}

// reason tells why an article is not published, and until when.
func (a *app) reason(o site.Omission) string {
	switch o.Reason {
	case site.Draft:
		return a.say("Entwurf", "draft")
	case site.Embargoed:
		return fmt.Sprintf(a.say("Sperrfrist bis %s", "embargoed until %s"), a.moment(o.Until))
	case site.Expired:
		return fmt.Sprintf(a.say("abgelaufen am %s", "expired on %s"), a.moment(o.Until))
	default:
		return a.say("fehlerhaft", "broken")
	}
}

// moment writes a date with its time of day, as it is in Berlin.
func (a *app) moment(t time.Time) string {
	// People search terminals for what they can type, which a no-break space is not.
	clock := strings.ReplaceAll(lang.ClockTime(t, string(a.tongue)), "\u00a0", " ")
	return lang.LongDate(t, string(a.tongue)) + ", " + clock
}
