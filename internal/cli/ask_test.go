package cli

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"testing"
	"time"
)

// prompted is a terminal that shows what was asked, and calls the reader's
// attention to it.
type prompted struct {
	bytes.Buffer

	asked chan struct{}
}

func (p *prompted) Write(b []byte) (int, error) {
	if strings.Contains(string(b), "Titel:") {
		close(p.asked)
	}
	return p.Buffer.Write(b)
}

func TestWhoeverPressesCtrlCLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	stdin, keyboard := io.Pipe()
	defer keyboard.Close()
	terminal := &prompted{asked: make(chan struct{})}
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-terminal.asked
		cancel()
	}()
	code := Run(ctx, Env{
		Args: []string{"new", "meldung"}, Dir: dir, Stdin: stdin, Stdout: io.Discard, Stderr: terminal,
		LookupEnv:   func(string) (string, bool) { return "", false },
		Now:         func() time.Time { return time.Date(2026, 11, 9, 12, 0, 0, 0, time.UTC) },
		Identity:    func() (string, error) { return "test", nil },
		GitUser:     func(string) string { return "" },
		Interactive: true,
	})
	if code != failed || !strings.Contains(terminal.String(), "Abgebrochen. Es wurde nichts angelegt.") {
		t.Errorf("exit code %d, told %q", code, terminal.String())
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}
