package cli

import (
	"errors"
	"strings"
	"testing"

	"stadtbote/internal/diag"
	"stadtbote/internal/watch"
)

// Whoever waits for a change to appear learns why it takes longer.
func TestPreviewSaysWhyChangesComeLater(t *testing.T) {
	for code, why := range map[diag.Code]error{diag.WatchSilent: watch.ErrSilent, diag.WatchLimit: errors.New("too many open files")} {
		term := newTerminal(t, nil)
		a := &app{Env: term.Env, tongue: choose(term.Env)}
		a.polling(why)
		if said := term.err.String(); !strings.Contains(said, "["+string(code)+"]") {
			t.Errorf("%s is not told: %s", code, said)
		}
	}
}
