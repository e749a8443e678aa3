package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// ownedName is the list of the files that builds have made: one path a line,
// sorted. It is plain text and stays so, because every version of the program
// must know which files it may replace and remove.
const ownedName = "files.txt"

const ownedHead = "# Files in the output folder that Stadtbote made and may replace or remove.\n"

// owned returns the sorted list of the files that earlier builds made, or
// were about to make. Without a list nothing there is ours.
func (f *Folder) owned() ([]string, error) {
	text, err := f.cache.readText(f.memory(ownedName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading which files are ours: %w", err)
	}
	paths := make([]string, 0, strings.Count(text, "\n"))
	for line := range strings.Lines(text) {
		path := strings.TrimSuffix(line, "\n")
		if path == line || strings.HasPrefix(path, "#") || !fs.ValidPath(path) || staged(path) {
			continue // no end: cut off
		}
		paths = append(paths, path)
	}
	if !slices.IsSorted(paths) {
		slices.Sort(paths)
	}
	return slices.Compact(paths), nil
}

// keepOwned writes the list down, safe against a power loss.
func (f *Folder) keepOwned(paths []string) error {
	var text bytes.Buffer
	text.Grow(len(ownedHead) + 64*len(paths))
	text.WriteString(ownedHead)
	for _, path := range paths {
		text.WriteString(path)
		text.WriteByte('\n')
	}
	return f.keep(f.memory(ownedName), &text, durable)
}

// union returns all paths of both sorted lists, sorted.
func union(a, b []string) []string {
	all := make([]string, 0, max(len(a), len(b)))
	for len(a) > 0 && len(b) > 0 {
		switch c := strings.Compare(a[0], b[0]); {
		case c < 0:
			all, a = append(all, a[0]), a[1:]
		case c > 0:
			all, b = append(all, b[0]), b[1:]
		default:
			all, a, b = append(all, a[0]), a[1:], b[1:]
		}
	}
	return append(append(all, a...), b...)
}

// without returns what is in the sorted list a and not in the sorted list b.
func without(a, b []string) []string {
	var rest []string
	for _, path := range a {
		for len(b) > 0 && b[0] < path {
			b = b[1:]
		}
		if len(b) == 0 || b[0] != path {
			rest = append(rest, path)
		}
	}
	return rest
}

// has reports whether a sorted list holds the path.
func has(sorted []string, path string) bool {
	_, found := slices.BinarySearch(sorted, path)
	return found
}
