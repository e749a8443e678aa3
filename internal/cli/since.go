package cli

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os/exec"
	"strings"
	"time"

	"stadtbote/internal/build"
	"stadtbote/internal/check"
)

// before returns the site as it was at a reference of git: a branch, a tag, a
// commit.
func (a *app) before(ctx context.Context, o build.Options, ref string) (*check.Before, error) {
	if ref == "" {
		return nil, nil
	}
	was, moment, err := a.checkout(ctx, o.Folder, ref)
	if err != nil {
		return nil, err
	}
	return build.Before(ctx, o, was, ref, moment)
}

// checkout returns the site's folder as it was, and when that was.
func (a *app) checkout(ctx context.Context, folder, ref string) (fs.FS, time.Time, error) {
	none := time.Time{}
	commit, err := git(ctx, folder, "rev-parse", "--verify", "--quiet", "--end-of-options", ref+"^{commit}")
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, none, said(a.say("--since braucht das Programm git; es ist nicht installiert.", "--since needs the program git, which is not installed."))
	case err != nil:
		return nil, none, said(fmt.Sprintf(a.say("--since: Einen Stand „%s“ kennt git hier nicht. Nennen Sie einen Zweig, eine Marke oder einen Commit.\n"+
			"In CI muss die Vorgeschichte da sein: fetch-depth: 0 (GitHub, Forgejo), GIT_DEPTH: 0 (GitLab).",
			"--since: git knows no state “%s” here. Name a branch, a tag or a commit.\n"+
				"In CI, history must be there: fetch-depth: 0 (GitHub, Forgejo), GIT_DEPTH: 0 (GitLab)."), ref))
	}
	name := strings.TrimSpace(string(commit))
	at, err := git(ctx, folder, "show", "--no-patch", "--format=%cI", name)
	if err != nil {
		return nil, none, fmt.Errorf("asking git for the date of %s: %w", ref, err)
	}
	moment, err := time.Parse(time.RFC3339, strings.TrimSpace(string(at)))
	if err != nil {
		return nil, none, fmt.Errorf("reading the date of %s: %w", ref, err)
	}
	prefix, err := git(ctx, folder, "rev-parse", "--show-prefix")
	if err != nil {
		return nil, none, fmt.Errorf("asking git where %s lies: %w", folder, err)
	}
	top, err := git(ctx, folder, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, none, fmt.Errorf("asking git where %s lies: %w", folder, err)
	}
	tree := name + ":" + strings.TrimRight(strings.TrimSpace(string(prefix)), "/")
	archive, err := git(ctx, strings.TrimRight(string(top), "\r\n"), "archive", "--format=zip", "-0", tree)
	if err != nil {
		return nil, none, fmt.Errorf("getting the site at %s from git: %w", ref, err)
	}
	was, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return nil, none, fmt.Errorf("reading the site at %s: %w", ref, err)
	}
	return was, moment, nil
}

// git runs git in a folder and returns what it says.
func git(ctx context.Context, folder string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-C", folder}, args...)...) //nolint:gosec // the arguments are ours, the reference was looked up
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil && complaint.Len() > 0 {
		return nil, fmt.Errorf("%w: %s", err, strings.TrimSpace(complaint.String()))
	}
	return out, err
}
