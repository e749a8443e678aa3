//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"stadtbote/internal/diag"
)

// typing types the commands of a story into a shell and returns all that the
// programs said. It ends when they have ended, when the awaited code is said,
// or when every preview that was started is up. Where nothing is awaited, all
// has to go well. The ports that stories name stand for ones that are free.
func typing(t *testing.T, folder, text string, awaited diag.Code) string {
	t.Helper()
	for _, port := range []string{"1414", "1415"} {
		if strings.Contains(text, port) {
			free, err := freePort()
			if err != nil {
				t.Fatal(err)
			}
			text = strings.ReplaceAll(text, port, free)
		}
	}
	s := &screen{until: "[" + string(awaited) + "]", previews: strings.Count(text, "stadtbote serve"), enough: make(chan struct{})}
	shell := unprivileged("sh", "-ec", "umask 022\n"+text)
	shell.Dir, shell.Stdout, shell.Stderr = folder, s, s
	shell.Env = append(os.Environ(), "LANG=de_DE.UTF-8")
	shell.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	shell.WaitDelay = 10 * time.Second
	if err := shell.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := shell.Wait(); err != nil && awaited == "" && s.previews == 0 {
			t.Errorf("what is right cannot be typed: %v", err)
		}
	}()
	select {
	case <-done:
	case <-s.enough:
	case <-time.After(2 * time.Minute):
		t.Error("what is typed does not come to an end")
	}
	_ = syscall.Kill(-shell.Process.Pid, syscall.SIGKILL) // previews, and whatever else is left of the group
	<-done
	return s.String()
}

// unprivileged is a command that permissions bind, even where the tests run
// as the superuser.
func unprivileged(name string, args ...string) *exec.Cmd {
	if os.Geteuid() == 0 {
		if _, err := exec.LookPath("setpriv"); err == nil {
			return exec.Command("setpriv", append([]string{"--bounding-set=-dac_override,-dac_read_search,-fowner", name}, args...)...)
		}
	}
	return exec.Command(name, args...)
}

// screen collects what is said, and tells when it is enough.
type screen struct {
	until    string
	previews int
	enough   chan struct{}

	mu   sync.Mutex
	text bytes.Buffer
	told bool
}

func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.text.Write(p)
	up := s.previews > 0 && bytes.Count(s.text.Bytes(), []byte("Vorschau: ")) == s.previews && s.until == "[]"
	if !s.told && (up || s.until != "[]" && bytes.Contains(s.text.Bytes(), []byte(s.until))) {
		s.told = true
		close(s.enough)
	}
	return len(p), nil
}

func (s *screen) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}
