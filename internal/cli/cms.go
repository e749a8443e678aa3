package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"stadtbote/internal/editor"
)

func (a *app) cmsCommand() *cobra.Command {
	var source, out string
	var r editor.Repository
	backend := oneOf{value: "git-gateway", allowed: editor.Backends()}
	cmd := &cobra.Command{
		Use:   "cms",
		Short: a.say("Einen Editor im Browser (Decap CMS) für diese Website einrichten", "Set up an editor in the browser (Decap CMS) for this site"),
		Long: a.say("Geschrieben werden eine Seite und die Konfiguration mit allen Angaben des Kopfes, Rubriken und Kürzeln der Website.\n"+
			"Den Editor selbst (decap-cms.js, MIT-Lizenz) legen Sie dazu; geladen wird nichts von anderen Servern.\n"+
			"Vorhandene Dateien bleiben, wie sie sind.",
			"A page and the configuration are written, with all keys of the front matter, sections and sigils of the site.\n"+
				"You add the editor itself (decap-cms.js, MIT licence); nothing is loaded from other servers.\n"+
				"Existing files stay as they are."),
		Example: "  stadtbote cms --backend gitlab --repo stadt/website --app-id 0123\n  stadtbote cms --out verwaltung --backend test-repo",
		Args:    a.arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			r.Backend = backend.value
			if r.Name == "" && r.Backend != "test-repo" && r.Backend != "git-gateway" {
				return said(a.say("Es fehlt --repo, zum Beispiel: --repo stadt/website", "--repo is missing, for instance: --repo town/website"))
			}
			site := a.known(cmd.Context(), source)
			if out == "" {
				out = strings.TrimSuffix(source, "/") + "/static/admin"
			}
			if err := a.writeNew(a.path(out), editor.CMS(site, r)); err != nil {
				return err
			}
			_, err := fmt.Fprintf(a.Stderr, a.say("Es fehlt noch der Editor. Einmal holen:\n  npm pack decap-cms@%[1]s && tar xzf decap-cms-%[1]s.tgz && cp package/dist/*decap-cms.js package/dist/*.wasm %[2]s/\n",
				"The editor itself is still missing. Fetch it once:\n  npm pack decap-cms@%[1]s && tar xzf decap-cms-%[1]s.tgz && cp package/dist/*decap-cms.js package/dist/*.wasm %[2]s/\n"), editor.Decap, out)
			return err
		},
	}
	a.sourceFlag(cmd, &source)
	flags := cmd.Flags()
	flags.StringVarP(&out, "out", "o", "", a.say("`ORDNER` für Seite und Konfiguration (sonst: static/admin)", "`FOLDER` for page and configuration (default: static/admin)"))
	flags.Var(&backend, "backend", a.say("wohin gespeichert wird", "what is saved to"))
	flags.StringVar(&r.Name, "repo", "", a.say("`NAME` des Repositorys: stadt/website", "`NAME` of the repository: town/website"))
	flags.StringVar(&r.Branch, "branch", "main", a.say("`ZWEIG`, in dem die Texte liegen", "`BRANCH` with the texts"))
	flags.StringVar(&r.Host, "host", "", a.say("`ADRESSE` eines eigenen GitLab, GitHub oder Gitea", "`ADDRESS` of a GitLab, GitHub or Gitea of your own"))
	flags.StringVar(&r.AppID, "app-id", "", a.say("`KENNUNG`, unter der GitLab oder Gitea den Editor kennt", "`ID` by which GitLab or Gitea knows the editor"))
	folderFlag(cmd, "out")
	complete(cmd, "backend", backend.allowed)
	return cmd
}
