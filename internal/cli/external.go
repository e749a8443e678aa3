package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"stadtbote/internal/build"
	"stadtbote/internal/check"
	"stadtbote/internal/outside"
)

// answersName is what the cache folder calls the answers of other sites.
const answersName = "links.json"

// outside returns how other sites are asked. Their answers are remembered in
// the cache folder; without one they are asked each time.
func (a *app) outside(o build.Options, bar *progress) func(context.Context, []string) map[string]check.Answer {
	return func(ctx context.Context, addresses []string) map[string]check.Answer {
		name := filepath.Join(o.Cache, answersName)
		data, err := os.ReadFile(name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			fmt.Fprintf(a.Stderr, a.say("Frühere Antworten lassen sich nicht lesen: %v\n", "Earlier answers cannot be read: %v\n"), err)
		}
		asker := outside.Asker{
			Agent: "Stadtbote/" + strings.Trim(version().number, "()") + " (link check)", Memory: outside.Remember(data), Now: a.Now(),
			Told: func(done, all int) { bar.show(build.Progress{Stage: build.Asking, Done: done, Total: all}) },
		}
		answers := asker.Ask(ctx, addresses)
		if err := keep(name, asker); err != nil {
			fmt.Fprintf(a.Stderr, a.say("Die Antworten lassen sich nicht aufheben: %v\n", "The answers cannot be kept: %v\n"), err)
		}
		return answers
	}
}

// keep writes the answers for the next run.
func keep(name string, asker outside.Asker) error {
	data, err := asker.Memory.Data(asker.Now)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o666)
}
