package main

import (
	"bytes"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// storage is a server of rclone's own on loopback, and how to reach it.
type storage struct {
	folder string               // what it serves
	target string               // as rclone names it
	conf   string               // the content of an rclone.conf
	start  func(more ...string) // more flags of the server
	stop   func()
}

// rcloneProgram is built by "make helpers".
func rcloneProgram(t *testing.T) string {
	t.Helper()
	program, err := filepath.Abs(filepath.Join("..", "..", "tools", "rclone", "rclone"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(program); err == nil {
		return program
	}
	if os.Getenv("STADTBOTE_JUDGES") == "all" {
		t.Fatal("tools/rclone/rclone is missing: make helpers builds it")
	}
	t.Skip("tools/rclone/rclone is missing: make helpers builds it")
	return ""
}

// served starts a server for a kind of storage: "s3", "sftp" or "webdav".
func served(t *testing.T, kind string) *storage {
	t.Helper()
	program, folder := rcloneProgram(t), t.TempDir()
	address := "127.0.0.1:" + port(t)
	host, number, _ := net.SplitHostPort(address)
	s := &storage{folder: filepath.Join(folder, "htdocs"), target: "ziel:htdocs"}
	if err := os.Mkdir(s.folder, 0o777); err != nil {
		t.Fatal(err)
	}
	args := []string{"serve", kind, folder, "--addr", address, "--config", os.DevNull, "--dir-cache-time", "200ms"}
	switch kind {
	case "s3":
		args = append(args, "--auth-key", "schluessel,geheim")
		s.conf = "[ziel]\ntype = s3\nprovider = Rclone\nendpoint = http://" + address + "\naccess_key_id = schluessel\nsecret_access_key = geheim\n"
	case "sftp":
		args = append(args, "--user", "bote", "--pass", "geheim")
		s.conf = "[ziel]\ntype = sftp\nhost = " + host + "\nport = " + number + "\nuser = bote\npass = " + obscured(t, program, "geheim") + "\n"
	case "webdav":
		args = append(args, "--user", "bote", "--pass", "geheim")
		s.conf = "[ziel]\ntype = webdav\nvendor = other\nurl = http://" + address + "\nuser = bote\npass = " + obscured(t, program, "geheim") + "\n"
	}
	s.start = func(more ...string) { s.run(t, address, exec.Command(program, append(args, more...)...)) }
	s.start()
	return s
}

func port(t *testing.T) string {
	t.Helper()
	free, err := freePort()
	if err != nil {
		t.Fatal(err)
	}
	return free
}

// obscured returns a password in the form that rclone.conf wants.
func obscured(t *testing.T, program, password string) string {
	t.Helper()
	out, err := exec.Command(program, "obscure", password).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// run runs the server until it is stopped or the test ends, and waits until it
// answers.
func (s *storage) run(t *testing.T, address string, cmd *exec.Cmd) {
	t.Helper()
	cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+t.TempDir()) // where sftp keeps its keys
	var log bytes.Buffer
	cmd.Stdout, cmd.Stderr = io.Discard, &log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	s.stop = sync.OnceFunc(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	t.Cleanup(s.stop)
	for start := time.Now(); time.Since(start) < patience; time.Sleep(20 * time.Millisecond) {
		if connection, err := net.Dial("tcp", address); err == nil {
			connection.Close()
			return
		}
	}
	s.stop()
	t.Fatalf("the server never answered:\n%s", log.Bytes())
}
