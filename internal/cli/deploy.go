package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"stadtbote/internal/deploy"
)

// deployFlags are the flags of deploy.
type deployFlags struct {
	source, out, to, program string
	maxDelete                int
	dryRun, all, quiet       bool
}

// askedFirst is the value of --max-delete that stands for "as usual".
const askedFirst = -1

func (a *app) deployCommand() *cobra.Command {
	f := deployFlags{}
	cmd := &cobra.Command{
		Use:   "deploy",
		Short: a.say("Die fertige Website zum Webspace bringen; es wandert nur, was sich geändert hat", "Bring the finished site to its web space; only what changed travels"),
		Long: a.say("Den Transport übernimmt rclone (S3, SFTP, WebDAV und viele mehr). Welche Dateien schon dort liegen, steht in\n"+
			deploy.RecordName+" neben der Website; fremde Dateien am Ziel bleiben unberührt. Sollen ungewöhnlich\n"+
			"viele Dateien verschwinden, wird vorher gefragt. Bricht ein Lauf ab, vollendet der nächste die Arbeit.",
			"The transport is done by rclone (S3, SFTP, WebDAV and many more). Which files are there already is noted in\n"+
				deploy.RecordName+" beside the site; files of others at the target are left alone. You are asked first\n"+
				"if unusually many files are to go. If a run breaks off, the next one finishes the work."),
		Example: "  stadtbote deploy --to webspace:htdocs --dry-run",
		Args:    a.arguments(0, 0),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.deploy(cmd.Context(), f) },
	}
	a.sourceFlag(cmd, &f.source)
	flags := cmd.Flags()
	flags.StringVar(&f.to, "to", "", a.say("Ziel, wie rclone es nennt: `ZIEL:ORDNER`", "target as rclone names it: `REMOTE:FOLDER`"))
	flags.StringVar(&f.out, "out", "", a.say("`ORDNER` der fertigen Website (sonst public in --source)", "`FOLDER` of the finished site (else public in --source)"))
	flags.BoolVar(&f.dryRun, "dry-run", false, a.say("nur sagen, was geschähe", "only tell what would be done"))
	flags.BoolVar(&f.all, "all", false, a.say("jede Datei senden, auch wenn sie schon dort sein müsste", "send every file, also those that should be there already"))
	flags.IntVar(&f.maxDelete, "max-delete", askedFirst, a.say("bis zu `ANZAHL` Dateien ohne Rückfrage löschen", "remove up to `NUMBER` files without asking"))
	flags.StringVar(&f.program, "rclone", "rclone", a.say("`PROGRAMM`, das rclone ist", "`PROGRAM` that is rclone"))
	flags.BoolVarP(&f.quiet, "quiet", "q", false, a.say("nur Fehler sagen", "tell errors only"))
	return cmd
}

func (a *app) deploy(ctx context.Context, f deployFlags) error {
	job, err := a.job(f)
	if err != nil {
		return err
	}
	plan, err := job.Plan(ctx)
	switch {
	case errors.Is(err, deploy.ErrEmpty):
		return said(fmt.Sprintf(a.say("In „%s“ liegt keine Website. Erst „stadtbote build“, dann „stadtbote deploy“.",
			"There is no site in “%s”. First “stadtbote build”, then “stadtbote deploy”."), a.relative(a.finished(f))))
	case errors.Is(err, deploy.ErrForm):
		return said(fmt.Sprintf(a.say("%s am Ziel ist beschädigt oder von einer anderen Fassung des Programms. Mit --all wird alles neu gesendet.",
			"%s at the target is damaged or by another version of the program. With --all everything is sent anew."), deploy.RecordName))
	case err != nil:
		return a.transport(err)
	case f.dryRun:
		return a.wouldDeploy(plan)
	}
	if err := a.mayRemove(f, plan); err != nil {
		return err
	}
	started := a.Now()
	if err := job.Run(ctx, plan); err != nil {
		return a.transport(err)
	}
	if !f.quiet {
		a.deployed(plan, f.to, a.Now().Sub(started))
	}
	return nil
}

// job puts together what deploy needs, or says what is missing.
func (a *app) job(f deployFlags) (*deploy.Job, error) {
	if f.to == "" {
		return nil, said(a.say("Es fehlt das Ziel: --to ZIEL:ORDNER. Welche Ziele eingerichtet sind, zeigt „rclone listremotes“.",
			"The target is missing: --to REMOTE:FOLDER. “rclone listremotes” shows which are set up."))
	}
	program, err := exec.LookPath(f.program)
	if err != nil {
		return nil, said(fmt.Sprintf(a.say("Das Programm „%s“ wird gebraucht und ist nicht da. Unter Debian und Ubuntu: apt-get install rclone",
			"The program “%s” is needed and not there. On Debian and Ubuntu: apt-get install rclone"), f.program))
	}
	folder := a.finished(f)
	job := &deploy.Job{
		Site:   os.DirFS(folder),
		Remote: &rclone{program: program, folder: folder, target: f.to},
		All:    f.all,
		Stayed: func(err error) {
			fmt.Fprintf(a.Stderr, a.say("Leere Ordner bleiben am Ziel. %v\n", "Empty folders stay at the target. %v\n"), err)
		},
	}
	if _, err := os.Stat(folder); err != nil {
		return nil, said(fmt.Sprintf(a.say("Der Ordner „%s“ ist nicht da. Erst „stadtbote build“, dann „stadtbote deploy“.",
			"The folder “%s” is not there. First “stadtbote build”, then “stadtbote deploy”."), a.relative(folder)))
	}
	if !f.quiet {
		job.Progress = a.travelling()
	}
	return job, nil
}

// mayRemove asks before unusually much is removed; where nobody can answer, it
// refuses.
func (a *app) mayRemove(f deployFlags, plan *deploy.Plan) error {
	if f.maxDelete >= len(plan.Remove) || f.maxDelete == askedFirst && !plan.Drastic() {
		return nil
	}
	question := fmt.Sprintf(a.say("Am Ziel würden %s von %s gelöscht, zum Beispiel %s. Ist das gewollt?",
		"%s of %s would be removed at the target, for instance %s. Is that wanted?"),
		a.number(len(plan.Remove)), a.count(plan.Known, a.say("Datei", "file"), a.say("Dateien", "files")), plan.Remove[0])
	if a.confirmed(question) {
		return nil
	}
	if a.Interactive {
		return said(a.say("Es wurde nichts geändert.", "Nothing was changed."))
	}
	return said(fmt.Sprintf(a.say("%s Es wurde nichts geändert. Wenn ja: --max-delete %d", "%s Nothing was changed. If so: --max-delete %d"), question, len(plan.Remove)))
}

// transport tells what went wrong on the way, and that nothing is lost.
func (a *app) transport(err error) error {
	if errors.Is(err, context.Canceled) {
		return err
	}
	return said(fmt.Sprintf(a.say("Die Website ist nicht vollständig am Ziel. %v\nIst die Ursache behoben, vollendet derselbe Befehl die Arbeit.",
		"The site is not completely at its target. %v\nOnce the cause is mended, the same command finishes the work."), err))
}

func (a *app) wouldDeploy(plan *deploy.Plan) error {
	for _, name := range plan.Send {
		fmt.Fprintf(a.Stdout, "+ %s\n", name)
	}
	for _, name := range plan.Remove {
		fmt.Fprintf(a.Stdout, "- %s\n", name)
	}
	_, err := fmt.Fprintf(a.Stdout, a.say("%s zu senden, %s zu löschen, %s unverändert.\n", "%s to send, %s to remove, %s unchanged.\n"),
		a.number(len(plan.Send)), a.number(len(plan.Remove)), a.number(plan.Same))
	return err
}

func (a *app) deployed(plan *deploy.Plan, target string, took time.Duration) {
	if plan.Nothing() {
		fmt.Fprintf(a.Stderr, a.say("Nichts zu tun: %s ist auf dem neuesten Stand.\n", "Nothing to do: %s is up to date.\n"), target)
		return
	}
	fmt.Fprintf(a.Stderr, a.say("Veröffentlicht in %s s: %s gesendet, %s gelöscht, %s unverändert.\n", "Published in %s s: %s sent, %s removed, %s unchanged.\n"),
		a.decimal(took.Seconds()), a.number(len(plan.Send)), a.number(len(plan.Remove)), a.number(plan.Same))
}

// finished is the folder of the finished site.
func (a *app) finished(f deployFlags) string {
	if f.out != "" {
		return a.path(f.out)
	}
	return filepath.Join(a.path(f.source), "public")
}

// travelling shows how far a deployment has come: a line for each thousand files.
func (a *app) travelling() func(done, total int) {
	return func(done, total int) {
		if total > done {
			fmt.Fprintf(a.Stderr, a.say("%s von %s Dateien\n", "%s of %s files\n"), a.number(done), a.number(total))
		}
	}
}
