package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"

	"stadtbote/internal/diag"
)

// MaxText is the size in bytes above which a text is refused. The longest
// articles seen in the wild have 150 KB.
const MaxText = 5 << 20

// Read returns the clean text of a file. Where the author has to do something
// first, the text is nil and the findings say what; the error is for failures
// of the machine. A file that vanished meanwhile is an error that wraps
// fs.ErrNotExist.
func Read(fsys fs.FS, name string) ([]byte, diag.List, error) {
	raw, ds, err := load(fsys, name)
	if err != nil || ds.HasErrors() {
		return nil, ds, err
	}
	text, ds := Clean(name, raw)
	return text, ds, nil
}

// load returns the bytes of a file that is not too large.
func load(fsys fs.FS, name string) ([]byte, diag.List, error) {
	var ds diag.List
	file, err := fsys.Open(name)
	if errors.Is(err, fs.ErrPermission) {
		ds.Report(name, diag.Pos{}, diag.Unreadable, reason(err))
		return nil, ds, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("reading %s: %w", name, err)
	}
	defer file.Close() //nolint:errcheck // only read
	info, err := file.Stat()
	if err != nil {
		return nil, nil, fmt.Errorf("reading %s: %w", name, err)
	}
	if !info.Mode().IsRegular() {
		ds.Report(name, diag.Pos{}, diag.NotRegular, info.Mode().Type().String())
		ds[0].Severity = diag.Error // here somebody wants its text
		return nil, ds, nil
	}
	if info.Size() > MaxText {
		ds.Report(name, diag.Pos{}, diag.TooLarge, size(info.Size()), size(MaxText))
		return nil, ds, nil
	}
	raw, err := readUpTo(file, info.Size())
	switch {
	case err != nil:
		return nil, nil, fmt.Errorf("reading %s: %w", name, err)
	case len(raw) > MaxText:
		ds.Report(name, diag.Pos{}, diag.TooLarge, "> "+size(MaxText), size(MaxText))
		return nil, ds, nil
	}
	return raw, nil, nil
}

// readUpTo reads all of a file that is expected to have some size, but stops
// above MaxText: the file may grow while it is read.
func readUpTo(r io.Reader, expected int64) ([]byte, error) {
	buf := make([]byte, 0, expected+1) // one more, so that the end is met without growing
	for len(buf) <= MaxText {
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
		n, err := r.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if errors.Is(err, io.EOF) {
			return buf, nil
		}
		if err != nil {
			return nil, err
		}
	}
	return buf, nil
}

// size returns a number of bytes as people say it: "5,0 MB".
func size(n int64) string {
	const mega = 1 << 20
	if n < mega {
		return fmt.Sprintf("%d kB", (n+1023)/1024)
	}
	return fmt.Sprintf("%d,%d MB", n/mega, n%mega*10/mega)
}
