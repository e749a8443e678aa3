package cli

import (
	"bytes"
	"fmt"
	"io"

	"stadtbote/internal/digest"
)

// identify returns a name for the program that r holds: its Go build ID, which
// is made from everything that went into it. So the same source has the same
// name on every "go run", and one changed line of code has another. A program
// without a build ID (-ldflags=-buildid=) is named by its bytes.
//
// Rejected: the revision of the source, which says nothing about changes that
// are not committed, and is missing under -buildvcs=false.
func identify(r io.Reader) (string, error) {
	head := make([]byte, headSize)
	n, err := io.ReadFull(r, head)
	if err != nil && err != io.ErrUnexpectedEOF {
		return "", fmt.Errorf("reading the program: %w", err)
	}
	head = head[:n]
	if id, found := buildID(head); found {
		return id, nil
	}
	all, err := io.ReadAll(io.MultiReader(bytes.NewReader(head), r))
	if err != nil {
		return "", fmt.Errorf("reading the program: %w", err)
	}
	return digest.Bytes(all).Hex(), nil
}

// headSize is how far from its start the linker puts the build ID, at most.
const headSize = 64 << 10

// buildID returns the text between the marks that Go's linker puts around it.
func buildID(head []byte) (string, bool) {
	const open, end = "\xff Go build ID: \"", "\"\n \xff"
	_, rest, found := bytes.Cut(head, []byte(open))
	if !found {
		return "", false
	}
	id, _, found := bytes.Cut(rest, []byte(end))
	return string(id), found && len(id) > 0
}
