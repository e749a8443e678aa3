package watch

import (
	"os"
	"syscall"
	"testing"
	"time"
)

func TestWhatALinkLeadsToIsLookedAt(t *testing.T) {
	for name, instead := range map[string]notifier{"with events": nil, "where it is looked": silent{refuse: syscall.ENOSPC}} {
		t.Run(name, func(t *testing.T) {
			x := newTown(t)
			x.write("einstellungen/stadtbote.yaml", "title: Krähwinkel")
			x.must(os.Remove(x.path("stadtbote.yaml")))
			x.must(os.Symlink("einstellungen/stadtbote.yaml", x.path("stadtbote.yaml")))
			x.start(instead, nil)
			if instead != nil {
				x.quiet()
			}
			x.hears("stadtbote.yaml")
			x.write("vorlagen/tee.md", "Tee")
			x.must(os.Symlink("../../vorlagen/tee.md", x.path("content/meldungen/link.md")))
			x.quiet()
			for range 2 {
				x.hears("content/meldungen/link.md") // writes to what it leads to
			}
			x.write("vorlagen/anders.md", "nicht dabei")
			x.must(os.Remove(x.path("content/meldungen/link.md")))
			x.quiet()
			x.write("vorlagen/tee.md", "nicht mehr dabei")
			x.hearsNothing()
		})
	}
}

// That the system is silent about what a link leads to is no reason to doubt it.
func TestALinkMakesNobodyPoll(t *testing.T) {
	x := newTown(t)
	x.write("vorlagen/tee.md", "Tee")
	x.must(os.Symlink("../../vorlagen/tee.md", x.path("content/meldungen/link.md")))
	x.start(nil, nil)
	time.Sleep(brisk.trial / 2)
	x.write("vorlagen/tee.md", "neu")
	for late := time.After(6 * brisk.trials); ; {
		select {
		case e := <-x.events:
			if e.Kind == Polling {
				t.Fatalf("polls: %v", e.Cause)
			}
		case <-late:
			return
		}
	}
}
