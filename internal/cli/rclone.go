package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"slices"
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

// Remove deletes files. A folder that is empty then stays until Prune.
func (r *rclone) Remove(ctx context.Context, names []string) error {
	_, err := r.run(ctx, lines(names), "delete", r.target, "--files-from-raw", "-", "--retries", "2")
	return err
}

// Prune deletes folders that hold no file. rclone looks into them first: what
// others have put there stays, and keeps its folder.
func (r *rclone) Prune(ctx context.Context, folders []string) (err error) {
	for _, folder := range folders {
		_, failed := r.run(ctx, nil, "rmdirs", r.place(folder), "--retries", "1")
		err = errors.Join(err, failed)
	}
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

// run runs rclone and returns what it writes. rclone would go on with the next
// file after each that fails, and wait longer each time; after a handful of
// complaints the rest is as good as known, and it is ended.
func (r *rclone) run(ctx context.Context, input []byte, args ...string) ([]byte, error) {
	ctx, end := context.WithCancel(ctx)
	defer end()
	cmd := exec.CommandContext(ctx, r.program, append(args, "--use-json-log", "--log-level", "ERROR")...)
	cmd.Stdin = bytes.NewReader(input)
	var out bytes.Buffer
	cmd.Stdout = &out
	complaints := &complaints{enough: end}
	cmd.Stderr = complaints
	err := cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok && (exit.Exited() || complaints.many()) {
		return nil, &rcloneError{exit.ExitCode(), complaints.told}
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

func (e *rcloneError) Error() string {
	if len(e.complaints) == 0 {
		return fmt.Sprintf("rclone: exit code %d", e.code)
	}
	return "rclone: " + strings.Join(e.complaints, "\n  rclone: ")
}

// mostComplaints is how many complaints are waited for and quoted.
const mostComplaints = 6

// complaints reads rclone's log, a line an error, and keeps each once.
type complaints struct {
	told   []string
	rest   []byte // of a line that is not yet whole
	enough func() // called once there are many
}

func (c *complaints) many() bool { return len(c.told) >= mostComplaints }

// Write takes a part of the log.
func (c *complaints) Write(p []byte) (int, error) {
	c.rest = append(c.rest, p...)
	for {
		line, rest, whole := bytes.Cut(c.rest, []byte("\n"))
		if !whole {
			return len(p), nil
		}
		c.rest = rest
		if text := complaint(line); text != "" && !c.many() && !slices.Contains(c.told, text) {
			c.told = append(c.told, text)
		}
		if c.many() {
			c.enough()
		}
	}
}

// complaint returns what a line of the log says, "" if it only counts tries.
func complaint(line []byte) string {
	var entry struct{ Msg, Object string }
	if json.Unmarshal(line, &entry) != nil {
		return strings.TrimSpace(string(line))
	}
	text := strings.TrimSpace(entry.Msg)
	switch {
	case strings.HasPrefix(text, "Attempt "):
		return ""
	case entry.Object != "":
		return entry.Object + ": " + text
	}
	return text
}
