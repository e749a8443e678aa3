package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"stadtbote/internal/diag"
)

// The lock is a file in the staging folder, held with the operating system's
// own lock. So the lock of a killed build is free at once, on every system,
// and nobody has to guess whether a process still lives.

// lockName is the lock's name in the output folder.
const lockName = stagingName + "/lock"

// errMoved means that the lock file vanished while it was being locked:
// another build has just ended, try again.
var errMoved = errors.New("the lock file was replaced")

// heldError means that another process holds the lock. The text is what it
// wrote of itself.
type heldError struct{ text string }

func (h *heldError) Error() string { return "locked by " + h.text }

// text is what the lock says of its holder.
func (h host) text() []byte {
	return fmt.Appendf(nil, "%d\n%s\n%s\n", h.pid, h.name, h.clock().UTC().Format(time.RFC3339))
}

// finding tells the user who holds the lock.
func (h *heldError) finding(folder string) diag.Diagnostic {
	lines := append(strings.Split(strings.TrimSpace(h.text), "\n"), "?", "?", "?")
	if lines[0] == "" { // locked, but not yet signed
		lines[0] = "?"
	}
	return diag.New("", diag.Pos{}, diag.OutputLocked, folder, lines[0], lines[1], lines[2])
}

func (d *rooted) lock(name string, text []byte) (unlock func() error, err error) {
	f, err := d.root.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	defer func() {
		if unlock == nil {
			err = errors.Join(err, f.Close())
		}
	}()
	free, err := tryLock(f)
	if err != nil {
		return nil, fmt.Errorf("locking %s: %w", name, err)
	}
	if !free {
		holder, err := io.ReadAll(io.LimitReader(f, 1024))
		return nil, errors.Join(&heldError{text: string(holder)}, err)
	}
	if err := d.stillThere(f, name); err != nil {
		return nil, err
	}
	if err := f.Truncate(0); err != nil {
		return nil, err
	}
	if _, err := f.WriteAt(text, 0); err != nil {
		return nil, err
	}
	return func() error { return d.release(f, name) }, nil
}

// stillThere makes sure that the locked file is the one others will find.
func (d *rooted) stillThere(f *os.File, name string) error {
	ours, err := f.Stat()
	if err != nil {
		return err
	}
	there, err := d.root.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !os.SameFile(ours, there) {
		return errMoved
	}
	return err
}

// release removes the lock file and then lets go of the lock. Where an open
// file cannot be removed (Windows) it is let go first; whoever locks it in
// between keeps it, because removing it fails again.
func (d *rooted) release(f *os.File, name string) error {
	removed := d.root.Remove(name)
	closed := f.Close()
	if removed != nil {
		removed = d.root.Remove(name)
	}
	if removed != nil && !errors.Is(removed, fs.ErrNotExist) && !errors.Is(removed, fs.ErrPermission) {
		return errors.Join(removed, closed)
	}
	return closed
}
