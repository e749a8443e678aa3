package build

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"stadtbote/internal/diag"
)

// TestADiskThatIsReallyFull builds onto a file system of its own that is too
// small for an edition: what a web server reads is whole files, of this edition
// or the one before, and once there is room the next build makes it right.
func TestADiskThatIsReallyFull(t *testing.T) {
	for name, below := range map[string]string{"of the output": "public", "of output and cache": "."} {
		t.Run(name, func(t *testing.T) {
			w := newTown(t)
			disk := filepath.Join(w.folder, below)
			if err := os.MkdirAll(disk, 0o777); err != nil {
				t.Fatal(err)
			}
			if err := syscall.Mount("none", disk, "tmpfs", 0, "size=1m"); err != nil {
				t.Skipf("a small disk needs a right that is missing here: %v", err)
			}
			t.Cleanup(func() {
				if err := syscall.Unmount(disk, syscall.MNT_DETACH); err != nil {
					t.Error(err)
				}
			})
			edition(w, "erste Ausgabe", 1)
			w.good()
			before := w.out()
			w.wait(time.Hour)
			edition(w, "zweite Ausgabe", 40_000)
			report, err := Run(context.Background(), w.all())
			if err == nil || !errors.Is(err, syscall.ENOSPC) || !slices.ContainsFunc(report.Diags, func(d diag.Diagnostic) bool { return d.Code == diag.DiskFull }) {
				t.Fatalf("a full disk is told as %v, %v", err, report.Diags)
			}
			want, _ := w.clean(nil)
			for path, text := range w.out() {
				if strings.HasPrefix(path, ".") {
					continue // not for readers
				}
				if text != before[path] && text != want[path] {
					t.Errorf("%s is neither of the first edition nor of the second: %d bytes", path, len(text))
				}
			}
			if err := syscall.Mount("none", disk, "tmpfs", syscall.MS_REMOUNT, "size=64m"); err != nil {
				t.Fatal(err)
			}
			w.good()
			if difference := differences(w.out(), want); difference != "" {
				t.Errorf("with room again: %s", difference)
			}
		})
	}
}

// edition writes a site of twenty reports, so long.
func edition(w *town, name string, length int) {
	for i := range 20 {
		w.report(fmt.Sprintf("m%02d.md", i), fmt.Sprintf("Meldung %d", i), "", strings.Repeat(name+" ", 1+length/(len(name)+1)))
	}
}
