// Package cli is the command line: one file a subcommand. Everything from
// outside (arguments, folders, clock, environment, terminal) comes through one
// Env value, so that a test is a program run like any other.
//
// The rules of this interface:
//
//   - What a command was asked for goes to Stdout; findings, progress and
//     errors go to Stderr. With a format for programs the findings are what was
//     asked for, and everything for people goes to Stderr.
//   - Exit code 0: good. 1: an author must mend something, and has been told
//     where and how. 2: the program could not work, or was called wrongly.
//   - Every text is written in German and English, side by side where it is
//     used. German where LANG says nothing.
//   - Colour and a moving bar only on a terminal; NO_COLOR is obeyed.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"time"

	"stadtbote/internal/build"
)

// Env is everything that a command may know of the machine.
type Env struct {
	Args       []string // without the program's name
	Stdin      io.Reader
	Stdout     io.Writer
	Stderr     io.Writer
	Dir        string // relative paths start here
	LookupEnv  func(name string) (value string, set bool)
	Now        func() time.Time
	IsTerminal bool // of Stderr: colour and a moving bar are welcome
	// Interactive says that somebody sits at Stdin and reads Stderr: questions
	// may be asked.
	Interactive bool
	// GitUser returns the name that git knows the user by in a folder, or "".
	GitUser func(dir string) string
	// Identity names this very program: another one may make other bytes.
	Identity func() (string, error)
}

// The exit codes.
const (
	good   = 0
	unfit  = 1 // an author must mend something
	failed = 2 // the program could not work
)

// errMend says that an author must mend something and has been told what.
var errMend = errors.New("an author must mend something")

// errTold says that the program could not work and that a finding says why.
var errTold = errors.New("a finding says why")

// Run runs one command and returns its exit code. It never panics.
func Run(ctx context.Context, env Env) (code int) {
	a := &app{Env: env, tongue: choose(env)}
	defer func() {
		if cause := recover(); cause != nil {
			a.apologise(cause, debug.Stack())
			code = failed
		}
	}()
	root := a.root()
	root.SetArgs(env.Args)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return good
	case errors.Is(err, errMend):
		return unfit
	case errors.Is(err, errTold):
		return failed
	}
	if panicked, ok := errors.AsType[*build.PanicError](err); ok {
		a.apologise(err, panicked.Stack)
		return failed
	}
	a.explain(err)
	return failed
}

// app is one run of the program.
type app struct {
	Env
	tongue
}

// explain tells why the program could not work.
func (a *app) explain(err error) {
	if errors.Is(err, context.Canceled) {
		fmt.Fprintln(a.Stderr, a.say("Abgebrochen. Die veröffentlichte Seite ist unverändert oder vollständig.",
			"Cancelled. The published site is unchanged or complete."))
		return
	}
	fmt.Fprintf(a.Stderr, "%s %s\n", a.say("Fehler:", "Error:"), a.words(err))
}

// apologise tells of a mistake in the program itself.
func (a *app) apologise(cause any, stack []byte) {
	fmt.Fprintf(a.Stderr, a.say(
		"\nEntschuldigung: Das Programm ist über einen eigenen Fehler gestolpert: %v\n"+
			"Ihre Dateien sind unverändert. Bitte melden Sie den Fehler dort, wo Sie Stadtbote bekommen haben,\n"+
			"mit dem aufgerufenen Befehl und den folgenden Zeilen. Version: %s\n\n%s\n",
		"\nSorry: the program stumbled over a mistake of its own: %v\n"+
			"Your files are unchanged. Please report it where you got Stadtbote from,\n"+
			"with the command that you ran and the lines below. Version: %s\n\n%s\n"),
		cause, version().String(), stack)
}
