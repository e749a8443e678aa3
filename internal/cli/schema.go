package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"stadtbote/internal/config"
	"stadtbote/internal/editor"
	"stadtbote/internal/frontmatter"
	"stadtbote/internal/scaffold"
)

func (a *app) schemaCommand() *cobra.Command {
	var source string
	var vscode bool
	draft := oneOf{value: "2020-12", allowed: []string{"2020-12", "07"}}
	names := kindNames()
	cmd := &cobra.Command{
		Use:   "schema [meldung|seite|termin]",
		Short: a.say("Ausgeben, was der Kopf einer Datei sagen kann, als JSON-Schema für Editoren", "Print what a front matter can say, as a JSON Schema for editors"),
		Long: a.say("Rubriken, Stichwörter und Kürzel der Website stehen im Schema. Mit --vscode entstehen die Dateien, mit denen\n"+
			"Visual Studio Code beim Schreiben hilft; vorhandene bleiben, wie sie sind.",
			"Sections, tags and sigils of the site stand in the schema. With --vscode the files are made by which\n"+
				"Visual Studio Code helps with writing; existing ones stay as they are."),
		Example:   "  stadtbote schema meldung > meldung.schema.json\n  stadtbote schema --vscode",
		Args:      a.arguments(0, 1),
		ValidArgs: names,
		RunE: func(cmd *cobra.Command, args []string) error {
			if vscode {
				return a.writeNew(a.path(source), editor.VSCode(a.known(cmd.Context(), source)))
			}
			name := append(args, names[0])[0]
			at := slices.Index(names, name)
			if at < 0 {
				return a.knownWord(cmd, name, names)
			}
			schema := editor.Schema(a.known(cmd.Context(), source), editor.Kinds()[at])
			if draft.value == "07" {
				schema = editor.Draft7(schema)
			}
			_, err := a.Stdout.Write(schema)
			return err
		},
	}
	a.sourceFlag(cmd, &source)
	cmd.Flags().BoolVar(&vscode, "vscode", false, a.say("die Dateien für Visual Studio Code anlegen", "make the files for Visual Studio Code"))
	cmd.Flags().Var(&draft, "draft", a.say("Fassung der Norm", "version of the standard"))
	complete(cmd, "draft", draft.allowed)
	return cmd
}

func kindNames() []string {
	var names []string
	for _, kind := range editor.Kinds() {
		names = append(names, kind.Name)
	}
	return names
}

// known returns what other programs are told of the site in a folder.
func (a *app) known(ctx context.Context, source string) editor.Site {
	d := a.desk(ctx, source)
	site := editor.Site{
		Title: d.title, BaseURL: d.baseURL, Language: d.language,
		Sections: d.words(frontmatter.Sections), Tags: d.words(frontmatter.Keywords), Sigils: d.words(frontmatter.Sigils),
	}
	entries, _ := os.ReadDir(filepath.Join(a.path(source), config.Folder))
	for _, entry := range entries {
		if ext := path.Ext(entry.Name()); entry.Type().IsRegular() && (ext == ".yaml" || ext == ".yml") {
			site.Data = append(site.Data, entry.Name())
		}
	}
	return site
}

// writeNew writes the files that do not exist yet and tells of the others.
func (a *app) writeNew(site string, files []editor.File) error {
	for _, file := range files {
		name := filepath.Join(site, filepath.FromSlash(file.Path))
		if _, err := os.Lstat(name); err == nil {
			fmt.Fprintf(a.Stderr, a.say("„%s“ gibt es schon und bleibt, wie es ist.\n", "“%s” exists already and stays as it is.\n"), a.relative(name))
			continue
		} else if !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("looking for %s: %w", a.relative(name), err)
		}
		if err := a.write(site, scaffold.File(file)); err != nil {
			return err
		}
	}
	return nil
}
