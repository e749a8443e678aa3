package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: a.say("Version und Herkunft des Programms zeigen", "Show the program's version and origin"),
		Args:  a.arguments(0, 0),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(a.Stdout, "stadtbote %s\n", version())
			return err
		},
	}
}

// release is what the Go toolchain wrote into the program when it was built.
type release struct {
	number   string // "v1.2.3", "(devel)"
	revision string // of the source; "" where unknown
	time     string // of that revision
	changed  bool   // the source had changes that were not committed
}

// version returns the program's release. It says the same for the same source
// on every machine.
func version() release {
	r := release{number: "(devel)"}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return r
	}
	if info.Main.Version != "" {
		r.number = info.Main.Version
	}
	for _, setting := range info.Settings {
		switch setting.Key {
		case "vcs.revision":
			r.revision = setting.Value
		case "vcs.time":
			r.time = setting.Value
		case "vcs.modified":
			r.changed = setting.Value == "true"
		}
	}
	return r
}

func (r release) String() string {
	parts := []string{r.number}
	if r.revision != "" {
		revision := r.revision
		if r.changed {
			revision += "+"
		}
		parts = append(parts, "("+revision+", "+r.time+")")
	}
	return strings.Join(append(parts, runtime.Version(), runtime.GOOS+"/"+runtime.GOARCH), " ")
}
