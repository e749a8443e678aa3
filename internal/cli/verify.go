package cli

import (
	"context"
	"fmt"

	"stadtbote/internal/build"
)

// verify compares what was published with the same site made from nothing. A
// difference is a fault of the program, or of the disk: never an author's.
func (a *app) verify(ctx context.Context, f buildFlags, options build.Options) error {
	files, found, err := build.Verify(ctx, options)
	if err != nil {
		return err
	}
	if len(found) > 0 {
		if err := a.findings(f, options, found); err != nil {
			return err
		}
		fmt.Fprintf(a.people(f.format), a.say("Verglichen mit einem Lauf von vorn: %s.\n", "Compared with a run from nothing: %s.\n"),
			a.count(len(found), a.say("Unterschied", "difference"), a.say("Unterschiede", "differences")))
		return errTold
	}
	if !f.quiet {
		fmt.Fprintf(a.people(f.format), a.say("Verglichen mit einem Lauf von vorn: %s, alle gleich.\n", "Compared with a run from nothing: %s, all equal.\n"),
			a.count(files, a.say("Datei", "file"), a.say("Dateien", "files")))
	}
	return nil
}
