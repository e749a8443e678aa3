package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"stadtbote"
	"stadtbote/internal/build"
	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/publish"
)

// buildFlags are what the command "build" can be told.
type buildFlags struct {
	source, out, cache, baseURL string
	now                         moment
	drafts, future              bool
	strict, skipBroken          bool
	explain, compress           bool
	verbose, quiet, all         bool
	watch, verify               bool
	jobs                        int
	format                      oneOf
}

func (a *app) buildCommand() *cobra.Command {
	f := buildFlags{format: oneOf{value: "text", allowed: diag.Formats()}}
	cmd := &cobra.Command{
		Use:   "build",
		Short: a.say("Die Website erzeugen", "Make the site"),
		Long: a.say("Was sich nicht geändert hat, wird nicht neu gemacht. Solange ein Fehler gemeldet wird, bleibt die\n"+
			"veröffentlichte Seite, wie sie ist. Rückgabewert: 0 gut, 1 es ist etwas zu berichtigen, 2 Abbruch.",
			"What did not change is not made again. As long as an error is reported, the published site stays as\n"+
				"it is. Exit code: 0 good, 1 something is to be mended, 2 the program could not work."),
		Example: "  stadtbote build\n  stadtbote build --drafts --out vorschau\n  stadtbote build --strict --format gitlab > gl-code-quality-report.json",
		Args:    a.arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if f.quiet && f.verbose {
				return misuse{cmd, said(a.say("--quiet und --verbose schließen einander aus.", "--quiet and --verbose exclude each other."))}
			}
			return a.build(cmd.Context(), f)
		},
	}
	a.buildFlags(cmd, &f)
	return cmd
}

func (a *app) buildFlags(cmd *cobra.Command, f *buildFlags) {
	flags := cmd.Flags()
	flags.SortFlags = false
	a.sourceFlag(cmd, &f.source)
	flags.StringVarP(&f.out, "out", "o", "", a.say("`ORDNER` für die fertige Seite (sonst: public im Ordner der Website)", "`FOLDER` for the finished site (default: public in the site's folder)"))
	flags.StringVar(&f.cache, "cache", "", a.say("`ORDNER` für das Gedächtnis zwischen zwei Läufen (sonst: .stadtbote)", "`FOLDER` for what is remembered between builds (default: .stadtbote)"))
	folderFlag(cmd, "out")
	folderFlag(cmd, "cache")
	flags.StringVar(&f.baseURL, "base-url", "", a.say("`ADRESSE` der Startseite statt der in stadtbote.yaml", "`ADDRESS` of the start page instead of that in stadtbote.yaml"))
	flags.BoolVar(&f.drafts, "drafts", false, a.say("auch Entwürfe veröffentlichen", "publish drafts as well"))
	flags.BoolVar(&f.future, "future", false, a.say("auch Meldungen mit laufender Sperrfrist veröffentlichen", "publish embargoed reports as well"))
	flags.Var(&f.now, "now", a.say("so tun, als wäre es dieses `DATUM` (2018-11-09, 9.11.2018, 2018-11-09T10:00)", "act as if it were this `DATE` (2018-11-09, 2018-11-09T10:00)"))
	flags.BoolVar(&f.strict, "strict", false, a.say("Warnungen gelten als Fehler", "warnings count as errors"))
	flags.BoolVar(&f.skipBroken, "skip-broken", false, a.say("Artikel mit Fehlern auslassen und den Rest veröffentlichen", "leave out articles with errors and publish the rest"))
	flags.Var(&f.format, "format", a.say("Form der Befunde", "form of the findings"))
	complete(cmd, "format", f.format.allowed)
	flags.IntVarP(&f.jobs, "jobs", "j", 0, a.say("so viele `ARBEITEN` zugleich (sonst: so viele, wie der Rechner Kerne hat)", "so many `JOBS` at once (default: as many as the machine has cores)"))
	flags.BoolVar(&f.compress, "compress", false, a.say("neben Textdateien auch .gz und .br schreiben", "write .gz and .br beside text files"))
	flags.BoolVar(&f.explain, "explain", false, a.say("zu jeder gemachten Datei den Grund nennen", "say of every file made why it was"))
	flags.BoolVar(&f.verify, "verify", false, a.say("danach die Seite von vorn machen und Byte für Byte vergleichen", "afterwards make the site from nothing and compare it byte for byte"))
	flags.BoolVarP(&f.watch, "watch", "w", false, a.say("nach jeder Änderung wieder erzeugen, bis Strg+C", "make it again after each change, until Ctrl+C"))
	a.allFlag(cmd, f)
	flags.BoolVarP(&f.quiet, "quiet", "q", false, a.say("nur Befunde und Fehler zeigen", "show findings and errors only"))
	flags.BoolVarP(&f.verbose, "verbose", "v", false, a.say("wie --all, und zeigen, was nicht veröffentlicht ist", "like --all, and show what is not published"))
}

func (a *app) build(ctx context.Context, f buildFlags) error {
	if f.watch {
		return a.follow(ctx, f)
	}
	_, err := a.buildOnce(ctx, f)
	return err
}

// buildOnce also returns when an embargo or expiry next changes the site.
func (a *app) buildOnce(ctx context.Context, f buildFlags) (next time.Time, err error) {
	options, err := a.options(f)
	if err != nil {
		return next, err
	}
	bar := a.progress(f.quiet)
	options.Progress = bar.show
	start := a.Now()
	report, err := build.Run(ctx, options)
	bar.clear()
	if printErr := a.findings(f, options, report.Diags); printErr != nil {
		return next, errors.Join(err, printErr)
	}
	var told *publish.Problem
	switch {
	case errors.As(err, &told):
		return next, errTold
	case err != nil:
		return next, err
	}
	r := reporter{app: a, flags: f, out: a.people(f.format), options: options}
	r.explained(report)
	if report.Diags.HasErrors() && (!f.skipBroken || report.Pages == 0) {
		r.nothingPublished(report)
		return report.Next, errMend
	}
	r.published(report, a.Now().Sub(start))
	if f.verify {
		return report.Next, a.verify(ctx, f, options)
	}
	return report.Next, nil
}

// people returns where words for people go that are no findings.
func (a *app) people(format oneOf) io.Writer {
	if format.value == "text" {
		return a.Stdout
	}
	return a.Stderr
}

// options returns what the flags mean for a build.
func (a *app) options(f buildFlags) (build.Options, error) {
	source, err := a.site(f.source)
	if err != nil {
		return build.Options{}, err
	}
	if _, ok := config.BaseURL(f.baseURL); f.baseURL != "" && !ok {
		return build.Options{}, said(fmt.Sprintf(a.say("--base-url: „%s“ ist keine Adresse einer Startseite. Beispiel: https://www.musterstadt.example/",
			"--base-url: “%s” is not the address of a start page. Example: https://www.sampletown.example/"), f.baseURL))
	}
	identity, err := a.Identity()
	if err != nil {
		return build.Options{}, err
	}
	o := build.Options{
		Source:     folderOf(source),
		Folder:     source,
		Templates:  sub(stadtbote.Templates, "templates"),
		Static:     sub(stadtbote.Static, "static"),
		Out:        filepath.Join(source, "public"),
		Cache:      filepath.Join(source, publish.CacheName),
		BaseURL:    f.baseURL,
		Now:        a.now(f.now),
		Clock:      a.Now,
		Drafts:     f.drafts,
		Future:     f.future,
		Strict:     f.strict,
		SkipBroken: f.skipBroken,
		Explain:    f.explain,
		Compress:   f.compress,
		Jobs:       max(0, f.jobs),
		Version:    identity,
	}
	if f.out != "" {
		o.Out = a.path(f.out)
	}
	if f.cache != "" {
		o.Cache = a.path(f.cache)
	}
	return o, nil
}

func (a *app) now(asked moment) time.Time {
	if asked.IsZero() {
		return a.Now()
	}
	return asked.Time
}

// site returns the absolute path of a site's folder, if it looks like one.
func (a *app) site(name string) (string, error) {
	folder := a.path(name)
	info, err := os.Stat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", said(fmt.Sprintf(a.say("Den Ordner „%s“ gibt es nicht.", "There is no folder “%s”."), name))
	case err != nil:
		return "", fmt.Errorf("looking at %s: %w", name, err)
	case !info.IsDir():
		return "", said(fmt.Sprintf(a.say("„%s“ ist eine Datei, kein Ordner.", "“%s” is a file, not a folder."), name))
	}
	for _, sign := range []string{config.File, "content"} {
		if _, err := os.Stat(filepath.Join(folder, sign)); err == nil {
			return folder, nil
		}
	}
	return "", said(fmt.Sprintf(a.say("In „%s“ liegt keine Website: Es gibt weder content/ noch stadtbote.yaml.\n"+
		"Wechseln Sie in den Ordner der Website, nennen Sie ihn mit --source, oder legen Sie eine an: stadtbote new site ORDNER",
		"There is no site in “%s”: neither content/ nor stadtbote.yaml.\n"+
			"Change to the site's folder, name it with --source, or make one: stadtbote new site FOLDER"), name))
}

// sub returns a folder of an embedded file system.
func sub(fsys fs.FS, name string) fs.FS {
	folder, err := fs.Sub(fsys, name)
	if err != nil {
		panic("cli: " + err.Error()) // only for a name that is no path
	}
	return folder
}
