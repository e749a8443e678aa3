package cli

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"golang.org/x/term"
)

// Process returns the Env of this process. Nothing else here asks the machine.
func Process() (Env, error) {
	dir, err := os.Getwd()
	if err != nil {
		return Env{}, fmt.Errorf("finding the working folder: %w", err)
	}
	return Env{
		Args:       os.Args[1:],
		Stdin:      os.Stdin,
		Stdout:     os.Stdout,
		Stderr:     os.Stderr,
		Dir:        dir,
		LookupEnv:  os.LookupEnv,
		Now:        time.Now,
		IsTerminal: term.IsTerminal(int(os.Stderr.Fd())) && coloured(os.Stderr),
		Identity:   identity,

		Interactive: term.IsTerminal(int(os.Stdin.Fd())) && term.IsTerminal(int(os.Stderr.Fd())),
		GitUser:     gitUser,
	}, nil
}

// gitUser asks git, which knows better than anybody how its settings of the
// machine, the user and the folder come together. Without git there is no name.
func gitUser(dir string) string {
	cmd := exec.Command("git", "config", "user.name")
	cmd.Dir = dir
	name, err := cmd.Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(name))
}

func identity() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("finding the program: %w", err)
	}
	file, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("opening the program: %w", err)
	}
	defer file.Close() //nolint:errcheck // only read
	return identify(file)
}
