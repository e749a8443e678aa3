package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"strings"
)

// rclone is a remote that the program rclone reaches: S3, SFTP, WebDAV and
// some seventy more. It keeps to what rclone could do in 2022, which is what
// Debian ships.
type rclone struct {
	program string // to be run
	folder  string // of the finished site
	target  string // as rclone names it: "remote:path"
}

// The exit codes by which rclone says that something is not there.
const (
	rcloneNoFolder = 3
	rcloneNoFile   = 4
)

// Fetch returns a small file. Storage without folders answers a missing file
// with nothing.
func (r *rclone) Fetch(ctx context.Context, name string) (data []byte, known bool, err error) {
	data, err = r.run(ctx, nil, "cat", r.place(name))
	if failed, ok := errors.AsType[*rcloneError](err); ok && (failed.code == rcloneNoFolder || failed.code == rcloneNoFile) {
		return nil, false, nil
	}
	return data, len(data) > 0, err
}

// Store makes a small file hold data.
func (r *rclone) Store(ctx context.Context, name string, data []byte) error {
	_, err := r.run(ctx, data, "rcat", r.place(name))
	return err
}

// Send copies files without asking the remote what it has: the record knows.
func (r *rclone) Send(ctx context.Context, names []string) error {
	_, err := r.run(ctx, lines(names), "copy", r.folder, r.target, "--files-from-raw", "-", "--no-traverse", "--ignore-times", "--transfers", "8", "--retries", "2")
	return err
}

// Remove deletes files, and folders that are empty then.
func (r *rclone) Remove(ctx context.Context, names []string) error {
	_, err := r.run(ctx, lines(names), "delete", r.target, "--files-from-raw", "-", "--rmdirs", "--retries", "2")
	return err
}

// place names a file at the target, whose path may be empty or end in "/".
func (r *rclone) place(name string) string {
	if strings.HasSuffix(r.target, ":") || strings.HasSuffix(r.target, "/") {
		return r.target + name
	}
	return r.target + "/" + name
}

func lines(names []string) []byte { return []byte(strings.Join(names, "\n") + "\n") }

// run runs rclone and returns what it writes.
func (r *rclone) run(ctx context.Context, input []byte, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, r.program, append(args, "--use-json-log", "--log-level", "ERROR")...)
	cmd.Stdin = bytes.NewReader(input)
	var out, complaints bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaints
	err := cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return nil, &rcloneError{exit.ExitCode(), complaintsOf(complaints.Bytes())}
	}
	if err != nil {
		return nil, fmt.Errorf("running rclone: %w", err)
	}
	return out.Bytes(), nil
}

// rcloneError is what rclone complained about.
type rcloneError struct {
	code       int
	complaints []string
}

// mostComplaints is how many complaints are quoted; a full disk has one a file.
const mostComplaints = 5

func (e *rcloneError) Error() string {
	if len(e.complaints) == 0 {
		return fmt.Sprintf("rclone: exit code %d", e.code)
	}
	quoted := e.complaints[:min(len(e.complaints), mostComplaints)]
	text := "rclone: " + strings.Join(quoted, "\n  rclone: ")
	if more := len(e.complaints) - len(quoted); more > 0 {
		text += fmt.Sprintf("\n  … (%d)", more)
	}
	return text
}

// complaintsOf reads the errors from rclone's log, each once.
func complaintsOf(log []byte) []string {
	var all []string
	seen := map[string]bool{}
	for line := range bytes.Lines(log) {
		var entry struct{ Msg, Object string }
		text := strings.TrimSpace(string(line))
		if json.Unmarshal(line, &entry) == nil {
			text = strings.TrimSpace(entry.Msg)
			if entry.Object != "" {
				text = entry.Object + ": " + text
			}
		}
		if text != "" && !seen[text] && !strings.HasPrefix(text, "Attempt ") {
			seen[text] = true
			all = append(all, text)
		}
	}
	return all
}
