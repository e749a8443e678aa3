package cli

import (
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
)

// sourceFlag adds the flag that names the site's folder.
func (a *app) sourceFlag(cmd *cobra.Command, source *string) {
	cmd.Flags().StringVarP(source, "source", "s", ".", a.say("`ORDNER` der Website, mit content/ und stadtbote.yaml", "`FOLDER` of the site, with content/ and stadtbote.yaml"))
	folderFlag(cmd, "source")
}

// folderFlag tells the shell that a flag takes a folder.
func folderFlag(cmd *cobra.Command, name string) {
	if err := cmd.MarkFlagDirname(name); err != nil {
		panic("cli: " + err.Error())
	}
}

// path returns the absolute path of what the user named.
func (a *app) path(name string) string {
	if filepath.IsAbs(name) {
		return filepath.Clean(name)
	}
	return filepath.Join(a.Dir, name)
}

// relative returns a path as the user would write it: from the working folder
// where that is shorter.
func (a *app) relative(path string) string {
	rel, err := filepath.Rel(a.Dir, path)
	if err != nil || strings.HasPrefix(rel, ".."+string(filepath.Separator)+"..") {
		return path
	}
	return rel
}
