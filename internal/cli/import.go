package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/moving"
	"stadtbote/internal/scaffold"
)

// importFlags are the flags of "import".
type importFlags struct {
	out    string
	format oneOf
	dry    bool
}

func (a *app) importCommand() *cobra.Command {
	f := importFlags{format: oneOf{value: "text", allowed: []string{"text", "json"}}}
	generators := moving.Generators()
	cmd := &cobra.Command{
		Use:   "import " + strings.Join(generators, "|") + a.say(" ORDNER", " FOLDER"),
		Short: a.say("Eine Website übernehmen, die für ein anderes Programm geschrieben ist", "Take over a site that was written for another program"),
		Long: a.say("Der alte Ordner wird gelesen und nicht verändert, am Ziel wird nichts überschrieben. Für jede alte Datei sagt\n"+
			"der Bericht, wohin sie kam, was an ihr geändert ist oder warum sie übergangen wurde.",
			"The old folder is read and not changed; nothing is overwritten at the destination. For every old file the\n"+
				"report says where it went, what was changed in it, or why it was passed over."),
		Example:   "  stadtbote import hugo ../alte-seite --out neue-seite\n  stadtbote import jekyll ../blog --out blog --dry-run",
		Args:      a.arguments(2, 2),
		ValidArgs: generators,
		RunE: func(cmd *cobra.Command, args []string) error {
			if !strings.Contains(" "+strings.Join(generators, " ")+" ", " "+args[0]+" ") {
				return a.knownWord(cmd, args[0], generators)
			}
			return a.moveIn(cmd.Context(), args[0], args[1], f)
		},
	}
	cmd.Flags().StringVarP(&f.out, "out", "o", ".", a.say("`ORDNER` der neuen Website", "`FOLDER` of the new site"))
	cmd.Flags().Var(&f.format, "format", a.say("Form des Berichts", "form of the report"))
	cmd.Flags().BoolVar(&f.dry, "dry-run", false, a.say("nur berichten, nichts schreiben", "only report, write nothing"))
	folderFlag(cmd, "out")
	complete(cmd, "format", f.format.allowed)
	return cmd
}

// moveIn takes over the site in a folder and reports on it.
func (a *app) moveIn(ctx context.Context, generator, folder string, f importFlags) error {
	old, out := a.path(folder), a.path(f.out)
	if info, err := os.Stat(old); err != nil || !info.IsDir() {
		return said(fmt.Sprintf(a.say("Den Ordner „%s“ gibt es nicht.", "There is no folder “%s”."), folder))
	}
	if inside(old, out) {
		return said(fmt.Sprintf(a.say("Das Ziel „%s“ liegt in der alten Website. Nennen Sie einen anderen Ordner: --out neue-seite",
			"The destination “%s” lies within the old site. Name another folder: --out new-site"), f.out))
	}
	_, err := os.Lstat(filepath.Join(out, config.File))
	known, _ := config.Load(os.DirFS(out))
	result, err := moving.Take(moving.Input{
		Old: os.DirFS(old), From: generator, Language: known.Language, Now: a.Now(), Settings: errors.Is(err, fs.ErrNotExist),
	})
	if err != nil {
		return err
	}
	report := importReport{app: a, result: result, old: folder}
	if !f.dry {
		if err := report.write(ctx, os.DirFS(old), out); err != nil {
			return err
		}
		report.judge(ctx, f.out)
	}
	if f.format.value == "json" {
		err = report.json()
	} else {
		err = report.text(f.dry)
	}
	if err == nil && report.refused() {
		err = errMend
	}
	return err
}

// inside reports whether a folder is another one or lies in it.
func inside(outer, inner string) bool {
	rel, err := filepath.Rel(outer, inner)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// write writes the files of the new site. What exists already and is not the
// same stays, and its old file is not taken over.
func (r *importReport) write(ctx context.Context, old fs.FS, out string) error {
	for _, file := range r.result.Files {
		if err := ctx.Err(); err != nil {
			return err
		}
		data := file.Data
		if file.Copy {
			var err error
			if data, err = fs.ReadFile(old, file.From); err != nil {
				return fmt.Errorf("reading %s: %w", file.From, err)
			}
		}
		there, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(file.Path)))
		switch {
		case err == nil && bytes.Equal(there, data): // taken over earlier
		case err == nil:
			r.exists(file)
		case errors.Is(err, fs.ErrNotExist):
			quiet := *r.app
			quiet.Stdout = discard{}
			if err := quiet.write(out, scaffold.File{Path: file.Path, Data: data}); err != nil {
				return err
			}
		default:
			return fmt.Errorf("looking at %s: %w", file.Path, err)
		}
	}
	return nil
}

// discard takes what nobody reads.
type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

// exists notes that a file of the new site was there before.
func (r *importReport) exists(file moving.File) {
	for i := range r.result.Accounts {
		account := &r.result.Accounts[i]
		if account.Path == file.From {
			account.Fate, account.To = moving.Refused, nil
			account.Diags.Report(file.From, diag.Pos{}, diag.MoveExists, file.Path)
		}
	}
}
